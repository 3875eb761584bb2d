package page

import (
	"context"
	"fmt"
	"math"
	"slices"

	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// Mend is a change of the theory that a reader might ask for, with what it makes of some scenarios.
type Mend struct {
	ID     string        `json:"id"`
	Set    string        `json:"set"` // as after --set; "" for none
	Chance []stats.Share `json:"chance"`
}

// Place is a scenario that theories are held to, with what became of its clause.
type Place struct {
	Scenario string `json:"scenario"`
	Clause   string `json:"clause"`
	Happened bool   `json:"happened"`
}

// Account is what a theory makes of the places.
type Account struct {
	sim.Theory
	Chance []stats.Share `json:"chance"`
}

// WhatIf is a shipped what-if beside its base.
type WhatIf struct {
	Name        string           `json:"name"`
	Title       string           `json:"title"`
	Expectation string           `json:"expectation"`
	Base        stats.Share      `json:"base"`
	Chance      stats.Share      `json:"chance"`
	Change      stats.Difference `json:"change"`
}

// mends are the changes of the theory that a reader might ask for: constants of the article's rule, one at a time. Judgement:
// twice as much or half as much is what people ask for.
var mends = []struct {
	id, path string
	times    float64
}{
	{"none", "", 0},
	{"stances-less", "parameters.decision.home", 0.5},
	{"leader-more", "parameters.decision.sponsorship", 2},
	{"habit-more", "parameters.decision.reluctance", 1.5},
	{"habit-less", "parameters.decision.reluctance", 0.5},
	{"trade-more", "parameters.decision.trade", 3},
}

// guessed are the theories whose names the reader guesses. Judgement: those that tell the regions apart in some way.
var guessed = []string{sim.DefaultTheory, "balance-of-threat", "power-disparity", "collective-identity", "burden-sharing", "landscape"}

// compare plays three places by other constants and by other theories, and the what-ifs.
func (st *Story) compare(ctx context.Context, scenario func(string) sim.Scenario, whatIfs []sim.Scenario, opts lab.Options,
	played func(*lab.Head) error) error {
	for _, mend := range mends {
		st.Mends = append(st.Mends, Mend{ID: mend.id})
	}
	for _, name := range guessed {
		k := slices.IndexFunc(sim.Theories(), func(t sim.Theory) bool { return t.Name == name })
		st.Accounts = append(st.Accounts, Account{Theory: sim.Theories()[k]})
	}
	for _, name := range []string{europe, spokes, asia} {
		s := scenario(name)
		st.Places = append(st.Places, Place{s.Name, s.Clauses[s.Headline].Title, s.Truth[s.Headline].InForce != 0})
		var worlds []lab.Named
		for k, mend := range mends {
			changed := s
			if mend.path != "" {
				f, _ := sim.FigureAt(mend.path)
				v := math.Round(f.At(&s, s.Start)*mend.times*1000) / 1000
				f.Set(&changed, v)
				st.Mends[k].Set = fmt.Sprintf("%s=%v", mend.path, v)
			}
			worlds = append(worlds, lab.Named{Name: mend.id, Scenario: changed})
		}
		for _, theory := range guessed {
			changed := s
			changed.Theory = theory
			worlds = append(worlds, lab.Named{Name: theory, Scenario: changed})
		}
		c := lab.Compare(ctx, worlds, opts)
		if err := played(c.Top()); err != nil {
			return err
		}
		for k, w := range c.Worlds {
			if k < len(mends) {
				st.Mends[k].Chance = append(st.Mends[k].Chance, w.InForce)
			} else {
				a := &st.Accounts[k-len(mends)]
				a.Chance = append(a.Chance, w.InForce)
			}
		}
	}
	worlds := []lab.Named{{Name: pacific, Scenario: scenario(pacific)}}
	for _, s := range whatIfs {
		worlds = append(worlds, lab.Named{Name: s.Name, Scenario: s})
	}
	c := lab.Compare(ctx, worlds, opts)
	if err := played(c.Top()); err != nil {
		return err
	}
	for _, w := range c.Worlds[1:] {
		st.WhatIfs = append(st.WhatIfs, WhatIf{w.Name, w.Title, w.Expectation, c.Worlds[0].InForce, w.InForce, w.Change.InForce})
	}
	return nil
}
