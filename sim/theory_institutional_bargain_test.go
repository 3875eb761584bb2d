package sim

import "testing"

func TestInstitutionalBargainByHand(t *testing.T) {
	set := func(p *Parameters) {
		p.InstitutionalBargain = InstitutionalBargain{Security: 30, Reluctance: 2.5, Binding: 10, Restraint: 2}
	}
	r := tabled(threeWay(), "institutional-bargain", set)
	// Depth 0.8, all of polyarchy 0.8. The patron's partners have 0.2 of 0.5; the client's 0.4 of 0.5.
	near(t, "patron", r.says("PAT")[Binding], 10*0.8*0.8*0.2/0.5)
	near(t, "client", r.says("CLI")[Binding], 10*0.8*0.8*0.4/0.5)
	near(t, "each binds itself", r.says("PAT")[Autonomy], -2*0.8)
}

// Ikenberry: restraint is worth its price among capable partners with open politics, and not among weak or closed ones.
func TestIkenberryBargainsAmongCapableAndOpenPartners(t *testing.T) {
	set := func(p *Parameters) {
		p.InstitutionalBargain = InstitutionalBargain{Reluctance: 0, Binding: 10, Restraint: 2}
	}
	partners := func(capability, polyarchy float64) float64 {
		s := threeWay()
		for _, id := range []string{"CLI", "BYS"} {
			s = changed(s, id, func(x *State) { x.Capability, x.Polyarchy = Const(capability), Const(polyarchy) })
		}
		return tabled(s, "institutional-bargain", set).utility("PAT")
	}
	strong, weak, closed := partners(0.1, 0.8), partners(0.02, 0.8), partners(0.1, 0.2)
	if !(strong > 0 && weak < 0 && closed < 0) {
		t.Errorf("the bargain is worth %v among capable democracies, %v among weak and %v among closed ones", strong, weak, closed)
	}
}
