package sim

import "testing"

// Four tenths of the flow stopped, 0.3364 of it a quarter on. The flow is 0.2 × 0.5 × 100 bn; 70 % is sold elsewhere.
func TestStoppedTradeByHand(t *testing.T) {
	s := twoByTwo()
	s.Parameters.Trade.Adjustment = 1
	r := at(s)
	cli := r.w.State("CLI")
	r.stopped[cli] = 0.4
	r.Step()
	near(t, "what is left", r.Dependence(0, cli), 0.2*(1-0.33636))
	near(t, "what is lost", r.TradeLost(cli), 10*0.33636*0.3*0.25)
	near(t, "what turns elsewhere for good", r.shift[cli], 1-0.33636*0.25)
}

// A flow of 0.2 × 0.5 of GDP, punished with 0.5 for a clause of depth 0.8, of which 0.3 finds no other buyer.
func TestTradeLossByHand(t *testing.T) {
	client, _ := explained(t, "CLI")
	near(t, "the client's", client[TradeLoss], -10*(0.2*0.5)*(0.5*0.8)*0.3)
}
