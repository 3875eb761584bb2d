package history

import (
	"context"
	"slices"
	"strings"

	"entente/sim"
	"entente/sim/lab"
)

// Entrant is a rule that enters a tournament, with the constants that it may turn. A theory that somebody writes in a file of its
// own enters by its line in sim.Parameters, like those that are shipped.
type Entrant struct {
	Name    string   `json:"name"`    // as after --rules
	Title   string   `json:"title"`   // as a reader calls it
	Kind    string   `json:"kind"`    // WholeRule or another below
	Weights []string `json:"weights"` // names of the constants that it may turn

	theory string
	knobs  []Knob
	remove func(sim.Scenario) sim.Scenario // what is taken out of a scenario; nil: nothing
}

// Kinds of entrant, in the order in which they are told.
const (
	WholeRule     = "rule"           // the article's
	WithoutTerm   = "without-term"   // the same without a piece
	WithoutDriver = "without-driver" // without a driver
	WithTerm      = "with-term"      // with a term that was left out
	TheoryAlone   = "theory"         // a theory alone
	OnCommonBase  = "on-base"        // a theory on the common base
)

// wholeDriver is one of the three that the model is named for (sim.Driver), as all terms and constants through which it works.
type wholeDriver struct {
	name   string
	terms  []sim.Term
	remove func(sim.Scenario) sim.Scenario // nil: its terms are all there is of it
}

var drivers = []wholeDriver{
	{sim.ThreatDriver.String(), sim.DriverTerms[sim.ThreatDriver], nil},
	{sim.TradeDriver.String(), sim.DriverTerms[sim.TradeDriver], nil},
	{sim.VolatilityDriver.String(), sim.DriverTerms[sim.VolatilityDriver], lab.WithoutVolatility},
}

// Entrants are all that enter: the article's rule, the rule without each piece and each driver, the rule with each term that was left
// out, the common base, and each rival theory, alone and on that base. One without terms of its own is on the base no more than the base.
func Entrants() []Entrant {
	var p sim.Parameters
	enter := func(name, title, kind, theory string, knobs []Knob, remove func(sim.Scenario) sim.Scenario) Entrant {
		e := Entrant{Name: name, Title: title, Kind: kind, Weights: []string{}, theory: theory, knobs: knobs, remove: remove}
		for _, k := range knobs {
			e.Weights = append(e.Weights, k.Name)
		}
		return e
	}
	all := []Entrant{enter(sim.DefaultTheory, "The article's rule", WholeRule, sim.DefaultTheory, Knobs(), nil)}
	without := func(name, what, kind string, gone []sim.Term, remove func(sim.Scenario) sim.Scenario) {
		if remove == nil {
			remove = func(s sim.Scenario) sim.Scenario {
				s.Parameters = s.Parameters.Without(s.Theory, gone...)
				return s
			}
		}
		all = append(all, enter("without-"+name, "without "+what, kind, sim.DefaultTheory, knobsLeft(p, gone), remove))
	}
	terms, _ := p.Weighed(sim.DefaultTheory)
	for _, term := range terms {
		ofDriver := func(d wholeDriver) bool { return slices.Contains(d.terms, term) }
		if turns(p, Knobs(), term) && !slices.ContainsFunc(drivers, ofDriver) { // else it enters as the driver that it is all of
			without(term.String(), term.String(), WithoutTerm, []sim.Term{term}, nil)
		}
	}
	without("lasting", "dispositions that last", WithoutTerm, nil, func(s sim.Scenario) sim.Scenario {
		s.Parameters.Politics.Lasting = 0
		return s
	})
	for _, d := range drivers {
		without(d.name, "the "+d.name+" driver", WithoutDriver, d.terms, d.remove)
	}
	for _, k := range LeftOut() {
		_, name, _ := strings.Cut(k.Name, ".")
		all = append(all, enter("with-"+name, "with "+name, WithTerm, sim.DefaultTheory, append(slices.Clone(Knobs()), k), nil))
	}
	joined := func(s sim.Scenario) sim.Scenario {
		s.Parameters.Danger.Joined = 1
		return s
	}
	all = append(all, enter("with-one-danger", "with allied rivals as one danger", WithTerm, sim.DefaultTheory, Knobs(), joined))
	base := baseKnobs(p, "")
	for _, theory := range sim.Theories()[1:] {
		all = append(all, enter(theory.Name, theory.Title, TheoryAlone, theory.Name, KnobsOf(theory.Name), nil))
	}
	all = append(all, enter(sim.CommonBase, "The common base", OnCommonBase, sim.CommonBase, base, nil))
	for _, theory := range sim.Theories()[1:] {
		if knobs := baseKnobs(p, theory.Name); len(knobs) > len(base) {
			name := sim.Nested(theory.Name)
			all = append(all, enter(name, theory.Title+", on the base", OnCommonBase, name, knobs, nil))
		}
	}
	return all
}

