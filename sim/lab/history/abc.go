package history

import (
	"math"
	"math/rand/v2"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"

	"entente/sim/lab/stats"
)

// moves is how often each particle may move at each level. A setting of the search, not of the theory.
const moves = 2

// particle is one point of the posterior, in spreads from the priors' centres, with its distance from history.
type particle struct {
	x        []float64
	distance float64
}

// posterior is the second stage: particles drawn from the priors are held to a tolerance that tightens to the median of
// their distances at each level. Those beyond it are replaced by copies of those within, and all then take Metropolis
// steps among the points within (Del Moral, Doucet & Jasra 2012, Statistics and Computing 22(5)). Weights stay equal,
// which in many dimensions is what keeps particles alive. Each trial has luck of its own, so that the posterior owns up
// to the luck of history too.
func (c *Calibration) posterior(t *trials, out *Calibrated) error {
	rng := rand.New(rand.NewPCG(c.Seed, 2))
	normal := distuv.Normal{Mu: 0, Sigma: 1, Src: rng}
	try := func(x []float64) (particle, error) {
		_, d := t.try("second", x, seedOf(c.Seed, t.n))
		return particle{x, d}, t.ctx.Err()
	}
	var cloud []particle
	for range c.Particles {
		x := make([]float64, len(c.Knobs))
		for i := range x {
			x[i] = normal.Rand()
		}
		p, err := try(x)
		if err != nil {
			return err
		}
		cloud = append(cloud, p)
	}
	for range c.Levels {
		tolerance := median(cloud)
		var within []particle
		for _, p := range cloud {
			if p.distance <= tolerance {
				within = append(within, p)
			}
		}
		step := steps(within)
		level := Level{Tolerance: tolerance, Kept: len(within)}
		for k := range cloud {
			if cloud[k].distance > tolerance {
				cloud[k] = within[rng.IntN(len(within))]
			}
			for range moves {
				x := slices.Clone(cloud[k].x)
				for i := range x {
					x[i] += float64(step[i] * normal.Rand())
				}
				p, err := try(x)
				if err != nil {
					return err
				}
				level.Trials++
				// The prior is the only ratio: steps there and back are as likely, and all within the tolerance count alike.
				if u := rng.Float64(); p.distance <= tolerance && math.Log(u) < penalty(cloud[k].x)-penalty(x) {
					cloud[k] = p
					level.Moved++
				}
			}
		}
		out.Levels = append(out.Levels, level)
	}
	for _, p := range cloud {
		set := turn(c.Start, c.Knobs, p.x)
		var row []float64
		for _, k := range c.Knobs {
			row = append(row, k.Value(set))
		}
		out.Posterior = append(out.Posterior, row)
	}
	return nil
}

// median is the distance that half of the particles keep within.
func median(cloud []particle) float64 {
	var d []float64
	for _, p := range cloud {
		d = append(d, p.distance)
	}
	return stats.Median(d)
}

// steps is the spread of proposals, a dimension at a time: that of the particles within the tolerance, scaled as
// Roberts, Gelman & Gilks (1997) found best for many dimensions.
func steps(within []particle) []float64 {
	dim := len(within[0].x)
	s := make([]float64, dim)
	column := make([]float64, len(within))
	for i := range s {
		for j, p := range within {
			column[j] = p.x[i]
		}
		s[i] = 2.38 / math.Sqrt(float64(dim)) * stats.Deviation(column)
	}
	return s
}

// seedOf gives the n-th trial luck of its own, in steps of 2^64 over the golden ratio, as SplitMix64 (Steele, Lea & Flood 2014).
func seedOf(seed uint64, n int) uint64 { return seed + uint64(n+1)*0x9e3779b97f4a7c15 }
