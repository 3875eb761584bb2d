package sim

import "testing"

// A suspended pair keeps its defence treaty and nothing else.
func TestASuspendedPairKeepsItsTreatyOnly(t *testing.T) {
	s := twoByTwo()
	s.Ties["base"] = Tie{Title: "Base", Members: []string{"CLI", "PAT"}, Kind: Access, Depth: Const(0.4), Since: 1990}
	r := at(s)
	r.Step()
	p := r.w.State("PAT")*3 + r.w.State("CLI")
	near(t, "awake", r.ties[p], 0.4)
	r.setAsleep(r.w.State("CLI"), r.w.State("PAT"), true)
	r.tieUp()
	near(t, "asleep", r.ties[p], 0.3)
}
