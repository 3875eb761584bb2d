package history

import (
	"math"
	"math/rand/v2"
	"slices"

	"gonum.org/v1/gonum/mat"

	"entente/sim/lab/stats"
)

// emulator foretells the surprise of a point that was not tried from those that were: a Gaussian process (Rasmussen &
// Williams 2006, ch. 2 and 5) of the logarithm of surprise, with covariance
//
//	size × (exp(-½ Σ_i ((x_i - y_i) / length_i)²) + noise if x is y)
//
// around the mean of the trials. The noise is the luck in a surprise, which it smooths away. Lengths and noise are
// those of a ladder under which the trials are likeliest; on a ladder the same rung is found on every processor.
type emulator struct {
	points  [][]float64
	weights []float64 // of the trials in what it foretells
	mean    float64
	silent  float64 // covariance with the nearest trial below which it has no say: it reverts to the mean where nothing was tried
	shape
}

// heard is that covariance where it stands alone. Judgement: closer than 2/3 of a length to a trial.
const heard = 0.8

// shape is what an emulator assumes of how surprise moves.
type shape struct {
	lengths []float64 // in spreads of the priors, a knob each
	noise   float64   // variance of luck as a share of that of surprise
}

// From how many trials at most the shape is found, and how many an emulator takes in. Settings, for the sake of time.
const (
	shapedBy    = 300
	learnedFrom = 1500
)

// newEmulator learns from trials.
func newEmulator(tried []trial) *emulator {
	return learn(tried, shapeOf(evenly(tried, shapedBy)))
}

// evenly are at most so many, at even distances.
func evenly(tried []trial, most int) []trial {
	if len(tried) <= most {
		return tried
	}
	var some []trial
	for k := range most {
		some = append(some, tried[k*len(tried)/most])
	}
	return some
}

// shapeOf climbs from rung to rung of the ladder, a knob at a time, until no step makes the trials likelier.
func shapeOf(tried []trial) shape {
	s := shape{lengths: slices.Repeat([]float64{2}, len(tried[0].x)), noise: 1. / 64}
	best := likelihood(tried, s)
	for improved := true; improved; {
		improved = false
		for i := range len(s.lengths) + 1 {
			for _, factor := range []float64{math.Sqrt2, 1 / math.Sqrt2} {
				other := shape{slices.Clone(s.lengths), s.noise}
				if i < len(s.lengths) {
					other.lengths[i] *= factor
				} else {
					other.noise *= factor * factor
				}
				if other.noise < 1e-6 || other.noise > 10 || slices.Max(other.lengths) > 100 || slices.Min(other.lengths) < 0.1 {
					continue
				}
				if l := likelihood(tried, other); l > best+1e-3 { // nats; less is not worth a step
					s, best, improved = other, l, true
				}
			}
		}
	}
	return s
}

// logs are the logarithms of surprise.
func logs(tried []trial) []float64 {
	var y []float64
	for _, t := range tried {
		y = append(y, math.Log(t.surprise))
	}
	return y
}

// factor is the Cholesky factor of the covariance of trials, of size 1.
func (s shape) factor(tried []trial) *mat.Cholesky {
	k := mat.NewSymDense(len(tried), nil)
	for i := range tried {
		for j := range i {
			k.SetSym(i, j, s.near(tried[i].x, tried[j].x))
		}
		k.SetSym(i, i, 1+s.noise)
	}
	var c mat.Cholesky
	if !c.Factorize(k) {
		panic("history: a covariance with noise is not positive definite")
	}
	return &c
}

// near is the covariance of two points, of size 1 and without noise.
func (s shape) near(x, y []float64) float64 {
	sum := 0.0
	for i, v := range x {
		d := (v - y[i]) / s.lengths[i]
		sum += float64(d * d)
	}
	return math.Exp(-sum / 2)
}

// likelihood is the log likelihood of trials, with the size under which they are likeliest and up to a constant.
func likelihood(tried []trial, s shape) float64 {
	y := logs(tried)
	mean := stats.Mean(y)
	v := mat.NewVecDense(len(y), nil)
	for i := range y {
		v.SetVec(i, y[i]-mean)
	}
	c := s.factor(tried)
	var solved mat.VecDense
	if err := c.SolveVecTo(&solved, v); err != nil {
		return math.Inf(-1)
	}
	n := float64(len(y))
	return float64(-n/2*math.Log(mat.Dot(v, &solved)/n)) - float64(c.LogDet()/2)
}

