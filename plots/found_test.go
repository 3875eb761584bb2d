package plots

import (
	"strings"
	"testing"

	"entente/plots/words"
	"entente/sim/lab"
	"entente/sim/lab/history"
	"entente/sim/lab/stats"
)

func beyond(mean float64) stats.Difference {
	return stats.Difference{Mean: mean, Low: mean - 0.05, High: mean + 0.05}
}

// A title names the mechanism that does most beyond luck and which way it works; it names no one where another may do as much, and
// says of few runs that they do not tell.
func TestTitlesNameWhatDoesMost(t *testing.T) {
	carried := func(id string, d stats.Difference) lab.Carried {
		return lab.Carried{Mechanism: lab.Mechanism{ID: id}, Carries: d}
	}
	wide, narrow := stats.Difference{Mean: 0.5, Low: -0.1, High: 1}, stats.Difference{Low: -0.01, High: 0.01}
	for _, c := range []struct {
		gap           float64
		parts         []lab.Carried
		why, ablation string
	}{
		{-0.4, []lab.Carried{carried("trade", beyond(0.2)), carried("prior-ties", beyond(-0.4)), carried("alarm", narrow)},
			"What a pact rests on most is prior ties: −40.0 points without", "The chance of a pact hangs most on prior ties: without it −40.0 points"},
		{0.4, []lab.Carried{carried("trade", beyond(0.25)), carried("prior-ties", beyond(-0.1)), carried("alarm", narrow)},
			"What holds a pact back most is trade at risk: +25.0 points without", "The chance of a pact hangs most on trade at risk: without it +25.0 points"},
		{0.4, []lab.Carried{carried("trade", beyond(0.25)), carried("prior-ties", beyond(0.2))},
			"What holds a pact back most, luck leaves open: trade at risk or prior ties", "Luck leaves open what the chance of a pact hangs on most: trade at risk or prior ties"},
		{0.4, []lab.Carried{carried("trade", beyond(0.25)), carried("prior-ties", beyond(0.2)), carried("alarm", wide)},
			"What holds a pact back most, luck leaves open: trade at risk or one of two others",
			"Luck leaves open what the chance of a pact hangs on most: trade at risk or one of two others"},
		{0.4, []lab.Carried{carried("alarm", narrow)},
			"No mechanism moves the chance of a pact beyond luck", "The chance of a pact hangs on no one mechanism beyond luck"},
		{0.4, []lab.Carried{carried("alarm", wide)},
			"What holds a pact back most, these runs do not tell", "These runs do not tell on which mechanism the chance of a pact hangs"},
		{0, []lab.Carried{carried("alarm", wide)},
			"These runs do not tell whether these mechanisms together move the chance of a pact",
			"These runs do not tell on which mechanism the chance of a pact hangs"},
	} {
		if got := whyFound(&lab.Why{Head: lab.Head{ClauseTitle: "a pact"}, Mechanisms: c.parts, Gap: beyond(c.gap)}); got != c.why {
			t.Errorf("why finds %q, want %q", got, c.why)
		}
		a := &lab.Ablation{Head: lab.Head{ClauseTitle: "a pact"}}
		for _, p := range c.parts {
			r := lab.Removal{Mechanism: p.Mechanism}
			r.InForce.Change = p.Carries
			a.Removals = append(a.Removals, r)
		}
		if got := ablationFound(a); got != c.ablation {
			t.Errorf("the ablation finds %q, want %q", got, c.ablation)
		}
	}
}

