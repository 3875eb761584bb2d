package lab

import (
	"context"
	"encoding/json"
	"slices"
	"testing"

	"entente/scenarios"
	"entente/sim"
)

// Each draw of constants meets each coding: of 200 draws and 199 codings no pair comes twice before all have come in a
// block.
func TestEveryDrawMeetsEveryCoding(t *testing.T) {
	s := &sim.Scenario{Recode: 0.1, Coded: []string{"x"}}
	const draws = 200
	seen := map[[2]int]bool{}
	for k := range draws * Codings {
		seen[[2]int{k % draws, CodingOf(s, k)}] = true
	}
	if len(seen) != draws*Codings {
		t.Errorf("of %d pairs of a draw and a coding, %d come", draws*Codings, len(seen))
	}
	if CodingOf(s, 4) != 0 || CodingOf(s, 5) != 1 || CodingOf(s, 995) != 0 {
		t.Error("runs 4, 5 and 995 do not play codings 0, 1 and 0")
	}
	s.Recode = 0
	if CodingOf(s, 5) != NoCoding {
		t.Error("a scenario that is not recoded plays codings")
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
	ensemble := Play(context.Background(), w, Options{Runs: runs, Seed: seed, Workers: 3}).Endings()
	differ := 0
	for k := range runs {
		c := CodingOf(&w.Scenario, k)
		its := sim.NewWorld(w.Scenario.Recoded(0.3, seed, uint64(c)))
		alone := playToEnd(context.Background(), sim.NewRun(its), seed, k, true)
		if text(one[k]) != text(alone) {
			t.Errorf("run %d of a recoded world is not run %d of its coding, %d", k, k, c)
		}
		if text(one[k]) != text(many[k]) || text(one[k]) != text(ensemble[k]) {
			t.Errorf("run %d of a recoded world is another by other workers or in an ensemble", k)
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
	if c.by(3) != c.by(3) || c.by(NoCoding) != w {
		t.Error("a coding is laid twice, or the world itself is not handed on")
	}
	for k := range 50 {
		c.by(k)
	}
	if len(c.known) != mostCoded || !slices.ContainsFunc(c.known, func(k codedWorld) bool { return k.coding == 49 }) {
		t.Errorf("%d coded worlds are kept, want %d with the last", len(c.known), mostCoded)
	}
}
