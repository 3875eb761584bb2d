package plots

import (
	"fmt"
	"slices"
	"strings"

	"entente/plots/words"
	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/history"
)

// source says where the figures of a chart come from: which version of the model, what was played, how it departs from
// what a reader would expect, and how much of what was asked for was played.
func source(h *lab.Head) string { return sourceOf(h, subject(h)) }

func sourceOf(h *lab.Head, subject string) string {
	parts := []string{strings.TrimSpace("Entente " + h.Version), subject}
	if h.Theory != "" && h.Theory != sim.DefaultTheory {
		parts = append(parts, "theory "+h.Theory)
	}
	if h.Draws > 0 {
		drawn := fmt.Sprintf("constants drawn from %s", words.Count(h.Draws, "set"))
		if len(h.HeldFast) > 0 {
			drawn += " but for " + words.And(h.HeldFast)
		}
		parts = append(parts, drawn)
	}
	if h.AsOf != "" {
		parts = append(parts, "as of "+h.AsOf+" (what is dated later is left out)")
	}
	return "Source: " + strings.Join(append(parts, played(h)...), ", ") + "." + whatIf("What if", exceptTheory(h.Overrides, h.Theory))
}

// exceptTheory leaves out of what was changed the theory, which is named where it is.
func exceptTheory(overrides []string, theory string) []string {
	return slices.DeleteFunc(slices.Clone(overrides), func(o string) bool { return o == "theory = "+theory })
}

// subject names the scenario, and what it changes in its base.
func subject(h *lab.Head) string {
	kind := "scenario "
	if h.OfFile {
		kind = "file "
	}
	return kind + h.Scenario + built(h, mostChanges)
}

// How much a caption tells of what a scenario changes: enough for a what-if. The answer itself holds it all.
const (
	mostChanges   = 6
	longestChange = 60 // letters
	mostChanged   = 6  // worlds side by side of which it tells that
)

// built says what a scenario is built on and what it changes there.
func built(h *lab.Head, most int) string {
	if h.Base == "" && len(h.Changes) == 0 {
		return ""
	}
	text := " (built on " + h.Base
	if len(h.Changes) > 0 {
		var changes []string
		for _, c := range h.Changes[:min(len(h.Changes), most)] {
			changes = append(changes, inShort(c))
		}
		if more := len(h.Changes) - most; more > 0 {
			changes = append(changes, words.Thousands(more)+" more")
		}
		text += "; changes " + strings.Join(changes, "; ")
	}
	return text + ")"
}

// inShort is so much of a text as a caption has room for.
func inShort(text string) string {
	if letters := []rune(text); len(letters) > longestChange {
		return string(letters[:longestChange-1]) + "…"
	}
	return text
}

// played says how many runs the figures rest on, and with what luck.
func played(h *lab.Head) []string {
	if h.Unit == "" {
		return nil // nothing is played
	}
	runs := words.Count(h.Runs, h.Unit)
	switch {
	case h.Runs < h.Asked && h.CutShort():
		runs = fmt.Sprintf("%s of the %s asked for", words.Thousands(h.Runs), words.Count(h.Asked, h.Unit))
	case h.Runs < h.Asked && len(h.Failures) == 0: // they told enough
		runs += fmt.Sprintf(" (at most %s were asked for)", words.Thousands(h.Asked))
	}
	if h.Each != "" {
		runs += " " + h.Each + ", with the same luck"
	}
	if h.CutShort() {
		runs += fmt.Sprintf(" (cut short after %s of %s)", words.Thousands(h.Played), words.Count(h.ToPlay, h.Unit))
	}
	if n := len(h.Failures); n > 0 {
		runs += fmt.Sprintf(" (%s left out)", words.Count(n, "failed "+h.Unit))
	}
	if h.OfFile && h.Seed == 0 {
		return []string{runs} // from every split there is: no luck
	}
	return []string{runs, fmt.Sprintf("seed %d", h.Seed)}
}

// whatIf says how a scenario departs from the one in its files.
func whatIf(what string, overrides []string) string {
	if len(overrides) == 0 {
		return ""
	}
	return " " + what + ": " + strings.Join(overrides, "; ") + "."
}

// comparisonSource names each world by its letter, and says how it departs from what a reader would expect.
func comparisonSource(c *lab.Comparison) string {
	h := c.Head
	h.Overrides = c.Worlds[0].Overrides
	oneTheory := true
	for _, w := range c.Worlds {
		h.Overrides = lab.Shared(h.Overrides, w.Overrides)
		oneTheory = oneTheory && w.Theory == c.Theory
	}
	if !oneTheory {
		h.Theory = ""
	}
	var names []string
	apart := ""
	for k := range c.Worlds {
		w := &c.Worlds[k]
		name := lab.Letter(k) + " "
		if c.OneScenario { // what the worlds differ by is their name
			if k == 0 {
				name += w.Scenario + built(&w.Head, mostChanges) + " "
			}
			names = append(names, name+w.Name)
			continue
		}
		if name += inShort(w.Name); len(c.Worlds) <= mostChanged {
			name += built(&w.Head, mostChanges/2)
		}
		if !oneTheory && w.Theory != sim.DefaultTheory {
			name += " by theory " + w.Theory
		}
		names = append(names, name)
		apart += whatIf("What if in "+lab.Letter(k),
			slices.DeleteFunc(exceptTheory(w.Overrides, w.Theory), func(o string) bool { return slices.Contains(h.Overrides, o) }))
	}
	if held := words.HeldApart(&c.Head, c.Worlds); held != "" {
		apart += " " + held
	}
	return sourceOf(&h, "worlds "+strings.Join(names, ", ")) + apart
}

// scenariosSource names the scenarios that an answer is about: if it is one, its head is of that one.
func scenariosSource(h *lab.Head, scenarios []string) string {
	var names []string
	for _, name := range scenarios {
		if name == h.Scenario {
			name += built(h, mostChanges)
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	switch len(names) {
	case 0:
		return source(h)
	case 1:
		return sourceOf(h, "scenario "+names[0])
	}
	return sourceOf(h, "scenarios "+words.And(names))
}

// hindcastSource names the scenarios that some episodes were played on.
func hindcastSource(h *history.Hindcast, verdicts ...history.Verdict) string {
	var scenarios []string
	for _, v := range verdicts {
		scenarios = append(scenarios, v.Scenario)
	}
	return scenariosSource(&h.Head, scenarios)
}

// mostEpisodes is how many episodes a caption tells by the names of their scenarios; the answer itself names them all.
const mostEpisodes = 6

// calibratedSource says which episodes the constants were fitted to.
func calibratedSource(c *history.Calibrated) string {
	trials := " " + words.Count(c.Trials, "trial") + "."
	if len(c.Episodes) > mostEpisodes {
		return sourceOf(&c.Head, words.Count(len(c.Episodes), "episode")+" of history") + trials
	}
	var scenarios []string
	for _, id := range c.Episodes {
		if ep, ok := history.FindEpisode(id); ok {
			id = ep.Scenario
		}
		scenarios = append(scenarios, id)
	}
	return scenariosSource(&c.Head, scenarios) + trials
}
