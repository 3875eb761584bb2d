package words

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"entente/sim"
	"entente/sim/lab"
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

// Does says what a state does or would do in a decision: a clause of a sentence, or one that ends itself if something holds it back.
func Does(x *lab.Explanation) string {
	name := State(x.Names[x.State])
	if held := HeldBack[x.Held]; held != "" {
		return Capital(fmt.Sprintf(held, name))
	}
	does := Standing[x.Standing].No
	if x.Willing {
		does = Standing[x.Standing].Yes
	}
	return Capital(fmt.Sprintf(does, name))
}

// Lacks says in a sentence what the clause lacks to be signed, "" where that is not why.
func Lacks(x *lab.Explanation) string {
	l := x.Lacking
	if l == nil {
		return ""
	}
	text := ""
	if len(l.Needed) > 0 {
		var names []string
		for _, id := range l.Needed {
			names = append(names, State(x.Names[id]))
		}
		who, is := "which", " is"
		if len(names) > 1 {
			who, is = "whom", " are"
		}
		text = Capital(And(names)) + ", without " + who + " it binds nobody," + is + " not willing then."
	}
	if l.In < l.Least {
		are := " are willing and welcome then."
		if l.In == 1 {
			are = " is willing and welcome then."
		}
		text = strings.TrimSpace(text + " It takes " + Spelt(l.Least) + ", and " + Spelt(l.In) + are)
	}
	return text
}

// LeastTerm is the smallest term, in logits, that is not told as nothing.
const LeastTerm = 0.0005

// Weighed are the terms of a decision as they are told: first the habit, where all states start, then the weightiest; and the names
// of those of which nothing comes.
func Weighed(x *lab.Explanation) (told []sim.Formula, nothing []string) {
	sorted := slices.Clone(x.Formulas)
	slices.SortStableFunc(sorted, func(a, b sim.Formula) int {
		switch habit := a.Term == sim.Reluctance; {
		case habit == (b.Term == sim.Reluctance):
			return cmp.Compare(math.Abs(b.Value), math.Abs(a.Value))
		case habit:
			return -1
		}
		return 1
	})
	for _, f := range sorted {
		if math.Abs(f.Value) < LeastTerm {
			nothing = append(nothing, Terms[f.Term].Name)
			continue
		}
		told = append(told, f)
	}
	return told, nothing
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
func Formula(p sim.Working, shown func(float64) string) string {
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
