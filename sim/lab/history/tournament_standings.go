package history

import (
	"slices"

	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// Standings is what a tournament came to. Its head says what the scenarios share, and counts the runs that trials
// ask for.
type Standings struct {
	lab.Head
	Trials   int               `json:"trials"`                        // sets of constants that each fit tries
	Episodes []StandingEpisode `json:"episodes"`                      // that rules are judged by
	Leaders  []string          `json:"leading_powers"`                // whose episodes were held out together; none if all have the same leading power
	Names    map[string]string `json:"names"`                         // of leading powers, by id
	Fits     []Fit             `json:"fits"`                          // that were made, in their order
	ToFit    int               `json:"fits_to_make"`                  // how many were asked for
	Made     string            `json:"made_by,omitempty"`             // the command that made it, if it was not made now
	Stale    bool              `json:"files_changed_since,omitempty"` // it was fitted to other files than stand here now
	Rows     []EntrantScore    `json:"entrants"`                      // a row for each rule and kind of input
	Rules    []SimpleStanding  `json:"simple_rules"`                  // a row for each simple rule and kind of input
}

// StandingEpisode is an episode of a tournament.
type StandingEpisode struct {
	ID       string `json:"id"`            // as V4
	Scenario string `json:"scenario"`      // that it is played in
	Title    string `json:"title"`         // of the episode
	Fold     string `json:"held_out_with"` // the scenario whose episodes are held out together
	Leader   string `json:"leading_power"` // id of the power that leads
	Claims   int    `json:"claims"`        // that it is judged by
}

// EntrantScore is how an entrant does with one kind of input.
type EntrantScore struct {
	Entrant
	Inputs string `json:"inputs"` // what figures were taken from: coded or measured
	Fits   int    `json:"fits"`   // that were made
	// Of these, fits whose search found nothing better than the priors' centres, where it began: they have learnt nothing from history
	Unmoved int `json:"fits_unmoved"`
	Scored  int `json:"episodes_held_out"` // of which the score is known
	// Brier score of each episode, by weights that have not seen it; empty if not all are known
	Held        []float64      `json:"held_out"`
	ByLeader    []float64      `json:"held_out_by_leading_power"` // Brier score of each episode, by weights that have seen none with its leading power; empty if not all are known
	Seen        []float64      `json:"seen"`                      // Brier score of each episode, by weights fitted to all
	Brier       stats.Interval `json:"brier"`                     // mean score of episodes by weights that have not seen them
	LeaderBrier stats.Interval `json:"leading_power_brier"`       // mean score by weights that have seen no episode with the leading power
	Fit         stats.Interval `json:"seen_brier"`                // mean score by weights fitted to all
	Worse       stats.Interval `json:"worse_than_stance_alone"`   // mean over episodes of what the score by unseen weights lies above that of stance alone, from -1 to 1
}

// SimpleStanding is how a simple rule does with one kind of input.
type SimpleStanding struct {
	Rule   string         `json:"rule"`   // its name
	Inputs string         `json:"inputs"` // what figures were taken from: coded or measured
	Scores []float64      `json:"scores"` // Brier score of each episode, from 0 to 1
	Brier  stats.Interval `json:"brier"`  // mean of these, with the bootstrap interval over theatres
}

// Apart is how much some scores lie above others, episode by episode: the mean, with its bootstrap interval over their theatres.
func (s *Standings) Apart(scores, others []float64) stats.Interval {
	var worse []float64
	for k, v := range scores {
		worse = append(worse, v-others[k])
	}
	return stats.Bootstrap(worse, s.theatres(), -1, 1, s.Seed)
}

// Theatres is how many theatres the episodes are of.
func (s *Standings) Theatres() int {
	if len(s.Episodes) == 0 {
		return 0
	}
	return slices.Max(s.theatres()) + 1
}

// theatres numbers the theatres of the episodes.
func (s *Standings) theatres() []int {
	return s.units(func(e StandingEpisode) string { return e.Fold })
}

// units numbers what the episodes belong to by some name.
func (s *Standings) units(of func(StandingEpisode) string) []int {
	var names []string
	for _, e := range s.Episodes {
		names = append(names, of(e))
	}
	return stats.UnitsOf(names)
}

// BestRule is the simple rule with the lowest score on a kind of input; nil if there is none.
func (s *Standings) BestRule(inputs string) *SimpleStanding {
	var best *SimpleStanding
	for k := range s.Rules {
		if r := &s.Rules[k]; r.Inputs == inputs && (best == nil || r.Brier.Mean < best.Brier.Mean) {
			best = r
		}
	}
	return best
}

// tell puts the scores of all fits together.
func (t *Tournament) tell(out *Standings, folds, leaders []Fold) {
	known := map[string]map[string]float64{}
	made, unmoved := map[string]int{}, map[string]int{}
	for _, f := range out.Fits {
		known[fitKey(f.Entrant, f.Inputs, f.Held)] = f.Scores
		made[f.Entrant+" "+f.Inputs]++
		if f.Unmoved() {
			unmoved[f.Entrant+" "+f.Inputs]++
		}
	}
	byStance := t.tellSimple(out)
	theatres, leading := out.theatres(), out.units(func(e StandingEpisode) string { return e.Leader })
	for _, inputs := range t.Inputs {
		for e, entrant := range t.Entrants {
			row := EntrantScore{Entrant: entrant, Inputs: inputs, Fits: made[entrant.Name+" "+inputs], Unmoved: unmoved[entrant.Name+" "+inputs]}
			scores := func(folds []Fold) ([]float64, int) { return t.scoresOf(known, inputs, e, folds) }
			row.Held, row.Scored = scores(folds)
			row.ByLeader, _ = scores(leaders)
			row.Seen, _ = scores([]Fold{{}})
			row.Brier = stats.Bootstrap(row.Held, theatres, 0, 1, t.Seed)
			row.LeaderBrier = stats.Bootstrap(row.ByLeader, leading, 0, 1, t.Seed)
			row.Fit = stats.Bootstrap(row.Seen, theatres, 0, 1, t.Seed)
			row.Worse = out.Apart(row.Held, byStance[inputs])
			out.Rows = append(out.Rows, row)
		}
	}
}

// tellSimple tells the episodes, and what rules score on them that know nothing of a theory. It returns, by kind of input, those of the one
// that looks at stances alone.
func (t *Tournament) tellSimple(out *Standings) (byStance map[string][]float64) {
	byStance = map[string][]float64{}
	for _, inputs := range t.Inputs {
		claims := t.unplayed(inputs)
		if len(out.Episodes) == 0 {
			for k, ep := range t.Episodes {
				out.Episodes = append(out.Episodes, StandingEpisode{ep.ID, ep.Scenario, ep.Title, t.theatre(ep.Scenario),
					t.leader(ep.Scenario), len(claims[k])})
			}
		}
		for k, rule := range simpleRules {
			row := SimpleStanding{Rule: rule.name, Inputs: inputs, Scores: []float64{}}
			for _, of := range claims {
				row.Scores = append(row.Scores, rate(rule.name, of, func(c Claim) float64 { return c.said[k] }).Brier)
			}
			row.Brier = stats.Bootstrap(row.Scores, out.theatres(), 0, 1, t.Seed)
			out.Rules = append(out.Rules, row)
			if rule.name == StanceAlone {
				byStance[inputs] = row.Scores
			}
		}
	}
	return byStance
}

// scoresOf are the scores of an entrant in the episodes that its fits held out, or in all where they held out none, and how many
// there are; no scores while some are missing.
func (t *Tournament) scoresOf(known map[string]map[string]float64, inputs string, entrant int, folds []Fold) ([]float64, int) {
	found := []float64{}
	for _, ep := range t.Episodes {
		for _, f := range folds {
			v, ok := known[t.key(job{inputs, entrant, f})][ep.ID]
			if ok && (len(f.Held) == 0 || slices.Contains(f.Held, ep.ID)) {
				found = append(found, v)
			}
		}
	}
	if len(found) != len(t.Episodes) {
		return []float64{}, len(found)
	}
	return found, len(found)
}

// unplayed are the claims of each episode, of which only what simple rules say is known.
func (t *Tournament) unplayed(inputs string) [][]Claim {
	var all [][]Claim
	for _, ep := range t.Episodes {
		ends := &endings{world: fixedWorld(t.Scenarios[inputs][ep.Scenario])}
		all = append(all, ends.judge(ep, t.Seed).Claims)
	}
	return all
}
