package design

import "math/rand/v2"

// NewSaltelli is the design of Saltelli et al. (2010), "Variance based sensitivity analysis of model output", Computer
// Physics Communications 181(2): rows of two points a and b of a scrambled Sobol sequence in twice the dimensions, then
// for each factor the point a with that factor from b. Luck counts as one more factor: a has its own and b has another,
// a with a factor from b keeps that of a, and the last point of a row is a with the luck of b. So a row has k + 3
// points.
//
// By hand: for a = (0.1, 0.2) and b = (0.7, 0.8) a row is (0.1, 0.2), (0.7, 0.8), (0.7, 0.2), (0.1, 0.8) and once more
// (0.1, 0.2), with the luck of a, b, a, a, b.
func NewSaltelli(dims, rows int, seed uint64) *Design {
	s, width := newSequence(2*dims, seed), dims+3
	order := rand.New(source(seed)).Perm(rows)
	return &Design{Kind: Saltelli, Dims: dims, Rows: rows, Width: width,
		at: func(p int, u []float64) {
			row, place := uint32(p/width), p%width
			for d := range u {
				from := d
				if place == 1 || place == d+2 {
					from += dims
				}
				u[d] = unit(s.scrambled(row, from))
			}
		},
		luck: func(p int) int {
			row := p / width
			if place := p % width; place == 1 || place == width-1 {
				return rows + order[row] // not in step with a, for runs that take turns at something
			}
			return row
		},
	}
}
