package tables

import (
	"fmt"
	"slices"
	"strings"

	"entente/plots/words"
	"entente/sim/lab"
	"entente/sim/lab/design"
)

// What the pages of studies have in common.

// aboutStudy begins the page of a study: what was played of it. of is the unit of what counts, "row", "trajectory" or
// "point".
func aboutStudy(h *lab.Head, p *lab.Plan) *Page {
	runs := fmt.Sprintf("%s, %s each", words.Laid(p), words.Count(p.Each, "run"))
	head := *h
	head.Title = p.Title
	page := aboutPlayed(&head, fmt.Sprintf("%s of %s, seed %d", runs, h.Scenario, h.Seed))
	if p.Study != "" && p.Study != h.Scenario {
		page.Asked = append([]string{"Study " + p.Study + " of " + h.Title}, page.Asked...)
	}
	return page
}

// movedFigures lists the factors with their ranges.
func movedFigures(page *Page, p *lab.Plan) {
	t := page.Section("What moves").Columns(Text("factor"), Text("path"), Text("between"))
	for _, f := range p.Factors {
		t.Add(f.Name, f.Path, rangeOf(&f))
	}
}

// rangeOf says between what values a factor moves.
func rangeOf(f *lab.Factor) string {
	v := f.Values
	if v.Shape == "listed" {
		var all []string
		for _, x := range v.Values {
			all = append(all, words.Digits(x))
		}
		return words.Or(all)
	}
	text := words.Digits(v.Low) + " and " + words.Digits(v.High)
	switch v.Shape {
	case "triangular":
		text += ", most likely " + words.Digits(v.Mode)
	case "normal":
		text += fmt.Sprintf(", normal about %s (sd %s)", words.Digits(v.Mode), words.Digits(v.SD))
	case "log-uniform":
		text += ", by ratio"
	}
	return text
}

// method is a paragraph that a paper can use.
func method(page *Page, sentences ...string) {
	page.Section("Method, as a paper may tell it").Text = []string{strings.Join(sentences, " ")}
}

// methodOf is how the points were laid out and played.
func methodOf(h *lab.Head, p *lab.Plan) string {
	laid := map[string]string{
		"saltelli":  "the design of Saltelli et al. (2010) on a Sobol sequence (Joe and Kuo 2008) scrambled after Owen (1995)",
		"morris":    "trajectories of Morris (1991)",
		"factorial": "a full factorial", "latin-hypercube": "a Latin hypercube (McKay, Beckman and Conover 1979)",
		"halton": "a Halton sequence with digits permuted at random (Owen 2017)", "sobol": "a Sobol sequence (Joe and Kuo 2008) scrambled " +
			"after Owen (1995)",
	}[string(p.Design)]
	luck := "each with luck of its own"
	switch p.Design {
	case "factorial":
		luck = "all with the same luck"
	case "morris":
		luck = "with the same luck along a trajectory"
	case "saltelli":
		luck = "where luck counts as one more factor"
	}
	text := fmt.Sprintf("%s of the scenario %s were varied %s, at %s of %s, %s at each, %s (seed %d, Entente %s).",
		words.Capital(words.Count(len(p.Factors), "figure")), h.Scenario, variedHow(p), words.Count(p.Points, "point"), laid,
		words.Count(p.Each, "run"), luck, h.Seed, h.Version)
	if h.Draws > 0 {
		text += fmt.Sprintf(" Constants that were not varied took, run by run in turn, the values of %s from their posterior.",
			words.Count(h.Draws, "draw"))
	}
	if n := len(h.Failures); n > 0 {
		text += fmt.Sprintf(" Of %s %s failed and %s left out.", words.Count(h.Played, "run"), words.Thousands(n),
			map[bool]string{true: "is", false: "are"}[n == 1])
	}
	return text
}

// variedHow says by what distributions the factors move.
func variedHow(p *lab.Plan) string {
	switch {
	case p.Design == "factorial":
		return "together over even levels between the ends above"
	case slices.ContainsFunc(p.Factors, func(f lab.Factor) bool { return f.Values.Shape != design.Uniform }):
		return "together and independently of each other, each as told above and uniformly where nothing is told"
	}
	return "together and independently of each other, uniformly between the ends above"
}

// nothingPlayed is the page of a study of which too little was played.
func nothingPlayed(page *Page) *Page {
	page.Say("Too little was played to tell anything.")
	return page
}
