package sim

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"entente/sim/networks"
)

// company is a number of rule: what a state makes of a table is how many others are there, less how many it wants.
type company struct{ wants []float64 }

func (c company) reasons() []reason {
	one := 1.0
	return []reason{{Home, &one, product(1, factor{"others less those wanted", func(r *Run, a int) float64 {
		return r.expected(a, func(int) float64 { return 1 }) - c.wants[r.talks.seats[a]]
	}})}}
}

// crowd is a table of states that want so many others each.
func crowd(wants ...float64) *World {
	s := twoByTwo()
	founder := s.States["CLI"]
	s.States, s.Relations, s.Ties = map[string]State{"ZZZ": s.States["RIV"]}, nil, nil
	s.Rivals = map[string]Rival{"ZZZ": s.Rivals["RIV"]}
	pact := s.Clauses["pact"]
	pact.Founders, pact.Against = nil, []string{"ZZZ"}
	for k := range wants {
		id := fmt.Sprintf("C%02d", k)
		s.States[id] = founder
		pact.Founders = append(pact.Founders, id)
	}
	s.Clauses = map[string]Clause{"pact": pact}
	w := NewWorld(s)
	w.rule = company{wants}
	return w
}

func pivots(w *World) Pivots { return NewRun(w).Caucus(1, 0, w.Headline(), 0, 0.5).Pivots() }

// said names the states of sets, to be compared with what was worked out by hand.
func said(w *World, sets ...Set) string {
	var all []string
	for _, set := range sets {
		all = append(all, strings.Join(w.IDs(set), " "))
	}
	return strings.Join(all, ", ")
}

func check(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s: %s; by hand: %s", what, got, want)
	}
}

// Granovetter's crowd of five with thresholds 0 to 4, and the same with one nudged: all still hold together once they
// are in, but from nobody only the first rises, and the smallest set that carries itself is of three.
func ExampleRun_Caucus() {
	for _, wants := range [][]float64{{0, 1, 2, 3, 4}, {0, 2, 2, 3, 4}} {
		w := crowd(wants...)
		p := NewRun(w).Caucus(1, 0, w.Headline(), 0, 0.5).Pivots()
		fmt.Printf("smallest: %s; from nobody: %s; from all: %s\n", said(w, p.Minimal...), said(w, p.Risen), said(w, p.Settled))
	}
	// Output:
	// smallest: C00 C01; from nobody: C00 C01 C02 C03 C04; from all: C00 C01 C02 C03 C04
	// smallest: C00 C01 C02; from nobody: C00; from all: C00 C01 C02 C03 C04
}

// Granovetter's and Schelling's crowds come out as networks/crowd.go has them.
func TestCrowdsAtTheTable(t *testing.T) {
	for _, wants := range [][]float64{{0, 1, 2, 3, 4}, {0, 2, 2, 3, 4}, {3, 3, 3, 3, 3}, {5, 5, 5, 5, 5}, {1, 1, 4, 4, 4}} {
		w := crowd(wants...)
		decides := func(i int, in []bool) bool {
			others := acting(in)
			if in[i] {
				others--
			}
			return float64(others) >= wants[i]
		}
		p := pivots(w)
		if got, want := p.Risen.Len(), acting(networks.Rise(5, decides)); got != want {
			t.Errorf("of a crowd that wants %v %d rise at the table, %d in the street", wants, got, want)
		}
		if got, want := p.Settled.Len(), acting(networks.Settle(5, decides)); got != want {
			t.Errorf("of a crowd that wants %v %d are left at the table, %d in the street", wants, got, want)
		}
		if p.Rises != (acting(networks.Rise(5, decides)) >= 2) {
			t.Errorf("a crowd that wants %v rises by itself: %v", wants, p.Rises)
		}
	}
	// Each effort costs 3 and is worth 1 to each who takes part: any three of the five are a k-group.
	p := pivots(crowd(2, 2, 2, 2, 2))
	k := networks.KGroup(5, func(acting int) float64 { return float64(acting) - 3 })
	if len(p.Minimal) != choices(5, k) || p.Minimal[0].Len() != k || p.UpTo != 5 {
		t.Errorf("of five alike there are %d k-groups of %d, sizes up to %d; want all %d of %d", len(p.Minimal),
			p.Minimal[0].Len(), p.UpTo, choices(5, k), k)
	}
}

