package history

import (
	"slices"

	"entente/sim/lab/stats"
)

// RuleTally is how the model, or a simple rule, does on all episodes together, each of which counts alike however many claims
// it makes: claims of one episode hang together.
type RuleTally struct {
	Rule  string         `json:"rule"`  // its name
	Brier stats.Interval `json:"brier"` // mean over the episodes, with the bootstrap interval over their theatres
	Worse stats.Interval `json:"worse"` // than the model, episode by episode: above 0 the model does better
}

// Tally is how the model does on all episodes that history has decided.
type Tally struct {
	Episodes int             `json:"episodes"` // how many
	Theatres int             `json:"theatres"` // that they are of: episodes of one hang together
	Rules    []RuleTally     `json:"rules"`    // the model first
	Parts    stats.Partition `json:"parts"`    // of the model's score over all claims
}

// tallyOf sums verdicts up.
func tallyOf(verdicts []Verdict, seed uint64) Tally {
	r := Tally{Rules: []RuleTally{}, Parts: stats.Murphy(nil, nil)}
	var decided []Verdict
	var chances []float64
	var truths []bool
	var theatres, ofClaims []string
	for _, v := range verdicts {
		if v.Open || len(v.Scores) == 0 {
			continue
		}
		for _, c := range v.Claims {
			chances, truths, ofClaims = append(chances, c.Chance.Mean), append(truths, c.Truth), append(ofClaims, v.Theatre)
		}
		decided, theatres = append(decided, v), append(theatres, v.Theatre)
	}
	r.Episodes = len(decided)
	if len(decided) == 0 {
		return r
	}
	r.Parts = stats.Murphy(chances, truths)
	r.Parts.Trusted(chances, truths, stats.UnitsOf(ofClaims), seed)
	units := stats.UnitsOf(theatres)
	r.Theatres = slices.Max(units) + 1
	for k, s := range decided[0].Scores {
		var scores, worse []float64
		for _, v := range decided {
			scores = append(scores, v.Scores[k].Brier)
			worse = append(worse, v.Scores[k].Brier-v.Scores[0].Brier)
		}
		r.Rules = append(r.Rules, RuleTally{s.Rule, stats.Bootstrap(scores, units, 0, 1, seed), stats.Bootstrap(worse, units, -1, 1, seed)})
	}
	return r
}
