package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"entente/plots"
	"entente/plots/tables"
	"entente/plots/words"
	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/design"
)

// What help says of it.
const (
	wordsTip = "Where does the chance of the clause cross one half, over two figures of a scenario?"

	wordsTipLong = `Plays a scenario at every combination of levels of two figures, all with the same luck, and shows the
chance that the headline clause is in force at the end as a map, with the line at which it is one half.

A figure is any that --set takes, or a lever by its name alone, for all states: threat, trade, volatility, ties,
friction, stance. Its ends follow behind = and are those of its range if they are not given. With --out each
finished block of points is kept, and whoever is interrupted or killed asks again and goes on from there.`

	wordsTipExample = `  entente tip pacific-2025 --x threat --y trade
  entente tip pacific-2025 --x levers.USA.stance=-0.5:1 --y trade=0:2`
)

// tipLevels is how many levels of each figure are played if nobody says otherwise.
const tipLevels = 9

// tipFlags add the two figures.
type tipFlags struct {
	*studyFlags
	x, y   string
	levels int

	axes []scenarios.Factor // the figures, once the scenario is read
}

func init() { verbs = append(verbs, tipCommand) }

func tipCommand() *cobra.Command { return tipOf(&studyFlags{}) }

func tipOf(of *studyFlags) *cobra.Command {
	f := tipFlags{studyFlags: of}
	c := &cobra.Command{
		Use:     "tip SCENARIO",
		Short:   wordsTip,
		Long:    wordsTipLong,
		Example: wordsTipExample,
		Args:    oneScenario,
		RunE:    func(c *cobra.Command, args []string) error { return f.run(c, args[0]) },
	}
	f.flags.register(c, 50)
	f.about = f.over
	c.Flags().Lookup("runs").Usage = "how many histories to play at each point"
	f.asOfFlag(c)
	c.Flags().StringVar(&f.x, "x", "", "the `figure` to the right, as in threat or threat=0.5:2")
	c.Flags().StringVar(&f.y, "y", "", "the `figure` upwards")
	c.Flags().IntVar(&f.levels, "levels", tipLevels, "how many levels of each, from 2 to 100")
	f.failuresFlag(c)
	mustHold(c, func(wrong *complaints) {
		if f.x == "" || f.y == "" {
			wrong.add("say over which two figures: --x threat --y trade")
		}
		if f.levels < 2 || f.levels > 100 {
			wrong.add("--levels is %d; it must lie between 2 and 100", f.levels)
		}
	})
	f.shard.registerAs(c, wordsMerged)
	return c
}

func (f *tipFlags) run(c *cobra.Command, name string) error {
	w, err := f.one(c, name)
	if err != nil {
		return err
	}
	s := &scenarios.Study{
		Factors: f.axes,
		Title:   w.Scenario.Title, Scenario: w.Loaded, Asked: name, Kind: design.Factorial, Levels: f.levels, Runs: f.runs, Seed: f.seed,
		Outputs: []scenarios.Output{{ID: "in-force", Measure: "in-force", Clause: w.Scenario.Headline}},
	}
	factorsInVain(c, s)
	command := f.flags.command("tip", name) + " --x " + words.Shell(f.x) + " --y " + words.Shell(f.y)
	if f.levels != tipLevels {
		command += fmt.Sprintf(" --levels %d", f.levels)
	}
	blank := func(p lab.Plan) []string { return filesOf(&f.drawn, &lab.Tip{Plan: p}, plots.OfTip) }
	q, err := f.askOf(c, s, command, name, nil, blank)
	if err != nil {
		return err
	}
	return q.answered(func(p *lab.Played) error {
		found := p.Tip()
		replay := func(point int) string {
			line := "entente run " + words.Shell(name) + fmt.Sprintf(" --runs %d --seed %d", f.runs, f.seed) + f.reading.flags()
			for _, set := range p.Settings(p.Study.Values(point)) {
				line += " --set " + words.Shell(scenarios.Setting(set.Path, set.Value()))
			}
			return line
		}
		return q.asked.answer(studied{found, p.Kept(replay), p.Columns}, tables.Tip(found), plots.OfTip(found))
	})
}

// over finds the two figures.
func (f *tipFlags) over(w *sim.World, _ string) error {
	var wrong complaints
	f.axes = nil
	for _, axis := range []struct{ id, text string }{{"x", f.x}, {"y", f.y}} {
		if axis.text != "" { // that it is lacking is told with the flags
			factor, err := axisOf(&w.Scenario, axis.id, axis.text)
			wrong.join(err)
			f.axes = append(f.axes, factor)
		}
	}
	if len(wrong) == 0 && len(f.axes) == 2 && f.axes[0].Figure.Path == f.axes[1].Figure.Path {
		wrong.add("--x and --y are one figure, %s", f.axes[0].Figure.Path)
	}
	return wrong.told()
}

// axisOf reads PATH or PATH=LOW:HIGH; the name of a lever alone is that of all states.
func axisOf(s *sim.Scenario, id, text string) (scenarios.Factor, error) {
	path, ends, given := strings.Cut(text, "=")
	asked, known := path, scenarios.FiguresIn(s)
	if !strings.Contains(path, ".") {
		path = "levers." + sim.Everyone + "." + path
	}
	figure, ok := sim.FigureAt(path)
	if !ok || !figure.In(s) {
		hint := "; `entente figures " + words.Shell(s.Name) + "` lists those it has"
		if nearest := scenarios.Nearest(path, known); nearest != "" {
			hint = "; did you mean " + nearest + "?"
		}
		return scenarios.Factor{}, usage("--%s: %s is no figure of %s that a number can be given%s", id, asked, s.Name, hint)
	}
	if why := scenarios.Inert(figure, s); why != "" {
		return scenarios.Factor{}, usage("--%s: %s is %s", id, asked, why)
	}
	low, high := figure.Low, figure.High
	if given {
		from, to, _ := strings.Cut(ends, ":")
		var err, err2 error
		low, err = strconv.ParseFloat(from, 64)
		high, err2 = strconv.ParseFloat(to, 64)
		if err != nil || err2 != nil || !(low < high) {
			return scenarios.Factor{}, usage("--%s: the ends %s must be two numbers, the lower first, as in %s=0.5:2", id, ends, path)
		}
		if !(low >= figure.Low && high <= figure.High) {
			return scenarios.Factor{}, usage("--%s: %s must lie in [%g, %g] (%s)", id, path, figure.Low, figure.High, figure.Unit)
		}
	}
	return scenarios.Factor{ID: id, Name: lab.FigureName(s, path), Figure: figure, Values: design.Marginal{Shape: design.Uniform,
		Low: low, High: high}}, nil
}
