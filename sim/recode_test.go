package sim

import (
	"math"
	"reflect"
	"slices"
	"testing"
)

// byHand is a world with all figures of the rubric's kinds listed as coded by hand.
func byHand(s Scenario) Scenario {
	s.Coded = nil
	for _, kind := range Figures() {
		if kind.Rubric {
			s.Given(kind.Path, func(path string, _ Series) { s.Coded = append(s.Coded, path) })
		}
	}
	slices.Sort(s.Coded)
	return s
}

// Whatever world is recoded, the original stays as it is, each figure stays in its range, and no figure moves that
// nobody coded by hand.
func TestACodingMovesWhatWasCodedAndNothingElse(t *testing.T) {
	worlds(20, func(number uint64, s Scenario) {
		s = byHand(s)
		held := s.Coded[len(s.Coded)/2]
		s.Coded = slices.DeleteFunc(slices.Clone(s.Coded), func(path string) bool { return path == held })
		before := map[string]Series{}
		for _, kind := range Figures() {
			s.Given(kind.Path, func(path string, values Series) { before[path] = slices.Clone(values) })
		}
		r := s.Recoded(0.1, 1, number)
		moved := 0
		for path, was := range before {
			f, _ := FigureAt(path)
			if now := f.Series(&s); !slices.Equal(now, was) {
				t.Fatalf("world %d: %s of the original moves from %v to %v when a copy is recoded", number, path, was, now)
			}
			now := f.Series(&r)
			switch {
			case !slices.Contains(s.Coded, path):
				centre := path == held && f.Path[len(f.Path)-len(".centre"):] == ".centre" // it goes with its stance
				if !slices.Equal(now, was) && !centre {
					t.Fatalf("world %d: %s, which nobody coded, moves from %v to %v", number, path, was, now)
				}
			case !slices.Equal(now, was):
				moved++
			}
			for _, p := range now {
				if f.Rubric && (p.Value < f.Low || p.Value > f.High) {
					t.Fatalf("world %d: %s is moved to %v, out of [%v, %v]", number, path, p.Value, f.Low, f.High)
				}
			}
		}
		if moved < len(s.Coded)/3 {
			t.Fatalf("world %d: of %d coded figures %d move", number, len(s.Coded), moved)
		}
	})
}

// A figure errs by its own name: what else was coded does not matter to it.
func TestAnotherFigureDisturbsNone(t *testing.T) {
	worlds(5, func(number uint64, s Scenario) {
		all := byHand(s)
		few := all
		few.Coded = slices.DeleteFunc(slices.Clone(all.Coded), func(path string) bool { return KindOf(path) != "states.*.projection" })
		a, b := all.Recoded(0.2, 3, number), few.Recoded(0.2, 3, number)
		for id := range s.States {
			if !slices.Equal(a.States[id].Projection, b.States[id].Projection) {
				t.Fatalf("world %d: the projection of %s moves otherwise where more was coded", number, id)
			}
		}
	})
}

// One government is read by one coder: its stance on one clause, and its centre where that is its stance, move as its
// stance does. A series moves as a whole.
func TestWhatMovesTogether(t *testing.T) {
	s := twoByTwo()
	s = changed(s, "CLI", func(x *State) {
		x.Stance = Series{{Date: 2000, Value: 0.1}, {Date: 2001, Value: 0.3}}
		x.Centre = slices.Clone(x.Stance)
	})
	clause := s.Headline
	c := s.Clauses[clause]
	c.Stance = map[string]Series{"CLI": Const(-0.2)}
	s.Clauses = map[string]Clause{clause: c}
	s.Coded = []string{"clauses." + clause + ".stance.CLI", "states.CLI.stance"}
	by := 0.1 * CodingError(1, 7, "states.CLI.stance")
	r := s.Recoded(0.1, 1, 7)
	near(t, "the first point of the stance", r.States["CLI"].Stance[0].Value, 0.1+by)
	near(t, "the second", r.States["CLI"].Stance[1].Value, 0.3+by)
	near(t, "the centre that nobody coded", r.States["CLI"].Centre[1].Value, 0.3+by)
	near(t, "the stance on the clause", r.Clauses[clause].Stance["CLI"][0].Value, -0.2+by)
	s.Coded = append(s.Coded, "states.CLI.centre")
	own := 0.1 * CodingError(1, 7, "states.CLI.centre")
	near(t, "a centre that was coded by itself", s.Recoded(0.1, 1, 7).States["CLI"].Centre[1].Value, 0.3+own)
	up := s.Shifted("states.CLI.stance", 0.3)
	near(t, "a stance shifted by hand", up.States["CLI"].Stance[1].Value, 0.6)
	near(t, "which the original is not", s.States["CLI"].Stance[1].Value, 0.3)
}

// Errors are normal: of ten thousand codings the mean is 0 and the deviation 1, to within three errors, and 95 % lie
// within 1.96.
func TestErrorsAreNormal(t *testing.T) {
	const n = 10000
	sum, squares, within := 0.0, 0.0, 0
	for k := range n {
		z := CodingError(1, uint64(k), "states.CLI.stance")
		sum += z
		squares += z * z
		if math.Abs(z) < 1.96 {
			within++
		}
	}
	mean, sd, share := sum/n, math.Sqrt(squares/n), float64(within)/n
	if math.Abs(mean) > 0.03 || math.Abs(sd-1) > 0.022 || math.Abs(share-0.95) > 0.007 {
		t.Errorf("errors have mean %.3f, deviation %.3f, and %.3f of them lie within 1.96", mean, sd, share)
	}
}

// What is remembered is recoded too, once for all that remember it.
func TestAHistoryIsRecodedOnce(t *testing.T) {
	past := byHand(twoByTwo())
	s := byHand(twoByTwo())
	s.Past = &Past{Scenario: past}
	a, b := s.Recoded(0.1, 1, 2), s.Recoded(0.1, 1, 2)
	if a.Past != b.Past || a.Past == s.Past {
		t.Error("two worlds of one coding do not share the history of that coding")
	}
	if !reflect.DeepEqual(a.Past.Scenario.States, a.States) {
		t.Error("the same figures of a history err otherwise")
	}
}

// A twin leaves to the coder what the leading power thinks, wants at home and can do.
func TestWhatATwinLeavesToTheCoder(t *testing.T) {
	s := byHand(twoByTwo())
	lead := s.StrongestFounder()
	for _, path := range Measured(s).Coded {
		if KindOf(path) == "rivals.*.offence" || KindOf(path) == "states.*.contest.*" ||
			path[len("states."):len("states.")+len(lead)] != lead {
			t.Errorf("the twin still counts %s as coded", path)
		}
	}
	if n := len(Measured(s).Coded); n < 3 || n > 5 {
		t.Errorf("the twin leaves %d figures to the coder: %v", n, Measured(s).Coded)
	}
}

// The figures that are coded by the rubric, and no others, have rungs, in order.
func TestRubricFiguresHaveRungsInOrder(t *testing.T) {
	for _, f := range Figures() {
		rungs := f.Rungs()
		if f.Rubric != (len(rungs) > 1) || !slices.IsSorted(rungs) {
			t.Errorf("%s, coded by the rubric: %v, has the rungs %v", f.Path, f.Rubric, rungs)
		}
		for _, v := range rungs {
			if v < f.Low || v > f.High {
				t.Errorf("%s has a rung at %v, out of its range", f.Path, v)
			}
		}
	}
}
