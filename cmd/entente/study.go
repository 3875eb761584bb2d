package main

import (
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"entente/cmd/entente/shelf"
	"entente/plots/words"
	"entente/scenarios"
	"entente/sim/lab/design"
)

// What the commands that play studies have in common.

// studyFlags are theirs.
type studyFlags struct {
	flags
	points       int
	mostFailures int
	shard        shareFlag
	shares       []*shelf.Blocks // that entente merge joins, instead of playing
}

// What help says of them.
const (
	wordsPoints   = "take so many points instead of those of the study: of morris trajectories, of saltelli rows; of a factorial, levels"
	wordsFailures = "stop once more runs than this have failed; until then a failed run is left out and told"

	wordsStudy = `A study is a TOML file: a scenario, factors with their ranges, a design, runs at each point, a seed,
and outputs. For a study write a
shipped name, one of %s, or the path of a file of your own; its form is in entente/scenarios, Study.

With --out each finished block of points is kept in the folder blocks: whoever is interrupted or killed asks again
with the same
command and goes on from there, and so do sweep, sensitivity and discover with one folder. The files that come out
are the same.`
)

// aboutStudies ends the help of a command.
func aboutStudies(long string) string {
	return long + "\n\n" + fmt.Sprintf(wordsStudy, words.Or(scenarios.StudyNames()))
}

func (f *studyFlags) register(c *cobra.Command) {
	f.flags.register(c, 0)
	c.Flags().Lookup("runs").Usage = "how many histories to play at each point; 0 as the study says"
	c.Flags().Lookup("seed").Usage = "the luck of points and runs; the study says it if not given"
	c.Flags().Lookup("seed").DefValue = ""
	c.Flags().IntVar(&f.points, "points", 0, wordsPoints)
	f.failuresFlag(c)
	f.asOfFlag(c)
	mustHold(c, func(wrong *complaints) {
		if f.points < 0 {
			wrong.add("--points is %d; it must be at least 1, or 0 for those of the study", f.points)
		}
	})
}

// failuresFlag adds --max-failures, which every command has that plays points of a design.
func (f *studyFlags) failuresFlag(c *cobra.Command) {
	c.Flags().IntVar(&f.mostFailures, "max-failures", 100, wordsFailures)
	mustHold(c, func(wrong *complaints) {
		if f.mostFailures < 0 {
			wrong.add("--max-failures is %d; it must be at least 0", f.mostFailures)
		}
	})
}

// oneStudy asks for exactly one study.
func oneStudy(c *cobra.Command, args []string) error {
	if len(args) != 1 {
		return usage("entente %s takes one study, a shipped name or a path: there are %s", c.Name(), words.And(scenarios.StudyNames()))
	}
	return nil
}

// factorsInVain warns of factors that move nothing as long as some constant is 0, unless the constant is a factor too.
func factorsInVain(c *cobra.Command, s *scenarios.Study) {
	for _, factor := range s.Factors {
		constant := factor.Figure.Muted(&s.Scenario.Scenario)
		if !slices.ContainsFunc(s.Factors, func(other scenarios.Factor) bool { return other.Figure.Path == constant }) {
			if told := scenarios.InVain(factor.Figure, &s.Scenario.Scenario); told != "" {
				inVain(c, told)
			}
		}
	}
}

// load reads a study as it is asked for.
func (f *studyFlags) load(c *cobra.Command, name string) (*scenarios.Study, error) {
	s, err := scenarios.LoadStudy(name, f.options(c))
	if err != nil {
		return nil, unread(c, err)
	}
	f.asAsked(c, s.Scenario)
	factorsInVain(c, s)
	did(c, "read the study %s of %s", name, s.Scenario.Scenario.Name)
	if f.points > 0 {
		if s.Kind == design.Factorial {
			s.Levels = f.points
		} else {
			s.Count = f.points
		}
	}
	if f.runs > 0 {
		s.Runs = f.runs
	}
	if c.Flags().Changed("seed") {
		s.Seed = f.seed
	}
	f.runs, f.seed = s.Runs, s.Seed
	f.points = s.Count
	if s.Kind == design.Factorial {
		f.points = s.Levels
	}
	return s, nil
}

// command is the shortest that gives the same answer.
func (f *studyFlags) command(verb, name string) string {
	return fmt.Sprintf("entente %s %s --points %d --runs %d --seed %d%s", verb, words.Shell(name), f.points, f.runs, f.seed, f.reading.flags())
}

// sharded tells whether a share was asked for, and no whole study.
func (f *studyFlags) sharded() bool { return f.shard.Of > 0 }
