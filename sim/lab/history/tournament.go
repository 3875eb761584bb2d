package history

import (
	"cmp"
	"context"
	"errors"
	"io"
	"maps"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/stats"
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
	Part, Of  int        // make the fits whose number leaves Part-1 when divided by Of; all if Of is 0
	TellOnly  bool       // make none, and tell of those that are remembered
	Ledger    lab.Ledger // remembers trials, weights and scores; may be nil

	Fitted func(done, all int) // told after each fit; may be nil
}

// scoring is how many times the runs of a trial a score rests on: there it is the chances that count, and luck is in the way. It adds
// p(1-p)/runs to a Brier score, with ten runs a trial 0.0025 at most.
const scoring = 10

// Fold is a set of episodes that is held out.
type Fold struct {
	Name string   `json:"name"`
	Held []string `json:"held"` // their ids; none: fitted to all
}

// Fit is what one fit found, and how it does on what is judged by it: what was held out, or all if nothing was.
type Fit struct {
	Entrant string             `json:"entrant"`
	Inputs  string             `json:"inputs"`
	Held    []string           `json:"held_out"` // ids of episodes; none: fitted to all
	Weights []string           `json:"weights"`  // their paths below parameters
	Values  []float64          `json:"values"`
	Scores  map[string]float64 `json:"scores"` // Brier, by episode
}

// Standings is what a tournament came to. Its head is that of the first scenario, and counts the runs that trials ask for.
type Standings struct {
	lab.Head
	Trials   int               `json:"trials"`
	Episodes []StandingEpisode `json:"episodes"`
	Patrons  []string          `json:"patrons"` // whose episodes were held out together; none if all have the same leading power
	Names    map[string]string `json:"names"`   // of leading powers, by id
	Fits     []Fit             `json:"fits"`    // that were made, in their order
	ToFit    int               `json:"fits_to_make"`
	Made     string            `json:"made_by,omitempty"`             // the command that made it, if it was not made now
	Stale    bool              `json:"files_changed_since,omitempty"` // it was fitted to other files than stand here now
	Rows     []Standing        `json:"entrants"`
	Rules    []SimpleStanding  `json:"simple_rules"`
}

// StandingEpisode is an episode of a tournament.
type StandingEpisode struct {
	ID       string `json:"id"`
	Scenario string `json:"scenario"`
	Title    string `json:"title"`
	Fold     string `json:"held_out_with"` // the scenario whose episodes are held out together
	Patron   string `json:"patron"`
	Claims   int    `json:"claims"`
}

// Standing is how an entrant does with one kind of input.
type Standing struct {
	Entrant
	Inputs   string         `json:"inputs"`
	Fits     int            `json:"fits"`              // that were made
	Scored   int            `json:"episodes_held_out"` // of which the score is known
	Held     []float64      `json:"held_out"`          // Brier score of each episode, by weights that have not seen it; empty if not all are known
	ByPatron []float64      `json:"patron_held_out"`
	Seen     []float64      `json:"seen"`  // of each episode, by weights fitted to all
	Brier    stats.Interval `json:"brier"` // mean of Held
	Patron   stats.Interval `json:"patron_brier"`
	Fit      stats.Interval `json:"seen_brier"`
	Worse    stats.Interval `json:"worse_than_stance_alone"`
}

// SimpleStanding is how a simple rule does with one kind of input.
type SimpleStanding struct {
	Rule   string         `json:"rule"`
	Inputs string         `json:"inputs"`
	Scores []float64      `json:"scores"`
	Brier  stats.Interval `json:"brier"`
}

// job is one fit to be made.
type job struct {
	inputs  string
	entrant int
	fold    Fold
}

