package main

import (
	"fmt"
	"strings"

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
	wordsDiscover = "In which box of its factors does a result of a study come about (PRIM)?"

	wordsDiscoverLong = `Plays a study and looks for the box, cut along its factors, in which a result is frequent
(Friedman and Fisher 1999; Bryant and Lempert 2010): at least --above, or at most --below, of an output. It says how
much of the result the box holds (coverage), how much of the box is the result (density), and the trade-off between
them, from which --box takes another.

With --out the middle of the box is written as box.toml, a scenario that entente run plays.`

	wordsDiscoverExample = `  entente discover drivers-2025 --out boxes`
)

// discoverFlags add what is of interest.
type discoverFlags struct {
	*studyFlags
	output       string
	above, below float64
	box          int
}

func init() { verbs = append(verbs, discoverCommand) }

func discoverCommand() *cobra.Command { return discoverOf(&studyFlags{}) }

func discoverOf(of *studyFlags) *cobra.Command {
	f := discoverFlags{studyFlags: of}
	c := &cobra.Command{
		Use:     "discover STUDY",
		Short:   wordsDiscover,
		Example: wordsDiscoverExample,
		Long:    aboutStudies(wordsDiscoverLong),
		Args:    oneStudy,
		RunE:    func(c *cobra.Command, args []string) error { return f.run(c, args[0]) },
	}
	f.register(c)
	f.shard.registerAs(c, wordsMerged)
	c.Flags().StringVar(&f.output, "output", "", "the `id` of the output that is asked about; the first of the study if not given")
	c.Flags().Float64Var(&f.above, "above", 0.5, "of interest is a point at which the mean of the output is at least this")
	c.Flags().Float64Var(&f.below, "below", 0, "of interest is a point at which it is at most this, instead")
	c.Flags().IntVar(&f.box, "box", -1, "take this `box` of the trade-off; else the one with the best mean of coverage and density")
	c.Flags().Lookup("below").DefValue, c.Flags().Lookup("box").DefValue = "", ""
	return c
}

// boxFile is where the middle of the box is written.
const boxFile = "box.toml"

func (f *discoverFlags) run(c *cobra.Command, name string) error {
	s, err := f.load(c, name)
	if err != nil {
		return err
	}
	interest, more, err := f.interest(c, s)
	if err != nil {
		return err
	}
	q, err := f.askOf(c, s, f.command("discover", name)+more, name, words.CanDiscover, func(p lab.Plan) []string {
		return append(filesOf(&f.drawn, &lab.Discovery{Plan: p}, plots.OfDiscovery), boxFile)
	})
	if err != nil {
		return err
	}
	return q.answered(func(p *lab.Played) error {
		found := p.Discover(interest, f.box)
		file := ""
		if f.out != "" && len(found.Middle) > 0 {
			file = strings.TrimSuffix(f.out, "/") + "/" + boxFile
			q.files = append(q.files, attached{boxFile, "the middle of the box as a scenario", plain(boxScenario(s, found))})
		}
		return q.answer(p, found, tables.Discovery(found, file), plots.OfDiscovery(found))
	})
}

// interest is what of a study is of interest, and how it is said on a command line.
func (f *discoverFlags) interest(c *cobra.Command, s *scenarios.Study) (i lab.Interest, more string, err error) {
	i = lab.Interest{Output: s.Outputs[0].ID, Value: f.above}
	var ids []string
	for _, o := range s.Outputs {
		ids = append(ids, o.ID)
		if o.ID == f.output {
			i.Output = o.ID
		}
	}
	if f.output != "" && i.Output != f.output {
		return i, "", usage("--output: %s has no output %s%s", s.Name, f.output, meant(f.output, ids))
	}
	if f.output != "" {
		more += " --output " + words.Shell(f.output)
	}
	switch above, below := c.Flags().Changed("above"), c.Flags().Changed("below"); {
	case above && below:
		return i, "", usage("--above and --below say of interest what is at least and at most so much: choose one")
	case below:
		i.Value, i.Below = f.below, true
		more += fmt.Sprintf(" --below %g", f.below)
	case above:
		more += fmt.Sprintf(" --above %g", f.above)
	}
	if f.box >= 0 {
		more += fmt.Sprintf(" --box %d", f.box)
	}
	return i, more, nil
}

// boxScenario is the middle of the box as a file that can be run: the scenario, and each figure that the box limits.
func boxScenario(s *scenarios.Study, d *lab.Discovery) string {
	scenario := s.Scenario.Scenario
	var b strings.Builder
	fmt.Fprintf(&b, "# The middle of the box that was found in the study %s of %s. What it limits:\n", s.Name, scenario.Name)
	for k, f := range s.Factors {
		if box := d.Boxes.Box; box.Bounded[k] {
			fmt.Fprintf(&b, "#   %s from %g to %g\n", f.Figure.Path, box.Low[k], box.High[k])
		}
	}
	for _, m := range d.Middle {
		f, ok := sim.FigureAt(m.Path)
		if !ok {
			panic("no figure " + m.Path)
		}
		f.Set(&scenario, *m.Number)
	}
	return b.String() + scenarios.TOML(scenario)
}
