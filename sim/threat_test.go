package sim

import "testing"

func TestThreatByHand(t *testing.T) {
	p := Threat{Power: 1, Proximity: 1, Offence: 1, Intent: 1, Fade: 3000, Chronic: 0.4, HalfLife: 2, Notice: 0.2, Salami: 0.15}
	// power 0.2/(0.2+0.05) = 0.8, proximity e^-1 = 0.3679, offence 0.5: mean 0.5560
	near(t, "three sources in equal parts", p.exposure(0.05, 0.2, 3000, 0.5), 0.5560)
	p.Proximity = 0
	near(t, "a source switched off", p.exposure(0.05, 0.2, 3000, 0.5), 0.65)
	p.Power, p.Offence = 0, 0
	near(t, "all switched off", p.exposure(0.05, 0.2, 3000, 0.5), 1)

	near(t, "a step at the edge of notice is felt in full", p.noticed(0.2), 0.2)
	near(t, "a step below is a slice", p.noticed(0.19), 0.0285)

	// 1 - (1 - 0.4×0.5)(1 - 0.3) = 1 - 0.8×0.7
	near(t, "standing contest and alarm", p.intent(0.5, 0, 0.3), 0.44)
	// contest 0.5 + 0.5×0.15×0.6 = 0.545; 1 - (1 - 0.218)(0.7)
	near(t, "ground lost in slices", p.intent(0.5, 0.6, 0.3), 0.4526)
	near(t, "no dispute, no alarm", p.intent(0, 0, 0), 0)

	near(t, "threat is exposure by intent", p.threat(0.5, 0.4), 0.2)
	p.Intent = 0
	near(t, "without intent every neighbour is feared", p.threat(0.5, 0.4), 0.5)

	near(t, "the largest slice from calm", p.slice(0), 0.2)
	// room 0.01 / 0.15
	near(t, "a smaller one when alarm is up", p.slice(0.19), 0.0667)
	near(t, "none when alarm is at notice", p.slice(0.2), 0)
	if p.slice(0) >= p.Notice {
		t.Error("an adaptive rival takes a step that is noticed")
	}
}

// A blow of 0.5 and a smile of 0.4 at once; both halve in a quarter by their own half-life. Courtship of 0.5 fades by
// the model's: to 0.8409 in a quarter.
func TestAlarmByHand(t *testing.T) {
	s := twoByTwo()
	felt := map[string]float64{"CLI": 1}
	s.Shocks = map[string]Shock{
		"blow":  {Kind: OvertAct, Actor: "RIV", Date: 2000, Size: 0.5, HalfLife: 0.25, Felt: felt},
		"smile": {Kind: OvertAct, Actor: "RIV", Date: 2000, Size: -0.4, HalfLife: 0.25, Felt: felt},
	}
	r := at(s)
	r.Step()
	near(t, "alarm and relief", r.Alarm(r.w.State("CLI")), 0.5*0.6)
	r.soothed[r.w.State("CLI")] = 0.5
	r.Step()
	near(t, "a quarter later, courted", r.Alarm(r.w.State("CLI")), 0.25*0.8*(1-0.5*0.8409))
}

// A rival with a contest of its own on the books fears nobody.
func TestNobodyFearsItself(t *testing.T) {
	s := twoByTwo()
	riv := s.States["RIV"]
	riv.Contest = map[string]Series{"RIV": Const(1)}
	s.States["RIV"] = riv
	r := at(s)
	r.Step()
	near(t, "its threat", r.Threat(r.w.State("RIV")), 0)
}
