package theatre

import "entente/scenarios"

// vdem is the electoral democracy index of V-Dem (0 to 1). Published as V-Dem-CY-Core-v15.csv and V-Dem-CY-Full+Others-v15.csv.
var vdem = dataset{
	name: "V-Dem", gives: "polyarchy",
	files:   scenarios.Pattern(`v-?dem|democracy`),
	version: scenarios.Pattern(`(?:-v|vdem[-_]?v?)(\d+(?:\.\d)?)(?:\D|$)`),
	columns: []column{must("state"), must("year"), must("v2x_polyarchy")},
	read: func(d *Data, r *rows) {
		d.polyarchy = newPanel(r.sys)
		for r.next() {
			if year, ok := r.year("year"); ok {
				if x, ok := r.number("v2x_polyarchy", 0, 1); ok {
					d.polyarchy.put(r.state(), year, x)
				}
			}
		}
	},
}
