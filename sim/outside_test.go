package sim

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// everyPlace calls f for every clause, tick and state.
func everyPlace(w *World, f func(c, tick, i int)) {
	for c := range w.Clauses {
		for tick := range w.Calendar.Ticks() {
			for i := range w.N() {
				f(c, tick, i)
			}
		}
	}
}

// Who listens and hears nothing, and who is told what the rule would do anyway, plays the history of the rule to the last bit.
func TestDecisionsOfTheRuleFromOutsideChangeNothing(t *testing.T) {
	asked := 0
	worlds(60, func(number uint64, s Scenario) {
		w := NewWorld(s)
		r := NewRun(w)
		start := func() { r.Start(1, number) }
		alone := story(r, start)
		o := NewOutside(w)
		r.Heed(o)
		if !slices.Equal(story(r, start), alone) {
			t.Fatalf("world %d: who hears nothing plays another history", number)
		}
		everyPlace(w, func(c, tick, i int) {
			if a, ok := o.Answer(c, i, tick); ok {
				asked++
				if a.Said || a.Yes != a.Would {
					t.Fatalf("world %d: %+v, and nothing was said", number, a)
				}
				o.Say(c, i, tick, a.Would)
			}
		})
		if !slices.Equal(story(r, start), alone) {
			t.Fatalf("world %d: told what the rule would do, it plays another history", number)
		}
		start()
		everyPlace(w, func(c, tick, i int) {
			if _, ok := o.Answer(c, i, tick); ok {
				t.Fatalf("world %d: before its history has come so far, something was asked in tick %d", number, tick)
			}
		})
		r.Heed(nil)
		if !slices.Equal(story(r, start), alone) {
			t.Fatalf("world %d: who hears nobody any more plays another history", number)
		}
	})
	if asked < 1000 {
		t.Errorf("only %d decisions were asked for", asked)
	}
}

// Whatever one state says, all luck stays: shocks strike and governments fall as they would have, each government has the
// disposition that it would have had, and at the tick at which it is said nobody else decides otherwise.
func TestADecisionFromOutsideDisturbsNobodysLuck(t *testing.T) {
	said, turned := 0, 0
	worlds(120, func(number uint64, s Scenario) {
		w := NewWorld(s)
		rng := rand.New(rand.NewPCG(number, 7))
		type moment struct {
			struck, fresh []bool
			draws         []float64
			answers       []Answer
		}
		look := func(r *Run, o *Outside) (all []moment) {
			play(r, 1, number, func() {
				var m moment
				for k := range w.shocks {
					m.struck = append(m.struck, r.Struck(k))
				}
				for i := range w.N() {
					m.fresh = append(m.fresh, r.NewGovernment(i))
					for c := range w.Clauses {
						m.draws = append(m.draws, r.disposition(c, i))
						a, _ := o.Answer(c, i, r.Tick)
						m.answers = append(m.answers, a)
					}
				}
				all = append(all, m)
			})
			return all
		}
		r, o := NewRun(w), NewOutside(w)
		r.Heed(o)
		alone := look(r, o)
		founders, _ := w.Invited(w.Headline())
		who := founders[rng.IntN(len(founders))]
		first := -1
		everyPlace(w, func(c, tick, i int) {
			if a, ok := o.Answer(c, i, tick); ok && i == who && c == w.Headline() {
				o.Say(c, i, tick, !a.Would)
				if said++; first < 0 {
					first = tick
				}
			}
		})
		if first < 0 {
			return
		}
		told := look(r, o)
		for tick := range alone {
			a, b := alone[tick], told[tick]
			if !slices.Equal(a.struck, b.struck) || !slices.Equal(a.fresh, b.fresh) || !slices.Equal(a.draws, b.draws) {
				t.Fatalf("world %d, tick %d: luck is not what it was", number, tick)
			}
			if tick > first {
				turned++
				continue
			}
			for k := range a.answers {
				mine := k/len(w.Clauses) == who && k%len(w.Clauses) == w.Headline() && tick == first
				if !mine && a.answers[k] != b.answers[k] {
					t.Fatalf("world %d, tick %d: another decides otherwise before anybody can know: %+v, %+v", number, tick, a.answers[k],
						b.answers[k])
				}
				if mine && (a.answers[k].Chance != b.answers[k].Chance || a.answers[k].Would != b.answers[k].Would ||
					b.answers[k].Yes == a.answers[k].Yes || !b.answers[k].Said) {
					t.Fatalf("world %d: told the other way, %+v becomes %+v", number, a.answers[k], b.answers[k])
				}
			}
		}
	})
	if said < 200 || turned < 200 {
		t.Errorf("only %d decisions were said, with %d ticks after the first", said, turned)
	}
}

