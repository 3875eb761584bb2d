package theatre

import (
	"fmt"
	"slices"
	"strings"

	"entente/sim"
)

// Ask says what theatre is wanted.
type Ask struct {
	Title      string
	Start, End string    // as a scenario writes dates
	States     []*Polity // without the rivals
	Rivals     []*Polity
}

// all are the states of the theatre, the rivals last.
func (a *Ask) all() []*Polity { return slices.Concat(a.States, a.Rivals) }

// whole makes years into their first and their last quarter.
func whole(start, end string) (string, string) {
	if len(start) == 4 {
		start += "Q1"
	}
	if len(end) == 4 {
		end += "Q4"
	}
	return start, end
}

// entry is one line of a scenario: a figure that was measured, or one that waits for its code.
type entry struct {
	table, key, value string
	note              string // behind the mark, or the question
	measured          bool
}

// todo is the value of a figure that is still to be given.
const todo = `"TODO"`

func (e entry) path() string { return e.table + "." + e.key }

func (e entry) text() string {
	switch {
	case e.measured:
		return fmt.Sprintf("%s = %s # %s %s", e.key, e.value, Mark, e.note)
	case e.note != "":
		return fmt.Sprintf("%s = %s # %s", e.key, e.value, e.note)
	}
	return fmt.Sprintf("%s = %s", e.key, e.value)
}

// Remark is something about a figure that the user must know: it is missing, stale or carried.
type Remark struct {
	State  string `json:"state"`  // by its letters; of a figure of no state the path of the figure
	Figure string `json:"figure"` // its key
	What   string `json:"what"`   // there is to know of it
}

// sheet is what the data say of a theatre, row by row, with what is left to be coded.
type sheet struct {
	data    *Data
	ask     *Ask
	start   sim.Date
	end     sim.Date
	from    int // the year before the start
	begins  int
	to      int
	entries []entry
	remarks []Remark
}

// fill measures a theatre.
func (d *Data) fill(a *Ask) *sheet {
	s := &sheet{data: d, ask: a}
	s.start, _ = sim.ParseDate(a.Start)
	s.end, _ = sim.ParseDate(a.End)
	s.begins, s.to = int(s.start), int(s.end)
	s.from = s.begins - 1
	for _, p := range a.all() {
		s.state(p)
	}
	for _, r := range a.Rivals {
		s.rival(r)
	}
	s.relations()
	s.ties()
	return s
}

func (s *sheet) measured(table, key, value, note string) {
	s.entries = append(s.entries, entry{table, key, value, note, true})
}

func (s *sheet) code(table, key, question string, args ...any) {
	if len(args) > 0 {
		question = fmt.Sprintf(question, args...)
	}
	s.entries = append(s.entries, entry{table, key, todo, "rubric: " + question, false})
}

func (s *sheet) remark(p *Polity, figure, what string, args ...any) {
	s.remarks = append(s.remarks, Remark{p.ID, figure, fmt.Sprintf(what, args...)})
}

// figure measures one figure over time.
func (s *sheet) figure(p *Polity, key, label, about string, at func(year int) (float64, bool), print func(float64) string) {
	f := over(s.from, s.begins, s.to, at, print)
	if f.value == "" {
		s.remark(p, key, "missing: nothing in %s", label)
		s.measured("states."+p.ID, key, todo, fmt.Sprintf("nothing in %s; give %s", label, about))
		return
	}
	if f.far {
		s.remark(p, key, "missing: %s", f.told)
		s.measured("states."+p.ID, key, todo, fmt.Sprintf("%s: %s, which is too far; give %s", label, f.note, about))
		return
	}
	if f.told != "" {
		s.remark(p, key, "%s", f.told)
	}
	s.measured("states."+p.ID, key, f.value, label+", "+f.note)
}

func digits(n int) func(float64) string {
	return func(x float64) string { return significant(x, n) }
}
func decimals(n int) func(float64) string { return func(x float64) string { return decimal(x, n) } }

// lives are the years of states whose numbers others have had before them or after.
var lives = map[string]struct {
	from, to int
	as       string
}{
	"SUN": {0, 1991, "Russia after 1991"}, "RUS": {1992, 0, "the Soviet Union before 1992"},
	"YUG": {0, 2006, "Serbia after 2006"}, "SRB": {2006, 0, "Yugoslavia before 2006"},
}

