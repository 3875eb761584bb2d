package tables

import (
	"testing"

	"entente/sim/lab/history"
	"entente/sim/lab/stats"
)

// What the rule gets wrong stands with the interval of its chance: of twenty runs the order of the worst is not known.
func TestMissesHaveIntervals(t *testing.T) {
	h := &history.Hindcast{Verdicts: []history.Verdict{{Claims: []history.Claim{{About: "a signs", Chance: stats.ShareOf(19, 20)},
		{About: "b signs", Chance: stats.ShareOf(1, 20), Truth: true}}}}}
	tells(t, "the interval", Misses(h), "75.1 to 99.9 %")
	tells(t, "the order", Misses(h), "Of claims whose intervals meet these runs do not tell which is worse.")
}
