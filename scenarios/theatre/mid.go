package theatre

import (
	"cmp"
	"fmt"
	"slices"

	"entente/scenarios"
)

var midFiles, midVersion = scenarios.Pattern(`(^|[^a-z])(mid|midb|gml)([^a-z]|$)`),
	scenarios.Pattern(`(?:v|mid[-_]|midb[-_ ])(\d+(?:[._]\d{1,2})?)(?:\D|$)`)

// mid is militarized disputes by pair and year (Palmer et al. 2021; Maoz et al. 2019). Published as
// dyadic_mid_4.03.csv; the revision by Gibler, Miller and Little has the same columns.
var mid = dataset{
	name: "MID", gives: "hints for contest, friction and tempo",
	files: midFiles, version: midVersion, dotted: true,
	columns: []column{must("ccode1", "statea"), must("ccode2", "stateb"), must("dispnum", "disno"), must("year"),
		must("fatality", "fatlev"),
		must("hostlev", "hihost")},
	read: func(d *Data, r *rows) {
		for r.next() {
			year, ok := r.year("year")
			if !ok {
				continue
			}
			d.disputes = append(d.disputes, dispute{r.code("dispnum"), r.code("ccode1"), r.code("ccode2"), year, year,
				r.level("fatality"), r.level("hostlev")})
		}
	},
}

// midParticipants is the same by dispute and participant, as published in MIDB 5.0.csv. Who stood on two sides at once
// had a dispute.
var midParticipants = dataset{
	name: "MID", gives: "the same, from participants",
	files: midFiles, version: midVersion, dotted: true,
	columns: []column{must("dispnum", "dispnum3"), must("ccode"), must("styear"), must("endyear"), must("sidea"),
		must("fatality"), must("hostlev")},
	read: func(d *Data, r *rows) {
		type part struct {
			dispute
			sideA bool
		}
		by := map[string][]part{}
		for r.next() {
			from, ok := r.year("styear")
			to, ended := r.year("endyear")
			if !ok || !ended {
				continue
			}
			id, who := r.code("dispnum"), r.code("ccode")
			for _, p := range by[id] {
				if a := r.text("sidea") == "1"; p.sideA != a && p.to >= from && p.from <= to {
					d.parts = append(d.parts, dispute{id, p.a, who, max(from, p.from), min(to, p.to), max(p.fatality, r.level("fatality")),
						max(p.hostility, r.level("hostlev"))})
				}
			}
			by[id] = append(by[id], part{dispute{a: who, from: from, to: to, fatality: r.level("fatality"), hostility: r.level("hostlev")},
				r.text("sidea") == "1"})
		}
	},
}

// level is a level of a scale from 0; 0 where it is not known.
func (r *rows) level(column string) int {
	n, _ := r.whole(column, 0, 9)
	return n
}

// dispute is one of two states, or a year of one.
type dispute struct {
	id, a, b            string
	from, to            int
	fatality, hostility int // COW's levels: deaths from 1, force used from 4
}

// record is what two states disputed in some years.
type record struct {
	disputes, force, last int
	deaths                bool
}

// quarrels sums up the disputes of two states from one year to another.
func (d *Data) quarrels(a, b *Polity, from, to int) record {
	var found record
	all := d.disputes
	if all == nil {
		all = d.parts
	}
	between := slices.DeleteFunc(slices.Clone(all), func(x dispute) bool {
		here := func(s *Polity, code string) bool { return slices.Contains(s.names(cow, x.from), code) }
		return x.to < from || x.from > to || !(here(a, x.a) && here(b, x.b) || here(a, x.b) && here(b, x.a))
	})
	slices.SortFunc(between, func(x, y dispute) int { return cmp.Or(cmp.Compare(x.id, y.id), cmp.Compare(x.from, y.from)) })
	worst := map[string]int{}
	for _, x := range between {
		if _, seen := worst[x.id]; !seen {
			found.disputes++
		}
		worst[x.id] = max(worst[x.id], x.hostility)
		found.deaths = found.deaths || x.fatality > 0
		found.last = max(found.last, min(x.to, to))
	}
	for _, h := range worst {
		if h >= 4 {
			found.force++
		}
	}
	return found
}

// text tells a record in a few words; nothing where there was no dispute.
func (x record) text(from, to int) string {
	if x.disputes == 0 {
		return ""
	}
	t := fmt.Sprintf("%s %d-%02d", count(x.disputes, "dispute"), from, to%100)
	if x.force > 0 {
		t += fmt.Sprintf(", force used in %d", x.force)
	}
	if x.deaths {
		t += ", deaths"
	}
	return t + fmt.Sprintf(", the last in %d", x.last)
}

// count is a number of things in words.
func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}
