package sim

import (
	"slices"
	"testing"
)

// The base has four reasons, weighed by the default rule's constants; a theory nested on it adds those that are its
// own, weighed by its own, and none twice.
func TestTheoriesAreNestedOnTheCommonBase(t *testing.T) {
	var p Parameters
	terms, weights := p.Weighed(CommonBase)
	if !slices.Equal(terms, []Term{Security, TradeLoss, Home, Reluctance}) || weights[2].Path != "parameters.decision.home" {
		t.Errorf("the base is %v by %v", terms, weights)
	}
	terms, weights = p.Weighed(Nested("prospect-theory"))
	if !slices.Equal(terms, []Term{Security, TradeLoss, Home, Reluctance, Prospect}) ||
		weights[4].Path != "parameters.prospect-theory.security" ||
		weights[3].Path != "parameters.decision.reluctance" {
		t.Errorf("prospect theory on the base is %v by %v", terms, weights)
	}
}
