package sim

import "testing"

// A tie of 0.3 is as deep as the clause of 0.8 that binds both; who sits out, or was never in, is bound by treaties alone; and a treaty
// that is deeper than the clause stays as it is.
func TestAClauseInForceDeepensTheTiesOfItsMembers(t *testing.T) {
	r := at(threeWay())
	bys, cli, pat := r.w.State("BYS"), r.w.State("CLI"), r.w.State("PAT")
	binding(r)
	near(t, "client and patron", r.Depth(cli, pat), 0.8)
	near(t, "client and bystander", r.Depth(cli, bys), 0.8)
	r.status[bys] = apart
	r.count()
	near(t, "the bystander is out", r.Depth(cli, bys), 0)
	near(t, "the patron still in", r.Depth(pat, cli), 0.8)
	r.status[pat] = suspended
	r.count()
	near(t, "the patron sits out", r.Depth(cli, pat), 0.3)
	s := twoByTwo()
	s.Ties = map[string]Tie{"deep": {Title: "Deep", Members: []string{"CLI", "PAT"}, Kind: Defence, Depth: Const(0.9), Since: 1990}}
	r = at(s)
	binding(r)
	near(t, "a treaty deeper than the clause", r.Depth(r.w.State("CLI"), r.w.State("PAT")), 0.9)
}
