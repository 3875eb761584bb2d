package sim

import (
	"math"
	"slices"
	"testing"
)

// sponsored is the world worked by hand in which the leading power's will weighs 2 logits: PAT leads, with 0.3 to CLI's 0.1.
func sponsored(change func(s *Scenario, pact *Clause)) *Run {
	s := twoByTwo()
	s.Parameters.Decision.Sponsorship = 2
	pact := s.Clauses["pact"]
	change(&s, &pact)
	s.Clauses["pact"] = pact
	r := at(s)
	r.prelude()
	return r
}

// The strongest founder's will pulls all others, and not itself; a stronger power outside speaks in its place.
func TestTheLeadingPowersWill(t *testing.T) {
	for _, c := range []struct {
		why         string
		change      func(s *Scenario, pact *Clause)
		client, own float64
	}{
		{"half in favour", func(*Scenario, *Clause) {}, 2 * 0.5, 0},
		{"it rejects this clause", func(_ *Scenario, pact *Clause) { pact.Stance = map[string]Series{"PAT": Const(-1)} }, -2, 0},
		{"a stronger one outside opposes it", func(s *Scenario, pact *Clause) {
			out := s.States["PAT"]
			out.Capability = Const(0.4)
			s.States["OUT"], pact.Blessing = out, map[string]Series{"OUT": Const(-0.25)}
		}, -0.5, -0.5},
		{"one outside that is as strong does not take the lead of the founder, which comes first", func(s *Scenario, pact *Clause) {
			out := s.States["PAT"]
			s.States["OUT"], pact.Blessing = out, map[string]Series{"OUT": Const(0)}
		}, 2 * 0.5, 0},
		{"a weaker one outside is no leader, though its word sways the leader's stance", func(s *Scenario, pact *Clause) {
			out := s.States["PAT"]
			out.Capability = Const(0.2)
			s.States["OUT"], pact.Blessing = out, map[string]Series{"OUT": Const(0)}
		}, 2 * 0.5, 0},
	} {
		r := sponsored(c.change)
		r.consider(0)
		near(t, c.why+": the client", r.terms[r.w.State("CLI")][Sponsorship], c.client)
		near(t, c.why+": the patron", r.terms[r.w.State("PAT")][Sponsorship], c.own)
	}
}

// The authors' claim: the more the leading power is for a clause, the likelier is every other to sign it, all else the same.
func TestALeaderDrawsTheOthers(t *testing.T) {
	before := -1.0
	for _, wants := range []float64{-1, -0.5, 0, 0.5, 1} {
		r := sponsored(func(_ *Scenario, pact *Clause) { pact.Stance = map[string]Series{"PAT": Const(wants)} })
		r.consider(0)
		chance := r.chance[r.w.State("CLI")]
		if chance <= before {
			t.Errorf("where the patron thinks %v of it, the client signs with %v, no likelier than with %v less", wants, chance, before)
		}
		before = chance
	}
}

// The same over random worlds: with all else and everyone's expectations as they are, raising what the leading power
// thinks of a clause lowers no other's chance, and where its will weighs nothing it moves none.
func TestALeaderRepelsNobody(t *testing.T) {
	moved, tried := 0, 0
	worlds(300, func(number uint64, s Scenario) {
		s.Theory = DefaultTheory
		for _, weight := range []float64{s.Parameters.Decision.Sponsorship, 0} {
			s.Parameters.Decision.Sponsorship = weight
			r := NewRun(NewWorld(s))
			r.Start(1, number)
			for r.Tick+2 < r.w.Calendar.Ticks() && r.Tick < 4 {
				r.Step()
			}
			r.prelude()
			for c := range r.w.Clauses {
				if !r.convene(c) {
					continue
				}
				r.expects()
				leader, _ := r.lead(c)
				for a, i := range r.talks.seats {
					if i == leader {
						continue
					}
					before := math.Inf(-1)
					for _, r.stances[leader] = range []float64{-1, -0.3, 0, 0.3, 1} {
						terms := r.weigh(a)
						u := terms.Sum()
						if u < before || weight == 0 && u > before && !math.IsInf(before, -1) {
							t.Fatalf("world %d: where %s thinks %v of it, %s makes %v of %s, of less %v", number,
								r.w.States[leader], r.stances[leader],
								r.w.States[i], u, r.w.Clauses[c], before)
						}
						tried++
						if u > before && !math.IsInf(before, -1) {
							moved++
						}
						before = u
					}
				}
			}
		}
	})
	if moved < 1000 || tried < 2*moved {
		t.Errorf("%d of %d utilities moved", moved, tried)
	}
}

// Where a piece weighs nothing, a run is to the last bit that of a rule which does not know of it.
func TestPiecesAreSwitches(t *testing.T) {
	for _, piece := range []Term{Sponsorship, Provocation, Leash, Novelty} {
		isASwitch(t, piece)
	}
}

func isASwitch(t *testing.T, piece Term) {
	told := 0
	worlds(50, func(number uint64, s Scenario) {
		s.Theory = DefaultTheory
		s.Parameters = s.Parameters.Without(DefaultTheory, piece)
		w, without := NewWorld(s), NewWorld(s)
		without.rule = ruleWithout{&without.Parameters.Decision, piece}
		r, q := NewRun(w), NewRun(without)
		q.Start(1, number)
		play(r, 1, number, func() {
			q.Step()
			for c := range w.Clauses {
				for i := range w.States {
					terms, chance, ok := r.Decided(c, i)
					others, other, _ := q.Decided(c, i)
					if ok && (*terms != *others || chance != other) || r.FirstRatified(c, i) != q.FirstRatified(c, i) {
						t.Fatalf("world %d: %s decides on %s by %v, without the term by %v", number, w.States[i],
							w.Clauses[c], *terms, *others)
					}
					if ok {
						told++
					}
				}
			}
		})
	})
	if told < 1000 {
		t.Errorf("only %d decisions were seen of a rule without %s", told, piece)
	}
}

// ruleWithout is the default rule, if it does not know of a reason.
type ruleWithout struct {
	*Weights
	gone Term
}

func (r ruleWithout) reasons() []reason {
	return slices.DeleteFunc(r.Weights.reasons(), func(s reason) bool { return s.term == r.gone })
}
