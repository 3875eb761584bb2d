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

func TestAPromiseToNobodyIsNone(t *testing.T) {
	r := at(twoByTwo())
	binding(r)
	r.status[r.w.State("PAT")] = suspended
	r.enter(0)
	if r.inForce[0] {
		t.Error("a clause with one member left is in force")
	}
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

// A promise that has just entered into force is not forgotten by those who weigh a wider one in the same tick.
func TestAPromiseCountsFromTheTickOfItsEntry(t *testing.T) {
	s := threeWay()
	narrow := s.Clauses["pact"]
	narrow.Founders, narrow.Depth = []string{"CLI", "PAT"}, Const(0.6)
	s.Clauses["narrow"] = narrow
	r := at(s)
	r.Step()
	n, cli, pat, small := r.w.N(), r.w.State("CLI"), r.w.State("PAT"), r.w.Clause("narrow")
	clear(r.status)
	clear(r.inForce)
	r.count()
	for _, i := range []int{cli, pat} {
		r.status[small*n+i], r.admitted[small*n+i] = ratified, true
	}
	r.ratify()
	near(t, "without the wider clause", r.depthWithout(r.w.Clause("pact"), cli, pat), 0.6)
}
