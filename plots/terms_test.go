package plots

import (
	"math"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"

	"entente/plots/words"
	"entente/sim"
)

func TestBarsAddUp(t *testing.T) {
	for _, st := range pacificSummary().States {
		left, right := 0.0, 0.0
		for _, piece := range stack(st.Terms) {
			if math.Abs(piece.to-piece.from-math.Abs(st.Terms[piece.term])) > 1e-12 {
				t.Errorf("%s: the piece for %v is %v long, the term %v",
					st.ID, piece.term, piece.to-piece.from, st.Terms[piece.term])
			}
			if st.Terms[piece.term] < 0 {
				left = piece.from
			} else {
				right = piece.to
			}
		}
		if math.Abs(left+right-st.Utility) > 1e-9 {
			t.Errorf("%s: the bar reaches from %v to %v, which adds up to %v, not to the utility %v",
				st.ID, left, right, left+right, st.Utility)
		}
	}
}

// A reader finds the letter of a piece in the name that the key gives it.
func TestEveryTermHasALetterOfItsOwnAndOfItsName(t *testing.T) {
	seen := map[string]sim.Term{}
	for i, look := range termLook {
		term := sim.Term(i)
		if other, taken := seen[look.letter]; taken {
			t.Errorf("%v and %v have the letter %q", term, other, look.letter)
		}
		seen[look.letter] = term
		if name := strings.ToUpper(words.Terms[i].Name); look.letter == "" || !strings.Contains(name, look.letter) {
			t.Errorf("the letter %q of %v is none of its name, %q", look.letter, term, words.Terms[i].Name)
		}
		if d := math.Abs(luminance(look.fill) - luminance(inkOn(look.fill))); d < 100 {
			t.Errorf("the letter %s stands out by %.0f of 255 from its ground, want 100", look.letter, d)
		}
	}
}

func TestLettersKeepClearOfTheSum(t *testing.T) {
	for sum := vg.Length(0); sum <= 40; sum++ {
		x, ok := letterPlace(sim.Security, 10, 30, sum)
		if !ok || x < 13 || x > 27 || math.Abs(float64(x-sum)) < 4 {
			t.Errorf("with the sum at %v the letter of a piece from 10 to 30 is set at %v (%v)", sum, x, ok)
		}
	}
	if _, ok := letterPlace(sim.Security, 10, 12, 40); ok {
		t.Error("a letter was set on a piece too narrow for it")
	}
}

// No two terms of one theory look alike on the chart of terms.
func TestTermsOfATheoryLookDifferent(t *testing.T) {
	for _, theory := range sim.Theories() {
		s := twoStates(theory.Name)
		for _, f := range sim.Figures() { // all that a rule may weigh counts
			if strings.HasPrefix(f.Path, "parameters.") {
				f.Set(&s, f.High)
			}
		}
		terms := sim.NewWorld(s).Terms()
		if len(terms) < 2 {
			t.Errorf("%s weighs %v", theory.Name, terms)
		}
		for i, a := range terms {
			for _, b := range terms[:i] {
				if termLook[a].fill == termLook[b].fill {
					t.Errorf("%s: %s and %s have one colour", theory.Name, a, b)
				}
			}
		}
	}
}

// twoStates is the smallest scenario that makes a world.
func twoStates(theory string) sim.Scenario {
	return sim.Scenario{
		Start: 2000, End: 2001, Tick: sim.Year, Headline: "pact", Theory: theory,
		States:  map[string]sim.State{"AAA": {}, "BBB": {}},
		Clauses: map[string]sim.Clause{"pact": {Founders: []string{"AAA", "BBB"}}},
	}
}