// turns tells whether one of the knobs turns what a term weighs in the default rule.
func turns(p sim.Parameters, knobs []Knob, term sim.Term) bool {
	f, ok := p.WeightOf(sim.DefaultTheory, term)
	return ok && slices.ContainsFunc(knobs, func(k Knob) bool { return f.Path == "parameters."+k.Name })
}

// knobsLeft are the default rule's without those of terms that are gone.
func knobsLeft(p sim.Parameters, gone []sim.Term) []Knob {
	return slices.DeleteFunc(slices.Clone(Knobs()), func(k Knob) bool {
		return slices.ContainsFunc(gone, func(term sim.Term) bool { return turns(p, []Knob{k}, term) })
	})
}

// baseKnobs are those of the common base, and of a theory those that its own terms leave in use: what weighs a term that the base
// has already weighs nothing here.
func baseKnobs(p sim.Parameters, theory string) []Knob {
	terms, weights := p.Weighed(sim.CommonBase)
	var knobs []Knob
	for _, k := range Knobs() {
		if slices.ContainsFunc(weights, func(f sim.Figure) bool { return f.Path == "parameters."+k.Name }) {
			knobs = append(knobs, k)
		}
	}
	if theory == "" {
		return knobs
	}
	of, by := p.Weighed(theory)
	if !slices.ContainsFunc(of, func(t sim.Term) bool { return !slices.Contains(terms, t) }) {
		return knobs
	}
	for _, k := range KnobsOf(theory) {
		idle := false
		for i, term := range of {
			idle = idle || slices.Contains(terms, term) && by[i].Path == "parameters."+k.Name
		}
		if !idle {
			knobs = append(knobs, k)
		}
	}
	return knobs
}

// forecaster foretells episodes at a point of its constants. Whoever fits one sees its claims and nothing else of it.
type forecaster interface {
	weights() int
	// values are what the weights are at a point.
	values(x []float64) []float64
	// foretell gives the claims of episodes that share a scenario; not ok if they could not be played.
	foretell(ctx context.Context, x []float64, episodes []Episode, runs int, seed uint64) (claims [][]Claim, ok bool)
}

// seated is the forecaster that an entrant is in some worlds, which stand by the name of their scenario.
type seated struct {
	Entrant
	worlds map[string]*sim.World
}

func (p *seated) weights() int { return len(p.knobs) }

func (p *seated) values(x []float64) []float64 {
	var all []float64
	set := turn(sim.Parameters{}, p.knobs, x)
	for _, k := range p.knobs {
		all = append(all, k.Value(set))
	}
	return all
}

func (p *seated) foretell(ctx context.Context, x []float64, episodes []Episode, runs int, seed uint64) ([][]Claim, bool) {
	return p.by(ctx, p.values(x), episodes, runs, seed)
}

// by foretells by the values of the weights.
func (p *seated) by(ctx context.Context, values []float64, episodes []Episode, runs int, seed uint64) ([][]Claim, bool) {
	world := p.worlds[episodes[0].Scenario]
	s := world.Scenario
	for i, k := range p.knobs {
		k.Figure().Set(&s, values[i])
	}
	s.Theory = p.theory
	if p.remove != nil {
		s = p.remove(s)
	}
	cells := []lab.Cell{{Name: s.Name, World: world.Vary(s), Whole: true}}
	played := lab.PlayCells(ctx, cells, lab.Options{Runs: runs, Seed: seed, Workers: 1}) // fits are made side by side
	if played.Runs < runs || len(played.Failures) > 0 {
		return nil, false
	}
	ends := endingsOf(played, 0)
	var all [][]Claim
	for _, ep := range episodes {
		all = append(all, ends.judge(ep, seed).Claims)
	}
	return all, true
}

// FindEntrants are those of the names given, in the order of Entrants, or all if none is given; unknown are the names that are
// none of theirs.
func FindEntrants(names []string) (found []Entrant, unknown []string) {
	all := Entrants()
	if len(names) == 0 {
		return all, nil
	}
	for _, name := range names {
		if !slices.ContainsFunc(all, func(e Entrant) bool { return strings.EqualFold(e.Name, name) }) {
			unknown = append(unknown, name)
		}
	}
	return slices.DeleteFunc(all, func(e Entrant) bool {
		return !slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(e.Name, n) })
	}), unknown
}
