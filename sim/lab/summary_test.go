package lab

import (
	"testing"

	"entente/sim"
)

// Of two runs the median date is the earlier: a tick that occurred, as with quantiles.
func TestMedianDateOfTwoRuns(t *testing.T) {
	w := &sim.World{Calendar: sim.NewCalendar(2000, 2009, sim.Year)}
	signed := func(ticks ...int32) (runs []*diary) {
		for _, tick := range ticks {
			runs = append(runs, &diary{Ending: Ending{Signed: []int32{tick}}})
		}
		return runs
	}
	for _, c := range []struct {
		runs []*diary
		want string
	}{
		{signed(7, 3), "2003"}, {signed(7, 3, -1), "2003"}, {signed(8, -1, 1, 6), "2006"}, {signed(-1), ""},
	} {
		if got := medianTick(w, c.runs, func(r *diary) int32 { return r.Signed[0] }); got != c.want {
			t.Errorf("the median of %d runs is %q, want %s", len(c.runs), got, c.want)
		}
	}
}
