package sim

import (
	"fmt"
	"slices"
	"testing"
)

// drawing is a random world whose runs take two constants in turn from three sets.
func drawing(f func(s Scenario)) {
	worlds(20, func(_ uint64, s Scenario) {
		s.Theory = DefaultTheory
		s.Draws = &Draws{
			Constants: []string{"parameters.decision.reluctance", "parameters.decision.home"},
			Shipped:   []float64{s.Parameters.Decision.Reluctance, s.Parameters.Decision.Home},
			Sets:      [][]float64{{-5, 1}, {0, 3}, {5, 9}},
		}
		f(s)
	})
}

// story is all that happens in a run.
func story(r *Run, start func()) []float64 {
	var told []float64
	start()
	for r.Step() {
		r.Figures(func(v float64) { told = append(told, v) })
	}
	return told
}

// Run k of a world whose constants are drawn is, to the last bit, run k of the world with the constants of draw k mod 3: the same
// luck and other constants.
func TestRunsPlayDrawsInTurn(t *testing.T) {
	moved := 0
	drawing(func(s Scenario) {
		w := NewWorld(s)
		r := NewRun(w)
		var first []float64
		for k := range uint64(7) {
			p := s
			p.Draws = nil
			p.Parameters = w.By(w.DrawOf(k))
			if set := s.Draws.Sets[k%3]; p.Parameters.Decision.Reluctance != set[0] || p.Parameters.Decision.Home != set[1] {
				t.Fatalf("run %d has the constants %+v and should have %v", k, p.Parameters.Decision, set)
			}
			plain := NewRun(NewWorld(p))
			got, want := story(r, func() { r.Start(9, k) }), story(plain, func() { plain.Start(9, k) })
			if !slices.Equal(got, want) {
				t.Errorf("run %d of %s is not the run by the constants of draw %d", k, s.Title, k%3)
			}
			if by := story(r, func() { r.StartBy(9, 0, int(k%3)) }); k == 0 {
				first = by
			} else if !slices.Equal(by, first) {
				moved++
			}
		}
	})
	if moved == 0 {
		t.Error("no draw of constants moves anything: nothing is tested")
	}
}

// Runs of one world do not see each other's constants, however they are mixed, and leave those of the world alone.
func TestRunsOfOneWorldDrawForThemselves(t *testing.T) {
	drawing(func(s Scenario) {
		w := NewWorld(s)
		a, b := NewRun(w), NewRun(w)
		alone := story(a, func() { a.Start(3, 1) })
		b.Start(3, 2)
		mixed := story(a, func() { a.Start(3, 1); b.Step() })
		if !slices.Equal(alone, mixed) {
			t.Fatal("a run changes when another with other constants goes on beside it")
		}
		if w.Parameters != s.Parameters {
			t.Fatal("runs change the constants of the world that they share")
		}
	})
}

// A constant that was set is the same in every draw, whoever set it and by whatever way; one that is set to what is shipped is
// not. A rival theory draws nothing, and by one set of constants nothing is drawn.
func TestConstantsThatWereSetAreHeld(t *testing.T) {
	drawing(func(s Scenario) {
		for _, c := range []struct {
			why    string
			change func(*Scenario)
			draws  int
			held   []string
		}{
			{"as shipped", func(*Scenario) {}, 3, nil},
			{"one is set", func(s *Scenario) { s.Parameters.Decision.Home = 7 }, 3, []string{"parameters.decision.home"}},
			{"one is set to what is shipped", func(s *Scenario) { s.Fixed = []string{"parameters.decision.home"} }, 3, []string{"parameters.decision.home"}},
			{"a reason is removed", func(s *Scenario) { s.Parameters = s.Parameters.Without(s.Theory, Home) }, 3,
				[]string{"parameters.decision.home"}},
			{"all are set", func(s *Scenario) { s.Parameters.Decision.Home, s.Parameters.Decision.Reluctance = 7, 1 }, 0,
				s.Draws.Constants},
			{"a rival theory", func(s *Scenario) { s.Theory = "power-balance" }, 0, nil},
			{"the common base", func(s *Scenario) { s.Theory = CommonBase }, 0, nil},
			{"the shipped set alone", func(s *Scenario) { s.Draws = nil }, 0, nil},
		} {
			changed := s
			c.change(&changed)
			for way, w := range map[string]*World{"NewWorld": NewWorld(changed), "Vary": NewWorld(s).Vary(changed)} {
				if held := w.Held(); w.Draws() != c.draws || fmt.Sprint(held) != fmt.Sprint(c.held) {
					t.Errorf("%s, by %s: %d draws, and %v are held; want %d, %v", c.why, way, w.Draws(), held, c.draws, c.held)
				}
				if c.draws == 0 && w.DrawOf(5) != NoDraw {
					t.Errorf("%s: run 5 plays draw %d", c.why, w.DrawOf(5))
				}
				for k := range c.draws {
					p := w.By(k)
					for _, path := range c.held {
						if *p.at(path) != *changed.Parameters.at(path) {
							t.Errorf("%s: draw %d has %s = %v, which was set to %v", c.why, k, path, *p.at(path),
								*changed.Parameters.at(path))
						}
					}
				}
			}
		}
	})
}

