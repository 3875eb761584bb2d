package sim

import "testing"

// beside is the world worked by hand with a rival of 0.5 that could frighten its neighbours with 0.9, at talks on a
// clause of which only provocation speaks, at 3 logits. The client is threatened with 0.9 × its contest.
func beside(contest float64) *Run {
	s := twoByTwo()
	s.Parameters.Decision = Weights{Provocation: 3}
	s = changed(s, "RIV", func(x *State) { x.Capability = Const(0.5) })
	s = changed(s, "CLI", func(x *State) { x.Contest = map[string]Series{"RIV": Const(contest)} })
	rival := s.Rivals["RIV"]
	rival.Offence = Const(0.9)
	s.Rivals["RIV"] = rival
	r := at(s)
	r.prelude()
	r.convene(0)
	return r
}

// expecting is what the client makes of the clause if it expects the patron with some chance.
func (r *Run) expecting(chance float64) float64 {
	r.talks.expect[r.talks.seat[r.w.State("PAT")]] = chance
	r.sum()
	return r.utility("CLI")
}

// The example of provocation.go: a table of 0.25 beside a rival of 0.5, which could frighten with 0.7 more.
func TestProvocationByHand(t *testing.T) {
	r := beside(0.2 / 0.9)
	near(t, "threat felt", r.threat[r.w.State("CLI")], 0.2)
	near(t, "provocation", r.expecting(0.5), -3*0.8*0.5*0.7)
	near(t, "a partner that is not expected leaves the state itself", r.expecting(0), -3*0.8*0.2*0.7)
}

// However a lever raises threat, no more than 1 can be felt: that of a rival which could frighten with 0.9, raised fivefold, has room
// up to 1.
func TestNoThreatIsWorseThanOne(t *testing.T) {
	s := beside(0.2 / 0.9).w.Scenario
	s.Levers = map[string]Levers{Everyone: {Threat: Const(5)}}
	r := at(s)
	r.prelude()
	r.convene(0)
	near(t, "threat felt", r.threat[r.w.State("CLI")], 1)
	near(t, "nothing is left to become worse", r.expecting(0.5), 0)
	s.Levers = map[string]Levers{Everyone: {Threat: Const(2)}}
	r = at(s)
	r.prelude()
	r.convene(0)
	near(t, "threat felt twice", r.threat[r.w.State("CLI")], 0.4)
	near(t, "room up to 1, not to 1.8", r.expecting(0.5), -3*0.8*0.5*0.6)
}

// Jervis's claim: a stronger table provokes more, where the rival could still become worse. Where it does its worst
// already nobody is provoked, and what outweighs it provokes no more than its match.
func TestAStrongerTableProvokesMore(t *testing.T) {
	for _, contest := range []float64{0, 0.3, 0.6, 1} {
		r, before := beside(contest), 0.0
		for k, chance := range []float64{0, 0.25, 0.5, 0.75, 1} {
			u := r.expecting(chance)
			switch {
			case contest == 1 && u != 0:
				t.Errorf("of a rival that does its worst %v is feared", u)
			case contest < 1 && k > 0 && u >= before:
				t.Errorf("with a contest of %v, a partner expected with %v provokes %v, a likelier one %v", contest, chance-0.25, before, u)
			}
			before = u
		}
	}
	r := beside(0.3)
	pat := r.w.State("PAT")
	r.w.capability[r.Tick][pat] = 0.4
	match := r.expecting(1)
	if r.w.capability[r.Tick][pat] = 4; r.expecting(1) != match {
		t.Errorf("a table ten times as strong as the rival provokes %v, its match %v", r.expecting(1), match)
	}
	near(t, "a match", match, -3*0.8*(0.9-0.27))
}

// A neighbour left alone fears to provoke more than one that is pressed: the more a rival does already, the less a
// promise can cost.
func TestTheCalmAreAfraidToProvoke(t *testing.T) {
	before := -100.0
	for _, contest := range []float64{0, 0.2, 0.4, 0.6, 0.8, 1} {
		u := beside(contest).expecting(1)
		if u <= before {
			t.Errorf("with a contest of %v provocation weighs %v, with less %v", contest, u, before)
		}
		before = u
	}
}
