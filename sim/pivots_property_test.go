package sim

import (
	"math"
	"slices"
	"testing"
)

// caucuses calls f for caucuses of random worlds under every theory, some on the way.
func caucuses(f func(number uint64, w *World, clause, tick int, c *Caucus)) {
	worlds(300, func(number uint64, s Scenario) {
		theories := Theories()
		s.Theory = theories[number%uint64(len(theories))].Name
		w := NewWorld(s)
		for clause := range w.Clauses {
			tick := int(number) % w.Calendar.Ticks()
			f(number, w, clause, tick, NewRun(w).Caucus(1, number, clause, tick, 0.5))
		}
	})
}

// TestPivotsAgainstBruteForce looks at every set of the table once more, by the words of the definition.
func TestPivotsAgainstBruteForce(t *testing.T) {
	found, vetoes, holdouts := 0, 0, 0
	caucuses(func(number uint64, w *World, clause, tick int, c *Caucus) {
		r, rule := c.r, w.Scenario.Clauses[w.Clauses[clause]]
		seats := slices.Clone(r.talks.seats)
		const nobody = -2
		holds := func(set int, waived int) bool { // by bits
			count := 0
			for a := range seats {
				r.talks.expect[a] = float64(set >> a & 1)
				count += set >> a & 1
			}
			for _, id := range rule.Required {
				a := slices.Index(seats, w.State(id))
				if a != waived && (a < 0 || set>>a&1 == 0) {
					return false
				}
			}
			if count < rule.Minimum {
				return false
			}
			r.sum()
			for a, i := range seats {
				if set>>a&1 == 0 {
					continue
				}
				terms := r.weigh(a)
				u := terms.Sum()
				if s := r.status[clause*w.N()+i]; s == ratified || s == suspended {
					u += w.Parameters.Review.Inertia
				}
				if u < 0 {
					return false
				}
			}
			return true
		}
		var minimal []int
		all := 1 << len(seats)
		for set := range all {
			if !holds(set, nobody) {
				continue
			}
			smaller := false
			for sub := (set - 1) & set; sub > 0; sub = (sub - 1) & set {
				smaller = smaller || holds(sub, nobody)
			}
			if !smaller {
				minimal = append(minimal, set)
			}
		}
		p := c.Pivots()
		var got []int
		for _, m := range p.Minimal {
			bits := 0
			for _, i := range m.List() {
				bits |= 1 << slices.Index(seats, i)
			}
			got = append(got, bits)
		}
		slices.Sort(got)
		if !slices.Equal(got, minimal) {
			t.Fatalf("world %d, %s: the sets %b were found, there are %b", number, w.Scenario.Theory, got, minimal)
		}
		found += len(got)
		veto, hold := p.Vetoes, p.Holdouts
		for a, i := range seats {
			want := len(minimal) > 0
			for set := range all {
				want = want && (set>>a&1 == 1 || !holds(set, a))
			}
			if veto.Has(i) != want {
				t.Fatalf("world %d: %s has a veto: %v", number, w.States[i], !want)
			}
			if len(minimal) == 0 && p.Laggard >= 0 && p.Reach >= 0.5 || len(minimal) > 0 && p.Laggard >= 0 {
				t.Fatalf("world %d: %d sets hold, and one comes near with a chance of %v", number, len(minimal), p.Reach)
			}
			if hold.Has(i) && len(minimal) > 0 {
				t.Fatalf("world %d: %s stands in the way, and %d sets hold", number, w.States[i], len(minimal))
			}
		}
		for _, m := range p.Minimal {
			if !c.Carries(m) {
				t.Fatalf("world %d: a set that was found does not carry itself when it is asked about", number)
			}
		}
		if p.Laggard >= 0 { // those who come nearest do hold with governments as keen as that
			at := *c
			at.draw = p.Reach
			if !at.Carries(p.Nearest) {
				t.Fatalf("world %d: a set said to hold at a draw of %v does not", number, p.Reach)
			}
			at.draw = p.Reach + 1e-9
			if at.Carries(p.Nearest) || len(at.Pivots().Minimal) > 0 {
				t.Fatalf("world %d: a set still holds above a draw of %v", number, p.Reach)
			}
		}
		vetoes += veto.Len()
		holdouts += hold.Len()
	})
	if found < 100 || vetoes < 50 || holdouts < 20 {
		t.Errorf("only %d sets, %d vetoes and %d in the way were seen", found, vetoes, holdouts)
	}
}

