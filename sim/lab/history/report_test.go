package history

import (
	"testing"

	"entente/sim/lab/stats"
)

// What came out on the other side of one half is a miss, the worst first, whether it is scored or told aside; what is open is none, and of
// how many claims of either side luck leaves the side open is counted.
func TestMissesAreAllThatCameOutOtherwise(t *testing.T) {
	said := func(about string, yes int, truth bool) Claim {
		return Claim{About: about, Chance: stats.ShareOf(yes, 100), Truth: truth}
	}
	h := &Hindcast{Verdicts: []Verdict{
		{ID: "V1", Claims: []Claim{said("right", 90, true), said("wrong", 70, false), said("right by luck", 55, true)},
			Aside: []Aside{{Claim: said("worst", 95, false)}}},
		{ID: "V10", Open: true, Claims: []Claim{said("nobody knows", 95, false)}},
	}}
	misses, claims, open := h.Misses()
	if len(misses) != 2 || misses[0].About != "worst" || misses[1].About != "wrong" || misses[0].Episode != "V1" {
		t.Errorf("the misses are %+v", misses)
	}
	if claims != 4 || open != 1 {
		t.Errorf("there are %d claims, and of %d the side is open; want 4 and 1", claims, open)
	}
}
