package theatre

import "entente/scenarios"

// gdp is real GDP at purchasing power in millions of 2011 US$, the mean of a simulated Penn World Table series (R package
// isard, Miller). It is not a census, but it is the one series for nearly all states since 1945.
var gdp = dataset{
	name: "simulated GDP", gives: "gdp, openness",
	files:   scenarios.Pattern(`gdp`),
	columns: []column{must("state"), must("year"), must("pwtrgdp")},
	read: func(d *Data, r *rows) {
		d.product = newPanel(r.sys)
		for r.next() {
			if year, ok := r.year("year"); ok {
				if x, ok := r.number("pwtrgdp", 0, 2e8); ok {
					d.product.put(r.state(), year, x/1000)
				}
			}
		}
	},
}

// dollars is the GDP of the United States at current prices, US$ bn, by year from firstDollars: Bureau of Economic Analysis,
// NIPA table 1.1.5, from memory to the first decimal. It turns the dollars of a year into those of 2011 by
//
//	current US$ of a state = its real GDP × US GDP at current prices / US real GDP
//
// so prices are taken to be those of the United States, and what states poorer than it trade looks smaller than it is.
var dollars = []float64{
	228.0, 227.5, 249.6, 274.5, 272.5, // 1945-49
	299.8, 346.9, 367.3, 389.2, 390.5, 425.5, 449.4, 474.0, 481.2, 521.7, // 1950-59
	542.4, 562.2, 603.9, 637.5, 684.5, 742.3, 813.4, 860.0, 940.7, 1017.6, // 1960-69
	1073.3, 1164.9, 1279.1, 1425.4, 1545.2, 1684.9, 1873.4, 2081.8, 2351.6, 2627.3, // 1970-79
	2857.3, 3207.0, 3343.8, 3634.0, 4037.6, 4339.0, 4579.6, 4855.2, 5236.4, 5641.6, // 1980-89
	5963.1, 6158.1, 6520.3, 6858.6, 7287.2, 7639.7, 8073.1, 8577.6, 9062.8, 9631.2, // 1990-99
	10251.0, 10581.9, 10929.1, 11456.4, 12217.2, 13039.2, 13815.6, 14474.2, 14769.9, 14478.1, // 2000-09
	15049.0, 15599.7, 16254.0, 16843.2, 17550.7, 18206.0, 18695.1, 19477.3, 20533.1, 21381.0, // 2010-19
}

const firstDollars = 1945

// openness is trade as a share of GDP:
//
//	openness = trade with all partners on record / GDP in current US$
//
// It runs low: partners that are not on record, colonies and services are left out.
func (d *Data) openness(s *Polity, year int) (float64, bool) {
	if d.commerce == nil || year < firstDollars || year >= firstDollars+len(dollars) {
		return 0, false
	}
	patron, _ := PolityOf("USA")
	traded, ok1 := d.commerce.total.figure(s, year)
	own, ok2 := d.product.figure(s, year)
	theirs, ok3 := d.product.figure(patron, year)
	if !ok1 || !ok2 || !ok3 || own == 0 {
		return 0, false
	}
	return traded / 1000 / (own * dollars[year-firstDollars] / theirs), true
}
