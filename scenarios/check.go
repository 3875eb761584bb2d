package scenarios

import (
	"maps"
	"slices"
	"strings"

	"entente/sim"
)

// The bounds of what a scenario may hold. A longer horizon or a larger world is most likely a slip.
const (
	longest    = 200 // years
	fewest     = 2   // states
	mostState  = 200
	mostPoints = 12 * longest // of a figure over time
)

// check finds what no single figure shows: where two figures contradict each other. Figures that are not given, or
// could not be read, are 0 and are passed over.
func (d *decoder) check(s *sim.Scenario) {
	if !d.horizon(s) { // no date can be held to it
		whole := *s
		whole.Start, whole.End = 0, 0
		s = &whole
	}
	d.theory(s)
	d.states(s)
	d.relations(s)
	for _, id := range sorted(s.Ties) {
		t, path := s.Ties[id], "ties."+id
		d.term(s, path, t.Since, t.Until)
		if t.Return != nil && t.Guarantor == "" {
			d.wrong(path+".return_depth", "is what a guarantor may count on, and there is no guarantor")
		}
	}
	for _, id := range sorted(s.Arrangements) {
		d.term(s, "arrangements."+id, s.Arrangements[id].Since, s.Arrangements[id].Until)
	}
	for _, id := range sorted(s.Clauses) {
		if path := "clauses." + id; d.invitedAnew(path) {
			s.Clauses[id] = s.Clauses[id].Fitted()
		}
		d.clause(s, s.Clauses[id], "clauses."+id)
	}
	for _, id := range sorted(s.Shocks) {
		d.shock(s, s.Shocks[id], "shocks."+id)
	}
	for _, id := range sorted(s.Truth) {
		if c, ok := s.Clauses[id]; ok {
			d.truth(s, s.Truth[id], c, "truth."+id)
		}
	}
	d.targets(s.Targets)
}

// horizon tells whether the scenario has a time to play in.
func (d *decoder) horizon(s *sim.Scenario) bool {
	switch {
	case s.Start == 0 || s.End == 0:
	case s.End < s.Start:
		d.wrong("end", "is %s, before the start in %s", s.End.Text(), s.Start.Text())
	case s.End-s.Start > longest:
		d.wrong("end", "is %s, more than %d years after the start in %s", s.End.Text(), longest, s.Start.Text())
	default:
		return true
	}
	return false
}

// theory holds the rule of decision to those there are.
func (d *decoder) theory(s *sim.Scenario) {
	var names []string
	for _, t := range sim.Theories() {
		names = append(names, t.Name)
	}
	if !slices.Contains(names, s.Theory) && !d.faults.within("theory") {
		d.wrong("theory", "is %q, must be %s%s", s.Theory, list(names, "or"), d.faults.meant(s.Theory, names))
	}
}

func (d *decoder) states(s *sim.Scenario) {
	if n := len(s.States); s.States != nil && n < fewest {
		d.wrong("states", "must be %d to %d, and are %d", fewest, mostState, n)
	}
	d.oneName(s)
	for _, id := range sorted(s.States) {
		x, path := s.States[id], "states."+id
		for _, key := range []string{"trade", "contest"} {
			if d.root.get(path+"."+key+"."+id) != nil {
				d.wrongName(path+"."+key, id, "names %s itself", id)
			}
		}
		d.tradeShares(x, path)
		if x.Barred != nil && x.Barred.Until != 0 && x.Barred.Until < x.Barred.From {
			d.wrong(path+".barred.until", "is %s, before it begins in %s", x.Barred.Until.Text(), x.Barred.From.Text())
		}
		without := slices.ContainsFunc(x.Capability, func(p sim.Point) bool { return p.Value <= 0 })
		if _, rival := s.Rivals[id]; rival && without && !d.faults.within(path+".capability") {
			d.wrong(path+".capability", "is 0, but %s is a rival, and a rival must have means", id)
		}
	}
}