// learn takes trials in, by a shape.
func learn(tried []trial, s shape) *emulator {
	tried = evenly(tried, learnedFrom)
	y := logs(tried)
	e := &emulator{mean: stats.Mean(y), shape: s}
	v := mat.NewVecDense(len(y), nil)
	for i, t := range tried {
		e.points = append(e.points, t.x)
		v.SetVec(i, y[i]-e.mean)
	}
	var solved mat.VecDense
	if err := s.factor(tried).SolveVecTo(&solved, v); err != nil {
		panic("history: " + err.Error())
	}
	e.weights = slices.Clone(solved.RawVector().Data)
	return e
}

// at is the surprise that it foretells of a point; +Inf where it has no say.
func (e *emulator) at(x []float64) float64 {
	sum, nearest := 0.0, 0.0
	for k, p := range e.points {
		near := e.near(x, p)
		sum += float64(e.weights[k] * near)
		nearest = max(nearest, near)
	}
	if nearest < e.silent {
		return math.Inf(1)
	}
	return stats.Steady(math.Exp(e.mean + sum))
}

// walk takes Metropolis steps among the points that it holds likely and the priors allow, each episode counted `weight`
// times as much as usual, and tells where it ends and what it foretells there.
func (e *emulator) walk(knobs []Knob, x, size []float64, weight float64, steps int, rng *rand.Rand) (end []float64, surprise float64) {
	end, surprise = x, e.at(x)
	for range steps {
		y := moved(end, size, rng)
		u := math.Log(rng.Float64())
		to := penalty(knobs, y)
		if math.IsInf(to, 1) {
			continue
		}
		if s := e.at(y); u < float64(weight*(surprise-s))+penalty(knobs, end)-to {
			end, surprise = y, s
		}
	}
	return end, surprise
}

// SecondLook is the posterior by the emulator alone, which has learned from all trials.
type SecondLook struct {
	Trials  int            `json:"trials"`   // that it learned from
	HeldOut int            `json:"held_out"` // trials that an emulator without them was asked about: a tenth
	Error   float64        `json:"error"`    // root of the mean square by which it missed them, in nats
	Varied  float64        `json:"varied"`   // their own standard deviation, in nats
	Half    []stats.Spread `json:"half"`     // a knob each, with half the weight per episode
	Whole   []stats.Spread `json:"whole"`    // with the weight
	Double  []stats.Spread `json:"double"`   // with double the weight
}

// How long a chain on the emulator is, and every how many steps it is looked at. A tenth of it comes before.
const (
	longLooks = 1500
	longEvery = 20
)

// secondLook learns from all trials.
func (c *Calibration) secondLook(tried []trial, from, size []float64) SecondLook {
	var shown, held []trial
	for k, t := range tried {
		if k%10 == 9 {
			held = append(held, t)
		} else {
			shown = append(shown, t)
		}
	}
	e := newEmulator(shown)
	look := SecondLook{Trials: len(tried), HeldOut: len(held)}
	var off, is []float64
	for _, t := range held {
		off, is = append(off, (t.surprise-e.at(t.x))*(t.surprise-e.at(t.x))), append(is, t.surprise)
	}
	if len(held) > 0 {
		look.Error, look.Varied = stats.Steady(math.Sqrt(stats.Mean(off))), stats.Steady(stats.Deviation(is))
	}
	e = learn(tried, e.shape)
	e.silent = heard
	for k, weight := range []float64{0.5, 1, 2} {
		values := make([][]float64, len(c.Knobs))
		x := from
		for n := range longLooks + longLooks/10 {
			x, _ = e.walk(c.Knobs, x, size, weight, longEvery, rand.New(rand.NewPCG(seedOf(c.Seed, chains+1+k), uint64(n))))
			if n >= longLooks/10 {
				for i, v := range c.point(x).Values {
					values[i] = append(values[i], v)
				}
			}
		}
		var spreads []stats.Spread
		for _, v := range values {
			spreads = append(spreads, stats.SpreadOf(v))
		}
		*[]*[]stats.Spread{&look.Half, &look.Whole, &look.Double}[k] = spreads
	}
	return look
}
