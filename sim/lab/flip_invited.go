package lab

import (
	"maps"
	"slices"

	"entente/sim"
)

// invitations tries the headline clause with each of its founders left out, and with each state that might have been one
// made one. They are the only changes that have no size: the one that goes farthest is the one to report.
func (h *hunt) invitations(w *sim.World) {
	clause := h.scenario.Clauses[h.Clause]
	for _, i := range ByRole(w, w.Headline()) {
		id := w.States[i]
		var other sim.Clause
		move := &Move{}
		switch role := RoleOf(w, w.Headline(), i); {
		case role == Founder && id != h.State && len(clause.Founders) > 2:
			other, move.Left = withoutFounder(clause, id), id
		case role == OpenTo, role == Bystander:
			other, move.Founder = withFounder(clause, id), id
		default:
			continue
		}
		move.Set = clauseSettings(h.Clause, clause, other)
		t := h.try(move, func(s *sim.Scenario) {
			s.Clauses = with(s.Clauses, s.Headline, other)
		})
		if t == nil {
			break
		}
		h.Invited = append(h.Invited, t)
	}
	slices.SortStableFunc(h.Invited, func(a, b *Move) int {
		switch {
		case h.better(a, b):
			return -1
		case h.better(b, a):
			return 1
		}
		return 0
	})
}

// withoutFounder is a clause that one founder is not asked to. Nobody waits for its ratification, and the others are
// enough to bring the clause into force.
func withoutFounder(c sim.Clause, id string) sim.Clause {
	gone := func(other string) bool { return other == id }
	c.Founders = slices.DeleteFunc(slices.Clone(c.Founders), gone)
	c.Required = slices.DeleteFunc(slices.Clone(c.Required), gone)
	c.Minimum = min(c.Minimum, len(c.Founders))
	return c.Fitted()
}

// withFounder is a clause with one founder more, who need not wait to accede.
func withFounder(c sim.Clause, id string) sim.Clause {
	c.Founders = slices.Sorted(slices.Values(append(slices.Clone(c.Founders), id)))
	c.OpenTo = except(c.OpenTo, func(sim.Date) bool { return false })
	delete(c.OpenTo, id)
	return c.Fitted()
}

// clauseSettings is what turns one clause into another.
func clauseSettings(id string, from, to sim.Clause) []Setting {
	path := "clauses." + id + "."
	sets := []Setting{{Path: path + "founders", Names: to.Founders}}
	if len(to.Required) != len(from.Required) {
		sets = append(sets, Setting{Path: path + "required", Names: to.Required})
	}
	if to.Minimum != from.Minimum {
		sets = append(sets, number(path+"minimum", float64(to.Minimum)))
	}
	if len(to.OpenTo) != len(from.OpenTo) { // tables are merged, so that one must be emptied before another takes its place
		sets = append(sets, Setting{Path: path + "open_to"})
		if len(to.OpenTo) > 0 {
			sets = append(sets, Setting{Path: path + "open_to", Dates: to.OpenTo})
		}
	}
	return sets
}

// with is a copy of a map with one row more, or another in its place.
func with[T any](rows map[string]T, id string, row T) map[string]T {
	more := maps.Clone(rows)
	if more == nil {
		more = map[string]T{}
	}
	more[id] = row
	return more
}
