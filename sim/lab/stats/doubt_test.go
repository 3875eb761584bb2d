package stats

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"
)

// The parts of the variance are those worked by hand from the equations. The last has draws of two, three and one run: the means are
// 1, 1/3 and 0, and 1/2 of all; within = 2/3 / 3, n0 = (6 - 14/6) / 2 = 11/6, and between the draws
// (2/4 + 3/36 + 1/4) / 2 = 5/12, of which 5/12 - 2/9 = 7/36, over 11/6, is 7/66.
func TestPartsByHand(t *testing.T) {
	for _, c := range []struct {
		why             string
		values          []int
		by              Drawn
		within, between float64
	}{
		{"draws that agree with themselves and not with each other", []int{1, 0, 1, 0}, dealt(0, 1, 0, 1), 0, 0.5},
		{"draws that differ no more than luck", []int{1, 0, 1, 1}, dealt(0, 1, 0, 1), 0.25, 0},
		{"runs that are all alike", []int{1, 1, 1, 1}, dealt(0, 1, 0, 1), 0, 0},
		{"numbers of draws do not count, nor those that were never played", []int{1, 0, 1, 0}, dealt(7, 3, 7, 3), 0, 0.5},
		{"draws of two, three and one", []int{1, 1, 0, 1, 0, 0}, dealt(0, 1, 2, 0, 1, 1), 2.0 / 9, 7.0 / 66},
		{"figures from -2 to 2", []int{2, -2, 2, -2}, dealt(0, 1, 0, 1), 0, 8},
	} {
		p, ok := c.by.Parts(c.values)
		if !ok || math.Abs(p.Within-c.within) > 1e-9 || math.Abs(p.Between-c.between) > 1e-9 {
			t.Errorf("%s: within %v and between %v, by hand %v and %v (told: %v)", c.why, p.Within, p.Between, c.within, c.between, ok)
		}
	}
}

// With fewer than two runs of each draw nothing is told, and nothing is narrowed.
func TestTooFewRunsTellNothingOfConstants(t *testing.T) {
	happened := func(runs int) []bool {
		v := make([]bool, runs)
		for k := range v {
			v[k] = k%3 == 0
		}
		return v
	}
	for _, c := range []struct {
		runs, draws int
		told        bool
	}{{100, 200, false}, {200, 200, false}, {399, 200, false}, {400, 200, true}, {8, 1, false}, {4, 2, true}, {0, 200, false}} {
		s, plain := drawn(c.runs, c.draws).Share(happened(c.runs)), Drawn(nil).Share(happened(c.runs))
		if told := s.Constants != nil; told != c.told {
			t.Errorf("%d runs of %d draws: told is %v", c.runs, c.draws, told)
		}
		if !c.told && s != plain {
			t.Errorf("%d runs of %d draws tell nothing of constants and have %+v, without draws %+v", c.runs, c.draws, s, plain)
		}
	}
	if got := Telling(200); got != 400 {
		t.Errorf("of 200 draws %d runs are said to tell, and 400 do", got)
	}
}

// drawn deals so many runs to draws in turn.
func drawn(runs, draws int) Drawn {
	by := make(Drawn, runs)
	for k := range by {
		by[k] = Dealt{Draw: k % draws, Coding: Same}
	}
	return by
}

// dealt are runs of these draws.
func dealt(draws ...int) (by Drawn) {
	for _, d := range draws {
		by = append(by, Dealt{Draw: d, Coding: Same})
	}
	return by
}

