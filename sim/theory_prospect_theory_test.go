package sim

import (
	"math"
	"testing"
)

// A gamble with both outcomes below the reference and unequal chances: -0.1 with 0.3, -0.4 with 0.7. Both are losses, so the
// worse has the weight of its own chance, w(0.7) = 0.5878, and the better what is left:
// 0.5878 × -1.0046 + 0.4122 × -0.2966. Above the reference it is the better one: w(0.3) = 0.3184 of 0.4465, the rest of 0.1318.
func TestAGambleByHand(t *testing.T) {
	near(t, "among losses", gamble(-0.1, 0.3, -0.4), -0.7128)
	near(t, "among gains", gamble(0.4, 0.3, 0.1), 0.2320)
	near(t, "across: a gain of 0.1 with 0.3, a loss of 0.4 with 0.7", gamble(0.1, 0.3, -0.4), 0.3184*0.1318-0.5878*1.0046)
}

// Tversky & Kahneman (1992): the values and weights that their printed parameters give, to the digits of a hand calculator.
func TestTverskyAndKahnemanByHand(t *testing.T) {
	for _, c := range []struct{ z, want float64 }{{0, 0}, {1, 1}, {-1, -2.25}, {0.1, 0.1318}, {-0.25, -0.6643}, {100, 57.5440}} {
		near(t, "value", value(c.z), c.want)
	}
	for _, c := range []struct{ q, gains, losses float64 }{
		{0, 0, 0}, {0.01, 0.0553, 0.0397}, {0.1, 0.1863, 0.17015}, {0.5, 0.4206, 0.4540}, {0.9, 0.7117, 0.7749}, {1, 1, 1},
	} {
		near(t, "weight of a gain", weighting(c.q, gammaOfGains), c.gains)
		near(t, "weight of a loss", weighting(c.q, gammaOfLosses), c.losses)
	}
}

// He and Feng: among losses, a danger above the one a state is used to, people take a gamble of the same mean as the sure
// thing; among gains they do not.
func TestHeAndFengTurnRiskAcceptantAboveTheReference(t *testing.T) {
	for _, z := range []float64{0.1, 0.2, 0.4} {
		for _, step := range []float64{0.02, 0.05, 0.1} {
			if gamble(z+step, 0.5, z-step) >= value(z) {
				t.Errorf("among gains of %v a fair gamble of %v is taken", z, step)
			}
			if gamble(-z+step, 0.5, -z-step) <= value(-z) {
				t.Errorf("among losses of %v a fair gamble of %v is refused", z, step)
			}
		}
	}
	// The same in a state's decision: two clients for whom the clause takes off as much danger as it costs for sure, one
	// in more danger than it is used to and one in less.
	for _, c := range []struct {
		reference float64
		signs     bool
	}{{0.05, true}, {0.6, false}} {
		r := tabled(twoByTwo(), "prospect-theory", func(p *Parameters) {
			// half of the patrons come, and bring 0.15
			gain := 0.5 * (danger(0.5, 0.145) - danger(0.5, 0.145+0.15))
			p.ProspectTheory = ProspectTheory{Security: 30, Reference: c.reference, Price: gain / 0.8 * 2} // one of two has half the say
		})
		if u := r.says("CLI")[Prospect]; (u > 0) != c.signs {
			t.Errorf("used to a danger of %v, a client in one of %.3f makes %v of a fair gamble", c.reference, danger(0.5, 0.145), u)
		}
	}
}

func TestProspectByHand(t *testing.T) {
	r := tabled(twoByTwo(), "prospect-theory", func(p *Parameters) {
		p.ProspectTheory = ProspectTheory{Security: 30, Reluctance: 2.5, Reference: 0.15, Price: 0.05}
	})
	// Reliability is 0.5: the 0.075 that CLI counts on would be 0.15 if PAT came. Both outcomes are losses.
	now := 0.15 - danger(0.5, 0.145)
	come, not := 0.15-danger(0.5, 0.295)-0.02, now-0.02 // price 0.05 × depth 0.8 × half of the say
	w := 0.4540
	loss := func(z float64) float64 { return -2.25 * math.Pow(-z, 0.88) }
	if got, want := r.says("CLI")[Prospect], 30*(w*loss(not)+(1-w)*loss(come)-loss(now)); math.Abs(got-want) > 2e-3 {
		t.Errorf("the gamble is worth %v, by hand %v", got, want)
	}
	near(t, "reluctance", r.says("CLI")[Reluctance], -2.5)
}

// He and Feng: among losses a state takes the risk of many partners for more help, among gains it keeps to few.
func TestHeAndFengWidenTheTableAmongLosses(t *testing.T) {
	for _, c := range []struct {
		reference float64
		widens    bool
	}{{0.05, true}, {0.6, false}} {
		set := func(p *Parameters) {
			p.Aid.Reliability = 0.5
			p.ProspectTheory = ProspectTheory{Security: 30, Reference: c.reference, Price: 0.24}
		}
		patron := changed(threeWay(), "BYS", func(x *State) { x.Capability = Const(0.3) })
		few, many := tabled(twoByTwo(), "prospect-theory", set).utility("CLI"), tabled(patron, "prospect-theory", set).utility("CLI")
		if (many > few) != c.widens {
			t.Errorf("used to a danger of %v, a client in one of %.3f makes %v of one partner and %v of two", c.reference,
				danger(0.5, 0.145), few, many)
		}
	}
}
