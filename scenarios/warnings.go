package scenarios

import (
	"reflect"
	"slices"

	"entente/sim"
)

// stale is how many years before the start a figure over time may end without a word. Statistics come out two or three
// years late.
const stale = 5

// Warnings are what is no fault, and yet most likely not what the author meant: each with its place, in the order of
// places.
func (l *Loaded) Warnings() []Fault {
	w := &warner{decoder{root: l.root, faults: &collector{}}}
	s := &l.Scenario
	used := users(s)
	for _, id := range sorted(s.States) {
		x, path := s.States[id], "states."+id
		if l.root.get(path+".centre") != nil && len(x.Stance) > 1 && len(x.Centre) == 1 && x.Centre[0].Date == 0 {
			w.wrong(path+".centre", "has no date beside a stance that changes over time; say of when it is, as in { %s = %s }, or "+
				"leave it out to have it follow the stance", x.Stance[0].Date.Text(), short(x.Centre[0].Value))
		}
		if !used[id] {
			w.wrongKey(path, "is in no clause, tie or arrangement, and has neither trade nor quarrel with a rival: it has no part "+
				"in the story")
		}
	}
	for _, id := range sorted(s.Clauses) {
		if c := s.Clauses[id]; c.Opens < s.Start && len(c.Members) == 0 {
			w.wrong("clauses."+id+".opens", "is %s, before the scenario starts in %s: it is on the table from the first tick, and "+
				"who signed before then is not known to the run; if it was in force, say for whom in members",
				c.Opens.Text(), s.Start.Text())
		}
	}
	w.series(reflect.ValueOf(*s), "", s.Start)
	w.faults.faults = append(w.faults.faults, l.ChangedInVain()...)
	w.faults.faults.sort()
	return w.faults.faults
}

type warner struct{ decoder }

// series warns of each figure over time that ends years before the start: its last number stands for all that is played.
func (w *warner) series(v reflect.Value, path string, start sim.Date) {
	switch {
	case v.Type() == seriesType:
		s := v.Interface().(sim.Series)
		if len(s) == 0 || w.root.get(path) == nil || w.root.get(path).src.set > 0 {
			return
		}
		if last := s[len(s)-1].Date; last != 0 && last < start-stale {
			w.wrong(path, "ends in %s, %.0f years before the scenario starts: %s stands for all of it", last.Text(), float64(start-last),
				short(s[len(s)-1].Value))
		}
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			if key := v.Type().Field(i).Tag.Get("toml"); key != "-" {
				w.series(v.Field(i), join(path, key), start)
			}
		}
	case v.Kind() == reflect.Map:
		for _, id := range ids(v) {
			w.series(v.MapIndex(reflect.ValueOf(id)), join(path, id), start)
		}
	}
}

// users are the states with a part in the story: who may sign, who is bound already, whom others fear, and who has cause
// to fear them and so to look for friends.
func users(s *sim.Scenario) map[string]bool {
	used := map[string]bool{}
	name := func(ids ...string) {
		for _, id := range ids {
			used[id] = true
		}
	}
	name(sorted(s.Rivals)...)
	for id, x := range s.States {
		if len(x.Trade)+len(x.Contest) > 0 {
			name(id)
		}
	}
	for _, c := range s.Clauses {
		name(slices.Concat(c.Founders, c.Area, c.Against, sorted(c.OpenTo), sorted(c.Blessing))...)
	}
	for _, t := range s.Ties {
		name(t.Members...)
	}
	for _, a := range s.Arrangements {
		name(a.Members...)
	}
	for _, x := range s.Shocks {
		name(x.Actor)
	}
	return used
}
