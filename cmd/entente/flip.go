package main

import (
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"entente/plots"
	"entente/plots/tables"
	"entente/plots/words"
	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab"
)

// What help says of it.
const (
	wordsFlip = "Find the smallest change in each lever that would turn the answer"

	wordsFlipLong = `Asks how far each lever must move to take the chance that the clause is in force at the end across a
target, from whichever side the scenario as it is lies on: threat, trade with the rival, volatility, prior
ties and friction of all states, the depth of the clause, the commitment of its strongest founder, and who
is invited. Then it looks for the cheapest pair of levers. With --state the chance is that this state ever
signs, and the levers are its own.

Each lever is searched in both directions within its range, first in steps, then by halving; all worlds are
played with the same luck. While the interval of the chance as it is holds the target, nobody can say on
which side it lies, and the command says how many --runs would tell. --runs counts the runs of each world:
with more of them a flip is known more closely, and takes longer to find. Every flip is printed with the
values between which it surely lies, and with the command that plays it again. If you interrupt it, the
levers searched so far are reported.`

	wordsFlipExample = `  entente flip asia-1991
  entente flip pacific-2025 --state KOR`
)

// flipFlags add what is asked, and of whom. --runs counts the runs of each world.
type flipFlags struct {
	flags
	state  string
	target float64
}

func init() { verbs = append(verbs, flipCommand) }

func flipCommand() *cobra.Command {
	var f flipFlags
	c := &cobra.Command{
		Use:     "flip SCENARIO",
		Short:   wordsFlip,
		Long:    wordsFlipLong,
		Example: wordsFlipExample,
		Args:    oneScenario,
		RunE: func(c *cobra.Command, args []string) error {
			w, err := f.one(c, args[0])
			if err != nil {
				return err
			}
			q, err := f.ask(c, f.command(args[0]), filesOf(&f.drawn, &lab.Flip{}, plots.OfFlip), w)
			if err != nil {
				return err
			}
			opts := q.options(&f.flags, 0)
			opts.Replay = f.replays(args[0])
			found := lab.FindFlip(q.ctx, q.scenario(), f.state, f.target, opts)
			return q.answer(found, tables.Flip(found), plots.OfFlip(found))
		},
	}
	f.register(c, 80)
	f.about = f.whose
	mustHold(c, func(wrong *complaints) {
		if !(f.target > 0 && f.target < 1) {
			wrong.add("--target is %g; it must lie between 0 and 1, as in --target 0.5", f.target)
		}
	})
	f.asOfFlag(c)
	f.bestFlag(c)
	c.Flags().StringVar(&f.state, "state", "", "ask whether this `state` ever signs, and move its own levers; the clause and all "+
		"states if not given")
	c.Flags().Float64Var(&f.target, "target", lab.FlipTarget, "the `chance` to cross, between 0 and 1")
	return c
}

// whose finds the state that is asked about.
func (f *flipFlags) whose(w *sim.World, name string) error {
	if f.state == "" {
		return nil
	}
	var err error
	s := w.Scenario
	if f.state, err = stateNamed(s, f.state, name); err != nil {
		return err
	}
	clause := s.Clauses[s.Headline]
	if slices.Contains(clause.Against, f.state) {
		return usage("--state: %s is against %s, which is never asked to sign", lab.The(clause.Title), words.State(s.States[f.state].Name))
	}
	if lab.BoundAtStart(&s, s.Headline, f.state) {
		return usage("--state: %s bound %s when %s began, and nothing is left for it to sign; without --state the question is "+
			"whether the clause stays in force",
			lab.The(clause.Title), words.State(s.States[f.state].Name), name)
	}
	return nil
}

// replays tells the command that plays a scenario with some settings.
func (f *flags) replays(name string) func([]lab.Setting) string {
	return func(set []lab.Setting) string {
		line := f.command("run", name)
		for _, s := range set {
			line += " --set " + words.Shell(scenarios.Setting(s.Path, s.Value()))
		}
		return line
	}
}

// command is the shortest command line that gives the same numbers.
func (f *flipFlags) command(name string) string {
	line := f.flags.command("flip", name)
	if f.state != "" {
		line += " --state " + words.Shell(f.state)
	}
	if f.target != lab.FlipTarget {
		line += fmt.Sprintf(" --target %g", f.target)
	}
	return line
}
