package words

import "entente/sim/lab/history"

// EntrantKinds says what the kinds of rules are called that enter a tournament.
var EntrantKinds = map[string]string{
	history.WholeRule:     "the rule",
	history.WithoutTerm:   "the rule without a piece",
	history.WithoutDriver: "the rule without a driver",
	history.WithTerm:      "the rule with a term that was left out",
	history.TheoryAlone:   "a theory alone",
	history.OnCommonBase:  "a theory on the common base",
}
