package sim

import "testing"

func TestBalanceOfThreatByHand(t *testing.T) {
	r := tabled(twoByTwo(), "balance-of-threat", func(p *Parameters) { p.BalanceOfThreat = BalanceOfThreat{Security: 30, Reluctance: 2.5} })
	near(t, "client", r.utility("CLI"), 30*(danger(0.5, 0.145)-danger(0.5, 0.22))-2.5)
	near(t, "patron", r.utility("PAT"), 30*(danger(0.25, 0.315)-danger(0.25, 0.34))-2.5)
}

// Walt: states balance against threats, not against power alone. A rival twice as strong that nobody thinks hostile moves
// nobody; the same rival, disputing more, does. And nothing but threat counts.
func TestWaltThreatAndNotPower(t *testing.T) {
	set := func(p *Parameters) { p.BalanceOfThreat = BalanceOfThreat{Security: 30, Reluctance: 2.5} }
	calm := changed(twoByTwo(), "CLI", func(x *State) { x.Contest = nil })
	strong := changed(calm, "RIV", func(x *State) { x.Capability = Const(0.4) })
	if a, b := tabled(calm, "balance-of-threat", set).utility("CLI"), tabled(strong, "balance-of-threat", set).utility("CLI"); a != b ||
		a != -2.5 {
		t.Errorf("power without hostile intent moves the client from %v to %v", a, b)
	}
	angry := changed(twoByTwo(), "CLI", func(x *State) { x.Contest = map[string]Series{"RIV": Const(0.9)} })
	if a, b := tabled(twoByTwo(), "balance-of-threat", set).utility("CLI"), tabled(angry, "balance-of-threat", set).utility("CLI"); b <= a {
		t.Errorf("more hostility moves the client from %v to %v", a, b)
	}
	friends := twoByTwo()
	friends.Relations = map[string]Relation{"CLI-PAT": {Friction: Const(1), Affinity: Const(0)}}
	friends = changed(friends, "CLI", func(x *State) { x.Trade, x.Stance = map[string]Series{"RIV": Const(0.9)}, Const(-1) })
	if a, b := tabled(twoByTwo(), "balance-of-threat", set).utility("CLI"),
		tabled(friends, "balance-of-threat", set).utility("CLI"); a != b {
		t.Errorf("quarrels, trade and stance move the client from %v to %v", a, b)
	}
}
