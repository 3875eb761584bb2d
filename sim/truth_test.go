package sim

import (
	"slices"
	"testing"
)

func TestWhenAStateCameToBeBound(t *testing.T) {
	told := Truth{
		Signed: map[string]Date{"EARLY": 1949, "LATE": 1952, "NO": 1949}, InForce: 1950, Refused: map[string]Date{"NO": 1951},
		Left: map[string]Date{"EARLY": 1966}, Suspended: map[string]Date{"EARLY": 1960},
	}
	for _, c := range []struct {
		why, id string
		want    Date
	}{
		{"who signs before is bound when it enters into force", "EARLY", 1950},
		{"who comes later, then", "LATE", 1952},
		{"whom a vote at home refused, never", "NO", 0},
		{"who did not sign, never", "NEVER", 0},
	} {
		if day, ok := told.Joined(c.id); day != c.want || ok != (c.want != 0) {
			t.Errorf("%s: %v, want %v", c.why, day, c.want)
		}
	}
	if day, ok := told.Parted("EARLY"); !ok || day != 1960 {
		t.Errorf("it sat out in 1960 and left in 1966: parted in %v", day)
	}
	told.Members = map[string]Date{"LATE": 1953}
	if day, _ := told.Joined("LATE"); day != 1953 {
		t.Errorf("the record says 1953, and it is bound from %v", day)
	}
	if _, ok := told.Joined("EARLY"); ok {
		t.Error("who is not in the record of members is one")
	}
	if _, ok := (&Truth{Signed: told.Signed}).Joined("EARLY"); ok {
		t.Error("a clause that never entered into force binds")
	}
}

func TestWhoIsScored(t *testing.T) {
	c := Clause{Founders: []string{"USA", "CAN"}, OpenTo: map[string]Date{"BRA": 1950}}
	for _, x := range []struct {
		why   string
		truth Truth
		want  []string
	}{
		{"all it is offered to", Truth{}, []string{"BRA", "CAN", "USA"}},
		{"but who was not asked", Truth{NotAsked: []string{"CAN"}}, []string{"BRA", "USA"}},
		{"or the candidates", Truth{Candidates: []string{"USA", "MEX"}}, []string{"MEX", "USA"}},
	} {
		if got := x.truth.Scored(&c); !slices.Equal(got, x.want) {
			t.Errorf("%s: %v, want %v", x.why, got, x.want)
		}
	}
}
