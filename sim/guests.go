package sim

import "slices"

// Fitted is a clause whose guests have changed: who is offered it no more is no member of it and has no stance on it, and who
// is offered it does not bless it from outside.
func (c Clause) Fitted() Clause {
	offered := func(id string) bool {
		_, open := c.OpenTo[id]
		return open || slices.Contains(c.Founders, id)
	}
	c.Members = keep(c.Members, offered)
	if len(c.Members) < 2 { // it binds nobody
		c.Members = nil
	}
	c.Stance = keep(c.Stance, offered)
	c.Blessing = keep(c.Blessing, func(id string) bool { return !offered(id) })
	return c
}

// keep is the rows of some ids; nil if there are none.
func keep[T any](rows map[string]T, wanted func(id string) bool) map[string]T {
	var kept map[string]T
	for id, row := range rows {
		if wanted(id) {
			if kept == nil {
				kept = map[string]T{}
			}
			kept[id] = row
		}
	}
	return kept
}
