package tables

import (
	"fmt"
	"strings"

	"entente/plots/words"
	"entente/sim/lab"
)

// rescaled says what becomes of the chance if the constants that no history was asked for are others.
func rescaled(d *lab.Doubt) string {
	told := fmt.Sprintf("With %s that were not fitted moved at once, 95 %% of them by no more than a factor of %g up or down, it is %s",
		words.Count(len(d.Unfitted), "constant"), d.Factor, words.Percent(d.Rescaled.Mean))
	if b := d.Rescaled.Coding; b != nil {
		told += " on average"
		if b.Low < b.High {
			told += ", and " + words.ConstantsOf(b) + " over the middle 95 % of such sets"
		} else {
			told += ", and such sets do no more to it than luck would"
		}
	}
	var most []string
	for _, f := range standOut(d.Unfitted) {
		most = append(most, fmt.Sprintf("%s (%s)", words.Constant(f.Path), wholly(f.Share.Interval)))
	}
	switch {
	case len(most) > 0:
		told += "; most of what that does goes with " + words.And(most)
	case len(d.Unfitted) > 0:
		told += "; no single one stands out"
	}
	return told + "."
}

// unfitted are the constants that carry most of what the factor does.
func unfitted(p *Page, d *lab.Doubt) {
	if d.Rescaled.Runs == 0 || len(d.Unfitted) == 0 {
		return
	}
	listed, idle := listedFigures(d.Unfitted)
	section := p.Section(fmt.Sprintf("Constants that were not fitted: %d of %d, the largest share first", len(listed), len(d.Unfitted)))
	if len(idle) > 0 {
		var names []string
		for _, path := range pathsOf(idle) {
			names = append(names, words.Constant(path))
		}
		section.Below = append(section.Below, "Left out, since moved alone they change nothing beyond luck: "+words.And(names)+".")
	}
	if len(listed) == 0 {
		return
	}
	factor := words.Digits(d.Factor)
	t := section.Columns(Text("constant"), Figures("now"), Figures("share"), Text("divided by "+factor), Text("times "+factor), Text("rests on"))
	for _, f := range listed {
		rests, _, _ := strings.Cut(f.Source, " [")
		t.Add(words.Constant(f.Path), words.Digits(f.Value), shareCell(f), rungCell(f.Down), rungCell(f.Up), rests)
	}
	section.Below = append([]string{"Share: of what moving all does, with its 95 % interval. Divided, times: within the range of the constant, and by how many " +
		"points the chance changes if it alone is moved there; luck: by no more than luck would; -: it stands at an end of its range, or " +
		"that was not played."}, section.Below...)
}
