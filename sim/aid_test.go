package sim

import "testing"

func TestAidByHand(t *testing.T) {
	p := Aid{Local: 1000, Global: 9000, Reliability: 0.75, Doubt: 0.5}
	near(t, "at home", p.reach(0, 0), 1)
	near(t, "no projection, 1,000 km", p.reach(1000, 0), 0.3679)
	near(t, "projection over the world, 9,000 km", p.reach(9000, 1), 0.3679)
	near(t, "half way between: 5,000 km", p.reach(5000, 0.5), 0.3679)
	near(t, "a steady partner", p.reliability(0, 1), 0.75)
	near(t, "one change a year", p.reliability(1, 1), 0.4549) // 0.75 e^-0.5
	near(t, "half committed", p.reliability(1, 0.5), 0.2274)
	near(t, "and back", p.committed(p.reliability(1, 0.5), 1), 0.5)
}

// A patron that projects over the world brings more to a client far away than the client to it.
func TestThePromisersProjectionCounts(t *testing.T) {
	s := twoByTwo()
	cli := s.States["CLI"]
	cli.Longitude, cli.Projection = 30, Const(0)
	s.States["CLI"] = cli
	s.Parameters.Aid.Global = 10000
	r := at(s)
	r.Step()
	i, j, km := r.w.State("CLI"), r.w.State("PAT"), r.w.distance[r.w.State("CLI")*3+r.w.State("PAT")]
	near(t, "the patron's promise", r.worth[i*r.w.N()+j], 0.5*0.3*exp(-km/10000))
	near(t, "the client's", r.worth[j*r.w.N()+i], 0.5*0.1*exp(-km/1000))
}

// CLI is tied to its own rival: that tie is no aid against it, and CLI, asked to join, does not fight for it.
func TestATieWithTheRival(t *testing.T) {
	s := twoByTwo()
	s.Ties["odd"] = Tie{Title: "Odd", Members: []string{"CLI", "RIV"}, Kind: Defence, Depth: Const(0.4), Since: 1990}
	r := at(s)
	r.Step()
	near(t, "the rival's strength", r.strength[0], 0.2)
	r.convene(0)
	cli := r.w.State("CLI")
	near(t, "danger, all aid but the rival's own", r.danger(cli, r.aid[cli]), 0.5*0.2/(0.2+0.145))
}

// A rival counts on its ally as far as it trusts it: 0.2 of its own, and of an ally of 0.3 that is half relied on by a depth of 0.4 and
// half trusted, 0.4 × 0.5 × 0.5 × 0.3 = 0.03.
func TestARivalTrustsItsAlliesAsFarAsOthersDo(t *testing.T) {
	s := twoByTwo()
	ally := s.States["PAT"]
	s.States["ALY"] = ally
	s.Ties["axis"] = Tie{Title: "Axis", Members: []string{"ALY", "RIV"}, Kind: Defence, Depth: Const(0.4), Since: 1990}
	r := at(s)
	r.Step()
	n, rival, aly := r.w.N(), r.w.State("RIV"), r.w.State("ALY")
	near(t, "trusted wholly", r.might(0), 0.2+0.4*0.5*0.3)
	r.trust[rival*n+aly] = 0.5
	near(t, "half trusted", r.might(0), 0.2+0.4*0.5*0.5*0.3)
}
