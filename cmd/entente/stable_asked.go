package main

import (
	"fmt"
	"math"
	"strings"

	"entente/plots/words"
	"entente/scenarios"
	"entente/sim/networks"
)

// check holds the flags to each other and to what they may be.
func (f *stableFlags) check(given func(flag string) bool, wrong *complaints) {
	finite := func(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }
	if !(f.gamma > 0 && finite(f.gamma)) {
		wrong.add("--gamma is %v; it must be above 0", f.gamma)
	}
	for _, flag := range []struct {
		name  string
		value float64
	}{{"link-cost", f.cost}, {"spoils", f.spoils}} {
		if given(flag.name) && !given("trade-gain") {
			wrong.add("--%s goes with --trade-gain: without trade a network is held to the conditions on arms alone", flag.name)
		}
		if !(flag.value >= 0 && finite(flag.value)) {
			wrong.add("--%s is %v; it must be at least 0", flag.name, flag.value)
		}
	}
	if !given("trade-gain") {
		return
	}
	if !given("spoils") {
		wrong.add("--trade-gain needs --spoils: what a conquered state is worth to its attackers, in the same unit")
	}
	if len(f.gain) == 0 {
		wrong.add("--trade-gain is empty; give at least one figure")
	}
	for _, v := range f.gain {
		if !finite(v) {
			wrong.add("--trade-gain holds %v; it must hold numbers", v)
		}
	}
}

// trade is what alliances are worth; nil if the network is held to the conditions without trade.
func (f *stableFlags) trade() *networks.TradeTies {
	if len(f.gain) == 0 {
		return nil
	}
	return &networks.TradeTies{Gain: f.gain, Cost: f.cost, Spoils: f.spoils}
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
