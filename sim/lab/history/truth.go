package history

import (
	"maps"
	"slices"
	"strings"

	"entente/sim"
	"entente/sim/lab"
)

// EpisodeOf is the episode that a scenario with a truth tells of itself: who signs by when, who is a member by when,
// who never, which clauses never come into force, and what became of those that did. It is scored beside the simple
// rules; there is a verdict if the scenario gives targets. Whoever knows that the shipped constants were fitted to it
// says so.
func EpisodeOf(s sim.Scenario) Episode {
	return Episode{ID: s.Name, Title: strings.TrimSuffix(s.Title, "."), Scenario: s.Name, judge: judgeByTruth, byTruth: true}
}

func judgeByTruth(e *endings, v *Verdict) {
	for _, clause := range slices.Sorted(maps.Keys(e.world.Scenario.Truth)) {
		e.byTruth(clause, v)
	}
}

// byTruth claims what the truth of one clause says.
func (e *endings) byTruth(clause string, v *Verdict) {
	w := e.world
	s, t := w.Scenario.Clauses[clause], w.Scenario.Truth[clause]
	last := w.Calendar.Ticks() - 1
	var members []Claim
	claim := func(claims ...Claim) { v.Claims = append(v.Claims, claims...) }
	for _, id := range t.Scored(&s) {
		if s.Members[id] != 0 { // it was one before
			continue
		}
		founder := slices.Contains(s.Founders, id)
		if founder {
			claim(e.signatures(clause, []string{id}, e.lastCall(clause))...)
		}
		day, joined := t.Joined(id)
		by := last
		if joined {
			by = min(w.Calendar.Tick(day+1), by)
		}
		if joined || t.Signed[id] != 0 || !founder {
			members = append(members, e.membership(clause, id, by))
		}
		for _, d := range t.By {
			if at := w.Calendar.Tick(d); at >= 0 && at < last && at != by {
				members = append(members, e.membership(clause, id, at))
			}
		}
	}
	slices.SortStableFunc(members, func(a, b Claim) int { return strings.Compare(a.By, b.By) })
	claim(members...)
	if len(s.Members) == 0 {
		by := last
		if t.InForce != 0 {
			by = min(w.Calendar.Tick(t.InForce+1), by)
			v.Dates = append(v.Dates, e.date(e.treaty(clause)+" "+e.is(clause)+" in force", t.InForce,
				func(r *lab.Ending) int32 { return r.First[w.Clause(clause)] }))
		}
		claim(e.entry(clause, by))
	}
	if len(s.Members) > 0 || t.Ended != 0 {
		claim(e.lasting(clause))
	}
	for _, id := range w.States {
		if _, parted := t.Parted(id); parted && t.Ended == 0 {
			claim(e.bound(clause, id))
		}
	}
	for k, tie := range lab.AskedTies(w) {
		if tie.Clause == clause {
			claim(e.tie(k, tie))
		}
	}
}

// lastCall is the tick by which signatures are scored: a year after history's first, or the last day for them, or the end.
func (e *endings) lastCall(clause string) int {
	w := e.world
	if _, signed := firstDay(w.Scenario.Truth[clause]); signed {
		return deadline(w, clause)
	}
	if closes := w.Scenario.Clauses[clause].Closes; closes != 0 {
		return min(w.Calendar.Tick(closes), w.Calendar.Ticks()-1)
	}
	return w.Calendar.Ticks() - 1
}

// lasting claims that a clause is in force at the end.
func (e *endings) lasting(clause string) Claim {
	w := e.world
	c, t, s := w.Clause(clause), w.Scenario.Truth[clause], w.Scenario.Clauses[clause]
	last := w.Calendar.Ticks() - 1
	began := len(s.Members) > 0 || t.InForce != 0 && w.Calendar.Tick(t.InForce) <= last
	claim := e.claim(e.treaty(clause), e.is(clause), "in force", last).atEnd()
	claim.Clause, claim.Truth = clause, began && (t.Ended == 0 || w.Calendar.Tick(t.Ended) > last)
	claim.Chance = e.count(func(r *lab.Ending) bool { return r.AtEnd[c] })
	claim.said = said(question{world: w, clause: c, by: last, bound: true})
	return claim
}

// bound claims that a clause binds a state on the last day that left it in history, or sat out.
func (e *endings) bound(clause, id string) Claim {
	w := e.world
	c, t := w.Clause(clause), w.Scenario.Truth[clause]
	last := w.Calendar.Ticks() - 1
	day, _ := t.Parted(id)
	claim := e.claim(e.state(id), IsBound, e.treaty(clause), last).atEnd()
	claim.Clause, claim.State, claim.Truth = clause, id, w.Calendar.Tick(day) > last
	claim.Chance = e.count(func(r *lab.Ending) bool { return r.Bound[c*w.N()+w.State(id)] })
	claim.said = said(question{world: w, clause: c, states: []string{id}, by: last, bound: true})
	return claim
}

// tie claims that two states reach a rung of cooperation: a year after history's day, or by the end if they did not.
func (e *endings) tie(k int, tie lab.AskedTie) Claim {
	w := e.world
	c, by := w.Clause(tie.Clause), w.Calendar.Ticks()-1
	if tie.Since != 0 {
		by = min(w.Calendar.Tick(tie.Since+1), by)
	}
	one, other, _ := strings.Cut(tie.Pair, "-")
	claim := e.claim(e.state(one)+" and "+e.state(other), "have a tie of", string(tie.Kind), by)
	claim.Clause, claim.Truth = tie.Clause, tie.Since != 0 && w.Calendar.Tick(tie.Since) <= by
	claim.Chance = e.count(func(r *lab.Ending) bool { return r.Ties[k] >= 0 && int(r.Ties[k]) <= by })
	claim.said = said(question{world: w, clause: c, states: []string{one, other}, by: by})
	return claim
}

// hold holds a verdict to the targets that a scenario gives.
func (v *Verdict) hold(t sim.Targets) {
	if len(v.Scores) == 0 {
		return
	}
	model := v.Scores[0]
	if t.Brier != 0 {
		v.atMost("Brier score", model.Brier, t.Brier, "mean squared error")
	}
	if t.Log != 0 {
		v.atMost("log score", model.Log, t.Log, "nats")
	}
	if t.Accuracy != 0 {
		v.atLeast("on the right side of one half", model.Accuracy, t.Accuracy, "share of claims")
	}
}
