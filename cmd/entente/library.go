package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"entente/plots"
	"entente/scenarios"
	"entente/sim/lab"
)

// libraryFlags are those of run: --runs counts the runs of each scenario.
type libraryFlags struct{ runFlags }

func libraryCommand() *cobra.Command {
	var f libraryFlags
	c := &cobra.Command{
		Use:   "library [SCENARIO...]",
		Short: wordsLibrary,
		Long:  wordsLibraryLong,
		RunE: func(c *cobra.Command, names []string) error {
			if err := f.check(); err != nil {
				return err
			}
			return f.library(c, names)
		},
	}
	f.register(c, 1000)
	return c
}

// shelf is a base and the what-ifs that are built on it: the worlds of one comparison, the base first.
type shelf []world

// shelves reads the what-ifs asked for, or all that are shipped, and puts each on the shelf of its base.
func (f *libraryFlags) shelves(c *cobra.Command, names []string) ([]shelf, error) {
	asked := len(names) > 0
	if !asked {
		names = scenarios.Names()
	}
	var bases []string
	whatIfs := map[string]shelf{}
	for _, name := range names {
		l, err := f.load(c, name)
		if err != nil {
			return nil, err
		}
		if l.Base == "" || l.Scenario.Expects == "" {
			if asked {
				return nil, usage("%s is no what-if: it needs a base, and an expectation with a word for it in expects", name)
			}
			continue
		}
		if whatIfs[l.Base] == nil {
			bases = append(bases, l.Base)
		}
		whatIfs[l.Base] = append(whatIfs[l.Base], world{name, l.Scenario.Name, l})
	}
	slices.Sort(bases)
	var all []shelf
	for _, base := range bases {
		l, err := f.load(c, base)
		if err != nil {
			return nil, err
		}
		all = append(all, append(shelf{{base, l.Scenario.Name, l}}, whatIfs[base]...))
	}
	return all, nil
}

func (f *libraryFlags) library(c *cobra.Command, names []string) error {
	shelves, err := f.shelves(c, names)
	if err != nil {
		return err
	}
	if err := f.makeFolder(); err != nil {
		return err
	}
	began, worlds := time.Now(), 0
	for _, s := range shelves {
		worlds += len(s)
	}
	show, before := progress(c.ErrOrStderr(), f.runs*worlds), 0
	var found []*lab.Comparison
	for _, s := range shelves {
		opts := lab.Options{Runs: f.runs, Seed: f.seed, Workers: f.workers}
		if show != nil {
			opts.Done = func(count int) { show(before + count) }
		}
		var named []lab.Named
		for _, w := range s {
			named = append(named, w.as())
		}
		compared := lab.Compare(c.Context(), named, opts)
		before += compared.Played
		found = append(found, compared)
	}
	return f.tell(c, names, shelves, found, time.Since(began))
}

// tell prints and writes what became of what was expected.
func (f *libraryFlags) tell(c *cobra.Command, names []string, shelves []shelf, found []*lab.Comparison, took time.Duration) error {
	told := library{Seed: f.seed, Asked: f.runs, Overrides: f.set, Shelves: []lab.Shelf{}}
	r := result{
		table: func(out io.Writer) error { return writeLibrary(out, told) }, text: "library.md",
		kept: "The library, its tables and charts", json: "library.json", about: "the same and more, with every state",
		command: f.command("library", names...), seed: f.seed,
	}
	var charts []plots.Named
	for k, compared := range found {
		r.played, r.asked, r.failed = r.played+compared.Played, r.asked+compared.ToPlay, append(r.failed, compared.Failures...)
		if len(compared.Worlds) == 0 {
			continue
		}
		r.some = true
		told.Shelves = append(told.Shelves, compared.Shelf())
		base, t := shelves[k][0].short, compared.Table()
		r.tables = append(r.tables, lab.Table{Name: base + ".csv", About: t.About + ": " + base + " and its what-ifs", Write: t.Write})
		r.worlds = append(r.worlds, shelves[k]...)
		if f.out != "" {
			for _, n := range plots.Comparison(compared) {
				charts = append(charts, plots.Named{Name: base + "-" + n.Name, Chart: n.Chart})
			}
		}
	}
	told.Cut = r.played < r.asked
	r.found, r.charts = told, func() []plots.Named { return charts }
	if !r.some {
		return verdict(c.Context(), r.seed, r.failed, r.played, r.asked)
	}
	return f.deliver(c, r, took)
}

// library is all shelves, as JSON has it.
type library struct {
	Seed      uint64      `json:"seed"`
	Asked     int         `json:"runs_asked"` // of each scenario
	Overrides []string    `json:"overrides"`  // figures set in all of them
	Shelves   []lab.Shelf `json:"shelves"`
	Cut       bool        `json:"cut_short"`
}

