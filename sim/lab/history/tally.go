package history

import "entente/sim/lab/stats"

// RuleTally is how the model, or a simple rule, does on all episodes together, each of which counts alike however many claims
// it makes: claims of one episode hang together.
type RuleTally struct {
	Rule  string         `json:"rule"`  // its name
	Brier stats.Interval `json:"brier"` // mean over the episodes, with the bootstrap interval over them
	Worse stats.Interval `json:"worse"` // than the model, episode by episode: above 0 the model does better
}

// Tally is how the model does on all episodes that history has decided.
type Tally struct {
	Episodes int             `json:"episodes"` // how many
	Rules    []RuleTally     `json:"rules"`    // the model first
	Parts    stats.Partition `json:"parts"`    // of the model's score over all claims
}

// tallyOf sums verdicts up.
func tallyOf(verdicts []Verdict, seed uint64) Tally {
	r := Tally{Rules: []RuleTally{}, Parts: stats.Murphy(nil, nil)}
	var decided []Verdict
	var chances []float64
	var truths []bool
	var episode []int
	for _, v := range verdicts {
		if v.Open || len(v.Scores) == 0 {
			continue
		}
		for _, c := range v.Claims {
			chances, truths, episode = append(chances, c.Chance.Mean), append(truths, c.Truth), append(episode, len(decided))
		}
		decided = append(decided, v)
	}
	r.Episodes = len(decided)
	if len(decided) == 0 {
		return r
	}
	r.Parts = stats.Murphy(chances, truths)
	r.Parts.Trusted(chances, truths, episode, seed)
	for k, s := range decided[0].Scores {
		var scores, worse []float64
		for _, v := range decided {
			scores = append(scores, v.Scores[k].Brier)
			worse = append(worse, v.Scores[k].Brier-v.Scores[0].Brier)
		}
		r.Rules = append(r.Rules, RuleTally{s.Rule, stats.Bootstrap(scores, 0, 1, seed), stats.Bootstrap(worse, -1, 1, seed)})
	}
	return r
}
