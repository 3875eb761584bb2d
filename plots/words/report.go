package words

import (
	"fmt"
	"slices"

	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/history"
)

// LeavesOut is what no scenario can tell, since the model has nothing of it.
const LeavesOut = "There is no war in the model, no nuclear weapons, no bargaining over the text, and states do not learn. Much of what " +
	"decides is coded by hand; other coders would get other numbers. The form of the rule was chosen with the record in view: doing " +
	"well on it is a condition of being taken seriously, not a proof. Read differences, and no level without its range."

// Method is how the scenarios of a report were played, as a paper may tell it: the first in full, of each other what differs.
func Method(r *history.Report) (paragraphs []string) {
	var said []string
	for k := range r.Reported {
		of := &r.Reported[k]
		h := &r.Head
		if of.Run != nil {
			h = &of.Run.Head
		}
		text := fmt.Sprintf("The scenario %s (%s, %s from %s to %s) was played ", of.Name, Count(of.States, "state"), Count(of.Ticks, "tick"), of.From,
			h.End)
		if k == 0 {
			text += fmt.Sprintf("with Entente, version %s, an agent-based model of alliance formation described by the ODD protocol (Grimm et "+
				"al. 2020).", r.Version)
		} else {
			text += "likewise."
		}
		for _, sentence := range method(r, of, h) {
			if !slices.Contains(said, sentence) {
				said, text = append(said, sentence), text+" "+sentence
			}
		}
		paragraphs = append(paragraphs, text)
	}
	return paragraphs
}

// method is told of one scenario, sentence by sentence.
func method(r *history.Report, of *history.Reported, h *lab.Head) (sentences []string) {
	say := func(format string, a ...any) { sentences = append(sentences, fmt.Sprintf(format, a...)) }
	rule := "the article's rule"
	if h.Theory != "" && h.Theory != sim.DefaultTheory {
		for _, t := range sim.Theories() {
			if t.Name == h.Theory {
				rule = "the rule of " + t.Title + " (" + t.By + ")"
			}
		}
	}
	say("At each tick states that are asked weigh the clause by %s and sign once all whom it cannot do without are ready at the same time.", rule)
	say("Chances are shares of %s with seed %d; all worlds that are compared share their luck, run by run.", Count(r.Asked, "run"), r.Seed)
	const luck = "Intervals of luck are exact at 95 %% (Clopper and Pearson 1934)"
	if h.Draws > 0 {
		say("Runs took turns at %s of constants drawn from a posterior that was fitted to the episodes of history.", Count(h.Draws, "set"))
		say(luck + "; where the chance lies as constants vary is told by a regression on them, a line and a square for each, with what luck " +
			"adds to the fit taken off.")
	} else {
		say("All runs had the same constants.")
		say(luck + ".")
	}
	if d := of.Doubt; d != nil {
		say("What coding by hand leaves open is told from %s in which each figure that was coded by hand was moved by an error of its own with a "+
			"standard deviation of %g, parted from luck and constants by products of pairs of runs (Koch 1967).", Count(d.Recoded.Runs, "run"),
			d.Error)
	}
	if w := of.Why; w != nil {
		how := "sampled by orders of removal, each with its reverse (Castro, Gómez and Tejada 2009; Mitchell et al. 2022)."
		if w.Exact {
			how = "from all sets of mechanisms."
		}
		say("The parts that mechanisms have in the chance are Shapley values (Shapley 1953; Shorrocks 2013) over %s, %s", Count(w.Runs, "run"), how)
	}
	if f := of.Flip; f != nil {
		say("What would turn the answer is the least change of each lever that takes the chance across %s, by halving, in %s of each world.",
			Percent(f.Target), Count(f.Runs, "run"))
	}
	say("Intervals of changes are those for matched pairs (Agresti and Min 2005).")
	if len(h.Overrides) > 0 {
		var told []string
		for _, o := range h.Overrides {
			told = append(told, Departs(o))
		}
		say("What was changed in the scenario: %s.", And(told))
	}
	if h.AsOf != "" {
		say("The runs know nothing that is dated later than %s.", h.AsOf)
	}
	return sentences
}

// MethodOfRecord is the same on the record of history; nothing if that was left out.
func MethodOfRecord(r *history.Report) []string {
	h := r.Hindcast
	if h == nil {
		return nil
	}
	text := fmt.Sprintf("The record is %s that history has decided, each played %s, scored by the mean squared error of its chances (Brier "+
		"1950). The constants were fitted to them", Count(len(h.Verdicts), "episode"), Count(h.Asked, "time"))
	if s := r.Standings; s != nil {
		text += fmt.Sprintf("; what the rule foretells of episodes that a fit had not seen is told by a tournament, in %s with the "+
			"episodes of some scenario or leading power held out", Count(len(s.Fits), "fit"))
	}
	return []string{text + "."}
}