// Run plays the tournament. If ctx is cancelled it tells of the fits that were made, beside ctx's error; what was tried has been noted.
func (t *Tournament) Run(ctx context.Context) (*Standings, error) {
	first := t.Scenarios[t.Inputs[0]][t.Episodes[0].Scenario]
	out := &Standings{
		Head: lab.NewHead("tournament", sim.NewWorld(first), lab.Options{Runs: t.Runs, Seed: t.Seed}), Trials: t.Trials,
		Episodes: []StandingEpisode{}, Patrons: []string{}, Names: map[string]string{}, Fits: []Fit{}, Rows: []Standing{}, Rules: []SimpleStanding{},
	}
	out.Theory = ""
	folds, patrons := t.folds()
	for _, f := range patrons {
		out.Patrons = append(out.Patrons, f.Name)
	}
	for _, ep := range t.Episodes {
		s := t.Scenarios[t.Inputs[0]][ep.Scenario]
		out.Names[s.Leads()] = s.States[s.Leads()].Name
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
	t.tell(out, folds, patrons)
	return out, ctx.Err()
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
			worlds[kind][name] = sim.NewWorld(s)
		}
	}
	start := map[string]*common{}
	var wanted []int
	found = make([]*Fit, len(jobs))
	for k, j := range jobs {
		if found[k] = t.remembered(j); !t.TellOnly && (t.Of == 0 || k%t.Of == t.Part-1) {
			wanted = append(wanted, k)
			start[t.Entrants[j.entrant].Name+" "+j.inputs] = &common{known: map[string]float64{}}
		}
	}
	workers := t.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	var next atomic.Int64
	var told sync.Mutex
	var group sync.WaitGroup
	done := 0
	for range min(workers, len(wanted)) {
		group.Go(func() {
			for ctx.Err() == nil {
				n := int(next.Add(1)) - 1
				if n >= len(wanted) {
					return
				}
				j := jobs[wanted[n]]
				fit, failed := found[wanted[n]], error(nil)
				if fit == nil {
					e := t.Entrants[j.entrant]
					fit, failed = t.compete(ctx, &player{e, worlds[j.inputs]}, start[e.Name+" "+j.inputs], t.key(j), j.fold.Held, t.judged(j.fold))
				}
				told.Lock()
				switch {
				case ctx.Err() != nil:
				case failed != nil:
					err = errors.Join(err, failed)
				default:
					found[wanted[n]] = t.label(j, fit)
					if done++; t.Fitted != nil {
						t.Fitted(done, len(wanted))
					}
				}
				told.Unlock()
			}
		})
	}
	group.Wait()
	return found, len(wanted), err
}

// label says whose a fit is.
func (t *Tournament) label(j job, f *Fit) *Fit {
	f.Entrant, f.Inputs, f.Held, f.Weights = t.Entrants[j.entrant].Name, j.inputs, append([]string{}, j.fold.Held...), t.Entrants[j.entrant].Weights
	return f
}

// fold is the scenario with whose episodes those of a scenario are held out: the one that it is built on, or itself.
func (t *Tournament) fold(scenario string) string {
	if s := t.Scenarios[t.Inputs[0]][scenario]; s.Base != "" {
		return s.Base
	}
	return scenario
}

// patron is the leading power of a scenario.
func (t *Tournament) patron(scenario string) string {
	s := t.Scenarios[t.Inputs[0]][scenario]
	return s.Leads()
}

// folds are the sets of episodes to be held out, by scenario and by patron. A patron who has them all leaves nothing to fit to.
func (t *Tournament) folds() (episodes, patrons []Fold) {
	by := func(of func(string) string) []Fold {
		var all []Fold
		for _, ep := range t.Episodes {
			name := of(ep.Scenario)
			k := slices.IndexFunc(all, func(f Fold) bool { return f.Name == name })
			if k < 0 {
				k, all = len(all), append(all, Fold{Name: name})
			}
			all[k].Held = append(all[k].Held, ep.ID)
		}
		return slices.DeleteFunc(all, func(f Fold) bool { return len(f.Held) == len(t.Episodes) })
	}
	return by(t.fold), by(t.patron)
}

// Worlds are the names of the sets of episodes that are held out one after the other: at least two make a tournament.
func (t *Tournament) Worlds() []string {
	var names []string
	episodes, _ := t.folds()
	for _, f := range episodes {
		names = append(names, f.Name)
	}
	return names
}

// allFolds are the different sets that are held out, and nothing last. One fit serves an episode and a patron who has no other.
func (t *Tournament) allFolds() []Fold {
	episodes, patrons := t.folds()
	all := slices.Clone(episodes)
	for _, p := range patrons {
		if !slices.ContainsFunc(all, func(f Fold) bool { return slices.Equal(f.Held, p.Held) }) {
			all = append(all, p)
		}
	}
	return append(all, Fold{Name: nothing})
}

// key is what a fit is called in the ledger.
func (t *Tournament) key(j job) string {
	return fitKey(t.Entrants[j.entrant].Name, j.inputs, j.fold.Held)
}

