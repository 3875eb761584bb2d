package tables

import (
	"testing"

	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// What became of a clause in history, and on which side of one half the runs surely are: a pact that ended is none that stands.
func TestAChanceStandsBesideHistory(t *testing.T) {
	never, lasted, ended := &lab.InHistory{}, &lab.InHistory{InForce: 1949.6}, &lab.InHistory{InForce: 1955.2, Ended: 1977.4}
	for _, c := range []struct {
		history *lab.InHistory
		yes     int // of 100 runs
		want    string
	}{
		{nil, 90, ""},
		{never, 90, "In history it never came into force: the runs are on the wrong side of one half."},
		{never, 5, "In history it never came into force, and the runs are on the same side of one half."},
		{never, 50, "In history it never came into force."},
		{lasted, 90, "In history it came into force in 1949 and lasted, and the runs are on the same side of one half."},
		{lasted, 5, "In history it came into force in 1949 and lasted: the runs are on the wrong side of one half."},
		{ended, 5, "In history it came into force in 1955 and ended in 1977, and the runs are on the same side of one half."},
		{ended, 90, "In history it came into force in 1955 and ended in 1977: the runs are on the wrong side of one half."},
	} {
		if got := againstHistory(&lab.Head{InHistory: c.history}, stats.ShareOf(c.yes, 100)); got != c.want {
			t.Errorf("of %+v with %d of 100 runs it says %q, want %q", c.history, c.yes, got, c.want)
		}
	}
}
