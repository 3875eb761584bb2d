package design

import (
	"math/rand/v2"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat/distmv"
	"gonum.org/v1/gonum/stat/samplemv"
)

// NewLatinHypercube is so many points of which each factor has exactly one in each of as many equal strata, at a place
// of its own in it: McKay, Beckman & Conover (1979), Technometrics 21(2). The library draws it; it keeps all points in
// memory, 8 bytes a coordinate.
func NewLatinHypercube(dims, points int, seed uint64) *Design {
	return sampled(LatinHypercube, dims, points, samplemv.LatinHypercube{Q: distmv.NewUnitUniform(dims, nil), Src: source(seed)})
}

// NewHalton is the first points of the Halton sequence (1960, Numerische Mathematik 2), one prime a factor, with digits
// permuted at random: Owen (2017), "A randomized Halton algorithm in R", arXiv:1706.02808. The library draws it, and it
// stays in memory.
func NewHalton(dims, points int, seed uint64) *Design {
	return sampled(Halton, dims, points, samplemv.Halton{Kind: samplemv.Owen, Q: distmv.NewUnitUniform(dims, nil), Src: source(seed)})
}

func sampled(kind Kind, dims, points int, from samplemv.Sampler) *Design {
	all := mat.NewDense(points, dims, nil)
	from.Sample(all)
	return sample(kind, dims, points, func(p int, u []float64) {
		for k := range u {
			u[k] = steady(all.At(p, k))
		}
	})
}

func source(seed uint64) rand.Source { return rand.NewPCG(seed, 0x64657369676e) }
