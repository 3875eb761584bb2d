package scenarios

import (
	"fmt"
	"reflect"
	"slices"
	"sort"
	"strings"

	"entente/sim"
)

// refusal takes out of a scenario what nobody could have known on a day, so that a forecast as of that day has no
// hindsight. What the user sets is no fact but a what-if, and stays.
type refusal struct {
	*decoder
	asOf    sim.Date
	refused []string
	carried []string
}

// refuse reduces s to the facts of the day asOf. It lists the facts it refused, and the figures that it carried back.
// The time that is played, the windows of random shocks and the record of history are no facts that a government acts
// on: they stay, the record as long as its clause does.
func (d *decoder) refuse(s *sim.Scenario, asOf sim.Date) (refused, carried []string) {
	r := &refusal{decoder: d, asOf: asOf}
	r.states(s)
	s.Ties = known(s.Ties, "ties", func(t *sim.Tie, path string) bool {
		return r.begun(path, t.Since, &t.Until)
	})
	s.Arrangements = known(s.Arrangements, "arrangements", func(a *sim.Arrangement, path string) bool {
		return r.begun(path, a.Since, &a.Until)
	})
	r.headline(s)
	s.Clauses = known(s.Clauses, "clauses", func(c *sim.Clause, path string) bool {
		return path == "clauses."+s.Headline || r.open(c, path)
	})
	s.Truth = known(s.Truth, "truth", func(_ *sim.Truth, path string) bool {
		_, onTheTable := s.Clauses[path[len("truth."):]]
		return onTheTable
	})
	s.Shocks = known(s.Shocks, "shocks", func(x *sim.Shock, path string) bool {
		return x.Hazard != 0 || !r.later(path+".date", x.Date)
	})
	r.figures(reflect.ValueOf(s).Elem(), "")
	for _, id := range sorted(s.States) { // one share may be of an earlier day than another
		if path := "states." + id; !r.faults.within(path + ".trade") {
			r.tradeShares(s.States[id], path)
		}
	}
	r.complete(s) // again: a middle of the parties that is not given is the stance, as far as that is known
	slices.Sort(r.refused)
	return r.refused, r.carried
}

// known is the rows of which something was known on the day, without the rest. Nothing is left of a table without rows.
func known[V any](rows map[string]V, kind string, keep func(row *V, path string) bool) map[string]V {
	for _, id := range sorted(rows) {
		row := rows[id]
		if keep(&row, kind+"."+id) {
			rows[id] = row
		} else {
			delete(rows, id)
		}
	}
	if len(rows) == 0 {
		return nil
	}
	return rows
}

// later tells whether the date at path is after the day, and notes that it is refused.
func (r *refusal) later(path string, date sim.Date) bool {
	if date <= r.asOf || r.set(path) {
		return false
	}
	r.refused = append(r.refused, fmt.Sprintf("%s (%s)", path, date.Text()))
	return true
}

// set tells whether the user has set what is at path.
func (r *refusal) set(path string) bool {
	n := r.root.get(path)
	return n != nil && n.src.set > 0
}

// begun tells whether what lasts from since was in force on the day or before. If so, an end that nobody could foresee
// is taken off.
func (r *refusal) begun(path string, since sim.Date, until *sim.Date) bool {
	if r.later(path+".since", since) {
		return false
	}
	if r.later(path+".until", *until) {
		*until = 0
	}
	return true
}

// states takes out later elections, which the model then replaces by an even chance all the time, and later bars.
func (r *refusal) states(s *sim.Scenario) {
	for _, id := range sorted(s.States) {
		x, path := s.States[id], "states."+id
		x.Elections = slices.DeleteFunc(x.Elections, func(e sim.Date) bool { return r.later(path+".elections", e) })
		if len(x.Elections) == 0 {
			x.Elections = nil
		}
		if b := x.Barred; b != nil {
			if r.later(path+".barred.from", b.From) {
				x.Barred = nil
			} else if r.later(path+".barred.until", b.Until) {
				b.Until = 0
			}
		}
		if r.root.get(path+".centre") == nil {
			x.Centre = nil
		}
		s.States[id] = x
	}
}

