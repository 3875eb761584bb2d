package sim

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// fingerprintOf is a number that changes when any figure of a few runs does.
func fingerprintOf(s Scenario, runs uint64) uint64 {
	r := NewRun(NewWorld(s))
	h := uint64(14695981039346656037) // FNV-1a, over words
	for k := range runs {
		play(r, 1, k, func() {
			r.Figures(func(v float64) { h = (h ^ math.Float64bits(v)) * 1099511628211 })
		})
	}
	return h
}

// places are the paths of a kind of figure in a scenario, whether or not it gives them.
func places(s *Scenario, kind string) []string {
	rows := map[string][]string{"states": sortedKeys(s.States), "rivals": sortedKeys(s.Rivals), "relations": sortedKeys(s.Relations),
		"ties": sortedKeys(s.Ties), "clauses": sortedKeys(s.Clauses), "shocks": sortedKeys(s.Shocks),
		"levers": append(sortedKeys(s.States), Everyone)}
	keys := strings.Split(kind, ".")
	if len(keys) < 2 || keys[1] != Row {
		return []string{kind}
	}
	var all []string
	for _, row := range rows[keys[0]] {
		path := strings.Replace(kind, Row, row, 1)
		if !strings.HasSuffix(path, Row) {
			all = append(all, path)
			continue
		}
		of := "states" // as a clause's stances are
		if keys[0] == "states" {
			of = "rivals" // as trade is
		}
		for _, name := range rows[of] {
			all = append(all, strings.TrimSuffix(path, Row)+name)
		}
	}
	return all
}

func sortedKeys[T any](table map[string]T) []string {
	var all []string
	for k := range table {
		all = append(all, k)
	}
	slices.Sort(all)
	return all
}

// feltByDistance has shocks of every second world felt by their distance, and by nobody in particular.
func feltByDistance(number uint64, s *Scenario) {
	if number%2 == 0 {
		return
	}
	for id, shock := range s.Shocks { // a world of its own
		shock.Felt = nil
		s.Shocks[id] = shock
	}
}

// moves tells whether some figure of a kind, set to another value, changes a run of a scenario.
func moves(s Scenario, kind string) bool {
	was := fingerprintOf(s, 2)
	for _, path := range places(&s, kind) {
		if f, _ := FigureAt(path); acts(s, was, f) {
			return true
		}
	}
	return false
}

// Every figure that a scenario may hold changes some run of some world, by some theory and with all pieces that are left out of the rule
// weighed; but for those that are marked as used by no equation.
func TestEveryFigureActsOrIsMarked(t *testing.T) {
	acts := map[string]bool{}
	kinds := slices.DeleteFunc(Figures(), func(f Figure) bool { return strings.HasPrefix(f.Path, "parameters.") })
	worlds(60, func(k uint64, s Scenario) {
		feltByDistance(k, &s)
		for _, f := range kinds {
			if !acts[f.Path] {
				acts[f.Path] = moves(s, f.Path)
			}
		}
	})
	for _, f := range kinds {
		if acts[f.Path] != (f.Idle == "") {
			t.Errorf("that %s changes a run is %v, and it is marked %q", f.Path, acts[f.Path], f.Idle)
		}
	}
}

// By the article's rule a figure that is marked as acting through one term changes no run while that term weighs nothing, and changes some
// where it does. Any other changes some without that term.
func TestAFigureThatActsThroughOneTermIsMarked(t *testing.T) {
	by := func(weighed bool) map[string]bool {
		acts := map[string]bool{}
		worlds(60, func(k uint64, s Scenario) {
			feltByDistance(k, &s)
			s.Theory = DefaultTheory
			r := rand.New(rand.NewPCG(k, 3))
			for _, f := range Figures() {
				if strings.HasPrefix(f.Path, "parameters.decision.") && slices.Contains(unweighed, strings.TrimPrefix(f.Path, "parameters.decision.")) {
					f.Set(&s, map[bool]float64{true: 1 + float64(4*r.Float64()), false: 0}[weighed])
				}
			}
			for _, f := range Figures() {
				if !strings.HasPrefix(f.Path, "parameters.") && !acts[f.Path] {
					acts[f.Path] = moves(s, f.Path)
				}
			}
		})
		return acts
	}
	off, on := by(false), by(true)
	for _, f := range Figures() {
		if strings.HasPrefix(f.Path, "parameters.") || f.Idle != "" {
			continue
		}
		if marked := f.Through != ""; off[f.Path] == marked || marked && !on[f.Path] {
			t.Errorf("marked as acting through %q, %s changes a run without what the rule leaves out: %v, with it: %v", f.Through, f.Path, off[f.Path],
				on[f.Path])
		}
	}
}

// unweighed are the weights that are 0 in the shipped rule.
var unweighed = []string{"interest", "autonomy", "entrapment", "unlikeness", "volatility", "audience", "provocation", "leash", "novelty", "disputes"}

// What a figure is muted by is the weight of its term in the rule that decides, as long as it is 0.
func TestWhatMutesAFigure(t *testing.T) {
	tradition, _ := FigureAt("states.CLI.autonomy_tradition")
	stance, _ := FigureAt("states.CLI.stance")
	s := twoByTwo()
	for _, c := range []struct {
		figure    Figure
		theory    string
		own, rest float64
		want      string
	}{
		{tradition, "article", 0, 1, "parameters.decision.autonomy"},
		{tradition, "article", 1, 0, ""},
		{tradition, "autonomy-security", 1, 0, "parameters.autonomy-security.autonomy"},
		{tradition, "autonomy-security", 0, 1, ""},
		{stance, "article", 0, 0, ""},
	} {
		s.Theory, s.Parameters.Decision.Autonomy, s.Parameters.AutonomySecurity.Autonomy = c.theory, c.own, c.rest
		if got := c.figure.Muted(&s); got != c.want {
			t.Errorf("by %s, autonomy weighing %v and %v, %s is muted by %q, want %q", c.theory, c.own, c.rest, c.figure.Path, got, c.want)
		}
	}
}