func fitKey(entrant, inputs string, held []string) string {
	return entrant + " " + inputs + " without " + strings.Join(append(slices.Clone(held), "-"), " ")
}

// judged are the episodes by which a fit is scored.
func (t *Tournament) judged(f Fold) []string {
	if len(f.Held) > 0 {
		return f.Held
	}
	var all []string
	for _, ep := range t.Episodes {
		all = append(all, ep.ID)
	}
	return all
}

// compete fits a contender to all episodes but those held out, and scores it on those that are judged, with luck of their own.
func (t *Tournament) compete(ctx context.Context, c contender, start *common, key string, held, judged []string) (*Fit, error) {
	f := &fit{contender: c, name: key, shown: t.cheapFirst(t.together(func(id string) bool { return !slices.Contains(held, id) })), trials: t.Trials,
		runs: t.Runs, seed: t.Seed, ledger: t.Ledger, common: start}
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
		worlds[name] = sim.NewWorld(s)
	}
	found, _ := FindEntrants([]string{f.Entrant})
	return t.score(t.judged(Fold{Held: f.Held}), func(episodes []Episode, runs int, seed uint64) ([][]Claim, bool) {
		return (&player{found[0], worlds}).by(ctx, f.Values, episodes, runs, seed)
	})
}

// cheapFirst puts what is quick to play before what is not: a hopeless point is then left before much is spent on it.
func (t *Tournament) cheapFirst(shown [][]Episode) [][]Episode {
	cost := func(episodes []Episode) float64 {
		s := t.Scenarios[t.Inputs[0]][episodes[0].Scenario]
		return float64(s.End-s.Start) * float64(len(s.States)*len(s.States))
	}
	slices.SortStableFunc(shown, func(a, b []Episode) int { return cmp.Compare(cost(a), cost(b)) })
	return shown
}

// together are the episodes wanted, those that share a scenario side by side.
func (t *Tournament) together(wanted func(id string) bool) [][]Episode {
	var all [][]Episode
	for _, ep := range t.Episodes {
		if !wanted(ep.ID) {
			continue
		}
		k := slices.IndexFunc(all, func(some []Episode) bool { return some[0].Scenario == ep.Scenario })
		if k < 0 {
			k, all = len(all), append(all, nil)
		}
		all[k] = append(all[k], ep)
	}
	return all
}

// note keeps what a fit found in a ledger.
func note(f *Fit, key string, keep func(key, value string)) {
	var values []string
	for _, v := range f.Values {
		values = append(values, exactly(v))
	}
	keep(key+" weights", strings.Join(values, " "))
	for _, id := range slices.Sorted(maps.Keys(f.Scores)) {
		keep(key+" score "+id, exactly(f.Scores[id]))
	}
}

// remembered is a fit that the ledger knows whole; nil if it does not.
func (t *Tournament) remembered(j job) *Fit {
	if t.Ledger == nil {
		return nil
	}
	key := t.key(j)
	text, known := t.Ledger.Recall(key + " weights")
	values, ok := numbers(text)
	if !known || !ok || len(values) != len(t.Entrants[j.entrant].Weights) {
		return nil
	}
	f := &Fit{Values: values, Scores: map[string]float64{}}
	for _, id := range t.judged(j.fold) {
		text, _ := t.Ledger.Recall(key + " score " + id)
		score, err := strconv.ParseFloat(text, 64)
		if err != nil {
			return nil
		}
		f.Scores[id] = score
	}
	return t.label(j, f)
}