// open tells whether a clause was on the table. If so, its deadline and its later invitations are taken off.
func (r *refusal) open(c *sim.Clause, path string) bool {
	if r.later(path+".opens", c.Opens) {
		return false
	}
	r.terms(c, path)
	return true
}

func (r *refusal) terms(c *sim.Clause, path string) {
	for _, id := range sorted(c.Members) {
		if r.later(path+".members."+id, c.Members[id]) {
			delete(c.Members, id)
		}
	}
	if len(c.Members) < 2 { // it bound nobody yet
		c.Members = nil
	}
	if r.later(path+".closes", c.Closes) {
		c.Closes = 0
	}
	for _, id := range sorted(c.OpenTo) {
		at := path + ".open_to." + id
		if listed := r.root.get(at) == nil; !listed && r.later(at, c.OpenTo[id]) { // a list is open from the first day
			delete(c.OpenTo, id)
		}
	}
	if len(c.OpenTo) == 0 {
		c.OpenTo = nil
	}
}

// headline holds the clause that is asked about to the day: without it there is nothing to forecast.
func (r *refusal) headline(s *sim.Scenario) {
	c, ok := s.Clauses[s.Headline]
	if !ok { // a fault of its own
		return
	}
	path := "clauses." + s.Headline
	if c.Opens > r.asOf && !r.set(path+".opens") {
		var others []string
		for _, id := range sorted(s.Clauses) {
			if s.Clauses[id].Opens <= r.asOf {
				others = append(others, id)
			}
		}
		instead := "nor was any other"
		if len(others) > 0 {
			instead = "ask about another with --set headline=" + strings.Join(others, " or --set headline=")
		}
		r.wrong(path+".opens", "is %s, and as of %s the headline was not on the table; %s, or suppose that it was with "+
			"--set %s.opens=%s", c.Opens.Text(), r.asOf.Text(), instead, path, r.asOf.Text())
	}
	r.terms(&c, path)
	s.Clauses[s.Headline] = c
}

// figures takes the later points off every series in v.
func (r *refusal) figures(v reflect.Value, path string) {
	switch {
	case v.Type() == seriesType:
		v.Set(reflect.ValueOf(r.points(v.Interface().(sim.Series), path)))
	case v.Type() == courseType:
		v.Set(reflect.ValueOf(r.turns(v.Interface().(sim.Course), path)))
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			r.figures(v.Field(i), join(path, v.Type().Field(i).Tag.Get("toml")))
		}
	case v.Kind() == reflect.Map:
		for _, id := range ids(v) {
			row := reflect.New(v.Type().Elem()).Elem()
			row.Set(v.MapIndex(reflect.ValueOf(id)))
			r.figures(row, join(path, id))
			v.SetMapIndex(reflect.ValueOf(id), row)
		}
	}
}

// points is a series up to the day. Where nothing is left, no run could be played, so the first figure is carried back
// and told: it is one of a later day, or one that held all the time until its date, and only the reader of its source can
// say which.
func (r *refusal) points(s sim.Series, path string) sim.Series {
	if r.set(path) {
		return s
	}
	n := sort.Search(len(s), func(i int) bool { return s[i].Date > r.asOf })
	for _, p := range s[n:] {
		r.later(path, p.Date)
	}
	if n == 0 && len(s) > 0 {
		r.carried = append(r.carried, fmt.Sprintf("%s = %s (%s)", path, short(s[0].Value), s[0].Date.Text()))
		return sim.Const(s[0].Value)
	}
	return s[:n:n]
}

// turns is a posture up to the day. Where nothing is left the first is carried back and told, as with points.
func (r *refusal) turns(c sim.Course, path string) sim.Course {
	if r.set(path) {
		return c
	}
	n := sort.Search(len(c), func(i int) bool { return c[i].From > r.asOf })
	for _, t := range c[n:] {
		r.later(path, t.From)
	}
	if n == 0 && len(c) > 0 {
		r.carried = append(r.carried, fmt.Sprintf("%s = %s (%s)", path, c[0].Posture, c[0].From.Text()))
		return sim.Steady(c[0].Posture)
	}
	return c[:n:n]
}
