package history

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"entente/sim"
)

// Knob is a parameter that calibration may turn, with what we believed of it before looking at history: a normal
// distribution of the given spread around the centre, of the logarithm if Log is set, cut off at the parameter's range.
type Knob struct {
	Name   string  `json:"name"`         // as in TOML: decision.security
	Centre float64 `json:"prior_centre"` // of the prior
	Spread float64 `json:"prior_spread"` // standard deviation, of the logarithm if Log
	Log    bool    `json:"log"`          // the spread is that of the logarithm
	Why    string  `json:"why"`          // what the centre says
}

// Knobs are the parameters that no source fixes. The priors are weakly informative: within two spreads a weight may
// shrink or grow about fourfold. Those on home and volatility are tighter, because the stances behind them are coded
// by hand and must not be allowed to tell the whole story.
var Knobs = []Knob{
	{"decision.security", 30, 0.7, true, "a danger cut from 0.3 to 0.2 moves the odds about twentyfold"},
	{"decision.interest", 30, 0.7, true, "the same for a partner as capable as the rival"},
	{"decision.autonomy", 2, 0.7, true, "full neutrality costs about two logits"},
	{"decision.entrapment", 0.5, 0.7, true, "one hopeless ally costs about half a logit"},
	{"decision.trade", 20, 0.7, true, "trade of a tenth of GDP costs about one logit when half of crossings are punished"},
	{"decision.friction", 4, 0.7, true, "enemies at the table cost about four logits, a live dispute half of one"},
	{"decision.unlikeness", 1.5, 0.7, true, "so do opposites at the United Nations, nearly"},
	{"decision.home", 5, 0.4, true, "a government that rejects clauses in principle outweighs most dangers; tight, because it is coded by hand"},
	{"decision.volatility", 0.5, 0.7, false, "the article makes it a brake, the panel shows no sign"},
	{"decision.audience", 0.3, 0.7, true, "small, after Fearon (1994)"},
	{"common.goodwill", 4, 1, false, "every NATO accession was ratified, some late"},
	{"decision.reluctance", 2.5, 1.5, false, "without reasons a state signs about once in twelve"},
	{"threat.chronic", 0.4, 0.5, true, "a standing contest reads as less than half of hostile intent"},
	{"threat.salami", 0.15, 0.5, true, "a small slice is felt"},
	{"threat.half_life", 2, 0.5, true, "alarm halves in one to four years"},
	{"threat.fade", 3000, 0.4, true, "between 1,400 and 6,500 km"},
	{"aid.global", 10000, 0.4, true, "a world power brings a third of its means across an ocean"},
	{"review.years", 4, 0.5, true, "once a term"},
}

// KnobsOf are the parameters that calibration turns for a theory: Knobs for the default rule, of a rival one all constants
// that have a prior. Their priors stand beside them in sim; weights may shrink or grow about fourfold within two spreads, as those of
// Knobs may.
func KnobsOf(theory string) []Knob {
	if theory == "" || theory == sim.DefaultTheory {
		return Knobs
	}
	var knobs []Knob
	for _, f := range sim.Figures() {
		if f.Theory != theory || !f.Open {
			continue
		}
		k := Knob{Name: strings.TrimPrefix(f.Path, "parameters."), Centre: f.Prior, Spread: 0.7, Log: true, Why: f.Why}
		if f.Low < 0 {
			k.Spread, k.Log = 1.5, false
		}
		knobs = append(knobs, k)
	}
	return knobs
}

// Figure is the parameter that the knob turns.
func (k Knob) Figure() sim.Figure {
	f, ok := sim.FigureAt("parameters." + k.Name)
	if !ok {
		panic("history: no parameter " + k.Name)
	}
	return f
}

// at is the value of the knob x spreads away from its centre.
func (k Knob) at(x float64) float64 {
	if k.Log {
		return k.Centre * math.Exp(x*k.Spread)
	}
	return k.Centre + float64(x*k.Spread)
}

// spreads is how far a value lies from the centre: the inverse of at.
func (k Knob) spreads(v float64) float64 {
	if k.Log {
		return math.Log(v/k.Centre) / k.Spread
	}
	return (v - k.Centre) / k.Spread
}

// turn sets the knobs to a point, given in spreads from their centres. Values are kept to four digits, so that a
// parameter file holds exactly what was tried, and to their ranges.
func turn(p sim.Parameters, knobs []Knob, x []float64) sim.Parameters {
	s := sim.Scenario{Parameters: p}
	for i, k := range knobs {
		f := k.Figure()
		v, _ := strconv.ParseFloat(fmt.Sprintf("%.4g", k.at(x[i])), 64)
		f.Set(&s, min(max(v, f.Low), f.High))
	}
	return s.Parameters
}

// Value is what a parameter set holds for the knob.
func (k Knob) Value(p sim.Parameters) float64 {
	return k.Figure().At(&sim.Scenario{Parameters: p}, 0)
}
