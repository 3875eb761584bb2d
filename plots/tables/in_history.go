package tables

import (
	"fmt"
	"math"

	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// inHistory says what became of a clause; "" if its scenario does not hold that.
func inHistory(h *lab.InHistory) string {
	switch {
	case h == nil:
		return ""
	case h.Stands():
		return "in history it came into force in " + year(h.InForce) + " and lasted"
	case h.InForce != 0:
		return fmt.Sprintf("in history it came into force in %s and ended in %s", year(h.InForce), year(h.Ended))
	}
	return "in history it never came into force"
}

// againstHistory says what became of the clause that is asked about, and on which side of one half the runs surely are of which so many
// have it in force.
func againstHistory(h *lab.Head, chance stats.Share) string {
	text := inHistory(h.InHistory)
	if text == "" {
		return ""
	}
	text = "I" + text[1:]
	switch side := chance.Side(0.5); {
	case side == 0:
		return text + "."
	case (side > 0) == h.InHistory.Stands():
		return text + ", and the runs are on the same side of one half."
	}
	return text + ": the runs are on the wrong side of one half."
}

// year is that of a date.
func year(date float64) string { return fmt.Sprintf("%.0f", math.Floor(date)) }
