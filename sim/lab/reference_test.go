package lab

import (
	"math"
	"testing"

	"entente/sim"
)

// Ten years after seventy quiet ones: 1 - √(7/8), and 1 - exp(-z²/14) at the two quantiles.
func TestReferenceByHand(t *testing.T) {
	r := never("quiet", 70, 10)
	for _, c := range []struct {
		what      string
		got, want float64
	}{{"mean", r.Mean, 0.0646}, {"lower end", r.Low, 0.00007}, {"upper end", r.High, 0.3015}} {
		if math.Abs(c.got-c.want) > 5e-5 {
			t.Errorf("the %s is %v, by hand %v", c.what, c.got, c.want)
		}
	}
	if more := never("quiet", 70, 20); more.Mean <= r.Mean || more.High <= r.High {
		t.Errorf("in twenty years it is no likelier than in ten: %+v, %+v", more, r)
	}
	w := sim.NewWorld(ablated(t, "pacific-2025"))
	if q := QuietUntil(w, 39); *q != never(QuietPacific, quietYears, 10) {
		t.Errorf("forty quarters are not ten years: %+v", q)
	}
}

// The forecast has a reference class, and so has what is built on it; what history has decided has none.
func TestForecastsHaveAReferenceClass(t *testing.T) {
	for name, is := range map[string]bool{"pacific-2025": true, "us-retrenchment": true, "asia-1991": false, "europe-1947": false} {
		w := sim.NewWorld(ablated(t, name))
		if r := ReferenceOf(w); (r != nil) != is || is && *r != *QuietUntil(w, w.Calendar.Ticks()-1) {
			t.Errorf("%s has the reference class %+v", name, r)
		}
	}
}