// oneName holds states to names of their own, on which tables and charts rely. Names that differ in their capitals, or in
// blanks, are read as one.
func (d *decoder) oneName(s *sim.Scenario) {
	first := map[string]string{}
	for _, id := range sorted(s.States) {
		name := strings.ToLower(strings.Join(strings.Fields(s.States[id].Name), " "))
		if twin, twice := first[name]; twice && name != "" {
			d.wrong("states."+id+".name", "is %q, as that of %s: a reader could not tell the two apart", s.States[id].Name, twin)
		}
		first[name] = id
	}
}

// tradeShares holds the shares of a state's trade with all rivals to 1 in sum.
func (d *decoder) tradeShares(x sim.State, path string) {
	var dates []sim.Date
	for _, rival := range x.Trade {
		for _, p := range rival {
			dates = append(dates, p.Date)
		}
	}
	slices.Sort(dates)
	for _, date := range slices.Compact(dates) {
		sum := 0.0
		for _, id := range sorted(x.Trade) {
			sum += x.Trade[id].At(date)
		}
		if sum > 1+1e-9 {
			when := ""
			if date != 0 {
				when = " in " + date.Text()
			}
			d.wrong(path+".trade", "adds up to %.3g over the rivals%s; shares of trade cannot exceed 1", sum, when)
			return
		}
	}
}

func (d *decoder) relations(s *sim.Scenario) {
	first := map[string]string{}
	for _, id := range sorted(s.Relations) {
		path := "relations." + id
		if !bare(id) {
			continue
		}
		pair := d.pair(s, id, path)
		if pair == "" {
			continue
		}
		twin, twice := first[pair]
		if first[pair] = id; twice {
			at := d.nearest("relations." + twin)
			d.wrongKey(path, "is given twice: %s in %s, line %d, is the same pair", twin, at.src.name,
				at.src.line(at.mark.key.from)+1)
		}
	}
}

// pair is the two states that an id names, in alphabetical order; "" if it names no two.
func (d *decoder) pair(s *sim.Scenario, id, path string) string {
	pair := strings.Split(id, "-")
	if len(pair) != 2 {
		d.wrongKey(path, "does not name a pair; write two states with a dash between, such as JPN-KOR")
		return ""
	}
	for _, state := range pair {
		if _, known := s.States[state]; !known && len(s.States) > 0 {
			d.wrongKey(path, "names %q, which is not one of the states%s", state, d.faults.suggest(state, sorted(s.States)))
		}
	}
	slices.Sort(pair)
	if pair[0] == pair[1] {
		d.wrongKey(path, "names one state twice")
		return ""
	}
	return strings.Join(pair, "-")
}

// term checks when a tie or an arrangement is in force.
func (d *decoder) term(s *sim.Scenario, path string, since, until sim.Date) {
	if s.End != 0 && since > s.End {
		d.wrong(path+".since", "is %s, after the end of the scenario in %s", since.Text(), s.End.Text())
	}
	if until != 0 && until < since {
		d.wrong(path+".until", "is %s, before it came into force in %s", until.Text(), since.Text())
	}
}

// wrong notes a fault of the figure at path, or of the table that should hold it.
func (d *decoder) wrong(path, format string, args ...any) {
	d.faults.value(d.nearest(path), path, format, args...)
}

func (d *decoder) wrongKey(path, format string, args ...any) {
	d.faults.key(d.nearest(path), path, format, args...)
}

// wrongName notes a fault of one name in the list or table at path.
func (d *decoder) wrongName(path, name, format string, args ...any) {
	n := d.nearest(path)
	for _, item := range n.items {
		if item.value == name {
			d.faults.value(item, path, format, args...)
			return
		}
	}
	d.faults.key(d.nearest(join(path, name)), path, format, args...)
}

// nearest is the node at path, or the innermost around it.
func (d *decoder) nearest(path string) *node {
	for {
		if n := d.root.get(path); n != nil {
			return n
		}
		i := strings.LastIndex(path, ".")
		if i < 0 {
			return d.root
		}
		path = path[:i]
	}
}

func sorted[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