// The smallest change of one lever comes before a pair; nothing is promised where nothing crosses.
func TestFlipFinds(t *testing.T) {
	f := usualFlip()
	if got := flipFound(f); got != "Threat felt times 1.35 ("+words.FlipBetween(f.Cheapest())+") would bring the chance to 50 % or more" {
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
	h.Record.Theatres, h.Record.Rules[2].Worse = 9, stats.Interval{Mean: 0.1, Low: 0.02, High: 0.2}
	if got := recordFound(h); got != "Over 1 decided episode "+want {
		t.Errorf("it finds %q", got)
	}
	h.Record.Rules[2].Worse.Low = -0.02
	if got := recordFound(h); got != "Over 1 decided episode "+want+"; so few episodes do not tell them apart" {
		t.Errorf("of what is not told apart it finds %q", got)
	}
	h.Record.Rules[2].Worse.Low = 0.02
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
	other := lab.Coalition{Members: []string{"FRA"}, AtEnd: share(0.45, 400)}
	s.Coalitions = append(s.Coalitions, other)
	if got := coalitionsFound(s); got != "Which coalition is likeliest, luck leaves open: that of France and the United Kingdom, in 50.0 % of the runs, or another; in 50.0 % there is none" {
		t.Errorf("of two that luck does not tell apart it finds %q", got)
	}
	s.Coalitions = append(s.Coalitions, other)
	if got := coalitionsFound(s); !strings.Contains(got, "or one of two others") {
		t.Errorf("of three it finds %q", got)
	}
	s.Coalitions[0].AtEnd, s.Coalitions[1].AtEnd, s.Coalitions[2].AtEnd = share(0.02, 400), share(0.02, 400), share(0.01, 400)
	if got := coalitionsFound(s); !strings.HasPrefix(got, "No coalition is likely: none comes about in more than 2.0 % of the runs") {
		t.Errorf("of unlikely ones it finds %q", got)
	}
	s.Coalitions = s.Coalitions[:1]
	if got := coalitionsFound(s); !strings.HasPrefix(got, "No coalition is likely: the likeliest, of France and the United Kingdom, comes about in 2.0 %") {
		t.Errorf("of an unlikely one it finds %q", got)
	}
}

// A state is named that changes most beyond luck; where another may change as much, in whichever world, none is.
func TestComparedStatesFind(t *testing.T) {
	moved := func(name string, mean float64) lab.ComparedState {
		d := beyond(mean)
		return lab.ComparedState{Name: name, Change: &d}
	}
	c := &lab.Comparison{OneScenario: true, Worlds: []lab.ComparedWorld{{Name: "as it is"}, {Name: "one"}, {Name: "two"}}}
	c.Worlds[1].States = []lab.ComparedState{moved("Japan", -0.3), moved("Australia", 0.1), {Name: "France"}}
	if got := statesFound(c, []int{1}); got != "Japan changes most in how often it signs: −30.0 points in "+called(c, 1) {
		t.Errorf("it finds %q", got)
	}
	c.Worlds[2].States = []lab.ComparedState{moved("Japan", 0.28)}
	if got, want := statesFound(c, []int{1, 2}), "Whose signing changes most, luck leaves open: Japan in "+called(c, 1)+" or Japan in "+called(c, 2); got != want {
		t.Errorf("of two worlds it finds %q, want %q", got, want)
	}
	c.Worlds[1].States = []lab.ComparedState{moved("Japan", -0.3), moved("the United States", -0.3), moved("Australia", -0.29)}
	if got := statesFound(c, []int{1}); got != "Whose signing changes most, luck leaves open: Japan or one of two others" {
		t.Errorf("of a tie it finds %q", got)
	}
	wide := stats.Difference{Mean: -0.3, Low: -0.7, High: 0.1}
	c.Worlds[1].States = []lab.ComparedState{{Name: "Japan", Change: &wide}}
	if got := statesFound(c, []int{1}); got != "These runs do not tell who signs more or less often" {
		t.Errorf("of what may be luck it finds %q", got)
	}
	c.Worlds[1].States = []lab.ComparedState{{Name: "Japan", Change: &stats.Difference{Low: -0.01, High: 0.01}}}
	if got := statesFound(c, []int{1}); got != "Nobody signs more or less often beyond luck" {
		t.Errorf("of nothing it finds %q", got)
	}
}
