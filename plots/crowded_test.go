package plots

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/design"
	"entente/sim/lab/history"
	"entente/sim/lab/stats"
	"entente/sim/networks"
)

// crowded is a shipped scenario in which sixty states are invited, and in which whatever has a name has one that no chart has room
// for, some of them in letters that the type lacks.
func crowded(t *testing.T, name string) sim.Scenario {
	s := shipped(t, name)
	clause := s.Clauses[s.Headline]
	like := s.States[clause.Founders[0]]
	open := map[string]sim.Date{}
	for id, from := range clause.OpenTo {
		open[id] = from
	}
	for k := 0; len(s.States) < 60; k++ {
		id := fmt.Sprintf("X%c%c", 'A'+k/26, 'A'+k%26)
		st := like
		st.Name = "State of " + id
		st.Latitude, st.Longitude = float64(k*37%120-60), float64(k*71%360-180)
		s.States[id], open[id] = st, clause.Opens
	}
	clause.OpenTo, clause.Title = open, long("the treaty", len(name))
	s.Clauses[s.Headline] = clause
	s.Name, s.Title = strings.Repeat("a-long-scenario-name-", 6), long("a scenario", 2)
	for k, id := range sorted(s.States) {
		st := s.States[id]
		st.Name = long(st.Name, k)
		s.States[id] = st
	}
	for k, id := range sorted(s.Shocks) {
		shock := s.Shocks[id]
		shock.Title = long(shock.Title, k)
		s.Shocks[id] = shock
	}
	for k, id := range sorted(s.Arrangements) {
		a := s.Arrangements[id]
		a.Title = long(a.Title, k)
		s.Arrangements[id] = a
	}
	return s
}

// long is a name as people give them, too long for a chart: of many words, of one word, or of letters that the type lacks.
func long(name string, k int) string {
	switch k % 6 {
	case 1:
		return name + strings.Repeat("donaudampfschiffahrt", 6)
	case 3:
		return "日本国と" + name
	case 5:
		return "جمهورية " + name
	}
	return "The Federated and Most Serene Commonwealth of " + name + " and of the Seas and Isles that lie around it"
}

