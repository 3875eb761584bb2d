package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"entente/plots"
	"entente/plots/tables"
	"entente/plots/words"
	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab"
)

// flipFlags add what is asked, and of whom. --runs counts the runs of each world.
type flipFlags struct {
	flags
	state  string
	target float64
}

func flipCommand() *cobra.Command {
	var f flipFlags
	c := &cobra.Command{
		Use:   "flip SCENARIO",
		Short: wordsFlip,
		Long:  wordsFlipLong,
		Args:  oneScenario,
		RunE: func(c *cobra.Command, args []string) error {
			if !(f.target > 0 && f.target < 1) {
				return usage("--target is %g; it must lie between 0 and 1, as in --target 0.5", f.target)
			}
			w, err := f.one(c, args[0])
			if err != nil {
				return err
			}
			if err := f.whose(w.Scenario, args[0]); err != nil {
				return err
			}
			q, err := f.ask(c, f.command(args[0]), w)
			if err != nil {
				return err
			}
			found := lab.FindFlip(q.ctx, q.scenario(), f.state, f.target, q.options(&f.flags, 0))
			for _, m := range found.Moves() {
				m.Replay = f.replay(args[0], m)
			}
			return q.answer(found, tables.Flip(found), plots.OfFlip(found))
		},
	}
	f.register(c, 80)
	f.asOfFlag(c)
	c.Flags().StringVar(&f.state, "state", "", "ask whether this `state` ever signs, and move its own levers; the clause and all states if not given")
	c.Flags().Float64Var(&f.target, "target", 0.5, "the `chance` to cross, between 0 and 1")
	return c
}

// whose finds the state that is asked about.
func (f *flipFlags) whose(s sim.Scenario, name string) error {
	if f.state == "" {
		return nil
	}
	f.state = idOf(s.States, f.state)
	ids := slices.Sorted(maps.Keys(s.States))
	if !slices.Contains(ids, f.state) {
		return usage("--state: no state %s in %s; there are %s", f.state, name, strings.Join(ids, " "))
	}
	if clause := s.Clauses[s.Headline]; slices.Contains(clause.Against, f.state) {
		return usage("--state: %s is against %s, which is never asked to sign", clause.Title, f.state)
	}
	return nil
}

// replay is the command that plays one world of the search.
func (f *flipFlags) replay(name string, m *lab.Move) string {
	line := f.flags.command("run", name)
	for _, s := range m.Set {
		line += " --set " + words.Shell(scenarios.Setting(s.Path, s.Value()))
	}
	return line
}

// command is the shortest command line that gives the same numbers.
func (f *flipFlags) command(name string) string {
	line := f.flags.command("flip", name)
	if f.state != "" {
		line += " --state " + words.Shell(f.state)
	}
	if f.target != 0.5 {
		line += fmt.Sprintf(" --target %g", f.target)
	}
	return line
}
