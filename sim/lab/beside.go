package lab

import (
	"cmp"
	"math"
	"slices"

	"entente/sim"
	"entente/sim/lab/stats"
)

// view is the runs of one cell, to be laid beside those of another: how its headline clause fared.
type view struct {
	world *sim.World
	runs  []*Ending // failed ones included
}

// view is that of a cell.
func (p *Plays) view(cell int) *view { return &view{p.Cells[cell].World, p.Endings(cell)} }

func (v *view) inForce(d *Ending) bool { return d.AtEnd[v.world.Headline()] }

func (v *view) members(d *Ending) int { return d.Members(v.world, v.world.Headline()) }

// ends says how often the clause is in force at the end, with how many members on average, over how many runs.
func (v *view) ends() (inForce stats.Share, members float64, runs int) {
	good, sum := v.good(), 0
	for _, d := range good {
		sum += v.members(d)
	}
	if runs = len(good); runs > 0 {
		members = float64(sum) / float64(runs)
	}
	return Drawn(good).Share(each(good, v.inForce)), members, runs
}

// good are the runs that did not fail.
func (v *view) good() []*Ending {
	return slices.DeleteFunc(slices.Clone(v.runs), func(d *Ending) bool { return d.Failure != "" })
}

// signed is how often a state ever signs.
func (v *view) signed(id string) stats.Share {
	good := v.good()
	return Drawn(good).Share(each(good, func(d *Ending) bool { return v.signs(d, id) }))
}

func (v *view) signs(d *Ending, id string) bool {
	i, ok := slices.BinarySearch(v.world.States, id)
	return ok && d.Signed[v.world.Headline()*v.world.N()+i] >= 0
}

// role is what the headline clause offers a state.
func (v *view) role(id string) Role {
	i, ok := slices.BinarySearch(v.world.States, id)
	if !ok {
		return Absent
	}
	return RoleOf(v.world, v.world.Headline(), i)
}

// boundAtStart tells whether the headline clause bound a state when the world began.
func (v *view) boundAtStart(id string) bool {
	return BoundAtStart(&v.world.Scenario, v.world.Scenario.Headline, id)
}

// invited lists the states that the headline clause is offered to: founders, then those it is open to; by name within
// each.
func (v *view) invited() []string {
	var ids []string
	for _, i := range ByRole(v.world, v.world.Headline()) {
		if id := v.world.States[i]; v.role(id).Invited() {
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
	// those invited in the first: founders, then those it is open to, by name within each; then those invited in the
	// second only
	States []StateChange `json:"states"`
}

// StateChange is what becomes of one state from the first world to the second: how often it ever signs the headline
// clause.
type StateChange struct {
	ID     string            `json:"id"`     // as in the scenario
	Name   string            `json:"name"`   // of the state, for people
	Role   Role              `json:"role"`   // in the first world
	Signed stats.PairedShare `json:"signed"` // whether it ever signs, in either world, run by run

	Second Role `json:"second_role"` // in the second world
}

// Comparable tells whether the clause is offered to the state in both worlds.
func (st *StateChange) Comparable() bool { return st.Role.Invited() && st.Second.Invited() }

// beside lays the runs of two worlds side by side. States are matched by their ids.
func beside(first, second *view) Beside {
	var a, b []*Ending
	for k := range min(len(first.runs), len(second.runs)) {
		if x, y := first.runs[k], second.runs[k]; x.Failure == "" && y.Failure == "" {
			a, b = append(a, x), append(b, y)
		}
	}
	invited, others := first.invited(), second.invited()
	by := drawnOfBoth(a, b)
	r := Beside{
		Pairs: len(a), InForce: by.PairShares(each(a, first.inForce), each(b, second.inForce)),
		Members: by.PairMeans(each(a, first.members), each(b, second.members), max(len(invited), len(others))),
		States:  []StateChange{},
	}
	for _, id := range union(invited, others) {
		r.States = append(r.States, StateChange{
			ID: id, Name: nameIn(id, first, second), Role: first.role(id), Second: second.role(id),
			Signed: by.PairShares(each(a, func(d *Ending) bool { return first.signs(d, id) }),
				each(b, func(d *Ending) bool { return second.signs(d, id) })),
		})
	}
	return r
}

// drawnOfBoth is what the runs were played with that two worlds share: that of either, if the other holds it.
func drawnOfBoth(first, second []*Ending) stats.Drawn {
	by, other := Drawn(first), Drawn(second)
	for k, d := range other {
		at := by[k].At
		if len(d.At) > len(at) { // of two worlds one may hold a constant that the other draws
			at = d.At
		}
		by[k] = stats.Dealt{Draw: max(by[k].Draw, d.Draw), Coding: max(by[k].Coding, d.Coding), At: at} // one of the two, or none
	}
	return by
}

func each[R, T any](runs []R, of func(R) T) []T {
	v := make([]T, len(runs))
	for k, d := range runs {
		v[k] = of(d)
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
func nameIn(id string, worlds ...*view) string {
	for _, v := range worlds {
		if s, ok := v.world.Scenario.States[id]; ok {
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
	slices.SortStableFunc(moved, func(x, y StateChange) int {
		return cmp.Compare(math.Abs(y.Signed.Change.Mean), math.Abs(x.Signed.Change.Mean))
	})
	return moved
}
