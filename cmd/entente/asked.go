package main

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"entente/cmd/entente/shelf"
	"entente/plots"
	"entente/plots/tables"
	"entente/plots/words"
	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab"
)

// asked is a question under way: what it is about has been read, and its folder is open.
type asked struct {
	ctx     context.Context
	c       *cobra.Command
	show    *showing
	command string // the shortest that gives the same answer
	worlds  []world
	files   []attached // that the folder needs to stand on its own
	ledger  shelf.Kept // how what was played is kept, if otherwise than usual
	shelf   *shelf.Shelf
	began   time.Time
	workers int
	clear   func()
}

// world is a scenario as it is to be played.
type world struct {
	name string // as it was asked for
	*scenarios.Loaded
}

// attached is a file that goes into the folder as it is.
type attached struct {
	name, about string
	write       func(io.Writer) error
}

// plain writes a text as it is.
func plain(text string) func(io.Writer) error {
	return func(w io.Writer) error { _, err := io.WriteString(w, text); return err }
}

// ask opens the folder, before anything is played: what stands in its way is told now, and not when all is done.
func (f *flags) ask(c *cobra.Command, command string, worlds ...world) (*asked, error) {
	a := f.question(c, command, worlds...)
	return a, a.open()
}

func (f *flags) question(c *cobra.Command, command string, worlds ...world) *asked {
	return &asked{ctx: c.Context(), c: c, show: &f.showing, command: command, worlds: worlds, workers: f.workers, clear: func() {}}
}

func (a *asked) open() error {
	a.began = time.Now()
	if a.show.out == "" {
		return nil
	}
	s, err := shelf.Open(a.show.out, shelf.Question{Identity: a.identity(), Command: a.command, Ledger: a.ledger, Files: a.known()})
	if err != nil {
		return usage("--out: %w", err)
	}
	a.shelf = s
	return nil
}

// known are the files that the answer will have, as far as is known before it is found.
func (a *asked) known() []string {
	names := []string{answerFile, tableFile}
	for _, f := range a.files {
		names = append(names, f.name)
	}
	for k := range a.worlds {
		for _, f := range a.resolved(k) {
			names = append(names, f.name)
		}
	}
	return names
}

// resolved are the files that hold a world with all that was read for it: the scenario first, then its history and the history
// of that, each of which names the next.
func (a *asked) resolved(k int) []attached {
	w, of := a.worlds[k], ""
	if len(a.worlds) > 1 {
		of = "-" + lab.Letter(k)
	}
	s, name := w.Scenario, "scenario"+of+".toml"
	files := []attached{{name: name, about: "the scenario " + w.name + " with all layers, overrides and constants resolved"}}
	for past := s.Past; past != nil; past = s.Past {
		name = fmt.Sprintf("history%s-%d.toml", of, len(files))
		s.History = "./" + name
		files[len(files)-1].write = plain(scenarios.TOML(s))
		s = past.Scenario
		files = append(files, attached{name: name, about: "the scenario " + s.Name + ", with whose alarm and lost ground the one before begins"})
	}
	files[len(files)-1].write = plain(scenarios.TOML(s))
	return files
}

// identity is what two questions must share for one to go on where the other stopped: version, command and all that is read.
func (a *asked) identity() string {
	h := sha256.New()
	io.WriteString(h, a.command)
	for k := range a.worlds {
		for _, f := range a.resolved(k) {
			f.write(h) // a hash takes everything
		}
	}
	for _, f := range a.files {
		f.write(h)
	}
	return fmt.Sprintf("entente %s, %s, read as %x", sim.Version, a.command, h.Sum(nil)[:8])
}

// options are those of a question that plays so many worlds, 0 if nobody knows how many.
func (a *asked) options(f *flags, worlds int) lab.Options {
	o := lab.Options{Runs: f.runs, Seed: f.seed, Workers: f.workers}
	o.Done, a.clear = progress(a.c.ErrOrStderr(), f.runs*worlds)
	if a.shelf != nil {
		o.Ledger = a.shelf.Ledger()
	}
	return o
}

// scenario is the first that was asked for.
func (a *asked) scenario() sim.Scenario { return a.worlds[0].Scenario }

// answer keeps an answer, prints it and says how the command ends. The folder comes first: who reads the print may leave.
// What has been found out is kept even if its user is in a hurry.
func (a *asked) answer(found lab.Answer, told *tables.Page, charts []plots.Named) error {
	a.clear()
	h := found.Top()
	if h.Runs == 0 && h.ToPlay > 0 {
		return errors.Join(a.leave(), a.verdict(h))
	}
	missing, lost := a.keep(found, told, charts)
	if err := errors.Join(lost, a.show.print(a.c.OutOrStdout(), found, told)); err != nil { // a folder that fails costs no print
		return failure{exitRun, err}
	}
	if missing > 0 {
		return failure{exitInterrupted, fmt.Errorf("interrupted while drawing: the answer and its tables in %s are whole, and %s missing",
			a.show.out, map[bool]string{true: "one chart is", false: words.Thousands(missing) + " charts are"}[missing == 1])}
	}
	return a.verdict(h)
}

// leave lets the folder go as it was found.
func (a *asked) leave() error {
	if a.shelf == nil {
		return nil
	}
	return a.shelf.Abandon()
}

