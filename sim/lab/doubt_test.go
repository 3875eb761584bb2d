package lab

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"
	"testing"

	"entente/scenarios"
	"entente/sim"
)

func doubted(t *testing.T) Doubted {
	t.Helper()
	load := func(opts scenarios.Options) sim.Scenario {
		l, err := scenarios.Load("scandinavia-1948", opts)
		if err != nil {
			t.Fatal(err)
		}
		return l.Scenario
	}
	second := load(scenarios.Options{SecondCoder: true})
	return Doubted{Scenario: load(scenarios.Options{}), Second: &second, Error: 0.1, Factor: 2, Figures: 2,
		Forms: []Form{{Name: sim.CommonBase, Title: "The base", Constants: map[string]float64{"parameters.decision.home": 3}, Brier: 0.2}}}
}

// A question of doubt plays the scenario as it is, as other questions do, and beside it what it might as well have been.
func TestDoubtPlaysWhatAScenarioMightHaveBeen(t *testing.T) {
	asked, opts := doubted(t), Options{Runs: 60, Seed: 2}
	d := AskDoubt(context.Background(), asked, opts)
	alone := Compare(context.Background(), []Named{{Scenario: asked.Scenario}, {Scenario: *asked.Second}}, opts)
	if d.InForce != alone.Worlds[0].InForce {
		t.Errorf("as coded it is in force in %+v, and played by itself in %+v", d.InForce, alone.Worlds[0].InForce)
	}
	if d.Coder == nil || d.Coder.Change != alone.Worlds[1].Change.InForce {
		t.Errorf("the second coder changes it by %+v, and compared with the first by %+v", d.Coder, alone.Worlds[1].Change.InForce)
	}
	if d.Recoded.Runs != 600 || d.Played != d.ToPlay || d.Runs != 60 || d.CutShort() {
		t.Errorf("%d runs were recoded, and %d of %d played", d.Recoded.Runs, d.Played, d.ToPlay)
	}
	if len(d.Starts) != 1 || len(d.Forms) != 1 || d.Forms[0].Chance.Runs != 60 || len(d.Knobs) != len(asked.Scenario.Draws.Constants) {
		t.Errorf("there are %d starts, %d forms and %d constants", len(d.Starts), len(d.Forms), len(d.Knobs))
	}
	recoded := asked.Scenario
	recoded.Recode = asked.Error
	if both := Compare(context.Background(), []Named{{Scenario: asked.Scenario}, {Scenario: recoded}}, opts).Worlds[1].Change; d.Moved.Mean != both.InForce.Mean ||
		d.Moved.Low >= d.Moved.Mean || d.Moved.High <= d.Moved.Mean {
		t.Errorf("coding changes it by %+v, and the same runs of both by %+v", d.Moved, both.InForce)
	}
	for k, c := range d.Knobs {
		figure, _ := sim.FigureAt(c.Path)
		low, high := asked.Scenario, asked.Scenario
		figure.Set(&low, c.Low)
		figure.Set(&high, c.High)
		by := Compare(context.Background(), []Named{{Scenario: low}, {Scenario: high}}, opts).Worlds[1].Change.InForce
		if c.Change != by || c.Low >= c.High {
			t.Errorf("%s from %v to %v changes it by %+v, and played by itself by %+v", c.Path, c.Low, c.High, c.Change, by)
		}
		if k > 0 && math.Abs(c.Change.Mean) > math.Abs(d.Knobs[k-1].Change.Mean) {
			t.Errorf("%s moves more than %s, which stands above it", c.Path, d.Knobs[k-1].Path)
		}
	}
	if d.Knobs[0].Change.Mean == 0 {
		t.Error("no constant moves anything")
	}
	groups := codedTogether(&asked.Scenario)
	if len(d.Figures) != len(groups) {
		t.Errorf("%d figures are told, and %d were coded", len(d.Figures), len(groups))
	}
	if !slices.IsSortedFunc(d.Figures, func(a, b FigureDoubt) int { return cmp.Or(whole(a.Idle())-whole(b.Idle()), largest(a.Share, b.Share)) }) {
		t.Error("the largest share does not come first, or what moves nothing not last")
	}
	moved := 0
	for _, f := range d.Figures {
		if f.Down != nil || f.Up != nil {
			moved++
		}
	}
	if moved != asked.Figures {
		t.Errorf("%d figures were moved by a rung", moved)
	}
	f := d.Figures[0]
	for _, rung := range []*Rung{f.Down, f.Up} {
		if rung == nil {
			continue
		}
		moved := asked.Scenario
		for _, path := range append([]string{f.Path}, f.With...) {
			moved = moved.Shifted(path, rung.Value-f.Value)
		}
		by := Compare(context.Background(), []Named{{Scenario: asked.Scenario}, {Scenario: moved}}, opts).Worlds[1].Change.InForce
		if rung.Change != by {
			t.Errorf("%s at %v changes the chance by %+v, and played by itself by %+v", f.Path, rung.Value, rung.Change, by)
		}
	}
}

