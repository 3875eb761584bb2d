package words

import (
	"testing"

	"entente/sim/lab"
)

// A clause likelier than the target is to be brought below it, one that is not to it or above; what was tried is told by what moves.
func TestWhereASearchGoesAndWhatItTries(t *testing.T) {
	f := &lab.Flip{Target: 0.07, Names: map[string]string{"FRA": "France", "USA": "United States"}, Levers: []lab.Pull{
		{Lever: lab.Lever{ID: "aid", Name: "aid", Unit: "times what it is"}},
		{Lever: lab.Lever{ID: "stances", Name: "all stances", Unit: "added to each"}},
		{Lever: lab.Lever{ID: "autonomy", Name: "autonomy", Unit: "weight"}},
	}}
	for above, want := range map[bool]string{true: "below 7 %", false: "to 7 % or more"} {
		if f.Above = above; FlipAim(f) != want {
			t.Errorf("from above %v it is to be brought %s, want %s", above, FlipAim(f), want)
		}
	}
	for want, m := range map[string]lab.Move{
		"without the United States":                     {Left: "USA"},
		"France a founder":                              {Founder: "FRA"},
		"aid times 0.5":                                 {Levers: []string{"aid"}, Values: []float64{0.5}},
		"all stances moved by +0.2":                     {Levers: []string{"stances"}, Values: []float64{0.2}},
		"all stances moved by -0.2 and autonomy at 1.4": {Levers: []string{"stances", "autonomy"}, Values: []float64{-0.2, 1.4}},
	} {
		if got := Move(f, &m); got != want {
			t.Errorf("%+v is told as %q, want %q", m, got, want)
		}
	}
}

// Where a lever flips lies between two values, the lower first, whichever way it is moved; where nothing tells one, it is what the lever
// is now, or the end of its range. Without a band of constants the interval is that of luck alone.
func TestWhereALeverFlipsIsToldFromTheLowerValueUp(t *testing.T) {
	at := func(v float64) *float64 { return &v }
	for _, c := range []struct {
		why  string
		to   float64
		luck lab.Bounds
		of   *lab.Bounds
		want string
	}{
		{"upwards", 1.5, lab.Bounds{Near: at(1.2), Far: at(1.8)}, nil, "95 % interval 1.2 to 1.8"},
		{"downwards", 0.5, lab.Bounds{Near: at(0.8), Far: at(0.3)}, nil, "95 % interval 0.3 to 0.8"},
		{"upwards, by nothing surely", 1.5, lab.Bounds{}, nil, "95 % interval now to 2 (end)"},
		{"downwards, by nothing surely", 0.5, lab.Bounds{}, nil, "95 % interval 0.1 (end) to now"},
		{"as constants have it", 1.5, lab.Bounds{Near: at(1.2), Far: at(1.8)}, &lab.Bounds{Far: at(1.9)}, "luck 1.2 to 1.8; constants now to 1.9"},
	} {
		l := &lab.Pull{Lever: lab.Lever{Now: 1, Low: 0.1, High: 2}, At: &lab.Move{Values: []float64{c.to}}, Luck: c.luck, Constants: c.of}
		if got := FlipBetween(l); got != c.want {
			t.Errorf("%s: %q, want %q", c.why, got, c.want)
		}
	}
}