// fourAround is a patron and three clients, all with a fear of 0.5 of a rival of 0.2; security counts and what the
// patron's government thinks. A client's word adds 0.8 × 0.5 × 0.1 = 0.04 and the patron's 0.2.
//
//	a client: 15 × [0.2/0.3 - 0.2/(0.3 + 0.04 others + 0.2 patron)] - 2.5
//	          with one or two clients  -1.32, -0.39;  with the patron alone 1.5
//	the patron: 15 × [0.2/0.7 - 0.2/(0.7 + 0.04 others)] + home - 2.5
//	          with one client  0.23 + home - 2.5
func fourAround(home float64) Scenario {
	s := twoByTwo()
	client, patron := s.States["CLI"], s.States["PAT"]
	client.Stance, client.Capability = Const(0), Const(0.1)
	patron.Stance, patron.Capability, patron.Contest = Const(1), Const(0.5), client.Contest
	s.States["PAT"], s.Relations, s.Ties = patron, map[string]Relation{}, nil
	delete(s.States, "CLI")
	pact := s.Clauses["pact"]
	pact.Founders = []string{"PAT"}
	for _, id := range []string{"ANN", "BEN", "CEC"} {
		s.States[id] = client
		pact.Founders = append(pact.Founders, id)
	}
	s.Clauses["pact"] = pact
	s.Parameters.Decision, s.Parameters.Common = Weights{Security: 30, Home: home, Reluctance: 2.5}, Common{Noise: 1, Span: 4, Quarrel: 2}
	return s
}

func TestPivotsByHand(t *testing.T) {
	// The patron goes along with one client and not alone: each of the clients will do, and nothing rises by itself.
	w := NewWorld(fourAround(2.45))
	p := pivots(w)
	check(t, "the least that holds", said(w, p.Minimal...), "ANN PAT, BEN PAT, CEC PAT")
	check(t, "vetoes", said(w, p.Vetoes), "PAT")
	check(t, "from all", said(w, p.Settled), "ANN BEN CEC PAT")
	check(t, "from nobody", said(w, p.Risen), "")
	check(t, "without each", said(w, p.Without...), "BEN CEC PAT, ANN CEC PAT, ANN BEN PAT, ")
	check(t, "holdouts where a set holds", said(w, p.Holdouts), "")
	if p.Rises {
		t.Error("it is said to rise by itself, and nobody signs alone")
	}

	// A keener patron goes first, and the clients follow.
	w = NewWorld(fourAround(2.55))
	p = pivots(w)
	check(t, "from nobody, with a keen patron", said(w, p.Risen), "ANN BEN CEC PAT")
	if !p.Rises {
		t.Error("it does not rise by itself, though the patron signs alone and the others after it")
	}

	// With more at stake three clients hold together as well: two of them do not.
	s := fourAround(2.45)
	s.Parameters.Decision.Reluctance = 2.1
	w = NewWorld(s)
	p = pivots(w)
	check(t, "the least that holds", said(w, p.Minimal...), "ANN PAT, BEN PAT, CEC PAT, ANN BEN CEC")
	check(t, "vetoes", said(w, p.Vetoes), "")
	check(t, "without each", said(w, p.Without...), "BEN CEC PAT, ANN CEC PAT, ANN BEN PAT, ANN BEN CEC")

	// A patron that is against stands in the way, and nobody else does.
	s = fourAround(2.45)
	patron := s.States["PAT"]
	patron.Stance = Const(-1)
	s.States["PAT"] = patron
	w = NewWorld(s)
	p = pivots(w)
	check(t, "sets with a patron against", said(w, p.Minimal...), "")
	check(t, "who stands in the way", said(w, p.Holdouts), "PAT")
	check(t, "vetoes where nothing holds", said(w, p.Vetoes), "")
	// Nearest come the three clients without it, at -0.39 each; with it, all four.
	check(t, "who comes nearest", said(w, p.Nearest), "ANN BEN CEC")
	near(t, "how near", p.Reach, logistic(15*(0.2/0.3-0.2/0.38)-2.5))
	if alike := p.Laggard; w.States[alike] == "PAT" {
		t.Error("the patron is said to lag in a set without it")
	}
	pact := s.Clauses["pact"]
	pact.Required = []string{"PAT"}
	s.Clauses["pact"] = pact
	w = NewWorld(s)
	p = pivots(w)
	check(t, "who comes nearest with the patron", said(w, p.Nearest), "ANN BEN CEC PAT")
	near(t, "how near with the patron", p.Reach, logistic(15*(0.2/0.7-0.2/0.82)-2.45-2.5))
	check(t, "who lags", w.States[p.Laggard], "PAT")
}