// writeLibrary prints the library as Markdown.
func writeLibrary(out io.Writer, l library) error {
	var b strings.Builder
	fmt.Fprintf(&b, wordsLibraryPreface, thousands(l.Asked), l.Seed)
	if l.Cut {
		b.WriteString("\nThis was cut short: some scenarios are missing or have fewer runs.\n")
	}
	for _, set := range l.Overrides {
		fmt.Fprintf(&b, "\nSet in all of them: `%s`.\n", set)
	}
	for _, s := range l.Shelves {
		onShelf(&b, s, l.Asked)
	}
	_, err := io.WriteString(out, b.String())
	return err
}

// onShelf tells what came out of the what-ifs on one base: a table, then each in words.
func onShelf(b *strings.Builder, s lab.Shelf, asked int) {
	held := 0
	for _, w := range s.WhatIfs {
		if w.Held {
			held++
		}
	}
	fmt.Fprintf(b, "\n## On %s\n\n%s. %s is in force at the end of %s in %s of the runs (95 %% interval %s).\n", s.Base.Name,
		s.Base.Title, s.Base.ClauseTitle, s.Base.End, percent(s.Base.InForce.Mean), interval(s.Base.InForce))
	fmt.Fprintf(b, "%d of %d expectations held.\n\n", held, len(s.WhatIfs))
	b.WriteString("| What if | Expected | Chance | Change, points | 95 % interval | States that move most | |\n|---|---|---|---|---|---|---|\n")
	for _, w := range s.WhatIfs {
		d := w.Change.InForce
		fmt.Fprintf(b, "| [%s](#%s) | %s | %s | %s | %s to %s | %s | %s |\n", w.Name, w.Name, w.Expects, percent(w.InForce.Mean),
			points(d.Mean), points(d.Low), points(d.High), mostMoved(w), heldOrMissed(w))
	}
	for _, w := range s.WhatIfs {
		fmt.Fprintf(b, "\n### %s\n\n%s, [%s](%s).\n\n", w.Name, w.Title, w.Scenario+".toml", strings.TrimSuffix(w.Name, ".toml")+".toml")
		fmt.Fprintf(b, "Expected *%s*: %s\n\n", w.Expects, strings.TrimSpace(w.Expectation))
		cameOut(b, s, w, asked)
	}
}

// heldOrMissed says whether what was expected came out, and if not, what did.
func heldOrMissed(w lab.WhatIf) string {
	switch d := w.Change.InForce; {
	case w.Held:
		return "held"
	case !d.BeyondLuck():
		return "**missed**: no more than luck"
	case d.Mean > 0:
		return "**missed**: higher"
	}
	return "**missed**: lower"
}

// cameOut says in words what became of one what-if.
func cameOut(b *strings.Builder, s lab.Shelf, w lab.WhatIf, asked int) {
	if w.Runs < asked {
		fmt.Fprintf(b, "(%s runs) ", thousands(w.Runs))
	}
	d := w.Change.InForce
	what := "it is in force"
	if w.ClauseTitle != s.Base.ClauseTitle || w.End != s.Base.End {
		what = fmt.Sprintf("%s is in force at the end of %s", w.ClauseTitle, w.End)
	}
	verdict := "The expectation held."
	if !w.Held {
		verdict = "**The expectation missed.**"
	}
	fmt.Fprintf(b, "Came out: %s in %s of the runs, %s points against the base (%s to %s). %s", what, percent(w.InForce.Mean),
		points(d.Mean), points(d.Low), points(d.High), verdict)
	fmt.Fprintf(b, " Whose signature moves most: %s.", mostMoved(w))
	var newly, gone []string
	for i, st := range w.States {
		switch was := s.Base.States[i]; {
		case st.Role.Invited() && !was.Role.Invited():
			newly = append(newly, fmt.Sprintf("%s (signs in %s)", st.Name, percent(st.Signed.Mean)))
		case !st.Role.Invited() && was.Role.Invited():
			gone = append(gone, st.Name)
		}
	}
	if len(newly) > 0 {
		fmt.Fprintf(b, " Invited here only: %s.", inWords(newly, "and"))
	}
	if len(gone) > 0 {
		fmt.Fprintf(b, " No longer invited: %s.", inWords(gone, "and"))
	}
	b.WriteString("\n")
}

// mostMoved names up to three states whose signing changes most, beyond luck.
func mostMoved(w lab.WhatIf) string {
	var names []string
	for _, st := range w.Moved() {
		names = append(names, st.Name+" "+points(st.Change.Mean))
	}
	return firstThree(names)
}
