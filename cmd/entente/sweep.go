package main

import (
	"github.com/spf13/cobra"

	"entente/plots"
	"entente/plots/tables"
	"entente/sim/lab"
)

// What help says of it.
const (
	wordsSweep = "Play a study: what its outputs come to over its points, and what they go with"

	wordsSweepLong = `Plays a scenario at every point of a study and says what its outputs come to, and how they go with
each factor. points.csv has a row for each point and runs.csv one for each run, both in the order of the design and
both also in the form of Parquet; dictionary.csv says what their columns mean.

--point plays one point again, as failures.csv asks for a run that failed.`

	wordsSweepExample = `  entente sweep tipping-2025 --out points
  entente sweep tipping-2025 --point 7      one point of it, run by run`
)

func init() { verbs = append(verbs, sweepCommand) }

func sweepCommand() *cobra.Command { return sweepOf(&studyFlags{}) }

func sweepOf(f *studyFlags) *cobra.Command {
	point := -1
	c := &cobra.Command{
		Use:     "sweep STUDY",
		Short:   wordsSweep,
		Example: wordsSweepExample,
		Long:    aboutStudies(wordsSweepLong),
		Args:    oneStudy,
		RunE: func(c *cobra.Command, args []string) error {
			if c.Flags().Changed("point") {
				return f.playPoint(c, args[0], point)
			}
			q, err := f.ask(c, "sweep", args[0], "", nil, func(p lab.Plan) []string { return filesOf(&f.drawn, &lab.Sweep{Plan: p}, plots.OfSweep) })
			if err != nil {
				return err
			}
			return q.answered(func(p *lab.Played) error {
				found := p.Sweep()
				return q.answer(p, found, tables.Sweep(found), plots.OfSweep(found))
			})
		},
	}
	f.register(c)
	mustHold(c, func(wrong *complaints) {
		if c.Flags().Changed("point") && (f.out != "" || f.sharded()) {
			wrong.add("--point tells of one point and keeps nothing: leave out --out and --shard")
		}
	})
	f.shard.registerAs(c, wordsMerged)
	c.Flags().IntVar(&point, "point", -1, "play this `point` alone, and tell of each of its runs")
	c.Flags().Lookup("point").DefValue = ""
	return c
}

// playPoint plays one point of a study again.
func (f *studyFlags) playPoint(c *cobra.Command, name string, point int) error {
	s, err := f.load(c, name)
	if err != nil {
		return err
	}
	st := studyOf(s)
	if point < 0 || point >= st.Points {
		return usage("--point is %d; %s has the points 0 to %d", point, name, st.Points-1)
	}
	q := f.question(c, f.command("sweep", name), nil, world{s.Asked, s.Scenario})
	found := st.PlayPoint(q.ctx, point)
	return q.answer(found, tables.Point(found), nil)
}
