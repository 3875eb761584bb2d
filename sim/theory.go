package sim

import "slices"

// Rule is a theory of why states sign, as a rule of decision. All rules look at the same world: the same threats, ties,
// trade and governments, and the same ways of ratifying, reviewing and retaliating. They differ in what a state makes of
// the clause on the table, and all say it in terms, in logits, that add up to the utility of signing.
//
// A rule lives in one file, theory_*.go, with its page of theory, its equation and its constants, and is listed by one
// line of [Parameters]. No author gave figures, so each rule's constants were found as the default rule's were, from the
// same history with the same weight on what we believed before: the tag prior holds the centre of that belief. A score of
// a rival rule is that of the theory as we read it.
type Rule interface {
	// reasons is the rule as a table: what counts, in the order of the terms.
	reasons() []reason
}

// reason is one line of a rule: a term, the constant by which this rule weighs it, and what measures it.
type reason struct {
	term    Term
	weight  *float64
	measure measure
}

// measure is what the state on seat a sees of one thing at the table, in units of its own, times what a unit weighs, in
// logits; positive speaks for signing. Each rule hands over a weight of its own, so that none can count another's by
// oversight. The weight goes into the product first, where rounding has always had it. On paper what a rival rule finds by
// a gamble, an equilibrium or a balance of camps stands as the figure that comes of it; all other steps are there.
type measure struct {
	of     func(r *Run, a int, weight float64) float64
	worked func(r *Run, a int, weight float64) Working // the same on paper, to the last bit
}

// factor is a figure of the state on seat a that a measure multiplies by, with its name on paper.
type factor struct {
	name string
	of   func(r *Run, a int) float64
}

// product is a measure that is a weight times some figures, which are told once for the run and for paper. The sign is 1 or
// -1.
func product(sign float64, factors ...factor) measure {
	return measure{
		func(r *Run, a int, weight float64) float64 {
			v := sign * weight
			for k := range factors {
				v *= factors[k].of(r, a)
			}
			return v
		},
		func(r *Run, a int, weight float64) Working {
			var parts []Working
			for _, f := range factors {
				parts = append(parts, leaf(f.name, f.of(r, a)))
			}
			return weighed(sign*weight, parts...)
		},
	}
}

// The factors of more than one measure.
var (
	depth            = factor{"depth", func(r *Run, _ int) float64 { return r.talks.depth }}
	policyVolatility = factor{"policy volatility", func(r *Run, a int) float64 { return r.w.policyVolatility(r.Tick, r.talks.seats[a]) }}
)

// DefaultTheory is the name of the rule by which states decide if the scenario names none: the article's.
const DefaultTheory = "article"

// Theory is a rule with its name.
type Theory struct {
	Name  string `json:"name"`  // as after --theory
	Title string `json:"title"` // as a reader calls it
	By    string `json:"by"`    // whose it is
}

// Theories lists the rules by which states may decide, the default first.
func Theories() []Theory {
	list := []Theory{{DefaultTheory, "The article", "Entente"}}
	for tag := range new(Parameters).rivalGroups() {
		list = append(list, Theory{tag.Get("toml"), tag.Get("theory"), tag.Get("by")})
	}
	return list
}

// rule is the rule of that name, with its constants.
func (p *Parameters) rule(name string) Rule {
	if name == "" || name == DefaultTheory {
		return &p.Decision
	}
	for tag, group := range p.rivalGroups() {
		if tag.Get("toml") == name {
			return group.Addr().Interface().(Rule)
		}
	}
	if rule := p.nestedRule(name); rule != nil {
		return rule
	}
	panic("sim: no theory " + name + ": the reader let it through")
}

// reasons lists those that count in this world: a reason that weighs nothing is not worked out, and nobody is told of it.
func (w *World) reasons() []reason {
	return slices.DeleteFunc(w.rule.reasons(), func(s reason) bool { return *s.weight == 0 })
}

// Terms lists the reasons that decisions of this world are made of, in the order in which they are added.
func (w *World) Terms() []Term {
	var terms []Term
	for _, s := range w.reasons() {
		terms = append(terms, s.term)
	}
	return terms
}

// Without is the constants with some reasons weighing nothing in the rule of a theory. A rule that has none of them is left
// as it is.
func (p Parameters) Without(theory string, gone ...Term) Parameters {
	for _, s := range p.rule(theory).reasons() {
		if slices.Contains(gone, s.term) {
			*s.weight = 0
		}
	}
	return p
}

// WeightOf is the constant by which the rule of a theory weighs a term; ok is false if it does not.
func (p Parameters) WeightOf(theory string, term Term) (f Figure, ok bool) {
	for _, s := range p.rule(theory).reasons() {
		if s.term == term {
			return p.figureOf(s.weight), true
		}
	}
	return Figure{}, false
}
