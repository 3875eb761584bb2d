package stats

import "math"

// leastDraws is how many draws, and how many times as many as it has coefficients, a fit must have to be told. By judgement.
const leastDraws, timesCoefficients = 40, 3

// fitted is the variance of what draws of constants do, by a regression of the figure on the constants themselves: a straight line and a
// square for each, least squares with runs as weights,
//
//	y = a + Σ_c (b_c z_c + d_c z_c²) + residual,    between = var(fit over runs) - (p - 1) s² / N
//
// where p counts a, b and d, N the runs, and s² = Σ rest² / (N - p); the last term takes off what luck adds to any fit (as adjusted R² does).
// A figure that goes with the constants smoothly is known by this far better than from the means of draws, each of few runs, and what
// does not is left out (sim/ODD.md, 4.5, has both). It is not ok of few draws, or if constants are not known.
func (by Drawn) fitted(values []int) (between float64, ok bool) {
	d, ok := by.sumsByDraw(values)
	if !ok || len(d.counts) < leastDraws {
		return 0, false
	}
	z, columns := d.standard()
	p := 1 + 2*columns
	if columns == 0 || len(d.counts) < timesCoefficients*p {
		return 0, false
	}
	row, products, right := make([]float64, p), make([]float64, p*p), make([]float64, p)
	fill := func(draw int) { // 1, then each constant and its square
		row[0] = 1
		for c, v := range z[draw*columns : (draw+1)*columns] {
			row[1+2*c], row[2+2*c] = v, v*v
		}
	}
	for draw, count := range d.counts {
		fill(draw)
		for i, v := range row {
			right[i] += float64(v * d.sums[draw])
			weighted := float64(count * v)
			into := products[i*p : (i+1)*p]
			for j := i; j < p; j++ {
				into[j] += float64(weighted * row[j])
			}
		}
	}
	for i := range p {
		for j := range i {
			products[i*p+j] = products[j*p+i]
		}
	}
	b, ok := solved(products, right)
	if !ok {
		return 0, false
	}
	squares, mean, ofFit := 0.0, 0.0, 0.0 // ofFit is Σ fit²
	for _, v := range values {
		squares += float64(v * v)
	}
	for draw, count := range d.counts {
		fill(draw)
		fit := 0.0
		for i, v := range row {
			fit += float64(b[i] * v)
		}
		mean, ofFit = mean+float64(count*fit), ofFit+float64(count*fit*fit)
	}
	runs := float64(len(values))
	mean /= runs
	residual := max(squares-ofFit, 0) / (runs - float64(p)) // least squares: Σ y fit = Σ fit²
	return Steady(max(ofFit/runs-float64(mean*mean)-float64(float64(p-1)*residual)/runs, 0)), true
}

// drawSums is what runs come to by draw, of the draws that were played.
type drawSums struct {
	at           [][]float64 // the constants
	counts, sums []float64   // runs, and the sum of their values
}

// sumsByDraw is not ok if the constants of a run are not known.
func (by Drawn) sumsByDraw(values []int) (d drawSums, ok bool) {
	all := 0
	for _, dealt := range by {
		if len(dealt.At) == 0 || dealt.Draw == Same {
			return d, false
		}
		all = max(all, dealt.Draw+1)
	}
	d = drawSums{make([][]float64, all), make([]float64, all), make([]float64, all)}
	for k, dealt := range by {
		d.at[dealt.Draw] = dealt.At
		d.counts[dealt.Draw]++
		d.sums[dealt.Draw] += float64(values[k])
	}
	played := 0
	for draw, count := range d.counts {
		if count > 0 {
			d.at[played], d.counts[played], d.sums[played] = d.at[draw], count, d.sums[draw]
			played++
		}
	}
	return drawSums{d.at[:played], d.counts[:played], d.sums[:played]}, true
}

// standard are the constants in standard deviations from their means, draw by draw, and how many there are; one that never varies is left
// out.
func (d drawSums) standard() (z []float64, columns int) {
	runs := 0.0
	for _, count := range d.counts {
		runs += count
	}
	var means, deviations []float64
	var which []int
	for c := range d.at[0] {
		sum, squares := 0.0, 0.0
		for draw, at := range d.at {
			sum += float64(d.counts[draw] * at[c])
		}
		mean := sum / runs
		for draw, at := range d.at {
			off := at[c] - mean
			squares += float64(d.counts[draw] * off * off)
		}
		if deviation := math.Sqrt(squares / runs); deviation > 1e-12*math.Abs(mean) {
			which, means, deviations = append(which, c), append(means, mean), append(deviations, deviation)
		}
	}
	z = make([]float64, 0, len(d.at)*len(which))
	for _, at := range d.at {
		for k, c := range which {
			z = append(z, (at[c]-means[k])/deviations[k])
		}
	}
	return z, len(which)
}

// solved is the solution of a x = b, a row after row, by Gauss with the largest pivot; not ok if a is singular. It takes a few lines and no
// library, whose sums go in another order on another processor. Both are used up.
func solved(a, b []float64) (x []float64, ok bool) {
	n := len(b)
	least := 1e-9 * math.Abs(a[0])
	for i := range n {
		top := i
		for r := i + 1; r < n; r++ {
			if math.Abs(a[r*n+i]) > math.Abs(a[top*n+i]) {
				top = r
			}
		}
		for c := range n {
			a[i*n+c], a[top*n+c] = a[top*n+c], a[i*n+c]
		}
		b[i], b[top] = b[top], b[i]
		if math.Abs(a[i*n+i]) < least {
			return nil, false
		}
		for r := range n {
			if r == i {
				continue
			}
			f := a[r*n+i] / a[i*n+i]
			for c := i; c < n; c++ {
				a[r*n+c] -= float64(f * a[i*n+c])
			}
			b[r] -= float64(f * b[i])
		}
	}
	for i := range n {
		b[i] /= a[i*n+i]
	}
	return b, true
}
