package sim

import "testing"

func TestWarStabilityByHand(t *testing.T) {
	s := twoByTwo()
	s.Ties = nil
	set := func(p *Parameters) {
		p.WarStability = WarStability{Stability: 10, Reluctance: 2.5, Trade: 20, Defence: 1, Spoils: 0.5}
	}
	r := tabled(s, "war-stability", set)
	// CLI has 0.1 against 0.2, and 0.5 × 0.5 of GDP to be won against 0.2 × 0.5 of trade to lose.
	near(t, "the client is cured", r.says("CLI")[Stability], 10)
	near(t, "the patron has nothing to cure", r.says("PAT")[Stability], 0)
	// 80 % of trade is not with the rival, all of it with the one partner: 0.8 × 0.5 of GDP.
	near(t, "trade among members", r.says("PAT")[Commerce], 20*0.4)
	near(t, "that with an ally is there already", tabled(twoByTwo(), "war-stability", set).says("PAT")[Commerce], 0)
	poor := changed(s, "CLI", func(x *State) { x.GDP = nil })
	near(t, "of whom no GDP is known trades with nobody", tabled(poor, "war-stability", set).says("CLI")[Commerce], 0)
	trading := changed(s, "CLI", func(x *State) { x.Trade = map[string]Series{"RIV": Const(0.6)} })
	near(t, "who trades enough with the rival is left alone", tabled(trading, "war-stability", set).says("CLI")[Stability], 0)
}

// Jackson and Nei: without trade a state keeps no link that it does not need against a war, and so no pact of a safe state
// with anyone lasts; trade may repay it.
func TestJacksonAndNeiNoTradeNoLink(t *testing.T) {
	s := twoByTwo()
	s.Ties = nil
	bare := tabled(s, "war-stability", func(p *Parameters) {
		p.WarStability = WarStability{Stability: 10, Reluctance: 2.5, Defence: 1, Spoils: 0.5}
	})
	if u := bare.utility("PAT"); u >= 0 {
		t.Errorf("the safe patron keeps a link that it does not need: %v", u)
	}
	rich := tabled(s, "war-stability", func(p *Parameters) {
		p.WarStability = WarStability{Stability: 10, Reluctance: 2.5, Trade: 20, Defence: 1, Spoils: 0.5}
	})
	if u := rich.utility("PAT"); u <= 0 {
		t.Errorf("trade does not repay the link: %v", u)
	}
}
