package theatre

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"entente/scenarios"
)

// Scenario is a theatre as a file, with what its author must know about it.
type Scenario struct {
	Text    string
	Ties    int
	ToCode  int // figures that wait: rubric rows, and measured ones for which there is nothing
	Remarks []Remark
}

// sources are how the data sets are cited, in the words of the shipped scenarios.
var sources = map[*dataset]string{
	&nmc: "Correlates of War, National Material Capabilities (Singer 1987): CINC and military spending.",
	&trade: "Correlates of War, dyadic trade (Barbieri, Keshk and Pollins 2009): the share is of trade with all " +
		"partners on record.",
	&gdp: "simulated real GDP of the R package isard (Miller), a mean of draws. Openness takes prices to be those of " +
		"the United States (its GDP at current prices: BEA, memory) and runs low.",
	&vdem:            "electoral democracy index, V-Dem Institute.",
	&unga:            "Bailey, Strezhnev and Voeten (2017), ideal points at the UN General Assembly, all votes.",
	&archigos:        "Goemans, Gleditsch and Chiozza (2009). Few years say little: each rate is drawn to the world's 0.157 a year.",
	&reignElections:  "Bell, Besaw and Frank: election dates, where V-Dem's index is above 0.2; rulers where Archigos ends.",
	&atopMembers:     "Leeds et al. (2002), Alliance Treaty Obligations and Provisions, by treaty and member.",
	&atopDyads:       "Leeds et al. (2002), Alliance Treaty Obligations and Provisions, by pair and year.",
	&mid:             "Correlates of War, Militarized Interstate Disputes (Palmer et al. 2021): hints only.",
	&midParticipants: "Correlates of War, Militarized Interstate Disputes (Palmer et al. 2021), by participant: hints only.",
	&rivalries:       "Thompson, Sakuwa and Suhas (2021), strategic rivalries: hints only.",
	&capitals:        "Miller, R package: coordinates of capitals.",
	&members:         "Correlates of War, membership of the state system.",
}

// New writes the scenario of a theatre.
func (d *Data) New(a Ask) Scenario {
	a.Start, a.End = whole(a.Start, a.End)
	s := d.fill(&a)
	w := &writer{}
	w.head(s)
	w.line("")
	table := ""
	for _, e := range s.entries {
		if e.table != table {
			w.section(s, table, e.table)
			table = e.table
		}
		w.line(e.text())
	}
	w.clause(&a)
	out := Scenario{Text: w.String(), Remarks: s.remarks}
	out.ToCode = strings.Count(out.Text, " = "+todo)
	for _, e := range s.entries {
		if strings.HasPrefix(e.table, "ties.") && e.key == "kind" {
			out.Ties++
		}
	}
	return out
}

type writer struct{ strings.Builder }

func (w *writer) line(format string, args ...any) {
	if len(args) > 0 {
		format = fmt.Sprintf(format, args...)
	}
	w.WriteString(format + "\n")
}

// margin is how wide a comment may be.
const margin = 120

// hanging writes a name with a text behind it, whose lines begin below each other.
func (w *writer) hanging(name, text string) {
	line := fmt.Sprintf("#   %-20s", name)
	for _, word := range strings.Fields(text) {
		if len(line)+1+len(word) > margin {
			w.line("%s", line)
			line = fmt.Sprintf("#   %-20s", "")
		}
		line += " " + word
	}
	w.line("%s", line)
}

func (w *writer) head(s *sheet) {
	a := s.ask
	w.line("format = %d", scenarios.Format)
	w.line("")
	w.line("# %s", a.Title)
	w.line("#")
	w.line("# How to read the comments. \"%s\" is a figure of a data set, with its version and years; `entente theatre update`", Mark)
	w.line("# writes it anew. Take the mark away to keep a figure of your own. \"rubric\" is a judgement by scenarios/RUBRIC.md: put")
	w.line("# the value for TODO and the reason for the question. Code from what was known at the start, never from what came after.")
	w.line("# A year without a figure lies on the straight line between its neighbours. \"carried back\" is a later figure used for")
	w.line("# want of an earlier one.")
	w.line("#")
	w.line("# Sources")
	for _, set := range sets() {
		if text := sources[set]; text != "" && s.data.taken[set] != nil {
			w.hanging(set.name, text)
		}
	}
	w.line("#")
	w.line("# The rungs of the rubric, in short")
	for _, r := range rungs {
		w.hanging(r.key, r.text)
	}
	w.line("#")
	w.line("# Not in it: (say here what the theatre leaves out)")
	w.line("")
	w.line("title = %q", a.Title)
	w.line("start = %q", a.Start)
	w.line("end = %q", a.End)
	w.line(`tick = "quarter"`)
	w.line(`headline = "pact"`)
}

