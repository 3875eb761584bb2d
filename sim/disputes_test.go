package sim

import "testing"

// voting is the vote of PAT on BYS, and of a member as badly off on the same, by disputes alone.
func voting(weight, own, theirs float64) (r *Run, vote float64) {
	s := changed(threeWay(), "PAT", func(x *State) { x.Contest = map[string]Series{"RIV": Const(own)} })
	s = changed(s, "BYS", func(x *State) { x.Contest = map[string]Series{"RIV": Const(theirs)} })
	s.Parameters.Decision = Weights{Disputes: weight}
	s.Parameters.Common.Goodwill = 4
	r = at(s)
	r.Step()
	r.convene(0)
	return r, r.approves(r.talks.seat[r.w.State("PAT")], r.talks.seat[r.w.State("BYS")])
}

// Threat is contest in this world, so that a member of 0.2 feels a quarter of a newcomer's 0.8, and one of 0.4 half.
func TestADisputeInAVoteByHand(t *testing.T) {
	for _, c := range []struct {
		why                       string
		weight, own, theirs, want float64
	}{
		{"a war next to a quiet member", 9, 0.2, 0.8, 4 - 9*0.36*0.75},
		{"before one that feels half of it", 9, 0.4, 0.8, 4 - 9*0.16*0.5},
		{"before one that has it too", 9, 0.8, 0.8, 4},
		{"before one that has a worse one", 9, 0.9, 0.8, 4},
		{"a newcomer that is left alone", 9, 0.2, 0, 4},
		{"the switch is off", 0, 0.2, 0.8, 4},
	} {
		_, vote := voting(c.weight, c.own, c.theirs)
		near(t, c.why, vote, c.want)
	}
}

// The example of disputes.go: a dispute that goes beyond one's own by 0.6 and is felt by half.
func TestWhatANewcomerBringsByHand(t *testing.T) {
	r, _ := voting(9, 0.2, 0.8)
	near(t, "what it brings", r.brought(r.w.State("PAT"), r.w.State("BYS"), 0.5), 0.18)
}

// The claim of Snyder (1984): an ally is feared for the war that one does not share. The worse the newcomer's dispute
// the less it is wanted, and the more of it the member has itself the more it is.
func TestAnUnsharedWarIsFearedAndASharedOneIsNot(t *testing.T) {
	last := 5.0
	for _, theirs := range []float64{0.3, 0.5, 0.65, 0.8, 1} {
		_, vote := voting(9, 0.2, theirs)
		if vote >= last {
			t.Errorf("a newcomer of %v has a vote of %v, one with a lesser dispute %v", theirs, vote, last)
		}
		last = vote
	}
	last = -100
	for _, own := range []float64{0, 0.2, 0.4, 0.6, 0.8} {
		_, vote := voting(9, own, 0.8)
		if vote <= last {
			t.Errorf("a member of %v votes %v, one with less of the dispute %v", own, vote, last)
		}
		last = vote
	}
}

// A dispute weighs as a quarrel does, by the same constant: as a cube 0.6 is 0.216.
func TestADisputeWeighsAsAQuarrelDoes(t *testing.T) {
	r, _ := voting(9, 0.2, 0.8)
	r.w.Parameters.Common.Quarrel = 3
	near(t, "what it brings", r.brought(r.w.State("PAT"), r.w.State("BYS"), 0.5), 0.108)
}
