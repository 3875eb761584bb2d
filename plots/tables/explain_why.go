package tables

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"entente/plots/words"
	"entente/sim"
	"entente/sim/lab"
)

// leastTold is the smallest reason, in logits, that a sentence speaks of.
const leastTold = 0.05

// speaking is one reason of a decision, as a sentence speaks of it.
type speaking struct {
	size float64 // in logits; positive on either side
	noun string
	bare string // the noun without the state that it comes from
}

// whatItDoes says what a state does and why: with the one or two reasons that matter most, as the numbers bear it out.
func whatItDoes(x *lab.Explanation) []string {
	if x.Held != "" {
		found := []string{words.Does(x)}
		if lacks := words.Lacks(x); lacks != "" {
			found = append(found, lacks)
		}
		return append(found, tidy("It is willing because "+whyItDoes(x)+"."))
	}
	return []string{tidy(words.Does(x) + ": " + whyItDoes(x) + ".")}
}

// tidy takes out the commas that close an insertion where a sentence pauses anyway.
func tidy(sentence string) string {
	return strings.NewReplacer(",,", ",", ",.", ".", ",;", ";", ",:", ":").Replace(sentence)
}

func whyItDoes(x *lab.Explanation) string {
	r := reasons(x)
	switch more := sum(x) > 0; {
	case x.Willing && more:
		return r.whyWilling()
	case x.Willing:
		return "its government is keener than " + inAHundred(1-x.Disposition) + ", though more speaks against it than for it" +
			aboveAll(r.allAgainst)
	case more:
		return "its government is harder to win than " + inAHundred(x.Disposition) + ", though more speaks for it than against it" +
			aboveAll(r.forIt)
	}
	return r.whyNot()
}

func aboveAll(reasons []speaking) string {
	if len(reasons) == 0 {
		return ""
	}
	return ", above all " + reasons[0].bare
}

// inAHundred says how unusual a government is.
func inAHundred(share float64) string {
	return fmt.Sprintf("%.0f governments in 100", math.Floor(100*share))
}

// weighing is all reasons of a decision, the strongest first.
type weighing struct {
	x          *lab.Explanation
	forIt      []speaking
	against    []speaking // the habit apart
	allAgainst []speaking // with it
	habit      float64    // what speaks against all clauses
	covered    *speaking  // what ties give already, where it is more than the clause would add: a whole clause, not a noun
}

func reasons(x *lab.Explanation) *weighing {
	r := &weighing{x: x, habit: -x.Terms[sim.Reluctance], covered: covered(x)}
	for _, f := range x.Formulas {
		switch v := f.Value; {
		case math.Abs(v) < leastTold:
		case v > 0:
			r.forIt = append(r.forIt, speaks(x, f))
		default:
			r.allAgainst = append(r.allAgainst, speaks(x, f))
			if f.Term != sim.Reluctance {
				r.against = append(r.against, speaks(x, f))
			}
		}
	}
	for _, list := range [][]speaking{r.forIt, r.against, r.allAgainst} {
		slices.SortStableFunc(list, func(a, b speaking) int { return cmp.Compare(b.size, a.size) })
	}
	return r
}

// speaks is a term as something that weighs, with the state that it comes from if there is one.
func speaks(x *lab.Explanation, f sim.Formula) speaking {
	says := words.Terms[f.Term]
	text := says.Against
	if f.Value > 0 {
		text = says.For
	}
	of := dominant(f)
	if f.Term == sim.Security {
		of = mostOf(x.Behind.Table)
	}
	s := speaking{math.Abs(f.Value), text, text}
	if of != "" && says.With != "" {
		s.noun += fmt.Sprintf(says.With, words.State(x.Names[of]))
	}
	return s
}

// mostOf is who gives more than half of an aid.
func mostOf(helpers []sim.Helper) string {
	all := 0.0
	for _, h := range helpers {
		all += h.Aid
	}
	if len(helpers) > 0 && helpers[0].Aid > all/2 {
		return helpers[0].State
	}
	return ""
}

// asMuch is how much of the danger that ties take off a clause may still take off if they are said to give already what it
// would.
const asMuch = 0.1

// covered tells whether ties already take off more danger than the clause would, and which. Its size is what they take off,
// at what the rule makes of danger.
func covered(x *lab.Explanation) *speaking {
	b := &x.Behind
	weight := 0.0
	for _, f := range x.Formulas {
		if f.Term == sim.Security {
			weight = f.Work.Parts[0].Value
		}
	}
	off, adds := b.Alone-b.Without, b.Without-b.With
	size := weight * off
	if size < leastTold || off <= adds {
		return nil
	}
	ties, give, take := "its ties", "give", "take"
	if id := mostOf(b.Ties); id != "" {
		kind := "its ties with "
		if b.Ties[0].Treaty {
			kind, give, take = "its treaty with ", "gives", "takes"
		}
		if b.Ties[0].Off > adds {
			ties = kind + words.State(x.Names[id])
		} else {
			give, take = "give", "take"
		}
	}
	if adds <= asMuch*off {
		return &speaking{size: size, noun: ties + " already " + give + " what the clause would"}
	}
	return &speaking{size: size, noun: ties + " already " + take + " more danger off it than the clause would"}
}

