package words

import (
	"slices"
	"strings"
	"testing"

	"entente/sim/lab/stats"
)

// foretold is a tenth of chances in which so many points more came true than were foretold, of seven episodes; fewer are told of
// nobody.
func foretold(low, above float64) stats.Bin {
	b := stats.Bin{Low: low, High: low + 0.1, Forecasts: 20, Happened: low + above}
	b.Trust = &stats.Trust{Units: 7, Consistent: stats.Interval{Mean: low, Low: low - 0.05, High: low + 0.05}}
	b.Trust.Above = &stats.Interval{Mean: above, Low: above - 0.02, High: above + 0.02}
	return b
}

func TestReliableSaysWhichChancesAreWrongAndHow(t *testing.T) {
	few := foretold(0.8, -0.3)
	few.Trust.Above = nil
	p := &stats.Partition{Bins: []stats.Bin{foretold(0.1, 0), foretold(0.3, 0.2), foretold(0.4, 0.2), foretold(0.6, -0.2), few}}
	p.Bins[2].Low = p.Bins[1].High // neighbours
	for wants, says := range map[string]string{
		"Too low are those of 30 to 50 %: more comes true.": "neighbours are one range", "Too high are those of 60 to 70 %: less comes true.": "less came true",
		"at 10 to 20 %.": "as many came true as were foretold", "At 80 to 90 % fewer than six theatres speak; of 20 claims at 80 to 90 %, 50.0 % came true": "few speak",
	} {
		if told := Reliable(p); !slices.ContainsFunc(told, func(s string) bool { return strings.Contains(s, wants) }) {
			t.Errorf("%s, and it does not say %q: %q", says, wants, told)
		}
	}
}

func TestReliableSaysOfTheMiddleWhatItsIntervalAllows(t *testing.T) {
	for says, low := range map[string]float64{"its chances are too low.": 0.02, "its chances are too high.": -0.3, "no more than the choice of episodes may do.": -0.1} {
		p := &stats.Partition{Middle: &stats.Middle{Units: 9, Forecasts: 50, Mean: 0.5, Happened: 0.6, Above: &stats.Interval{Mean: low + 0.1, Low: low, High: low + 0.2}}}
		if told := Reliable(p); len(told) != 1 || !strings.HasSuffix(told[0], says) {
			t.Errorf("from %v on it says %q, not %q", low, told, says)
		}
	}
	if told := Reliable(&stats.Partition{Middle: &stats.Middle{Units: 2, Forecasts: 50}}); len(told) != 0 {
		t.Errorf("of two episodes it says %q", told)
	}
}
