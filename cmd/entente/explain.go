package main

import (
	"errors"

	"github.com/spf13/cobra"

	"entente/plots"
	"entente/plots/tables"
	"entente/sim/lab"
)

// What help says of it.
const (
	wordsExplain = "Lay one decision open: what a state does, why, and what would turn it"

	wordsExplainLong = `Replays one run up to one tick and says what a state makes of the clause there, and why: each term with
its formula and its numbers, their sum, the chance that follows and this government's disposition, which it is
compared with. Then the three nearest changes that would turn the decision if nothing else changed, and whom
the state expects at the table. They are within what some state has had, in this scenario or in a shipped one
and at whatever time; who has one like it stands beside.

--inputs also takes the formulas apart and lists every figure behind the decision: where it comes from, the terms
that it moves, and the nearest value that would turn the decision. --json has it all.`

	wordsExplainExample = `  entente explain pacific-2025 --state JPN --at 2027Q1
  entente explain europe-1947 --state Norway --json`
)

// explainFlags say which decision.
type explainFlags struct {
	oneHistory
	state  string
	inputs bool

	of, who, tick int // the clause, the state and the tick, once the scenario is read
}

func init() { verbs = append(verbs, explainCommand) }

func explainCommand() *cobra.Command {
	var f explainFlags
	c := &cobra.Command{
		Use:     "explain SCENARIO --state JPN",
		Short:   wordsExplain,
		Long:    wordsExplainLong,
		Example: wordsExplainExample,
		Args:    oneScenario,
		RunE:    func(c *cobra.Command, args []string) error { return f.explain(c, args[0]) },
	}
	c.Flags().StringVar(&f.state, "state", "", "the `state` that decides, by its id or name")
	c.Flags().StringVar(&f.at, "at", "", "the `tick`, as in 2027Q1; the first at which it may decide if not given")
	c.Flags().BoolVar(&f.inputs, "inputs", false, "also list every figure behind the decision with its source")
	mustHold(c, func(wrong *complaints) {
		if f.state == "" {
			wrong.add("entente explain needs --state, as in --state JPN")
		}
	})
	f.about = f.decision
	f.register(c, "which run to replay", "it lays open one decision by the figures as they stand; `entente doubt` says which codings matter, and --set tries "+
		"another")
	return c
}

func (f *explainFlags) explain(c *cobra.Command, name string) error {
	l, w, shipped, err := f.readBeside(c, name)
	if err != nil {
		return err
	}
	q, err := f.ask(c, f.command(name), filesOf(&f.drawn, &lab.Explanation{}, plots.OfExplanation), world{name, l})
	if err != nil {
		return err
	}
	var found *lab.Explanation
	err = heard(c.Context(), func() (err error) { // of a large scenario it takes long
		found, err = lab.Explain(w, f.run, f.of, f.who, f.tick, lab.Options{Runs: 1, Seed: f.seed}, shipped)
		return err
	})
	switch {
	case c.Context().Err() != nil:
		return failure{exitInterrupted, errors.Join(errors.New("interrupted before anything was found out"), q.leave())}
	case err != nil:
		return errors.Join(usage("--state: %w", err), q.leave())
	}
	cite(l, found)
	return q.answer(found, tables.Explanation(found, f.inputs), plots.OfExplanation(found))
}
