package tables

import (
	"strings"

	"entente/plots/words"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// inForce says how often a clause is in force at an end: a sentence.
func inForce(title, end string, s stats.Share) string {
	return words.Capital(words.InForce(lab.The(title), end)) + " in " + words.ShareOf(s) + "."
}

// point writes a change of a share that is named in a sentence.
func point(change float64) string { return words.Points(change) + " points" }

// pointBetween writes such a change with its interval.
func pointBetween(d stats.Difference) string {
	return words.Change(d)
}

// atMost is the first few of some names, or other words if there are none.
func atMost(n int, names []string, none string) string {
	if len(names) == 0 {
		return none
	}
	return strings.Join(names[:min(n, len(names))], ", ")
}
