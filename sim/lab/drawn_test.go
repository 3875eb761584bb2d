package lab

import (
	"encoding/csv"
	"strconv"
	"strings"
	"testing"

	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab/stats"
)

// drawing is a shipped scenario, cut short, whose runs take a few of the shipped draws in turn.
func drawing(t *testing.T, name string, draws int, set ...string) sim.Scenario {
	t.Helper()
	l, err := scenarios.Load(name, scenarios.Options{Set: set})
	if err != nil {
		t.Fatal(err)
	}
	s := brief(l.Scenario)
	few := *s.Draws
	few.Sets = few.Sets[:draws]
	s.Draws = &few
	return s
}

// What an ensemble says of constants is what its own table of runs, grouped by draw, comes to; and half of the runs tell nothing.
func TestAnEnsembleTellsLuckFromConstants(t *testing.T) {
	const draws, runs = 20, 60
	w := sim.NewWorld(drawing(t, "asia-1950", draws))
	e := Play(t.Context(), w, Options{Runs: runs, Seed: 3})
	s := e.Summarise()
	table := strings.Builder{}
	if err := e.writeRuns(&table); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(table.String())).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var happened []bool
	var by stats.Drawn
	for k, row := range rows[1:] {
		draw, err := strconv.Atoi(row[len(row)-2])
		if err != nil || draw != k%draws {
			t.Fatalf("run %d played draw %q", k, row[len(row)-2])
		}
		happened, by = append(happened, row[3] == "1"), append(by, stats.Dealt{Draw: draw, Coding: stats.Same})
	}
	last := s.InForce[len(s.InForce)-1]
	if want := by.Share(happened); last.Constants == nil || *last.Constants != *want.Constants || last.Low != want.Low {
		t.Errorf("at the end it is in force in %+v, constants %+v; by the table of runs in %+v, %+v", last, last.Constants, want, want.Constants)
	}
	if s.Draws != draws || len(s.HeldFast) > 0 {
		t.Errorf("its head knows of %d draws, %v held", s.Draws, s.HeldFast)
	}
	few := Play(t.Context(), w, Options{Runs: 2*draws - 1, Seed: 3}).Summarise()
	if got := few.InForce[len(few.InForce)-1].Constants; got != nil {
		t.Errorf("%d runs of %d draws tell of constants: %+v", 2*draws-1, draws, got)
	}
}

// What a ledger remembers is divided into luck and constants as what is played is; and whatever is compared has the draws of both
// worlds, or of one where the constants of the other are set.
func TestCellsTellLuckFromConstants(t *testing.T) {
	const draws, runs = 10, 30
	base := drawing(t, "asia-1950", draws)
	other := drawing(t, "asia-1950", draws, "states.USA.stance=1")
	rival := drawing(t, "asia-1950", draws, "theory=power-disparity")
	opts := Options{Runs: runs, Seed: 5, Ledger: &memory{}}
	played := Compare(t.Context(), worldsOf(base, other, rival), opts)
	recalled := Compare(t.Context(), worldsOf(base, other, rival), opts)
	if a, b := tabled(t, played), tabled(t, recalled); a != b {
		t.Errorf("what is remembered comes to\n%s\nand what was played to\n%s", b, a)
	}
	for k, w := range played.Worlds {
		if told := w.InForce.Constants != nil; told != (k < 2) {
			t.Errorf("of the world %s, by %s, it is told what constants leave open: %v", w.Name, w.Theory, told)
		}
		if k > 0 && w.Change.InForce.Constants == nil {
			t.Errorf("of the change in the world %s, by %s, it is not told what constants leave open", w.Name, w.Theory)
		}
	}
	if played.Draws != draws {
		t.Errorf("the head of all knows of %d draws", played.Draws)
	}
	d := AskDrivers(t.Context(), []*sim.World{sim.NewWorld(base)}, Options{Runs: runs, Seed: 5}).Worlds[0]
	if len(d.States) == 0 || d.States[0].Member.Constants == nil {
		t.Error("the drivers know nothing of draws")
	}
	why := AskWhy(t.Context(), base, named("friction", "stances"), 0, Options{Runs: runs, Seed: 5})
	if why.Gap.Constants == nil || why.AsIs.Constants == nil || why.Mechanisms[0].Carries.Constants == nil {
		t.Errorf("why tells of no constants: %+v", why.Gap)
	}
	alone := AskWhy(t.Context(), base, named("stances"), 0, Options{Runs: runs, Seed: 5})
	if *alone.Mechanisms[0].Carries.Constants != *alone.Gap.Constants {
		t.Errorf("one mechanism carries %+v of a gap of %+v", alone.Mechanisms[0].Carries.Constants, alone.Gap.Constants)
	}
}
