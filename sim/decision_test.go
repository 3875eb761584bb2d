package sim

import (
	"math"
	"slices"
	"strings"
	"testing"
)

// The example of decision.go: what the six terms come to for a client whose patron leads and is sure to come.
func TestTheSixTermsByHand(t *testing.T) {
	s := twoByTwo()
	d := &s.Parameters.Decision
	d.Interest, d.Autonomy, d.Entrapment, d.Unlikeness, d.Volatility, d.Audience, d.Sponsorship = 0, 0, 0, 0, 0, 0, 2
	pact := s.Clauses["pact"]
	pact.Required = []string{"CLI", "PAT"}
	s.Clauses["pact"] = pact
	w := NewWorld(s)
	if got := w.Terms(); !slices.Equal(got, []Term{Security, TradeLoss, Friction, Home, Sponsorship, Reluctance}) {
		t.Errorf("the rule weighs %v", got)
	}
	e, err := w.Decision(1, 0, w.Headline(), w.State("CLI"), 0)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "its utility", e.Utility, 10*(0.28986-0.23810)-0.12-0.03+1+1-0.5)
	near(t, "its chance", e.Chance, 0.8662)
	if len(e.Formulas) != 6 {
		t.Errorf("%d terms are worked out, want those that weigh something", len(e.Formulas))
	}
}

// TestOneWayFigures raises one figure of one state, with all else and everyone's expectations as they are: fear of the
// rival must not make it less willing, and what costs must not make it more so.
func TestOneWayFigures(t *testing.T) {
	up := func(path, me string) (sign int) {
		switch {
		case strings.HasPrefix(path, "threat felt"), strings.HasPrefix(path, me+".contest"):
			return 1
		case strings.HasPrefix(path, me+".trade"), path == me+".openness", path == me+".autonomy_tradition",
			strings.HasSuffix(path, ".friction"), strings.HasSuffix(path, ".retaliation"):
			return -1
		case path == me+".stance", strings.HasSuffix(path, ".affinity"):
			return 1
		}
		return 0
	}
	tried := 0
	worlds(200, func(number uint64, s Scenario) {
		s.Theory = DefaultTheory
		w := NewWorld(s)
		tick := w.Calendar.Ticks() / 2
		for c := range w.Clauses {
			for _, i := range w.clauses[c].invited {
				r := NewRun(w.copyAt(tick))
				r.Start(3, number)
				for r.Tick+1 < tick {
					r.Step()
				}
				r.prelude()
				r.convene(c)
				r.invite(i)
				r.expects()
				expect := slices.Clone(r.talks.expect)
				me := "states." + w.States[i]
				for _, in := range r.inputs(c, i) {
					sign := up(in.Path, me)
					if sign == 0 {
						continue
					}
					tried++
					last := math.Inf(-sign)
					for k := range 11 {
						at := func() { in.set(in.Low + (in.High-in.Low)*float64(k)/10) }
						if !in.late {
							at()
						}
						r.feel()
						r.open()
						r.declare()
						r.count()
						if in.late {
							at()
						}
						copy(r.talks.expect, expect)
						r.prepare()
						terms := r.weigh(r.talks.seat[i])
						u := terms.Sum()
						if float64(sign)*(u-last) < -1e-9 {
							t.Fatalf("world %d: raising %s moves the utility of %s from %v to %v", number, in.Path, w.States[i], last, u)
						}
						last = u
					}
					in.set(in.Value)
				}
			}
		}
	})
	if tried < 1000 {
		t.Errorf("only %d figures were tried", tried)
	}
}
