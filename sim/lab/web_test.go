package lab

import (
	"slices"
	"testing"

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