// Who says no does not sign, and takes back what has been signed and not ratified when its government looks at it again.
func TestWhoSaysNoDoesNotSign(t *testing.T) {
	noes, withdrawn := 0, 0
	worlds(120, func(number uint64, s Scenario) {
		w := NewWorld(s)
		r, o := NewRun(w), NewOutside(w)
		rng := rand.New(rand.NewPCG(number, 9))
		everyPlace(w, func(c, tick, i int) { o.Say(c, i, tick, rng.IntN(2) == 0) })
		r.Heed(o)
		before := make([]Standing, len(w.Clauses)*w.N())
		play(r, 1, number, func() {
			for c := range w.Clauses {
				founders, openTo := w.Invited(c)
				for _, i := range append(slices.Clone(founders), openTo...) {
					a, ok := o.Answer(c, i, r.Tick)
					if ok && !a.Yes && before[c*w.N()+i] != IsMember && before[c*w.N()+i] != SitsOut {
						noes++
						was, is := before[c*w.N()+i] == HasSigned, r.Standing(c, i) // parliament may have its say before the review
						if was && is == HasSigned || !was && r.Signed(c, i) {
							t.Fatalf("world %d: %s says no and has signed", number, w.States[i])
						}
						if was && is != IsMember && is != SitsOut {
							withdrawn++
						}
					}
					before[c*w.N()+i] = r.Standing(c, i)
				}
			}
		})
	})
	if noes < 500 || withdrawn == 0 {
		t.Errorf("%d said no, and %d took a signature back", noes, withdrawn)
	}
}

// How surprising a decision is: minus the logarithm of its chance, in nats.
func TestSurpriseIsMinusTheLogOfTheChance(t *testing.T) {
	s := twoByTwo()
	s.Parameters.Common.Noise = 2 // a surprise is of the chance, and not of the utility
	w := NewWorld(s)
	r, o := NewRun(w), NewOutside(w)
	r.Heed(o)
	c, cli := w.Headline(), w.State("CLI")
	for _, yes := range []bool{true, false} {
		o.Say(c, cli, 0, yes)
		r.Start(1, 0)
		r.Step()
		a, ok := o.Answer(c, cli, 0)
		p := a.Chance
		if !yes {
			p = 1 - p
		}
		if !ok || a.Yes != yes || !a.Said {
			t.Fatalf("told %v, it answers %+v", yes, a)
		}
		near(t, "surprise is -ln of the chance of what was decided", a.Surprise, -math.Log(p))
	}
	near(t, "an even chance is worth ln 2 either way", Answer{Chance: 0.5}.Expected(), math.Ln2)
	near(t, "nine to one: 0.9 × 0.105 + 0.1 × 2.303", Answer{Chance: 0.9}.Expected(), 0.325083)
	near(t, "what is certain surprises nobody", Answer{Chance: 1}.Expected(), 0)
	near(t, "what was all but impossible surprises by its logits", softplus(800), 800)
	near(t, "and what was all but certain not at all", softplus(-800), 0)
}

func TestDecisionsFromOutsideAllocateNothing(t *testing.T) {
	w := NewWorld(threeWay())
	r, o := NewRun(w), NewOutside(w)
	everyPlace(w, func(c, tick, i int) { o.Say(c, i, tick, tick%2 == 0) })
	r.Heed(o)
	if n := testing.AllocsPerRun(10, func() { play(r, 1, 0, func() {}) }); n > 0 {
		t.Errorf("a history with decisions from outside allocates %v times", n)
	}
}
