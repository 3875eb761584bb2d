package theatre

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"entente/scenarios"
	"entente/sim"
)

var atopFiles, atopVersion = scenarios.Pattern(`atop`), scenarios.Pattern(`(?:v|atop[-_ ]?)(\d+(?:[._]\d{1,2})?)(?:\D|$)`)

// atopMembers is Alliance Treaty Obligations and Provisions (Leeds et al. 2002) by treaty and member, with the days on which
// each came under it and left. Published as atop5_1m.csv.
var atopMembers = dataset{
	name: "ATOP", gives: "ties, with treaty and days",
	files: atopFiles, version: atopVersion, dotted: true,
	columns: []column{must("atopid"), must("member"), must("yrent"), must("moent"), must("dayent"), must("yrexit"),
		must("moexit"), must("dayexit"),
		must("defense"), must("consul")},
	read: func(d *Data, r *rows) {
		for r.next() {
			in := r.dayIn("yrent", "moent", "dayent")
			if in.year == 0 {
				continue
			}
			r.covers(in.year)
			d.treaties = append(d.treaties, membership{r.code("atopid"), r.code("member"), in, r.dayIn("yrexit", "moexit", "dayexit"),
				r.text("defense") == "1", r.text("consul") == "1"})
		}
	},
}

// membership is a state in a treaty, in one phase of it.
type membership struct {
	treaty, member  string
	in, out         day // out is none while it holds
	defence, consul bool
}

// atopDyads is the same by pair and year: what the first state owes the second. Published as atop5_1ddyr.csv. It names
// no treaty and no day.
var atopDyads = dataset{
	name: "ATOP dyads", gives: "ties, by year",
	files: atopFiles, version: atopVersion, dotted: true,
	columns: []column{must("ccode1", "statea"), must("ccode2", "stateb"), must("year"), must("defense", "atop_defense"),
		must("consul", "atop_consul")},
	read: func(d *Data, r *rows) {
		x := &dyads{owes: map[pairYear]owed{}}
		for r.next() {
			year, ok := r.year("year")
			if !ok {
				continue
			}
			if o := (owed{r.text("defense") == "1", r.text("consul") == "1"}); o != (owed{}) {
				x.owes[pairYear{r.code("ccode1"), r.code("ccode2"), year}] = o
			}
		}
		x.from, x.to = r.from, r.to
		d.dyads = x
	},
}

type dyads struct {
	owes     map[pairYear]owed
	from, to int
}

// owed is what one state has promised another.
type owed struct{ defence, consul bool }

func (x *dyads) owed(a, b *Polity, year int) owed {
	var o owed
	for _, one := range a.names(cow, year) {
		for _, two := range b.names(cow, year) {
			p := x.owes[pairYear{one, two, year}]
			o = owed{o.defence || p.defence, o.consul || p.consul}
		}
	}
	return o
}

// tie is a treaty between two states.
type tie struct {
	id, title    string
	members      [2]*Polity
	kind         sim.TieKind
	guarantor    *Polity // who alone owes defence, if only one does
	since, until day
	article      string
	source       string // ATOP and its number
	loose        string // what is not known of its dates
}

// ties are the treaties of two states that bind them to defence or to consult at some time between two days. ATOP's
// promises not to attack and to stay neutral are no rung of the model's ladder.
func (d *Data) ties(a, b *Polity, from, to sim.Date) []tie {
	var all []tie
	if d.treaties != nil {
		all = d.treatyTies(a, b)
	} else if d.dyads != nil {
		all = d.yearlyTies(a, b)
	}
	all = slices.DeleteFunc(all, func(t tie) bool { return t.since.date() > to || t.until.year != 0 && t.until.date() < from })
	slices.SortStableFunc(all, func(x, y tie) int {
		return cmp.Or(cmp.Compare(x.since.date(), y.since.date()), cmp.Compare(x.id, y.id))
	})
	return all
}

// treatyTies pairs the memberships of each treaty. Phases in which a pair is bound to the same are one tie.
func (d *Data) treatyTies(a, b *Polity) []tie {
	mine, theirs := d.memberships(a), d.memberships(b)
	var all []tie
	for _, m := range mine {
		for _, n := range theirs {
			if m.treaty != n.treaty {
				continue
			}
			t := tie{members: [2]*Polity{a, b}, since: later(m.in, n.in), until: earlier(m.out, n.out)}
			if t.until.year != 0 && t.until.date() <= t.since.date() {
				continue
			}
			if !t.promises(owed{m.defence, m.consul}, owed{n.defence, n.consul}) {
				continue
			}
			t.source = d.label(&atopMembers) + ", treaty " + m.treaty
			t.id = fmt.Sprintf("atop-%s-%s", m.treaty, pairID(a, b))
			t.title = "Treaty " + m.treaty + " of ATOP"
			if k, ok := known[m.treaty]; ok {
				t.title, t.article = k.title, k.article
			}
			all = append(all, t)
		}
	}
	slices.SortStableFunc(all, func(x, y tie) int {
		return cmp.Or(cmp.Compare(x.id, y.id), cmp.Compare(x.since.date(), y.since.date()))
	})
	return joined(all)
}