// Chances of draws are themselves drawn, from a beta distribution with a mean and a deviation that are known. The band holds 95 % of
// what that distribution holds, as near as 200 draws tell it; the interval of luck holds the mean of the chances that were drawn.
// A band whose variance is not told from luck holds nothing, so that a deviation of two points is found half of the time.
func TestIntervalsOfDrawnChancesCover(t *testing.T) {
	const draws, times = 200, 200
	for _, c := range []struct {
		mean, sd float64
		runs     int
		holds    float64 // of the distribution, on average, by this simulation with another seed, less a few points
	}{
		{0.3, 0.25, 400, 0.91}, {0.3, 0.25, 1000, 0.92}, {0.3, 0.15, 400, 0.80}, {0.3, 0.15, 1000, 0.90},
		{0.9, 0.2, 1000, 0.93}, {0.05, 0.05, 1000, 0.81}, {0.05, 0.05, 2000, 0.88}, {0.5, 0.02, 1000, 0.40},
	} {
		source := rand.NewPCG(5, uint64(c.runs))
		luck := rand.New(source)
		size := c.mean*(1-c.mean)/(c.sd*c.sd) - 1
		chances := distuv.Beta{Alpha: c.mean * size, Beta: (1 - c.mean) * size, Src: source}
		by := drawn(c.runs, draws)
		held, covered, wider := 0.0, 0, 0
		for range times {
			var p [draws]float64
			for d := range p {
				p[d] = chances.Rand()
			}
			happened, truth := make([]bool, c.runs), 0.0
			for k := range happened {
				happened[k] = luck.Float64() < p[by[k].Draw]
				truth += p[by[k].Draw] / float64(c.runs)
			}
			s := by.Share(happened)
			held += (chances.CDF(s.Constants.High) - chances.CDF(s.Constants.Low)) / times
			if s.Low <= truth && truth <= s.High {
				covered++
			}
			if plain := (Drawn)(nil).Share(happened); s.Low < plain.Low || s.High > plain.High {
				wider++
			}
		}
		if held < c.holds || held > 0.97 {
			t.Errorf("chances of %v ± %v, %d runs: the band holds %.3f of them, at least %v was to be expected", c.mean, c.sd, c.runs, held, c.holds)
		}
		if least := int(0.92 * times); covered < least {
			t.Errorf("chances of %v ± %v, %d runs: the interval of luck holds the truth %d times of %d", c.mean, c.sd, c.runs, covered, times)
		}
		if wider > 0 {
			t.Errorf("chances of %v ± %v, %d runs: luck alone has a wider interval than luck and constants %d times", c.mean, c.sd, c.runs, wider)
		}
	}
}

// With fewer runs a band would hold too little: this is why it is not told.
func TestThreeRunsOfTwoDrawsDoNotTell(t *testing.T) {
	const draws, runs, times = 200, 300, 200
	source := rand.NewPCG(6, 1)
	luck, chances := rand.New(source), distuv.Beta{Alpha: 2.5, Beta: 5.8333, Src: source} // 0.3 ± 0.15
	held := 0.0
	for range times {
		by, values := drawn(runs, draws), make([]int, runs)
		var p [draws]float64
		for d := range p {
			p[d] = chances.Rand()
		}
		for k := range values {
			if luck.Float64() < p[by[k].Draw] {
				values[k] = 1
			}
		}
		parts := oneWay(by.Draws(), values)
		b := bandOfShare(parts.Mean, parts.Between)
		held += (chances.CDF(b.High) - chances.CDF(b.Low)) / times
	}
	if held > 0.8 {
		t.Errorf("with three runs of two draws the band holds %.3f of the chances, and doubt.go says three quarters", held)
	}
}

// A difference of two worlds has a band of its own: what constants do to both alike is no doubt about the difference. Here a world
// adds 0.2 in every draw, and the chances of draws are anywhere between 0 and 0.8; then it adds between 0 and 0.4 by draw.
func TestConstantsCancelInDifferences(t *testing.T) {
	const draws, runs, times = 200, 1000, 200
	luck := rand.New(rand.NewPCG(7, 1))
	for _, c := range []struct {
		why          string
		adds, spread float64
		from, to     float64 // in which half the width of the band lies on average: 1.96 deviations of a uniform distribution
	}{
		{"the same in every draw", 0.2, 0, 0, 0.1},
		{"more in some draws than in others", 0.2, 0.2, 0.2, 0.25}, // 1.96 × 0.4/√12 = 0.226
	} {
		half, covered := 0.0, 0
		for range times {
			var p, more [draws]float64
			for d := range p {
				p[d], more[d] = luck.Float64()*0.6, c.adds+c.spread*(2*luck.Float64()-1)
			}
			by, truth := drawn(runs, draws), 0.0
			with, without := make([]bool, runs), make([]bool, runs)
			for k := range with {
				roll := luck.Float64()
				with[k], without[k] = roll < p[by[k].Draw], roll < p[by[k].Draw]+more[by[k].Draw]
				truth += more[by[k].Draw] / runs
			}
			d := by.PairShares(with, without).Change
			half += (d.Constants.High - d.Constants.Low) / 2 / times
			if d.Low <= truth && truth <= d.High {
				covered++
			}
		}
		if half < c.from || half > c.to {
			t.Errorf("%s: the band reaches %.3f to either side, which should be between %v and %v", c.why, half, c.from, c.to)
		}
		if covered < int(0.92*times) {
			t.Errorf("%s: the interval of luck holds the truth %d times of %d", c.why, covered, times)
		}
	}
}

