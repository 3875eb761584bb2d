package plots

import (
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"

	"entente/sim"
	"entente/sim/lab/history"
)

// knobAxis runs along the values of a knob, or along their logarithms if that is how the prior thinks of them.
type knobAxis struct {
	knob     history.Knob
	from, to float64 // along the axis
	unit     string
}

// tailSpreads is how far the axis of a knob reaches to either side of its prior's centre, in spreads: all but three in
// a thousand of the prior.
const tailSpreads = 3

// newKnobAxis covers the prior and these values, but no more than the range of the constant.
func newKnobAxis(k history.Knob, values []float64) knobAxis {
	a := knobAxis{knob: k}
	low, high, unit := constant(k.Name)
	centre := a.at(k.Centre)
	a.from, a.to = centre-tailSpreads*k.Spread, centre+tailSpreads*k.Spread
	for _, v := range values {
		if at := a.at(v); !math.IsInf(at, 0) { // 0 has no place on an axis of logarithms
			a.from, a.to = min(a.from, at), max(a.to, at)
		}
	}
	a.from, a.to, a.unit = max(a.from, a.at(low)), min(a.to, a.at(high)), unit
	return a
}

// constant is the range and the unit of one. One that the model does not know has no bounds.
func constant(name string) (low, high float64, unit string) {
	if f, ok := sim.FigureAt("parameters." + name); ok {
		return f.Low, f.High, f.Unit
	}
	return math.Inf(-1), math.Inf(1), ""
}

// at is the place of a value on the axis.
func (a knobAxis) at(value float64) float64 {
	if a.knob.Log {
		return math.Log(max(value, 0))
	}
	return value
}

// share is the place of a value as a share of the axis. What lies beyond its ends stands at them.
func (a knobAxis) share(value float64) float64 {
	return min(max((a.at(value)-a.from)/(a.to-a.from), 0), 1)
}

// value is what lies at a place on the axis.
func (a knobAxis) value(at float64) float64 {
	if a.knob.Log {
		return math.Exp(at)
	}
	return at
}

// prior is the density of the prior along the axis.
func (a knobAxis) prior(at float64) float64 {
	z := (at - a.at(a.knob.Centre)) / a.knob.Spread
	return math.Exp(-z*z/2) / (a.knob.Spread * math.Sqrt(2*math.Pi))
}

// ticks are the densest round values whose labels fit side by side on an axis of this length: of 1, 2 and 5 times the
// powers of ten on an axis of logarithms, else whole steps.
func (a knobAxis) ticks(s text.Style, length vg.Length) []plot.Tick {
	low, high := a.value(a.from), a.value(a.to)
	var tries [][]float64
	if a.knob.Log {
		for _, digits := range [][]float64{{1, 2, 5}, {1, 3}} {
			tries = append(tries, decades(low, high, 1, digits))
		}
		for every := 1.0; every <= 4; every++ {
			tries = append(tries, decades(low, high, every, []float64{1}))
		}
	}
	for e := math.Floor(math.Log10(high-low)) - 1; e < math.Log10(high-low)+1; e++ {
		for _, digit := range []float64{1, 2, 5} {
			tries = append(tries, steps(low, high, digit*math.Pow(10, e)))
		}
	}
	for _, values := range tries {
		if len(values) >= 2 && a.fits(values, s, length) {
			var ticks []plot.Tick
			for _, v := range values {
				ticks = append(ticks, plot.Tick{Value: v, Label: round(v)})
			}
			return ticks
		}
	}
	return nil
}

// fits tells whether the labels of these values keep clear of each other.
func (a knobAxis) fits(values []float64, s text.Style, length vg.Length) bool {
	for i := 1; i < len(values); i++ {
		gap := vg.Length(a.share(values[i])-a.share(values[i-1])) * length
		if gap < (s.Width(round(values[i]))+s.Width(round(values[i-1])))/2+spacing {
			return false
		}
	}
	return true
}