// The text counts: who must be in is, and a smaller set will not do. A veto by weight is one the text did not give.
func TestPivotsByTheText(t *testing.T) {
	s := fourAround(2.45)
	pact := s.Clauses["pact"]
	pact.Required, pact.Minimum = []string{"BEN"}, 3
	s.Clauses["pact"] = pact
	w := NewWorld(s)
	p := pivots(w)
	check(t, "the least that holds", said(w, p.Minimal...), "ANN BEN PAT, BEN CEC PAT")
	check(t, "vetoes by weight", said(w, p.Vetoes), "PAT")
	if c := NewRun(w).Caucus(1, 0, 0, 0, 0.5); c.Carries(w.setOf([]string{"BEN", "PAT"})) {
		t.Error("two carry a clause that needs three")
	}
	pact.Required = []string{"PAT"}
	s.Clauses["pact"] = pact
	w = NewWorld(s)
	check(t, "the patron's, required or not", said(w, pivots(w).Vetoes), "PAT")

	// One that is required and not at the table is missed by every set.
	ben := s.States["BEN"]
	ben.Barred = &Bar{Until: 2050, Reason: "occupied"}
	s.States["BEN"] = ben
	pact.Required = []string{"BEN", "PAT"}
	s.Clauses["pact"] = pact
	w = NewWorld(s)
	p = pivots(w)
	check(t, "at the table", said(w, p.Seated), "ANN CEC PAT")
	check(t, "sets without one who must be in", said(w, p.Minimal...), "")
	check(t, "who stands in the way of those present", said(w, p.Holdouts), "")
}

// A quarrel makes the table other than monotone: each of two clients holds with the patron, both do not, and either
// keeps the other out.
func TestASpoilerAtTheTable(t *testing.T) {
	s := fourAround(2.45)
	s.Relations["ANN-BEN"] = Relation{Friction: Const(1)}
	s.Parameters.Decision.Friction = 20
	w := NewWorld(s)
	r := NewRun(w)
	c := r.Caucus(1, 0, w.Headline(), 0, 0.5)
	p := c.Pivots()
	check(t, "the least that holds", said(w, p.Minimal...), "ANN PAT, BEN PAT, CEC PAT")
	check(t, "from all", said(w, p.Settled), "CEC PAT")
	check(t, "without each", said(w, p.Without...), "BEN CEC PAT, ANN CEC PAT, , ")
	set := func(ids ...string) Set { return w.setOf(ids) }
	for _, k := range []struct {
		set  Set
		want bool
	}{
		{set("ANN", "PAT"), true}, {set("ANN", "CEC", "PAT"), true}, {set("ANN", "BEN", "PAT"), false},
		{set("PAT"), false}, {set("ANN", "BEN", "CEC"), false}, {set("ANN", "PAT", "RIV"), false},
	} {
		if c.Carries(k.set) != k.want {
			t.Errorf("%s carries itself: %v", said(w, k.set), !k.want)
		}
	}
}

// A keen patron draws in two clients who cannot stand each other: all come, and not all would stay.
func TestWhatRisesMayNotStay(t *testing.T) {
	s := fourAround(2.55)
	s.Relations["ANN-BEN"] = Relation{Friction: Const(1)}
	s.Parameters.Decision.Friction = 20
	w := NewWorld(s)
	p := pivots(w)
	check(t, "from nobody", said(w, p.Risen), "ANN BEN CEC PAT")
	if p.Rises {
		t.Error("four rise by themselves of whom two would leave")
	}
}

