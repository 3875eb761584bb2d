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

// A treaty below defence counts while the pair stands on its rung or above: who no longer gives access cannot be counted on for a base,
// and is left with the 0.3 of its defence treaty.
func TestATreatyBelowDefenceCountsFromItsRungUp(t *testing.T) {
	s := twoByTwo()
	s.Ties["base"] = Tie{Title: "Base", Members: []string{"CLI", "PAT"}, Kind: Access, Depth: Const(0.4), Since: 1990}
	r := at(s)
	r.Step()
	cli, pat := r.w.State("CLI"), r.w.State("PAT")
	for _, c := range []struct {
		why  string
		rung int8
		want float64
	}{
		{"on its rung", RungAccess, 0.4},
		{"above", RungConsult, 0.4},
		{"below", RungInformation, 0.3},
	} {
		r.setRung(cli, pat, c.rung)
		r.tieUp()
		near(t, c.why+", to the patron", r.ties[pat*3+cli], c.want)
		near(t, c.why+", to the client", r.ties[cli*3+pat], c.want)
	}
}
