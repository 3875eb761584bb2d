package words

import "entente/sim"

// mechanism has the words of a part of the theory that can be taken out (lab.Mechanisms): what it is called after "without", and what
// is no longer so in a world without it.
type mechanism struct{ name, gone string }

// reason is a mechanism that is all of one term of a decision, and so is called as the term is.
func reason(t sim.Term, gone string) mechanism { return mechanism{Terms[t].Name, gone} }

// mechanisms has the words of each, by its id.
var mechanisms = map[string]mechanism{
	"shocks":    {"threat shocks", "no overt, grey-zone or coercion shock strikes, dated or random; rivals' own moves go on"},
	"grey-zone": {"grey-zone discounting", "every step of a rival is felt in full, however small, and so is the ground it gains"},
	"prior-ties": {"prior ties",
		"the invited have no tie or arrangement with each other from before the clause opens"},
	"trade": reason(sim.TradeLoss, "nobody minds the trade that the rival would stop"),
	"volatility": {"volatility as a reason", "changes of government weigh neither on one's own decision nor on trust in a partner; they go on, and " +
		"new governments think what they do"},
	"friction":    reason(sim.Friction, "nobody minds quarrels with the other signatories"),
	"entrapment":  reason(sim.Entrapment, "nobody minds others' wars"),
	"autonomy":    reason(sim.Autonomy, "nobody minds giving up freedom of action"),
	"interest":    reason(sim.Interest, "nobody signs for what the danger to its partners is worth to it"),
	"sponsorship": reason(sim.Sponsorship, "nobody else minds what the leading power wants of the clause"),
	"lasting":     {"lasting dispositions", "whoever takes office or thinks again makes up its mind from nothing"},
	"stances":     reason(sim.Home, "nobody minds what its government thinks of clauses"),
	"provocation": reason(sim.Provocation, "nobody minds that a rival could become worse for a promise"),
	"leash":       reason(sim.Leash, "nobody minds partners with live disputes at a table of many"),
	"novelty":     reason(sim.Novelty, "nobody minds that a clause repeats what is promised already"),
	"one-danger":  {"rivals' alliances", "dangers from several rivals add up, also of those that are allies"},
	"alarm":       {"alarm in stances", "what governments think of clauses does not rise with what they are alarmed at"},
	"disputes":    {"disputes in votes", "no member minds a newcomer's live dispute with the rival"},
	"identity":    reason(sim.Unlikeness, "nobody minds being unlike the other signatories"),
}

// Mechanism is what a part of the theory is called after "without".
func Mechanism(id string) string { return wordsOf(id).name }

// WithoutMechanism says what is no longer so in a world without it.
func WithoutMechanism(id string) string { return wordsOf(id).gone }

func wordsOf(id string) mechanism {
	m, ok := mechanisms[id]
	if !ok {
		panic("words: no words for the mechanism " + id)
	}
	return m
}
