package main

import (
	"fmt"
	"math"
	"strings"

	"github.com/spf13/cobra"

	"entente/plots"
	"entente/plots/tables"
	"entente/plots/words"
	"entente/scenarios"
	"entente/sim/lab"
	"entente/sim/networks"
)

// What help says of it.
const (
	wordsStable = "Does a network of alliances keep the peace (Jackson and Nei 2015)?"

	wordsStableLong = `Reads states with their strengths and their alliances, and says whether the network is war-stable:
nobody can be beaten by a state and its allies (an ally of both defends only if it does not attack), no
new alliance would change that, and none would be dropped because it does not protect both of its ends.

The file is CSV, with a row and a column for each state in the same order; 1 is an alliance, 0 is none:

  actor,strength,A,B,C
  A,5,0,1,0
  B,3,1,0,1
  C,2,0,1,0

With --trade-gain alliances also carry trade. Attackers then weigh the trade they lose against their equal part of
the spoils, alliances are made and kept for their trade as well, and peace becomes possible:

  entente stable FILE.csv --gamma 1.5 --trade-gain 4,4,1 \
    --link-cost 2 --spoils 6`
)

type stableFlags struct {
	gamma  float64
	gain   []float64
	cost   float64
	spoils float64
	flags
}

func init() { verbs = append(verbs, stableCommand) }

func stableCommand() *cobra.Command {
	var f stableFlags
	c := &cobra.Command{
		Use:   "stable FILE.csv",
		Short: wordsStable,
		Long:  wordsStableLong,
		Args:  oneFile,
		RunE: func(c *cobra.Command, args []string) error {
			trade, err := f.trade(c)
			if err != nil {
				return err
			}
			a, err := loadActors(c, args[0], scenarios.AllianceOrNo)
			if err != nil {
				return err
			}
			if n := len(a.Names); n > lab.MostCountries {
				return failure{exitScenario, fmt.Errorf("%s has %d states; at most %d can be checked", args[0], n, lab.MostCountries)}
			}
			q, err := f.askFile(c, f.command(args[0], trade), filesOf(&lab.Peace{}, plots.OfPeace), a)
			if err != nil {
				return err
			}
			found := lab.CheckPeace(title(args[0]), a.Names, f.network(a, trade))
			return q.answer(found, tables.Peace(found), plots.OfPeace(found))
		},
	}
	c.Flags().Float64Var(&f.gamma, "gamma", 1, "how much defence counts beside attack; above 1 it has the advantage")
	c.Flags().Float64SliceVar(&f.gain, "trade-gain", nil, "with trade: what a state gains from its first alliance, its second, ... "+
		"(a `list`; the last holds for all further ones)")
	c.Flags().Float64Var(&f.cost, "link-cost", 0, "with trade: what each alliance costs a state")
	c.Flags().Float64Var(&f.spoils, "spoils", 0, "with trade: what a conquered state is worth to its attackers together")
	f.showing.register(c)
	return c
}

// trade reads what alliances are worth; nil if the network is held to the conditions without trade.
func (f *stableFlags) trade(c *cobra.Command) (*networks.TradeTies, error) {
	finite := func(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }
	if !(f.gamma > 0 && finite(f.gamma)) {
		return nil, usage("--gamma is %v; it must be above 0", f.gamma)
	}
	given := c.Flags().Changed
	if !given("trade-gain") {
		for _, name := range []string{"link-cost", "spoils"} {
			if given(name) {
				return nil, usage("--%s goes with --trade-gain: without trade a network is held to the conditions on arms alone", name)
			}
		}
		return nil, nil
	}
	if !given("spoils") {
		return nil, usage("--trade-gain needs --spoils: what a conquered state is worth to its attackers, in the same unit")
	}
	if len(f.gain) == 0 {
		return nil, usage("--trade-gain is empty; give at least one figure")
	}
	for _, v := range f.gain {
		if !finite(v) {
			return nil, usage("--trade-gain holds %v; it must hold numbers", v)
		}
	}
	for _, flag := range []struct {
		name  string
		value float64
	}{{"link-cost", f.cost}, {"spoils", f.spoils}} {
		if !(flag.value >= 0 && finite(flag.value)) {
			return nil, usage("--%s is %v; it must be at least 0", flag.name, flag.value)
		}
	}
	return &networks.TradeTies{Gain: f.gain, Cost: f.cost, Spoils: f.spoils}, nil
}

// network is a file of states, as the theory knows it.
func (f *stableFlags) network(a *scenarios.Actors, trade *networks.TradeTies) *networks.Alliances {
	n := &networks.Alliances{Strength: a.Strength, Gamma: f.gamma, Trade: trade}
	for _, row := range a.Between {
		allied := make([]bool, len(row))
		for j, v := range row {
			allied[j] = v == 1
		}
		n.Allied = append(n.Allied, allied)
	}
	return n
}

// command is the shortest command line that gives the same answer.
func (f *stableFlags) command(file string, trade *networks.TradeTies) string {
	line := fmt.Sprintf("entente stable %s --gamma %v", words.Shell(file), f.gamma)
	if trade != nil {
		line += fmt.Sprintf(" --trade-gain %s --link-cost %v --spoils %v", commas(f.gain), f.cost, f.spoils)
	}
	return line
}

func commas(values []float64) string {
	var texts []string
	for _, v := range values {
		texts = append(texts, fmt.Sprint(v))
	}
	return strings.Join(texts, ",")
}