// state measures what is known of a state, in the order of the shipped scenarios.
func (s *sheet) state(p *Polity) {
	d, table := s.data, "states."+p.ID
	s.entries = append(s.entries, entry{table: table, key: "name", value: fmt.Sprintf("%q", p.Name)})
	s.place(p)
	if l := lives[p.ID]; l.from > s.begins || l.to != 0 && l.to < s.to {
		s.remark(p, "all figures", "data sets know %s by the same number", l.as)
	}
	of := func(x *panel) func(int) (float64, bool) {
		return func(year int) (float64, bool) { return x.figure(p, year) }
	}
	s.figure(p, "capability", d.label(&nmc), "its share of the world's capabilities (CINC)", of(d.capability), digits(4))
	s.figure(p, "gdp", d.label(&gdp)+", 2011 US$ bn", "US$ bn a year, or strike the line out", of(d.product), digits(4))
	s.figure(p, "military_spending", d.label(&nmc)+", current US$ bn", "US$ bn a year, or strike the line out", of(d.military), digits(4))
	s.figure(p, "openness", fmt.Sprintf("%s over %s in US prices of the year", d.label(&trade), d.label(&gdp)), "trade as a share of GDP",
		func(year int) (float64, bool) { return d.openness(p, year) }, decimals(3))
	for _, r := range s.ask.Rivals {
		if r == p {
			continue
		}
		label := d.label(&trade)
		if d.commerce != nil {
			var years []int
			for y := s.from; y <= s.to; y++ {
				years = append(years, y)
			}
			switch fewest, most := d.commerce.span(p, years); {
			case fewest < most:
				label += fmt.Sprintf(" with %d to %d partners", fewest, most)
			case most > 0:
				label += " with " + count(most, "partner")
			}
		}
		s.figure(p, "trade."+r.ID, label, "the share of its trade that is with "+r.Name+", 0 if there is none",
			func(year int) (float64, bool) { return d.commerce.share(p, year, r) }, decimals(4))
	}
	s.figure(p, "polyarchy", d.label(&vdem), "the electoral democracy index", of(d.polyarchy), decimals(3))
	s.figure(p, "ideal_point", d.label(&unga)+", all votes", "the ideal point of a state like it; -4 to 4", of(d.ideal), decimals(3))
	for _, r := range s.ask.Rivals {
		if r != p {
			s.code(table, "contest."+r.ID, questions["contest"]+"%s", r.Name, s.hints(p, r))
		}
	}
	s.code(table, "autonomy_tradition", questions["autonomy_tradition"])
	s.volatility(p)
	s.code(table, "stance", questions["stance"])
	s.code(table, "centre", questions["centre"])
	s.code(table, "spread", questions["spread"])
	s.elections(p)
	s.code(table, "projection", questions["projection"])
	s.barred(p)
}

// place is where the capital lies.
func (s *sheet) place(p *Polity) {
	at, moved, ok := s.data.capital(p, s.start, s.end)
	table, label := "states."+p.ID, s.data.label(&capitals)
	if !ok {
		s.remark(p, "latitude, longitude", "missing: nothing in %s", label)
		s.measured(table, "latitude", todo, "no coordinates of capitals in the folder; give degrees north")
		s.measured(table, "longitude", todo, "no coordinates of capitals in the folder; give degrees east")
		return
	}
	if moved {
		s.remark(p, "latitude, longitude", "the capital moves; it is %s at the start", at.name)
	}
	s.measured(table, "latitude", decimal(at.latitude, 3), at.name+", capital coordinates of "+label)
	s.measured(table, "longitude", decimal(at.longitude, 3), "the same")
}

// volatility looks back five years from the first day of each year, and so knows nothing of what followed.
func (s *sheet) volatility(p *Polity) {
	const back = 5
	d := s.data
	label := d.label(&archigos)
	if d.later != nil && (d.rulers == nil || float64(s.to) > float64(d.rulers.to)) {
		label = strings.TrimPrefix(label+" and "+d.label(&reignLeaders), archigos.name+" and ")
	}
	s.figure(p, "volatility", label+", (changes of leader + 1) / (years + 6.37) in the five before",
		"how many changes of government are expected a year",
		func(year int) (float64, bool) {
			n, years, ok := d.changes(p, sim.Date(year-back), sim.Date(year))
			if !ok {
				return 0, false
			}
			return rate(n, years), true
		}, decimals(3))
}

// elections are listed where V-Dem's index is above 0.2: below, they do not change governments.
func (s *sheet) elections(p *Polity) {
	const sham = 0.2
	var dates, early []string
	for _, e := range s.data.elections(p, s.begins, s.to) {
		if x, ok := s.data.polyarchy.figure(p, e.at.year); ok && x <= sham {
			continue
		}
		dates = append(dates, e.at.quoted())
		if e.early {
			early = append(early, strings.Trim(e.at.quoted(), `"`))
		}
	}
	if len(dates) == 0 {
		return
	}
	note := s.data.label(&reignElections)
	if len(early) > 0 {
		note += "; called early: " + strings.Join(early, ", ")
	}
	s.measured("states."+p.ID, "elections", "["+strings.Join(dates, ", ")+"]", note)
}

