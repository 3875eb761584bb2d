package tables

import (
	"strings"
	"testing"

	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/history"
)

func TestTheTableOfREADMEHasARowForEachTheory(t *testing.T) {
	past := history.AskTheories(t.Context(), []sim.Scenario{shipped(t, "europe-1947"), shipped(t, "asia-1950")},
		lab.Options{Runs: 2, Seed: 1})
	short := asMarkdown(t, TheoriesInShort(past))
	lines := strings.Split(strings.TrimSpace(short), "\n")
	if len(lines) != 2+len(sim.Theories()) {
		t.Errorf("the table of README has %d lines, want a head, a rule and a row for each theory:\n%s", len(lines), short)
	}
	for _, line := range lines {
		if n := strings.Count(line, "|"); n != 7 {
			t.Errorf("a row of README has %d bars, want those of a theory, two clauses and V1, V2, V4: %s", n, line)
		}
	}
	if !strings.Contains(lines[0], "North Atlantic Treaty, end of 1955 | V1 | V2 | Pacific Pact, end of 1956 | V4 |") {
		t.Errorf("the head of README's table is %s", lines[0])
	}
}
