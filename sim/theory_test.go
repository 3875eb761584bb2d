package sim

import (
	"math"
	"strings"
	"testing"
)

// Each rule says no more than it lists, and what it says adds up.
func TestEveryRuleSaysWhatItLists(t *testing.T) {
	seen := map[string]int{}
	worlds(300, func(number uint64, s Scenario) {
		w := NewWorld(s)
		listed := map[Term]bool{}
		for _, k := range w.Terms() {
			listed[k] = true
		}
		play(NewRun(w), 7, number, func() {})
		r := NewRun(w)
		play(r, 7, number, func() {
			for c := range w.Clauses {
				for i := range w.States {
					terms, _, ok := r.Decided(c, i)
					for k, v := range terms {
						if !ok {
							break
						}
						seen[s.Theory]++
						if v != 0 && !listed[Term(k)] || math.IsNaN(v) || math.IsInf(v, 0) {
							t.Fatalf("world %d: %s gives %s the part %v, which it does not list", number, s.Theory, Term(k), v)
						}
					}
				}
			}
		})
	})
	for _, theory := range Theories() {
		if seen[theory.Name] == 0 {
			t.Errorf("nobody was seen to decide by %s", theory.Name)
		}
	}
}

// Each rule weighs each of its terms once, and by a constant of its own.
func TestEveryRuleWeighsByItsOwnConstants(t *testing.T) {
	for _, theory := range Theories() {
		group := theory.Name
		if theory.Name == DefaultTheory {
			group = "decision"
		}
		var p Parameters
		last := Term(-1)
		for _, s := range p.rule(theory.Name).reasons() {
			f, ok := p.WeightOf(theory.Name, s.term)
			if !ok || !strings.HasPrefix(f.Path, "parameters."+group+".") {
				t.Errorf("%s weighs %s by %s, which is another's", theory.Name, s.term, f.Path)
			}
			if s.term <= last {
				t.Errorf("%s lists %s after %s, which it is added before", theory.Name, s.term, last)
			}
			last = s.term
		}
		if f, ok := p.WeightOf(theory.Name, NumTerms); ok {
			t.Errorf("%s weighs what is no term by %s", theory.Name, f.Path)
		}
	}
}

// A rule weighs a clause against doing without it, also when it is in force: entry into force changes nobody's mind.
func TestEntryIntoForceChangesNobodysMind(t *testing.T) {
	for _, theory := range Theories() {
		for name, s := range map[string]Scenario{"allies already": twoByTwo(), "three": threeWay()} {
			s.Theory = theory.Name
			s.Parameters.BurdenSharing = BurdenSharing{Saving: 10, Taste: 0.1}
			s.Parameters.WarStability = WarStability{Stability: 10, Trade: 20, Defence: 1, Spoils: 0.5}
			s.Parameters.ProspectTheory = ProspectTheory{Security: 30, Reference: 0.15, Price: 0.05}
			s.Parameters.BalanceOfThreat.Security, s.Parameters.PowerBalance.Need, s.Parameters.Landscape.Camp = 30, 15, 2
			if name == "three" {
				s.Ties = nil
			}
			r := at(s)
			r.prelude()
			for _, i := range r.w.clauses[0].invited {
				r.status[i], r.admitted[i] = ratified, true
			}
			r.convene(0)
			before := map[string]Terms{}
			for _, i := range r.talks.seats {
				before[r.w.States[i]] = r.says(r.w.States[i])
			}
			r.inForce[0] = true
			r.count()
			r.convene(0)
			for id, was := range before {
				is := r.says(id)
				for k := range is {
					if math.Abs(is[k]-was[k]) > 1e-9 {
						t.Errorf("%s, %s: in force, %s makes %v of its %s, before %v", theory.Name, name, id, is[k], Term(k), was[k])
					}
				}
			}
		}
	}
}

// A reason taken out of a rule weighs nothing there, and everything else is left alone: the other reasons of the rule, the
// other rules, and the constants that it was taken out of.
func TestAReasonIsTakenOutOfOneRule(t *testing.T) {
	for _, theory := range Theories() {
		var all Parameters
		s := Scenario{Parameters: all}
		for _, f := range Figures() {
			if strings.HasPrefix(f.Path, "parameters.") {
				f.Set(&s, f.High)
			}
		}
		all = s.Parameters
		for term := range NumTerms {
			weight, weighed := all.WeightOf(theory.Name, term)
			s := Scenario{Parameters: all.Without(theory.Name, term)}
			for _, f := range Figures() {
				want := f.High
				if weighed && f.Path == weight.Path {
					want = 0
				}
				if strings.HasPrefix(f.Path, "parameters.") && f.At(&s, 0) != want {
					t.Errorf("%s without %s has %s at %v, want %v", theory.Name, term, f.Path, f.At(&s, 0), want)
				}
			}
		}
	}
}