// print writes an answer the way it is wanted.
func (f *showing) print(out io.Writer, found any, told *tables.Page) error {
	switch {
	case f.json:
		return writeJSON(out, found)
	case f.markdown:
		return told.Markdown(out)
	case f.html:
		return told.HTML(out)
	}
	return told.Text(out, f.columns(out))
}

// answerFile holds an answer whole, so that it can be shown again as if it had just been found; tableFile has it in words.
const (
	answerFile = "answer.json"
	tableFile  = "table.txt"
)

// keep fills the folder and tells how many charts are missing from it, for want of patience.
func (a *asked) keep(found lab.Answer, told *tables.Page, charts []plots.Named) (missing int, err error) {
	if a.shelf == nil {
		return 0, nil
	}
	if missing, err = a.fill(found, told, charts); err != nil {
		return 0, errors.Join(err, a.shelf.Abandon())
	}
	fmt.Fprintf(a.c.ErrOrStderr(), "The answer, its tables and charts are in %s.\n", a.show.out)
	return missing, nil
}

func (a *asked) fill(found lab.Answer, told *tables.Page, charts []plots.Named) (missing int, err error) {
	m := a.manifest(found.Top())
	for _, t := range found.Tables() {
		if err := a.shelf.Add(t.Name, t.About, t.Write); err != nil {
			return 0, err
		}
	}
	for _, f := range append([]attached{
		{answerFile, "the answer whole", func(w io.Writer) error { return writeJSON(w, found) }},
		{tableFile, "the answer in words", func(w io.Writer) error { return told.Text(w, keptWidth) }},
	}, a.files...) {
		if err := a.shelf.Add(f.name, f.about, f.write); err != nil {
			return 0, err
		}
	}
	drawn, err := a.draw(charts, found.Top().CutShort())
	if err != nil {
		return 0, err
	}
	if missing = len(charts) - drawn; missing > 0 {
		m.Cut = fmt.Sprintf("interrupted while drawing: %d of %d charts are missing", missing, len(charts))
	}
	return missing, a.shelf.Close(m)
}

// draw adds the charts, and stops between two of them if the user is in a hurry, unless that was why the answer is cut short.
func (a *asked) draw(charts []plots.Named, cut bool) (drawn int, err error) {
	for _, c := range charts {
		for _, format := range plots.Formats {
			if a.ctx.Err() != nil && !cut {
				return drawn, nil
			}
			if err := a.shelf.Add(c.Name+"."+format, c.Title(), func(w io.Writer) error { return c.Write(w, format) }); err != nil {
				return drawn, err
			}
		}
		drawn++
	}
	for _, w := range plots.Warnings(charts) {
		fmt.Fprintf(a.c.ErrOrStderr(), "warning: %s\n", w)
	}
	return drawn, nil
}

// keptWidth is how wide the text in a folder is, whatever the terminal of who made it.
const keptWidth = 80

// manifest says how to get the same files again.
func (a *asked) manifest(h *lab.Head) shelf.Manifest {
	m := shelf.Manifest{
		Version: sim.Version, Commit: commit(), Command: a.command, Question: h.Question, Scenario: h.Scenario, Overrides: h.Overrides,
		Changes: h.Changes, AsOf: h.AsOf, Seed: h.Seed, Asked: h.ToPlay, Finished: h.Played, Began: a.began, Workers: a.workers,
	}
	m.Failures, _ = json.Marshal(h.Failures)
	if h.CutShort() {
		m.Cut = fmt.Sprintf("interrupted: %d of %d runs were played", h.Played, h.ToPlay)
	}
	for k, w := range a.worlds {
		files := a.resolved(k)
		a.files = append(a.files, files...)
		m.Worlds = append(m.Worlds, shelf.World{
			Name: w.name, Scenario: w.Scenario.Name, Layers: w.Layers, Overrides: w.Scenario.Overrides, Refused: len(w.Refused), Resolved: files[0].name,
		})
	}
	return m
}

// verdict is how a command ends: with failed runs, cut short, or well.
func (a *asked) verdict(h *lab.Head) error {
	if n := len(h.Failures); n > 0 {
		first, where := h.Failures[0], ""
		if first.World != "" {
			where = " of the world " + first.World
		}
		return failure{exitRun, fmt.Errorf("%d of %d runs failed and are left out; the first is run %d of seed %d%s:\n%s",
			n, h.Played, first.Run, h.Seed, where, first.Message)}
	}
	if !h.CutShort() {
		return nil
	}
	again := ""
	if a.shelf != nil && a.shelf.Ledger().Len() > 0 {
		again = "; the same command goes on from there"
	}
	what, each := h.Unit+"s", ""
	if h.ToPlay > h.Asked {
		each = " of each world"
	}
	if h.Runs == 0 {
		return failure{exitInterrupted, fmt.Errorf("interrupted after %s of %s %s, too few to tell anything%s", words.Thousands(h.Played),
			words.Thousands(h.ToPlay), what, again)}
	}
	return failure{exitInterrupted, fmt.Errorf("interrupted after %s of %s %s: what is reported rests on the first %s%s%s",
		words.Thousands(h.Played), words.Thousands(h.ToPlay), what, words.Thousands(h.Runs), each, again)}
}

func writeJSON(out io.Writer, v any) error {
	j := json.NewEncoder(out)
	j.SetIndent("", " ")
	j.SetEscapeHTML(false)
	return j.Encode(v)
}
