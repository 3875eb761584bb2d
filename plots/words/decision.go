package words

import (
	"fmt"
	"math"
	"strings"

	"entente/sim"
)

// Standing says what a state does or would do, for each place where it may stand: if it is willing, and if it is not. %s is
// the state.
var Standing = map[sim.Standing]struct{ Yes, No string }{
	sim.Weighs:    {"%s signs", "%s does not sign"},
	sim.HasSigned: {"%s has signed and would sign again", "%s has signed and would not sign again"},
	sim.IsMember:  {"%s is a member and would stay", "%s is a member and would not stay"},
	sim.SitsOut:   {"%s has suspended its part and would come back", "%s has suspended its part and would not come back"},
	sim.Barred:    {"%s may not sign by law, but would if it might", "%s may not sign by law, and would not if it might"},
	sim.Refused:   {"%s was refused at home and may not sign, but would", "%s was refused at home, and would not sign now"},
	sim.Uninvited: {"%s is not invited yet, but would sign", "%s is not invited yet, and would not sign"},
	sim.Waits: {"%s may join only once the clause is in force, and would",
		"%s may join only once the clause is in force, and would not"},
	sim.TooLate: {"%s is too late to sign, but would", "%s is too late to sign, and would not"},
}

// HeldBack says why a willing state does not sign.
var HeldBack = map[sim.HeldBack]string{
	sim.ByTooFew: "%s is willing but does not sign: too few of those whom the clause needs are willing at once.",
	sim.ByOthers: "%s is willing but does not sign: others at the table will not have it.",
}

// Figures names the figures behind a decision by their kind. %s are the names in the path.
var Figures = map[string]string{
	"relations.*.friction":        "quarrel of %s",
	"relations.*.affinity":        "likeness of %s",
	"states.*.contest.*":          "%s's dispute with %s",
	"states.*.capability":         "%s's capability",
	"rivals.*.offence":            "%s's offensive means",
	"states.*.polyarchy":          "%s's democracy",
	"states.*.trade.*":            "%s's share of trade with %s",
	"rivals.*.retaliation":        "%s's habit of retaliating",
	"states.*.openness":           "%s's openness to trade",
	"clauses.*.depth":             "depth of %s",
	"clauses.*.stance.*":          "stance on %s of %s's government",
	"clauses.*.blessing.*":        "what is made of %s from outside by %s",
	"states.*.autonomy_tradition": "%s's tradition of standing alone",
	"states.*.stance":             "stance of %s's government",
	"states.*.volatility":         "%s's changes of government a year",
	"states.*.projection":         "%s's reach over distance",
	"states.*.gdp":                "%s's GDP",
	"states.*.commitment":         "%s's commitment",
	"ties.*.depth":                "depth of %s",
	"ties.*.return_depth":         "what %s promises in return",
}

// Formula writes a formula with three digits of each figure, or with as many more as it takes for a reader who works it out to get
// what stands beside it, as shown has it. Figures of which the difference counts have digits enough to show it.
func Formula(p sim.Part, shown func(float64) string) string {
	const least, most = 3, 9
	for digits := least; ; digits++ {
		text, comes := p.Written(true, func(v, apart float64) string {
			if apart == 0 || v == math.Round(v) {
				return unsigned(fmt.Sprintf("%.*g", digits, v))
			}
			decimals := digits - 2 - int(math.Floor(math.Log10(math.Abs(apart))))
			return unsigned(fmt.Sprintf("%.*f", min(max(decimals, 2), most), v))
		})
		if digits == most || shown(comes) == shown(p.Value) {
			return text
		}
	}
}

// Of puts names into a text that has them in the genitive, as in %s's.
func Of(text string, names ...any) string {
	return strings.ReplaceAll(fmt.Sprintf(text, names...), "s's ", "s' ")
}