// What a state makes of a table does not depend on whether the others expect it there: it weighs being in.
func TestAStateWeighsBeingIn(t *testing.T) {
	caucuses(func(number uint64, w *World, _, _ int, c *Caucus) {
		in := make([]bool, len(c.r.talks.seats))
		for a := range in {
			in[a] = (number>>a)&1 == 0
		}
		for a := range in {
			var terms [2]Terms
			for k := range terms {
				in[a] = k == 1
				c.expect(in)
				terms[k] = c.r.weigh(a)
			}
			if out, in := terms[0].Sum(), terms[1].Sum(); out-in > 1e-9 || in-out > 1e-9 {
				t.Fatalf("world %d, %s: a utility of %v if it is expected and %v if not", number, w.Scenario.Theory, in, out)
			}
			in[a] = (number>>a)&1 == 0
		}
	})
}

// Names do not matter: with states renamed the same sets come out under their new names.
func TestPivotsUnderOtherNames(t *testing.T) {
	caucuses(func(number uint64, w *World, clause, tick int, c *Caucus) {
		v, to := underOtherNames(w)
		renamed := func(set Set) Set {
			var m Set
			for _, i := range set.List() {
				m.add(to[i])
			}
			return m
		}
		p, q := c.Pivots(), NewRun(v).Caucus(1, number, clause, tick, 0.5).Pivots()
		if len(p.Minimal) != len(q.Minimal) || renamed(p.Settled) != q.Settled || renamed(p.Risen) != q.Risen ||
			math.Abs(p.Reach-q.Reach) > 1e-9 || renamed(p.Vetoes) != q.Vetoes || renamed(p.Holdouts) != q.Holdouts {
			t.Fatalf("world %d: under other names it comes out as %+v, was %+v", number, q, p)
		}
		for _, m := range p.Minimal {
			if !slices.Contains(q.Minimal, renamed(m)) {
				t.Fatalf("world %d: %s is no set under other names", number, said(w, m))
			}
		}
	})
}

// A state that fears nobody, brings nothing and wants no clause is in no set, and its seat changes none.
func TestALonerChangesNoSet(t *testing.T) {
	found := 0
	worlds(200, func(number uint64, s Scenario) {
		s.Theory = DefaultTheory
		s.Parameters.Threat.Intent = 1
		p := &s.Parameters.Decision
		p.Home, p.Reluctance, p.Trade, p.Autonomy = 10, -5, 1, 1
		s.States["ZZZ"] = State{
			Name: "Loner", Capability: Const(0), Openness: Const(0), Polyarchy: Const(0), IdealPoint: Const(0),
			Tradition: Const(1), Volatility: Const(0), Stance: Const(-1), Spread: Const(0), Projection: Const(0), Commitment: Const(0),
		}
		delete(s.Clauses, "other") // whether it counts as narrower hangs on the number of founders
		before := pivots(NewWorld(s))
		pact := s.Clauses["pact"]
		pact.Founders = append(slices.Clone(pact.Founders), "ZZZ")
		s.Clauses["pact"] = pact
		after := pivots(NewWorld(s))
		if !slices.Equal(before.Minimal, after.Minimal) || before.Vetoes != after.Vetoes {
			t.Fatalf("world %d: with a loner at the table the sets are %v, were %v", number, after.Minimal, before.Minimal)
		}
		found += len(after.Minimal)
	})
	if found < 50 {
		t.Errorf("only %d sets were seen", found)
	}
}
