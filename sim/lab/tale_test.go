package lab

import (
	"testing"

	"entente/scenarios"
	"entente/sim"
)

// The ties of a tale are at every tick those of its run, but for two whom a clause binds; some climb, and none is told twice.
func TestATaleHasTheTiesOfItsRun(t *testing.T) {
	l, err := scenarios.Load("europe-1947", scenarios.Options{Best: true})
	if err != nil {
		t.Fatal(err)
	}
	w := sim.NewWorld(l.Scenario)
	tale, _ := TaleOf(w, 1, 0)
	now := map[[2]string]sim.TieKind{}
	run, next, climbed, under := sim.NewRun(w), 0, 0, 0
	run.Start(1, 0)
	for run.Step() {
		for ; next < len(tale.Ties) && tale.Ties[next].Tick == run.Tick; next++ {
			tie := tale.Ties[next]
			if now[tie.Between] == tie.Kind {
				t.Errorf("%v is told twice at tick %d", tie, run.Tick)
			}
			if now[tie.Between] = tie.Kind; run.Tick > 0 {
				climbed++
			}
		}
		pairs(w.N(), func(_, i, j int) {
			told, is := now[[2]string{w.States[i], w.States[j]}], sim.Rungs()[run.Rung(i, j)]
			switch {
			case told == is:
			case is == sim.Defence && bound(run, i, j):
				under++
			default:
				t.Errorf("tick %d: %s and %s have %q, and are told to have %q", run.Tick, w.States[i], w.States[j], is, told)
			}
		})
	}
	if climbed == 0 || under == 0 || next != len(tale.Ties) {
		t.Errorf("%d ties climb, a clause lies over %d, and %d of %d are told in time", climbed, under, next, len(tale.Ties))
	}
}
