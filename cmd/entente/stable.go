package main

import (
	"fmt"
	"io"
	"math"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"entente/plots"
	"entente/plots/words"
	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab"
)

type stableFlags struct {
	gamma  float64
	gain   []float64
	cost   float64
	spoils float64
	runFlags
}

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
			return f.stable(c, args[0], trade)
		},
	}
	c.Flags().Float64Var(&f.gamma, "gamma", 1, "how much defence counts beside attack; above 1 it has the advantage")
	c.Flags().Float64SliceVar(&f.gain, "trade-gain", nil, "with trade: what a country gains from its first alliance, its second, ... "+
		"(a `list`; the last holds for all further ones)")
	c.Flags().Float64Var(&f.cost, "link-cost", 0, "with trade: what each alliance costs a country")
	c.Flags().Float64Var(&f.spoils, "spoils", 0, "with trade: what a conquered country is worth to its attackers together")
	f.outFlags(c)
	return c
}

// trade reads what alliances are worth; nil if the network is held to the conditions without trade.
func (f *stableFlags) trade(c *cobra.Command) (*sim.TradeTies, error) {
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
		return nil, usage("--trade-gain needs --spoils: what a conquered country is worth to its attackers, in the same unit")
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
	return &sim.TradeTies{Gain: f.gain, Cost: f.cost, Spoils: f.spoils}, nil
}

func (f *stableFlags) stable(c *cobra.Command, file string, trade *sim.TradeTies) error {
	a, err := loadActors(c, file, scenarios.AllianceOrNo)
	if err != nil {
		return err
	}
	if n := len(a.Names); n > lab.MostCountries {
		return failure{exitScenario, fmt.Errorf("%s has %d countries; at most %d can be checked", file, n, lab.MostCountries)}
	}
	if err := f.makeFolder(); err != nil {
		return err
	}
	began := time.Now()
	network := &sim.Alliances{Strength: a.Strength, Gamma: f.gamma, Trade: trade}
	command := fmt.Sprintf("entente stable %s --gamma %v", words.Shell(file), f.gamma)
	if trade != nil {
		command += fmt.Sprintf(" --trade-gain %s --link-cost %v --spoils %v", commas(f.gain), f.cost, f.spoils)
	}
	for _, row := range a.Between {
		allied := make([]bool, len(row))
		for j, v := range row {
			allied[j] = v == 1
		}
		network.Allied = append(network.Allied, allied)
	}
	p := lab.CheckPeace(a.Names, network)
	p.File = title(file)
	return f.tellFound(c, file, a, found{
		name: "stable", answer: p, table: func(out io.Writer) error { return writePeace(out, p) }, tables: p.Tables(),
		chart: plots.Peace(p), command: command,
	}, time.Since(began))
}

func commas(values []float64) string {
	words := make([]string, len(values))
	for k, v := range values {
		words[k] = fmt.Sprint(v)
	}
	return strings.Join(words, ",")
}

// writePeace prints whether a network of alliances is stable, and what breaks it.
func writePeace(out io.Writer, p *lab.Peace) error {
	var b strings.Builder
	heading(&b, "The alliances of "+p.File, fmt.Sprintf("%d countries, %d alliances; %s", len(p.Countries), p.Links, p.Conditions()), 0, 0, nil)
	if p.Stable {
		b.WriteString("The network is stable: nobody can be beaten, no new alliance would change that, and none would be dropped.\n")
	} else {
		b.WriteString("The network is not stable.\n")
	}
	whoIsBeaten(&b, p)
	whatIsMade(&b, p)
	whatIsDropped(&b, p)
	b.WriteString("\n" + wordsPeace)
	if p.Trade == nil && p.Links > 0 {
		b.WriteString(wordsNoPeace)
	}
	_, err := io.WriteString(out, b.String())
	return err
}

func whoIsBeaten(b *strings.Builder, p *lab.Peace) {
	b.WriteString("\nWho can be beaten today\n\n")
	if len(p.Attacks) == 0 {
		b.WriteString("  nobody\n")
		return
	}
	table(b, func(t *tabwriter.Writer) {
		fmt.Fprintln(t, "  country\tby\tstrength\tagainst\t")
		for _, c := range p.Countries {
			var least *lab.Attack
			coalitions := map[string]bool{} // the same one may be led by several of its members
			for i, at := range p.Attacks {
				if at.Victim == c.Name {
					coalitions[strings.Join(at.Coalition, "\n")] = true
					if least == nil || len(at.Coalition) < len(least.Coalition) {
						least = &p.Attacks[i]
					}
				}
			}
			if least == nil {
				continue
			}
			more := ""
			if n := len(coalitions) - 1; n > 0 {
				more = fmt.Sprintf("other coalitions: %s", thousands(n))
			}
			fmt.Fprintf(t, "  %s\t%s\t%s\t%s\t%s\t\n", c.Name, attackers(*least), amount(least.Force), amount(least.Defence), more)
		}
	})
}

// attackers names a coalition, its leader first.
func attackers(at lab.Attack) string {
	var with []string
	for _, name := range at.Coalition {
		if name != at.Leader {
			with = append(with, name)
		}
	}
	if len(with) == 0 {
		return at.Leader
	}
	return at.Leader + " with " + strings.Join(with, ", ")
}

func whatIsMade(b *strings.Builder, p *lab.Peace) {
	b.WriteString("\nNew alliances that would be made\n\n")
	if len(p.New) == 0 {
		b.WriteString("  none\n")
		return
	}
	table(b, func(t *tabwriter.Writer) {
		fmt.Fprintln(t, "  between\tto beat\tby\tstrength\tagainst\t")
		for _, l := range p.New[:min(len(p.New), mostShown)] {
			pair := l.A + " and " + l.B
			if l.Trade {
				fmt.Fprintf(t, "  %s\t(for their trade)\t\t\t\t\n", pair)
				pair = ""
			}
			for _, at := range l.Attacks {
				fmt.Fprintf(t, "  %s\t%s\t%s\t%s\t%s\t\n", pair, at.Victim, attackers(at), amount(at.Force), amount(at.Defence))
				pair = ""
			}
		}
	})
	andMore(b, len(p.New))
}

func whatIsDropped(b *strings.Builder, p *lab.Peace) {
	b.WriteString("\nAlliances that would be dropped\n\n")
	if len(p.Dropped) == 0 {
		b.WriteString("  none\n")
		return
	}
	table(b, func(t *tabwriter.Writer) {
		fmt.Fprintln(t, "  between\tby\t")
		for _, l := range p.Dropped[:min(len(p.Dropped), mostShown)] {
			fmt.Fprintf(t, "  %s and %s\t%s\t\n", l.A, l.B, strings.Join(l.DroppedBy, " and by "))
		}
	})
	andMore(b, len(p.Dropped))
}

// andMore says how many rows a table leaves out.
func andMore(b *strings.Builder, all int) {
	if more := all - mostShown; more > 0 {
		fmt.Fprintf(b, "  and %s more, which --json and --out list\n", thousands(more))
	}
}