// An eager government signs where the median one does not; a member stays where it would not come.
func TestWhoWouldSign(t *testing.T) {
	s := fourAround(2) // the patron with one client: 0.23 + 2 - 2.5 = -0.27, a chance of 0.43
	s.Clauses["pact"] = func(c Clause) Clause { c.Founders = []string{"ANN", "PAT"}; return c }(s.Clauses["pact"])
	s.Parameters.Review.Inertia = 0.3
	w := NewWorld(s)
	r := NewRun(w)
	both := w.setOf([]string{"ANN", "PAT"})
	for _, k := range []struct {
		draw float64
		want bool
	}{{0.42, true}, {0.44, false}, {0.5, false}} {
		if got := r.Caucus(1, 0, 0, 0, k.draw).Carries(both); got != k.want {
			t.Errorf("with a draw of %v the two carry it: %v", k.draw, got)
		}
	}
	c := r.Caucus(1, 0, 0, 0, 0.5)
	r.status[w.State("PAT")] = signed
	if c.Carries(both) {
		t.Error("a signature alone makes the patron stay")
	}
	r.status[w.State("PAT")] = ratified
	if !c.Carries(both) {
		t.Error("a patron that has ratified does not stay, though inertia is on its side")
	}
}

// Where there are too many sets, all small ones are looked at, and one larger is found by taking states out.
func TestATableTooLarge(t *testing.T) {
	wants := make([]float64, 20)
	fill(wants, 5)
	p := pivots(crowd(wants...))
	if p.UpTo != 4 || !p.Picked || len(p.Minimal) != 1 || p.Minimal[0].Len() != 6 {
		t.Errorf("sets of up to %d were looked at and %d found; want up to 4 (6,175 sets), and one of six", p.UpTo, len(p.Minimal))
	}
	if p.Vetoes.Len() != 0 {
		t.Errorf("of twenty alike, %v are said to have a veto", p.Vetoes.List())
	}
	fill(wants, 2)
	if p = pivots(crowd(wants...)); p.UpTo != 4 || p.Picked || len(p.Minimal) != choices(20, 3) {
		t.Errorf("%d sets of three were found, want %d", len(p.Minimal), choices(20, 3))
	}
	fill(wants, 20)
	w := crowd(wants...)
	w.clauses[0].minimum = 5 // 15,504 sets of five, and none smaller need be looked at
	if p = pivots(w); len(p.Minimal) != 0 || p.UpTo != 5 {
		t.Errorf("twenty who want twenty others hold together in %d sets of up to %d, want none of up to 5", len(p.Minimal), p.UpTo)
	}
}

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
			at.disposition = p.Reach
			if !at.Carries(p.Nearest) {
				t.Fatalf("world %d: a set said to hold at a draw of %v does not", number, p.Reach)
			}
			at.disposition = p.Reach + 1e-9
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

// A state that fears nobody and brings nothing changes no other's mind: the sets without it are those that there were before it
// had a seat. None holds it as long as its own dislike outweighs what the leading power wants; where that weighs more, it is drawn
// in, and makes up the number that the text asks for.
func TestALonerChangesNoSet(t *testing.T) {
	found, drawn := 0, 0
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
		pact := s.Clauses["pact"]
		founders := pact.Founders
		for _, sponsorship := range []float64{4, 16} { // its own dislike leaves 5 to outweigh
			p.Sponsorship, pact.Founders = sponsorship, founders
			s.Clauses["pact"] = pact
			before := pivots(NewWorld(s))
			pact.Founders = append(slices.Clone(founders), "ZZZ")
			s.Clauses["pact"] = pact
			w := NewWorld(s)
			after := pivots(w)
			held := slices.DeleteFunc(slices.Clone(after.Minimal), func(set Set) bool { return !set.Has(w.State("ZZZ")) })
			without := slices.DeleteFunc(slices.Clone(after.Minimal), func(set Set) bool { return set.Has(w.State("ZZZ")) })
			if !slices.Equal(before.Minimal, without) {
				t.Fatalf("world %d: with a loner at the table the sets without it are %v, were %v", number, without, before.Minimal)
			}
			if sponsorship == 4 && (len(held) > 0 || before.Vetoes != after.Vetoes) {
				t.Fatalf("world %d: a loner that wants no clause is in %v, or the vetoes %v were %v", number, held,
					after.Vetoes, before.Vetoes)
			}
			found, drawn = found+len(without), drawn+len(held)
		}
	})
	if found < 100 || drawn < 10 {
		t.Errorf("only %d sets were seen, and %d that a loner was drawn into", found, drawn)
	}
}