// Constants that were not fitted are moved all at once, by the luck of codings, and those that matter most alone, each played as by itself.
// Where nobody asks for it none is.
func TestDoubtMovesTheConstantsThatNobodyFitted(t *testing.T) {
	asked, opts := doubted(t), Options{Runs: 60, Seed: 2}
	d := AskDoubt(context.Background(), asked, opts)
	rescaled := asked.Scenario
	rescaled.Rescale = asked.Factor
	many := opts
	many.Runs = 600
	alone := Compare(context.Background(), []Named{{Scenario: asked.Scenario}, {Scenario: rescaled}}, many).Worlds[1]
	if d.Rescaled.Runs != 600 || d.Rescaled.Count != alone.InForce.Count {
		t.Errorf("rescaled it is in force in %+v, and played by itself in %+v", d.Rescaled, alone.InForce)
	}
	if d.Rescaled.Coding == nil {
		t.Error("it is not told how far rescalings reach")
	}
	if len(d.Unfitted) != len(asked.Scenario.Unfitted()) {
		t.Errorf("%d constants are told, and %d were not fitted", len(d.Unfitted), len(asked.Scenario.Unfitted()))
	}
	moved := 0
	for _, f := range d.Unfitted {
		for _, to := range []struct {
			rung *Rung
			by   float64
		}{{f.Down, 0.5}, {f.Up, 2}} {
			if to.rung == nil {
				continue
			}
			moved++
			kind, _ := sim.FigureAt(f.Path)
			want := min(max(f.Value*to.by, kind.Low), kind.High)
			world := asked.Scenario
			kind.Set(&world, want)
			by := Compare(context.Background(), []Named{{Scenario: asked.Scenario}, {Scenario: world}}, opts).Worlds[1].Change.InForce
			if to.rung.Value != want || to.rung.Change != by {
				t.Errorf("%s at %v changes the chance by %+v, and at %v played by itself by %+v", f.Path, to.rung.Value, to.rung.Change, want, by)
			}
		}
	}
	if moved < asked.Figures || moved > 2*asked.Figures {
		t.Errorf("%d other values were played of %d constants", moved, asked.Figures)
	}
	asked.Factor = 0
	if d := AskDoubt(context.Background(), asked, opts); d.Rescaled.Runs != 0 || len(d.Unfitted) != 0 || d.Played != d.ToPlay {
		t.Errorf("where nobody asks, %d constants are moved in %d runs", len(d.Unfitted), d.Rescaled.Runs)
	}
}

// The next rung is that of the page, below and above a value that may lie between two.
func TestNextRungs(t *testing.T) {
	for _, c := range []struct {
		path            string
		value, down, up float64
	}{
		{"states.USA.stance", 0.3, 0, 0.6}, {"states.USA.stance", 0.45, 0.3, 0.6}, {"states.USA.stance", 1, 0.6, math.NaN()},
		{"states.USA.stance", -1, math.NaN(), -0.5}, {"states.JPN.contest.CHN", 0.5, 0.35, 0.65}, {"states.JPN.spread", 0, math.NaN(), 0.1},
	} {
		down, up := nextRungs(&FigureDoubt{Path: c.path, Value: c.value})
		is := func(rung *float64, want float64) bool {
			return rung == nil && math.IsNaN(want) || rung != nil && *rung == want
		}
		if !is(down, c.down) || !is(up, c.up) {
			t.Errorf("%s at %v has the rungs %v and %v, want %v and %v", c.path, c.value, down, up, c.down, c.up)
		}
	}
}

// A government's stances on single clauses go with its stance on all.
func TestWhatIsCodedTogether(t *testing.T) {
	s := &sim.Scenario{Coded: []string{"clauses.pact.stance.JPN", "clauses.pact.stance.KOR", "relations.JPN-KOR.friction",
		"states.JPN.stance"}}
	var got []string
	for _, group := range codedTogether(s) {
		got = append(got, strings.Join(group, "+"))
	}
	slices.Sort(got)
	want := []string{"clauses.pact.stance.KOR", "relations.JPN-KOR.friction", "states.JPN.stance+clauses.pact.stance.JPN"}
	if !slices.Equal(got, want) {
		t.Errorf("coded together are %v, want %v", got, want)
	}
}

// A scenario that remembers another could have begun with no memory; each could have begun with one of its own. Neither
// start moves what is on the table.
func TestOtherStarts(t *testing.T) {
	s := doubted(t).Scenario
	if all := starts(&s); len(all) != 1 || all[0].scenario.Past == nil || all[0].scenario.Start != s.Start ||
		all[0].scenario.Past.Scenario.Start != s.Start-10 {
		t.Errorf("the starts are %d, the first after %v", len(all), all[0].name)
	}
	s.Past = &sim.Past{Scenario: s}
	if all := starts(&s); len(all) != 2 || all[0].scenario.Past != nil {
		t.Error("a scenario with a history could not have begun without")
	}
	warm := starts(&s)[1].scenario
	if run := sim.NewRun(sim.NewWorld(warm)); run.World().Headline() != sim.NewWorld(s).Headline() {
		t.Error("another start moves the clauses")
	}
	pact := s.Clauses["pact"]
	pact.Members = map[string]sim.Date{"JPN": s.Start}
	s.Clauses["pact"] = pact
	for _, c := range starts(&s)[1].scenario.Past.Scenario.Clauses {
		if len(c.Members) > 0 {
			t.Error("a clause binds its members in years before it was signed")
		}
	}
}

// It works on every shipped scenario.
func TestDoubtOfEveryScenario(t *testing.T) {
	if testing.Short() {
		t.Skip("lays each shipped scenario out in several ways")
	}
	shipped, err := scenarios.List()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range shipped {
		d := AskDoubt(context.Background(), Doubted{Scenario: s, Error: 0.1, Figures: 1}, Options{Runs: 1, Seed: 1})
		if d.Runs != 1 || len(d.Failures) > 0 || len(d.Figures) < 20 || len(d.Starts) != 1 {
			t.Errorf("%s: %d runs, %d figures, %d starts, failures %v", s.Name, d.Runs, len(d.Figures), len(d.Starts), d.Failures)
		}
	}
}
