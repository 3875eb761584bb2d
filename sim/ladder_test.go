package sim

import "testing"

// Each kind of tie has a rung and a depth of its own, in one order, and the ground is no kind of tie.
func TestTheLadderByHand(t *testing.T) {
	p := Diplomacy{Exercises: 0.01, Capacity: 0.02, Information: 0.03, Access: 0.04, Consult: 0.05, Defence: 0.06}
	for rung, kind := range Rungs() {
		if rung == int(RungNone) {
			if kind != "" {
				t.Errorf("the ground is called %q", kind)
			}
			continue
		}
		if got := RungOf(kind); got != int8(rung) {
			t.Errorf("%s is rung %d, and stands at %d of the list", kind, got, rung)
		}
		near(t, "depth of "+string(kind), p.depth(kind), float64(rung)/100)
	}
	if last := Rungs()[RungDefence]; last != Defence || len(Rungs()) != int(RungDefence)+1 {
		t.Errorf("the top of %v is %s", Rungs(), last)
	}
}

// Where no tie is given, work climbs one rung a tick at most, and never to a defence treaty, which only a scenario or a clause
// can give.
func TestNobodyClimbsToADefenceTreaty(t *testing.T) {
	climbs, tops := 0, 0
	worlds(150, func(number uint64, s Scenario) {
		s.Ties = nil
		s.Parameters.Diplomacy.Rate, s.Parameters.Diplomacy.Lapse = 20, 0
		r := NewRun(NewWorld(s))
		var before []int8
		play(r, 4, number, func() {
			for p, rung := range r.rung {
				if before != nil && rung > before[p] {
					if climbs++; rung > before[p]+1 {
						t.Errorf("world %d: a pair steps from rung %d to %d in one tick", number, before[p], rung)
					}
				}
				switch rung {
				case RungConsult:
					tops++
				case RungDefence:
					t.Errorf("world %d: a pair has climbed to a defence treaty", number)
				}
			}
			before = append(before[:0], r.rung...)
		})
	})
	if climbs < 100 || tops < 100 {
		t.Errorf("only %d steps were seen, and %d pairs at the top of what can be climbed", climbs, tops)
	}
}
