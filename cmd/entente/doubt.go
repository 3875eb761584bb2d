package main

import (
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"entente/plots"
	"entente/plots/tables"
	"entente/scenarios"
	"entente/sim/lab"
)

// What help says of it.
const (
	wordsDoubt = "How far can a chance be trusted? Luck, constants, coding, start and form, and which figures to code again first"

	wordsDoubtLong = `Plays a scenario as it is, with every figure that was coded by hand moved by an error, with every constant that was not
fitted moved by a factor, with the stances of a second coder, with another memory at the start and by the rules of the
tournament that stand on the common base, each with constants of its own. It says how far the chance of the clause
reaches as each of them varies, what each fitted constant does when it is turned alone, which figures carry what coding
does, with what moving each by a rung of the rubric does, and which constants carry what the factors do. The list of
figures is what a second coder should begin with.

--error is the standard deviation of a coder's error in the unit of the figures (scenarios/RUBRIC.md). --factor says how
far constants are moved that were not fitted: 95 % of them no further than to so many times what they are, or to one so
manieth. --figures says how many figures and constants are also moved alone; each takes two more worlds.`

	wordsDoubtExample = `  entente doubt pacific-2025 --runs 400
  entente doubt pacific-2025 --short`
)

// doubtFlags add how large errors of coding are, and how many figures are looked at closely.
type doubtFlags struct {
	flags
	err, factor float64
	figures     int
}

// usualError is the error of coding if nobody asks otherwise: errors of that standard deviation set two coders as far apart on average as
// those are who coded the stances (scenarios/RUBRIC.md). That other figures are coded as well is judgement. usualFactor is how far constants are moved that were not fitted, by judgement too; and usualFigures how many figures are looked at closely.
const (
	usualError   = 0.16
	usualFactor  = 2
	usualFigures = 8
)

// mostFactor is the largest factor that is taken: beyond it most constants stand at an end of their range.
const mostFactor = 100

func init() { verbs = append(verbs, doubtCommand) }

func doubtCommand() *cobra.Command {
	var f doubtFlags
	short := false
	c := &cobra.Command{
		Use:     "doubt SCENARIO",
		Short:   wordsDoubt,
		Long:    wordsDoubtLong,
		Example: wordsDoubtExample,
		Args:    oneScenario,
		RunE: func(c *cobra.Command, args []string) error {
			w, err := f.one(c, args[0])
			if err != nil {
				return err
			}
			asked, worlds, err := f.doubted(c, w)
			if err != nil {
				return err
			}
			q, err := f.ask(c, f.command(args[0]), filesOf(&f.drawn, &lab.Doubt{}, plots.OfDoubt), worlds...)
			if err != nil {
				return err
			}
			found := lab.AskDoubt(q.ctx, asked, q.options(&f.flags, lab.DoubtWorlds(&asked)))
			told := tables.Doubt(found)
			if short {
				told = tables.DoubtInShort(found)
			}
			return q.answer(found, told, plots.OfDoubt(found))
		},
	}
	f.register(c, 1000)
	f.theories = true // those that have a form of the rule
	mustHold(c, func(wrong *complaints) {
		if !(f.err > 0 && f.err <= mostRecode) {
			wrong.add("--error is %g; it must lie above 0 and be at most %d, the length of most scales", f.err, mostRecode)
		}
		if !(f.factor > 1 && f.factor <= mostFactor) {
			wrong.add("--factor is %g; it must lie above 1 and be at most %d", f.factor, mostFactor)
		}
		if f.figures < 0 {
			wrong.add("--figures is %d; it must be at least 0", f.figures)
		}
	})
	f.asOfFlag(c)
	c.Flags().Float64Var(&f.err, "error", usualError, "standard `deviation` of a coder's error")
	c.Flags().Float64Var(&f.factor, "factor", usualFactor, "within which `factor` to move 95 % of the constants that were not fitted, up or down")
	c.Flags().BoolVar(&short, "short", false, "tell it in a few sentences")
	c.Flags().IntVar(&f.figures, "figures", usualFigures, "how many `figures` and constants to move alone, those that matter most first")
	return c
}

// doubted is what is asked of a scenario, with all that is read for it.
func (f *doubtFlags) doubted(c *cobra.Command, w world) (lab.Doubted, []world, error) {
	asked, worlds := lab.Doubted{Scenario: w.Scenario, Error: f.err, Factor: f.factor, Figures: f.figures, Source: w.cited}, []world{w}
	kept, err := shippedFits()
	if err != nil {
		return asked, nil, err
	}
	asked.Forms = kept.Forms(inputsCoded)
	if codedTwice(w.Loaded) {
		other := f.reading
		other.coder = 2
		second, err := other.load(c, w.name)
		if err != nil {
			return asked, nil, err
		}
		asked.Second = &second.Scenario
		worlds = append(worlds, world{w.name, second})
	}
	return asked, worlds, nil
}

// codedTwice tells whether a scenario, or one that it stands on, was coded by a second coder.
func codedTwice(l *scenarios.Loaded) bool {
	return slices.ContainsFunc(l.Layers, func(file string) bool {
		return slices.ContainsFunc(scenarios.Codings(), func(name string) bool { return file == name+".toml" })
	})
}

// command is the shortest command line that gives the same numbers.
func (f *doubtFlags) command(name string) string {
	line := f.flags.command("doubt", name)
	if f.err != usualError {
		line += fmt.Sprintf(" --error %g", f.err)
	}
	if f.factor != usualFactor {
		line += fmt.Sprintf(" --factor %g", f.factor)
	}
	if f.figures != usualFigures {
		line += fmt.Sprintf(" --figures %d", f.figures)
	}
	return line
}
