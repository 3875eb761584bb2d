package sim

import "testing"

// A government looks again at what it has signed before this tick, if it thinks again at all; not at what it signs today, nor
// at what it has not signed.
func TestWhoThinksAgain(t *testing.T) {
	r := at(twoByTwo())
	r.Step()
	r.Tick = 3
	for _, c := range []struct {
		why      string
		reviews  bool
		status   status
		signedAt int
		want     bool
	}{
		{"signed last quarter", true, signed, 2, true}, {"ratified last quarter", true, ratified, 2, true},
		{"suspended", true, suspended, 0, true}, {"signed this quarter", true, signed, 3, false},
		{"has left", true, outside, 2, false}, {"of the same mind", false, ratified, 2, false},
	} {
		pat := r.w.State("PAT")
		r.reviews[pat], r.status[pat], r.signedAt[pat] = c.reviews, c.status, c.signedAt
		if r.rethinks(0, pat) != c.want {
			t.Errorf("%s: it looks at the clause again: %v", c.why, !c.want)
		}
	}
}
