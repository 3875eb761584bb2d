package tables

import (
	"testing"

	"entente/sim/lab"
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

// Scenarios of which runs came to an end stand beside each other, with what a second coder makes of them and what became of them.
func TestSideBySide(t *testing.T) {
	of := func(name string, carry int) history.Reported {
		s := &lab.Summary{InForce: []stats.Share{stats.ShareOf(0, 100), stats.ShareOf(carry, 100)}}
		s.ClauseTitle = name + " Pact"
		return history.Reported{Name: name, Run: s}
	}
	r := &history.Report{Reported: []history.Reported{of("north", 71), {Name: "cut"}}}
	if SideBySide(r) != nil {
		t.Error("one scenario stands beside none")
	}
	r.Reported = append(r.Reported, of("south", 4))
	if got := SideBySide(r).Sections[0].Table.filled().Columns; len(got) != 3 {
		t.Errorf("columns with nothing in them are shown: %v", got)
	}
	r.Reported[0].Run.Head.InHistory = &lab.InHistory{InForce: 1949.3}
	r.Reported[2].Doubt = &lab.Doubt{Recoded: stats.Share{Coding: &stats.Band{Low: 0.01, High: 0.43}},
		Coder: &lab.DoubtWorld{Chance: stats.ShareOf(35, 100)}}
	p := SideBySide(r)
	tells(t, "the end, not the start", p, "71.0 % (95 % interval 61.1 to 79.6 %)")
	tells(t, "coding beside luck", p, "4.0 % (95 % interval 1.1 to 9.9 %; coding 1 to 43)")
	tells(t, "the second coder", p, "35.0 % (95 % interval 25.7 to 45.2 %)")
	tells(t, "history", p, "came into force in 1949 and lasted")
}
