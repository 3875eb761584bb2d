package lab

import (
	"cmp"
	"slices"

	"entente/sim"
)

// Role is what the headline clause offers a state.
type Role string

// The roles. Absent is that of a state which one world has and another has not.
const (
	Founder   Role = "founder"
	OpenTo    Role = "open to"
	Bystander Role = "bystander"
	RivalRole Role = "rival"
	Absent    Role = "absent"
)

// Invited tells whether the clause is offered to a state of this role.
func (r Role) Invited() bool { return r == Founder || r == OpenTo }

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

// BoundAtStart tells whether a clause bound a state when the scenario began: what it signed it has signed before.
func BoundAtStart(s *sim.Scenario, clause, state string) bool {
	_, bound := s.Clauses[clause].Members[state]
	return bound
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
