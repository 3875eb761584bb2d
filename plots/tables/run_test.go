package tables

import (
	"testing"

	"entente/sim/lab"
	"entente/sim/lab/stats"
)

func TestRunSaysWhatHappened(t *testing.T) {
	change := func(do func(*lab.Summary)) *Page {
		found := summary(plain)
		do(found)
		return Run(found)
	}
	for _, c := range []struct {
		why  string
		page *Page
		want string
	}{
		{"in some runs", change(func(*lab.Summary) {}), "does so around 2034 and binds 4.5 states (3 to 6 in nine runs of ten) at the end."},
		{"in force for a time only", change(func(s *lab.Summary) { s.InForce[2] = share(0) }), "It comes into force in some runs, around 2034, but never lasts."},
		{"signed, never in force", change(func(s *lab.Summary) { s.FirstInForce, s.InForce[2] = nil, share(0) }),
			"It never comes into force, though two or more states sign it in 50.0 % of the runs."},
		{"never signed", change(func(s *lab.Summary) { s.FirstInForce, s.InForce[2], s.EverSigned = nil, share(0), share(0) }),
			"It never comes into force, and never do two states sign it."},
		{"in four of ten thousand", change(func(s *lab.Summary) { s.InForce[2] = stats.ShareOf(4, 10000) }), "in <0.1 % of the runs"},
		{"no trade is lost", change(func(s *lab.Summary) { s.States[0].TradeLost, s.States[1].TradeLost = stats.Spread{}, stats.Spread{} }), "None."},
	} {
		tells(t, c.why, c.page, c.want)
	}
}
