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
	tells(t, "what is sure", Misses(h), "Of 2 claims about history 2 came out on the other side of one half, in 1 episode.")
	h.Verdicts[0].Claims = append(h.Verdicts[0].Claims, history.Claim{About: "c signs", Chance: stats.ShareOf(9, 20)})
	tells(t, "one is open", Misses(h), "; of one of all these runs do not tell the side, since its interval holds one half.")
	h.Verdicts[0].Claims = append(h.Verdicts[0].Claims, history.Claim{About: "d signs", Chance: stats.ShareOf(12, 20)})
	tells(t, "two are open", Misses(h), "came out on the other side of one half, in 1 episode; of 2 of all these runs do not tell the side, since their intervals hold one half.")
	tells(t, "the order", Misses(h), "Of claims whose intervals meet these runs do not tell which is worse.")
}
