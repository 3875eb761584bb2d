package history

import (
	"strings"
	"testing"

	"entente/sim"
)

// What is learnt by heart is of no use for what was not seen: a rule that knows all that it was shown is no better than a coin on
// what it was not.
func TestARuleThatLearnsByHeartIsPunished(t *testing.T) {
	var episodes []Episode
	for _, id := range []string{"a yes", "b no", "c yes", "d no"} {
		episodes = append(episodes, Episode{ID: id, Scenario: id})
	}
	tour := &Tournament{Episodes: episodes, Inputs: []string{"none"}, Trials: 200, Runs: 200, Seed: 1}
	var ids []string
	for _, ep := range episodes {
		ids = append(ids, ep.ID)
	}
	compete := func(held, judged []string) map[string]float64 {
		found, err := tour.compete(t.Context(), parrot{episodes}, nil, "by heart", held, judged)
		if err != nil {
			t.Fatal(err)
		}
		return found.Scores
	}
	seen := compete(nil, ids)
	for _, id := range ids {
		if seen[id] > 0.01 {
			t.Errorf("shown %q, it is off by %v", id, seen[id])
		}
		if held := compete([]string{id}, []string{id}); len(held) != 1 || held[id] < 0.2 {
			t.Errorf("of %q, which it has not seen, it knows %v", id, held)
		}
	}
}

// What a fit finds hangs on nothing of what is held out: told the opposite of what happened there, it tries the same points and
// finds them just as surprising; told the opposite of what it is shown, it does not.
func TestAFitDoesNotSeeWhatIsHeldOut(t *testing.T) {
	fitted := func(tour *Tournament) map[string]string {
		m := &memory{known: map[string]string{}}
		tour.Ledger = m
		worlds := map[string]*sim.World{}
		for name, s := range tour.Scenarios["coded"] {
			worlds[name] = sim.NewWorld(s)
		}
		if _, err := tour.compete(t.Context(), &seated{tour.Entrants[0], worlds}, nil, "fit", []string{"V4"}, []string{"V4"}); err != nil {
			t.Fatal(err)
		}
		return m.known
	}
	noted := func(flip string) map[string]string {
		tour := little(t, "base")
		s := tour.Scenarios["coded"][flip]
		s.Truth = map[string]sim.Truth{}
		for id, truth := range tour.Scenarios["coded"][flip].Truth {
			was := truth
			truth.InForce, truth.Signed, truth.Members = 0, nil, nil
			if was.InForce == 0 {
				truth.InForce = s.Start + 1
			}
			s.Truth[id] = truth
		}
		tour.Scenarios["coded"][flip] = s
		return fitted(tour)
	}
	same := func(a, b map[string]string) bool {
		for key, v := range a {
			if !strings.Contains(key, "score") && b[key] != v {
				return false
			}
		}
		return true
	}
	asIs := noted("europe-1982") // V3 has no clause but one, whose truth the others do not share
	if len(asIs) != 5 {
		t.Errorf("three trials, weights and a score are noted as %v", asIs)
	}
	known := fitted(little(t, "base"))
	if held := noted("asia-1950"); !same(known, held) || known["fit score V4"] == held["fit score V4"] {
		t.Errorf("with the truth of what is held out turned round, what was\n%v\nis\n%v", known, held)
	}
	if same(known, asIs) {
		t.Error("with the truth of what it is shown turned round, a fit finds the same")
	}
}

// A fit that stands where the search began, to the digits that a file keeps, has not moved; one with a single weight elsewhere has.
func TestAFitThatNeverMoved(t *testing.T) {
	at := Fit{Weights: []string{"decision.security", "decision.reluctance"}, Values: []float64{15, 2.5}}
	off := Fit{Weights: at.Weights, Values: []float64{15, 2.6}}
	rounded := Fit{Weights: at.Weights, Values: []float64{15.0001, 2.5}}
	if !at.Unmoved() || off.Unmoved() || !rounded.Unmoved() {
		t.Errorf("at the centres %v, off them %v, off by less than a file tells %v", at.Unmoved(), off.Unmoved(), rounded.Unmoved())
	}
}
