package stats

import "math"

// SobolIndices are the shares of the variance of an output that factors carry: Sobol (1993), Mathematical Modelling and
// Computational Experiments 1(4).
type SobolIndices struct {
	Rows     int        `json:"rows"`     // of the design
	Mean     float64    `json:"mean"`     // of the output
	Variance float64    `json:"variance"` // of the output; 0 if it is the same at every point, and nothing then has an index
	First    []Interval `json:"first"`    // by factor: alone, by its own main effect
	Total    []Interval `json:"total"`    // by factor: with all that it does together with others
}

// SobolOf estimates the indices from the outputs at the points of a Saltelli design: a and b by row, and ab by factor
// and row. With f less its mean over a and b,
//
//	V = 1/2N Σ f(a)² + f(b)²,    S_i = 1/N Σ f(b) (f(ab_i) - f(a)) / V,    T_i = 1/2N Σ (f(a) - f(ab_i))² / V
//
// S after Saltelli et al. (2010), Computer Physics Communications 181(2), table 2 (b); T after Jansen (1999), ibid.
// 117, the one recommended there. Intervals are 95 % percentiles over rows drawn with return; they tell of the sample,
// and an index whose interval is wide has been looked at too little. S may come out a little below 0 and T above 1 by
// the luck of the sample.
func SobolOf(a, b []float64, ab [][]float64, seed uint64) SobolIndices {
	n, k := len(a), len(ab)
	x := SobolIndices{Rows: n, First: make([]Interval, k), Total: make([]Interval, k)}
	if n == 0 {
		return x
	}
	sum, most, least := 0.0, a[0], a[0]
	for j := range a {
		sum += a[j] + b[j]
		most, least = max(most, a[j], b[j]), min(least, a[j], b[j])
	}
	for _, of := range ab {
		for _, v := range of {
			most, least = max(most, v), min(least, v)
		}
	}
	x.Mean = Steady(sum / float64(2*n))
	if most == least {
		return x
	}
	mean := sum / float64(2*n)
	squares := 0.0
	for j := range a {
		squares += float64((a[j]-mean)*(a[j]-mean)) + float64((b[j]-mean)*(b[j]-mean))
	}
	x.Variance = Steady(squares / float64(2*n))
	found := ResampledTogether(n, 2*k, seed, func(picked []int, into []float64) { indices(a, b, ab, picked, into) })
	for i := range found {
		found[i] = Interval{Steady(found[i].Mean), Steady(found[i].Low), Steady(found[i].High)}
	}
	copy(x.First, found[:k])
	copy(x.Total, found[k:])
	return x
}

// indices writes S, then T, of some rows.
func indices(a, b []float64, ab [][]float64, picked []int, into []float64) {
	n := float64(len(picked))
	sum := 0.0
	for _, j := range picked {
		sum += a[j] + b[j]
	}
	mean, squares := sum/(2*n), 0.0
	for _, j := range picked {
		squares += float64((a[j]-mean)*(a[j]-mean)) + float64((b[j]-mean)*(b[j]-mean))
	}
	variance := squares / (2 * n)
	for i, of := range ab {
		first, total := 0.0, 0.0
		for _, j := range picked {
			d := of[j] - a[j]
			first += float64((b[j] - mean) * d)
			total += float64(d * d)
		}
		into[i], into[len(ab)+i] = first/n/variance, total/(2*n)/variance
		if variance == 0 {
			into[i], into[len(ab)+i] = math.NaN(), math.NaN()
		}
	}
}

// Width is how wide the widest interval of a total index is.
func (x SobolIndices) Width() float64 {
	widest := 0.0
	for _, t := range x.Total {
		widest = max(widest, t.High-t.Low)
	}
	return widest
}

// Settled is the width up to which intervals of indices count as settled: Sarrazin, Pianosi & Wagener (2016), "Global
// Sensitivity Analysis of environmental models: Convergence and validation", Environmental Modelling & Software 79,
// section 3.
const Settled = 0.05

// RowsFor is how many rows give no wider interval than that, as far as these tell: widths fall with the square root of
// the rows.
func (x SobolIndices) RowsFor(width float64) int {
	if w := x.Width(); w > width {
		return int(math.Ceil(Steady(float64(x.Rows) * (w / width) * (w / width))))
	}
	return x.Rows
}
