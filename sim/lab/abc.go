package lab

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"
)

// patience is how many proposals in a row may miss the tolerance before the posterior is taken as it stands.
const patience = 400

// posterior draws the second stage: particles that come within a tolerance of history, and then within the median of
// the last population's distances, and so on. Each trial has luck of its own, so that the posterior owns up to the luck
// of history too. The first population is drawn from the priors.
func (c *Calibration) posterior(t *trials, out *Calibrated) error {
	rng := rand.New(rand.NewPCG(c.Seed, 2))
	normal := distuv.Normal{Mu: 0, Sigma: 1, Src: rng}
	dim := len(c.Knobs)
	var points [][]float64
	var weights, distances []float64
	tolerance := math.Inf(1)
	for level := range c.Levels {
		began := t.n
		var next [][]float64
		var nextWeights, nextDistances []float64
		var kernel []float64
		if level > 0 {
			kernel = kernelOf(points, weights)
		}
		for len(next) < c.Particles {
			x := make([]float64, dim)
			if level == 0 {
				for i := range x {
					x[i] = normal.Rand()
				}
			} else {
				from := points[pick(rng, weights)]
				for i := range x {
					x[i] = from[i] + kernel[i]*normal.Rand()
				}
			}
			_, d := t.try("posterior", x, mixSeed(c.Seed, t.n))
			if err := errors.Join(t.ctx.Err(), t.err); err != nil {
				return err
			}
			if d <= tolerance {
				next, nextDistances = append(next, x), append(nextDistances, d)
				nextWeights = append(nextWeights, weigh(x, points, weights, kernel))
			} else if t.n-began > patience+c.Particles*10 {
				break
			}
		}
		if len(next) < c.Particles {
			break // too strict to go on: the last population stands
		}
		floats.Scale(1/floats.Sum(nextWeights), nextWeights)
		points, weights, distances = next, nextWeights, nextDistances
		squares := 0.0
		for _, w := range weights {
			squares += w * w
		}
		out.Levels = append(out.Levels, Level{tolerance, t.n - began, 1 / squares})
		sorted := slices.Clone(distances)
		slices.Sort(sorted)
		tolerance = stat.Quantile(0.5, stat.Empirical, sorted, nil)
	}
	if math.IsInf(out.Levels[0].Tolerance, 1) {
		out.Levels[0].Tolerance = 0 // no tolerance: JSON knows no infinity
	}
	for _, x := range points {
		p := turn(c.Start, c.Knobs, x)
		var row []float64
		for _, k := range c.Knobs {
			row = append(row, k.Value(p))
		}
		out.Posterior = append(out.Posterior, row)
	}
	out.Weights = weights
	return nil
}

// kernelOf is the spread of the proposals, a dimension at a time: the square root of twice the variance of the last
// population (Beaumont et al. 2009, Biometrika 96(4)).
func kernelOf(points [][]float64, weights []float64) []float64 {
	k := make([]float64, len(points[0]))
	column := make([]float64, len(points))
	for i := range k {
		for j, p := range points {
			column[j] = p[i]
		}
		k[i] = math.Sqrt(2 * stat.Variance(column, frequencies(weights)))
	}
	return k
}

// frequencies scales weights so that they add up to their number, as stat.Variance wants frequencies.
func frequencies(w []float64) []float64 {
	s := slices.Clone(w)
	floats.Scale(float64(len(w))/floats.Sum(w), s)
	return s
}

// weigh is the importance weight of a particle: its prior over the chance of having been proposed.
func weigh(x []float64, points [][]float64, weights, kernel []float64) float64 {
	if points == nil {
		return 1
	}
	proposed := 0.0
	for j, p := range points {
		log := 0.0
		for i := range x {
			z := (x[i] - p[i]) / kernel[i]
			log -= z*z/2 + math.Log(kernel[i])
		}
		proposed += weights[j] * math.Exp(log)
	}
	return math.Exp(-penalty(x)) / proposed
}

// pick draws an index by weights that add up to 1.
func pick(rng *rand.Rand, weights []float64) int {
	u := rng.Float64()
	for i, w := range weights {
		if u -= w; u < 0 {
			return i
		}
	}
	return len(weights) - 1
}

// mixSeed gives the n-th trial luck of its own.
func mixSeed(seed uint64, n int) uint64 { return seed + uint64(n+1)*0x9e3779b97f4a7c15 }
