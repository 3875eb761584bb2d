package plots

import (
	"math"
	"testing"

	"entente/sim/lab"
)

func TestPercentAxisHoldsTheChanceAndStartsAtZero(t *testing.T) {
	for most := 0.0; most <= 1; most += 0.001 {
		top, ticks := percentAxis(most)
		if most > top {
			t.Errorf("a chance of %v leaves the axis, which ends at %v", most, top)
		}
		if ticks[0].Value != 0 || math.Abs(ticks[len(ticks)-1].Value-top) > 1e-9 {
			t.Errorf("the axis for %v is marked from %v to %v, want 0 to %v",
				most, ticks[0].Value, ticks[len(ticks)-1].Value, top)
		}
		if most > 0.005 && top > 3.1*most {
			t.Errorf("the axis for a chance of %v ends at %v, far above it", most, top)
		}
	}
}

// A staircase may leave out what the eye cannot see, but never stray further than that from the figures, each of which holds from the
// end of its tick: a treaty of April 1949 is not in force in January.
func TestStaircaseFollowsItsFigures(t *testing.T) {
	s := madeUp(pacific, 1800, 12, 3000, 2000)
	lines, bands := chanceOverTime(s, s.InForce, 1)
	if len(lines) != 1 || len(bands) != 1 {
		t.Fatalf("%d lines and %d bands of one path", len(lines), len(bands))
	}
	line, band := lines[0], bands[0]
	if len(line) > 2*len(s.InForce) || len(band) > 4*len(s.InForce) {
		t.Errorf("%d points for %d ticks", len(line), len(s.InForce))
	}
	at := 0
	for i, share := range s.InForce {
		for at+1 < len(line) && line[at+1].X <= s.Dates[i]+tickYears(s)+1e-9 {
			at++
		}
		if math.Abs(line[at].Y-share.Mean) > 0.001+1e-9 {
			t.Fatalf("in %s the line stands at %v, the share is %v", s.Labels[i], line[at].Y, share.Mean)
		}
	}
	if _, end := period(s); line[len(line)-1].X != end {
		t.Errorf("the line ends at %v, the run at %v", line[len(line)-1].X, end)
	}
}

func TestTickLengthIsReadFromASingleLabel(t *testing.T) {
	for label, want := range map[string]float64{"1949": 1, "1949Q2": 0.25, "1949-04": 1.0 / 12} {
		s := &lab.Summary{Labels: []string{label}, Dates: []float64{1949}}
		if got := tickYears(s); got != want {
			t.Errorf("the tick %s lasts %v years, want %v", label, got, want)
		}
	}
}
