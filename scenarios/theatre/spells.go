package theatre

import (
	"cmp"
	"fmt"
	"slices"

	"entente/scenarios"
)

// spell is what two states were to each other for some years.
type spell struct {
	a, b     string
	kind     int
	from, to int // 0: it lasts
}

// spellsOf are those of two states that fall into some years, in order.
func spellsOf(all []spell, a, b *Polity, from, to int) []spell {
	var found []spell
	for _, x := range all {
		here := func(s *Polity, code string) bool { return slices.Contains(s.ever(cow), code) }
		if x.from <= to && (x.to == 0 || x.to >= from) && (here(a, x.a) && here(b, x.b) || here(a, x.b) && here(b, x.a)) {
			found = append(found, x)
		}
	}
	slices.SortFunc(found, func(x, y spell) int { return cmp.Or(cmp.Compare(x.from, y.from), cmp.Compare(x.kind, y.kind)) })
	return found
}

// rivalries is strategic rivalries (Thompson, Sakuwa and Suhas 2021; Thompson and Dreyer 2012 before it).
var rivalries = dataset{
	name: "Thompson", gives: "hints for contest and friction",
	files:   scenarios.Pattern(`rival`),
	columns: []column{must("ccode1"), must("ccode2"), must("start", "styear"), must("end", "endyear")},
	read: func(d *Data, r *rows) {
		for r.next() {
			from, ok := r.year("start")
			if !ok {
				continue
			}
			to, _ := r.year("end")
			d.rivals = append(d.rivals, spell{a: r.code("ccode1"), b: r.code("ccode2"), from: from, to: to})
		}
		for k, x := range d.rivals {
			if x.to == r.to { // as far as the data go
				d.rivals[k].to = 0
			}
		}
	},
}

// rivalry says since when two states are strategic rivals, in a few words; nothing if they are none in those years.
func (d *Data) rivalry(a, b *Polity, from, to int) string {
	t := ""
	for _, x := range spellsOf(d.rivals, a, b, from, to) {
		end := ""
		if x.to != 0 {
			end = fmt.Sprint(x.to)
		}
		t += fmt.Sprintf(", rivals %d-%s (Thompson)", x.from, end)
	}
	if t == "" {
		return ""
	}
	return t[2:]
}

// contiguity is direct contiguity (Stinnett et al. 2002): 1 by land, 2 to 5 across up to 12, 24, 150 and 400 miles of
// water. Published as contdir.csv with begin and end in months, and as contdird.csv by year.
var contiguity = dataset{
	name: "COW contiguity", gives: "hints for contest and projection",
	files:   scenarios.Pattern(`contdir|contig`),
	version: scenarios.Pattern(`v(\d+(?:[._]\d)?)(?:\D|$)`), dotted: true,
	columns: []column{must("ccode1", "statelno", "state1no"), must("ccode2", "statehno", "state2no"), must("conttype"),
		may("begin", "stdate"), may("end", "enddate"), may("year")},
	read: func(d *Data, r *rows) {
		for r.next() {
			kind, ok := r.whole("conttype", 0, 6)
			if !ok || kind == 0 {
				continue
			}
			x := spell{a: r.code("ccode1"), b: r.code("ccode2"), kind: kind}
			if year, ok := r.year("year"); ok {
				x.from, x.to = year, year
			} else if x.from = r.dayOf("begin").year; x.from != 0 {
				r.covers(x.from)
				x.to = r.dayOf("end").year
			}
			d.borders = append(d.borders, x)
		}
	},
}

// border says how near two states are in a year; nothing if they do not adjoin.
func (d *Data) border(a, b *Polity, year int) string {
	nearest := 6
	for _, x := range spellsOf(d.borders, a, b, year, year) {
		nearest = min(nearest, x.kind)
	}
	return map[int]string{1: "neighbours by land", 2: "12 miles of water between", 3: "24 miles of water between",
		4: "150 miles of water between",
		5: "400 miles of water between"}[nearest]
}
