package sim

import "testing"

// Of four partners that either of two has they share one: 1/4. Two who have none share none.
func TestPartnersInCommonByHand(t *testing.T) {
	r := at(threeWay())
	near(t, "nobody has any", r.partners(0, 1), 0)
	r.links[0], r.links[1] = Set{}.With(2).With(3), Set{}.With(3).With(4).With(5)
	near(t, "one of four", r.partners(0, 1), 0.25)
	near(t, "seen from the other side", r.partners(1, 0), 0.25)
	near(t, "with one who has none", r.partners(0, 2), 0)
	near(t, "with one who has the same", r.partners(0, 0), 1)
}

// A rung holds for both: on any they work together, from close partners on either can bring a third in, and a rung that is lost is lost
// to both.
func TestARungIsOfBoth(t *testing.T) {
	r := at(threeWay())
	n, cli, pat, bys := r.w.N(), r.w.State("CLI"), r.w.State("PAT"), r.w.State("BYS")
	for _, c := range []struct {
		rung        int8
		works, near bool
	}{{RungExercises, true, false}, {closePartner, true, true}, {closePartner - 1, true, false}, {RungNone, false, false}} {
		r.setRung(cli, pat, c.rung)
		for _, p := range [][2]int{{cli, pat}, {pat, cli}} {
			if i, j := p[0], p[1]; r.rung[i*n+j] != c.rung || r.worksWith[i].Has(j) != c.works || r.close[i].Has(j) != c.near {
				t.Errorf("put on rung %d, a pair stands on %d, works together %v, is close %v", c.rung, r.rung[i*n+j], r.worksWith[i].Has(j), r.close[i].Has(j))
			}
		}
	}
	if r.rung[cli*n+bys] != RungNone || r.worksWith[bys] != (Set{}) {
		t.Error("a third is put on a rung")
	}
}

// Links are close partners whose work is not suspended, and whom a treaty binds whether or not it is.
func TestLinksAreAlliesAndCloseWork(t *testing.T) {
	r := at(threeWay()) // CLI and PAT have a defence treaty
	r.Step()
	cli, pat, bys := r.w.State("CLI"), r.w.State("PAT"), r.w.State("BYS")
	r.setRung(cli, bys, closePartner)
	r.setRung(pat, bys, closePartner-1)
	links := func(why string, want Set) {
		t.Helper()
		r.keepLinks()
		if r.links[cli] != want {
			t.Errorf("%s: the client is linked to %v, want %v", why, r.links[cli].List(), want.List())
		}
	}
	links("an ally and a close partner", Set{}.With(pat).With(bys))
	r.setAsleep(cli, bys, true)
	r.setAsleep(cli, pat, true)
	links("work suspended with both", Set{}.With(pat))
}
