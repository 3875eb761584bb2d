package history

import (
	"cmp"
	"slices"

	"entente/sim"
)

// Fold is a set of episodes that is held out.
type Fold struct {
	Name string   `json:"name"` // of the scenario or the leading power that they share
	Held []string `json:"held"` // their ids; none: fitted to all
}

// TheatreOf is the scenario that another is built on, or itself. Episodes of one theatre share states and years, and hang together: they
// are held out together, and resampled together.
func TheatreOf(s *sim.Scenario) string {
	if s.Base != "" {
		return s.Base
	}
	return s.Name
}

// theatre is that of a scenario by its name.
func (t *Tournament) theatre(scenario string) string {
	s := t.Scenarios[t.Inputs[0]][scenario]
	return TheatreOf(&s)
}

// leader is the leading power of a scenario.
func (t *Tournament) leader(scenario string) string {
	s := t.Scenarios[t.Inputs[0]][scenario]
	return s.StrongestFounder()
}

// folds are the sets of episodes to be held out, by scenario and by leading power. A power that has them all leaves
// nothing to fit to.
func (t *Tournament) folds() (episodes, leaders []Fold) {
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
	return by(t.theatre), by(t.leader)
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

// allFolds are the different sets that are held out, and nothing last. One fit serves an episode and a leading power
// that has no other.
func (t *Tournament) allFolds() []Fold {
	episodes, leaders := t.folds()
	all := slices.Clone(episodes)
	for _, p := range leaders {
		if !slices.ContainsFunc(all, func(f Fold) bool { return slices.Equal(f.Held, p.Held) }) {
			all = append(all, p)
		}
	}
	return append(all, Fold{Name: nothing})
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

// cheapFirst puts what is quick to play before what is not: a hopeless point is then left before much is spent on it.
func (t *Tournament) cheapFirst(shown [][]Episode) [][]Episode {
	cost := func(episodes []Episode) float64 {
		s := t.Scenarios[t.Inputs[0]][episodes[0].Scenario]
		return float64(s.End-s.Start) * float64(len(s.States)*len(s.States))
	}
	slices.SortStableFunc(shown, func(a, b []Episode) int { return cmp.Compare(cost(a), cost(b)) })
	return shown
}
