package lab

import (
	"cmp"
	"slices"
	"strings"

	"entente/sim"
	"entente/sim/lab/stats"
)

// Summarise says what the runs of an ensemble have in common. Failed runs are left out.
func (e *Ensemble) Summarise() *Summary {
	w := e.World
	runs := e.good()
	headline := w.Headline()
	s := &Summary{
		Head: NewHead("run", w, Options{Runs: e.Asked, Seed: e.Seed}), YearEnds: w.Calendar.YearEnds(), Others: []ClauseShare{},
	}
	s.Runs, s.Played, s.Failures = len(runs), e.Finished, append(s.Failures, e.Failures...)
	for t := range w.Calendar.Ticks() {
		s.Labels = append(s.Labels, w.Calendar.Label(t))
		s.Dates = append(s.Dates, float64(w.Calendar.Date(t)))
		s.InForce = append(s.InForce, count(runs, func(r *record) bool { return r.inForce[t] }))
	}
	s.EverSigned = count(runs, func(r *record) bool { return r.most >= 2 })
	e.summariseMembers(s, runs, headline)
	for _, i := range ByRole(w, headline) {
		s.States = append(s.States, e.summariseState(runs, headline, i))
	}
	for c, id := range w.Clauses {
		if c != headline {
			s.Others = append(s.Others, ClauseShare{
				ID: id, Title: w.Scenario.Clauses[id].Title, InForce: count(runs, func(r *record) bool { return r.AtEnd[c] }),
				When: medianTick(w, runs, func(r *record) int32 { return r.First[c] }),
			})
		}
	}
	s.Web = e.summariseWeb(runs)
	return s
}

// count is the share of runs of which something is true.
func count(runs []*record, is func(*record) bool) stats.Share {
	n := 0
	for _, r := range runs {
		if is(r) {
			n++
		}
	}
	return stats.ShareOf(n, len(runs))
}

// over is the spread of a figure over the runs that have it.
func over(runs []*record, of func(*record) (float64, bool)) stats.Spread {
	var v []float64
	for _, r := range runs {
		if x, ok := of(r); ok {
			v = append(v, x)
		}
	}
	return stats.SpreadOf(v)
}

// medianTick names the median tick of an event among the runs in which it happened; "" if in none.
func medianTick(w *sim.World, runs []*record, at func(*record) int32) string {
	var ticks []int32
	for _, r := range runs {
		if t := at(r); t >= 0 {
			ticks = append(ticks, t)
		}
	}
	if len(ticks) == 0 {
		return ""
	}
	return w.Calendar.Label(int(stats.Median(ticks)))
}

func (e *Ensemble) summariseMembers(s *Summary, runs []*record, headline int) {
	w, n := e.World, e.World.N()
	members := func(r *record) float64 {
		m := 0.0
		for _, bound := range r.Bound[headline*n : headline*n+n] {
			if bound {
				m++
			}
		}
		return m
	}
	s.Members = over(runs, func(r *record) (float64, bool) { return members(r), true })
	s.MembersGiven = over(runs, func(r *record) (float64, bool) { return members(r), r.AtEnd[headline] })
	first := over(runs, func(r *record) (float64, bool) {
		t := r.First[headline]
		return float64(w.Calendar.Date(int(t))), t >= 0
	})
	if first != (stats.Spread{}) {
		s.FirstInForce = &first
	}
}

// RoleOf is what clause c offers state i.
func RoleOf(w *sim.World, c, i int) Role {
	founders, openTo := w.Invited(c)
	switch {
	case slices.Contains(founders, i):
		return Founder
	case slices.Contains(openTo, i):
		return OpenTo
	case slices.Contains(w.Rivals, w.States[i]):
		return RivalRole
	}
	return Bystander
}

// ByRole lists the states by role, and by name within each.
func ByRole(w *sim.World, headline int) []int {
	rank := map[Role]int{Founder: 0, OpenTo: 1, Bystander: 2, RivalRole: 3}
	order := make([]int, w.N())
	for i := range order {
		order[i] = i
	}
	name := func(i int) string { return w.Scenario.States[w.States[i]].Name }
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Or(rank[RoleOf(w, headline, i)]-rank[RoleOf(w, headline, j)], cmp.Compare(name(i), name(j)))
	})
	return order
}

