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
