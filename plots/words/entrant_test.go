package words

import (
	"testing"

	"entente/sim/lab/history"
)

// Whatever enters a tournament is of a kind that has words, and no kind has words that nothing is of.
func TestEveryKindOfEntrantHasWords(t *testing.T) {
	of := map[string]bool{}
	for _, e := range history.Entrants() {
		if of[e.Kind] = true; EntrantKinds[e.Kind] == "" {
			t.Errorf("%s is of the kind %q, which has no words", e.Name, e.Kind)
		}
	}
	if len(of) != len(EntrantKinds) {
		t.Errorf("entrants are of %d kinds, of %d that have words", len(of), len(EntrantKinds))
	}
}
