package history

import (
	"math"
	"math/rand/v2"
	"slices"
	"strconv"

	"gonum.org/v1/gonum/stat/distuv"

	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// Settings of the chains, by judgement; none but their number changes what they tend to.
const (
	chains     = 4
	blockSize  = 3   // constants that move together in a step
	batch      = 25  // steps of the burn-in between two tunings
	firstMoves = 0.5 // step at first, in spreads of the priors
	wantTaken  = 0.3 // share of steps that the tuning aims at: about 0.23 in many dimensions and 0.44 in one (Roberts, Gelman & Gilks 1997)
	substeps   = 400 // on the emulator before a step is played: they cost next to nothing, and far from where it was a step tells more
)

// walker is a chain on its way.
type walker struct {
	at      trial
	number  int
	step    int // taken so far or not, burn-in included
	visited [][]float64
	tried   []trial
	taken   int
}

// posterior is the second stage: chains of Metropolis steps from the best point. In the burn-in a step moves a block of
// constants and is played; it tunes how far steps go, and teaches the emulator. After it nothing is tuned. A step that
// is kept then goes some steps on the emulator first, and where they end is played and taken or left by what the play
// says beyond the emulator:
//
//	P(take y from x) = min(1, exp((D(x) - E(x)) - (D(y) - E(y))))
//
// which leaves exp(-D) times the priors as it is, however wrong the emulator E (surrogate transitions: Liu 2001, Monte
// Carlo Strategies in Scientific Computing, 9.4.3; Christen & Fox 2005, JCGS 14(4)). A bad emulator costs steps, which
// the effective draws tell. Plain chains keep steps of the burn-in's kind, as a check on that. What the priors do not allow is never taken. Each chain and step has luck of its own.
func (c *Calibration) posterior(t *trials, tried []trial, out *Calibrated) error {
	b, err := c.burnIn(t, tried, out)
	if err != nil {
		return err
	}
	if out.Chains, err = c.keep(t, b.walkers, b); err != nil {
		return err
	}
	tried = b.tried
	for _, w := range b.walkers {
		tried = append(tried, w.tried...)
	}
	for _, tr := range tried { // the chains may have come upon a better point than the search
		if tr.surprise+penalty(c.Knobs, tr.x) < out.Best.Surprise+out.Best.Penalty {
			out.Best = c.point(tr.x)
			out.Best.Surprise = tr.surprise
		}
	}
	out.Mixing, out.Draws = mixing(out.Chains, len(c.Knobs)), thinned(out)
	out.Emulator = c.secondLook(tried, b.from, b.size)
	return nil
}

// mixing is how well the chains have mixed, a knob each.
func mixing(of []Chain, knobs int) (all []Mixing) {
	for i := range knobs {
		values := make([][]float64, len(of))
		for n, chain := range of {
			for _, s := range chain.States {
				values[n] = append(values[n], s.Values[i])
			}
		}
		m := stats.ChainsOf(values)
		all = append(all, Mixing{m.RHat, m.Effective})
	}
	return all
}

// burnt is what the burn-in leaves to the steps that are kept.
type burnt struct {
	from    []float64 // where all chains began
	walkers []*walker
	size    []float64 // of steps
	tried   []trial   // until then
	guide   *emulator // that has learned from them
}

// burnIn takes all chains through the burn-in.
func (c *Calibration) burnIn(t *trials, tried []trial, out *Calibrated) (*burnt, error) {
	b := &burnt{from: make([]float64, len(c.Knobs)), size: slices.Repeat([]float64{firstMoves}, len(c.Knobs)), tried: tried}
	for i, k := range c.Knobs {
		b.from[i] = k.Spreads(out.Best.Values[i])
	}
	for n := range chains {
		b.walkers = append(b.walkers, &walker{at: trial{b.from, out.Best.Surprise}, number: n})
	}
	for done := 0; done < c.BurnIn; done += batch {
		err := c.walk(t, b.walkers, func(_ int, w *walker, workers int) {
			for range min(batch, c.BurnIn-done) {
				c.plainly(t, w, b.size, workers)
			}
		})
		if err != nil {
			return nil, err
		}
		b.size = tune(b.walkers, b.size)
	}
	for _, w := range b.walkers {
		b.tried = append(b.tried, w.tried...)
		w.tried, w.taken = nil, 0
	}
	b.guide = newEmulator(b.tried)
	return b, nil
}

// keep takes the steps that are kept of some chains.
func (c *Calibration) keep(t *trials, some []*walker, b *burnt) ([]Chain, error) {
	found := make([]Chain, len(some))
	err := c.walk(t, some, func(n int, w *walker, workers int) {
		for range c.Steps {
			if c.Plain {
				c.plainly(t, w, b.size, workers)
			} else {
				c.guided(t, w, b, workers)
			}
			found[n].States = append(found[n].States, Draw{c.point(w.at.x).Values, w.at.surprise})
		}
		found[n].Tried, found[n].Taken = len(w.tried), w.taken
	})
	return found, err
}

// walk has chains take steps side by side, each with its part of the workers.
func (c *Calibration) walk(t *trials, some []*walker, step func(n int, w *walker, workers int)) error {
	each := max(c.Workers/max(len(some), 1), 1)
	lab.InParallel(t.ctx, c.Workers, len(some), func() func(int) bool {
		return func(n int) bool { step(n, some[n], each); return t.ctx.Err() == nil }
	})
	return t.ctx.Err()
}

// plainly is a step of the burn-in, or a kept one that nothing leads.
func (c *Calibration) plainly(t *trials, w *walker, size []float64, workers int) {
	rng := c.luck(w)
	y := moved(w.at.x, size, rng)
	if to := penalty(c.Knobs, y); !math.IsInf(to, 1) {
		s := t.try(w.key(), y, workers, c.surprised())
		w.tried = append(w.tried, trial{y, s})
		if math.Log(rng.Float64()) < w.at.surprise+penalty(c.Knobs, w.at.x)-s-to {
			w.at = trial{y, s}
			w.taken++
		}
	}
	w.visited = append(w.visited, w.at.x)
	w.step++
}

// guided is a step that is kept.
func (c *Calibration) guided(t *trials, w *walker, b *burnt, workers int) {
	rng := c.luck(w)
	y, said := b.guide.walk(c.Knobs, w.at.x, b.size, 1, substeps, rng)
	if !slices.Equal(y, w.at.x) {
		s := t.try(w.key(), y, workers, c.surprised())
		w.tried = append(w.tried, trial{y, s})
		if math.Log(rng.Float64()) < w.at.surprise-b.guide.at(w.at.x)-s+said {
			w.at = trial{y, s}
			w.taken++
		}
	}
	w.step++
}

// key is what a step is called in the ledger.
func (w *walker) key() string {
	return "chain-" + strconv.Itoa(w.number+1) + "-" + strconv.Itoa(w.step)
}

// luck is that of a chain's step.
func (c *Calibration) luck(w *walker) *rand.Rand {
	return rand.New(rand.NewPCG(seedOf(c.Seed, w.number), uint64(w.step)))
}

// moved is a point one step away: one block of constants moves.
func moved(x, size []float64, rng *rand.Rand) []float64 {
	y := slices.Clone(x)
	blocks := (len(x) + blockSize - 1) / blockSize
	b := rng.IntN(blocks)
	for i := b * blockSize; i < min((b+1)*blockSize, len(x)); i++ {
		y[i] = stats.Steady(y[i] + float64(size[i]*rng.NormFloat64()))
	}
	return y
}

// tune sets the size of steps: that of a constant by how far its values lie apart over the later half of what was
// visited, and all of them by how many steps were taken.
func tune(all []*walker, size []float64) []float64 {
	steps, taken := 0, 0
	next := make([]float64, len(size))
	for _, w := range all {
		steps, taken = steps+len(w.visited), taken+w.taken
	}
	for i := range next {
		var values []float64
		for _, w := range all {
			for _, x := range w.visited[len(w.visited)/2:] {
				values = append(values, x[i])
			}
		}
		next[i] = 2.38 / math.Sqrt(blockSize) * stats.Deviation(values)
		if rate := float64(taken) / float64(steps); rate < wantTaken/2 {
			next[i] *= 0.7
		}
		next[i] = stats.Steady(min(max(next[i], size[i]/2, 0.02), 2*size[i], 2)) // never far at once
	}
	return next
}

// ofPriors is a draw of the priors, n-th of a seed.
func ofPriors(knobs []Knob, seed uint64, n int) []float64 {
	normal := distuv.Normal{Mu: 0, Sigma: 1, Src: rand.NewPCG(seed, uint64(n))}
	for {
		x := make([]float64, len(knobs))
		for i := range x {
			x[i] = stats.Steady(normal.Rand())
		}
		if !math.IsInf(penalty(knobs, x), 1) {
			return x
		}
	}
}

// thinned is the best point and states of the chains at even distances.
func thinned(c *Calibrated) []Draw {
	var all []Draw
	for _, chain := range c.Chains {
		all = append(all, chain.States...)
	}
	draws := []Draw{{c.Best.Values, c.Best.Surprise}}
	for k := range ShippedDraws - 1 {
		draws = append(draws, all[k*len(all)/(ShippedDraws-1)])
	}
	return draws
}

// seedOf gives the n-th trial luck of its own, in steps of 2^64 over the golden ratio, as SplitMix64 (Steele, Lea &
// Flood 2014).
func seedOf(seed uint64, n int) uint64 { return seed + uint64(n+1)*0x9e3779b97f4a7c15 }
