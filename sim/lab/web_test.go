package lab

import (
	"slices"
	"testing"

	"entente/scenarios"
	"entente/sim"
)

// A treaty that only one side owes is as deep whichever of the two that is, at the start and at the end.
func TestAOneSidedTreatyIsAsDeepFromEitherEnd(t *testing.T) {
	for _, guarantor := range []string{"JPN", "USA"} {
		s := ablated(t, "pacific-2025", `ties.us-jpn.guarantor="`+guarantor+`"`)
		s.End = s.Start // before anything can come between them
		web := Play(t.Context(), sim.NewWorld(s), Options{Runs: 1, Seed: 1}).Summarise().Web
		k := slices.IndexFunc(web.Pairs, func(p Pair) bool { return p.A == "JPN" && p.B == "USA" })
		if got := web.Pairs[k].Depth; got != [2]float64{0.7, 0.7} {
			t.Errorf("owed by %s the treaty is %v deep at the start and at the end, want 0.7", guarantor, got)
		}
	}
}

// Of the trilaterals that runs found, the one that most runs have at work at the end comes first; who rests is not counted.
func TestTheMostFrequentTrilateralComesFirst(t *testing.T) {
	l, err := scenarios.Load("scandinavia-1948", scenarios.Options{Best: true})
	if err != nil {
		t.Fatal(err)
	}
	e := Play(t.Context(), sim.NewWorld(brief(l.Scenario)), Options{Runs: 3, Seed: 1})
	often, seldom := sim.Set{}.With(1).With(2).With(3), sim.Set{}.With(0).With(1).With(2)
	for k := range e.diaries {
		e.diaries[k].grown, e.diaries[k].grownOn = []sim.Set{seldom, often}, []bool{k == 0, k < 2}
	}
	var grew []ArrangementEnd
	for _, a := range e.Summarise().Web.Arrangements {
		if a.Grew {
			grew = append(grew, a)
		}
	}
	if len(grew) != 2 || !slices.Equal(grew[0].Members, e.World.IDs(often)) || grew[0].AtEnd.Count != 2 || grew[1].AtEnd.Count != 1 {
		t.Errorf("they are told as %+v", grew)
	}
}
