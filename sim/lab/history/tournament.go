package history

import (
	"context"
	"io"
	"slices"
	"strconv"
	"strings"

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
	Workers   int
	Part, Of  int        // play the fits whose number leaves Part-1 when divided by Of; all if Of is 0
	Ledger    lab.Ledger // remembers trials and scores; may be nil

	Fitted func(done, all int) // told after each fit; may be nil
}

// scoring is how many times the runs of a trial a score rests on: there it is the chances that count, and luck is in the way.
const scoring = 5

// Fold is a set of episodes that is held out.
type Fold struct {
	Name string   `json:"name"`
	Held []string `json:"held"` // their ids; none: fitted to all
}

// Standings is what a tournament came to. Its head is that of the first scenario, and counts the runs that trials ask for.
type Standings struct {
	lab.Head
	Trials   int               `json:"trials"`
	Episodes []StandingEpisode `json:"episodes"`
	Patrons  []string          `json:"patrons"` // whose episodes were held out together; none if all have the same leading power
	Fits     int               `json:"fits"`
	ToFit    int               `json:"fits_to_make"`
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
	Held     []float64      `json:"held_out"` // Brier score of each episode, by weights that have not seen it; empty if not all are known
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

// Run plays the tournament. If ctx is cancelled it returns ctx's error; what was tried has been noted.
func (t *Tournament) Run(ctx context.Context) (*Standings, error) {
	first := t.Scenarios[t.Inputs[0]][t.Episodes[0].Scenario]
	out := &Standings{
		Head: lab.NewHead("tournament", sim.NewWorld(first), lab.Options{Runs: t.Runs, Seed: t.Seed}), Trials: t.Trials,
		Episodes: []StandingEpisode{}, Patrons: []string{}, Rows: []Standing{}, Rules: []SimpleStanding{},
	}
	out.Theory = ""
	folds, patrons := t.folds()
	for _, f := range patrons {
		out.Patrons = append(out.Patrons, f.Name)
	}
	known := map[string]map[string]float64{} // by fit, by episode
	var jobs []job
	for _, inputs := range t.Inputs {
		for e := range t.Entrants {
			for _, f := range t.allFolds() {
				jobs = append(jobs, job{inputs, e, f})
			}
		}
	}
	mine := 0
	for k, j := range jobs {
		asked := t.Of == 0 || k%t.Of == t.Part-1
		if asked {
			mine++
		}
		scores, err := t.play(ctx, j, asked)
		if err != nil {
			return nil, err
		}
		if scores != nil {
			known[t.key(j)] = scores
			out.Fits++
		}
		if asked && t.Fitted != nil {
			t.Fitted(mine, len(jobs)/max(t.Of, 1))
		}
	}
	out.ToFit = len(jobs)
	out.Runs = t.Runs
	out.Played = out.Fits * t.Trials * t.Runs
	out.ToPlay = out.Played
	t.tell(out, folds, patrons, known)
	return out, ctx.Err()
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
	return append(all, Fold{Name: "nothing"})
}

// key is what a fit is called in the ledger.
func (t *Tournament) key(j job) string {
	return t.Entrants[j.entrant].Name + " " + j.inputs + " without " + strings.Join(append(slices.Clone(j.fold.Held), "-"), " ")
}

// play makes a fit and scores it on what was held out, or on all if nothing was; or remembers. Nothing comes back of a fit that is
// neither asked for nor remembered.
func (t *Tournament) play(ctx context.Context, j job, asked bool) (map[string]float64, error) {
	key := t.key(j)
	judged := j.fold.Held
	if len(judged) == 0 {
		for _, ep := range t.Episodes {
			judged = append(judged, ep.ID)
		}
	}
	if scores := t.remembered(key, judged); scores != nil {
		return scores, nil
	}
	if !asked {
		return nil, nil
	}
	return t.compete(ctx, &player{t.Entrants[j.entrant], t.Scenarios[j.inputs], t.Workers}, key, j.fold.Held, judged)
}

// compete fits a contender to all episodes but those held out, and scores it on those that are judged, with luck of their own.
func (t *Tournament) compete(ctx context.Context, c contender, key string, held, judged []string) (map[string]float64, error) {
	f := &fit{contender: c, name: key, shown: t.together(func(id string) bool { return !slices.Contains(held, id) }), trials: t.Trials, runs: t.Runs,
		seed: t.Seed, ledger: t.Ledger}
	x, err := f.best(ctx)
	if err != nil {
		return nil, err
	}
	scores := map[string]float64{}
	for _, episodes := range t.together(func(id string) bool { return slices.Contains(judged, id) }) {
		claims, ok := c.foretell(ctx, x, episodes, scoring*t.Runs, seedOf(t.Seed, 0))
		for k, ep := range episodes {
			scores[ep.ID] = 1 // what cannot be played is worst
			if ok {
				scores[ep.ID] = rate("model", claims[k], func(c Claim) float64 { return c.Chance.Mean }).Brier
			}
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if t.Ledger != nil {
		for _, id := range judged {
			t.Ledger.Note(key+" score "+id, exactly(scores[id]))
		}
	}
	return scores, nil
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

func (t *Tournament) remembered(key string, judged []string) map[string]float64 {
	if t.Ledger == nil {
		return nil
	}
	scores := map[string]float64{}
	for _, id := range judged {
		text, ok := t.Ledger.Recall(key + " score " + id)
		v, err := strconv.ParseFloat(text, 64)
		if !ok || err != nil {
			return nil
		}
		scores[id] = v
	}
	return scores
}

// tell puts the scores of all fits together.
func (t *Tournament) tell(out *Standings, folds, patrons []Fold, known map[string]map[string]float64) {
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
			scores := func(folds []Fold) []float64 {
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
					return []float64{}
				}
				return found
			}
			row := Standing{Entrant: entrant, Inputs: inputs, Held: scores(folds), ByPatron: scores(patrons), Seen: scores([]Fold{{}})}
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
	return []lab.Table{{Name: "standings.csv", About: "one row per entrant or simple rule, kind of input and episode: Brier score held out, by patron, and seen", Write: s.write}}
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
