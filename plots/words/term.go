package words

import (
	"strings"
	"sync"

	"entente/sim"
)

// Term has the words of a term of a decision: its name, in a row of a table and in the key of a chart, and how it speaks in a
// sentence about one state, as something that weighs for or against. With stands behind that if one other state has most to do
// with it.
type Term struct{ Name, For, Against, With string }

// Terms has the words of each term.
var Terms = [sim.NumTerms]Term{
	sim.Security: {
		Name: "security gained",
		For:  "the protection that the clause adds", Against: "the protection that it would lose by the clause", With: ", above all by %s,",
	},
	sim.Interest: {
		Name: "partners worth keeping",
		For:  "what it would keep by protecting its partners", Against: "what its partners would lose by the clause",
		With: ", above all %s,",
	},
	sim.Autonomy: {
		Name: "freedom of action",
		For:  "the say that it gains over the others", Against: "the freedom of action that it gives up",
	},
	sim.Entrapment: {Name: "others' wars", Against: "the risk of being drawn into others' wars", With: ", above all those of %s,"},
	sim.TradeLoss:  {Name: "trade at risk", Against: "the trade at risk", With: " with %s"},
	sim.Friction:   {Name: "the worst quarrel at the table", Against: "the worst quarrel at the table", With: ", with %s,"},
	sim.Unlikeness: {Name: "unlikeness to the others", Against: "its unlikeness to the others"},
	sim.Home: {Name: "the government's stance", For: "the government's stance for it",
		Against: "the government's stance against it"},
	sim.Sponsorship: {Name: "the leading power's will", For: "the leading power's will for it",
		Against: "the leading power's will against it"},
	sim.Unsteadiness: {Name: "unsteady governments", For: "the change of its governments", Against: "the unsteadiness of its governments"},
	sim.Audience:     {Name: "price of a broken word", Against: "the price at home of a broken word"},
	sim.Provocation:  {Name: "provocation of the rival", Against: "the fear of provoking a rival that could become worse"},
	sim.Leash: {
		Name: "partners' disputes", Against: "its partners' live disputes with the rival", With: ", above all those of %s,",
	},
	sim.Novelty:    {Name: "promises held already", Against: "the promises that it can bank on already"},
	sim.Reluctance: {Name: "habit of not signing", For: "its standing readiness to sign", Against: "the habit of not signing"},
	sim.Imbalance: {
		Name: "how far the rival outweighs the region",
		For:  "the rival's weight over the region", Against: "the region's weight over the rival",
	},
	sim.Control: {Name: "say lost at a table of many", Against: "the say that a leading power loses at a table of many"},
	sim.Binding: {Name: "others' power under rules", For: "others' power bound by rules"},
	sim.Prospect: {
		Name: "the gamble on allies' word",
		For:  "what the gamble on allies is worth to it", Against: "what the gamble on allies costs and risks",
	},
	sim.Burden:    {Name: "what the others spend", For: "what the others would spend", Against: "what it would have to spend for others"},
	sim.Stability: {Name: "not being vulnerable any more", For: "being safe from conquest", Against: "becoming a target"},
	sim.Commerce:  {Name: "trade among the members", For: "trade among the members"},
	sim.Camp: {Name: "whom one would stand with", For: "what draws it to the members and away from the rival",
		Against: "what draws it to the rival and away from the members"},
}

// weighed has the term that each constant weighs, by its path, over all theories.
var weighed = sync.OnceValue(func() map[string]sim.Term {
	by := map[string]sim.Term{}
	for _, theory := range sim.Theories() {
		terms, weights := sim.Parameters{}.Weighed(theory.Name)
		for k, w := range weights {
			by[w.Path] = terms[k]
		}
	}
	return by
})

// Weighs is what the term is called that a constant weighs, by its path; "" of a constant that weighs none.
func Weighs(path string) string {
	if t, ok := weighed()[path]; ok {
		return Terms[t].Name
	}
	return ""
}

// Constant names a constant by its path, without what all of them share, and with what it weighs: "reluctance (habit of not signing)",
// "aid.doubt". The default rule's weights stand without the name of their group.
func Constant(path string) string {
	key := strings.TrimPrefix(path, "parameters.")
	if Weighs(path) != "" {
		key = strings.TrimPrefix(key, "decision.")
	}
	return WithTerm(key, path)
}

// WithTerm is a short name of a constant with what the constant weighs behind it, if it weighs a term.
func WithTerm(short, path string) string {
	if term := Weighs(path); term != "" {
		return short + " (" + term + ")"
	}
	return short
}
