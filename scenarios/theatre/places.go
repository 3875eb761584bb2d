package theatre

import (
	"slices"

	"entente/scenarios"
	"entente/sim"
)

// capitals is the coordinates of capitals (R package peacesciencer, Miller).
var capitals = dataset{
	name: "peacesciencer", gives: "latitude, longitude",
	files: scenarios.Pattern(`capital`),
	columns: []column{must("state"), must("capital"), must("stdate"), must("enddate"), must("lat", "latitude"),
		must("lng", "lon", "longitude")},
	read: func(d *Data, r *rows) {
		d.places = &places{sys: r.sys, of: map[string][]place{}}
		for r.next() {
			x := place{name: r.text("capital"), from: r.dayOf("stdate"), to: r.dayOf("enddate")}
			var ok1, ok2 bool
			x.latitude, ok1 = r.number("lat", -90, 90)
			x.longitude, ok2 = r.number("lng", -180, 180)
			if ok1 && ok2 {
				r.covers(x.from.year)
				r.covers(x.to.year)
				d.places.of[r.state()] = append(d.places.of[r.state()], x)
			}
		}
	},
}

type places struct {
	sys system
	of  map[string][]place
}

type place struct {
	name                string
	from, to            day
	latitude, longitude float64
}

// capital is that of a state on a day, or else the nearest in time; moved says that it has another by the end.
func (d *Data) capital(s *Polity, start, end sim.Date) (at place, moved, ok bool) {
	if d.places == nil {
		return place{}, false, false
	}
	var all []place
	for _, name := range append(s.names(d.places.sys, int(start)), s.ever(d.places.sys)...) {
		all = append(all, d.places.of[name]...)
	}
	if len(all) == 0 {
		return place{}, false, false
	}
	on := func(day sim.Date) int {
		return slices.IndexFunc(all, func(p place) bool { return p.from.date() <= day && (p.to.year == 0 || day <= p.to.date()+1) })
	}
	k, last := on(start), on(end)
	if k < 0 {
		k = max(0, last)
	}
	return all[k], last >= 0 && all[last].name != all[k].name, true
}

// members is the membership of the state system of the Correlates of War. Published as states2016.csv.
var members = dataset{
	name: "COW states", gives: "barred, of who is not yet a state, or no longer",
	files:   scenarios.Pattern(`states20\d\d|cow[-_]states|statelist`),
	columns: []column{must("ccode"), must("styear"), must("stmonth"), must("stday"), must("endyear"), must("endmonth"), must("endday")},
	read: func(d *Data, r *rows) {
		x := &memberships{of: map[string][]spellOfDays{}}
		for r.next() {
			s := spellOfDays{r.dayIn("styear", "stmonth", "stday"), r.dayIn("endyear", "endmonth", "endday")}
			r.covers(s.from.year)
			r.covers(s.to.year)
			x.of[r.code("ccode")] = append(x.of[r.code("ccode")], s)
		}
		x.to = r.to
		d.system = x
	},
}

type memberships struct {
	of map[string][]spellOfDays
	to int
}

type spellOfDays struct{ from, to day }

// life is when a state came into the system and left it, of the membership that falls into a horizon. A side that is
// open is the zero day; not ok if nothing is on record.
func (d *Data) life(s *Polity, start, end sim.Date) (from, to day, ok bool) {
	if d.system == nil {
		return day{}, day{}, false
	}
	for _, name := range s.ever(cow) {
		if !slices.Contains(append(s.names(cow, int(start)), s.names(cow, int(end))...), name) {
			continue
		}
		for _, x := range d.system.of[name] {
			if x.to.date() < start && x.to.year < d.system.to || x.from.date() > end {
				continue
			}
			if !ok || x.from.date() < from.date() {
				from = x.from
			}
			if !ok || x.to.date() > to.date() {
				to = x.to
			}
			ok = true
		}
	}
	if to.year >= d.system.to {
		to = day{}
	}
	return from, to, ok
}
