package lab

import (
	"context"
	"encoding/json"
	"slices"
	"testing"

	"entente/scenarios"
	"entente/sim"
)

// Five runs in turn share a coding and no draw of constants; the same draws come again with other codings.
func TestFiveRunsShareACoding(t *testing.T) {
	s := &sim.Scenario{Recode: 0.1, Coded: []string{"states.JPN.stance"}}
	for k, want := range map[int]int{0: 0, 4: 0, 5: 1, 200: 40, 9999: 1999} {
		if got := CodingOf(s, k); got != want {
			t.Errorf("run %d plays coding %d, want %d", k, got, want)
		}
	}
	s.Recode = 0
	if CodingOf(s, 5) != NoCoding {
		t.Error("a scenario that is not recoded plays codings")
	}
}

// What is played at a time holds whole codings: else the world of one would be laid by two workers.
func TestABlockHoldsWholeCodings(t *testing.T) {
	if block%runsOfACoding != 0 {
		t.Errorf("a block of %d runs holds no whole number of codings of %d", block, runsOfACoding)
	}
}

// recodedWorld is a shipped scenario, with all that was coded by hand to be moved by so much.
func recodedWorld(t *testing.T, sd float64) *sim.World {
	t.Helper()
	l, err := scenarios.Load("scandinavia-1948", scenarios.Options{})
	if err != nil {
		t.Fatal(err)
	}
	l.Scenario.Recode = sd
	return sim.NewWorld(l.Scenario)
}

// Run k of a recoded world is run k of the world that its coding is, whoever plays it, in cells and in ensembles.
func TestARunPlaysItsCoding(t *testing.T) {
	w := recodedWorld(t, 0.3)
	text := func(v any) string {
		b, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	const runs, seed = 43, 3
	play := func(w *sim.World, workers int) []*Ending {
		opts := Options{Runs: runs, Seed: seed, Workers: workers}
		return PlayCells(context.Background(), []Cell{{World: w, Whole: true}}, opts).Endings(0)
	}
	one, many, plain := play(w, 1), play(w, 4), play(recodedWorld(t, 0), 1)
	ensemble, h := Play(context.Background(), w, Options{Runs: runs, Seed: seed, Workers: 3}).fates, w.Headline()
	differ := 0
	for k := range runs {
		c := CodingOf(&w.Scenario, k)
		its := sim.NewWorld(w.Scenario.Recoded(0.3, seed, uint64(c)))
		alone := playToEnd(context.Background(), sim.NewRun(its), seed, k, true)
		if text(one[k]) != text(alone) {
			t.Errorf("run %d of a recoded world is not run %d of its coding, %d", k, k, c)
		}
		if text(one[k]) != text(many[k]) {
			t.Errorf("run %d of a recoded world is another by other workers", k)
		}
		for i := range w.N() {
			if int32(ensemble.signed[i][k]) != one[k].Signed[h*w.N()+i] || ensemble.bound[i][k] != one[k].Bound[h*w.N()+i] {
				t.Errorf("run %d of a recoded world is another in an ensemble: %s", k, w.States[i])
			}
		}
		if text(one[k]) != text(plain[k]) {
			differ++
		}
	}
	if differ == 0 {
		t.Error("an error of 0.3 in all that was coded changes no run")
	}
}

// However many workers ask for a few codings, each is laid once for those who ask at about the same time, and few are
// kept.
func TestFewCodedWorldsAreKept(t *testing.T) {
	w := recodedWorld(t, 0.1)
	c := &codedWorlds{world: w, seed: 1}
	if first, again := c.by(3), c.by(3); first != again || c.by(NoCoding) != w {
		t.Error("a coding is laid twice, or the world itself is not handed on")
	}
	for k := range 50 {
		c.by(k)
	}
	if len(c.known) != mostCoded || !slices.ContainsFunc(c.known, func(k codedWorld) bool { return k.coding == 49 }) {
		t.Errorf("%d coded worlds are kept, want %d with the last", len(c.known), mostCoded)
	}
}
