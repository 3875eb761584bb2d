package history

import (
	"fmt"
	"testing"

	"entente/sim/lab/stats"
)

// Two episodes with scores of 0.1 and 0.3 have 0.2; a rule with 0.2 and 0.2 is worse by 0.1 and better by 0.1. An open one does
// not count.
func TestTheTallyByHand(t *testing.T) {
	v := func(model, rule float64) Verdict {
		return Verdict{Theatre: fmt.Sprint("theatre of ", model), Claims: []Claim{{Truth: true}}, Scores: []Score{{Rule: "model", Brier: model}, {Rule: "coin", Brier: rule}}}
	}
	open := v(0.9, 0.9)
	open.Open = true
	r := tallyOf([]Verdict{v(0.1, 0.2), open, v(0.3, 0.2)}, 1)
	if r.Episodes != 2 || r.Theatres != 2 || r.Rules[0].Brier.Mean != 0.2 || r.Rules[0].Brier.Low != 0.1 || r.Rules[0].Brier.High != 0.3 ||
		r.Rules[1].Worse.Mean > 1e-12 {
		t.Errorf("two episodes make %+v", r)
	}
	// Two of one theatre are one piece of evidence, and say nothing of others.
	near := v(0.1, 0.2)
	near.Theatre = "theatre of 0.3"
	if r := tallyOf([]Verdict{near, v(0.3, 0.2)}, 1); r.Episodes != 2 || r.Theatres != 1 || r.Rules[0].Brier != (stats.Interval{Mean: 0.2, Low: 0, High: 1}) {
		t.Errorf("two episodes of one theatre make %+v", r)
	}
	if none := tallyOf([]Verdict{open}, 1); none.Episodes != 0 || len(none.Rules) != 0 {
		t.Errorf("of forecasts alone the record is %+v", none)
	}
	if again := tallyOf([]Verdict{v(0.1, 0.2), open, v(0.3, 0.2)}, 1); text(t, again) != text(t, r) {
		t.Error("the same seed has another interval")
	}
}
