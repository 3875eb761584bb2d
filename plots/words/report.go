package words

import (
	"fmt"

	"entente/sim"
	"entente/sim/lab/history"
)

// LeavesOut is what no scenario can tell, since the model has nothing of it.
const LeavesOut = "There is no war in the model, no nuclear weapons, no bargaining over the text, and states do not learn. Much of what " +
	"decides is coded by hand; other coders would get other numbers. The form of the rule was chosen with the record in view: doing " +
	"well on it is a condition of being taken seriously, not a proof. Read differences, and no level without its range."

// Method is a paragraph of method on one scenario, as a paper may tell it.
func Method(r *history.Report, of *history.Reported) string {
	rule := "the article's rule"
	h := &r.Head
	if of.Run != nil {
		h = &of.Run.Head
	}
	if h.Theory != "" && h.Theory != sim.DefaultTheory {
		for _, t := range sim.Theories() {
			if t.Name == h.Theory {
				rule = "the rule of " + t.Title + " (" + t.By + ")"
			}
		}
	}
	text := fmt.Sprintf("The scenario %s (%s, %s from %s to %s) was played with Entente, version %s, an agent-based model of alliance "+
		"formation described by the ODD protocol (Grimm et al. 2020). At each tick states that are asked weigh the clause by %s and sign "+
		"once all whom it cannot do without are ready at the same time. ", of.Name, Count(of.States, "state"), Count(of.Ticks, "tick"), of.From,
		h.End, r.Version, rule)
	text += fmt.Sprintf("Chances are shares of %s with seed %d; all worlds that are compared share their luck, run by run. ",
		Count(r.Asked, "run"), r.Seed)
	if h.Draws > 0 {
		text += fmt.Sprintf("Runs took turns at %s of constants drawn from a posterior that was fitted to the episodes of history. ",
			Count(h.Draws, "set"))
	}
	text += "Intervals of luck are exact at 95 % (Clopper and Pearson 1934)"
	if h.Draws > 0 {
		text += "; where the chance lies as constants vary is told by a regression on them, a line and a square for each, with what luck adds " +
			"to the fit taken off"
	}
	text += ". "
	if d := of.Doubt; d != nil {
		text += fmt.Sprintf("What coding by hand leaves open is told from %s in which each figure that was coded by hand was moved by an error of "+
			"its own with a standard deviation of %g, parted from luck and constants by products of pairs of runs (Koch 1967). ",
			Count(d.Recoded.Runs, "run"), d.Error)
	}
	if w := of.Why; w != nil {
		text += fmt.Sprintf("The parts that mechanisms have in the chance are Shapley values (Shapley 1953; Shorrocks 2013) over %s, ",
			Count(w.Runs, "run"))
		if w.Exact {
			text += "from all sets of mechanisms. "
		} else {
			text += "sampled by orders of removal, each with its reverse (Castro, Gómez and Tejada 2009; Mitchell et al. 2022). "
		}
	}
	if f := of.Flip; f != nil {
		text += fmt.Sprintf("What would turn the answer is the least change of each lever that takes the chance across %s, by halving, in %s of "+
			"each world. ", Percent(f.Target), Count(f.Runs, "run"))
	}
	text += "Intervals of changes are those for matched pairs (Agresti and Min 2005)."
	if len(h.Overrides) > 0 {
		var told []string
		for _, o := range h.Overrides {
			told = append(told, Departs(o))
		}
		text += " What was changed in the scenario: " + And(told) + "."
	}
	if h.AsOf != "" {
		text += " The runs know nothing that is dated later than " + h.AsOf + "."
	}
	return text
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
