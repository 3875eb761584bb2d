package theatre

import "entente/scenarios"

// unga is ideal points at the UN General Assembly (Bailey, Strezhnev and Voeten 2017), on all votes and on those on final
// passage. Published as IdealpointestimatesAll_Jun2024.csv, by session: the first met in 1946.
var unga = dataset{
	name: "UN", gives: "ideal_point",
	files:   scenarios.Pattern(`ideal.?point`),
	version: scenarios.Pattern(`(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-_]?(\d{4})`),
	columns: []column{must("state"), may("year"), may("session"), must("idealpointall", "idealpoint"), may("idealpointfp")},
	read: func(d *Data, r *rows) {
		d.ideal, d.idealFinal = newPanel(r.sys), newPanel(r.sys)
		const before = 1945 // a session is of the year that many after it
		for r.next() {
			year, ok := r.year("year")
			if !ok {
				if year, ok = r.whole("session", 1, 300); !ok {
					continue
				}
				year += before
				r.covers(year)
			}
			if x, ok := r.number("idealpointall", -4, 4); ok {
				d.ideal.put(r.state(), year, x)
			}
			if x, ok := r.number("idealpointfp", -4, 4); ok {
				d.idealFinal.put(r.state(), year, x)
			}
		}
	},
}
