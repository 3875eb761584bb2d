package history

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"entente/sim"
	"entente/sim/lab"
)

// scoring is how many times the runs of a trial a score rests on: there it is the chances that count, and luck is in
// the way. It adds p(1-p)/runs to a Brier score, with ten runs a trial 0.0025 at most.
const scoring = 10

// Fit is what one fit found, and how it does on what is judged by it: what was held out, or all if nothing was.
type Fit struct {
	Entrant string             `json:"entrant"`  // its name
	Inputs  string             `json:"inputs"`   // what its figures were taken from: coded or measured
	Held    []string           `json:"held_out"` // ids of episodes; none: fitted to all
	Weights []string           `json:"weights"`  // their paths below parameters
	Values  []float64          `json:"values"`   // of the weights, in their order
	Scores  map[string]float64 `json:"scores"`   // Brier, by episode
}

// Unmoved tells whether the search found nothing better than the priors' centres, where it began: such a fit has learnt nothing from
// history. Values are compared to the digits that a file keeps of them.
func (f *Fit) Unmoved() bool {
	for k, knob := range knobs(f.Weights...) {
		if fmt.Sprintf("%.4g", f.Values[k]) != fmt.Sprintf("%.4g", knob.Centre) {
			return false
		}
	}
	return true
}

// job is one fit to be made.
type job struct {
	inputs  string
	entrant int
	fold    Fold
}

// jobs are all fits of the tournament, in their order: those of one entrant together.
func (t *Tournament) jobs() []job {
	var jobs []job
	for _, inputs := range t.Inputs {
		for e := range t.Entrants {
			for _, f := range t.allFolds() {
				jobs = append(jobs, job{inputs, e, f})
			}
		}
	}
	return jobs
}

// fitAll makes the fits that are asked for, each on one processor and as many at once as there are workers: nobody waits for
// another but at the very end. Those that are neither asked for nor remembered stay nil, as do those that ctx cut short.
func (t *Tournament) fitAll(ctx context.Context, jobs []job) (found []*Fit, asked int, err error) {
	worlds := map[string]map[string]*sim.World{}
	for kind, scenarios := range t.Scenarios {
		worlds[kind] = map[string]*sim.World{}
		for name, s := range scenarios {
			worlds[kind][name] = fixedWorld(s)
		}
	}
	start := map[string]*openings{}
	var wanted []int
	found = make([]*Fit, len(jobs))
	for k, j := range jobs {
		if found[k] = t.remembered(j); !t.TellOnly && t.Share.Has(k) {
			wanted = append(wanted, k)
			start[t.Entrants[j.entrant].Name+" "+j.inputs] = &openings{known: map[string]float64{}}
		}
	}
	var told sync.Mutex
	done := 0
	lab.InParallel(ctx, t.Workers, len(wanted), func() func(int) bool {
		return func(n int) bool {
			j := jobs[wanted[n]]
			fit, failed := found[wanted[n]], error(nil)
			if fit == nil {
				e := t.Entrants[j.entrant]
				fit, failed = t.compete(ctx, &seated{e, worlds[j.inputs]}, start[e.Name+" "+j.inputs], t.key(j), j.fold.Held, t.judged(j.fold))
			}
			told.Lock()
			defer told.Unlock()
			switch {
			case ctx.Err() != nil:
				return false
			case failed != nil:
				err = errors.Join(err, failed)
				return false
			}
			found[wanted[n]] = t.label(j, fit)
			if done++; t.Fitted != nil {
				t.Fitted(done, len(wanted))
			}
			return true
		}
	})
	return found, len(wanted), err
}

// label says whose a fit is.
func (t *Tournament) label(j job, f *Fit) *Fit {
	f.Entrant, f.Inputs, f.Held, f.Weights = t.Entrants[j.entrant].Name, j.inputs, append([]string{}, j.fold.Held...),
		t.Entrants[j.entrant].Weights
	return f
}

// compete fits a forecaster to all episodes but those held out, and scores it on those that are judged, with luck of their own.
func (t *Tournament) compete(ctx context.Context, c forecaster, start *openings, key string, held, judged []string) (*Fit, error) {
	f := &fit{forecaster: c, name: key, shown: t.cheapFirst(t.together(func(id string) bool { return !slices.Contains(held, id) })),
		trials: t.Trials,
		runs:   t.Runs, seed: t.Seed, ledger: t.Ledger, openings: start}
	x, err := f.best(ctx)
	if err != nil {
		return nil, err
	}
	found := &Fit{Values: c.values(x), Scores: t.score(judged, func(episodes []Episode, runs int, seed uint64) ([][]Claim, bool) {
		return c.foretell(ctx, x, episodes, runs, seed)
	})}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if t.Ledger != nil {
		note(found, key, t.Ledger.Note)
	}
	return found, nil
}

// score is the Brier score of each episode that is judged. What cannot be played is worst.
func (t *Tournament) score(judged []string, foretell func(episodes []Episode, runs int, seed uint64) ([][]Claim, bool)) map[string]float64 {
	scores := map[string]float64{}
	for _, episodes := range t.together(func(id string) bool { return slices.Contains(judged, id) }) {
		claims, ok := foretell(episodes, scoring*t.Runs, seedOf(t.Seed, 0))
		for k, ep := range episodes {
			scores[ep.ID] = 1
			if ok {
				scores[ep.ID] = rate("model", claims[k], func(c Claim) float64 { return c.Chance.Mean }).Brier
			}
		}
	}
	return scores
}

// Again scores the weights that a fit found once more, by playing what was judged.
func (t *Tournament) Again(ctx context.Context, f Fit) map[string]float64 {
	worlds := map[string]*sim.World{}
	for name, s := range t.Scenarios[f.Inputs] {
		worlds[name] = fixedWorld(s)
	}
	found, _ := FindEntrants([]string{f.Entrant})
	return t.score(t.judged(Fold{Held: f.Held}), func(episodes []Episode, runs int, seed uint64) ([][]Claim, bool) {
		return (&seated{found[0], worlds}).by(ctx, f.Values, episodes, runs, seed)
	})
}
