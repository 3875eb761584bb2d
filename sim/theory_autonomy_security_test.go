package sim

import "testing"

func TestAutonomySecurityByHand(t *testing.T) {
	r := tabled(twoByTwo(), "autonomy-security",
		func(p *Parameters) { p.AutonomySecurity = AutonomySecurity{Security: 30, Reluctance: 2.5, Autonomy: 5} })
	near(t, "the stronger gains a say", r.says("PAT")[Autonomy], 5*0.8*0.5)
	near(t, "the weaker gives it", r.says("CLI")[Autonomy], -5*0.8*0.5)
	near(t, "and gains security", r.says("CLI")[Security], 30*(danger(0.5, 0.145)-danger(0.5, 0.22)))
}

// Morrow: where only one of two is threatened, their pact needs something for the other, which asymmetry provides.
func TestMorrowAsymmetricPactsAreEasier(t *testing.T) {
	both := func(capability float64) float64 {
		s := changed(twoByTwo(), "PAT", func(x *State) { x.Capability, x.Contest = Const(capability), nil })
		r := tabled(s, "autonomy-security", func(p *Parameters) {
			p.AutonomySecurity = AutonomySecurity{Security: 80,
				Reluctance: 1.5, Autonomy: 5}
		})
		return min(r.utility("PAT"), r.utility("CLI"))
	}
	if equal, asymmetric := both(0.1), both(0.3); equal >= 0 || asymmetric <= 0 {
		t.Errorf("the less willing of two makes %v of a pact of equals and %v of an unequal one", equal, asymmetric)
	}
}
