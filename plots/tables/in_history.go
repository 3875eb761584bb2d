package tables

import (
	"entente/plots/words"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// againstHistory says what became of the clause that is asked about, and on which side of one half the runs surely are of which so many
// have it in force.
func againstHistory(h *lab.Head, chance stats.Share) string {
	text := words.InHistory(h.InHistory)
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
