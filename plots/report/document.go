// Package report sets a report as one page of HTML that needs nothing else, and as a paper in LaTeX. It writes no finding of its own
// but what binds the house's tables and charts together.
package report

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"entente/plots"
	"entente/plots/tables"
	"entente/plots/words"
	"entente/sim/lab/history"
)

// document is a report laid out: what both forms of it are written from.
type document struct {
	Title    string
	Made     string   // version, seed and runs
	Findings []found  // the first lines, by scenario
	Missing  []string // what is left out or was not reached
	Sections []section
	Program  words.Entry
	Entries  []words.Entry
}

// found is what was found of one scenario.
type found struct {
	Of        string // its title; "" of one alone
	Sentences []string
}

// section is a heading with what stands below it.
type section struct {
	ID      string
	Heading string
	Level   int // 2 of a scenario or of what concerns all, 3 of a part of it
	Text    []string
	List    []string // one a line
	Charts  []chart
	Parts   []part
	Sources []source // that have a name
	Cited   []source // texts that comments cite
	Notes   []string
	Lead    string
	Shut    bool // long, and opened by who wants it
	Command string
	Lines   []string // of code
}

// part is a table below a heading, with words above it and below.
type part struct {
	Heading     string
	Level       int
	Text, Below []string
	Table       *tables.Table
}

// chart is a chart with the name of its files.
type chart struct {
	plots.Named
	ID string
}

// source is something that the figures of a scenario rest on.
type source struct {
	Name, Text, Key string
	Named           int
}

// layOut lays a report out. charts are those of plots.OfReport, command is what gives the same report.
func layOut(r *history.Report, charts []plots.Named, command string) *document {
	d := &document{Title: title(r), Program: words.OfProgram(), Entries: words.Entries(r.Rests)}
	each := ""
	if r.Each != "" {
		each = " of each scenario"
	}
	d.Made = fmt.Sprintf("Made by Entente %s; %s%s, seed %d", r.Version, words.Count(r.Asked, "run"), each, r.Seed)
	l := &laying{document: d, report: r, charts: charts}
	for k := range r.Reported {
		told := found{Sentences: tables.ReportFinding(&r.Reported[k])}
		if len(r.Reported) > 1 {
			told.Of = r.Reported[k].Title
		}
		d.Findings = append(d.Findings, told)
	}
	if len(r.LeftOut) > 0 {
		d.Missing = append(d.Missing, "Left out, as asked: "+words.And(r.LeftOut)+".")
	}
	if len(r.Unreached) > 0 {
		d.Missing = append(d.Missing, "Cut short: nothing is told of "+words.And(r.Unreached)+".")
	}
	if n := len(r.Failures); n > 0 {
		d.Missing = append(d.Missing, fmt.Sprintf("Failed and left out: %s of %s.", words.Thousands(n), words.Count(r.Played, "run")))
	}
	l.together()
	for k := range r.Reported {
		l.scenario(&r.Reported[k])
	}
	l.record()
	l.wrong()
	l.method(command)
	l.figures()
	d.bind()
	return d
}

// bind keeps the sign of per cent in the line of its figure.
func (d *document) bind() {
	bound := func(lines []string) {
		for k := range lines {
			lines[k] = strings.ReplaceAll(lines[k], " %", "\u00a0%")
		}
	}
	for _, f := range d.Findings {
		bound(f.Sentences)
	}
	for _, s := range d.Sections {
		bound(s.Text)
		bound(s.List)
		bound(s.Notes)
		for _, p := range s.Parts {
			bound(p.Text)
			bound(p.Below)
		}
	}
}

// title names what is reported.
func title(r *history.Report) string {
	if len(r.Reported) == 1 {
		return r.Title
	}
	var names []string
	for _, of := range r.Reported {
		names = append(names, of.Title)
	}
	return words.And(names)
}

// laying is a document in the making.
type laying struct {
	*document
	report *history.Report
	charts []plots.Named
	prefix string // of the scenario at hand, in the names of charts
	scope  string // and in the ids of sections
	said   []string
}

// section begins one and returns it to be filled.
func (l *laying) section(level int, heading string) *section {
	id := strings.Trim(regexp.MustCompile(`[^a-z0-9]+`).ReplaceAllString(strings.ToLower(l.scope+" "+heading), "-"), "-")
	l.Sections = append(l.Sections, section{ID: id, Heading: heading, Level: level})
	return &l.Sections[len(l.Sections)-1]
}

// told is a section that a page of tables fills, with charts.
func (l *laying) told(heading string, p *tables.Page, charts ...string) *section {
	s := l.section(3, heading)
	s.Text, s.List = l.news(p.Finding), l.news(p.Asked)
	for _, name := range charts {
		for _, c := range l.charts {
			if c.Name == l.prefix+name {
				s.Charts = append(s.Charts, chart{c, "chart-" + c.Name})
			}
		}
	}
	for _, of := range p.Sections {
		s.Parts = append(s.Parts, part{of.Heading, s.Level + 1, of.Text, of.Below, of.Table})
	}
	s.Notes = p.Notes
	return s
}

