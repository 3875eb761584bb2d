package history

import (
	"slices"

	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// Forms are the rules that stand on the common base, each with the constants of its fit to all episodes, and what it
// scores on those that it was not fitted to: what the article's rule might as well have been. A rule whose fit the file
// has not is left out.
func (s *ShippedFits) Forms(inputs string) []lab.Form {
	var all []lab.Form
	for _, e := range Entrants() {
		if e.Kind != OnCommonBase {
			continue
		}
		for _, f := range s.Fits {
			if f.Entrant != e.Name || f.Inputs != inputs || len(f.Held) > 0 {
				continue
			}
			form := lab.Form{Name: e.theory, Title: e.Title, Constants: map[string]float64{}, Brier: s.heldOut(e.Name, inputs), Unmoved: f.Unmoved()}
			for k, weight := range f.Weights {
				form.Constants["parameters."+weight] = f.Values[k]
			}
			all = append(all, form)
		}
	}
	return all
}

// Record is what each theory scores by itself on the episodes that it was not fitted to, by its name: what its chances have been worth. A
// theory that the file has no fits of is missing.
func (s *ShippedFits) Record(inputs string) map[string]float64 {
	record := map[string]float64{}
	for _, e := range Entrants() {
		fitted := slices.ContainsFunc(s.Fits, func(f Fit) bool { return f.Entrant == e.Name && f.Inputs == inputs })
		if (e.Kind == WholeRule || e.Kind == TheoryAlone) && fitted {
			record[e.theory] = s.heldOut(e.Name, inputs)
		}
	}
	return record
}

// heldOut is the mean Brier score of a rule over the episodes, each by the fit that had seen no episode of its scenario.
func (s *ShippedFits) heldOut(entrant, inputs string) float64 {
	var scores []float64
	for _, ep := range s.Episodes {
		if f, ok := s.Unseen(entrant, inputs, ep); ok {
			scores = append(scores, f.Scores[ep])
		}
	}
	return stats.Steady(stats.Mean(scores))
}
