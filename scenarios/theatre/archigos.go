package theatre

import "entente/scenarios"

// archigos is rulers and their terms to 2015 (Goemans, Gleditsch and Chiozza 2009). Published as arch_annual.txt or
// Archigos_4.1.txt, divided by tabs.
var archigos = dataset{
	name: "Archigos", gives: "volatility",
	files:   scenarios.Pattern(`archigos|arch_annual`),
	version: scenarios.Pattern(`(?:v|archigos_)(\d+(?:[._]\d)?)(?:\D|$)`), dotted: true,
	columns: []column{must("state"), must("startdate"), must("enddate")},
	read: func(d *Data, r *rows) {
		if r.sys == cow { // its codes are those of Gleditsch and Ward, under either name
			r.sys = gw
		}
		x := &rulers{sys: r.sys, of: map[string][]term{}}
		for r.next() {
			start, end := r.dayOf("startdate"), r.dayOf("enddate")
			if start.year == 0 || end.year == 0 {
				continue
			}
			r.covers(end.year)
			x.add(r.state(), term{start.date(), end.date()})
		}
		d.rulers = x
	},
}
