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
	tells(t, "one is open", Misses(h), "; for one of the claims these runs do not tell the side, since its interval holds one half.")
	h.Verdicts[0].Claims = append(h.Verdicts[0].Claims, history.Claim{About: "d signs", Chance: stats.ShareOf(12, 20)})
	tells(t, "two are open", Misses(h), "Of 4 claims about history 3 came out on the other side of one half, in 1 episode; for 2 of the claims these "+
		"runs do not tell the side, since their intervals hold one half.")
	h.Runs, h.Verdicts[0].Claims = 20, append(h.Verdicts[0].Claims, history.Claim{About: "e signs", Chance: stats.ShareOf(13, 20)})
	tells(t, "most are open", Misses(h), "Of 5 claims about history these runs (20 an episode) do not tell the side of 3, since their intervals hold "+
		"one half; of the rest 2 came out on the other side.")
	all := &history.Hindcast{Verdicts: []history.Verdict{{Claims: h.Verdicts[0].Claims[2:]}}}
	all.Runs = 20
	tells(t, "all are open", Misses(all), "Of 3 claims about history these runs (20 an episode) tell of none on which side of one half it comes out, since "+
		"all their intervals hold one half.")
	tells(t, "the order", Misses(h), "Of claims whose intervals meet these runs do not tell which is worse.")
}
