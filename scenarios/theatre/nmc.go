package theatre

import "entente/scenarios"

// nmc is National Material Capabilities of the Correlates of War (Singer 1987): CINC, the share of the world's capabilities,
// and military spending in thousands of current US$. Published as NMC-60-abridged.csv, NMC_5_0.csv and the like.
var nmc = dataset{
	name: "COW NMC", gives: "capability, military_spending",
	files:   scenarios.Pattern(`nmc`),
	version: scenarios.Pattern(`(?:v|nmc[-_ ]?)(\d+(?:[._]\d)?)(?:\D|$)`), dotted: true,
	columns: []column{must("state"), must("year"), must("cinc"), may("milex")},
	read: func(d *Data, r *rows) {
		d.capability, d.military = newPanel(r.sys), newPanel(r.sys)
		for r.next() {
			year, ok := r.year("year")
			if !ok {
				continue
			}
			if x, ok := r.number("cinc", 0, 1); ok {
				d.capability.put(r.state(), year, x)
			}
			if x, ok := r.number("milex", 0, 5e9); ok {
				d.military.put(r.state(), year, x/1e6)
			}
		}
	},
}