// tell puts the scores of all fits together.
func (t *Tournament) tell(out *Standings, folds, patrons []Fold) {
	known := map[string]map[string]float64{}
	made := map[string]int{}
	for _, f := range out.Fits {
		known[fitKey(f.Entrant, f.Inputs, f.Held)] = f.Scores
		made[f.Entrant+" "+f.Inputs]++
	}
	simple := map[string][]float64{}
	for _, inputs := range t.Inputs {
		claims := t.unplayed(inputs)
		if len(out.Episodes) == 0 {
			for k, ep := range t.Episodes {
				out.Episodes = append(out.Episodes, StandingEpisode{ep.ID, ep.Scenario, ep.Title, t.fold(ep.Scenario), t.patron(ep.Scenario), len(claims[k])})
			}
		}
		for k, rule := range simpleRules {
			row := SimpleStanding{Rule: rule.name, Inputs: inputs, Scores: []float64{}}
			for _, of := range claims {
				row.Scores = append(row.Scores, rate(rule.name, of, func(c Claim) float64 { return c.said[k] }).Brier)
			}
			row.Brier = stats.Bootstrap(row.Scores, 0, 1, t.Seed)
			out.Rules = append(out.Rules, row)
			if rule.name == "stance alone" {
				simple[inputs] = row.Scores
			}
		}
	}
	for _, inputs := range t.Inputs {
		for e, entrant := range t.Entrants {
			scores := func(folds []Fold) (whole []float64, count int) {
				found := []float64{}
				for _, ep := range t.Episodes {
					for _, f := range folds {
						of := known[t.key(job{inputs, e, f})]
						if v, ok := of[ep.ID]; ok && (len(f.Held) == 0 || slices.Contains(f.Held, ep.ID)) {
							found = append(found, v)
						}
					}
				}
				if len(found) != len(t.Episodes) {
					return []float64{}, len(found)
				}
				return found, len(found)
			}
			row := Standing{Entrant: entrant, Inputs: inputs, Fits: made[entrant.Name+" "+inputs]}
			row.Held, row.Scored = scores(folds)
			row.ByPatron, _ = scores(patrons)
			row.Seen, _ = scores([]Fold{{}})
			row.Brier, row.Patron = stats.Bootstrap(row.Held, 0, 1, t.Seed), stats.Bootstrap(row.ByPatron, 0, 1, t.Seed)
			row.Fit = stats.Bootstrap(row.Seen, 0, 1, t.Seed)
			var worse []float64
			for k, v := range row.Held {
				worse = append(worse, v-simple[inputs][k])
			}
			row.Worse = stats.Bootstrap(worse, -1, 1, t.Seed)
			out.Rows = append(out.Rows, row)
		}
	}
}

// unplayed are the claims of each episode, of which only what simple rules say is known.
func (t *Tournament) unplayed(inputs string) [][]Claim {
	var all [][]Claim
	for _, ep := range t.Episodes {
		ends := &endings{world: sim.NewWorld(t.Scenarios[inputs][ep.Scenario])}
		all = append(all, ends.judge(ep, t.Seed).Claims)
	}
	return all
}

// Tables are the standings as tidy CSV.
func (s *Standings) Tables() []lab.Table {
	return []lab.Table{
		{Name: "standings.csv", About: "one row per entrant or simple rule, kind of input and episode: Brier score held out, by patron, and seen", Write: s.write},
		{Name: "fits.csv", About: "one row per fit and weight: what the fit to all but what was held out found", Write: s.writeFits},
	}
}

// nothing is how a table says that a fit was to all episodes.
const nothing = "nothing"

// heldOut tells in a cell what a fit has not seen.
func (f *Fit) heldOut() string {
	if len(f.Held) == 0 {
		return nothing
	}
	return strings.Join(f.Held, " ")
}

func (s *Standings) writeFits(out io.Writer) error {
	return lab.Rows(out, []string{"entrant", "inputs", "held_out", "weight", "value"}, func(row func(...string)) {
		for _, f := range s.Fits {
			for k, v := range f.Values {
				row(f.Entrant, f.Inputs, f.heldOut(), "parameters."+f.Weights[k], exactly(v))
			}
		}
	})
}

func (s *Standings) write(out io.Writer) error {
	at := func(scores []float64, k int) string {
		if k >= len(scores) {
			return ""
		}
		return lab.Digits(scores[k])
	}
	return lab.Rows(out, []string{"entrant", "kind", "inputs", "weights", "episode", "held_out", "patron_held_out", "seen"}, func(row func(...string)) {
		for _, r := range s.Rows {
			for k, ep := range s.Episodes {
				row(r.Name, r.Kind, r.Inputs, strconv.Itoa(len(r.Weights)), ep.ID, at(r.Held, k), at(r.ByPatron, k), at(r.Seen, k))
			}
		}
		for _, r := range s.Rules {
			for k, ep := range s.Episodes {
				row(r.Rule, "simple rule", r.Inputs, "0", ep.ID, at(r.Scores, k), at(r.Scores, k), at(r.Scores, k))
			}
		}
	})
}
