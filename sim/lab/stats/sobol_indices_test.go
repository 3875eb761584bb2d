package stats_test

import (
	"math"
	"testing"

	"entente/sim/lab/design"
	"entente/sim/lab/stats"
)

// saltelli looks at a function at the points of a design.
func saltelli(k, rows int, seed uint64, f func(u []float64) float64) stats.SobolIndices {
	d := design.NewSaltelli(k, rows, seed)
	var a, b []float64
	ab := make([][]float64, k)
	u := make([]float64, k)
	for p := range d.Points() {
		d.At(p, u)
		switch place := p % d.Width; {
		case place == 0:
			a = append(a, f(u))
		case place == 1:
			b = append(b, f(u))
		case place < k+2:
			ab[place-2] = append(ab[place-2], f(u))
		}
	}
	return stats.SobolOf(a, b, ab, seed)
}

// ishigami is the function of Ishigami & Homma (1990) with a = 7 and b = 0.1.
func ishigami(u []float64) float64 {
	x := func(k int) float64 { return math.Pi * (2*u[k] - 1) }
	return math.Sin(x(0)) + 7*math.Pow(math.Sin(x(1)), 2) + 0.1*math.Pow(x(2), 4)*math.Sin(x(0))
}

// sobolG is Sobol's g with the coefficients of Saltelli et al. (2008), Global Sensitivity Analysis: The Primer, section
// 2.9.
var gCoefficients = []float64{0, 1, 4.5, 9, 99, 99, 99, 99}

func sobolG(u []float64) float64 {
	product := 1.0
	for k, a := range gCoefficients {
		product *= (math.Abs(4*u[k]-2) + a) / (1 + a)
	}
	return product
}

// Printed indices come back, within intervals that hold them: of Ishigami (Saltelli et al. 2008, table 4.5 and Marrel
// et al. 2009) and of Sobol's g (Saltelli et al. 2010, table 4).
func TestPrintedSobolIndices(t *testing.T) {
	for _, c := range []struct {
		name         string
		f            func([]float64) float64
		mean         float64
		variance     float64
		first, total []float64
	}{
		{"Ishigami", ishigami, 3.5, 13.845, []float64{0.3139, 0.4424, 0}, []float64{0.5576, 0.4424, 0.2437}},
		{"Sobol's g", sobolG, 1, 0.4652, []float64{0.7165, 0.1791, 0.0237, 0.0072, 0.0001, 0.0001, 0.0001, 0.0001},
			[]float64{0.7871, 0.2423, 0.0343, 0.0105, 0.0001, 0.0001, 0.0001, 0.0001}},
	} {
		x := saltelli(len(c.first), 4096, 7, c.f)
		if math.Abs(x.Mean-c.mean) > 0.01 || math.Abs(x.Variance/c.variance-1) > 0.01 {
			t.Errorf("%s has mean %.4f and variance %.4f, printed are %v and %v", c.name, x.Mean, x.Variance, c.mean, c.variance)
		}
		for k := range c.first {
			for _, i := range []struct {
				name string
				got  stats.Interval
				want float64
			}{{"first", x.First[k], c.first[k]}, {"total", x.Total[k], c.total[k]}} {
				if math.Abs(i.got.Mean-i.want) > 0.01 || i.got.Low > i.want+0.003 || i.got.High < i.want-0.003 {
					t.Errorf("%s: the %s index of factor %d is %.4f (%.4f to %.4f), printed is %v", c.name, i.name, k+1, i.got.Mean, i.got.Low,
						i.got.High, i.want)
				}
			}
		}
	}
}

// Intervals hold what they should about as often as they say: of 60 small samples few miss.
func TestSobolIntervalsCover(t *testing.T) {
	missed := 0
	for seed := range uint64(60) {
		if s := saltelli(3, 128, seed, ishigami).Total[0]; s.Low > 0.5576 || s.High < 0.5576 {
			missed++
		}
	}
	if missed > 8 { // 3 would be expected, and more than 8 come once in 200 times
		t.Errorf("%d of 60 intervals of 95 %% miss the index", missed)
	}
}

// What never varies has no index; a wide interval says how many rows would do.
func TestSobolWithoutVariance(t *testing.T) {
	x := saltelli(2, 16, 1, func([]float64) float64 { return 0.3 })
	if x.Variance != 0 || x.First[0] != (stats.Interval{}) || x.Total[1] != (stats.Interval{}) || x.Mean != 0.3 {
		t.Errorf("an output that never varies has variance %v and indices %v and %v", x.Variance, x.First, x.Total)
	}
	few := saltelli(3, 64, 1, ishigami)
	if few.Width() < stats.Settled || few.RowsFor(few.Width()/2) != 4*64 || few.RowsFor(1) != 64 {
		t.Errorf("with 64 rows the widest interval is %.3f wide, and half of that takes %d rows", few.Width(), few.RowsFor(few.Width()/2))
	}
}
