package history

import (
	"math"
	"math/rand/v2"
	"testing"
)

// bowl are trials of a surprise that is known, with luck of a standard deviation.
func bowl(n int, luck float64) (tried []trial, surprise func(x []float64) float64) {
	knobs := Knobs()[:3]
	surprise = func(x []float64) float64 { return 40 + 3*(x[0]-0.5)*(x[0]-0.5) + 2*x[1]*x[1] + 0*x[2] }
	rng := rand.New(rand.NewPCG(4, 5))
	for k := range n {
		x := ofPriors(knobs, 7, k)
		tried = append(tried, trial{x, surprise(x) + luck*rng.NormFloat64()})
	}
	return tried, surprise
}

// From two hundred trials the emulator foretells others to within a part of the luck in them, and knows what does not
// matter.
func TestTheEmulatorSmoothsLuckAway(t *testing.T) {
	tried, surprise := bowl(200, 0.5)
	e := newEmulator(tried)
	sum, n := 0.0, 0
	for k := range 100 {
		x := ofPriors(Knobs()[:3], 8, k)
		if math.Hypot(x[0], x[1]) < 2 {
			off := e.at(x) - surprise(x)
			sum, n = sum+off*off, n+1
		}
	}
	if off := math.Sqrt(sum / float64(n)); off > 0.3 {
		t.Errorf("it misses by %v, where the luck is 0.5", off)
	}
	if e.lengths[2] < 4*e.lengths[0] {
		t.Errorf("the third constant does nothing, and lengths are %v", e.lengths)
	}
}

// Without luck it passes through what it was taught.
func TestTheEmulatorRemembers(t *testing.T) {
	tried, _ := bowl(60, 0)
	e := newEmulator(tried)
	for _, k := range []int{0, 17, 59} {
		if got, want := e.at(tried[k].x), tried[k].surprise; math.Abs(got-want) > 0.1 {
			t.Errorf("trial %d has %v, it says %v", k, want, got)
		}
	}
}

// A second look at a bowl finds the posterior that is known: of the first constant, a normal of precision 1 + 2 × 3 ×
// weight.
func TestASecondLook(t *testing.T) {
	if testing.Short() {
		t.Skip("takes many steps")
	}
	tried, _ := bowl(300, 0.2)
	// Of security alone, log-normal with a spread of 0.7: its middle in spreads is 3 / (1 / (2 weight) + 3) × 0.5.
	c := &Calibration{Knobs: Knobs()[:3], Seed: 1}
	look := c.secondLook(tried, []float64{0, 0, 0}, []float64{0.5, 0.5, 0.5})
	for weight, s := range map[float64]struct{ low, high float64 }{
		0.5: {look.Half[0].Q05, look.Half[0].Q95}, 1: {look.Whole[0].Q05, look.Whole[0].Q95}, 2: {look.Double[0].Q05, look.Double[0].Q95},
	} {
		deviation := 1 / math.Sqrt(1+6*weight)
		middle := 6 * weight * 0.5 / (1 + 6*weight)
		k := Knobs()[0]
		if low, high := k.Spreads(s.low), k.Spreads(s.high); math.Abs(low-middle+1.645*deviation) > 0.15 || math.Abs(high-middle-1.645*deviation) > 0.15 {
			t.Errorf("at weight %v it finds %.2f to %.2f, want %.2f to %.2f", weight, low, high, middle-1.645*deviation,
				middle+1.645*deviation)
		}
	}
	if look.HeldOut != 30 || look.Error > 0.5 || look.Varied < 2 {
		t.Errorf("of 300 trials it held out %d, missed them by %v where they vary by %v", look.HeldOut, look.Error, look.Varied)
	}
}
