package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"entente/cmd/entente/shelf"
	"entente/plots"
	"entente/plots/tables"
	"entente/plots/words"
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
	names   []string   // of the files that the answer will have
	files   []attached // that the folder needs to stand on its own
	resumes bool       // what was played is kept in blocks, beside the ledger
	ledger  shelf.Kept // how what was played is kept, if otherwise than usual
	shelf   *shelf.Shelf
	before  string // the command whose answer the folder holds, to be replaced; "" if it holds none
	began   time.Time
	workers int
	clear   func()
}

// ask opens the folder for an answer with files of those names, before anything is played: what stands in its way is told now,
// and not when all is done.
func (f *flags) ask(c *cobra.Command, command string, names []string, worlds ...world) (*asked, error) {
	a := f.question(c, command, names, worlds...)
	return a, a.open()
}

func (f *flags) question(c *cobra.Command, command string, names []string, worlds ...world) *asked {
	return &asked{ctx: c.Context(), c: c, show: &f.showing, command: command, names: names, worlds: worlds,
		workers: f.workers, clear: func() {}}
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
	a.before, _ = shelf.Command(a.show.out) // what has none is empty
	did(a.c, "opened the folder %s, with %s of what was played before", a.show.out, words.Count(s.Ledger().Len(), "row"))
	return nil
}

// identity is what two questions must share for one to go on where the other stopped: version, command and all that is read. Shares
// have that of the whole.
func (a *asked) identity() string {
	h := sha256.New()
	command := ofWhole(a.command)
	io.WriteString(h, command)
	for k := range a.worlds {
		for _, f := range a.resolved(k) {
			f.write(h) // a hash takes everything
		}
	}
	for _, f := range a.files {
		f.write(h)
	}
	return fmt.Sprintf("entente %s, %s, read as %x", sim.Version, command, h.Sum(nil)[:8])
}

// options are those of a question that plays so many worlds, 0 if nobody knows how many.
func (a *asked) options(f *flags, worlds int) lab.Options {
	o := lab.Options{Runs: f.runs, Seed: f.seed, Workers: f.workers}
	o.Done, a.clear = progress(a.c.ErrOrStderr(), f.runs*worlds)
	if a.shelf != nil {
		o.Ledger = a.shelf.Ledger()
	}
	what := words.Count(f.runs, "run")
	if worlds > 1 {
		what += " of each of " + words.Count(worlds, "world")
	}
	toPlay(a.c, what, f.seed, f.workers)
	return o
}

// scenario is the first that was asked for.
func (a *asked) scenario() sim.Scenario { return a.worlds[0].Scenario }

// answer keeps an answer, prints it and says how the command ends. The folder comes first: who reads the print may leave.
// What has been found out is kept even if its user is in a hurry.
func (a *asked) answer(found lab.Answer, told *tables.Page, charts []plots.Named) error {
	a.clear()
	h := found.Top()
	did(a.c, "played %s, of which %d failed", words.Count(h.Played, h.Unit), len(h.Failures))
	if h.Runs == 0 && h.ToPlay > 0 {
		return errors.Join(a.leave(), a.verdict(h))
	}
	missing, lost := a.keep(found, told, charts)
	if err := errors.Join(lost, a.show.print(a.c.OutOrStdout(), found, told)); err != nil { // a folder that fails costs no print
		return failure{exitRun, err}
	}
	did(a.c, "printed the answer")
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

// fail ends a question that has no answer.
func (a *asked) fail(err error) error {
	a.clear()
	return failure{exitRun, errors.Join(err, a.leave())}
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
	if a.shelf != nil && (a.resumes || a.shelf.Ledger().Len() > 0) {
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
