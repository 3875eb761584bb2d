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

// What the tests of charts of studies share.

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

// checkStudy looks at the first chart of an answer about a study, and holds what is so of every chart: also where all runs ended
// alike, and where factors have long names.
func checkStudy(t *testing.T, name string, charts func(t *testing.T, factor string, flat bool) []Named) {
	t.Helper()
	c := charts(t, "factor", false)[0].Chart()
	c.Notes = strings.Replace(c.Notes, sim.Version, "0.0.0", 1)
	c.About = strings.Replace(c.About, sim.Version, "0.0.0", 1)
	checkLooks(t, "study-"+name, c)
	for why, all := range map[string][]Named{
		"plain": charts(t, "factor", false), "flat": charts(t, "factor", true),
		"long": charts(t, "a factor with a very long name, as people give them, that no chart has room for, number", false),
	} {
		for _, c := range all {
			checkChart(t, why+" "+name+" "+c.Name, c.Chart())
		}
	}
}

// nothingOf is the head and the plan of a study of which nothing was played; a chart of it says so.
func nothingOf(t *testing.T) (lab.Head, lab.Plan) {
	return madeUpHead("sweep", "", 0, 1), madeUpStudy(t, "factor", design.NewSobol(2, 4, 1), 1, false).Plan
}
