package design

// NewFactorial is every combination of the levels of each factor, the last factor moving fastest. Levels are given by
// factor as coordinates. All points share one luck: they are there to be compared.
//
// By hand: levels {0, 1} and {0, 1/2, 1} make six points, (0, 0), (0, 1/2), (0, 1), (1, 0), (1, 1/2) and (1, 1).
func NewFactorial(levels [][]float64) *Design {
	points := 1
	for _, l := range levels {
		points *= len(l)
	}
	return &Design{Kind: Factorial, Dims: len(levels), Rows: points, Width: 1, luck: func(int) int { return 0 }, at: func(p int, u []float64) {
		for k := len(levels) - 1; k >= 0; k-- {
			n := len(levels[k])
			u[k] = levels[k][p%n]
			p /= n
		}
	}}
}

// Even are so many levels from 0 to 1, both included; the middle alone if there is one.
func Even(levels int) []float64 {
	if levels == 1 {
		return []float64{0.5}
	}
	at := make([]float64, levels)
	for i := range at {
		at[i] = float64(i) / float64(levels-1)
	}
	return at
}

// Middles are the middles of so many equal parts of [0, 1]: one coordinate for each value of a factor that has only so
// many.
func Middles(parts int) []float64 {
	at := make([]float64, parts)
	for i := range at {
		at[i] = (float64(i) + 0.5) / float64(parts)
	}
	return at
}
