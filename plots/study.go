package plots

import (
	"fmt"

	"entente/plots/words"
	"entente/sim/lab"
)

// studySource names the study that figures come from, and how it was laid out.
func studySource(h *lab.Head, p *lab.Plan) string {
	study := ""
	if p.Study != "" {
		study = ", study " + p.Study
	}
	return sourceOf(h, fmt.Sprintf("%s%s, %s, %s each", subject(h), study, words.Laid(p), words.Count(p.Each, "run")))
}

// outputAxis is what stands along an axis of an output.
func outputAxis(o *lab.Output) string {
	if o.IsChance() {
		return "Chance (%)"
	}
	return "Mean number"
}

// outputScale turns an output into what stands along its axis.
func outputScale(o *lab.Output) float64 {
	if o.IsChance() {
		return 100
	}
	return 1
}