func sorted[V any](of map[string]V) (ids []string) {
	for id := range of {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// Whatever a scenario holds, every chart keeps to what is asked of one in each figure: no text over another, none off the picture,
// no type too small.
func TestCrowdedWorldsAreLaidOutForFigures(t *testing.T) {
	ctx, few := t.Context(), lab.Options{Runs: 4, Seed: 7}
	now, past := crowded(t, "pacific-2025"), crowded(t, "europe-1947")
	var all []Named
	add := func(what string, charts []Named) {
		for _, c := range charts {
			c.Name = what + ", " + c.Name
			all = append(all, c)
		}
	}
	for _, s := range []sim.Scenario{now, past} {
		w := sim.NewWorld(s)
		add("run", OfRun(lab.Play(ctx, w, few).Summarise()))
		at := w.Calendar.Tick(w.Opens(w.Headline())) + 4
		add("pivots", OfPivots(lab.FindPivots(ctx, w, w.Headline(), at, lab.MedianDisposition, few)))
	}
	add("drivers", OfDrivers(lab.AskDrivers(ctx, []*sim.World{sim.NewWorld(now), sim.NewWorld(past)}, few)))
	w := sim.NewWorld(now)
	told, err := lab.Explain(w, 0, w.Headline(), 0, w.Calendar.Tick(w.Opens(w.Headline()))+4, few, nil)
	if err != nil {
		t.Fatal(err)
	}
	add("explanation", OfExplanation(told))
	add("flip", OfFlip(lab.FindFlip(ctx, now, "", 0.3, lab.Options{Runs: 2, Seed: 7})))
	add("convergence", OfConvergence(lab.FindConvergence(ctx, w, 0.05, few)))
	add("ablation", OfAblation(lab.Ablate(ctx, past, few)))
	add("why", OfWhy(lab.AskWhy(ctx, past, lab.Mechanisms, 0.5, few)))
	other := past
	other.Name, other.Title = "other-"+past.Name, long("another", 0)
	worlds := []lab.Named{{Name: past.Name, Scenario: past}, {Name: other.Name, Scenario: other}, {Name: now.Name, Scenario: now}}
	add("comparison", OfComparison(lab.Compare(ctx, worlds, few)))
	shelf := []lab.Named{worlds[0], worlds[1]}
	for k := range 12 {
		like := worlds[1]
		like.Name, like.Scenario.Title = fmt.Sprint(like.Name, k), long(fmt.Sprint("another ", k), k)
		shelf = append(shelf, like)
	}
	add("library", OfLibrary(lab.AskLibrary(ctx, [][]lab.Named{shelf}, lab.Options{Runs: 2, Seed: 7})))
	doubted := lab.Doubted{Scenario: now, Error: 0.1, Figures: 1,
		Forms: []lab.Form{{Name: sim.CommonBase, Title: long("the base", 0), Constants: map[string]float64{}, Brier: 0.2}}}
	add("doubt", OfDoubt(lab.AskDoubt(ctx, doubted, few)))
	add("theories", OfTheories(history.AskTheories(ctx, []sim.Scenario{now}, few)))
	known := shippedHistory(t)
	known["europe-1947"] = past
	add("hindcast", OfHindcast(history.AskHindcast(ctx, history.Episodes[:2], known, few)))
	st := madeUpStudy(t, long("figure", 0), design.NewSaltelli(3, 16, 1), 1, false)
	add("study", append(append(OfSweep(st.Sweep()), OfSensitivity(st.Sensitivity())...),
		OfDiscovery(st.Discover(lab.Interest{Output: "in-force", Value: 0.5}, -1))...))
	add("tip", OfTip(madeUpStudy(t, long("figure", 0), design.NewFactorial([][]float64{design.Even(5), design.Even(5)}), 4, false).Tip()))
	add("tournament", OfTournament(crowdedStandings()))
	add("landscape", OfLandscape(crowdedLandscape(t)))
	for _, trade := range []*networks.TradeTies{nil, {Gain: []float64{3, 1}, Cost: 1, Spoils: 4}} {
		add("stable", OfPeace(crowdedPeace(trade)))
	}
	for _, c := range all {
		checkFigures(t, c.Name, c)
	}
}

// crowdedStandings are of sixty entrants.
func crowdedStandings() *history.Standings {
	s := madeUpStandings()
	s.Scenario, s.Title = strings.Repeat("a-long-scenario-name-", 6), long("a record", 2)
	first := s.Rows[0]
	s.Rows = nil
	for k := range 60 {
		row := first
		row.Name, row.Inputs = fmt.Sprint("rule-", k), []string{"coded", "measured"}[k%2]
		row.Title, row.Weights = long(fmt.Sprint("rule ", k), k), make([]string, k%20)
		row.Brier = stats.Interval{Mean: float64(k%13) / 20, Low: float64(k%13) / 40, High: 0.9}
		s.Rows = append(s.Rows, row)
	}
	return s
}

// crowdedLandscape is one of sixty actors.
func crowdedLandscape(t *testing.T) *lab.Landscape {
	s := madeUpLandscape(t, 60, 20, 1)
	s.Scenario, s.Title = strings.Repeat("a-long-file-name-", 8), long("a landscape", 2)
	called := map[string]string{}
	for k, name := range s.Actors {
		called[name] = long(name, k)
		s.Actors[k] = called[name]
	}
	for _, m := range s.Minima {
		for _, camp := range m.Names {
			for k, name := range camp {
				camp[k] = called[name]
			}
		}
	}
	s.Minima[0].Indifferent = s.Actors
	return s
}

// crowdedPeace is a network of sixty countries.
func crowdedPeace(trade *networks.TradeTies) *lab.Peace {
	p := madeUpPeace(60, 2, trade)
	p.Scenario, p.Title = strings.Repeat("a-long-file-name-", 8), long("a network", 2)
	for k := range p.Countries {
		c := &p.Countries[k]
		c.Name = long(c.Name, k)
		if c.Strongest != nil {
			c.Strongest.Leader = long(c.Strongest.Leader, k+1)
		}
	}
	return p
}
