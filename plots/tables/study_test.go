package tables

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/design"
	"entente/sim/lab/stats"
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
			failed := ""
			if p == 3 && n == 0 {
				failed = "a promise was broken"
			}
			fmt.Fprintf(&b, "%d,%d,%s,%g,%g\n", p, run, failed, in, members)
		}
	}
	return b.String(), true
}

func (w *worked) Write(int, string) error { return nil }

var theScenario = sync.OnceValue(func() sim.Scenario {
	l, err := scenarios.Load("pacific-2025", scenarios.Options{})
	if err != nil {
		panic(err)
	}
	return l.Scenario
})

// studied is a made-up study of three factors in a design.
func studied(name func(string) string, layout *design.Design, each int, flat bool) *lab.Played {
	s := theScenario()
	s.Title = name("A Pacific pact")
	p := lab.Plan{Study: name("made-up"), Title: name("A made-up study"), Each: each, Levels: max(layout.Levels, 5)}
	for k, of := range []string{"threat felt", "trade with the rival", "friction"}[:layout.Dims] {
		p.Factors = append(p.Factors, lab.Factor{ID: fmt.Sprintf("x%d", k+1), Name: name(of), Path: "levers.all.stance", Unit: "added",
			Values: []design.Marginal{{Shape: design.Uniform, Low: -1, High: 1}, {Shape: design.Triangular, Low: -1, High: 1, Mode: 0.5},
				{Shape: design.Listed, Low: 1, High: 3, Values: []float64{1, 2, 3}}}[k]})
	}
	p.Outputs = []lab.Output{{ID: "in-force", Name: name("the pact is in force"), Measure: lab.IsInForce, Clause: s.Headline},
		{ID: "members", Name: name("members"), Measure: lab.Members, Clause: s.Headline}}
	st := lab.NewStudy(p, s, layout, 7, make([]sim.Date, 2))
	played, err := st.Play(context.Background(), &worked{st, flat}, 10, lab.Options{})
	if err != nil {
		panic(err)
	}
	return played
}

var interest = lab.Interest{Output: "in-force", Value: 0.5}

// studyAnswers are the answers about studies.
func studyAnswers(name func(string) string) map[string]any {
	if known, ok := studyAnswered.Load(name("a key")); ok { // many tests ask for them
		return known.(map[string]any)
	}
	saltelli := studied(name, design.NewSaltelli(3, 100, 1), 1, false)
	grid := studied(name, design.NewFactorial([][]float64{design.Even(5), design.Even(5)}), 20, false)
	flat := studied(name, design.NewSaltelli(3, 20, 1), 1, true)
	c := &lab.Convergence{Head: head("convergence", name), Wanted: 0.05, InForce: share(372)}
	c.Steps, c.Needs = []lab.Settling{{Played: 100, Share: share(40)}, {Played: 1000, Share: share(372)}}, []lab.Need{{Width: 0.1, Runs: 400}}
	all := map[string]any{
		"sweep": studied(name, design.NewSobol(3, 300, 1), 1, false).Sweep(), "sensitivity": saltelli.Sensitivity(),
		"sensitivity-morris": studied(name, design.NewMorris(3, 20, 4, 1), 10, false).Sensitivity(), "sensitivity-flat": flat.Sensitivity(),
		"discover": saltelli.Discover(interest, -1), "discover-flat": flat.Discover(interest, -1), "tip": grid.Tip(), "convergence": c,
	}
	half := grid.BlankShare(lab.Shard{K: 1, Of: 2})
	half.Whole, half.Played, half.Runs = half.Blocks, half.ToPlay, half.ToPlay
	all["share"] = half
	slurm := lab.NewStanding("status", name("made-up")+" of "+name("A Pacific pact")+", 25 points, 20 runs each", name("results"))
	slurm.Blocks, slurm.Again, slurm.Unknown = 12, "entente submit made-up --tasks 3 --out results", "Slurm does not tell of job 13"
	for k, done := range []int{4, 1, 0} {
		slurm.Add(lab.SharePlayed{Shard: lab.Shard{K: k + 1, Of: 3}, Folder: "share", Blocks: 4, Done: done, Spoilt: k / 2, Failed: k % 2})
	}
	slurm.Jobs = []lab.Job{{ID: "12_1", Share: 1, State: "COMPLETED", Ended: true}, {ID: "12_2", Share: 2, State: "NODE_FAIL", Ended: true}}
	working := *slurm
	working.Jobs, working.Unknown = append(slurm.Jobs[:1:1], lab.Job{ID: "12_2", Share: 2, State: "RUNNING"},
		lab.Job{ID: "13", State: "PENDING", Reason: "Dependency"}), ""
	all["status"], all["status-working"] = slurm, &working
	studyAnswered.Store(name("a key"), all)
	return all
}

var studyAnswered sync.Map // by a name

