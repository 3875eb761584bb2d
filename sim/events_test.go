package sim

import (
	"reflect"
	"strings"
	"testing"
)

// The theory knows what a rival of each posture does. One that it does not know is a promise of the reader broken, and no quiet
// nothing.
func TestEveryPostureIsKnown(t *testing.T) {
	with := func(p Posture) {
		s := twoByTwo()
		s.Rivals = map[string]Rival{"RIV": {Posture: Steady(p), Offence: Const(1), Tempo: Const(1e6), Move: Const(0.1),
			Retaliation: Const(0.5)}}
		at(s).Step()
	}
	posture, _ := reflect.TypeFor[Rival]().FieldByName("Posture")
	for _, p := range strings.Fields(posture.Tag.Get("oneof")) {
		with(Posture(p))
	}
	defer func() {
		if said, _ := recover().(string); said != "sim: no rival is covert: the reader let it through" {
			t.Errorf("a rival with a posture that nobody knows: %q", said)
		}
	}()
	with("covert")
}

// A conciliatory rival's move soothes by its size, alarms nobody and takes no ground; what is not its own is not soothed.
func TestAConciliatoryMoveByHand(t *testing.T) {
	s := twoByTwo()
	s.Rivals = map[string]Rival{"RIV": {Posture: Steady(Conciliatory), Offence: Const(1), Tempo: Const(1e6), Move: Const(0.3),
		Retaliation: Const(0.5)}}
	r := at(s)
	r.turn()
	r.happen()
	cli := r.w.State("CLI")
	near(t, "soothed", r.soothed[cli], 0.3)
	near(t, "alarmed", r.moved[cli], 0)
	near(t, "ground", r.ground[cli], 0)
	r.happen()
	near(t, "soothed twice", r.soothed[cli], 1-0.7*0.7)
}

// A rival moves twice a year in all, whoever it presses on: PAT a third of the time, CLI two thirds.
func TestMovesByHand(t *testing.T) {
	s := twoByTwo()
	s.Rivals = map[string]Rival{"RIV": {Posture: Steady(Overt), Offence: Const(1), Tempo: Const(2), Move: Const(0.5),
		Retaliation: Const(0.5)}}
	w := NewWorld(s)
	r := NewRun(w)
	moves := map[string]float64{}
	const runs = 4000
	for k := range uint64(runs) {
		r.Start(1, k)
		r.Step()
		for _, id := range []string{"PAT", "CLI"} {
			if r.ground[w.State(id)] > 0 {
				moves[id]++
			}
		}
	}
	for id, rate := range map[string]float64{"PAT": 2. / 3, "CLI": 4. / 3} {
		if got, want := moves[id]/runs, chance(rate, 0.25); got < want-0.02 || got > want+0.02 {
			t.Errorf("%s is pressed in %.3f of first quarters, want %.3f", id, got, want)
		}
	}
}

// Grey-zone moves of 0.1, below notice, alarm by a tenth of that; the ground is lost in full.
func TestGreyZoneMovesByHand(t *testing.T) {
	s := twoByTwo()
	s.Rivals = map[string]Rival{"RIV": {Posture: Steady(GreyZone), Offence: Const(1), Tempo: Const(1e6), Move: Const(0.1),
		Retaliation: Const(0.5)}}
	r := at(s)
	r.Step()
	near(t, "alarm", r.Alarm(r.w.State("CLI")), 0.01)
	near(t, "ground", r.GroundLost(r.w.State("CLI")), 0.1)
}
