package sim

import "testing"

// PAT abandons somebody, which CLI feels by half: of a blow of 0.8 CLI loses 0.4 of its trust in PAT, and gets half of that
// back in the half-life of a quarter. Nobody else's trust moves, and not PAT's in CLI. A smile restores no trust.
func TestAbandonmentByHand(t *testing.T) {
	act := func(size float64) *Run {
		s := twoByTwo()
		s.Shocks = map[string]Shock{"left": {Kind: Abandonment, Actor: "PAT", Date: 2000, Size: size, HalfLife: 0.25,
			Felt: map[string]float64{"CLI": 0.5, "PAT": 1}}}
		r := at(s)
		r.Step()
		return r
	}
	r := act(0.8)
	n, cli, pat := r.w.N(), r.w.State("CLI"), r.w.State("PAT")
	near(t, "the client's trust in the patron", r.trust[cli*n+pat], 0.6)
	near(t, "the patron's in the client", r.trust[pat*n+cli], 1)
	near(t, "the patron's in itself", r.trust[pat*n+pat], 1)
	near(t, "the client's in others", r.trust[cli*n+r.w.State("RIV")], 1)
	r.Step()
	near(t, "a quarter later", r.trust[cli*n+pat], 0.8)
	r = act(-0.8)
	near(t, "after a smile", r.trust[cli*n+pat], 1)
}

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
