package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"entente/cmd/entente/shelf"
	"entente/plots"
	"entente/plots/tables"
	"entente/plots/words"
	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab"
)

// What an answer leaves in the folder of --out.

// answerFile holds an answer whole, so that it can be shown again as if it had just been found; tableFile has it in words.
const (
	answerFile = "answer.json"
	tableFile  = "table.txt"
)

// attached is a file that goes into the folder as it is.
type attached struct {
	name, about string
	write       func(io.Writer) error
}

// plain writes a text as it is.
func plain(text string) func(io.Writer) error {
	return func(w io.Writer) error { _, err := io.WriteString(w, text); return err }
}

// filesOf are the names of the tables and charts of an answer. One that is blank has those of one that is found.
func filesOf[A lab.Answer](d *drawn, blank A, charts func(A) []plots.Named) []string {
	names := []string{lab.DictionaryFile}
	for _, t := range blank.Tables() {
		names = append(names, t.Name)
	}
	if charts != nil {
		for _, n := range charts(blank) {
			for _, format := range d.wanted() {
				names = append(names, n.Name+"."+format)
			}
			if d.alone {
				continue
			}
			for _, ending := range besideEndings {
				names = append(names, n.Name+ending)
			}
		}
	}
	return names
}

// known are all files that the folder will have.
func (a *asked) known() []string {
	names := append([]string{answerFile, tableFile}, a.names...)
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
		files = append(files, attached{name: name, about: "the scenario " + s.Name +
			", with whose alarm and lost ground the one before begins"})
	}
	files[len(files)-1].write = plain(scenarios.TOML(s))
	return files
}

// keep fills the folder and tells how many charts are missing from it, for want of patience.
func (a *asked) keep(found lab.Answer, told *tables.Page, charts []plots.Named) (missing int, err error) {
	if a.shelf == nil {
		return 0, nil
	}
	a.show.layOut(charts)
	if missing, err = a.fill(found, told, charts); err != nil {
		return 0, errors.Join(err, a.shelf.Abandon())
	}
	did(a.c, "kept %s in %s", words.Count(len(a.known())+1, "file"), a.show.out) // and the manifest
	replaced := ""
	if a.before != "" && undrawn(a.before) != a.command {
		replaced = ", in place of the answer to `" + a.before + "` that was there"
	}
	fmt.Fprintf(a.c.ErrOrStderr(), "The answer, its tables and charts are in %s%s.\n", a.show.out, replaced)
	return missing, nil
}

func (a *asked) fill(found lab.Answer, told *tables.Page, charts []plots.Named) (missing int, err error) {
	m := a.manifest(found.Top())
	tables := found.Tables()
	for _, f := range a.files { // some of which are tables too
		tables = append(tables, lab.Table{Name: f.name, Write: f.write})
	}
	for _, t := range append(found.Tables(), lab.Dictionary(found, tables)) {
		if err := a.shelf.Add(t.Name, t.About, t.Write); err != nil {
			return 0, err
		}
	}
	for _, f := range append([]attached{
		{answerFile, "the answer whole", func(w io.Writer) error { return shelf.WriteJSON(w, found) }},
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

// draw adds the charts, drawn side by side, and stops between two of them if the user is in a hurry, unless that was why the answer is
// cut short.
func (a *asked) draw(charts []plots.Named, cut bool) (drawn int, err error) {
	ctx := a.ctx
	if cut {
		ctx = context.WithoutCancel(ctx)
	}
	files := make([][][]byte, len(charts)) // chart × format
	faults := make([]error, len(charts))
	drawn = lab.InParallel(ctx, a.workers, len(charts), func() func(int) bool {
		return func(k int) bool {
			charts[k].Chart().By(plots.Made{Version: sim.Version, Chart: charts[k].Name, Command: a.command, Plot: strings.TrimSpace(a.show.how())})
			for _, format := range a.show.wanted() {
				var file bytes.Buffer
				chart := charts[k]
				if a.show.alone && (format == "pdf" || format == "pgf") {
					chart = chart.Bare()
				}
				faults[k] = errors.Join(faults[k], chart.Write(&file, format))
				files[k] = append(files[k], file.Bytes())
			}
			return true
		}
	})
	for k, c := range charts[:drawn] {
		for f, format := range a.show.wanted() {
			write := func(w io.Writer) error { _, err := w.Write(files[k][f]); return errors.Join(faults[k], err) }
			if err := a.shelf.Add(c.Name+"."+format, c.Title(), write); err != nil {
				return drawn, err
			}
		}
		if a.show.alone {
			continue
		}
		for _, text := range beside(c, a.show.wanted(), c.Data) {
			if err := a.shelf.Add(text.name, text.about, text.write); err != nil {
				return drawn, err
			}
		}
	}
	for _, w := range plots.Warnings(charts[:drawn]) {
		fmt.Fprintf(a.c.ErrOrStderr(), "warning: %s\n", w)
	}
	return drawn, nil
}

// keptWidth is how wide the text in a folder is, whatever the terminal of who made it.
const keptWidth = 80

// manifest says how to get the same files again.
func (a *asked) manifest(h *lab.Head) shelf.Manifest {
	m := shelf.Manifest{
		Version: sim.Version, Commit: commit(), Command: a.command + a.show.flags(), Question: h.Question, Scenario: h.Scenario,
		Scenarios: h.Scenarios, Overrides: h.Overrides, Changes: h.Changes, AsOf: h.AsOf, Seed: h.Seed,
		Asked: h.Asked, ToPlay: h.ToPlay, Played: h.Played, Began: a.began, Workers: a.workers,
	}
	m.Failures, _ = json.Marshal(h.Failures)
	if h.CutShort() {
		m.Cut = fmt.Sprintf("interrupted: %d of %d runs were played", h.Played, h.ToPlay)
	}
	for k, w := range a.worlds {
		files := a.resolved(k)
		a.files = append(a.files, files...)
		m.Worlds = append(m.Worlds, shelf.World{
			Name: w.name, Scenario: w.Scenario.Name, Layers: w.Layers, Overrides: w.Scenario.Overrides,
			Refused: len(w.Refused), Resolved: files[0].name,
		})
	}
	return m
}
