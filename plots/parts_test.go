package plots

import (
	"math"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"

	"entente/sim"
	"entente/sim/lab"
)

func TestPercentAxisHoldsTheChanceAndStartsAtZero(t *testing.T) {
	for most := 0.0; most <= 1; most += 0.001 {
		top, ticks := percentAxis(most)
		if most > top {
			t.Errorf("a chance of %v leaves the axis, which ends at %v", most, top)
		}
		if ticks[0].Value != 0 || math.Abs(ticks[len(ticks)-1].Value-top) > 1e-9 {
			t.Errorf("the axis for %v is marked from %v to %v, want 0 to %v",
				most, ticks[0].Value, ticks[len(ticks)-1].Value, top)
		}
		if most > 0.005 && top > 3.1*most {
			t.Errorf("the axis for a chance of %v ends at %v, far above it", most, top)
		}
	}
}

func TestShortAxisIsOwnedUpTo(t *testing.T) {
	for _, c := range []struct {
		name  string
		short bool
	}{{"never", true}, {"always", false}} {
		notes := InForce(oddities()[c.name]).Notes
		if strings.Contains(notes, "The axis ends at") != c.short {
			t.Errorf("%s: the notes on the axis are wrong: %s", c.name, notes)
		}
	}
}

// A staircase may leave out what the eye cannot see, but never stray further than that from the figures.
func TestStaircaseFollowsItsFigures(t *testing.T) {
	s := madeUp(pacific, 1800, 12, 3000, 2000)
	line, band := chanceOverTime(s, s.InForce, 1)
	if len(line) > 2*len(s.InForce) || len(band) > 4*len(s.InForce) {
		t.Errorf("%d points for %d ticks", len(line), len(s.InForce))
	}
	at := 0
	for i, share := range s.InForce {
		for at+1 < len(line) && line[at+1].X <= s.Dates[i]+1e-9 {
			at++
		}
		if math.Abs(line[at].Y-share.Mean) > 0.001+1e-9 {
			t.Fatalf("in %s the line stands at %v, the share is %v", s.Labels[i], line[at].Y, share.Mean)
		}
	}
	if _, end := period(s); line[len(line)-1].X != end {
		t.Errorf("the line ends at %v, the run at %v", line[len(line)-1].X, end)
	}
}

func TestTickLengthIsReadFromASingleLabel(t *testing.T) {
	for label, want := range map[string]float64{"1949": 1, "1949Q2": 0.25, "1949-04": 1.0 / 12} {
		s := &lab.Summary{Labels: []string{label}, Dates: []float64{1949}}
		if got := tickYears(s); got != want {
			t.Errorf("the tick %s lasts %v years, want %v", label, got, want)
		}
	}
}

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

func TestEveryTermHasALetterOfItsOwn(t *testing.T) {
	seen := map[string]sim.Term{}
	for i, look := range termLook {
		if other, ok := seen[look.letter]; ok || look.letter == "" || look.words == "" {
			t.Errorf("%v shares the letter %q with %v, or has no letter or words", sim.Term(i), look.letter, other)
		}
		seen[look.letter] = sim.Term(i)
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

func TestWrapKeepsEveryLetterAndTheWidth(t *testing.T) {
	s := style(titleSize, black)
	text := oddities()["long names"].ClauseTitle
	for _, width := range []vg.Length{20, 60, 200, 1000} {
		lines := wrap(s, text, width)
		for _, line := range lines {
			if s.Width(line) > width {
				t.Errorf("%q is wider than %v", line, width)
			}
		}
		if strip(strings.Join(lines, "")) != strip(text) {
			t.Errorf("wrapped to %v, the text reads %q", width, lines)
		}
	}
}

func strip(text string) string { return strings.ReplaceAll(text, " ", "") }

func TestLongNamesStayApart(t *testing.T) {
	seen := map[string]bool{}
	for _, st := range oddities()["long names"].States {
		name := rowName(st)
		if seen[name] || bold(style(labelSize, black)).Width(name) > longestName {
			t.Errorf("%s is called %q, too long or like another", st.ID, name)
		}
		seen[name] = true
	}
}
