package history

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"

	"gonum.org/v1/gonum/mathext"
	"gonum.org/v1/gonum/stat/distuv"

	"entente/sim"
	"entente/sim/lab/stats"
)

// Knob is a constant of the theory that calibration may turn, a weight of a term most often, with what we believed of it before looking
// at history: a normal distribution of the given spread around the centre, of the logarithm if Log is set, cut off where the
// constant's range ends.
type Knob struct {
	Name   string  `json:"name"`         // as in TOML: decision.security
	Centre float64 `json:"prior_centre"` // of the prior
	Spread float64 `json:"prior_spread"` // standard deviation of the prior, of the logarithm if it is told by logarithms
	Log    bool    `json:"log"`          // the spread is that of the logarithm
	Why    string  `json:"why"`          // what the centre says
}

// Knobs are the constants of the default rule that no source fixes: its six weights. Priors are weakly informative: within two
// spreads a weight may shrink or grow about fourfold. That on home is tighter, because the stances behind it are coded by hand.
//
// A logistic regression that we ran and do not ship (ODD.md, 7.13), of joining a defence pact over 5,051 state-years, 1947-2015 (ATOP,
// COW trade and disputes, V-Dem, Thompson's rivalries, Archigos; covariates in standard deviations, errors clustered by state), "the
// panel" below, speaks on the three drivers. Restated in the measures' own units:
//
//   - trade: -0.52 (p .0005) a standard deviation, 0.065 of a state's trade with its rivals: -8.1 logits for all of it. At an openness of
//     0.4, with a loss of 0.3 of it for good, punished with a chance of 0.35, that share is 0.042 of GDP: 190 logits for the whole GDP. The logit
//     of dyads gives two fifths as much. Much goes with such trade that is not trade, above all blocs: the centre is far below, and wide.
//   - threat: +0.24 a standard deviation of the number of rivals, +0.19 of opponents in disputes. A rival more is some 0.3 of threat, of which a
//     clause takes off a fifth: 2.5 to 5 logits for a danger wholly removed. It counts rivals whoever and wherever they are: the centre is above.
//   - volatility: -0.09 (p .26) a standard deviation, 0.28 changes of government a year: -0.34 logits for one a year, give or take 0.3;
//     at a mean spread of 0.25, -1.4 for one to the other end of politics, give or take 1.2.
var Knobs = sync.OnceValue(func() []Knob {
	return knobs("decision.security", "decision.trade", "decision.friction", "decision.home", "decision.sponsorship", "decision.reluctance")
})

// LeftOut are the constants of terms and pieces that the default rule leaves at nothing, with what was believed of them before: a
// tournament asks whether one of them would earn its place.
var LeftOut = sync.OnceValue(func() []Knob {
	return knobs("decision.interest", "decision.autonomy", "decision.entrapment", "decision.unlikeness", "decision.volatility",
		"decision.audience", "decision.provocation", "decision.leash", "decision.novelty", "decision.disputes", "politics.alarm")
})

// KnobsOf are the constants that calibration turns for a theory: Knobs for the default rule, of a rival one all constants
// that have a prior.
func KnobsOf(theory string) []Knob {
	if theory == "" || theory == sim.DefaultTheory {
		return Knobs()
	}
	var names []string
	for _, f := range sim.Figures() {
		if f.Theory == theory && f.Open {
			names = append(names, strings.TrimPrefix(f.Path, "parameters."))
		}
	}
	return knobs(names...)
}

// knobs are the constants of these names, each with the prior that stands in its tag, in sim.
func knobs(names ...string) []Knob {
	var list []Knob
	for _, name := range names {
		f := Knob{Name: name}.Figure()
		if !f.Open {
			panic("history: nothing was believed of " + name)
		}
		list = append(list, Knob{name, f.Prior, f.Spread, f.Low >= 0, f.Why})
	}
	return list
}

// Figure is the constant that the knob turns.
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

// Spreads is how far a value lies from the centre: the inverse of at.
func (k Knob) Spreads(v float64) float64 {
	if k.Log {
		return math.Log(v/k.Centre) / k.Spread
	}
	return (v - k.Centre) / k.Spread
}

// turn sets the knobs to a point, given in spreads from their centres. Values are kept to four digits, so that a
// parameter file holds exactly what was tried. Beyond the range of a constant, which a search for a point may ask for, lies its end.
func turn(p sim.Parameters, knobs []Knob, x []float64) sim.Parameters {
	s := sim.Scenario{Parameters: p}
	for i, k := range knobs {
		f := k.Figure()
		f.Set(&s, min(max(k.rounded(x[i]), f.Low), f.High))
	}
	return s.Parameters
}

// rounded is the value x spreads away from the centre, to four digits.
func (k Knob) rounded(x float64) float64 {
	v, _ := strconv.ParseFloat(fmt.Sprintf("%.4g", k.at(x)), 64)
	return v
}

// fromCentres is half the squared distance of a point from the priors' centres, in spreads: minus the log of normal priors, up to a
// constant.
func fromCentres(x []float64) float64 {
	sum := 0.0
	for _, v := range x {
		sum += float64(v * v)
	}
	return float64(sum / 2)
}

// penalty is minus the log of the prior, up to a constant. The prior ends where the range of a constant ends; beyond, it is +Inf.
func penalty(knobs []Knob, x []float64) float64 {
	for i, k := range knobs {
		if f, v := k.Figure(), k.rounded(x[i]); !(v >= f.Low && v <= f.High) {
			return math.Inf(1)
		}
	}
	return fromCentres(x)
}

// Unfitted is a parameter set with every constant that a fit of a whole rule turns, the default rule or a rival, back at what was
// believed of it before. No fit of a tournament depends on what it takes away.
func Unfitted(p sim.Parameters) sim.Parameters {
	for _, theory := range sim.Theories() {
		knobs := KnobsOf(theory.Name)
		p = turn(p, knobs, make([]float64, len(knobs)))
	}
	return p
}

// Value is what a parameter set holds for the knob.
func (k Knob) Value(p sim.Parameters) float64 {
	return k.Figure().At(&sim.Scenario{Parameters: p}, 0)
}

// Quantile is the value below which a share of the prior lies. The prior ends where the range of the constant ends.
func (k Knob) Quantile(share float64) float64 {
	f := k.Figure()
	low, high := 0.0, float64(distuv.UnitNormal.CDF(k.Spreads(f.High)))
	if !k.Log || f.Low > 0 {
		low = float64(distuv.UnitNormal.CDF(k.Spreads(f.Low)))
	}
	return stats.Steady(k.at(mathext.NormalQuantile(low + float64(share*(high-low)))))
}
