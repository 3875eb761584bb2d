package main

import (
	"fmt"
	"strconv"

	"entente/plots/words"
	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab/history"
	"entente/sim/lab/stats"
)

// What a calibration writes in the form of shipped files: the posterior's draws, and the set in the middle of it.
const (
	posteriorFile  = "posterior.csv"
	parametersFile = "parameters.toml"
)

// posteriorOf is the posterior with what it was made by.
func posteriorOf(found *history.Calibrated, worlds []world, command string) *scenarios.Posterior {
	p := &scenarios.Posterior{
		Made: command, Read: readAs(worlds), Rule: worlds[0].Scenario.Theory, Runs: found.Asked, Seeds: found.Seeds,
		PerEpisode: found.PerEpisode,
		Episodes:   found.Episodes, Chains: words.Chains(found),
	}
	for _, k := range found.Knobs {
		p.Constants = append(p.Constants, k.Name)
	}
	for _, d := range found.Draws {
		p.Draws = append(p.Draws, scenarios.Draw{Surprise: d.Surprise, Values: d.Values})
	}
	return p
}

// parameterFile writes what was found in the form of the shipped file, each value with where it comes from.
func parameterFile(l *scenarios.Loaded, found *history.Calibrated, fittedTo, command string) string {
	record := fmt.Sprintf("# which leaves a surprise at history of %s, and %.1f for leaving the priors' centres",
		strconv.FormatFloat(found.Middle.Surprise, 'g', -1, 64), found.Middle.Penalty)
	preface := "# The constants of a rival theory, to stand in for those of the shipped file. They were fitted to " + fittedTo + ".\n" +
		"# Middle of the posterior of:  " + command + "\n" + record + ",\n"
	if l.Scenario.Theory == sim.DefaultTheory {
		preface = "# The constants of the theory: one set for every scenario, whatever the theatre or the century.\n" +
			"# Each value has its range, its unit and where it comes from; the equations are in package sim, told in sim/ODD.md.\n" +
			"# Calibrated values were fitted to " + fittedTo + ". They are the middle of the posterior of:  " +
			"" + command + "\n" + record + ",\n" +
			"# with the 5 to 95 % range of the posterior, one constant at a time (sim/ODD.md, 7.13). Sets that go together: " +
			"posterior.csv.\n" +
			"# \"judgement\" is a value the authors chose and no history has checked.\n"
	}
	return scenarios.ParameterFile(preface, l.Scenario.Theory, found.Parameters, func(name string) string {
		for i, k := range found.Knobs {
			if k.Name == name {
				return calibrated(k, found.Marginal(i))
			}
		}
		c, _ := l.Cite("parameters." + name)
		return c.Text
	})
}

// calibrated is what the file says of a value that was searched for: the posterior's range, and whether that ends where
// the parameter does, and the prior.
func calibrated(k history.Knob, posterior stats.Spread) string {
	wall := ""
	if f := k.Figure(); posterior.Q05 <= f.Low || posterior.Q95 >= f.High {
		wall = ", an end of what is allowed"
	}
	return fmt.Sprintf("calibrated, %.4g to %.4g%s; prior %.4g: %s", posterior.Q05, posterior.Q95, wall, k.Centre, k.Why)
}
