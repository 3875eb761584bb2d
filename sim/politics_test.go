package sim

import (
	"math"
	"testing"
)

func TestPoliticsByHand(t *testing.T) {
	p := Politics{BetweenElections: 0.5}
	c := NewCalendar(2000, 2009.75, Quarter)
	near(t, "no elections: the rate alone", p.falls(c, nil, 0.4, 0), 1-math.Exp(-0.1))
	elections := []Date{2004, 2008}
	survive := 1.0
	for tick := range c.Tick(2008) + 1 {
		survive *= 1 - p.falls(c, elections, 0.4, tick)
	}
	// From 2000Q1 to 2008Q1, both included, are 33 quarters; elections only move the chance to their dates.
	near(t, "elections keep the yearly rate", survive, math.Exp(-0.4*33/4))
	if at, before := p.falls(c, elections, 0.4, c.Tick(2004)), p.falls(c, elections, 0.4, c.Tick(2003)); at < 4*before {
		t.Errorf("an election is no riskier (%v) than a quarter without (%v)", at, before)
	}
	gathered := Politics{BetweenElections: 0.2}.falls(c, elections, 0.3, c.Tick(2008))
	near(t, "the quarter of an election after four years", gathered, 1-math.Exp(-0.3*(0.2*0.25+0.8*4)))
	first := Politics{BetweenElections: 0.2}.falls(c, []Date{2001}, 0.3, c.Tick(2001))
	near(t, "the quarter of the first election, a year and a quarter after the start", first, 1-math.Exp(-0.3*(0.2*0.25+0.8*1.25)))
}

func TestANewGovernmentMayTryAgain(t *testing.T) {
	r := at(twoByTwo())
	r.Step()
	r.refused[0] = true
	r.install(0)
	if r.refused[0] {
		t.Error("a new government is held to the no that its predecessor met")
	}
}

// Where nothing lasts, every government that reviews has dispositions of its own, as by a rule that knows of no lasting ones.
func TestLastingIsASwitch(t *testing.T) {
	reviewed := 0
	worlds(100, func(number uint64, s Scenario) {
		s.Parameters.Politics.Lasting = 0
		r := NewRun(NewWorld(s))
		play(r, 4, number, func() {
			for i := range r.reviewedAt {
				if r.disposedAt[i] != r.reviewedAt[i] {
					t.Fatalf("world %d: %s reviewed at %d on a disposition of %d", number, r.w.States[i], r.reviewedAt[i], r.disposedAt[i])
				}
				if r.reviews[i] {
					reviewed++
				}
			}
		})
	})
	if reviewed < 500 {
		t.Errorf("only %d governments reviewed", reviewed)
	}
}

// Of the governments that review, the share that politics.lasting says keep the disposition there was; all others have a fresh
// one. So that is the correlation between one and the next.
func TestDispositionsLast(t *testing.T) {
	for _, lasting := range []float64{0, 0.8, 1} {
		s := changed(twoByTwo(), "CLI", func(x *State) { x.Volatility = Const(1) })
		s.Parameters.Politics.Lasting = lasting
		w := NewWorld(s)
		cli, reviewed, kept := w.State("CLI"), 0, 0
		r := NewRun(w)
		for run := range uint64(1500) {
			r.Start(5, run)
			before := r.disposition(0, cli)
			for r.Step() {
				now := r.disposition(0, cli)
				if !r.reviews[cli] {
					if now != before {
						t.Fatalf("the mind of a government that has not reviewed moved from %v to %v", before, now)
					}
					continue
				}
				if reviewed++; now == before {
					kept++
				}
				before = now
			}
		}
		if share := float64(kept) / float64(reviewed); math.Abs(share-lasting) > 0.05 || reviewed < 500 {
			t.Errorf("of %d governments that reviewed %.3f kept the mind there was; politics.lasting is %v", reviewed, share, lasting)
		}
	}
}
