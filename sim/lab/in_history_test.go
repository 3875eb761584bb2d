package lab

import "testing"

// A clause stands that came into force and has not ended.
func TestAClauseThatEndedStandsNoMore(t *testing.T) {
	for _, c := range []struct {
		why  string
		h    InHistory
		want bool
	}{
		{"it never came", InHistory{}, false},
		{"it came and lasted", InHistory{InForce: 1949.6}, true},
		{"it came and ended", InHistory{InForce: 1955.2, Ended: 1977.4}, false},
	} {
		if c.h.Stands() != c.want {
			t.Errorf("%s: it stands: %v", c.why, !c.want)
		}
	}
}