// Whatever the mean and the variance, a band of a chance lies between 0 and 1 with its ends in order.
func TestBandsAreBands(t *testing.T) {
	for _, mean := range []float64{0, 0.001, 0.3, 0.5, 0.999, 1} {
		for _, variance := range []float64{0, 1e-9, 0.001, 0.05, 0.25, 1} {
			if b := bandOfShare(mean, variance); !(0 <= b.Low && b.Low <= b.High && b.High <= 1) {
				t.Errorf("a chance of %v with a variance of %v has a band from %v to %v", mean, variance, b.Low, b.High)
			}
			if b := bandOfDifference([]int{-1, 1}, mean, variance, 1); !(-1 <= b.Low && b.Low <= mean && mean <= b.High && b.High <= 1) {
				t.Errorf("a difference of %v with a variance of %v has a band from %v to %v", mean, variance, b.Low, b.High)
			}
		}
	}
	// What no run turns up cannot come up as constants vary, and what never goes down is a chance of going up.
	up, down := bandOfDifference([]int{0, 1}, 0.3, 0.05, 1), bandOfDifference([]int{0, -1}, -0.3, 0.05, 1)
	if share := bandOfShare(0.3, 0.05); *up != *share || down.Low != -share.High || down.High != -share.Low {
		t.Errorf("a change that goes up alone has the band %+v, down alone %+v; the chance of it %+v", up, down, share)
	}
	if (*Band)(nil).Wide() || (&Band{0.3, 0.69}).Wide() || !(&Band{0.05, 0.83}).Wide() {
		t.Error("a band is wide if it reaches over more than forty points")
	}
}

// Members are counted over the same draws as shares.
func TestMeansOfPairsHaveBands(t *testing.T) {
	by := drawn(8, 2)
	p := by.PairMeans([]int{1, 1, 1, 1, 1, 1, 1, 1}, []int{3, 1, 3, 1, 3, 1, 3, 1}, 9)
	if p.Change.Mean != 1 || p.Change.Low != 1 || p.Change.High != 1 {
		t.Errorf("within draws nothing differs, and the interval of luck is %+v", p.Change)
	}
	// Draws that add 2 and 0 have a variance of 2, and none takes anything away.
	if b := p.Change.Constants; b == nil || b.Low < 0 || b.Low > 0.1 || b.High < 4 || b.High > 6 {
		t.Errorf("draws that add 2 and 0 have the band %+v", b)
	}
	both := by.PairMeans([]int{2, 2, 2, 2, 2, 2, 2, 2}, []int{3, 1, 3, 1, 3, 1, 3, 1}, 9).Change // 1 and -1: a variance of 2
	if half := Normal95 * math.Sqrt(2); both.Mean != 0 || math.Abs(both.Constants.High-half) > 1e-6 || both.Constants.Low != -both.Constants.High {
		t.Errorf("draws that add one and take one away have the band %+v", both.Constants)
	}
}

func ExampleDrawn_Share() {
	var by Drawn
	for k := range 9 { // three draws of constants in turn
		by = append(by, Dealt{Draw: k % 3, Coding: Same})
	}
	s := by.Share([]bool{true, false, false, true, false, true, true, false, false})
	fmt.Printf("%.2f, constants %.2f to %.2f\n", s.Mean, s.Constants.Low, s.Constants.High)
	// Output: 0.44, constants 0.00 to 1.00
}
