package sim

import (
	"slices"
	"testing"
)

// What explain lays open is what the run decided: the terms are the product.
func TestExplainSaysWhatTheRunDid(t *testing.T) {
	seen, signed := map[HeldBack]int{}, 0
	worlds(200, func(number uint64, s Scenario) {
		if number%2 == 1 { // members who welcome nobody
			s.Parameters.Common.Goodwill = -5
		}
		w := NewWorld(s)
		r := NewRun(w)
		tick := min(w.Calendar.Ticks()-1, w.Calendar.PerYear()+1)
		r.Start(3, number)
		for r.Tick < tick {
			r.Step()
		}
		for c := range w.clauses {
			for _, i := range w.clauses[c].invited {
				terms, chance, ok := r.Decided(c, i)
				if !ok {
					continue
				}
				e, err := w.Decision(3, number, c, i, tick)
				if err != nil {
					t.Fatal(err)
				}
				if e.Chance != chance || e.Terms != *terms {
					t.Fatalf("world %d: %s of %s has chance %v when explained, %v in the run", number, w.States[i],
						w.Clauses[c], e.Chance, chance)
				}
				if did := r.signedAt[c*w.N()+i] == tick; e.Signs != did || e.Willing && !did && e.Held == "" || did && e.Held != "" {
					t.Errorf("world %d: %s signs %s when explained: %v (willing: %v, held back: %q), in the run: %v", number,
						w.States[i], w.Clauses[c],
						e.Signs, e.Willing, e.Held, did)
				}
				seen[e.Held]++
				if e.Held == ByTooFew {
					heldByThoseLacking(t, w, r, e, number, c)
				}
				if e.Signs {
					signed++
				}
			}
		}
	})
	if signed == 0 || seen[ByTooFew] == 0 || seen[ByOthers] == 0 {
		t.Errorf("%d signed, and the willing were held back as in %v: too little was seen", signed, seen)
	}
}

// heldByThoseLacking holds an explanation to the run: those who are told to be lacking are not willing, and as many are, of whom others will have, as is told.
func heldByThoseLacking(t *testing.T, w *World, r *Run, e *Explanation, number uint64, c int) {
	t.Helper()
	willing := func(i int) bool {
		if r.status[c*w.N()+i] == signed || r.status[c*w.N()+i] == ratified {
			return true
		}
		if _, _, ok := r.Decided(c, i); !ok {
			return false
		}
		other, err := w.Decision(3, number, c, i, r.Tick)
		return err == nil && other.Willing && other.Held != ByOthers
	}
	in := 0
	for _, i := range w.clauses[c].invited {
		if willing(i) {
			in++
		}
	}
	if in != e.Lacking.In || e.Lacking.Least != w.clauses[c].minimum {
		t.Errorf("world %d: %s is told to have %d willing and to take %d, and has %d and takes %d", number, w.Clauses[c], e.Lacking.In,
			e.Lacking.Least, in, w.clauses[c].minimum)
	}
	for _, i := range w.clauses[c].required {
		if told := slices.Contains(e.Lacking.Needed, w.States[i]); told == willing(i) {
			t.Errorf("world %d: %s is needed for %s and is told to be lacking: %v, and is willing: %v", number, w.States[i], w.Clauses[c],
				told, !told)
		}
	}
}

// All three are willing and two are enough, but PAT, without which there is no pact, will have nobody beside it. The two are unwelcome; PAT
// alone is told that too few are left: itself, of two.
func TestTheUnwelcomeAreToldSo(t *testing.T) {
	s := threeWay()
	c := s.Clauses["pact"]
	c.Required, c.Consent = []string{"PAT"}, Unanimous
	s.Clauses["pact"] = c
	s.Parameters.Decision = Weights{Reluctance: -1000}
	s.Parameters.Common.Goodwill = -1000
	w := NewWorld(s)
	for id, want := range map[string]HeldBack{"BYS": ByOthers, "CLI": ByOthers, "PAT": ByTooFew} {
		e, err := w.Decision(1, 0, 0, w.State(id), 0)
		if err != nil {
			t.Fatal(err)
		}
		if !e.Willing || e.Held != want {
			t.Errorf("%s, willing %v, is held back as %q, want %q", id, e.Willing, e.Held, want)
		}
		if l := e.Lacking; want == ByTooFew && (l == nil || l.In != 1 || l.Least != 2 || len(l.Needed) != 0) || want == ByOthers && l != nil {
			t.Errorf("%s is told that the clause lacks %+v", id, l)
		}
	}
}
