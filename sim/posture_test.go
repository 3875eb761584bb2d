package sim

import "testing"

func TestAPostureIsHeldUntilTheNext(t *testing.T) {
	c := Course{{2012, GreyZone}, {2022, Overt}}
	for _, x := range []struct {
		day  Date
		want Posture
	}{{2000, GreyZone}, {2012, GreyZone}, {2021.99, GreyZone}, {2022, Overt}, {2030, Overt}} {
		if got := c.At(x.day); got != x.want {
			t.Errorf("in %v the rival is %s, want %s", x.day, got, x.want)
		}
	}
	if got := Steady(Adaptive).At(1900); got != Adaptive {
		t.Errorf("one that does not change is %s", got)
	}
}

// The same steps alarm nobody until the rival comes into the open.
func TestARivalThatComesIntoTheOpenAlarms(t *testing.T) {
	s := twoByTwo()
	s.Rivals = map[string]Rival{"RIV": {Posture: Course{{1990, GreyZone}, {2000.5, Overt}}, Offence: Const(1),
		Tempo: Const(1e6), Move: Const(0.1),
		Retaliation: Const(0.5)}}
	r := at(s)
	cli := r.w.State("CLI")
	var alarm []float64
	for r.Step() {
		alarm = append(alarm, r.Alarm(cli))
	}
	if salami := s.Parameters.Threat.Salami * 0.1; alarm[1] > 2*salami {
		t.Errorf("before it, alarm is %v, above two unnoticed steps of %v", alarm[1], salami)
	}
	if alarm[2] < 0.1 {
		t.Errorf("from then on alarm is %v, below one step of 0.1", alarm[2])
	}
}
