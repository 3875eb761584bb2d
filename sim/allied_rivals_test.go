package sim

import (
	"slices"
	"testing"
)

// rivals is the world worked by hand with three rivals of no strength to speak of apart, RIV, SEC and TRD, all of them
// against the clause, and treaties among them. PAT and CLI rely on nothing, so that each danger is the threat: 0.3, 0.2
// and 0.1 for the client.
func rivals(joined float64, treaties ...[]string) *Run {
	s := twoByTwo()
	s.Parameters.Danger.Joined = joined
	s.Ties = map[string]Tie{}
	for k, members := range treaties {
		s.Ties[string(rune('a'+k))] = Tie{Title: "x", Members: members, Kind: Defence, Depth: Const(0), Since: 1990}
	}
	for _, id := range []string{"SEC", "TRD"} {
		s.States[id], s.Rivals[id] = s.States["RIV"], s.Rivals["RIV"]
	}
	for _, id := range []string{"CLI", "PAT"} {
		s = changed(s, id, func(x *State) {
			x.Contest = map[string]Series{"RIV": Const(0.3), "SEC": Const(0.2), "TRD": Const(0.1)}
		})
	}
	pact := s.Clauses["pact"]
	pact.Against = []string{"RIV", "SEC", "TRD"}
	s.Clauses["pact"] = pact
	r := at(s)
	r.prelude()
	r.convene(0)
	return r
}

// The example of allied_rivals.go, with a third that threatens with 0.1: added up, as strangers, and as allies. Allies
// of allies stand together, in whatever order they are told.
func TestAlliedRivalsByHand(t *testing.T) {
	for _, c := range []struct {
		why      string
		joined   float64
		treaties [][]string
		want     float64
	}{
		{"added up", 0, nil, 0.6},
		{"strangers", 1, nil, 1 - 0.7*0.8*0.9},
		{"two allies and a stranger", 1, [][]string{{"RIV", "SEC"}}, 1 - 0.7*0.9},
		{"the last two allies", 1, [][]string{{"SEC", "TRD"}}, 1 - 0.7*0.8},
		{"a chain", 1, [][]string{{"RIV", "SEC"}, {"SEC", "TRD"}}, 0.3},
		{"a chain from its end", 1, [][]string{{"SEC", "TRD"}, {"RIV", "TRD"}}, 0.3},
		{"half way", 0.5, [][]string{{"RIV", "SEC"}, {"SEC", "TRD"}}, 0.45},
	} {
		r := rivals(c.joined, c.treaties...)
		i := r.w.State("CLI")
		near(t, c.why, r.danger(i, 0), c.want)
		if p := r.dangerWorked(i, 0.1); p.Worked() != r.danger(i, 0.1) {
			t.Errorf("%s: on paper %v, in a run %v", c.why, p.Worked(), r.danger(i, 0.1))
		}
	}
}

// Rivals that ally themselves are feared no more than before for it if they are as strong as before: what was two
// dangers is one. Added up they are feared as much as they were.
func TestRivalsThatAllyAreOneDanger(t *testing.T) {
	i := rivals(1).w.State("CLI")
	if apart, allied := rivals(1).danger(i, 0.1), rivals(1, []string{"RIV", "SEC"}).danger(i, 0.1); allied >= apart {
		t.Errorf("allied they are a danger of %v, apart of %v", allied, apart)
	}
	if apart, allied := rivals(0).danger(i, 0.1), rivals(0, []string{"RIV", "SEC"}).danger(i, 0.1); allied != apart {
		t.Errorf("added up, allied they are a danger of %v, apart of %v", allied, apart)
	}
}

// Over random worlds: dangers that join are no more than dangers that add up, no less than the worst of them, and never
// above 1; and what frightens does not frighten less where they join.
func TestJoinedDangersLieBetweenTheWorstAndTheSum(t *testing.T) {
	seen := 0
	worlds(200, func(number uint64, s Scenario) {
		r := NewRun(NewWorld(s))
		r.Start(1, number)
		for r.Tick+2 < r.w.Calendar.Ticks() && r.Tick < 3 {
			r.Step()
		}
		r.prelude()
		for c := range r.w.Clauses {
			r.convene(c)
			for i := range r.w.States {
				var each []float64
				sum := 0.0
				for _, q := range r.w.clauses[c].against {
					each = append(each, r.dangerFrom(i, q, r.aid[i]))
					sum += each[len(each)-1]
				}
				joint := r.joint(i, r.aid[i])
				if worst := slices.Max(each); joint > sum+1e-12 || joint < worst-1e-12 || joint > 1 {
					t.Fatalf("world %d: %s fears %v, joined %v", number, r.w.States[i], each, joint)
				}
				if len(each) > 1 && joint < sum {
					seen++
				}
			}
		}
	})
	if seen < 100 {
		t.Errorf("only %d dangers of several rivals were seen", seen)
	}
}
