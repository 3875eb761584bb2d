package tables

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/history"
)

// ranked are theories with these Brier scores on some episodes, none of which meets a target. Theories that are not
// named have 0.9 on all; episodes with a number are those that constants were fitted to.
func ranked(ids []string, briers map[string][]float64) *history.Theories {
	b := history.Switchboard{}
	for _, theory := range sim.Theories() {
		row := history.TheoryRow{Theory: theory, InForce: share(500)}
		for k, id := range ids {
			score := 0.9
			if of := briers[theory.Name]; of != nil {
				score = of[k]
			}
			row.Verdicts = append(row.Verdicts, history.Verdict{ID: id, Fitted: id[0] == 'V',
				Scores: []history.Score{{Rule: "model", Brier: score}, {Rule: "coin", Brier: 0.25}}})
		}
		b.Rows = append(b.Rows, row)
	}
	return &history.Theories{Head: lab.Head{Runs: 1000, Seed: 1}, Boards: []history.Switchboard{b}}
}

// What is found of theories claims no more than so few episodes bear, and says beside it that they were fitted to them and with
// how much.
func TestTheoriesAreRankedNoFurtherThanEpisodesBear(t *testing.T) {
	all := fmt.Sprintf("%d theories", len(sim.Theories()))
	const had = "The article's rule has 6 such constants, the others 2 to 4."
	const noProof = " is a condition of being taken seriously, and no proof; what the rule does on episodes that it was not " +
		"fitted to is told by `entente tournament --shipped`. "
	for _, c := range []struct {
		why    string
		ids    []string
		briers map[string][]float64
		want   []string
	}{
		{"a lead in every episode", []string{"V1", "V2"}, map[string][]float64{"article": {0.1, 0.2}, "landscape": {0.3, 0.6}}, []string{
			"On V1 and V2 the article's rule has the lowest mean Brier score of " + all + ", 0.15 (so few give no interval; 0 is " +
				"best), and meets the targets of none.",
			"Next comes landscape with 0.45, which meets the targets of none: worse by 0.30, and so few episodes cannot say how " +
				"others would come out.",
			"The constants of each theory were fitted to all of these: doing well on them" + noProof + had}},
		{"a lead in one of two", []string{"V1", "mine"}, map[string][]float64{"article": {0.1, 0.2}, "landscape": {0.4, 0.1}}, []string{
			"On V1 and mine the article's rule has the lowest mean Brier score of " + all +
				", 0.15 (so few give no interval; 0 is best), and meets the targets of none.",
			"Next comes landscape with 0.25, which meets the targets of none: worse by 0.10, and so few episodes cannot say how " +
				"others would come out.",
			"The constants of each theory were fitted to 1 of these (V1): doing well on it" + noProof + had}},
		{"no lead that the digits show, on one episode", []string{"mine"}, map[string][]float64{"article": {0.101}, "landscape": {0.1}},
			[]string{
				"On mine landscape and the article's rule share the lowest Brier score of " + all +
					", 0.10 (so few give no interval; 0 is best).",
				"Next comes balance of threat with 0.90, which meets the targets of none: worse by 0.80, and so few episodes " +
					"cannot say how others would come out.",
				"None of this took part when the constants of each theory were fitted to history. " + had}},
	} {
		if got := Theories(ranked(c.ids, c.briers)).Finding; len(got) < 3 || !slices.Equal(got[:3], c.want) {
			t.Errorf("%s: the finding is\n%s\nwant\n%s", c.why, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
	}
}
