package stats

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"
)

func TestNormalQuantile(t *testing.T) {
	if want := distuv.UnitNormal.Quantile(0.975); math.Abs(Normal95-want) > 1e-12 {
		t.Errorf("Normal95 is %v, want %v", Normal95, want)
	}
}

func near(a, b float64) bool { return math.Abs(a-b) < 1e-7 }

// The first interval is the one that diffpropci.mp of the R package PropCIs prints for its example, by the same method:
// -0.21601726 to -0.03089632. By hand: m = 162, net = -20, half = 1.959964 √(61 - 400/162) / 162 = 0.09256047.
func TestMatchedPairs(t *testing.T) {
	for _, c := range []struct {
		why             string
		lost, won, of   int
		mean, low, high float64
		beyond          bool
	}{
		{"forty lost, twenty won", 40, 20, 160, -0.125, -0.21601726, -0.03089632, true},
		{"the other way round", 20, 40, 160, 0.125, 0.03089632, 0.21601726, true},
		{"no pair differs: 1.959964/102", 0, 0, 100, 0, -0.01921533, 0.01921533, false},
		{"as many lost as won: 1.959964 √21/102", 10, 10, 100, 0, -0.08805572, 0.08805572, false},
		{"no pairs say nothing", 0, 0, 0, 0, -1, 1, false},
	} {
		d := Matched(c.lost, c.won, c.of)
		if !near(d.Mean, c.mean) || !near(d.Low, c.low) || !near(d.High, c.high) || d.BeyondLuck() != c.beyond {
			t.Errorf("%s: %+v, beyond luck: %v; want %v in %v to %v, %v", c.why, d, d.BeyondLuck(), c.mean, c.low, c.high,
				c.beyond)
		}
	}
	for pairs := range 40 {
		for lost := range pairs + 1 {
			for won := range pairs + 1 - lost {
				if d := Matched(lost, won, pairs); !(-1 <= d.Low && d.Low < d.High && d.High <= 1) {
					t.Fatalf("%d lost, %d won of %d: the interval is %v to %v", lost, won, pairs, d.Low, d.High)
				}
			}
		}
	}
}

func TestPairedShareCountsPairs(t *testing.T) {
	yes, no := true, false
	p := PairShares([]bool{yes, yes, yes, no, no}, []bool{yes, no, no, yes, no})
	if p.With != ShareOf(3, 5) || p.Without != ShareOf(2, 5) || p.Change != Matched(2, 1, 5) {
		t.Errorf("3 of 5 with, 2 of 5 without, 2 lost and 1 won came out as %+v", p)
	}
}

// Changes of 1, 0 and 2 have mean 1, standard deviation 1 and standard error 1/√3; 1.959964/√3 = 1.13158574.
func TestPairedMean(t *testing.T) {
	p := PairMeans([]int{1, 2, 3}, []int{2, 2, 5}, 9)
	if !near(p.With, 2) || !near(p.Without, 3) || !near(p.Change.Mean, 1) ||
		!near(p.Change.Low, -0.13158574) || !near(p.Change.High, 2.13158574) {
		t.Errorf("changes of 1, 0 and 2 came out as %+v", p)
	}
	if p := PairMeans([]int{4, 2}, []int{4, 2}, 9); p.Change != (Difference{}) {
		t.Errorf("no change came out as %+v", p.Change)
	}
	if p := PairMeans([]int{4}, []int{6}, 9); p.Change != (Difference{2, -9, 9}) {
		t.Errorf("one pair gives the interval %+v, want all that is possible", p.Change)
	}
	if p := PairMeans(nil, nil, 9); p.Change != (Difference{0, -9, 9}) {
		t.Errorf("no pair gives %+v", p)
	}
}