// joined makes one of ties that follow each other without a gap, and gives those that do not an id of their own.
func joined(all []tie) []tie {
	var kept []tie
	for _, t := range all {
		if n := len(kept) - 1; n >= 0 && strings.HasPrefix(kept[n].id, t.id) {
			const gap = 0.1 // years between two phases of a treaty
			last := &kept[n]
			if last.kind == t.kind && last.guarantor == t.guarantor && (last.until.year == 0 || t.since.date()-last.until.date() < gap) {
				if last.until.year != 0 {
					last.until = t.until
				}
				continue
			}
			t.id += fmt.Sprintf("-%d", t.since.year)
		}
		kept = append(kept, t)
	}
	return kept
}

// promises sets what kind of tie two promises make; not ok if they make none.
func (t *tie) promises(mine, theirs owed) bool {
	switch {
	case mine.defence && theirs.defence:
		t.kind = sim.Defence
	case mine.defence:
		t.kind, t.guarantor = sim.Defence, t.members[0]
	case theirs.defence:
		t.kind, t.guarantor = sim.Defence, t.members[1]
	case mine.consul || theirs.consul:
		t.kind = sim.Consult
	default:
		return false
	}
	return true
}

// memberships are those of a state, under the number that it had when it came in.
func (d *Data) memberships(s *Polity) []membership {
	var all []membership
	for _, m := range d.treaties {
		if slices.Contains(s.ever(cow), m.member) {
			all = append(all, m)
		}
	}
	return all
}

func later(a, b day) day {
	if b.date() > a.date() {
		return b
	}
	return a
}

// earlier is the first of two ends, of which one or both may not have come.
func earlier(a, b day) day {
	if a.year == 0 || b.year != 0 && b.date() < a.date() {
		return b
	}
	return a
}

// yearlyTies joins the years in which a pair is bound to the same.
func (d *Data) yearlyTies(a, b *Polity) []tie {
	var all []tie
	open := false
	for year := d.dyads.from; year <= d.dyads.to+1; year++ {
		t := tie{members: [2]*Polity{a, b}, since: day{year, 12, 31}} // it never holds before it is signed
		bound := year <= d.dyads.to && t.promises(d.dyads.owed(a, b, year), d.dyads.owed(b, a, year))
		if open {
			last := &all[len(all)-1]
			if bound && last.kind == t.kind && last.guarantor == t.guarantor {
				continue
			}
			if bound { // another promise comes in its place
				last.until = t.since
			} else if year <= d.dyads.to {
				last.until = day{year: year}
			}
		}
		if open = bound; !bound {
			continue
		}
		what := map[sim.TieKind]string{sim.Defence: "Defence pact", sim.Consult: "Promise to consult"}[t.kind]
		t.title = fmt.Sprintf("%s of %s and %s", what, a.Name, b.Name)
		t.id = fmt.Sprintf("atop-%s-%s-%d", t.kind, pairID(a, b), year)
		t.source, t.loose = d.label(&atopDyads), "the day is not on record: taken as the last of the year"
		if year == d.dyads.from {
			t.since, t.loose = day{year: year}, "or earlier: the file begins there"
		}
		all = append(all, t)
	}
	return all
}

// pairID names two states in the id of a row.
func pairID(a, b *Polity) string {
	pair := []string{strings.ToLower(a.ID), strings.ToLower(b.ID)}
	slices.Sort(pair)
	return strings.Join(pair, "-")
}

// known are the treaties that the shipped scenarios have looked up by their number in ATOP v4.01, with the article that
// binds where they give it.
var known = map[string]struct{ title, article string }{
	"3130": {"Treaty of Brussels", "IV"},
	"3180": {"North Atlantic Treaty", "5"},
	"3200": {"Sino-Soviet Treaty of Friendship, Alliance and Mutual Assistance", "I"},
	"3210": {"US-Philippines Mutual Defense Treaty", "IV-V"},
	"3215": {"ANZUS Treaty", "IV"},
	"3240": {"US-ROK Mutual Defense Treaty", "III"},
	"3260": {"Manila Pact", "IV"},
	"3270": {"US-ROC Mutual Defense Treaty", "V"},
	"3375": {"US-Japan Treaty of Mutual Cooperation and Security", "V"},
	"3445": {"China-North Korea Treaty", "II"},
	"3984": {"Australia-PNG Joint Declaration of Principles", ""},
	"4415": {"India-Russia Treaty of Friendship and Cooperation", ""},
	"4605": {"Russia-Vietnam Treaty on Basic Principles", ""},
	"4980": {"China-Russia Treaty of Good-Neighbourliness", ""},
}
