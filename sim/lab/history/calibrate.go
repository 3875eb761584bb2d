package history

import (
	"context"
	"errors"
	"io"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"gonum.org/v1/gonum/optimize"

	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// Calibration finds the one parameter set from episodes of history: the best point by CMA-ES (Hansen & Ostermeier
// 2001, Evolutionary Computation 9(2)), then the posterior by sequential Monte Carlo ABC (Toni et al. 2009, J. R. Soc.
// Interface 6; Del Moral, Doucet & Jasra 2012). Both are driven by the seed alone, so that what was tried before an
// interruption need not be tried again: a memory of distances by their order of asking is all the state there is.
type Calibration struct {
	Episodes  []Episode
	Scenarios map[string]sim.Scenario // that the episodes are played on, by name
	Start     sim.Parameters          // the parameters that no knob turns
	Knobs     []Knob
	From      map[string]float64 // values of knobs that the search starts from; the prior's centre where none is given
	Runs      int                // of each scenario at each trial
	Seed      uint64             // of the search and of all luck
	Workers   int
	Rounds    int // generations of CMA-ES; its population follows Hansen's rule
	Particles int // of each population of ABC
	Levels    int // tightenings of the tolerance

	Ledger lab.Ledger                                  // remembers trials by their numbers; may be nil
	Tried  func(n int, stage string, distance float64) // told of each new trial, and whether it is of the first stage or the second; may be nil
}

// Calibrated is what a calibration found. Its head is that of the first episode's scenario, with the overrides that all share, and
// counts the runs of all trials, those remembered too.
type Calibrated struct {
	lab.Head
	Episodes  []string    `json:"episodes"` // that the constants were fitted to, by their ids
	Knobs     []Knob      `json:"knobs"`
	Start     float64     `json:"start"`     // penalised distance at the priors' centres
	Values    []float64   `json:"values"`    // of the best point
	Distance  float64     `json:"distance"`  // of the best point from history: its surprise
	Penalty   float64     `json:"penalty"`   // half the squared distance from the priors' centres, in spreads
	Trace     []float64   `json:"trace"`     // best penalised distance after each trial of the first stage
	Levels    []Level     `json:"levels"`    // of the second stage, in order
	Trials    int         `json:"trials"`    // of both stages
	Posterior [][]float64 `json:"posterior"` // a particle a row, a knob a column, in values
	Middle    Middle      `json:"middle"`
}

// Middle is the set in the middle of what history leaves: the median of each constant over the posterior, or the best point if there is
// no posterior. It is the one that is shipped: among sets that history can hardly tell apart, the best by a hair is the one
// that luck favours.
type Middle struct {
	Parameters sim.Parameters `json:"parameters"`
	Values     []float64      `json:"values"`
	Distance   float64        `json:"distance"` // from history: its surprise
	Penalty    float64        `json:"penalty"`  // half the squared distance from the priors' centres, in spreads
}

// Level is one tightening of the second stage.
type Level struct {
	Tolerance float64 `json:"tolerance"` // the greatest distance that was kept
	Kept      int     `json:"kept"`      // particles that were within it
	Trials    int     `json:"trials"`    // steps proposed
	Moved     int     `json:"moved"`     // steps taken
}

// perEpisode is how many independent observations each episode counts for, however many claims it makes. Claims of one
// episode hang together: to count each would make us surer than history allows. Judgement.
const perEpisode = 20

// How wide a search steps at first, in spreads of the priors. Settings of the search, by judgement: wide enough to leave the
// neighbourhood of the priors' centres, and narrower about a point that is given, which is to be polished.
const (
	firstStep    = 0.6
	polishedStep = 0.15
)

// Distance is how surprised a parameter set is by history: the balanced log score of each episode, each counted
// perEpisode times. A share of k in n runs is taken as (k + 1/2) / (n + 1) (Krichevsky & Trofimov 1981,
// IEEE Transactions on Information Theory 27(2)), so that never in n runs is not never.
func (c *Calibration) Distance(ctx context.Context, p sim.Parameters, seed uint64) float64 {
	cells, place := cellsOf(c.Episodes, func(name string) sim.Scenario {
		s := c.Scenarios[name]
		s.Parameters, s.Draws = p, nil
		return s
	})
	played := lab.PlayCells(ctx, cells, lab.Options{Runs: c.Runs, Seed: seed, Workers: c.Workers})
	if played.Runs < c.Runs || len(played.Failures) > 0 {
		return math.Inf(1) // interrupted, which the caller sees in ctx, or impossible
	}
	total := 0.0
	for _, ep := range c.Episodes {
		total += float64(perEpisode * surprise(endingsOf(played, place[ep.Scenario]).judge(ep, seed).Claims))
	}
	return total
}

// surprise is the mean log score of claims, with those that came true and those that did not counting for as much as
// each other: it is as bad to foretell a pact that never was as to miss one that was.
func surprise(claims []Claim) float64 {
	var sum, count [2]float64
	for _, claim := range claims {
		k, n, side := float64(claim.Chance.Count), float64(claim.Chance.Runs), 1
		if !claim.Truth {
			k, side = n-k, 0
		}
		sum[side] -= math.Log((k + 0.5) / (n + 1))
		count[side]++
	}
	switch {
	case count[0] == 0:
		return sum[1] / count[1]
	case count[1] == 0:
		return sum[0] / count[0]
	}
	return (sum[0]/count[0] + sum[1]/count[1]) / 2
}

// trials makes trials one after the other, or remembers them.
type trials struct {
	c   *Calibration
	ctx context.Context
	n   int
}

func (t *trials) try(stage string, x []float64, seed uint64) (sim.Parameters, float64) {
	p := turn(t.c.Start, t.c.Knobs, x)
	n := t.n
	t.n++
	key := strconv.Itoa(n)
	if t.c.Ledger != nil {
		if text, ok := t.c.Ledger.Recall(key); ok {
			if known := strings.SplitN(text, ",", 3); len(known) == 3 {
				if d, err := strconv.ParseFloat(known[1], 64); err == nil {
					return p, d
				}
			}
		}
	}
	if t.ctx.Err() != nil {
		return p, math.Inf(1)
	}
	d := t.c.Distance(t.ctx, p, seed)
	if t.ctx.Err() != nil {
		return p, d
	}
	if t.c.Ledger != nil { // distances are written so that they read back to the last bit
		text := stage + "," + strconv.FormatFloat(d, 'g', -1, 64)
		for _, k := range t.c.Knobs {
			text += "," + lab.Digits(k.Value(p))
		}
		t.c.Ledger.Note(key, text)
	}
	if t.c.Tried != nil {
		t.c.Tried(n, stage, d)
	}
	return p, d
}

// from is the point that the search starts from, in spreads.
func (c *Calibration) from() []float64 {
	x := make([]float64, len(c.Knobs))
	for i, k := range c.Knobs {
		if v, ok := c.From[k.Name]; ok {
			x[i] = k.spreads(v)
		}
	}
	return x
}

// penalty is minus the log of the prior, up to a constant.
func penalty(x []float64) float64 {
	sum := 0.0
	for _, v := range x {
		sum += float64(v * v)
	}
	return float64(sum / 2)
}

// errStopped ends the first stage when the calibration is interrupted.
var errStopped = errors.New("stopped")

// Run calibrates. If ctx is cancelled it returns ctx's error; the trials made so far have been noted.
func (c *Calibration) Run(ctx context.Context) (*Calibrated, error) {
	t := &trials{c: c, ctx: ctx}
	out, worlds := c.begin()
	best, point := math.Inf(1), sim.Parameters{}
	f := func(asked []float64) float64 { // the search itself adds up otherwise on one processor than on another
		x := make([]float64, len(asked))
		for i, v := range asked {
			x[i] = stats.Steady(v)
		}
		p, d := t.try("first", x, c.Seed)
		total := d + penalty(x)
		if total < best {
			best = total
			point, out.Distance, out.Penalty = p, d, penalty(x)
		}
		out.Trace = append(out.Trace, best)
		return total
	}
	out.Start = f(make([]float64, len(c.Knobs)))
	step := firstStep
	if len(c.From) > 0 {
		f(c.from())
		step = polishedStep
	}
	_, err := optimize.Minimize(
		optimize.Problem{Func: f, Status: func() (optimize.Status, error) {
			if ctx.Err() != nil {
				return optimize.Failure, errStopped
			}
			return optimize.NotTerminated, nil
		}},
		c.from(),
		&optimize.Settings{MajorIterations: c.Rounds, Concurrent: 1, Converger: optimize.NeverTerminate{}},
		&optimize.CmaEsChol{InitStepSize: step, Src: rand.NewPCG(c.Seed, 1)},
	)
	if err != nil && !errors.Is(err, errStopped) {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	for _, k := range c.Knobs {
		out.Values = append(out.Values, k.Value(point))
	}
	if err := c.posterior(t, out); err != nil {
		return nil, err
	}
	if err := c.middle(t, out); err != nil {
		return nil, err
	}
	out.Trials = t.n
	out.Runs, out.ToPlay = c.Runs, t.n*worlds*c.Runs
	out.Played = out.ToPlay
	return out, nil
}

// middle tries the set in the middle of the posterior.
func (c *Calibration) middle(t *trials, out *Calibrated) error {
	x := make([]float64, len(c.Knobs))
	for i, k := range c.Knobs {
		x[i] = k.spreads(out.Values[i])
		if len(out.Posterior) > 0 {
			x[i] = k.spreads(out.Marginal(i).Q50)
		}
	}
	m := &out.Middle
	m.Parameters, m.Distance = t.try("middle", x, c.Seed)
	m.Penalty = penalty(x)
	for _, k := range c.Knobs {
		m.Values = append(m.Values, k.Value(m.Parameters))
	}
	return t.ctx.Err()
}

// begin is what is known before a trial: the head, which is that of the first episode's scenario, and how many scenarios each plays.
func (c *Calibration) begin() (out *Calibrated, worlds int) {
	cells, _ := cellsOf(c.Episodes, func(name string) sim.Scenario { return c.Scenarios[name] })
	h := lab.NewHead("calibrate", "of each scenario at each trial", cells[0].World, lab.Options{Runs: c.Runs, Seed: c.Seed})
	for _, cell := range cells {
		h.OfAll(cell.World)
	}
	out = &Calibrated{Head: h, Knobs: c.Knobs, Distance: math.Inf(1), Values: []float64{}, Trace: []float64{}, Levels: []Level{}, Posterior: [][]float64{}}
	for _, ep := range c.Episodes {
		out.Episodes = append(out.Episodes, ep.ID)
	}
	return out, len(cells)
}

// Tables are what was found as tidy CSV.
func (c *Calibrated) Tables() []lab.Table {
	return []lab.Table{{Name: "posterior.csv", About: "one row per particle", Write: func(out io.Writer) error {
		var header []string
		for _, k := range c.Knobs {
			header = append(header, k.Name)
		}
		return lab.Rows(out, header, func(row func(...string)) {
			for _, particle := range c.Posterior {
				var cells []string
				for _, v := range particle {
					cells = append(cells, lab.Digits(v))
				}
				row(cells...)
			}
		})
	}}}
}

// Marginal is the posterior of knob i: its mean and quantiles.
func (c *Calibrated) Marginal(i int) stats.Spread {
	v := make([]float64, len(c.Posterior))
	for j, row := range c.Posterior {
		v[j] = row[i]
	}
	return stats.SpreadOf(v)
}

// Distinct is how many different particles the posterior has: those that history killed are copies of others until they move.
func (c *Calibrated) Distinct() int {
	var seen [][]float64
	for _, row := range c.Posterior {
		if !slices.ContainsFunc(seen, func(other []float64) bool { return slices.Equal(row, other) }) {
			seen = append(seen, row)
		}
	}
	return len(seen)
}
