package stats

import (
	"math"
	"math/rand/v2"
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
// Where no pair differs the interval has a width still, also where the constants' part of the spread is taken out.
func TestNoDifferenceIsNoCertainty(t *testing.T) {
	dealt := make([]Dealt, 400)
	for k := range dealt {
		dealt[k].Draw = k % 200
	}
	same := make([]bool, len(dealt))
	d := Drawn(dealt).PairShares(same, same).Change
	if !(d.Low < 0 && 0 < d.High) || d.High > 0.01 {
		t.Errorf("of 400 pairs that do not differ, of 200 draws, the interval is %v to %v", d.Low, d.High)
	}
}

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
	p := Drawn(nil).PairShares([]bool{yes, yes, yes, no, no}, []bool{yes, no, no, yes, no})
	if p.First != ShareOf(3, 5) || p.Second != ShareOf(2, 5) || p.Change != Matched(2, 1, 5) {
		t.Errorf("3 of 5 with, 2 of 5 without, 2 lost and 1 won came out as %+v", p)
	}
}

// Changes of 1, 0 and 2 have mean 1, standard deviation 1 and standard error 1/√3; 1.959964/√3 = 1.13158574.
func TestPairedMean(t *testing.T) {
	p := Drawn(nil).PairMeans([]int{1, 2, 3}, []int{2, 2, 5}, 9)
	if !near(p.First, 2) || !near(p.Second, 3) || !near(p.Change.Mean, 1) ||
		!near(p.Change.Low, -0.13158574) || !near(p.Change.High, 2.13158574) {
		t.Errorf("changes of 1, 0 and 2 came out as %+v", p)
	}
	if p := Drawn(nil).PairMeans([]int{4, 2}, []int{4, 2}, 9); p.Change != (Difference{}) {
		t.Errorf("no change came out as %+v", p.Change)
	}
	if p := Drawn(nil).PairMeans([]int{4}, []int{6}, 9); p.Change != (Difference{Mean: 2, Low: -9, High: 9}) {
		t.Errorf("one pair gives the interval %+v, want all that is possible", p.Change)
	}
	if p := Drawn(nil).PairMeans(nil, nil, 9); p.Change != (Difference{Low: -9, High: 9}) {
		t.Errorf("no pair gives %+v", p)
	}
}

// The interval covers the truth in at least 92 of 100 samples of 50 runs, whether values are common or rare, spread or
// not: 95 but for the grain of so few, which is that of the interval of matched pairs too.
func TestIntervalsOfValuesCover(t *testing.T) {
	luck := rand.New(rand.NewPCG(3, 4))
	for _, c := range []struct {
		why    string
		values []float64
		shares []float64
	}{
		{"one run in twenty turns on it", []float64{0, 1}, []float64{0.95, 0.05}},
		{"one run in two turns on it", []float64{0, 1}, []float64{0.5, 0.5}},
		{"it works both ways", []float64{-0.5, 0, 0.4}, []float64{0.3, 0.3, 0.4}},
		{"small parts", []float64{0, 0.1, 0.2}, []float64{0.6, 0.3, 0.1}},
		{"an order and its reverse", []float64{-1, -0.5, 0, 0.5, 1}, []float64{0.05, 0.15, 0.4, 0.3, 0.1}},
		{"an order and its reverse, seldom", []float64{-0.5, 0, 0.5}, []float64{0.02, 0.94, 0.04}},
		{"an order or its reverse, never both", []float64{0, 0.5}, []float64{0.9, 0.1}},
		{"a rare whole among small parts", []float64{0.02, 1}, []float64{0.97, 0.03}},
		{"never", []float64{0}, []float64{1}},
	} {
		truth := 0.0
		for k, v := range c.values {
			truth += v * c.shares[k]
		}
		covered := 0
		const samples = 4000
		for range samples {
			sum, squares := 0.0, 0.0
			for range 50 {
				u, k := luck.Float64(), 0
				for u >= c.shares[k] && k+1 < len(c.shares) {
					u -= c.shares[k]
					k++
				}
				sum += c.values[k]
				squares += c.values[k] * c.values[k]
			}
			if d := Added(sum, squares, 50); d.Low <= truth && truth <= d.High {
				covered++
			}
		}
		if covered < samples*92/100 {
			t.Errorf("%s: %d of %d intervals hold the truth", c.why, covered, samples)
		}
	}
}

// An interval is known to reach as far as it does on its longer side.
func TestHowFarAnIntervalReaches(t *testing.T) {
	for _, c := range []struct {
		d    Difference
		want float64
	}{
		{Difference{Mean: 0.688, Low: 0.226, High: 0.874}, 0.462},
		{Difference{Mean: -0.688, Low: -0.874, High: -0.226}, 0.462},
		{Difference{Low: -0.01, High: 0.01}, 0.01},
	} {
		if got := c.d.Reach(); !near(got, c.want) {
			t.Errorf("%+v reaches %v from its mean, want %v", c.d, got, c.want)
		}
	}
	if got, want := ShareOf(0, 5).Reach(), ShareOf(0, 5).High; got != want || got < 0.5 {
		t.Errorf("never in five runs reaches %v, want %v", got, want)
	}
	if got, want := ShareOf(5, 5).Reach(), 1-ShareOf(5, 5).Low; got != want {
		t.Errorf("always in five runs reaches %v, want %v", got, want)
	}
}

// Enough is the least number of like figures by which the interval reaches no farther than is wanted: one fewer would not do,
// whatever the figures.
func TestEnoughIsTheLeastNumberThatWillDo(t *testing.T) {
	luck := rand.New(rand.NewPCG(7, 8))
	for range 300 {
		pairs := 1 + luck.IntN(200)
		net, squares := 0.0, 0.0
		var halves []int
		for range pairs {
			halves = append(halves, luck.IntN(5)-2)
			v := float64(halves[len(halves)-1]) / 2
			net, squares = net+v, squares+v*v
		}
		wanted := 0.002 + 0.1*luck.Float64()
		n := Drawn(nil).Enough(halves, 2, wanted)
		by := func(n int) float64 {
			times := float64(n) / float64(pairs)
			return Added(net*times, squares*times, n).Reach()
		}
		if by(n) > wanted || by(n-1) <= wanted {
			t.Errorf("%d figures with sum %v and squares %v: %d are said to do for %v; they give %v, one fewer %v", pairs, net, squares, n, wanted, by(n), by(n-1))
		}
	}
	// By hand: where nothing ever differs the interval reaches 1.959964 / (n + 2), one hundredth at 194.
	if got := Drawn(nil).Enough(make([]int, 50), 1, 0.01); got != 194 {
		t.Errorf("of what never happens %d runs do for a point, by hand 194", got)
	}
}

func TestOddsByHand(t *testing.T) {
	for _, c := range []struct {
		with, without int
		want          float64
	}{{3, 6, 6.5 / 4.5 / (3.5 / 7.5)}, {0, 0, 1}, {0, 5, 1 / (0.5 / 10.5)}, {5, 0, 0.5 / 10.5}} {
		p := PairedShare{First: ShareOf(c.with, 10), Second: ShareOf(c.without, 10)}
		if got := p.Odds(); !near(got, c.want) {
			t.Errorf("%d and %d of 10 have an odds ratio of %v, by hand %v", c.with, c.without, got, c.want)
		}
	}
}