// The history of a scenario is played with the draw of the present.
func TestAHistoryFollowsTheDraw(t *testing.T) {
	p := chancy()
	s := remembering(p)
	s.Theory = DefaultTheory
	s.Draws = &Draws{
		Constants: []string{"parameters.decision.reluctance"}, Shipped: []float64{s.Parameters.Decision.Reluctance},
		Sets: [][]float64{{-5}, {20}},
	}
	w := NewWorld(s)
	if got := w.memory.past.world.Draws(); got != 2 {
		t.Fatalf("of the present there are two draws, of its history %d", got)
	}
	r := NewRun(w)
	for k := range uint64(4) {
		r.Start(1, k)
		if got := r.before.w.Parameters.Decision.Reluctance; got != s.Draws.Sets[k%2][0] {
			t.Errorf("run %d plays draw %d, and its history has a reluctance of %v", k, k%2, got)
		}
	}
	r.StartBy(1, 0, 1)
	if _, ok := w.memory.past.ends[pastRun{1, 0, 1}]; !ok {
		t.Error("a run by another draw remembers the history of its usual one")
	}
	other := s
	other.Draws = nil
	if NewWorld(other).memory.past == w.memory.past {
		t.Error("a world without draws shares the history of one with them")
	}
}

// Only weights that count as shipped can be drawn: all else is laid out before a run begins, or left out of the rule.
func TestWhatCannotBeDrawn(t *testing.T) {
	for _, path := range []string{"parameters.threat.half_life", "parameters.decision.nothing", "parameters.decision.interest"} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s is drawn", path)
				}
			}()
			s := remembering(chancy())
			s.Theory = DefaultTheory
			s.Draws = &Draws{Constants: []string{path}, Shipped: []float64{0}, Sets: [][]float64{{1}}}
			NewWorld(s)
		}()
	}
}

// What a draw of constants makes of a decision is what the world by these constants makes of it.
func TestWillingByDraws(t *testing.T) {
	moved := 0
	drawing(func(s Scenario) {
		w := NewWorld(s)
		clause, tick := w.Headline(), w.Calendar.Ticks()/2
		for _, state := range w.clauses[clause].invited {
			willing, draws := w.WillingBy(3, 1, clause, state, tick)
			want := 0
			for draw := range 3 {
				p := s
				p.Draws, p.Parameters = nil, w.By(draw)
				e, err := NewWorld(p).Decision(3, 1, clause, state, tick)
				if err != nil {
					t.Fatal(err)
				}
				if e.Willing {
					want++
				}
			}
			if willing != want || draws != 3 {
				t.Errorf("%s is willing by %d of %d draws; decision by decision it is by %d of 3", w.States[state], willing, draws, want)
			}
			if want > 0 && want < 3 {
				moved++
			}
		}
	})
	if moved == 0 {
		t.Error("no decision hangs on the constants: nothing is tested")
	}
}
