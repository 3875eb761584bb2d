package theatre

import "entente/scenarios"

// trade is dyadic trade of the Correlates of War (Barbieri, Keshk and Pollins 2009), in millions of current US$: flow1 is what
// the first state imports from the second, flow2 the other way. Published as Dyadic_COW_4.0.csv.
var trade = dataset{
	name: "COW trade", gives: "trade, openness",
	files:   scenarios.Pattern(`dyadic.*cow|cow.*trade|trade.*cow`),
	version: scenarios.Pattern(`(?:v|cow_)(\d+(?:[._]\d)?)(?:\D|$)`), dotted: true,
	columns: []column{must("ccode1"), must("ccode2"), must("year"), must("flow1"), must("flow2")},
	read: func(d *Data, r *rows) {
		c := &commerce{total: newPanel(cow), partners: map[string]map[int]int{}, flows: map[pairYear]float64{}}
		for r.next() {
			year, ok := r.year("year")
			if !ok {
				continue
			}
			one, ok1 := r.number("flow1", 0, 1e8)
			two, ok2 := r.number("flow2", 0, 1e8)
			if !ok1 && !ok2 {
				continue
			}
			a, b := r.code("ccode1"), r.code("ccode2")
			c.flows[pairYear{a, b, year}] += one + two
			c.add(a, year, one+two)
			c.add(b, year, one+two)
		}
		d.commerce = c
	},
}

type pairYear struct {
	a, b string
	year int
}

// commerce is the trade of states.
type commerce struct {
	total    *panel                 // with all partners on record, US$ m
	partners map[string]map[int]int // how many those are
	flows    map[pairYear]float64   // both ways, US$ m
}

func (c *commerce) add(state string, year int, flow float64) {
	sum := c.total.at[state][year]
	c.total.put(state, year, sum+flow)
	if c.partners[state] == nil {
		c.partners[state] = map[int]int{}
	}
	c.partners[state][year]++
}

// share is the part of a state's trade, in and out, that it has with some others:
//
//	share = trade with them / trade with all partners on record
//
// Not ok where none of it is on record. A file that is cut to fewer partners makes it larger.
func (c *commerce) share(s *Polity, year int, with ...*Polity) (float64, bool) {
	if c == nil {
		return 0, false
	}
	sum, found := 0.0, false
	total, ok := c.total.figure(s, year)
	if !ok || total == 0 {
		return 0, false
	}
	for _, other := range with {
		for _, a := range s.names(cow, year) {
			for _, b := range other.names(cow, year) {
				for _, key := range []pairYear{{a, b, year}, {b, a, year}} {
					if x, ok := c.flows[key]; ok {
						sum, found = sum+x, true
					}
				}
			}
		}
	}
	return sum / total, found
}

// span is how many partners of a state are on record over some years.
func (c *commerce) span(s *Polity, years []int) (fewest, most int) {
	for _, y := range years {
		for _, name := range s.names(cow, y) {
			if n := c.partners[name][y]; n > 0 {
				if fewest == 0 {
					fewest = n
				}
				fewest, most = min(fewest, n), max(most, n)
			}
		}
	}
	return fewest, most
}
