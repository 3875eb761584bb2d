package lab

import (
	"context"
	"math"
	"slices"
	"sort"

	"entente/sim"
	"entente/sim/lab/stats"
)

// played is what is kept of the runs of a world that is to be laid beside another: how its headline clause fared.
type played struct {
	world    *sim.World
	outcomes []outcome // by run
	failures []Failure
	finished int // runs that ended, failed ones included
}

// outcome is how one run ended.
type outcome struct {
	failed  bool
	inForce bool
	members int
	signed  []bool // state
}

// playEnd plays a world and keeps how its runs end. before is the number of runs that were played in other worlds.
func playEnd(ctx context.Context, w *sim.World, before int, opts Options) *played {
	if done := opts.Done; done != nil {
		opts.Done = func(count int) { done(before + count) }
	}
	opts.endOnly = true
	e := Play(ctx, w, opts)
	n, h := w.N(), w.Headline()
	p := &played{world: w, outcomes: make([]outcome, len(e.records)), failures: e.Failures, finished: e.Finished}
	for k, r := range e.records {
		if r.failure != "" {
			p.outcomes[k].failed = true
			continue
		}
		o := outcome{inForce: r.AtEnd[h], members: int(trues(r.Bound[h*n : h*n+n])), signed: make([]bool, n)}
		for i := range n {
			o.signed[i] = r.Signed[h*n+i] >= 0
		}
		p.outcomes[k] = o
	}
	return p
}

// ends says how often the clause is in force at the end, with how many members on average, over how many runs.
func (p *played) ends() (inForce stats.Share, members float64, runs int) {
	count, sum := 0, 0
	for _, o := range p.outcomes {
		if !o.failed {
			runs++
			sum += o.members
			if o.inForce {
				count++
			}
		}
	}
	if runs > 0 {
		members = float64(sum) / float64(runs)
	}
	return stats.ShareOf(count, runs), members, runs
}

// signed is how often a state ever signs.
func (p *played) signed(id string) stats.Share {
	count, runs := 0, 0
	for _, o := range p.outcomes {
		if !o.failed {
			runs++
			if p.signs(o, id) {
				count++
			}
		}
	}
	return stats.ShareOf(count, runs)
}

func (p *played) signs(o outcome, id string) bool {
	i, ok := slices.BinarySearch(p.world.States, id)
	return ok && o.signed[i]
}

// role is what the headline clause offers a state.
func (p *played) role(id string) Role {
	i, ok := slices.BinarySearch(p.world.States, id)
	if !ok {
		return Absent
	}
	return RoleOf(p.world, p.world.Headline(), i)
}

// invited lists the states that the headline clause is offered to: founders, then those it is open to; by name within
// each.
func (p *played) invited() []string {
	var ids []string
	for _, i := range ByRole(p.world, p.world.Headline()) {
		if id := p.world.States[i]; p.role(id).Invited() {
			ids = append(ids, id)
		}
	}
	return ids
}

// Beside is a world, the second, beside another, the first. Both are played with the same luck, run by run; only runs
// that came to an end in both count. Each is looked at where it ends, and by its own headline clause.
type Beside struct {
	Pairs   int               `json:"pairs"`    // runs that both worlds share
	InForce stats.PairedShare `json:"in_force"` // the headline clause at the end
	Members stats.PairedMean  `json:"members"`  // its ratified members at the end
	States  []StateChange     `json:"states"`   // those invited in the first: founders, then those it is open to, by name within each; then those invited in the second only
}

// StateChange is what becomes of one state from the first world to the second: how often it ever signs the headline
// clause.
type StateChange struct {
	ID     string            `json:"id"`
	Name   string            `json:"name"`
	Role   Role              `json:"role"` // in the first world
	Signed stats.PairedShare `json:"signed"`

	Second Role `json:"-"` // its role in the second world
}

// Comparable tells whether the clause is offered to the state in both worlds.
func (st *StateChange) Comparable() bool { return st.Role.Invited() && st.Second.Invited() }

// beside lays the runs of two worlds side by side. States are matched by their ids.
func beside(first, second *played) Beside {
	var a, b []outcome
	for k := range min(len(first.outcomes), len(second.outcomes)) {
		if x, y := first.outcomes[k], second.outcomes[k]; !x.failed && !y.failed {
			a, b = append(a, x), append(b, y)
		}
	}
	inForce := func(o outcome) bool { return o.inForce }
	members := func(o outcome) int { return o.members }
	invited, others := first.invited(), second.invited()
	r := Beside{
		Pairs: len(a), InForce: stats.PairShares(each(a, inForce), each(b, inForce)),
		Members: stats.PairMeans(each(a, members), each(b, members), max(len(invited), len(others))),
	}
	for _, id := range union(invited, others) {
		r.States = append(r.States, StateChange{
			ID: id, Name: nameIn(id, first, second), Role: first.role(id), Second: second.role(id),
			Signed: stats.PairShares(each(a, func(o outcome) bool { return first.signs(o, id) }),
				each(b, func(o outcome) bool { return second.signs(o, id) })),
		})
	}
	return r
}

func each[T any](runs []outcome, of func(outcome) T) []T {
	v := make([]T, len(runs))
	for k, o := range runs {
		v[k] = of(o)
	}
	return v
}

// union lists what is in any of some lists, in the order in which it is first met.
func union(lists ...[]string) []string {
	var all []string
	for _, list := range lists {
		for _, id := range list {
			if !slices.Contains(all, id) {
				all = append(all, id)
			}
		}
	}
	return all
}

// nameIn is what a state is called in the first of some worlds that has it.
func nameIn(id string, worlds ...*played) string {
	for _, p := range worlds {
		if s, ok := p.world.Scenario.States[id]; ok {
			return s.Name
		}
	}
	panic("lab: no world has a state " + id)
}

// Movers lists the states that both worlds invite and whose signing changes beyond luck, the most moved first.
func (r *Beside) Movers() []StateChange {
	var moved []StateChange
	for _, st := range r.States {
		if st.Comparable() && st.Signed.Change.BeyondLuck() {
			moved = append(moved, st)
		}
	}
	sort.SliceStable(moved, func(x, y int) bool {
		return math.Abs(moved[x].Signed.Change.Mean) > math.Abs(moved[y].Signed.Change.Mean)
	})
	return moved
}
