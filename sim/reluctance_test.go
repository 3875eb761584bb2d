package sim

import "testing"

// It is the weight itself, whatever the clause and whoever the state.
func TestReluctanceIsTheSameForAll(t *testing.T) {
	for _, id := range []string{"CLI", "PAT"} {
		terms, _ := explained(t, id)
		near(t, id, terms[Reluctance], -0.5)
	}
}
