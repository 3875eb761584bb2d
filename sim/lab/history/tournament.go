package history

import (
	"context"

	"entente/sim"
	"entente/sim/lab"
)

// Tournament asks which rule foretells what it was not fitted to. Each entrant is fitted to all episodes but some, which it is
// then scored on: those of one scenario and of what is built on it (they share their states and their years, so that to see one is
// to have seen the other), and those of all scenarios with one leading power. A rule that learns by heart gains nothing by it.
type Tournament struct {
	Episodes  []Episode
	Scenarios map[string]map[string]sim.Scenario // by kind of input, by name
	Inputs    []string                           // kinds of input, in the order in which they are told
	Entrants  []Entrant
	Trials    int // of each fit
	Runs      int // of each scenario at each trial
	Seed      uint64
	Workers   int        // fits that are made at once; 0: one a processor
	Share     lab.Shard  // of the fits that are made; all if it is not cut
	TellOnly  bool       // make none, and tell of those that are remembered
	Ledger    lab.Ledger // remembers trials, weights and scores; may be nil

	Fitted func(done, all int) // told after each fit; may be nil
}

// Run plays the tournament. If ctx is cancelled it tells of the fits that were made, beside ctx's error; what was tried
// has been noted.
func (t *Tournament) Run(ctx context.Context) (*Standings, error) {
	first := t.Scenarios[t.Inputs[0]][t.Episodes[0].Scenario]
	out := &Standings{
		Head:     lab.NewHead("tournament", "of each scenario at each trial", fixedWorld(first), lab.Options{Runs: t.Runs, Seed: t.Seed}),
		Trials:   t.Trials,
		Episodes: []StandingEpisode{}, Leaders: []string{}, Names: map[string]string{}, Fits: []Fit{}, Rows: []EntrantScore{},
		Rules: []SimpleStanding{},
	}
	for _, inputs := range t.Inputs {
		for _, ep := range t.Episodes {
			out.OfAll(sim.NewWorld(t.Scenarios[inputs][ep.Scenario]))
		}
	}
	out.Theory = ""
	folds, leaders := t.folds()
	for _, f := range leaders {
		out.Leaders = append(out.Leaders, f.Name)
	}
	for _, ep := range t.Episodes {
		s := t.Scenarios[t.Inputs[0]][ep.Scenario]
		out.Names[s.StrongestFounder()] = s.States[s.StrongestFounder()].Name
	}
	jobs := t.jobs()
	found, asked, err := t.fitAll(ctx, jobs)
	if err != nil {
		return nil, err
	}
	for _, f := range found {
		if f != nil {
			out.Fits = append(out.Fits, *f)
		}
	}
	out.ToFit = len(jobs)
	out.Runs, out.Played = t.Runs, len(out.Fits)*t.Trials*t.Runs
	if out.ToPlay = out.Played; ctx.Err() != nil {
		out.ToPlay = max(asked*t.Trials*t.Runs, out.Played+1)
	}
	t.tell(out, folds, leaders)
	return out, ctx.Err()
}

// Fits is how many fits the tournament makes.
func (t *Tournament) Fits() int { return len(t.jobs()) }
