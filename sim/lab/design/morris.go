package design

import "math/rand/v2"

// NewMorris is trajectories of Morris (1991), "Factorial sampling plans for preliminary computational experiments",
// Technometrics 33(2): from a point drawn on a grid of so many levels each factor moves once, in an order drawn at
// random, by
//
//	Δ = levels / (2 (levels - 1))
//
// up where it starts in the lower half and down where in the upper, so that with an even number of levels each is as
// likely. A trajectory has k + 1 points, which share their luck.
//
// By hand: with four levels Δ is 2/3. A trajectory of two factors may be (0, 1), (0, 1/3), (2/3, 1/3).
func NewMorris(dims, trajectories, levels int, seed uint64) *Design {
	if levels < 2 || levels%2 > 0 {
		panic("design: a Morris design has an even number of levels, at least 2")
	}
	width, jump := dims+1, levels/2
	return &Design{Kind: Morris, Dims: dims, Rows: trajectories, Width: width, Levels: levels,
		at: func(p int, u []float64) {
			luck := rand.New(rand.NewPCG(seed, mix(uint64(p/width))))
			steps := make([]int, dims)
			for d := range steps {
				steps[d] = luck.IntN(levels)
			}
			for _, d := range luck.Perm(dims)[:p%width] {
				if steps[d] < jump {
					steps[d] += jump
				} else {
					steps[d] -= jump
				}
			}
			for d := range u {
				u[d] = float64(steps[d]) / float64(levels-1)
			}
		},
		luck: func(p int) int { return p / width },
	}
}

// MorrisStep is how far a factor moves in a trajectory.
func MorrisStep(levels int) float64 { return float64(levels/2) / float64(levels-1) }

// Moved is the factor that moves between two neighbouring points of a trajectory, and by how much.
func Moved(before, after []float64) (factor int, by float64) {
	for d := range before {
		if before[d] != after[d] {
			return d, after[d] - before[d]
		}
	}
	panic("design: nothing moves between two points of a trajectory")
}
