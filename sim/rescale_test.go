package sim

import (
	"math"
	"slices"
	"strings"
	"testing"
)

// Whatever world is rescaled, constants that were fitted and those of 0 stay, all others stay in their range, most move, and the original
// is as it was.
func TestARescalingMovesTheConstantsThatNobodyFitted(t *testing.T) {
	worlds(20, func(number uint64, s Scenario) {
		s.Rescale, s.Parameters.Measured = 2, TwinFigures{Tempo: 3, Move: 0.2}
		s.Draws = &Draws{Constants: []string{"parameters.decision.trade"}, Shipped: []float64{s.Parameters.Decision.Trade}}
		before := s.Parameters
		r := s.Rescaled(1, number)
		if s.Parameters != before {
			t.Fatalf("world %d: its own constants move when a copy is rescaled", number)
		}
		if r.Rescale != 0 {
			t.Fatalf("world %d: what was rescaled is to be rescaled again", number)
		}
		unfitted, moved := s.Unfitted(), 0
		for _, f := range Figures() {
			if !strings.HasPrefix(f.Path, "parameters.") {
				continue
			}
			was, now := f.At(&s, s.Start), f.At(&r, s.Start)
			if slices.Contains(unfitted, f.Path) && f.Inert(&s) {
				t.Fatalf("world %d: %s is to be moved and changes no run by %s", number, f.Path, s.Theory)
			}
			switch {
			case now != was && (now < f.Low || now > f.High):
				t.Fatalf("world %d: %s is moved to %v, out of [%v, %v]", number, f.Path, now, f.Low, f.High)
			case slices.Contains(unfitted, f.Path) && now != was:
				moved++
			case now != was:
				t.Fatalf("world %d: %s moves from %v to %v, and is fitted, 0 or another theory's", number, f.Path, was, now)
			}
		}
		if moved < len(unfitted)/2 {
			t.Fatalf("world %d: of %d constants %d move", number, len(unfitted), moved)
		}
		NewWorld(r) // it can be played
	})
}

// By hand: with a factor of 2, 95 % of many rescalings of a constant lie between its half and its double, a half of them below it, and
// the logarithms deviate by ln 2 / 1.96.
func TestRescalingsAreLogNormal(t *testing.T) {
	var s Scenario
	s.Parameters.Threat.HalfLife, s.Rescale = 2, 2
	if got := s.Unfitted(); !slices.Equal(got, []string{"parameters.threat.half_life"}) {
		t.Fatalf("the constants that can be moved are %v, want the half-life alone", got)
	}
	const many = 4000
	within, below, squares := 0, 0, 0.0
	for number := range uint64(many) {
		r := s.Rescaled(7, number)
		v := r.Parameters.Threat.HalfLife
		if v >= 1 && v <= 4 {
			within++
		}
		if v < 2 {
			below++
		}
		squares += math.Pow(math.Log(v/2), 2)
	}
	near := func(what string, got, want, by float64) {
		if math.Abs(got-want) > by {
			t.Errorf("%s is %.4f, want %.4f", what, got, want)
		}
	}
	near("the share between half and double", float64(within)/many, 0.95, 0.01)
	near("the share below", float64(below)/many, 0.5, 0.025)
	near("the deviation of the logarithm", math.Sqrt(squares/many), math.Ln2/1.96, 0.01)
}
