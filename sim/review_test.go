package sim

import (
	"math"
	"testing"
)

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
		{"has left", true, apart, 2, false}, {"of the same mind", false, ratified, 2, false},
	} {
		pat := r.w.State("PAT")
		r.reviews[pat], r.status[pat], r.signedAt[pat] = c.reviews, c.status, c.signedAt
		if r.reviewing(0, pat) != c.want {
			t.Errorf("%s: it looks at the clause again: %v", c.why, !c.want)
		}
	}
}

// Who wants out of a clause that binds for two quarters suspends, then gives notice, stays bound for its length, and
// may think better of it.
func TestLeavingByHand(t *testing.T) {
	s := twoByTwo()
	s.End = 2005
	c := s.Clauses["pact"]
	c.Binding, c.Notice = 0.5, 1
	s.Clauses["pact"] = c
	s.Parameters.Decision.Reluctance = 1000
	r := at(s)
	binding(r)
	pat := r.w.State("PAT")
	think := func(tick int) {
		r.Tick = tick
		r.reviews[pat] = true
		r.review()
	}
	think(1)
	if r.status[pat] != suspended {
		t.Errorf("bound, it suspends: status is %d", r.status[pat])
	}
	think(2)
	think(3)
	if r.leavesAt[pat] != 6 {
		t.Errorf("notice of a year given in tick 2 runs out in tick %d, want 6", r.leavesAt[pat])
	}
	r.w.Parameters.Decision.Reluctance = -1000
	think(4)
	if r.leavesAt[pat] != -1 || r.status[pat] != ratified {
		t.Errorf("who thinks better of it stays: leaves at %d, status %d", r.leavesAt[pat], r.status[pat])
	}
	r.w.Parameters.Decision.Reluctance = 1000
	r.status[pat] = suspended
	r.convene(0)
	if e := r.talks.expect[r.talks.seat[pat]]; e != 0 {
		t.Errorf("who sits out is expected with chance %v", e)
	}
}

// The chance of staying is that of signing, with inertia for who has ratified: over many governments as many stay.
func TestStayingByHand(t *testing.T) {
	for _, c := range []struct {
		status status
		want   float64
	}{{ratified, 0.6225}, {suspended, 0.6225}, {signed, 0.2689}} {
		s := twoByTwo()
		s.Parameters.Review.Inertia = 1.5
		s.Parameters.Decision = Weights{Reluctance: 1}
		r := at(s)
		r.Step()
		cli, stay := r.w.State("CLI"), 0
		r.convene(0)
		r.status[cli] = c.status
		for k := range 4000 {
			r.disposedAt[cli] = k
			if r.willingToStay(0, cli) {
				stay++
			}
		}
		if share := float64(stay) / 4000; math.Abs(share-c.want) > 0.03 {
			t.Errorf("of governments that stand at %d %.3f stay, want %.3f", c.status, share, c.want)
		}
	}
}

// Who left may come back: it signs again in a later tick, and neither its signature nor what it then ratifies is struck out by the notice
// that it gave before it left.
func TestWhoLeftMayComeBack(t *testing.T) {
	s := threeWay()
	c := s.Clauses["pact"]
	c.Ratification, c.Consent = 0.25, NoConsent // it signs in one tick and votes in the next
	s.Clauses["pact"] = c
	s.Parameters.Decision = Weights{Reluctance: -1000}
	r := at(s)
	binding(r)
	pat, others := r.w.State("PAT"), []int{r.w.State("BYS"), r.w.State("CLI")}
	r.leavesAt[pat] = 1
	r.Tick = 1
	r.review()
	if r.status[pat] != apart {
		t.Fatalf("notice has run out, and the status is %d", r.status[pat])
	}
	for _, tick := range []struct {
		tick int
		want status
	}{{2, signed}, {3, ratified}} {
		r.Tick = tick.tick
		r.decide()
		r.ratify()
		r.review()
		if r.status[pat] != tick.want {
			t.Errorf("in tick %d who left and signed again stands at %d, want %d", tick.tick, r.status[pat], tick.want)
		}
	}
	for _, i := range others {
		if r.status[i] != ratified {
			t.Errorf("state %d stands at %d, want %d as it did", i, r.status[i], ratified)
		}
	}
}
