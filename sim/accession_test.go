package sim

import "testing"

// A member welcomes the one who helps it, not the one it helps: PAT would add 0.075 to what CLI has, CLI 0.025 to what PAT
// has, and each votes by what it would get.
func TestAMemberWelcomesTheOneWhoHelpsIt(t *testing.T) {
	s := twoByTwo()
	s.Parameters.Decision = Weights{Security: 10}
	s.Parameters.Common.Goodwill = 1
	r := at(s)
	r.Step()
	r.convene(0)
	pat, cli := r.talks.seat[r.w.State("PAT")], r.talks.seat[r.w.State("CLI")]
	near(t, "the client on its patron", r.approves(cli, pat), 1+10*(danger(0.5, 0.145)-danger(0.5, 0.145+0.075)))
	near(t, "the patron on its client", r.approves(pat, cli), 1+10*(danger(0.25, 0.315)-danger(0.25, 0.315+0.025)))
}
