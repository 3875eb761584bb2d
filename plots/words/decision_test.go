package words

import (
	"fmt"
	"testing"

	"entente/sim"
	"entente/sim/lab"
)

// Why a willing state does not sign is told by who and how many are lacking.
func TestWhatAClauseLacks(t *testing.T) {
	names := map[string]string{"USA": "United States", "JPN": "Japan"}
	for _, c := range []struct {
		lacking *sim.Lacking
		want    string
	}{
		{nil, ""},
		{&sim.Lacking{Needed: []string{"USA"}, In: 3, Least: 3}, "The United States, without which it binds nobody, is not willing then."},
		{&sim.Lacking{Needed: []string{"USA", "JPN"}, In: 1, Least: 3},
			"The United States and Japan, without whom it binds nobody, are not willing then. It takes three, and one is willing and welcome then."},
		{&sim.Lacking{In: 2, Least: 4}, "It takes four, and two are willing and welcome then."},
	} {
		x := &lab.Explanation{Explanation: &sim.Explanation{Lacking: c.lacking}, Names: names}
		if got := Lacks(x); got != c.want {
			t.Errorf("of %+v it says %q, want %q", c.lacking, got, c.want)
		}
	}
}

// Who works a formula out with the figures that are shown gets what stands beside it.
func TestAFormulaCanBeWorkedOutAsItIsShown(t *testing.T) {
	n := func(v float64) sim.Working { return sim.Working{Value: v} }
	op := func(op string, value float64, parts ...sim.Working) sim.Working {
		return sim.Working{Op: op, Value: value, Parts: parts}
	}
	shown := func(v float64) string { return fmt.Sprintf("%+.3f", v) }
	for _, c := range []struct {
		why  string
		work sim.Working
		want string
	}{
		{"three digits do", op("×", 17.8*0.5, n(17.8), n(0.5)), "17.8 × 0.5"},
		{"three digits would give -9.220", op("×", 17.8349*-0.518092, n(17.8349), n(-0.518092)), "17.835 × -0.51809"},
		{"a difference would be lost in three", op("-", 0.0033, n(0.58391), n(0.58061)), "0.5839 - 0.5806"},
		{"nothing is a figure too", op("×", 0, n(0), n(2)), "0 × 2"},
	} {
		if got := Formula(c.work, shown); got != c.want {
			t.Errorf("%s: the formula is %s, want %s", c.why, got, c.want)
		}
	}
}
