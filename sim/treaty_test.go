package sim

import "testing"

// Work that a tie began outlives it, one rung lower.
func TestWorkOutlivesItsTie(t *testing.T) {
	s := twoByTwo()
	s.Ties["base"] = Tie{Title: "Base", Members: []string{"CLI", "PAT"}, Kind: Access, Since: 1990, Until: 2000.5}
	r := at(s)
	for range 3 {
		r.Step()
	}
	if got := r.rung[r.w.State("PAT")*3+r.w.State("CLI")]; got != RungInformation {
		t.Errorf("after the tie of rung %d they stand on rung %d", RungAccess, got)
	}
}
