package scenarios

import (
	"slices"

	"entente/sim"
)

func (d *decoder) clause(s *sim.Scenario, c sim.Clause, path string) {
	if s.End != 0 && c.Opens > s.End {
		d.wrong(path+".opens", "is %s, after the end of the scenario in %s", c.Opens.Text(), s.End.Text())
	}
	switch {
	case c.Closes == 0:
	case c.Closes < c.Opens:
		d.wrong(path+".closes", "is %s, before it opens in %s", c.Closes.Text(), c.Opens.Text())
	case c.Closes < s.Start:
		d.wrong(path+".closes", "is %s, before the scenario starts in %s", c.Closes.Text(), s.Start.Text())
	}
	for _, id := range c.Against {
		if slices.Contains(c.Founders, id) {
			d.wrongName(path+".founders", id, "names %s, whom the clause is against", id)
		}
		if _, open := c.OpenTo[id]; open {
			d.wrongName(path+".open_to", id, "names %s, whom the clause is against", id)
		}
	}
	for _, id := range sorted(c.OpenTo) {
		if slices.Contains(c.Founders, id) {
			d.wrongName(path+".open_to", id, "names %s, which is a founder already", id)
		}
	}
	d.members(s, c, path)
	d.opinions(c, path)
	if n := len(c.Founders); n > 0 && c.Minimum > n && !d.faults.within(path+".founders") {
		d.wrong(path+".minimum", "is %d, but only the founders can bring it into force, and they are %d", c.Minimum, n)
	}
}

// invitedAnew tells whether a --set says to whom a clause is offered.
func (d *decoder) invitedAnew(path string) bool {
	return slices.ContainsFunc([]string{".founders", ".open_to"}, func(list string) bool {
		n := d.root.get(path + list)
		return n != nil && n.src.set > 0
	})
}

// offered tells whether a clause is offered to a state.
func offered(c sim.Clause, id string) bool {
	_, open := c.OpenTo[id]
	return open || slices.Contains(c.Founders, id)
}

// members holds those whom a clause binds at the start to be such as could be bound by then.
func (d *decoder) members(s *sim.Scenario, c sim.Clause, path string) {
	at := path + ".members"
	for _, id := range sorted(c.Members) {
		switch since := c.Members[id]; {
		case !offered(c, id):
			d.wrongName(at, id, "names %s, to whom the clause is not offered; put it among the founders, or in open_to if it acceded", id)
		case since == 0:
		case s.Start != 0 && since > s.Start:
			d.wrong(at+"."+id, "is %s, after the scenario starts in %s; who comes in later is for the run to find: say in open_to "+
				"from when it may, and in truth that it did", since.Text(), s.Start.Text())
		case since < c.Opens:
			d.wrong(at+"."+id, "is %s, before the clause opens in %s", since.Text(), c.Opens.Text())
		}
	}
	if len(c.Members) == 1 {
		d.wrong(at, "names one state, and a clause in force binds at least two")
	}
}

// opinions holds what is thought of a clause in particular to those who have a say in that way: the invited a stance, others
// a blessing.
func (d *decoder) opinions(c sim.Clause, path string) {
	for _, id := range sorted(c.Stance) {
		if !offered(c, id) {
			d.wrongName(path+".stance", id, "names %s, to whom the clause is not offered; what it makes of it from outside is its blessing", id)
		}
	}
	for _, id := range sorted(c.Blessing) {
		switch {
		case offered(c, id):
			d.wrongName(path+".blessing", id, "names %s, to whom the clause is offered; what it thinks of it is its stance", id)
		case slices.Contains(c.Against, id):
			d.wrongName(path+".blessing", id, "names %s, whom the clause is against, and nobody asks it", id)
		}
	}
}
