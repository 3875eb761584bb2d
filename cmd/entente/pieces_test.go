package main

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"entente/sim"
	"entente/sim/lab/history"
	"entente/sim/lab/stats"
)

// luckOfASearch is how far the same search with other luck moves a score either way (sim/ODD.md, 7.13).
const luckOfASearch = 0.02

// CHANGES.md tells of every piece that was tried and left out what it does to episodes that no fit had seen: the Brier score of the rule
// with it, and how much worse that is than the rule's, over the same episodes. It says that none of them pays: none gains more than the
// luck of a search beyond what the choice of episodes would do.
func TestChangesTellsWhatPiecesDo(t *testing.T) {
	kept, err := shippedFits()
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile("../../sim/CHANGES.md")
	if err != nil {
		t.Fatal(err)
	}
	told := strings.Split(string(text), "\n")
	theatre := map[string]string{}
	for _, id := range kept.Episodes {
		scenario := id
		if ep, ok := history.FindEpisode(id); ok {
			scenario = ep.Scenario
		}
		s := drawing(t, scenario)
		theatre[id] = history.TheatreOf(&s)
	}
	for _, e := range history.Entrants() {
		if e.Kind != history.WithTerm {
			continue
		}
		row := fmt.Sprintf("| `%s` |", e.Name)
		for _, inputs := range []string{inputsCoded, inputsMeasured} {
			with, rule := heldOut(kept, e.Name, inputs), heldOut(kept, sim.DefaultTheory, inputs)
			var scores, worse []float64
			var theatres []string
			for _, id := range kept.Episodes {
				if v, ok := with[id]; ok {
					scores, worse, theatres = append(scores, v), append(worse, v-rule[id]), append(theatres, theatre[id])
				}
			}
			if len(scores) < len(kept.Episodes) {
				row += " not made | |"
				continue
			}
			d := stats.Bootstrap(worse, stats.UnitsOf(theatres), -1, 1, kept.Seed)
			row += fmt.Sprintf(" %.3f | %+.3f (%+.3f to %+.3f) |", stats.Mean(scores), d.Mean, d.Low, d.High)
			if d.High < 0 && d.Mean < -luckOfASearch {
				t.Errorf("%s, which is left out, foretells better on %s inputs than the rule, by %+v", e.Name, inputs, d)
			}
		}
		if !slices.Contains(told, row) {
			t.Errorf("CHANGES.md does not say\n%s", row)
		}
	}
}