// section begins a table, and tells what kind of table is to come when a new kind does.
func (w *writer) section(s *sheet, was, now string) {
	kind := func(table string) string { before, _, _ := strings.Cut(table, "."); return before }
	if was != "" && !strings.HasPrefix(now, was+".") {
		w.line("")
	}
	if kind(was) != kind(now) {
		switch kind(now) {
		case "relations":
			w.line("# Quarrels, where disputes or rivalries hint at one. Pairs that are not here have none at issue. What is between a")
			w.line("# state and a rival is its contest above. Affinity is the model's own, from ideal points.")
			w.line("")
		case "ties":
			w.line("# Treaties that bind to defence or to consult. Strike out those that the clause itself brought about. Depth " +
				"is the kind's")
			w.line("# own: code it by the rubric where you know the text.")
			w.line("")
		}
	}
	w.line("[%s]", now)
}

// clause is the proposal that the theatre is about, all of which is for hands.
func (w *writer) clause(a *Ask) {
	var founders, against []string
	for _, p := range a.States {
		founders = append(founders, fmt.Sprintf("%q", p.ID))
	}
	for _, r := range a.Rivals {
		against = append(against, fmt.Sprintf("%q", r.ID))
	}
	w.line("")
	w.line("# The clause. Name it, say when it was put and strike out who was not asked.")
	w.line("")
	w.line("[clauses.pact]")
	w.line(`title = "A collective-defence pact"`)
	w.line("opens = %q", a.Start)
	w.line("founders = [%s]", strings.Join(founders, ", "))
	w.line("depth = %s # rubric: %s", todo, questions["depth"])
	w.line("against = [%s]", strings.Join(against, ", "))
	w.line("ratification_years = %s # judgement: how many years from signature to the vote at home?", todo)
}

// insteadOf are data sets that do for each other.
var insteadOf = map[*dataset]*dataset{&atopMembers: &atopDyads, &atopDyads: &atopMembers, &mid: &midParticipants}

// Told is what was taken from where, as the user reads it.
func (d *Data) Told() string {
	w := &writer{}
	w.line("From %s:", d.Folder)
	for _, set := range sets() {
		t := d.taken[set]
		if t == nil {
			continue
		}
		years := ""
		if t.from != 0 {
			years = fmt.Sprintf(", %d-%d", t.from, t.to)
		}
		w.listed(t.label, strings.TrimPrefix(t.file, d.Folder+"/")+years)
		for _, other := range t.beside {
			w.listed("", "not taken: "+strings.TrimPrefix(other, d.Folder+"/"))
		}
	}
	for _, set := range sets() {
		if d.taken[set] == nil && d.taken[insteadOf[set]] == nil && set != &midParticipants {
			w.listed(set.name, "not there: it gives "+set.gives)
		}
	}
	for _, f := range d.unread() {
		w.listed("", "cannot be read: "+strings.TrimPrefix(f, d.Folder+"/")+"; save it as a table in text (CSV)")
	}
	return w.String()
}

// A list on a screen: names, and what is said of them from one column on.
const (
	listedFrom = 23
	listedTo   = 80
)

// listed is a row of a list: what is wider than a screen goes on below.
func (w *writer) listed(name, text string) {
	line := fmt.Sprintf("  %-*s", listedFrom-3, name)
	for _, word := range strings.Fields(text) {
		if n := utf8.RuneCountInString(line); n >= listedFrom && n+1+utf8.RuneCountInString(word) > listedTo {
			w.line("%s", line)
			line = strings.Repeat(" ", listedFrom-1)
		}
		line += " " + word
	}
	w.line("%s", line)
}

// Listed tells remarks, by state and figure; those that several states share are one line.
func Listed(remarks []Remark) string {
	var keys []string
	states := map[string][]string{}
	for _, r := range remarks {
		k := r.Figure + "\t" + r.What
		if !slices.Contains(keys, k) {
			keys = append(keys, k)
		}
		states[k] = append(states[k], r.State)
	}
	w := &writer{}
	for _, k := range keys {
		figure, what, _ := strings.Cut(k, "\t")
		if what != "" {
			what += " "
		}
		w.listed(figure, fmt.Sprintf("%s(%s)", what, strings.Join(states[k], " ")))
	}
	return w.String()
}
