package scenarios

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"entente/sim"
)

// little is a posterior of two draws.
func little() *Posterior {
	return &Posterior{
		Made: "entente calibrate --runs 2", Read: "0123456789abcdef", Rule: sim.DefaultTheory, Runs: 2,
		Seeds: []uint64{1, 2}, PerEpisode: 2.5,
		Episodes: []string{"V1", "V4"}, Chains: "They have not converged.", Constants: []string{"decision.trade", "decision.reluctance"},
		Draws: []Draw{{41.25, []float64{300, -5}}, {43, []float64{0, 2.5}}},
	}
}

// What is written is read again.
func TestAPosteriorIsReadAsItWasWritten(t *testing.T) {
	var b strings.Builder
	if err := little().Write(&b); err != nil {
		t.Fatal(err)
	}
	if back, err := ReadPosterior("p.csv", b.String()); err != nil || !reflect.DeepEqual(back, little()) {
		t.Errorf("written as\n%s\nit is read as %+v (%v)", b.String(), back, err)
	}
}

// All that is wrong with a file is told at once, each with its place.
func TestFaultsOfAPosterior(t *testing.T) {
	var b strings.Builder
	if err := little().Write(&b); err != nil {
		t.Fatal(err)
	}
	text := b.String()
	for _, c := range []struct{ why, old, new, want string }{
		{"a number is none", "# runs: 2", "# runs: two", `p.csv:4:9: runs: strconv.Atoi: parsing "two": invalid syntax`},
		{"a line of the head is missing", "# seeds: 1 2\n", "",
			`p.csv:5:1: here stands "# per episode: 2.5", and must "# seeds: " with its value`},
		{"no such rule", "# rule: article", "# rule: articel", "p.csv:3:1: rule: there is no rule articel"},
		{"a column is no parameter", "decision.trade", "decision.trad", `p.csv:9:10: "decision.trad" is no parameter`},
		{"a column stands twice", "decision.reluctance", "decision.trade", "p.csv:9:25: decision.trade stands here a second time"},
		{"the first column is another", "surprise", "distance", `p.csv:9:1: the first column is "distance", and must be "surprise"`},
		{"a value lies beyond its range", ",300,", ",300.1,", "p.csv:10:7: decision.trade is 300.1; it must lie in [0,300]"},
		{"a value is no number", ",2.5\n", ",NaN\n", "p.csv:11:6: decision.reluctance is NaN; it must lie in [-5,20]"},
		{"a figure is missing", "43,0,2.5", "43,0", "p.csv:11:1: it has 2 figures, and the head has 3"},
		{"a surprise is none", "43,0", "-43,0", "p.csv:11:1: a surprise is -43; it must be at least 0"},
		{"there are no draws", "41.25,300,-5\n43,0,2.5\n", "", "p.csv:10:1: there are no draws"},
	} {
		broken := strings.Replace(text, c.old, c.new, 1)
		if _, err := ReadPosterior("p.csv", broken); broken == text || err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: it says\n%v\nand not\n%s", c.why, err, c.want)
		}
	}
	two := strings.NewReplacer("# runs: 2", "# runs: two", ",300,", ",301,").Replace(text)
	if _, err := ReadPosterior("p.csv", two); err == nil || strings.Count(err.Error(), "p.csv:") != 2 {
		t.Errorf("of two faults it tells\n%v", err)
	}
}

// A draw changes its constants and nothing else, and only in a scenario by its rule.
func TestAScenarioByADraw(t *testing.T) {
	s, p := sim.Scenario{Theory: sim.DefaultTheory}, little()
	s.Parameters.Decision.Home = 7
	by := p.By(s, 1)
	if d := by.Parameters.Decision; d.Trade != 0 || d.Reluctance != 2.5 || d.Home != 7 || s.Parameters.Decision.Reluctance != 0 {
		t.Errorf("by the second draw it has %+v", d)
	}
	s.Theory = "prospect-theory"
	if by := p.By(s, 1); by.Parameters != s.Parameters {
		t.Error("a rival theory plays the constants of the article's rule")
	}
}

// The shipped file has what its reader asks for, and draws that lie apart.
func TestTheShippedPosterior(t *testing.T) {
	p, err := ShippedPosterior()
	if err != nil {
		t.Fatal(err)
	}
	if p.Rule != sim.DefaultTheory || len(p.Constants) == 0 || !strings.HasPrefix(p.Made, "entente calibrate") || len(p.Episodes) < 20 {
		t.Errorf("it is %s by %q of %d episodes", p.Rule, p.Made, len(p.Episodes))
	}
	apart := map[string]bool{}
	for _, d := range p.Draws {
		apart[fmt.Sprint(d.Values)] = true
	}
	if len(apart) < posteriorDraws/4 {
		t.Errorf("of %d draws %d differ", len(p.Draws), len(apart))
	}
}
