package plots

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"entente/sim/lab/history"
)

// madeUpCalibrated invents a calibration of these knobs: particles half as wide as the priors, half a spread above
// their centres. It says nothing about the world.
func madeUpCalibrated(knobs []history.Knob, particles, trials int) *history.Calibrated {
	luck := rand.New(rand.NewPCG(9, 10))
	c := &history.Calibrated{Head: madeUpHead("calibrate", "of each scenario at each trial", 60, trials+2500),
		Episodes: []string{"V1", "V4", "V6"}, Knobs: knobs, Start: 61.2, Distance: 33.4, Penalty: 4.1, Trials: trials + 2500}
	place := func(k history.Knob, x float64) float64 {
		low, high, _ := constant(k.Name)
		v := k.Centre + x*k.Spread
		if k.Log {
			v = k.Centre * math.Exp(x*k.Spread)
		}
		return min(max(v, low), high)
	}
	for _, k := range knobs {
		c.Values = append(c.Values, place(k, 2*luck.Float64()-0.5))
	}
	for range particles {
		var row []float64
		for _, k := range knobs {
			row = append(row, place(k, 0.5+0.5*luck.NormFloat64()))
		}
		c.Posterior = append(c.Posterior, row)
	}
	for i := range trials {
		c.Trace = append(c.Trace, 37.5+23.7*math.Exp(-math.Floor(float64(i)/9)*9/60))
	}
	for i, tolerance := range []float64{64.3, 58.1, 51.7, 47.2, 44.9} {
		c.Levels = append(c.Levels, history.Level{Tolerance: tolerance, Kept: 100, Trials: 200 << i, Moved: 90 << i})
	}
	return c
}

// someKnobs have made-up priors: cut off at a range or not, wide or narrow, with a unit or without.
var someKnobs = []history.Knob{
	{Name: "threat.chronic", Centre: 0.4, Spread: 0.5, Log: true},
	{Name: "threat.fade", Centre: 3000, Spread: 0.4, Log: true},
	{Name: "decision.reluctance", Centre: 2.5, Spread: 1.5},
	{Name: "made_up.with_quite_a_long_name_and_no_unit", Centre: 1, Spread: 2.5, Log: true},
	{Name: "made_up.narrow", Centre: 1.2, Spread: 0.02, Log: true},
	{Name: "made_up.small", Centre: -0.0001, Spread: 0.00005},
}

// twentyKnobs are some knobs, and those of the model over and over.
func twentyKnobs() []history.Knob {
	knobs := slices.Clone(someKnobs)
	for len(knobs) < 20 {
		knobs = append(knobs, history.Knobs...)
	}
	return knobs[:20]
}

// oddCalibrations are those a chart may meet at the edge.
func oddCalibrations() map[string]*history.Calibrated {
	unmoved := madeUpCalibrated(history.Knobs, 200, 1)
	unmoved.Levels = unmoved.Levels[:1]
	none := madeUpCalibrated(history.Knobs, 0, 0)
	none.Levels = nil
	far := madeUpCalibrated(someKnobs, 200, 900)
	far.Posterior[0][0], far.Values[1], far.Posterior[1][2], far.Values[3] = 0, 30000, 19, 1e-9
	flat := madeUpCalibrated(history.Knobs, 200, 900)
	for i := range flat.Trace {
		flat.Trace[i] = 61.2
	}
	many := madeUpCalibrated(history.Knobs, 200, 20000)
	for i := range 15 {
		many.Levels = append(many.Levels, history.Level{Tolerance: 44 - 0.01*float64(i), Kept: 100, Trials: 30000, Moved: 3})
	}
	return map[string]*history.Calibrated{
		"usual":             madeUpCalibrated(someKnobs, 300, 900),
		"the model's knobs": madeUpCalibrated(history.Knobs, 300, 900),
		"one knob":          madeUpCalibrated(someKnobs[:1], 300, 900),
		"two knobs":         madeUpCalibrated(someKnobs[1:3], 300, 2),
		"twenty knobs":      madeUpCalibrated(twentyKnobs(), 300, 900),
		"one particle":      madeUpCalibrated(history.Knobs, 1, 40), "no knobs": madeUpCalibrated(nil, 0, 0),
		"no particles": none, "one trial": unmoved, "far away": far, "no better": flat, "many levels": many,
	}
}

func TestCalibrationIsAsLookedAt(t *testing.T) {
	checkLooks(t, "posterior", Posterior(oddCalibrations()["usual"]))
	checkLooks(t, "trace", Trace(oddCalibrations()["usual"]))
}

func TestEveryCalibrationGivesCharts(t *testing.T) {
	if testing.Short() {
		t.Skip("draws for long")
	}
	for name, c := range oddCalibrations() {
		checkChart(t, name+", posterior", Posterior(c))
		checkChart(t, name+", trace", Trace(c))
	}
}

// A histogram of the posterior and the curve of the prior cover the same area, save for the prior's tails.
func TestAreasAreAlike(t *testing.T) {
	for name, c := range oddCalibrations() {
		for i := range c.Knobs {
			k := newKnobPicture(c, i)
			length := k.axis.to - k.axis.from
			posterior := 0.0
			for _, height := range k.bins {
				posterior += height * length / knobBins
			}
			if k.some && math.Abs(posterior-1) > 1e-9 {
				t.Errorf("%s: the posterior of %s has area %v", name, c.Knobs[i].Name, posterior)
			}
			prior := 0.0
			for s := range 1000 {
				prior += k.axis.prior(k.axis.from+length*(float64(s)+0.5)/1000) * length / 1000
			}
			if prior < 0.95 || prior > 1.0001 {
				t.Errorf("%s: the prior of %s has area %v", name, c.Knobs[i].Name, prior)
			}
		}
	}
}

func TestAxisOfAKnobStaysInItsRange(t *testing.T) {
	for _, k := range history.Knobs {
		low, high, unit := constant(k.Name)
		if math.IsInf(low, 0) || math.IsInf(high, 0) || unit == "" {
			t.Errorf("%s has no range or no unit", k.Name)
		}
		a := newKnobAxis(k, []float64{low, high, k.Centre})
		if from, to := a.value(a.from), a.value(a.to); from < low-1e-9 || to > high+1e-9 {
			t.Errorf("%s runs from %v to %v, its axis from %v to %v", k.Name, low, high, from, to)
		}
	}
}

func TestAxisOfAKnobIsMarked(t *testing.T) {
	for name, c := range oddCalibrations() {
		for i, k := range c.Knobs {
			axis := newKnobPicture(c, i).axis
			ticks := axis.ticks(bandStyle, 110)
			if len(ticks) < 2 {
				t.Errorf("%s: the axis of %s from %v to %v has the ticks %v, want two or more", name, k.Name,
					axis.value(axis.from), axis.value(axis.to), ticks)
			}
			for j, tick := range ticks {
				if j > 0 && tick.Label == ticks[j-1].Label {
					t.Errorf("%s: the axis of %s reads %q twice", name, k.Name, tick.Label)
				}
			}
		}
	}
}

func TestTraceSaysWhereItEnds(t *testing.T) {
	about := Trace(oddCalibrations()["usual"]).About
	for _, want := range []string{"from 61.2 to 37.5 nats in 900 trials", "Level 1: tolerance 64.3, 200 steps proposed, 90 taken"} {
		if !strings.Contains(about, want) {
			t.Errorf("a screen reader does not hear %q: %s", want, about)
		}
	}
}
