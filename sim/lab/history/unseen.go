package history

import (
	"fmt"
	"slices"
	"strings"

	"entente/sim"
)

// Unseen is the fit of a rule that had seen no episode of an episode's scenario, nor of one that is built on it. Fits of which that
// is so stand before those that left out all of a leading power.
func (s *ShippedFits) Unseen(entrant, inputs, episode string) (Fit, bool) {
	k := slices.IndexFunc(s.Fits, func(f Fit) bool {
		return f.Entrant == entrant && f.Inputs == inputs && slices.Contains(f.Held, episode)
	})
	if k < 0 {
		return Fit{}, false
	}
	return s.Fits[k], true
}

// Unseen is by which constants a scenario was played of which these had seen nothing.
type Unseen struct {
	Scenario  string    `json:"scenario"`  // its name
	HeldOut   []string  `json:"held_out"`  // ids of episodes that the fit had not seen
	Constants []string  `json:"constants"` // paths below parameters of those that were fitted
	Values    []float64 `json:"values"`    // of the constants, in their order

	// The search for them found nothing better than where it began, the centres of what was believed before: they have learnt nothing
	// from history.
	Unmoved bool `json:"fit_unmoved"`
}

// HoldOut gives each scenario that episodes are played on the constants that the default rule's fit to the other episodes found, in
// place of its own. It is an error, which names all of them, if there is no such fit for some.
func (s *ShippedFits) HoldOut(episodes []Episode, scenarios map[string]sim.Scenario, inputs string) ([]Unseen, error) {
	var all []Unseen
	var none []string
	for _, ep := range episodes {
		f, ok := s.Unseen(sim.DefaultTheory, inputs, ep.ID)
		if !ok {
			none = append(none, ep.ID)
			continue
		}
		if slices.ContainsFunc(all, func(o Unseen) bool { return o.Scenario == ep.Scenario }) {
			continue
		}
		one := scenarios[ep.Scenario]
		for k, weight := range f.Weights {
			Knob{Name: weight}.Figure().Set(&one, f.Values[k])
		}
		scenarios[ep.Scenario] = one
		all = append(all, Unseen{ep.Scenario, f.Held, f.Weights, f.Values, f.Unmoved()})
	}
	if len(none) > 0 {
		return nil, fmt.Errorf("the tournament has no fit that left out %s", strings.Join(none, ", "))
	}
	return all, nil
}
