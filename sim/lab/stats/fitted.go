package stats

import (
	"math"
	"slices"
)

// leastDraws is how many draws, and how many times as many as it has coefficients, a fit must have to be told. By judgement.
const leastDraws, timesCoefficients = 40, 3

// fitted is the variance of what draws of constants do, by a regression of the figure on the constants themselves: a straight line and a
// square for each, least squares with runs as weights,
//
//	y = a + Σ_c (b_c z_c + d_c z_c²) + rest,    between = var(fit over runs) - (p - 1) s² / N
//
// where p counts a, b and d, N the runs, and s² = Σ rest² / (N - p); the last term takes off what luck adds to any fit (as adjusted R² does).
// A figure that goes with the constants smoothly is known by this far better than from the means of draws, each of few runs, and what
// does not is left out (sim/ODD.md, 4.5, has both). It is not ok of few draws, or if constants are not known.
func (by Drawn) fitted(values []int) (between float64, ok bool) {
	at, counts, sums := by.perDraw(values)
	z := standard(at, counts)
	if len(at) < leastDraws || len(z[0]) == 0 {
		return 0, false
	}
	p := 1 + 2*len(z[0])
	if len(at) < timesCoefficients*p {
		return 0, false
	}
	rows := make([][]float64, len(z))
	for d := range z {
		rows[d] = append(rows[d], 1)
		for _, v := range z[d] {
			rows[d] = append(rows[d], v, v*v)
		}
	}
	products, right := make([][]float64, p), make([]float64, p)
	for i := range p {
		products[i] = make([]float64, p)
		for d, row := range rows {
			right[i] += float64(row[i] * sums[d])
			for j := range p {
				products[i][j] += float64(counts[d] * row[i] * row[j])
			}
		}
	}
	b, ok := solved(products, right)
	if !ok {
		return 0, false
	}
	runs, squares, mean, ofFit := float64(len(values)), 0.0, 0.0, 0.0 // ofFit is Σ fit²
	for _, v := range values {
		squares += float64(v * v)
	}
	for d, row := range rows {
		fit := 0.0
		for i := range row {
			fit += float64(b[i] * row[i])
		}
		mean, ofFit = mean+float64(counts[d]*fit), ofFit+float64(counts[d]*fit*fit)
	}
	mean /= runs
	rest := max(squares-ofFit, 0) / (runs - float64(p)) // least squares: Σ y fit = Σ fit²
	return Steady(max(ofFit/runs-float64(mean*mean)-float64(float64(p-1)*rest)/runs, 0)), true
}

// perDraw are the constants of each draw, how many runs played it, and the sum of their values.
func (by Drawn) perDraw(values []int) (at [][]float64, counts, sums []float64) {
	place := map[int]int{}
	for k, d := range by {
		if len(d.At) == 0 || d.Draw == Same {
			return nil, nil, nil
		}
		i, seen := place[d.Draw]
		if !seen {
			i = len(at)
			place[d.Draw] = i
			at, counts, sums = append(at, d.At), append(counts, 0), append(sums, 0)
		}
		counts[i]++
		sums[i] += float64(values[k])
	}
	return at, counts, sums
}

// standard are figures in standard deviations from their means, by draw; one that never varies is left out.
func standard(at [][]float64, counts []float64) [][]float64 {
	z := make([][]float64, len(at))
	if len(at) == 0 {
		return nil
	}
	for c := range at[0] {
		sum, squares, all := 0.0, 0.0, 0.0
		for d := range at {
			sum, all = sum+float64(counts[d]*at[d][c]), all+counts[d]
		}
		mean := sum / all
		for d := range at {
			off := at[d][c] - mean
			squares += float64(counts[d] * off * off)
		}
		if deviation := math.Sqrt(squares / all); deviation > 1e-12*math.Abs(mean) {
			for d := range at {
				z[d] = append(z[d], (at[d][c]-mean)/deviation)
			}
		}
	}
	return z
}

// solved is the solution of a x = b, by Gauss with the largest pivot; not ok if a is singular. It takes a few lines and no library,
// whose sums go in another order on another processor.
func solved(a [][]float64, b []float64) (x []float64, ok bool) {
	n := len(b)
	a, x = slices.Clone(a), slices.Clone(b)
	for i := range a {
		a[i] = slices.Clone(a[i])
	}
	for i := range n {
		top := i
		for r := i + 1; r < n; r++ {
			if math.Abs(a[r][i]) > math.Abs(a[top][i]) {
				top = r
			}
		}
		a[i], a[top], x[i], x[top] = a[top], a[i], x[top], x[i]
		if math.Abs(a[i][i]) < 1e-9*math.Abs(a[0][0]) {
			return nil, false
		}
		for r := range n {
			if r == i {
				continue
			}
			f := a[r][i] / a[i][i]
			for c := i; c < n; c++ {
				a[r][c] -= float64(f * a[i][c])
			}
			x[r] -= float64(f * x[i])
		}
	}
	for i := range n {
		x[i] /= a[i][i]
	}
	return x, true
}
