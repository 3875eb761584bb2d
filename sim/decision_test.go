package sim

import (
	"math"
	"slices"
	"strings"
	"testing"
)

func TestTheTermsByHand(t *testing.T) {
	w := NewWorld(twoByTwo())
	e, err := w.Explain(1, 0, w.Headline(), w.State("CLI"), 0)
	if err != nil {
		t.Fatal(err)
	}
	// What CLI expects of PAT is the one thing not worked by hand; every term is, given it.
	q := e.Expected[0].Chance
	// Threat is contest: CLI 0.5, PAT 0.25. Worth of PAT 0.5×0.3 = 0.15, of CLI 0.5×0.1 = 0.05.
	// CLI without: 0.1 + 0.3×0.15 = 0.145; the clause adds 0.5×0.15 = 0.075 if PAT signs.
	// PAT without: 0.3 + 0.3×0.05 = 0.315; CLI adds 0.5×0.05 = 0.025.
	danger := func(threat, aid float64) float64 { return threat * 0.2 / (0.2 + aid) }
	near(t, "security", e.Terms[Security], 10*(danger(0.5, 0.145)-danger(0.5, 0.145+q*0.075)))
	near(t, "interest", e.Terms[Interest], 20*q*(danger(0.25, 0.315)-danger(0.25, 0.34))) // PAT is worth more than RIV: 1
	near(t, "autonomy", e.Terms[Autonomy], -1*0.8*0.5)
	near(t, "entrapment: it feels all that the patron feels", e.Terms[Entrapment], 0)
	near(t, "trade", e.Terms[TradeLoss], -10*(0.2*0.5)*(0.5*0.8)*0.3)
	near(t, "friction: a quarrel as likely as its other side", e.Terms[Friction], -3*q*0.01)
	near(t, "unlikeness", e.Terms[Unlikeness], -2*0.4)
	near(t, "home: half in favour", e.Terms[Home], 2*0.5)
	near(t, "volatility", e.Terms[Unsteadiness], 0)
	near(t, "reluctance", e.Terms[Reluctance], -0.5)

	e, err = w.Explain(1, 0, w.Headline(), w.State("PAT"), 0)
	if err != nil {
		t.Fatal(err)
	}
	q = e.Expected[0].Chance
	near(t, "the patron's security", e.Terms[Security], 10*(danger(0.25, 0.315)-danger(0.25, 0.315+q*0.025)))
	near(t, "the patron's interest: CLI is worth half of RIV", e.Terms[Interest], 20*q*0.5*(danger(0.5, 0.145)-danger(0.5, 0.22)))
	near(t, "the patron's entrapment: half of CLI's danger is not its own", e.Terms[Entrapment], -2*q*0.5*danger(0.5, 0.22)*0.5)
}

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
