package design

import "fmt"

// Kind is a way to lay out points.
type Kind string

// The kinds of design. Each has a file of its own that tells its source.
const (
	Factorial      Kind = "factorial"       // every combination of levels
	LatinHypercube Kind = "latin-hypercube" // a sample with one point in each of N strata of every factor
	Halton         Kind = "halton"          // a low-discrepancy sample
	Sobol          Kind = "sobol"           // a low-discrepancy sample in base 2, scrambled
	Morris         Kind = "morris"          // trajectories that move one factor at a time
	Saltelli       Kind = "saltelli"        // two samples, and the first with one factor at a time from the second
)

// Kinds lists all kinds.
func Kinds() []Kind { return []Kind{Factorial, LatinHypercube, Halton, Sobol, Morris, Saltelli} }

// Sample tells whether the points of a kind are a sample of the whole cube, so that shares of them are shares of its
// volume. Those of a Saltelli design are for its first two of each row.
func (k Kind) Sample() bool { return k == LatinHypercube || k == Halton || k == Sobol || k == Saltelli }

// Design is points of [0, 1]^k in their order, which any of them may be asked for. Points that share a number of luck
// are to be played with the same luck, as they are to be compared with each other.
type Design struct {
	Kind   Kind
	Dims   int // factors
	Rows   int // groups of points that belong together: trajectories of Morris, rows of Saltelli; else single points
	Width  int // points of a row
	Levels int // of Morris, and of each factor of a factorial whose levels are not given

	at   func(p int, u []float64)
	luck func(p int) int
}

// Points is the number of points.
func (d *Design) Points() int { return d.Rows * d.Width }

// At writes the coordinates of a point, from 0.
func (d *Design) At(p int, u []float64) {
	if p < 0 || p >= d.Points() || len(u) != d.Dims {
		panic(fmt.Sprintf("design: point %d of %d, with room for %d of %d coordinates", p, d.Points(), len(u), d.Dims))
	}
	d.at(p, u)
}

// Luck is the number of the luck of a point, from 0.
func (d *Design) Luck(p int) int { return d.luck(p) }

// sample is a design of points that stand alone, each with luck of its own.
func sample(kind Kind, dims, points int, at func(p int, u []float64)) *Design {
	return &Design{Kind: kind, Dims: dims, Rows: points, Width: 1, at: at, luck: func(p int) int { return p }}
}
