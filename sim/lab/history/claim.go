package history

import (
	"math"
	"slices"
	"strings"

	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// Claim is one thing that did or did not happen, with how often it happened in the runs.
type Claim struct {
	About  string      `json:"about"`           // in words: the four parts below, one after the other
	Who    string      `json:"who"`             // what people call whom it is about: a state, two states or the clause
	Does   string      `json:"does"`            // what is claimed of them: of a state one of Signs, IsMember, IsBound
	What   string      `json:"what"`            // with what
	When   string      `json:"when"`            // "by" a tick, or "at the end of" the last
	Clause string      `json:"clause"`          // id
	State  string      `json:"state,omitempty"` // "" for a claim about the clause as a whole
	By     string      `json:"by"`              // tick by which it had to happen
	Chance stats.Share `json:"chance"`          // in the runs
	Truth  bool        `json:"truth"`           // in history
	said   []float64   // what the simple rules say, in their order

	Reference *lab.Reference `json:"reference,omitempty"` // of a forecast: how often such a thing came about before
}

// What a state may do with a clause, as claims about it say.
const (
	Signs    = "signs"
	IsMember = "is a member of"
	IsBound  = "is bound by"
)

// claim begins a claim: who does what by a tick.
func (e *endings) claim(who, does, what string, by int) Claim {
	tick := e.world.Calendar.Label(by)
	return Claim{Who: who, Does: does, What: what, By: tick}.when("by " + tick)
}

// when dates a claim, and puts its parts together.
func (c Claim) when(when string) Claim {
	c.When = when
	c.About = strings.Join([]string{c.Who, c.Does, c.What, c.When}, " ")
	return c
}

// atEnd is a claim about the state of things at the end, and at no time before.
func (c Claim) atEnd() Claim { return c.when("at the end of " + c.By) }

// Score is how well chances foretold what happened, averaged over claims.
type Score struct {
	Rule     string  `json:"rule"`      // its name
	Brier    float64 `json:"brier"`     // mean squared error, 0 best; Brier (1950), Monthly Weather Review 78(1)
	Log      float64 `json:"log_score"` // mean surprise in nats, 0 best; Good (1952), JRSS B 14(1)
	Accuracy float64 `json:"accuracy"`  // share of claims on the right side of one half; one half itself counts for half a claim
}

// Side is on which side of one half its chance stands: 1 on that of what happened, -1 on the other, 0 on one half itself.
func (c Claim) Side() int { return stats.SideOf(c.Chance.Mean, c.Truth) }

// surest is the chance at which the log score stops: a rule that says never and is wrong once is not infinitely wrong.
// Judgement: once in a thousand runs.
const surest = 0.001

// rate scores one way of giving each claim a chance.
func rate(rule string, claims []Claim, chance func(Claim) float64) Score {
	s := Score{Rule: rule}
	for _, c := range claims {
		p, truth := chance(c), 0.0
		if c.Truth {
			truth = 1
		}
		s.Brier += float64((p - truth) * (p - truth))
		s.Log -= math.Log(min(max(1-math.Abs(truth-p), surest), 1-surest))
		s.Accuracy += float64(float64(1+stats.SideOf(p, c.Truth)) / 2)
	}
	n := float64(len(claims))
	return Score{rule, s.Brier / n, s.Log / n, s.Accuracy / n}
}

// chanceOf is the chance that the model gives a claim.
func chanceOf(c Claim) float64 { return c.Chance.Mean }

// scores rates the model beside the rules it must beat.
func scores(claims []Claim) []Score {
	if len(claims) == 0 {
		return nil
	}
	all := []Score{rate("model", claims, chanceOf)}
	for k, r := range simpleRules {
		all = append(all, rate(r.name, claims, func(c Claim) float64 { return c.said[k] }))
	}
	return all
}

// deadline is the tick by which history's signatories must have signed clause c to count: a year after the first
// signature, or the end of the scenario if there was none.
func deadline(w *sim.World, clause string) int {
	day, ok := firstDay(w.Scenario.Truth[clause])
	if !ok {
		return w.Calendar.Ticks() - 1
	}
	return min(w.Calendar.Tick(day+1), w.Calendar.Ticks()-1)
}

// firstDay is the day on which a clause was first signed.
func firstDay(t sim.Truth) (day sim.Date, ok bool) {
	for _, d := range t.Signed {
		if !ok || d < day {
			day, ok = d, true
		}
	}
	return day, ok
}

// state and treaty are what people call a state and a clause.
func (e *endings) state(id string) string { return e.world.Scenario.States[id].Name }
func (e *endings) treaty(clause string) string {
	return lab.The(e.world.Scenario.Clauses[clause].Title)
}

// is is the verb that goes with a clause.
func (e *endings) is(clause string) string { return lab.Is(e.world.Scenario.Clauses[clause].Title) }

// signatures claims for each candidate that it signs a clause by a tick, or, of one that may only accede, that it is a member
// by then: an application is none.
func (e *endings) signatures(clause string, candidates []string, by int) []Claim {
	w := e.world
	c := w.Clause(clause)
	truth := w.Scenario.Truth[clause]
	var claims []Claim
	for _, id := range candidates {
		if !slices.Contains(w.Scenario.Clauses[clause].Founders, id) {
			claims = append(claims, e.membership(clause, id, by))
			continue
		}
		p := c*w.N() + w.State(id)
		day, signed := truth.Signed[id]
		claim := e.claim(e.state(id), Signs, e.treaty(clause), by)
		claim.Clause, claim.State, claim.Truth = clause, id, signed && w.Calendar.Tick(day) <= by
		claim.Chance = e.count(func(r *lab.Ending) bool { return r.Signed[p] >= 0 && int(r.Signed[p]) <= by })
		claim.said = said(question{world: w, clause: c, states: []string{id}, by: by})
		claims = append(claims, claim)
	}
	return claims
}

// membership claims that a clause binds a state by a tick.
func (e *endings) membership(clause, id string, by int) Claim {
	w := e.world
	truth := w.Scenario.Truth[clause]
	day, joined := truth.Joined(id)
	joins := e.joins(clause, id)
	c := w.Clause(clause)
	claim := e.claim(e.state(id), IsMember, e.treaty(clause), by)
	claim.Clause, claim.State, claim.Truth = clause, id, joined && w.Calendar.Tick(day) <= by
	claim.Chance = e.count(func(r *lab.Ending) bool { t := joins(r); return t >= 0 && int(t) <= by })
	claim.said = said(question{world: w, clause: c, states: []string{id}, by: by, bound: true})
	return claim
}

// entry claims that a clause enters into force by a tick.
func (e *endings) entry(clause string, by int) Claim {
	w := e.world
	c := w.Clause(clause)
	truth := w.Scenario.Truth[clause].InForce
	claim := e.claim(e.treaty(clause), e.is(clause), "in force", by)
	claim.Clause, claim.Truth = clause, truth != 0 && w.Calendar.Tick(truth) <= by
	claim.Chance = e.count(func(r *lab.Ending) bool { return r.First[c] >= 0 && int(r.First[c]) <= by })
	claim.said = said(question{world: w, clause: c, by: by, bound: true})
	return claim
}

// jaccard is the mean over the runs of how far the set of those who came matches history's: shared members over all
// members of either (Jaccard 1901). Two empty sets match.
func (e *endings) jaccard(truth []bool, came func(r *lab.Ending, k int) bool) float64 {
	runs := e.runs
	sum := 0.0
	for _, r := range runs {
		both, either := 0.0, 0.0
		for k, t := range truth {
			switch m := came(r, k); {
			case m && t:
				both++
				either++
			case m || t:
				either++
			}
		}
		if either == 0 {
			both, either = 1, 1
		}
		sum += both / either
	}
	return sum / float64(max(len(runs), 1))
}
