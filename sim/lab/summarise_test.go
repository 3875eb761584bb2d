package lab

import (
	"slices"
	"testing"

	"entente/sim"
)

// Of two runs the median date is the earlier: a tick that occurred, as with quantiles.
func TestMedianDateOfTwoRuns(t *testing.T) {
	w := &sim.World{Calendar: sim.NewCalendar(2000, 2009, sim.Year)}
	signed := func(ticks ...int32) (runs []*record) {
		for _, tick := range ticks {
			runs = append(runs, &record{Ending: Ending{Signed: []int32{tick}}})
		}
		return runs
	}
	for _, c := range []struct {
		runs []*record
		want string
	}{
		{signed(7, 3), "2003"}, {signed(7, 3, -1), "2003"}, {signed(8, -1, 1, 6), "2006"}, {signed(-1), ""},
	} {
		if got := medianTick(w, c.runs, func(r *record) int32 { return r.Signed[0] }); got != c.want {
			t.Errorf("the median of %d runs is %q, want %s", len(c.runs), got, c.want)
		}
	}
}

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
