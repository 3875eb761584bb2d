package words

import (
	"testing"

	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// A chance is told with what luck and constants leave open of it; where constants leave more than forty points, without its level.
func TestAChanceIsToldWithItsDoubt(t *testing.T) {
	band := func(low, high float64) *stats.Band { return &stats.Band{Low: low, High: high} }
	for _, c := range []struct {
		s     stats.Share
		want  string
		level string
	}{
		{stats.Share{Mean: 0.36, Low: 0.33, High: 0.39}, "36.0 % of the runs (95 % interval 33.0 to 39.0 %)", "36.0 %"},
		{stats.Share{Mean: 0.36, Low: 0.33, High: 0.39, Constants: band(0.21, 0.58)}, "36.0 % of the runs (luck ±3.0; constants 21 to 58)",
			"36.0 %"},
		{stats.Share{Mean: 0.36, Low: 0.33, High: 0.39, Constants: band(0.05, 0.83)},
			"5 to 83 % of the runs, depending on the constants (luck ±3.0)",
			"5 to 83 %"},
		{stats.Share{Mean: 0.22, Low: 0.2, High: 0.35, Constants: band(0.002, 0.06)}, "22.0 % of the runs (luck ±13; constants <1 to 6)",
			"22.0 %"},
		{stats.Share{Mean: 0.36, Low: 0.33, High: 0.39, Constants: band(0.36, 0.36)},
			"36.0 % of the runs (luck ±3.0; constants no more than luck)",
			"36.0 %"},
	} {
		if got := ShareOf(c.s); got != c.want {
			t.Errorf("%+v is told as %q, want %q", c.s, got, c.want)
		}
		if got := Level(c.s); got != c.level {
			t.Errorf("%+v has the level %q, want %q", c.s, got, c.level)
		}
	}
}

func TestAChangeIsToldWithItsDoubt(t *testing.T) {
	d := stats.Difference{Mean: 0.12, Low: 0.08, High: 0.16}
	if got, want := Change(d), "+12.0 points (95 % interval +8.0 to +16.0)"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	d.Coding = &stats.Band{Low: 0.05, High: 0.2}
	if got, want := Change(d), "+12.0 points (95 % interval +8.0 to +16.0; coding +5.0 to +20.0)"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	d.Coding = &stats.Band{Low: 0.12, High: 0.12}
	if got, want := Change(d), "+12.0 points (95 % interval +8.0 to +16.0; coding no more than luck)"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	d.Constants, d.Coding = &stats.Band{Low: -0.03, High: 0.28}, nil
	if got, want := Change(d), "+12.0 points (luck +8.0 to +16.0; constants -3.0 to +28.0)"; got != want || !Turns(d) {
		t.Errorf("%q, want %q; some constants turn it around: %v", got, want, Turns(d))
	}
	d.Constants = &stats.Band{Low: 0.12, High: 0.12}
	if got, want := Change(d), "+12.0 points (luck +8.0 to +16.0; constants no more than luck)"; got != want || Turns(d) {
		t.Errorf("%q, want %q; some constants turn it around: %v", got, want, Turns(d))
	}
}

// With few runs of each draw it is told that what constants do is told roughly.
func TestFewRunsTellRoughly(t *testing.T) {
	for runs, want := range map[int]string{399: "", 400: "What constants do is told roughly with fewer than 1,000 runs.", 999: "What constants do is told " +
		"roughly with fewer than 1,000 runs.", 1000: ""} {
		if got := Rough(&lab.Head{Draws: 200, Runs: runs}); got != want {
			t.Errorf("of %d runs: %q, want %q", runs, got, want)
		}
	}
	if got := Rough(&lab.Head{Runs: 500}); got != "" {
		t.Errorf("where nothing is drawn: %q", got)
	}
}

// A page says by which constants its runs were played, and from how many runs on it is told what they do.
func TestAPageSaysWhichConstantsWerePlayed(t *testing.T) {
	for _, c := range []struct {
		h          lab.Head
		drawn, few string
	}{
		{lab.Head{Theory: sim.DefaultTheory, Parameters: "a", Draws: 200, Runs: 399},
			"Constants: runs take turns at 200 sets of the six that were fitted to history (--best plays the shipped set); the other 71 of the theory are held.",
			"How far constants move a chance is told from 400 runs on."},
		{lab.Head{Theory: sim.DefaultTheory, Parameters: "a", Draws: 200, Runs: 400, HeldFast: []string{"parameters.decision.home"}},
			"Constants: runs take turns at 200 sets of the six that were fitted to history (--best plays the shipped set); the other 71 of the theory are held; home (the government's stance) held as set.", ""},
		{lab.Head{Theory: sim.DefaultTheory, Parameters: "a"},
			"Constants: the shipped set alone (--best), so that doubt about them is not told.", ""},
		{lab.Head{Theory: "power-balance", Parameters: "a"},
			"Constants: one set. A rival theory has no posterior, so that doubt about its constants is not told.", ""},
		{lab.Head{Theory: sim.DefaultTheory, HeldFast: []string{"parameters.decision.home"}},
			"Constants: one set, since all that history leaves open were set.", ""},
		{lab.Head{Parameters: "a", Draws: 200, Runs: 500}, "Constants: runs take turns at 200 sets of the six that were fitted to history " +
			"(--best plays the shipped set); the other 71 of the theory are held; rival theories have one set each, and doubt about it is not told.", ""},
		{lab.Head{}, "", ""},
	} {
		if got := Drawn(&c.h); got != c.drawn {
			t.Errorf("%+v: %q, want %q", c.h, got, c.drawn)
		}
		if got := TooFew(&c.h); got != c.few {
			t.Errorf("%+v: %q, want %q", c.h, got, c.few)
		}
	}
}

// What one of several worlds holds as set is told of that one; what all hold is told of all.
func TestEachWorldTellsWhatItHolds(t *testing.T) {
	world := func(paths ...string) lab.ComparedWorld { return lab.ComparedWorld{Head: lab.Head{HeldFast: paths}} }
	trade, reluctance := "parameters.decision.trade", "parameters.decision.reluctance"
	all := &lab.Head{HeldFast: []string{trade}}
	worlds := []lab.ComparedWorld{world(trade), world(trade, reluctance), world(trade)}
	if got, want := HeldApart(all, worlds), "Held as set: in B reluctance (habit of not signing)."; got != want {
		t.Errorf("it is told %q, want %q", got, want)
	}
	if got := HeldApart(all, worlds[:1]); got != "" {
		t.Errorf("of one world it is told %q", got)
	}
}

// A change is turned around by constants if their range reaches to the other side of none.
func TestWhatConstantsTurnAround(t *testing.T) {
	for _, c := range []struct {
		mean, low, high float64
		want            bool
	}{{0.1, -0.02, 0.3, true}, {0.1, 0, 0.3, false}, {-0.1, -0.3, 0.02, true}, {-0.1, -0.3, 0, false}} {
		if got := Turns(stats.Difference{Mean: c.mean, Constants: &stats.Band{Low: c.low, High: c.high}}); got != c.want {
			t.Errorf("a change of %v that constants take from %v to %v: turned %v", c.mean, c.low, c.high, got)
		}
	}
	if Turns(stats.Difference{Mean: 0.1}) {
		t.Error("constants that are not told turn a change around")
	}
}

// Luck reaches neither below never nor above always: there its ends are told.
func TestLuckEndsAtNeverAndAlways(t *testing.T) {
	for _, c := range []struct {
		share stats.Share
		want  string
	}{
		{stats.Share{Mean: 0, Low: 0, High: 0.004}, "0.0 to 0.4"},
		{stats.Share{Mean: 0.02, Low: 0.01, High: 0.05}, "1.0 to 5.0"},
		{stats.Share{Mean: 1, Low: 0.99, High: 1}, "99.0 to 100.0"},
		{stats.Share{Mean: 0.05, Low: 0.03, High: 0.08}, "±3.0"},
	} {
		if got := Luck(c.share); got != c.want {
			t.Errorf("of %v luck is said to leave %q, want %q", c.share, got, c.want)
		}
	}
}