func TestStudiesAreToldAsRead(t *testing.T) {
	for name, a := range studyAnswers(plain) {
		p := told(a)
		for k, line := range p.Sections {
			for i, text := range line.Text {
				p.Sections[k].Text[i] = strings.Replace(text, "Entente "+sim.Version, "Entente 0", 1)
			}
		}
		golden(t, name, p)
	}
	point := &lab.Point{Head: head("sweep", plain), Plan: studied(plain, design.NewSobol(3, 9, 1), 2, false).Plan, Point: 3, Values: []float64{0.1, 0.2, 1}}
	point.Ends = []lab.PointRun{{Run: 6, Failure: "a promise was broken"}, {Run: 7, Outputs: []float64{1, 4}}}
	golden(t, "point", Point(point))
}

// Of what was hardly played a page says so, and of a box that somebody chose, where its scenario is.
func TestStudiesOfWhichLittleWasPlayed(t *testing.T) {
	plan := studied(plain, design.NewSobol(3, 9, 1), 2, false).Plan
	for name, p := range map[string]*Page{
		"sweep": Sweep(&lab.Sweep{Plan: plan}), "sensitivity": Sensitivity(&lab.Sensitivity{Plan: plan}),
		"discover": Discovery(&lab.Discovery{Plan: plan}, ""), "tip": Tip(&lab.Tip{Plan: plan}), "convergence": Convergence(&lab.Convergence{}),
		"point": Point(&lab.Point{Plan: plan}), "share": Share(&lab.ShardPlayed{Plan: plan}),
	} {
		if p.Finding[0] != "Too little was played to tell anything." {
			t.Errorf("of a %s of nothing it is said: %q", name, p.Finding)
		}
	}
	flat := studied(plain, design.NewMorris(3, 20, 4, 1), 10, true).Sensitivity() // which is not to be told as if luck moved nothing either
	if text := strings.Join(Sensitivity(flat).Finding, " "); !strings.HasPrefix(text, "On no trajectory does a factor move the chance that the pact is in force") {
		t.Errorf("of trajectories on which nothing moves it is said: %s", text)
	}
	still := studied(plain, design.NewMorris(3, 20, 4, 1), 10, false).Sensitivity() // a factor that no step moves has no interval of nothing
	still.Found[0].Morris[2].MuStar = stats.Interval{}
	if text := asText(t, Sensitivity(still), 0); !strings.Contains(text, "none seen") || strings.Contains(text, "0.0 to 0.0") {
		t.Errorf("of a factor that moves nothing it is said: %s", text)
	}
	const mark = "the box above"
	d := studied(plain, design.NewSobol(3, 300, 1), 1, false).Discover(interest, -1)
	if text := asText(t, Discovery(d, ""), 0); !strings.Contains(text, mark) {
		t.Errorf("the box that is told is not marked:\n%s", text)
	}
	boxless := *d // as where every limit may be chance
	boxless.Boxes.Box.Bounded = make([]bool, len(d.Boxes.Box.Bounded))
	if text := asText(t, Discovery(&boxless, ""), 0); !strings.Contains(text, "Coverage against density") || strings.Contains(text, mark) {
		t.Errorf("where no limit tells apart, a box is said to stand above:\n%s", text)
	}
	if text := strings.Join(Discovery(d, "out/box.toml").Finding, " "); !strings.Contains(text, "Its middle is the scenario out/box.toml.") {
		t.Errorf("where the scenario of the box is, is not told: %s", text)
	}
}

// Factors are put in an order only where their indices are settled, and one is called the weightiest only where its interval is clear
// of all others. By hand: intervals a hundredth wide, then two that overlap, then one of a half.
func TestFactorsAreRankedOnlyAsFarAsTheirIntervals(t *testing.T) {
	index := func(mean, half float64) stats.Interval {
		return stats.Interval{Mean: mean, Low: mean - half, High: mean + half}
	}
	for _, c := range []struct {
		total      [2]stats.Interval
		says, hush string
	}{
		{[2]stats.Interval{index(0.3, 0.005), index(0.6, 0.005)}, "Friction weighs most.", "do not tell"},
		{[2]stats.Interval{index(0.6, 0.02), index(0.61, 0.02)}, "Which of friction and threat felt weighs most, these runs do not tell", "weighs most."},
		{[2]stats.Interval{index(0.2, 0.1), index(0.7, 0.25)}, "they give no order: the widest interval is 0.50 wide", "weighs most"},
	} {
		s := &lab.Sensitivity{Plan: lab.Plan{Factors: []lab.Factor{{Name: "threat felt"}, {Name: "friction"}}, Rows: 100, Points: 400,
			Outputs: []lab.Output{{Name: "the pact is in force", Measure: lab.IsInForce}}}, Whole: 100}
		s.Found = []lab.Sensitive{{Sobol: &stats.SobolIndices{Rows: 100, Variance: 0.2, First: c.total[:], Total: c.total[:]}}}
		text := strings.Join(Sensitivity(s).Finding, " ")
		if !strings.Contains(text, c.says) || strings.Contains(text, c.hush) {
			t.Errorf("of indices %v it is said: %s", c.total, text)
		}
	}
}
