package plots

import (
	"strings"
	"testing"

	"entente/sim/lab"
	"entente/sim/lab/history"
	"entente/sim/lab/stats"
)

func beyond(mean float64) stats.Difference {
	return stats.Difference{Mean: mean, Low: mean - 0.05, High: mean + 0.05}
}

// A title names the mechanism that does most beyond luck, which way it works, and no mechanism that luck would do.
func TestTitlesNameWhatDoesMost(t *testing.T) {
	carried := func(name string, d stats.Difference) lab.Carried {
		return lab.Carried{Mechanism: lab.Mechanism{Name: name}, Carries: d}
	}
	wide := stats.Difference{Mean: 0.9, Low: -0.1, High: 1}
	for _, c := range []struct {
		parts         []lab.Carried
		why, ablation string
	}{
		{[]lab.Carried{carried("trade", beyond(0.2)), carried("ties", beyond(-0.4)), carried("noise", wide)},
			"A pact rests most on ties: −40.0 points without", "The chance of a pact hangs most on ties: without it −40.0 points"},
		{[]lab.Carried{carried("trade", beyond(0.2)), carried("ties", beyond(-0.1)), carried("noise", wide)},
			"What holds a pact back most is trade: +20.0 points without", "The chance of a pact hangs most on trade: without it +20.0 points"},
		{[]lab.Carried{carried("noise", wide)},
			"No mechanism moves the chance of a pact beyond luck", "The chance of a pact hangs on no one mechanism beyond luck"},
	} {
		if got := whyFound(&lab.Why{Head: lab.Head{ClauseTitle: "a pact"}, Mechanisms: c.parts}); got != c.why {
			t.Errorf("why finds %q, want %q", got, c.why)
		}
		a := &lab.Ablation{Head: lab.Head{ClauseTitle: "a pact"}}
		for _, p := range c.parts {
			r := lab.Removal{Mechanism: p.Mechanism}
			r.InForce.Change = p.Carries
			a.Removals = append(a.Removals, r)
		}
		if got := ablationFound(a, a.Removals); got != c.ablation {
			t.Errorf("the ablation finds %q, want %q", got, c.ablation)
		}
	}
}

// The smallest change of one lever comes before a pair; nothing is promised where nothing crosses.
func TestFlipFinds(t *testing.T) {
	f := usualFlip()
	if got := flipFound(f); got != "Threat felt times 1.35 would bring the chance to 50 % or more" {
		t.Errorf("it finds %q", got)
	}
	for k := range f.Levers {
		f.Levers[k].At = nil
	}
	if got := flipFound(f); got != "No lever alone would bring the chance to 50 % or more; threat felt times 1.2 and trade with the rival times 0.8 would" {
		t.Errorf("of a pair it finds %q", got)
	}
	f.Pair = nil
	if got := flipFound(f); got != "No lever would bring the chance to 50 % or more" {
		t.Errorf("of nothing it finds %q", got)
	}
}

// The record is told beside the best simple rule, and with how much of it the constants had seen.
func TestRecordFinds(t *testing.T) {
	rule := func(name string, brier float64) history.RuleTally {
		return history.RuleTally{Rule: name, Brier: stats.Interval{Mean: brier}}
	}
	h := madeUpHindcast(missedVerdict(), openVerdict())
	h.Record = history.Tally{Episodes: 1, Rules: []history.RuleTally{rule("model", 0.1), rule("coin", 0.25), rule("stance alone", 0.2)}}
	const want = "the model's Brier score is 0.10; the best simple rule, stance alone, has 0.20"
	if got := recordFound(h); got != "Over 1 decided episode "+want {
		t.Errorf("it finds %q", got)
	}
	h.Verdicts[0].Fitted = true
	if got := recordFound(h); got != "Over 1 decided episode, of which it was fitted to 1, "+want {
		t.Errorf("of what was fitted it finds %q", got)
	}
}

// Growth names the kind of which most came about; coalitions say how often there is none, and when none is likely.
func TestRunsFindWhatGrowsAndWhoIsBound(t *testing.T) {
	s := europeSummary()
	flat, up := []stats.Spread{{Mean: 3}, {Mean: 3}}, []stats.Spread{{Mean: 1}, {Mean: 6}}
	s.Web.ByKind = [][]stats.Spread{flat, up, {{}, {}}, {{}, {}}, {{}, {}}, {{}, {}}}
	if got := growthFound(s); !strings.HasSuffix(got, "most of all capacity building (+5)") {
		t.Errorf("it finds %q", got)
	}
	if _, never := kindsGrown(s); never != " No pair stands at information sharing, access, consultation or defence in any run." {
		t.Errorf("of what never grew it says %q", never)
	}
	s.Coalitions = []lab.Coalition{{Members: []string{"FRA", "GBR"}, AtEnd: share(0.5, 400)}}
	s.Sizes = []stats.Share{share(0.5, 400), share(0, 400), share(0.5, 400)}
	if got := coalitionsFound(s); got != "The likeliest coalition is of France and the United Kingdom, in 50.0 % of the runs; in 50.0 % there is none" {
		t.Errorf("of coalitions it finds %q", got)
	}
	s.Coalitions[0].AtEnd = share(0.02, 400)
	if got := coalitionsFound(s); !strings.HasPrefix(got, "No coalition is likely: the likeliest, of France and the United Kingdom, comes about in 2.0 %") {
		t.Errorf("of an unlikely one it finds %q", got)
	}
}
