package theatre

import (
	"cmp"
	"slices"
	"strings"

	"entente/scenarios"
)

var reignFiles, reignVersion = scenarios.Pattern(`reign|leader.?list|election.?list`), scenarios.Pattern(`(20\d\d)[_-](\d{1,2})`)

// reignLeaders is rulers and their terms to 2021 (Bell, Besaw and Frank, REIGN). It goes on where Archigos ends.
var reignLeaders = dataset{
	name: "REIGN", gives: "volatility after 2015",
	files: reignFiles, version: reignVersion,
	columns: []column{must("state"), must("sdate", "sday"), must("smonth"), must("syear"), must("emonth"), must("eyear")},
	read: func(d *Data, r *rows) {
		x := &rulers{sys: r.sys, of: map[string][]term{}}
		type open struct {
			state string
			start day
		}
		var still []open
		for r.next() {
			start, end := r.dayIn("syear", "smonth", "sdate"), r.dayIn("eyear", "emonth", "eday")
			switch {
			case start.year == 0:
			case end.year == 0:
				still = append(still, open{r.state(), start})
			default:
				r.covers(end.year)
				x.add(r.state(), term{start.date(), max(end.date(), start.date())})
			}
		}
		for _, o := range still {
			x.add(o.state, term{o.start.date(), max(x.to, o.start.date())})
		}
		d.later = x
	},
}

// reignElections is elections of those who govern, held or foreseen.
var reignElections = dataset{
	name: "REIGN", gives: "elections",
	files: reignFiles, version: reignVersion,
	columns: []column{must("state"), must("elec_year"), must("elec_month"), may("elec_day"), must("event"), must("type")},
	read: func(d *Data, r *rows) {
		d.polls = map[string][]poll{}
		for r.next() {
			event := strings.ToLower(r.text("event"))
			if r.text("type") == "R" || !strings.HasPrefix(event, "vote") && !strings.HasPrefix(event, "upcoming") {
				continue // a referendum, or talk of an election
			}
			if at := r.dayIn("elec_year", "elec_month", "elec_day"); at.year != 0 {
				r.covers(at.year)
				d.polls[r.state()] = append(d.polls[r.state()], poll{at, strings.Contains(event, "early")})
			}
		}
	},
}

// poll is an election.
type poll struct {
	at    day
	early bool // called early
}

// elections are those of a state from one year to another, in order, second rounds left out.
func (d *Data) elections(s *Polity, from, to int) []poll {
	var all []poll
	for _, name := range s.ever(cow) {
		for _, p := range d.polls[name] {
			if p.at.year >= from && p.at.year <= to && slices.Contains(s.names(cow, p.at.year), name) {
				all = append(all, p)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b poll) int { return cmp.Compare(a.at.date(), b.at.date()) })
	const second = 60 / 365.25 // a second round comes within weeks
	return slices.CompactFunc(all, func(next, kept poll) bool { return next.at.date()-kept.at.date() < second })
}
