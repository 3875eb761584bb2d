package history

import (
	"context"
	"io"
	"math"
	"strconv"

	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// Calibration finds what episodes of history leave of the constants: the generalised posterior exp(-D) times the priors
// (Bissiri, Holmes & Walker 2016, JRSS B 78(5)), D the surprise at history. The best point is found by CMA-ES
// (search.go), the posterior by four chains of Metropolis steps (metropolis.go) with the help of an emulator
// (emulator.go), which is also a second opinion. All is driven by the seed alone, so that what was tried before an
// interruption need not be tried again.
type Calibration struct {
	Episodes  []Episode
	Scenarios map[string]sim.Scenario // that the episodes are played on, by name
	Start     sim.Parameters          // the parameters that are not turned
	Knobs     []Knob
	From      map[string]float64 // values of knobs that the search starts from; the prior's centre where none is given
	Runs      int                // of each scenario at each trial by each seed; of small ones more (see lay)
	Seed      uint64             // of the search, of the chains, and the first of those of luck
	Workers   int
	Rounds    int  // generations of CMA-ES; its population follows Hansen's rule
	BurnIn    int  // steps of each chain that are not kept: they tune how far steps go, and teach the emulator
	Steps     int  // of each chain that are kept
	Plain     bool // steps that are kept are not led by the emulator, which then bears witness for itself

	Ledger lab.Ledger                             // remembers trials by their keys; may be nil
	Tried  func(n int, key string, value float64) // told of each new trial and its surprise, by several workers; may be nil

	laid []judged
}

// Calibrated is what a calibration found. Its head is that of the first episode's scenario, with the overrides that all
// share, and counts the runs of all trials, those remembered too.
type Calibrated struct {
	lab.Head
	Episodes   []string   `json:"episodes"`    // that the constants were fitted to, by their ids
	PerEpisode float64    `json:"per_episode"` // independent observations that each counts for
	Seeds      []uint64   `json:"seeds"`       // of the luck in each surprise
	Third      uint64     `json:"third_seed"`  // seed of the luck by which the best point and the middle are checked
	Knobs      []Knob     `json:"knobs"`       // the constants that were fitted, with what was believed of them before
	Start      float64    `json:"start"`       // surprise and penalty at the priors' centres
	Best       Point      `json:"best"`        // least surprise and penalty of all trials
	Middle     Point      `json:"middle"`      // the median of each constant: the set that is shipped
	Trace      []float64  `json:"trace"`       // least surprise and penalty after each trial of the search
	Trials     int        `json:"trials"`      // sets of constants that were tried, those remembered from before too
	Chains     []Chain    `json:"chains"`      // the walks that the posterior is drawn from
	Mixing     []Mixing   `json:"mixing"`      // of the chains, a knob each
	Plain      bool       `json:"plain"`       // the emulator did not lead the steps that are kept
	Emulator   SecondLook `json:"emulator"`    // how well the stand-in for the model foretells surprises
	Draws      []Draw     `json:"draws"`       // the best point, then states of the chains at even distances

	Parameters sim.Parameters `json:"middle_parameters"` // all constants of the theory, with those that were fitted at the middle
}

// Point is a set of constants that was tried.
type Point struct {
	Values   []float64 `json:"values"`   // of the constants, in the order of knobs
	Surprise float64   `json:"surprise"` // of history there, in nats: the lower, the better the fit
	Penalty  float64   `json:"penalty"`  // half the squared distance from the priors' centres, in spreads
	Again    float64   `json:"again"`    // its surprise by the third seed
}

// Draw is a set of constants of the posterior.
type Draw struct {
	Values   []float64 `json:"values"`   // of the constants, in the order of knobs
	Surprise float64   `json:"surprise"` // of history there, in nats
}

// Chain is the kept states of a chain, a step each.
type Chain struct {
	States []Draw `json:"states"` // one after another
	Tried  int    `json:"tried"`  // steps that were played
	Taken  int    `json:"taken"`  // steps of these that were taken
}

// Mixing is how well the chains agree on a knob.
type Mixing struct {
	RHat      float64 `json:"r_hat"`     // split and rank-normalised
	Effective float64 `json:"effective"` // independent draws that they are worth
}

// What the chains must reach to be called converged: Gelman et al. (2013, Bayesian Data Analysis, 3rd ed., 11.4) take
// 1.1; the number of draws is judgement.
const (
	RHatBelow        = 1.1
	EffectiveAtLeast = 150
)

// ShippedDraws is how many draws of the posterior are kept for others to play.
const ShippedDraws = 200

// surprised are the seeds of the luck in each surprise; third is one that no trial has seen.
func (c *Calibration) surprised() []uint64 { return []uint64{c.Seed, c.Seed + 1} }
func (c *Calibration) third() uint64       { return c.Seed + 2 }

// Run calibrates. If ctx is cancelled it returns ctx's error; the trials made so far have been noted.
func (c *Calibration) Run(ctx context.Context) (*Calibrated, error) {
	c.lay()
	out := c.begin()
	t := &trials{c: c, ctx: ctx, play: c.surprise}
	tried, err := c.findBest(t, out)
	if err != nil {
		return nil, err
	}
	if err := c.posterior(t, tried, out); err != nil {
		return nil, err
	}
	middle := make([]float64, len(c.Knobs))
	for i, k := range c.Knobs {
		middle[i] = k.Spreads(out.Marginal(i).Q50)
	}
	out.Parameters = turn(c.Start, c.Knobs, middle)
	out.Middle = c.point(middle)
	out.Middle.Surprise = t.try("middle", middle, c.Workers, c.surprised())
	out.Middle.Again = t.try("middle-again", middle, c.Workers, []uint64{c.third()})
	best := make([]float64, len(c.Knobs))
	for i, k := range c.Knobs {
		best[i] = k.Spreads(out.Best.Values[i])
	}
	out.Best.Again = t.try("best-again", best, c.Workers, []uint64{c.third()})
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	out.Trials = t.count
	c.count(t, out)
	return out, nil
}

// count tells a head how much all trials play.
func (c *Calibration) count(t *trials, out *Calibrated) {
	runs := 0
	for _, j := range c.laid {
		runs += j.runs
	}
	out.Runs, out.ToPlay = c.Runs, t.seeds*runs
	out.Played = out.ToPlay
}

// begin is what is known before a trial: the head is that of the first episode's scenario.
func (c *Calibration) begin() *Calibrated {
	h := lab.NewHead("calibrate", "of each scenario by each seed at each trial", c.laid[0].world, lab.Options{Runs: c.Runs, Seed: c.Seed})
	for _, j := range c.laid {
		h.OfAll(j.world)
	}
	out := &Calibrated{Head: h, PerEpisode: PerEpisode, Seeds: c.surprised(), Third: c.third(), Knobs: c.Knobs, Plain: c.Plain}
	for _, ep := range c.Episodes {
		out.Episodes = append(out.Episodes, ep.ID)
	}
	return out
}

// point is one with what is known of it without playing.
func (c *Calibration) point(x []float64) Point {
	p := Point{Penalty: penalty(c.Knobs, x)}
	set := turn(c.Start, c.Knobs, x)
	for _, k := range c.Knobs {
		p.Values = append(p.Values, k.Value(set))
	}
	return p
}

// scattered is how many draws of the priors are tried beside the search, so that the emulator has seen the ends of what
// is possible.
const scattered = 60

// findBest is the first stage: the best point of a search, and all that was tried for it.
func (c *Calibration) findBest(t *trials, out *Calibrated) ([]trial, error) {
	var tried []trial
	best := math.Inf(1)
	from, step := make([]float64, len(c.Knobs)), firstStep
	try := func(x []float64) float64 {
		total := penalty(c.Knobs, x)
		if !math.IsInf(total, 1) {
			s := t.try("search-"+strconv.Itoa(len(out.Trace)), x, c.Workers, c.surprised())
			tried, total = append(tried, trial{x, s}), total+s
			if total < best {
				best = total
				out.Best = c.point(x)
				out.Best.Surprise = s
			}
		}
		out.Trace = append(out.Trace, best)
		return total
	}
	out.Start = try(from)
	if len(c.From) > 0 {
		for i, k := range c.Knobs {
			if v, ok := c.From[k.Name]; ok {
				from[i] = k.Spreads(v)
			}
		}
		try(from)
		step = polishedStep
	}
	if err := (search{from: from, step: step, seed: c.Seed, generations: c.Rounds}).minimise(t.ctx, try); err != nil {
		return nil, err
	}
	for n := range scattered {
		x := ofPriors(c.Knobs, seedOf(c.Seed, chains), n)
		tried = append(tried, trial{x, t.try("scattered-"+strconv.Itoa(n), x, c.Workers, c.surprised())})
	}
	return tried, t.ctx.Err()
}

// Marginal is the posterior of knob i: its mean and quantiles over all kept states.
func (c *Calibrated) Marginal(i int) stats.Spread {
	var v []float64
	for _, chain := range c.Chains {
		for _, s := range chain.States {
			v = append(v, s.Values[i])
		}
	}
	return stats.SpreadOf(v)
}

// Left is how much history leaves of what was held possible of knob i: the width of the posterior over that of the prior,
// from 5 to 95 %, on the scale on which the prior is normal.
func (c *Calibrated) Left(i int) float64 {
	k, s := c.Knobs[i], c.Marginal(i)
	return (k.Spreads(s.Q95) - k.Spreads(s.Q05)) / (k.Spreads(k.Quantile(0.95)) - k.Spreads(k.Quantile(0.05)))
}

// Pinned are the names of the knobs of which history leaves less than half.
func (c *Calibrated) Pinned() []string {
	var names []string
	for i, k := range c.Knobs {
		if c.Left(i) < 0.5 {
			names = append(names, k.Name)
		}
	}
	return names
}

// Converged tells whether the chains agree on every knob and are worth enough draws.
func (c *Calibrated) Converged() bool {
	for _, m := range c.Mixing {
		if !(m.RHat < RHatBelow && m.Effective >= EffectiveAtLeast) {
			return false
		}
	}
	return len(c.Mixing) > 0
}

// Tables are the kept states of the chains as tidy CSV.
func (c *Calibrated) Tables() []lab.Table {
	return []lab.Table{{Name: "chains.csv", About: "one row per kept step of a chain: its state, and the surprise there",
		Write: func(out io.Writer) error {
			header := []string{"chain", "step", "surprise"}
			for _, k := range c.Knobs {
				header = append(header, k.Name)
			}
			return lab.Rows(out, header, func(row func(...string)) {
				for n, chain := range c.Chains {
					for step, s := range chain.States {
						cells := []string{strconv.Itoa(n + 1), strconv.Itoa(step + 1), lab.Digits(s.Surprise)}
						for _, v := range s.Values {
							cells = append(cells, lab.Digits(v))
						}
						row(cells...)
					}
				}
			})
		}}}
}

// Columns are those of the constants, in chains and in a posterior.
func (c *Calibrated) Columns(string) (all []lab.Column) {
	for _, k := range c.Knobs {
		f := k.Figure()
		all = append(all, lab.Column{Name: k.Name, Meaning: "the constant " + f.Path, Unit: f.Unit})
	}
	return all
}

// The shortest chains that can be told of: halves of a chain need draws to vary.
const (
	LeastBurnIn = 2
	LeastSteps  = 4
)
