package lab

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"entente/sim"
)

// invitations tries the headline clause with each of its founders left out, and with each state that might have been one
// made one. They are the only changes that have no size: the one that goes farthest is the one to report.
func (h *hunt) invitations(w *sim.World) {
	clause := h.scenario.Clauses[h.Clause]
	for _, i := range ByRole(w, w.Headline()) {
		id := w.States[i]
		var other sim.Clause
		words := ""
		switch role := RoleOf(w, w.Headline(), i); {
		case role == Founder && id != h.State && len(clause.Founders) > 2:
			other, words = withoutFounder(clause, id), "without "+h.scenario.States[id].Name
		case role == OpenTo, role == Bystander:
			other, words = withFounder(clause, id), h.scenario.States[id].Name+" a founder"
		default:
			continue
		}
		t := h.try(&Move{Words: words, Set: clauseSettings(h.Clause, clause, other)}, func(s *sim.Scenario) {
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
	return c
}

// withFounder is a clause with one founder more, who need not wait to accede.
func withFounder(c sim.Clause, id string) sim.Clause {
	c.Founders = slices.Sorted(slices.Values(append(slices.Clone(c.Founders), id)))
	c.OpenTo = except(c.OpenTo, func(sim.Date) bool { return false })
	delete(c.OpenTo, id)
	return c
}

// clauseSettings is how to turn one clause into another after --set.
func clauseSettings(id string, from, to sim.Clause) []string {
	path := "clauses." + id + "."
	list := func(ids []string) string {
		var quoted []string
		for _, id := range ids {
			quoted = append(quoted, strconv.Quote(id))
		}
		return "[" + strings.Join(quoted, ", ") + "]"
	}
	sets := []string{path + "founders=" + list(to.Founders)}
	if len(to.Required) != len(from.Required) {
		sets = append(sets, path+"required="+list(to.Required))
	}
	if to.Minimum != from.Minimum {
		sets = append(sets, path+"minimum="+strconv.Itoa(to.Minimum))
	}
	if len(to.OpenTo) != len(from.OpenTo) { // tables are merged, so that one must be emptied before another takes its place
		sets = append(sets, path+"open_to=[]")
		var dates []string
		for _, id := range slices.Sorted(maps.Keys(to.OpenTo)) {
			dates = append(dates, id+" = "+strconv.Quote(to.OpenTo[id].Text()))
		}
		if len(dates) > 0 {
			sets = append(sets, path+"open_to={ "+strings.Join(dates, ", ")+" }")
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
