package history

import (
	"math"
	"testing"

	"entente/sim"
	"entente/sim/lab"
)

// A verdict that hangs on a chance near its target is told to be luck as often as chance has it; one that is far from it is not, and
// with few runs none can be told. Here an episode is passed if in no more than half of the runs a clause is in force.
func TestAVerdictMayBeLuck(t *testing.T) {
	s := shipped(t, "asia-1991")
	w := sim.NewWorld(s)
	ep := Episode{ID: "made up", Scenario: s.Name, judge: func(e *endings, v *Verdict) {
		v.atMost("in force", e.count(func(d *lab.Ending) bool { return d.AtEnd[w.Headline()] }).Mean, 0.5, "share of runs")
	}}
	for _, c := range []struct {
		why        string
		runs, came int
		share      float64 // of resamples by which the verdict is the other: of 200 fair coins, 0.47 show more than 100 heads
		may        bool
	}{
		{"at the target itself", 200, 100, 0.47, true},
		{"two deviations below", 200, 86, 0.02, false},
		{"far below", 200, 20, 0, false},
		{"far above", 200, 180, 0, false},
		{"never, but in twenty runs", 20, 0, 0, true},
	} {
		ends := &endings{world: w}
		for k := range c.runs {
			d := lab.Ending{AtEnd: make([]bool, len(w.Clauses))}
			d.AtEnd[w.Headline()] = k < c.came
			ends.runs = append(ends.runs, &d)
		}
		v := ends.judge(ep, 1)
		ends.doubt(ep, &v)
		if math.Abs(v.Luck-c.share) > 0.2 || v.MayBeLuck() != c.may {
			t.Errorf("%s: the verdict is the other in %.2f of resamples, expected %.2f; may be luck: %v", c.why, v.Luck, c.share, v.MayBeLuck())
		}
	}
	open := Verdict{Open: true, Runs: 5}
	if open.MayBeLuck() {
		t.Error("what is not judged is said to be luck")
	}
}