// whyWilling is for those for whom more speaks than against.
func (r *weighing) whyWilling() string {
	if r.x.Utility <= 0 {
		return "it has ratified, and the inertia of that outweighs what speaks against staying" + aboveAll(r.allAgainst)
	}
	if len(r.forIt) == 0 {
		return "little speaks for it and less against"
	}
	top := r.forIt[:min(2, len(r.forIt))]
	against := 0.0
	for _, v := range r.x.Terms {
		against -= min(v, 0)
	}
	text := ""
	switch {
	case top[0].size > against:
		text = top[0].noun + " outweighs " + r.whatSpeaksAgainst()
	case len(top) > 1 && top[0].size+top[1].size > against:
		text = top[0].noun + " and " + top[1].noun + " outweigh " + r.whatSpeaksAgainst()
	default:
		text = "more speaks for it than against it" + aboveAll(r.forIt)
		if len(top) > 1 {
			text += " and " + top[1].bare
		}
	}
	return text + r.fearBehind(top)
}

// whatSpeaksAgainst names it: the strongest, or all of it.
func (r *weighing) whatSpeaksAgainst() string {
	switch {
	case len(r.allAgainst) == 0:
		return "the little that speaks against it"
	case len(r.against) == 0:
		return words.Terms[sim.Reluctance].Against
	}
	return "all that speaks against it, even " + r.allAgainst[0].noun
}

// fearBehind names the shock that more than half of the fear of a rival comes from, where fear is what protection is for.
func (r *weighing) fearBehind(told []speaking) string {
	protection := words.Terms[sim.Security].For
	if !slices.ContainsFunc(told, func(s speaking) bool { return strings.HasPrefix(s.noun, protection) }) {
		return ""
	}
	for _, f := range r.x.Behind.Fears {
		if f.Shock != "" && f.Calm < f.Threat/2 {
			return "; more than half of its fear of " + words.State(r.x.Names[f.Rival]) + " is due to one event, " +
				lab.The(r.x.Titles["shocks."+f.Shock])
		}
	}
	return ""
}

// whyNot is for those for whom no more speaks than against.
func (r *weighing) whyNot() string {
	first := ""
	told := r.against[:min(2, len(r.against))]
	if c := r.covered; c != nil && (len(told) < 2 || c.size > told[1].size) {
		first, told = c.noun, told[:min(1, len(told))]
	} else if r.fearless() {
		first, told = "it fears nothing from "+r.rivals(), told[:min(1, len(told))]
	}
	rest := r.outweighing(told)
	switch {
	case first == "":
		return rest
	case rest == "":
		return first
	}
	return first + "; " + rest
}

// outweighing says how some reasons against it compare with all that speaks for it. The habit, which is that of all, is named as what
// outweighs that only where the reasons do not by themselves.
func (r *weighing) outweighing(told []speaking) string {
	habit, nouns, against := words.Terms[sim.Reluctance].Against, both(told), total(told)
	inFavour, overcome := total(r.forIt), "all that speaks for it"
	if len(r.forIt) <= 2 {
		overcome = both(r.forIt)
	}
	verb := func(one, many string, of []speaking) string {
		if len(of) == 2 {
			return many
		}
		return one
	}
	switch {
	case len(told) == 0 && len(r.forIt) == 0 && r.habit >= leastTold:
		return "nothing speaks for it strongly enough to overcome " + habit
	case len(told) == 0 && len(r.forIt) == 0:
		return "little speaks for it and little against it"
	case len(r.forIt) == 0:
		return nouns + verb(" speaks", " speak", told) + " against it, with nothing to speak of for it"
	case len(told) > 0 && told[0].size > inFavour:
		text := told[0].noun + " weighs more than " + overcome
		if len(told) == 2 {
			text += "; " + told[1].noun + " adds to it"
		}
		return text
	case r.habit > inFavour:
		text := overcome + verb(" does not outweigh ", " do not outweigh ", r.forIt) + habit
		if len(told) > 0 {
			text += "; " + nouns + verb(" adds to it", " add to it", told)
		}
		return text
	case len(told) == 0:
		return "what speaks for it is too little"
	case against > inFavour:
		return nouns + " together weigh more than " + overcome
	case r.habit > 0 && against+r.habit > inFavour:
		return nouns + " and " + habit + " together weigh more than " + overcome
	}
	return "more speaks against it than for it" + aboveAll(r.allAgainst)
}

// both names reasons one after the other, and total is what they weigh together.
func both(reasons []speaking) string {
	var nouns []string
	for _, s := range reasons {
		nouns = append(nouns, s.noun)
	}
	return strings.Join(nouns, " and ")
}

func total(reasons []speaking) float64 {
	sum := 0.0
	for _, s := range reasons {
		sum += s.size
	}
	return sum
}

// fearless tells whether the state fears none of the rivals.
func (r *weighing) fearless() bool {
	return !slices.ContainsFunc(r.x.Behind.Fears, func(f sim.Fear) bool { return f.Threat > 0 })
}

func (r *weighing) rivals() string {
	var names []string
	for _, f := range r.x.Behind.Fears {
		names = append(names, words.State(r.x.Names[f.Rival]))
	}
	return words.Or(names)
}
