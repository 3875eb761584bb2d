package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"entente/plots"
	"entente/plots/report"
	"entente/plots/tables"
	"entente/plots/words"
	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/history"
)

// What help says of it.
const (
	wordsReport = "A paper from one command: a web page and LaTeX, with all that is known of some scenarios"

	wordsReportLong = `Asks of each scenario what run, drivers, why, flip and doubt ask, and what hindcast and the shipped tournament say of the
rule, and sets it all as one page (report.html, which needs no network) and as a paper (report.tex, with its charts as PDF and
references.bib): the question, the finding in words, what goes in with its sources, the three drivers, results with what luck, constants and
coding leave open, why, what would turn it, the record, what the model gets wrong, a paragraph of method, and references. Several
scenarios also stand side by side: their chances in a table, their states on one plane of threat and trade. Charts are laid out
for a page unless --figure says otherwise; title and notes of a PDF stand in the paper's caption.

--runs counts the histories of the chance, of the drivers and of doubt; of the others each part is played in proportion to what its own
command plays: with %[1]d the record %[2]d, why at most %[3]d, flip %[4]d, and never fewer than %[5]d. With these a scenario takes a minute
or two, half of that for doubt. --without leaves parts out, as in --without doubt,record, and the report says so. --set and --coder change the scenarios; the
record is of the rule as shipped, but for parameters and --theory.

To compile the paper, in its folder:
  pdflatex report && bibtex report && pdflatex report && pdflatex report

If you interrupt it, the parts that were played are reported, and the same command goes on from there.`

	wordsReportExample = `  entente report europe-1947 pacific-2025 --out paper`
)

// reportRuns are those of the chance if nobody says otherwise.
const reportRuns = 1000

func init() { verbs = append(verbs, reportCommand) }

// reportFlags add what to leave out.
type reportFlags struct {
	flags
	without []string
}

func reportCommand() *cobra.Command {
	var f reportFlags
	c := &cobra.Command{
		Use:   "report SCENARIO [SCENARIO...] --out DIR",
		Short: wordsReport,
		Long: fmt.Sprintf(wordsReportLong, reportRuns, history.RunsOf(history.PartRecord, reportRuns), history.RunsOf(history.PartWhy, reportRuns),
			history.RunsOf(history.PartFlip, reportRuns), history.RunsOf(history.PartFlip, 1)),
		Example: wordsReportExample,
		Args:    scenariosGiven,
		RunE:    f.report,
	}
	f.register(c, reportRuns)
	mustHoldOf(c, f.check)
	f.asOfFlag(c)
	c.Flags().StringSliceVar(&f.without, "without", nil, "leave out these `parts`: "+words.And(history.ReportParts))
	return c
}

func (f *reportFlags) check(names []string, wrong *complaints) {
	if f.out == "" {
		wrong.add("entente report needs --out, the folder of the report")
	}
	for k, part := range f.without {
		if !slices.Contains(history.ReportParts, part) {
			wrong.add("--without: there is no part %s%s", part, meant(part, history.ReportParts))
		}
		if slices.Contains(f.without[:k], part) {
			wrong.add("--without: %s is named twice", part)
		}
	}
	if !slices.Contains(f.wanted(), "pdf") {
		wrong.add("--format leaves out pdf, by which the paper takes its charts: --format %s,pdf", strings.Join(f.formats, ","))
	}
	wrong.join(once(names))
}

func (f *reportFlags) report(c *cobra.Command, names []string) error {
	scenarios, err := f.several(c, names)
	if err != nil {
		return err
	}
	if _, err := distinct(scenarios); err != nil {
		return err
	}
	asked, worlds, err := f.questions(c, names, scenarios)
	if err != nil {
		return err
	}
	var record string
	if f.tells(history.PartRecord) {
		of, command, err := f.record(c, &asked)
		if err != nil {
			return err
		}
		record, worlds = command, append(worlds, of...)
	}
	f.alone, f.usual = true, "page"
	q := f.question(c, f.command(names), filesOf(&f.drawn, f.blank(asked), plots.OfReport), worlds...)
	q.names = append(q.names, report.PageFile, report.PaperFile, report.ReferencesFile)
	if err := q.open(); err != nil {
		return err
	}
	found := history.AskReport(q.ctx, asked, q.options(&f.flags, 0))
	if found.Hindcast != nil {
		found.Commands = append(found.Commands, record)
	}
	if found.Standings != nil {
		found.Commands = append(found.Commands, "entente tournament --shipped")
	}
	charts := plots.OfReport(found)
	q.files = append(q.files,
		attached{report.PageFile, "the report as a web page, which needs no network",
			func(w io.Writer) error { return report.HTML(w, found, charts, q.command) }},
		attached{report.PaperFile, "the report in LaTeX, with the charts beside it as PDF",
			func(w io.Writer) error { return report.Paper(w, found, charts, q.command) }},
		attached{report.ReferencesFile, "what the report rests on, as BibTeX", func(w io.Writer) error { return report.References(w, found) }})
	return q.answer(found, tables.Report(found), charts)
}

