package plots

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/design"
)

// worked is blocks of a study whose outputs are worked out and not played: a chance that rises with the first factor and
// falls with the second, and members in proportion. They say nothing about the world.
type worked struct {
	st   *lab.Study
	flat bool
}

func (w *worked) Read(k int) (string, bool) {
	var b strings.Builder
	for p := k * w.st.BlockPoints(); p < min((k+1)*w.st.BlockPoints(), w.st.Points); p++ {
		x := w.st.Values(p)
		for n := range w.st.Each {
			run := w.st.FirstRun(p) + n
			coin := rand.New(rand.NewPCG(uint64(run), 1)).Float64()
			in, members := 0.0, 0.0
			if chance := 1 / (1 + math.Exp(-3*x[0]+2*x[1])); coin < chance && !w.flat {
				in, members = 1, math.Round(10*chance)
			}
			fmt.Fprintf(&b, "%d,%d,,%g,%g\n", p, run, in, members)
		}
	}
	return b.String(), true
}

func (w *worked) Write(int, string) error { return nil }

// madeUpStudy is one of so many factors in a design.
func madeUpStudy(t *testing.T, name string, layout *design.Design, each int, flat bool) *lab.Played {
	t.Helper()
	s := shipped(t, "pacific-2025")
	p := lab.Plan{Study: "made-up", Title: "A made-up study", Each: each, Levels: 5}
	if layout.Levels > 0 {
		p.Levels = layout.Levels
	}
	for k := range layout.Dims {
		p.Factors = append(p.Factors, lab.Factor{ID: fmt.Sprintf("x%d", k+1), Name: fmt.Sprintf("%s %d", name, k+1), Path: "levers.all.stance",
			Unit: "added", Values: design.Marginal{Shape: design.Uniform, Low: -1, High: 1}})
	}
	p.Outputs = []lab.Output{{ID: "in-force", Name: "the pact is in force", Measure: lab.IsInForce, Clause: s.Headline},
		{ID: "members", Measure: lab.Members, Clause: s.Headline}}
	st := lab.NewStudy(p, s, layout, 7, make([]sim.Date, 2))
	played, err := st.Play(t.Context(), &worked{st, flat}, 0, lab.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return played
}

// studyCharts are the charts of studies by their names, of usual ones and of those at the edge.
func studyCharts(t *testing.T, name string, flat bool) map[string][]Named {
	grid := design.NewFactorial([][]float64{design.Even(5), design.Even(5)})
	saltelli := madeUpStudy(t, name, design.NewSaltelli(4, 256, 1), 1, flat)
	tip := madeUpStudy(t, name, grid, 20, flat).Tip()
	interest := lab.Interest{Output: "in-force", Value: 0.5}
	return map[string][]Named{
		"sweep":       OfSweep(madeUpStudy(t, name, design.NewSobol(3, 400, 1), 1, flat).Sweep()),
		"many":        OfSweep(madeUpStudy(t, name, design.NewLatinHypercube(20, 60, 1), 1, flat).Sweep()),
		"sensitivity": OfSensitivity(saltelli.Sensitivity()),
		"morris":      OfSensitivity(madeUpStudy(t, name, design.NewMorris(4, 20, 4, 1), 10, flat).Sensitivity()),
		"discover":    OfDiscovery(saltelli.Discover(interest, -1)),
		"tip":         OfTip(tip),
	}
}

func TestStudiesAreAsLookedAt(t *testing.T) {
	for name, charts := range studyCharts(t, "factor", false) {
		if name != "many" {
			c := charts[0].Chart()
			c.Notes = strings.Replace(c.Notes, sim.Version, "0.0.0", 1)
			c.About = strings.Replace(c.About, sim.Version, "0.0.0", 1)
			checkLooks(t, "study-"+name, c)
		}
	}
}

func TestEveryStudyGivesCharts(t *testing.T) {
	long := "a factor with a very long name, as people give them, that no chart has room for, number"
	for kind, all := range map[string]map[string][]Named{"plain": studyCharts(t, "factor", false), "flat": studyCharts(t, "factor", true),
		"long": studyCharts(t, long, false)} {
		for name, charts := range all {
			for _, c := range charts {
				checkChart(t, kind+" "+name+" "+c.Name, c.Chart())
			}
		}
	}
}

// Of a study of which nothing was played there are charts that say so.
func TestStudiesCutShortGiveCharts(t *testing.T) {
	h := madeUpHead("sweep", "", 0, 1)
	plan := madeUpStudy(t, "factor", design.NewSobol(2, 4, 1), 1, false).Plan
	for name, charts := range map[string][]Named{
		"sweep": OfSweep(&lab.Sweep{Head: h, Plan: plan}), "sensitivity": OfSensitivity(&lab.Sensitivity{Head: h, Plan: plan}),
		"discover": OfDiscovery(&lab.Discovery{Head: h, Plan: plan}), "tip": OfTip(&lab.Tip{Head: h, Plan: plan}),
		"convergence": OfConvergence(&lab.Convergence{Head: h}),
	} {
		checkChart(t, name, charts[0].Chart())
	}
}

func TestConvergenceIsAsLookedAt(t *testing.T) {
	h := madeUpHead("convergence", "", 1000, 1)
	c := &lab.Convergence{Head: h, Wanted: 0.05, Reached: true}
	for _, n := range []int{100, 200, 500, 1000} {
		c.Steps = append(c.Steps, lab.Settling{Played: n, Share: share(0.2+1/float64(n), n)})
	}
	c.InForce = c.Steps[3].Share
	checkLooks(t, "convergence", Convergence(c))
	checkChart(t, "convergence", Convergence(c))
}