// barred are states that come into the system, or leave it, within the horizon.
func (s *sheet) barred(p *Polity) {
	from, to, ok := s.data.life(p, s.start, s.end)
	table := "states." + p.ID + ".barred"
	label := s.data.label(&members)
	switch begins, ends := ok && from.date() > s.start, ok && to.year != 0 && to.date() < s.end; {
	case begins:
		s.measured(table, "until", from.text(), "a state from then on, "+label)
		s.measured(table, "reason", fmt.Sprintf("%q", "Not a state of its own before "+strings.Trim(from.text(), `"`)), label)
		s.remark(p, "barred", "not a state before %s; figures before then are carried", strings.Trim(from.text(), `"`))
	case ends:
		s.measured(table, "from", to.text(), "the last day as a state, "+label)
		s.measured(table, "reason", fmt.Sprintf("%q", "No longer a state after "+strings.Trim(to.text(), `"`)), label)
		s.remark(p, "barred", "no longer a state after %s", strings.Trim(to.text(), `"`))
	}
}

// hints are what the data say of a quarrel, before the start and within the horizon.
func (s *sheet) hints(a, b *Polity) string {
	var all []string
	const back = 10
	label := s.data.label(&mid)
	if s.data.disputes == nil {
		label = s.data.label(&midParticipants)
	}
	for _, years := range [][2]int{{s.begins - back, s.begins - 1}, {s.begins, s.to}} {
		if t := s.data.quarrels(a, b, years[0], years[1]).text(years[0], years[1]); t != "" {
			all = append(all, t+" ("+label+")")
		}
	}
	if t := s.data.rivalry(a, b, s.begins, s.to); t != "" {
		all = append(all, t)
	}
	if t := s.data.border(a, b, s.begins); t != "" && len(all) > 0 {
		all = append(all, t)
	}
	if len(all) == 0 {
		return ""
	}
	return " Hints: " + strings.Join(all, "; ")
}

// rival is how a rival acts, which is coded.
func (s *sheet) rival(r *Polity) {
	table := "rivals." + r.ID
	s.entries = append(s.entries, entry{table, "posture", todo, "judgement: " + questions["posture"], false})
	s.code(table, "offence", questions["offence"])
	seen := 0
	const back = 10
	for _, p := range s.ask.all() {
		if p != r {
			seen += s.data.quarrels(p, r, s.begins-back, s.begins-1).disputes
		}
	}
	hint := ""
	if seen > 0 {
		hint = fmt.Sprintf(" Hint: disputes with these states in %d-%02d, counted by state: %d", s.begins-back, (s.begins-1)%100, seen)
	}
	s.code(table, "tempo", questions["tempo"]+"%s", hint)
	s.code(table, "move", questions["move"])
	s.code(table, "retaliation", questions["retaliation"])
}

// relations are asked for where the data hint at a quarrel. That with a rival is its contest. Affinity is the model's
// own, from ideal points.
func (s *sheet) relations() {
	for i, a := range s.ask.States {
		for _, b := range s.ask.States[i+1:] {
			if t := s.hints(a, b); t != "" {
				pair := []string{a.ID, b.ID}
				slices.Sort(pair)
				s.code("relations."+strings.Join(pair, "-"), "friction", questions["friction"]+"%s", t)
			}
		}
	}
}

// ties are the treaties in force at some time of the horizon.
func (s *sheet) ties() {
	all := s.ask.all()
	for i, one := range all {
		for _, other := range all[i+1:] {
			a, b := one, other
			if a.ID > b.ID {
				a, b = b, a
			}
			for _, t := range s.data.ties(a, b, s.start, s.end) {
				table := "ties." + t.id
				s.measured(table, "title", fmt.Sprintf("%q", t.title), t.source)
				s.measured(table, "members", fmt.Sprintf("[%q, %q]", a.ID, b.ID), t.source)
				s.measured(table, "kind", fmt.Sprintf("%q", string(t.kind)), t.source)
				if t.guarantor != nil {
					s.measured(table, "guarantor", fmt.Sprintf("%q", t.guarantor.ID), "alone owes defence, "+t.source)
				}
				day := "signed, " + t.source
				if t.loose != "" {
					day = t.source + "; " + t.loose
				}
				s.measured(table, "since", t.since.text(), day)
				if t.until.year != 0 {
					s.measured(table, "until", t.until.text(), t.source)
				}
				if t.article != "" {
					s.measured(table, "article", fmt.Sprintf("%q", t.article), "the text")
				}
			}
		}
	}
}