func (e *Ensemble) summariseState(runs []*record, headline, i int) StateSummary {
	w, n := e.World, e.World.N()
	place := headline*n + i
	state := w.Scenario.States[w.States[i]]
	s := StateSummary{
		ID: w.States[i], Name: state.Name, Role: RoleOf(w, headline, i), Latitude: state.Latitude, Longitude: state.Longitude,
		Signed:    count(runs, func(r *record) bool { return r.Signed[place] >= 0 }),
		Ratified:  count(runs, func(r *record) bool { return r.Ratified[place] >= 0 }),
		Member:    count(runs, func(r *record) bool { return r.Bound[place] }),
		When:      medianTick(w, runs, func(r *record) int32 { return r.Signed[place] }),
		TradeLost: over(runs, func(r *record) (float64, bool) { return r.lost[i], true }),
	}
	for t := range w.Calendar.Ticks() {
		s.SignedBy = append(s.SignedBy,
			count(runs, func(r *record) bool { return r.Signed[place] >= 0 && int(r.Signed[place]) <= t }))
	}
	for _, r := range runs {
		if r.decided[i] > 0 {
			s.Decided++
			s.Willing += r.willing[i]
			for k, v := range r.terms[i] {
				s.Terms[k] += v
			}
		}
	}
	if s.Decided > 0 {
		for k := range s.Terms {
			s.Terms[k] /= float64(s.Decided)
		}
		s.Utility = s.Terms.Sum()
		s.Willing /= float64(s.Decided)
	}
	var t stats.Tally
	path := func(kind int) []stats.Spread {
		ticks := w.Calendar.Ticks()
		p := make([]stats.Spread, ticks)
		for tick := range ticks {
			for _, r := range runs {
				t.Add(r.cells[(kind*ticks+tick)*n+i])
			}
			p[tick] = t.Spread()
		}
		return p
	}
	s.Threat, s.Alarm, s.Dependence = path(cellThreat), path(cellAlarm), path(cellDependence)
	s.Cooperation, s.Chance, s.Ground = path(cellCooperation), path(cellChance), path(cellGround)
	return s
}

func (e *Ensemble) summariseWeb(runs []*record) Web {
	w, n := e.World, e.World.N()
	web := Web{Pairs: []Pair{}, PerTick: []stats.Spread{}}
	pairs(n, func(p, i, j int) {
		pair := Pair{A: w.States[i], B: w.States[j], Start: int(e.start.rungs[p])}
		var counts [len(pair.Rungs)]int
		ends, depths := 0, 0
		for _, r := range runs {
			counts[r.rungs[p]]++
			ends += int(r.rungs[p])
			depths += int(r.depths[p])
		}
		if pair.Start == 0 && ends == 0 {
			return
		}
		for k := range counts {
			pair.Rungs[k] = stats.ShareOf(counts[k], len(runs))
		}
		pair.Depth[0] = e.start.depths[p]
		if len(runs) > 0 {
			pair.End = float64(ends) / float64(len(runs))
			pair.Depth[1] = float64(depths) / float64(len(runs)) / stats.Grain
		}
		web.Pairs = append(web.Pairs, pair)
	})
	atLeast := func(rungs []int8, rung int8) float64 {
		c := 0
		for _, r := range rungs {
			if r >= rung {
				c++
			}
		}
		return float64(c)
	}
	both := func(rung int8) [2]stats.Spread {
		return [2]stats.Spread{
			stats.SpreadOf([]float64{atLeast(e.start.rungs, rung)}),
			over(runs, func(r *record) (float64, bool) { return atLeast(r.rungs, rung), true }),
		}
	}
	web.Ties, web.AccessOrMore = both(sim.RungExercises), both(sim.RungAccess)
	for t := range w.Calendar.Ticks() {
		web.PerTick = append(web.PerTick, over(runs, func(r *record) (float64, bool) { return float64(r.ties[t]), true }))
	}
	web.Minilaterals = [2]stats.Spread{
		stats.SpreadOf([]float64{trues(e.start.awake)}),
		over(runs, func(r *record) (float64, bool) { return trues(r.awake) + trues(r.grownOn), true }),
	}
	web.Arrangements = e.summariseArrangements(runs)
	return web
}

func trues(v []bool) float64 {
	c := 0.0
	for _, b := range v {
		if b {
			c++
		}
	}
	return c
}

// summariseArrangements lists the scenario's minilaterals, then those that runs founded, the most frequent first.
func (e *Ensemble) summariseArrangements(runs []*record) []ArrangementEnd {
	w := e.World
	all := []ArrangementEnd{}
	for c, id := range w.Arrangements {
		a := w.Scenario.Arrangements[id]
		all = append(all, ArrangementEnd{
			Title: a.Title, Members: a.Members, AtStart: e.start.awake[c],
			AtEnd: count(runs, func(r *record) bool { return r.awake[c] }),
		})
	}
	times := map[sim.Set]int{}
	for _, r := range runs {
		for g, set := range r.grown {
			if r.grownOn[g] {
				times[set]++
			}
		}
	}
	var grew []ArrangementEnd
	for set, n := range times {
		ids := w.IDs(set)
		grew = append(grew, ArrangementEnd{
			Title: strings.Join(ids, "-"), Members: ids, Grew: true, AtEnd: stats.ShareOf(n, len(runs)),
		})
	}
	slices.SortFunc(grew, func(a, b ArrangementEnd) int {
		return cmp.Or(b.AtEnd.Count-a.AtEnd.Count, cmp.Compare(a.Title, b.Title))
	})
	return append(all, grew...)
}
