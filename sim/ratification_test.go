package sim

import "testing"

// binding puts the pact into force between both, as of the first tick.
func binding(r *Run) {
	r.Step()
	for _, i := range r.w.clauses[0].invited {
		r.status[i], r.signedAt[i], r.ratifiedAt[i], r.admitted[i] = ratified, 0, 0, true
	}
	r.inForce[0] = true
	r.count()
}

// Two years to the vote, half of it either way: 4 to 12 quarters, eight on average.
func TestTheTimeToTheVoteVariesBothWays(t *testing.T) {
	s := twoByTwo()
	c := s.Clauses["pact"]
	c.Ratification = 2
	s.Clauses["pact"] = c
	s.Parameters.Ratification.Jitter = 0.5
	r := NewRun(NewWorld(s))
	sum := 0
	for k := range uint64(1000) {
		r.Start(1, k)
		r.Step()
		v := r.voteAfter(0, 0)
		if v < 4 || v > 12 {
			t.Fatalf("a vote after %d quarters", v)
		}
		sum += v
	}
	if sum < 7700 || sum > 8300 {
		t.Errorf("the mean is %v quarters, want about 8", float64(sum)/1000)
	}
}

// Half a year to the vote, without jitter, is two quarters: a founder that signs in the first ratifies in the third, and one whose
// text needs no time ratifies as it signs. A latecomer's time runs from its admission, which waits until the clause is in force.
func TestASignatureIsRatifiedWhenItsTimeHasPassed(t *testing.T) {
	const never = -1
	for _, c := range []struct {
		why      string
		years    float64
		admitted int // the quarter
		want     int
	}{
		{"half a year", 0.5, 0, 2},
		{"no time", 0, 0, 0},
		{"half a year from its admission in the second quarter", 0.5, 1, 3},
		{"longer than is played", 1, 0, never},
	} {
		s := twoByTwo()
		pact := s.Clauses["pact"]
		pact.Ratification = c.years
		s.Clauses["pact"] = pact
		r := at(s)
		cli := r.w.State("CLI")
		for tick := range r.w.Calendar.Ticks() {
			r.prelude()
			if tick == 0 {
				r.setStatus(cli, signed)
			}
			r.admitted[cli] = tick >= c.admitted
			r.ratify()
		}
		if got := r.firstRatified[cli]; got != c.want || (r.status[cli] == ratified) != (c.want != never) {
			t.Errorf("%s: ratified in quarter %d, want %d; it is %v", c.why, got, c.want, r.status[cli])
		}
	}
}
