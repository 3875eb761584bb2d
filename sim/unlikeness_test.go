package sim

import "testing"

// At a table of two the other is all of it, however likely: with an affinity of 0.6 it is unlike by 0.4.
func TestUnlikenessByHand(t *testing.T) {
	client, _ := explained(t, "CLI")
	near(t, "of the only other", client[Unlikeness], -2*0.4)
}

// By the example of unlikeness.go: one is sure to sign and of affinity 0.9, one is expected by half and of affinity 0.6.
func TestUnlikenessIsOfThoseExpected(t *testing.T) {
	s := threeWay()
	s.Relations = map[string]Relation{"CLI-PAT": {Affinity: Const(0.9)}, "BYS-CLI": {Affinity: Const(0.6)}}
	r := at(s)
	r.prelude()
	r.convene(0)
	seat := func(id string) int { return r.talks.seat[r.w.State(id)] }
	r.talks.expect[seat("PAT")], r.talks.expect[seat("BYS")] = 1, 0.5
	near(t, "weighed by who is expected", r.says("CLI")[Unlikeness], -2*0.3/1.5)
	r.talks.expect[seat("PAT")], r.talks.expect[seat("BYS")] = 0, 0
	near(t, "of nobody", r.says("CLI")[Unlikeness], 0)
}
