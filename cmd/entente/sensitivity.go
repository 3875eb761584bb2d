package main

import (
	"github.com/spf13/cobra"

	"entente/plots"
	"entente/plots/tables"
	"entente/plots/words"
	"entente/sim/lab"
)

// What help says of it.
const (
	wordsSensitivity = "How much of an outcome hangs on each factor of a study, and how much on luck (Sobol, Morris)?"

	wordsSensitivityLong = `Plays a study and says how much of its outputs hangs on each factor: by Sobol's first-order
and total indices if its design is saltelli, in which luck counts as one more factor; by the effects of Morris, which
rank many factors for few runs, if it is morris. Another design is refused. Intervals are over resampled rows; an
output that never varies has no index.`

	wordsSensitivityExample = `  entente sensitivity drivers-2025 --out results`
)

func init() { verbs = append(verbs, sensitivityCommand) }

func sensitivityCommand() *cobra.Command { return sensitivityOf(&studyFlags{}) }

func sensitivityOf(f *studyFlags) *cobra.Command {
	c := &cobra.Command{
		Use:     "sensitivity STUDY",
		Short:   wordsSensitivity,
		Example: wordsSensitivityExample,
		Long:    aboutStudies(wordsSensitivityLong),
		Args:    oneStudy,
		RunE: func(c *cobra.Command, args []string) error {
			blank := func(p lab.Plan) []string { return filesOf(&f.drawn, &lab.Sensitivity{Plan: p}, plots.OfSensitivity) }
			q, err := f.ask(c, "sensitivity", args[0], "", words.CanTellSensitivity, blank)
			if err != nil {
				return err
			}
			return q.answered(func(p *lab.Played) error {
				found := p.Sensitivity()
				return q.answer(p, found, tables.Sensitivity(found), plots.OfSensitivity(found))
			})
		},
	}
	f.register(c)
	f.shard.registerAs(c, wordsMerged)
	return c
}