// questions are what a report asks of scenarios, and all worlds that it plays for them.
func (f *reportFlags) questions(c *cobra.Command, names []string, scenarios []world) (history.AskedReport, []world, error) {
	asked := history.AskedReport{Without: f.without, Rests: bibliography(scenarios)}
	worlds := slices.Clone(scenarios)
	doubting := doubtFlags{flags: f.flags, err: usualError, factor: usualFactor, figures: usualFigures}
	for k, w := range scenarios {
		doubted, read, err := doubting.doubted(c, w)
		if err != nil {
			return asked, nil, err
		}
		asked.Doubted = append(asked.Doubted, doubted)
		at := f.at(history.PartFlip)
		asked.Replays = append(asked.Replays, at.replays(names[k]))
		asked.Of = append(asked.Of, f.reported(names[k], w))
		if f.tells(history.PartDoubt) {
			worlds = append(worlds, read[1:]...)
		}
	}
	return asked, worlds, nil
}

// tells whether a part is not left out.
func (f *reportFlags) tells(part string) bool { return !slices.Contains(f.without, part) }

// at are the flags of the question that a part is.
func (f *reportFlags) at(part string) flags {
	of := f.flags
	of.runs = history.RunsOf(part, f.runs)
	return of
}

// reported is what is known of a scenario before anything is played.
func (f *reportFlags) reported(name string, w world) history.Reported {
	s := w.Scenario
	calendar := sim.NewCalendar(s.Start, s.End, s.Tick)
	of := history.Reported{Name: s.Name, Title: s.Title, Question: s.Summary, NotIn: w.LeftOut(), States: len(s.States), Ticks: calendar.Ticks(),
		From: calendar.Label(0), Inputs: []history.Given{}, Bases: bases(w.Inputs())}
	for _, in := range w.Inputs() {
		of.Inputs = append(of.Inputs, history.Given{Path: in.Path, Value: in.Value, Unit: in.Unit, Basis: string(in.Basis), Source: in.Text})
	}
	of.Commands = append(of.Commands, f.flags.command("run", name))
	for _, part := range history.ReportParts {
		if part != history.PartRecord && f.tells(part) {
			at := f.at(part)
			of.Commands = append(of.Commands, at.command(part, name))
		}
	}
	return of
}

// record reads what the record is played on: the rule as shipped, but for what is said of the theory.
func (f *reportFlags) record(c *cobra.Command, asked *history.AskedReport) (worlds []world, command string, err error) {
	of := flags{seed: f.seed, workers: f.workers, runs: history.RunsOf(history.PartRecord, f.runs)}
	for _, set := range f.set {
		if strings.HasPrefix(set, "parameters.") || strings.HasPrefix(set, "theory=") {
			of.set = append(of.set, set)
		}
	}
	p, err := of.past(c, []string{decided})
	if err != nil {
		return nil, "", err
	}
	asked.Episodes, asked.Scenarios = p.episodes, p.scenarios
	kept, err := shippedFits()
	if err != nil {
		return nil, "", err
	}
	t := tournamentFlags{shipped: true, kinds: "both", trials: kept.Trials, episodes: kept.Episodes}
	t.runs, t.seed, t.workers = kept.Runs, kept.Seed, f.workers
	tried, fitted, err := t.tournament(c)
	if asked.Tournament = tried; err != nil {
		return nil, "", err
	}
	made, err := kept.Known()
	if err != nil {
		return nil, "", failure{exitRun, fmt.Errorf("the shipped tournament is of another version: %w", err)}
	}
	asked.Tournament.Ledger = recalled{known: made}
	asked.Stale, asked.Made = kept.Read != readAs(fitted), kept.Made
	return p.worlds, of.command("hindcast", decided), nil
}

// blank is a report of which nothing is found yet.
func (f *reportFlags) blank(asked history.AskedReport) *history.Report {
	r := &history.Report{Reported: slices.Clone(asked.Of)}
	for k := range r.Reported {
		of := &r.Reported[k]
		of.Run = &lab.Summary{}
		if f.tells(history.PartDrivers) {
			of.Drivers = &lab.Drivers{Worlds: make([]lab.DrivenScenario, 1)}
		}
		if f.tells(history.PartWhy) {
			of.Why = &lab.Why{}
		}
		if f.tells(history.PartFlip) {
			of.Flip = &lab.Flip{}
		}
		if f.tells(history.PartDoubt) {
			of.Doubt = &lab.Doubt{}
		}
	}
	if f.tells(history.PartRecord) {
		r.Hindcast, r.Standings = &history.Hindcast{}, &history.Standings{}
	}
	return r
}

// command is the shortest command line that gives the same report.
func (f *reportFlags) command(names []string) string {
	line := f.flags.command("report", names...)
	if len(f.without) > 0 {
		line += " --without " + words.Shell(strings.Join(f.without, ","))
	}
	return line
}
