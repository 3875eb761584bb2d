package sim

import "strings"

// CommonBase is the name of the smallest rule that theories share: danger taken off, trade at stake, what the
// government thinks, and reluctance, by the default rule's measures. It is a yardstick and no theory: a tournament asks
// what each theory's own terms add to it, since a theory that is pure has to do without what all governments look at.
const CommonBase = "base"

// baseTerms are its reasons.
var baseTerms = map[Term]bool{Security: true, TradeLoss: true, Home: true, Reluctance: true}

// Nested is the name of the rule that has the common base and a theory's own terms besides.
func Nested(theory string) string { return CommonBase + "+" + theory }

// nested is the common base with the terms that another rule has of its own.
type nested struct {
	base *Weights
	own  Rule // nil for the base alone
}

// reasons are those of the base, then those that the other rule has of its own.
func (n nested) reasons() []reason {
	var all []reason
	for _, s := range n.base.reasons() {
		if baseTerms[s.term] {
			all = append(all, s)
		}
	}
	if n.own != nil {
		all = append(all, ownReasons(n.own)...)
	}
	return all
}

// ownReasons are those of a rule that the common base has not.
func ownReasons(rule Rule) []reason {
	var own []reason
	for _, s := range rule.reasons() {
		if !baseTerms[s.term] {
			own = append(own, s)
		}
	}
	return own
}

// nestedRule is the rule of the name of a nested theory, or of the base; nil if it is neither.
func (p *Parameters) nestedRule(name string) Rule {
	if name == CommonBase {
		return nested{base: &p.Decision}
	}
	if theory, ok := strings.CutPrefix(name, CommonBase+"+"); ok {
		return nested{&p.Decision, p.rule(theory)}
	}
	return nil
}

// Weighed lists the terms of the rule of a theory, each with the constant that weighs it.
func (p Parameters) Weighed(theory string) (terms []Term, weights []Figure) {
	for _, s := range p.rule(theory).reasons() {
		terms, weights = append(terms, s.term), append(weights, p.figureOf(s.weight))
	}
	return terms, weights
}