// news are those of some lines that were not said of the scenario at hand.
func (l *laying) news(lines []string) []string {
	lines = slices.DeleteFunc(slices.Clone(lines), func(line string) bool { return slices.Contains(l.said, line) })
	l.said = append(l.said, lines...)
	return lines
}

// together lays out the scenarios beside each other, if there are several.
func (l *laying) together() {
	p := tables.SideBySide(l.report)
	if p == nil {
		return
	}
	l.section(2, "Side by side")
	l.told("The chances", p)
	if l.report.Together() != nil {
		l.told("Threat felt and trade at risk on one plane", &tables.Page{}, "drivers")
	}
}

// scenario lays out what is told of one scenario.
func (l *laying) scenario(of *history.Reported) {
	l.prefix, l.scope, l.said = l.report.Prefix(of), of.Name, nil
	s := l.section(2, of.Title)
	if of.Question != "" {
		s.Text = []string{of.Question}
	}
	asked := l.section(3, "What was asked")
	if of.Run != nil {
		asked.List = l.news(tables.Run(of.Run).Asked)
	}
	inputs := l.section(3, "What goes in, and what it rests on")
	given := tables.Given(of)
	inputs.Text = append(slices.Clone(given.Finding), "The sources that its files name, and how many comments beside figures, days and members "+
		"name each; every figure stands at the end:")
	for _, src := range l.report.Rests.Sources {
		for _, name := range src.Of {
			if name == of.Name {
				of := source{src.Name, src.Text, words.OfSource(src.Name, src.Text).Key, src.Named}
				if src.Name != "" {
					inputs.Sources = append(inputs.Sources, of)
				} else {
					inputs.Cited = append(inputs.Cited, of)
				}
			}
		}
	}
	if of.Drivers != nil {
		l.told("Three drivers: threat, trade at risk, policy volatility", tables.Drivers(of.Drivers), "drivers")
	}
	if of.Run != nil {
		l.told("Results", tables.Run(of.Run), "in-force", "signatures", "terms", "web")
	}
	if of.Doubt != nil {
		l.told("How far the chance can be trusted: luck, constants, coding", tables.Doubt(of.Doubt), "doubt")
	}
	if of.Why != nil {
		l.told("Why: the parts of the chance", tables.Why(of.Why), "why")
	}
	if of.Flip != nil {
		l.told("What would turn it", tables.Flip(of.Flip), "flip")
	}
	l.prefix, l.scope, l.said = "", "", nil
}

// figures lays out each figure of each scenario.
func (l *laying) figures() {
	for k := range l.report.Reported {
		of := &l.report.Reported[k]
		s := l.section(2, "Every figure of "+of.Name+", and where it is from")
		s.Shut, s.Lead = true, l.report.Prefix(of)+"inputs.csv in the folder of this report has them as a table of data."
		for _, t := range tables.Given(of).Sections {
			s.Parts = append(s.Parts, part{Table: t.Table})
		}
	}
}

// record lays out how the rule does on history.
func (l *laying) record() {
	if l.report.Hindcast == nil {
		return
	}
	l.section(2, "The record").Text = []string{"How the rule does on what history has decided. The record is that of the rule and of its " +
		"constants, whatever is changed in a scenario above."}
	l.told("On history", tables.HindcastInShort(l.report.Hindcast), "reliability")
	if l.report.Standings != nil {
		l.told("On what it was not fitted to: the tournament", tables.TournamentInShort(l.report.Standings), "tournament")
	}
}

// wrong lays out what the model gets wrong, and what it does not tell.
func (l *laying) wrong() {
	s := l.section(2, "What it gets wrong, and what it leaves out")
	if l.report.Hindcast != nil {
		p := tables.Misses(l.report.Hindcast)
		s.Text = append(s.Text, p.Finding...)
		for _, of := range p.Sections {
			s.Parts = append(s.Parts, part{of.Heading, s.Level + 1, of.Text, of.Below, of.Table})
		}
	}
	for _, of := range l.report.Reported {
		if of.NotIn != "" {
			s.List = append(s.List, "Not in "+of.Name+": "+of.NotIn)
		}
	}
	s.Notes = append(s.Notes, words.LeavesOut)
}

// method lays out how it was done, as a paper may tell it, and what gives the same again.
func (l *laying) method(command string) {
	r := l.report
	s := l.section(2, "Method, as a paper may tell it")
	s.Text = append(words.Method(r), words.MethodOfRecord(r)...)
	again := l.section(2, "To have the same again")
	again.Text = []string{"The same command with the same version gives the same files, to the last byte, on any machine and with any number of " +
		"workers:"}
	again.Lines = []string{command + " --out DIR"}
	again.Notes = []string{"Each part is also the answer to a question of its own:"}
	for _, of := range r.Reported {
		again.Command += strings.Join(of.Commands, "\n") + "\n"
	}
	again.Command = strings.TrimSpace(again.Command + strings.Join(r.Commands, "\n"))
}
