package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"entente/plots/tables"
	"entente/plots/words"
	"entente/sim"
	"entente/sim/lab"
)

// What help says of it.
const (
	wordsRoles = "Sheets for a class that plays the states of a scenario: who you are, your threat, trade, ties, voters, goal and red line"

	wordsRolesLong = `Lays out the seats of a role play: a state each for all to whom the clause is offered, the rival, a press desk of two and
a bench of theory; of pacific-2025 that makes twenty. With --out it writes the sheets.

  roles.html   opens in a browser and prints as pages of A5
  roles.md     the same in Markdown
  class.csv    an empty file of decisions for entente play

What stands on a sheet is of the model: figures of the scenario with their sources, and the reasons of the state's first decision in
the history that is to be played. The goal is what speaks most for signing and what is nearest to turning the decision; the red line
is what weighs most against it. Nothing on it says what the rule decides.`
)

// rolesFlags say of which history.
type rolesFlags struct {
	oneHistory
	of int // the clause, once the scenario is read
}

func init() { verbs = append(verbs, rolesCommand) }

func rolesCommand() *cobra.Command {
	var f rolesFlags
	c := &cobra.Command{
		Use:     "roles SCENARIO",
		Short:   wordsRoles,
		Long:    wordsRolesLong,
		Example: "  entente roles pacific-2025 --out seminar",
		Args:    oneScenario,
		RunE:    func(c *cobra.Command, args []string) error { return f.roles(c, args[0]) },
	}
	f.about = func(w *sim.World, _ string) (err error) {
		f.of, err = f.clauseIn(w)
		return err
	}
	f.register(c, "which history is to be played", "its sheets tell the figures as they stand")
	return c
}

func (f *rolesFlags) roles(c *cobra.Command, name string) error {
	l, w, shipped, err := f.readBeside(c, name)
	if err != nil {
		return err
	}
	var found *lab.Roles
	same := f.moment.line() + f.reading.flags()
	command := fmt.Sprintf("entente roles %s --seed %d --run %d", words.Shell(name), f.seed, f.run) + same
	if f.seed != 1 {
		same = fmt.Sprintf(" --seed %d", f.seed) + same
	}
	if f.run != 0 {
		same = fmt.Sprintf(" --run %d", f.run) + same
	}
	q, err := f.ask(c, command, append(filesOf(&f.drawn, &lab.Roles{}, nil), "roles.html", "roles.md", "class.csv"), world{name, l})
	if err != nil {
		return err
	}
	err = heard(c.Context(), func() (err error) {
		found, err = lab.AskRoles(w, f.run, f.of, lab.Options{Seed: f.seed}, shipped)
		return err
	})
	switch {
	case c.Context().Err() != nil:
		return failure{exitInterrupted, errors.Join(errors.New("interrupted before anything was found out"), q.leave())}
	case err != nil:
		return q.fail(err)
	}
	citeRoles(sourceIn(l), found)
	for k := range found.States {
		cite(l, found.States[k].Explained)
	}
	sheets := tables.RoleSheets(found, words.Shell(name)+same)
	q.files = []attached{
		{"roles.html", "the sheets, to be printed", func(out io.Writer) error {
			return tables.SheetsHTML(out, "Roles: "+found.ClauseTitle, sheets)
		}},
		{"roles.md", "the same in Markdown", func(out io.Writer) error { return tables.SheetsMarkdown(out, sheets) }},
		{"class.csv", "an empty file of decisions", func(out io.Writer) error { return emptyDecisions(out, found) }},
	}
	return q.answer(found, tables.Roles(found), nil)
}

// citeRoles says of each figure on a sheet where it comes from.
func citeRoles(source func(string) string, r *lab.Roles) {
	note := func(figures []lab.SheetFigure) {
		for k := range figures {
			figures[k].Source = source(figures[k].Path)
		}
	}
	for _, s := range r.States {
		note(s.Figures)
	}
	for _, q := range r.Rivals {
		note(q.Figures)
		note(q.Presses)
		note(q.Trades)
	}
}

// emptyDecisions is a file of decisions with a column for each state that may sign, and no row.
func emptyDecisions(out io.Writer, r *lab.Roles) error {
	ids := []string{"turn"}
	for _, s := range r.States {
		if s.Barred == "" {
			ids = append(ids, s.ID)
		}
	}
	_, err := fmt.Fprintf(out, "# yes, no, or nothing where the rule is to decide; a row a turn\n%s\n", strings.Join(ids, ","))
	return err
}
