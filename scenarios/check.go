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

// complete fills in what a scenario may leave to other figures.
func (d *decoder) complete(s *sim.Scenario) {
	for id, x := range s.States {
		if x.Centre == nil {
			x.Centre = slices.Clone(x.Stance)
			s.States[id] = x
		}
	}
	for _, c := range s.Clauses {
		for id, from := range c.OpenTo {
			if from == 0 {
				c.OpenTo[id] = c.Opens
			}
		}
	}
	for _, x := range s.Shocks {
		share, all := x.Felt[sim.Everyone]
		if !all {
			continue
		}
		delete(x.Felt, sim.Everyone)
		for id := range s.States {
			if _, own := x.Felt[id]; !own && id != x.Actor {
				x.Felt[id] = share
			}
		}
	}
}

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
		d.wrong("theory", "is %q, must be %s%s", s.Theory, list(names, "or"), d.faults.suggest(s.Theory, names))
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
	if n := len(c.Founders); c.Minimum > n && !d.faults.within(path+".founders") {
		d.wrong(path+".minimum", "is %d, but only the founders can bring it into force, and they are %d", c.Minimum, n)
	}
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
			d.wrong(at+"."+id, "is %s, after the scenario starts in %s; who comes in later is for the run to find: say in open_to from when it may, "+
				"and in truth that it did", since.Text(), s.Start.Text())
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

// truth holds the record of a clause to what can have been.
func (d *decoder) truth(s *sim.Scenario, t sim.Truth, c sim.Clause, path string) {
	for _, id := range t.NotAsked {
		switch {
		case slices.Contains(t.Candidates, id):
			d.wrongName(path+".not_asked", id, "names %s, which is among the candidates", id)
		case t.Signed[id] != 0:
			d.wrongName(path+".not_asked", id, "names %s, which signed", id)
		}
	}
	for _, id := range sorted(t.Members) {
		switch {
		case t.InForce == 0 && len(c.Members) == 0:
			d.wrongName(path+".members", id, "names %s, but the clause never came into force: in_force is not given", id)
		case t.Members[id] != 0 && t.Members[id] < t.Signed[id]:
			d.wrong(path+".members."+id, "is %s, before it signed in %s", t.Members[id].Text(), t.Signed[id].Text())
		}
	}
	for key, dates := range map[string]map[string]sim.Date{"left": t.Left, "suspended": t.Suspended, "notice": t.Notice} {
		for _, id := range sorted(dates) {
			_, was := c.Members[id]
			if joined, ok := t.Joined(id); !was && (!ok || dates[id] != 0 && dates[id] < joined) {
				d.wrongName(path+"."+key, id, "names %s, which was no member then", id)
			}
		}
	}
	for _, id := range sorted(t.Refused) {
		if _, joined := t.Members[id]; !joined && t.Signed[id] == 0 {
			d.wrongName(path+".refused", id, "names %s, which did not sign: there was nothing to refuse", id)
		}
	}
	if t.Ended != 0 && (t.InForce == 0 && len(c.Members) == 0 || t.Ended < t.InForce) {
		d.wrong(path+".ended", "is %s, when the clause was not in force", t.Ended.Text())
	}
	for _, id := range sorted(t.Ties) {
		if bare(id) {
			d.pair(s, id, path+".ties."+id)
		}
	}
}

// targets holds what a hindcast must reach to what it can.
func (d *decoder) targets(t sim.Targets) {
	for _, x := range []struct {
		key   string
		value float64
		most  float64
	}{{"brier", t.Brier, 1}, {"log_score", t.Log, 10}, {"accuracy", t.Accuracy, 1}} {
		if path := "targets." + x.key; d.root.get(path) != nil && !d.faults.within(path) && !(x.value > 0 && x.value <= x.most) {
			d.wrong(path, "is %s, must be above 0 and at most %s", d.root.get(path).text(), short(x.most))
		}
	}
}

func (d *decoder) shock(s *sim.Scenario, x sim.Shock, path string) {
	random := x.Hazard != 0 || d.faults.within(path+".hazard")
	given := func(key string) bool { return d.root.get(path+"."+key) != nil }
	switch at, named := d.root.get(path+".felt"), given("felt"); {
	case named && at.table != nil && len(at.table) == 0, named && at.items != nil && len(at.items) == 0:
		d.wrong(path+".felt", "is empty: name who feels it, or leave it out and it is felt by distance")
	case !named && (x.Kind == sim.Leadership || x.Kind == sim.TradeShift):
		d.wrong(path, "lacks felt: a shock of kind %s does not spread by distance, so say whom it is about", x.Kind)
	case named && (given("latitude") || given("longitude")):
		d.wrong(path+"."+map[bool]string{true: "latitude", false: "longitude"}[given("latitude")],
			"says where it struck, which counts only where felt is not given")
	case given("latitude") != given("longitude"):
		d.wrong(path, "has a latitude or a longitude; a place has both")
	}
	switch {
	case !random && !given("date"):
		d.wrong(path, "has no date and no hazard; give it one of them")
	case !random && given("until"):
		d.wrong(path+".until", "ends the window of a random shock, and this one has no hazard")
	case !random && x.Date != 0 && s.End != 0 && (x.Date < s.Start || x.Date > s.End):
		d.wrong(path+".date", "is %s, outside the scenario's %s to %s", x.Date.Text(),
			s.Start.Text(), s.End.Text())
	case random && x.Date != 0 && s.End != 0 && x.Date > s.End:
		d.wrong(path+".date", "is %s, after the end of the scenario in %s", x.Date.Text(), s.End.Text())
	case x.Until != 0 && x.Until < max(x.Date, s.Start):
		d.wrong(path+".until", "is %s, before the window begins in %s", x.Until.Text(),
			max(x.Date, s.Start).Text())
	}
	if x.Kind == sim.Leadership || x.Kind == "" {
		return
	}
	if given("stance") {
		d.wrong(path+".stance", "is that of a new government, and a shock of kind %s brings none", x.Kind)
	}
	_, known := s.States[x.Actor]
	switch _, rival := s.Rivals[x.Actor]; {
	case !given("actor"):
		d.wrong(path, "lacks an actor: only a change of government comes about without one")
	case known && len(s.Rivals) > 0 && !rival && x.Kind != sim.Abandonment:
		d.wrong(path+".actor", "is %s, which is no rival; what it does alarms nobody%s", x.Actor,
			d.faults.suggest(x.Actor, sorted(s.Rivals)))
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
