package sim

import (
	"reflect"
	"strings"
	"testing"
)

// strikes plays a quarter in which RIV does something of a kind to CLI.
func strikes(kind ShockKind) *Run {
	s := twoByTwo()
	s.Shocks = map[string]Shock{"it": {Kind: kind, Actor: "RIV", Date: 2000, Size: 0.5, Felt: map[string]float64{"CLI": 1}}}
	r := at(s)
	r.Step()
	return r
}

// A scenario may speak of six kinds of shock, and the theory knows what each does. One that it does not know is a promise of
// the reader broken, and no quiet nothing.
func TestEveryKindOfShockIsKnown(t *testing.T) {
	kind, _ := reflect.TypeFor[Shock]().FieldByName("Kind")
	kinds := strings.Fields(kind.Tag.Get("oneof"))
	if len(kinds) != 6 {
		t.Errorf("there are %d kinds of shock, want 6", len(kinds))
	}
	for _, k := range kinds {
		strikes(ShockKind(k))
	}
	r := strikes(OvertAct)
	r.w.shocks[0].kind = "plague"
	for where, does := range map[string]func(){
		"when it strikes": func() { r.strike(0) }, "when it is heard of": func() { r.hear(0, "plague", 0.5, 1) },
	} {
		func() {
			defer func() {
				if said, _ := recover().(string); said != "sim: no shock of kind plague: the reader let it through" {
					t.Errorf("a shock of a kind that nobody knows, %s: %q", where, said)
				}
			}()
			does()
		}()
	}
}

// So with the four postures of a rival.
func TestEveryPostureIsKnown(t *testing.T) {
	with := func(p Posture) {
		s := twoByTwo()
		s.Rivals = map[string]Rival{"RIV": {Posture: Steady(p), Offence: Const(1), Tempo: Const(1e6), Move: Const(0.1), Retaliation: Const(0.5)}}
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
	s.Rivals = map[string]Rival{"RIV": {Posture: Steady(Conciliatory), Offence: Const(1), Tempo: Const(1e6), Move: Const(0.3), Retaliation: Const(0.5)}}
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
	s.Rivals = map[string]Rival{"RIV": {Posture: Steady(Overt), Offence: Const(1), Tempo: Const(2), Move: Const(0.5), Retaliation: Const(0.5)}}
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

// Coercion cuts trade, a trade shock moves it for good: 0.2 grows by a quarter.
func TestATradeShockByHand(t *testing.T) {
	s := twoByTwo()
	s.Shocks = map[string]Shock{"deal": {Kind: TradeShift, Actor: "RIV", Date: 2000, Size: 0.25, Felt: map[string]float64{"CLI": 1}}}
	r := at(s)
	r.Step()
	near(t, "dependence", r.Dependence(0, r.w.State("CLI")), 0.25)
}

// Grey-zone moves of 0.1, below notice, alarm by a tenth of that; the ground is lost in full.
func TestGreyZoneMovesByHand(t *testing.T) {
	s := twoByTwo()
	s.Rivals = map[string]Rival{"RIV": {Posture: Steady(GreyZone), Offence: Const(1), Tempo: Const(1e6), Move: Const(0.1), Retaliation: Const(0.5)}}
	r := at(s)
	r.Step()
	near(t, "alarm", r.Alarm(r.w.State("CLI")), 0.01)
	near(t, "ground", r.GroundLost(r.w.State("CLI")), 0.1)
}
