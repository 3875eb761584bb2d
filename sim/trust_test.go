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
