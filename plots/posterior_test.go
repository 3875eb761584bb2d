package plots

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"entente/sim/lab/history"
	"entente/sim/lab/stats"
)

// madeUpCalibrated invents a calibration of these knobs: chains that keep so many steps half as wide as the priors,
// half a spread above their centres. It says nothing about the world.
func madeUpCalibrated(knobs []history.Knob, steps, trials int) *history.Calibrated {
	luck := rand.New(rand.NewPCG(9, 10))
	c := &history.Calibrated{
		Head: madeUpHead("calibrate", "of each scenario by each seed at each trial", 60, trials+2500), Episodes: []string{"V1",
			"V4", "V6"}, PerEpisode: 5,
		Seeds: []uint64{1, 2}, Third: 3, Knobs: knobs, Start: 61.2, Trials: trials + 2500, Chains: make([]history.Chain, 4),
	}
	// A share of the prior a spread above or below its middle is 0.84 or 0.16.
	share := func(x float64) float64 { return min(max(0.5+0.34*x, 0.001), 0.999) }
	c.Best = history.Point{Surprise: 33.4, Penalty: 4.1, Again: 35}
	for _, k := range knobs {
		c.Best.Values = append(c.Best.Values, k.Quantile(share(2*luck.Float64()-0.5)))
		spread := func(wide float64) stats.Spread {
			return stats.Spread{Q05: k.Quantile(0.5 - wide), Q25: k.Quantile(0.5 - wide/2), Q50: k.Quantile(0.52),
				Q75: k.Quantile(0.5 + wide/2), Q95: k.Quantile(0.52 + wide)}
		}
		c.Emulator.Half = append(c.Emulator.Half, spread(0.4))
		c.Emulator.Whole = append(c.Emulator.Whole, spread(0.3))
		c.Emulator.Double = append(c.Emulator.Double, spread(0.15))
		c.Mixing = append(c.Mixing, history.Mixing{RHat: 1.04, Effective: 171})
	}
	for n := range c.Chains {
		surprise := 40.0
		for range steps {
			s := history.Draw{Surprise: surprise}
			for _, k := range knobs {
				s.Values = append(s.Values, k.Quantile(share(0.5+0.5*luck.NormFloat64())))
			}
			if luck.Float64() < 0.5 {
				surprise = 36 + 6*luck.Float64()
			}
			c.Chains[n].States = append(c.Chains[n].States, s)
		}
		c.Chains[n].Tried, c.Chains[n].Taken = steps, steps/2
	}
	for i := range trials {
		c.Trace = append(c.Trace, 61.2-0.02*float64(i/9*9))
	}
	return c
}

// someKnobs have made-up priors: cut off at a range or not, wide or narrow.
var someKnobs = []history.Knob{
	{Name: "threat.chronic", Centre: 0.4, Spread: 0.5, Log: true},
	{Name: "threat.fade", Centre: 3000, Spread: 0.4, Log: true},
	{Name: "decision.reluctance", Centre: 2.5, Spread: 1.5},
	{Name: "decision.trade", Centre: 50, Spread: 2.5, Log: true},
	{Name: "decision.home", Centre: 1.2, Spread: 0.02, Log: true},
	{Name: "decision.volatility", Centre: -0.0001, Spread: 0.00005},
}

// oddCalibrations are those a chart may meet at the edge.
func oddCalibrations() map[string]*history.Calibrated {
	far := madeUpCalibrated(someKnobs, 60, 900)
	far.Chains[0].States[0].Values[0], far.Best.Values[1], far.Chains[1].States[1].Values[2] = 0, 20000, 19
	apart := madeUpCalibrated(history.Knobs(), 60, 900)
	apart.Mixing[3] = history.Mixing{RHat: 1.7, Effective: 12}
	flat := madeUpCalibrated(history.Knobs(), 60, 900)
	for i := range flat.Trace {
		flat.Trace[i] = 61.2
	}
	for n := range flat.Chains {
		for i := range flat.Chains[n].States {
			flat.Chains[n].States[i] = history.Draw{Values: flat.Best.Values, Surprise: 33.4}
		}
	}
	return map[string]*history.Calibrated{
		"usual":             madeUpCalibrated(someKnobs, 60, 900),
		"the model's knobs": madeUpCalibrated(history.Knobs(), 60, 900),
		"one knob":          madeUpCalibrated(someKnobs[:1], 60, 900),
		"two knobs":         madeUpCalibrated(someKnobs[1:3], 60, 2),
		"eighteen knobs":    madeUpCalibrated(slices.Concat(history.Knobs(), history.LeftOut(), someKnobs), 60, 900),
		"few steps":         madeUpCalibrated(history.Knobs(), 4, 40), "no knobs": madeUpCalibrated(nil, 0, 0),
		"far away": far, "not converged": apart, "no better": flat, "many steps": madeUpCalibrated(history.Knobs(), 4000, 20000),
	}
}

func TestCalibrationIsAsLookedAt(t *testing.T) {
	checkLooks(t, "posterior", Posterior(Figure{}, oddCalibrations()["usual"]))
	checkLooks(t, "trace", Trace(Figure{}, oddCalibrations()["usual"]))
}

func TestEveryCalibrationGivesCharts(t *testing.T) {
	if testing.Short() {
		t.Skip("draws for long")
	}
	for name, c := range oddCalibrations() {
		checkChart(t, name+", posterior", Posterior(Figure{}, c))
		checkChart(t, name+", trace", Trace(Figure{}, c))
	}
}

// Each chart says whether the chains agree, and where they do not.
func TestChartsOfACalibrationSayWhetherItConverged(t *testing.T) {
	odd := oddCalibrations()
	for name, want := range map[string]string{
		"usual":         "The four chains agree: R-hat is 1.04 at most",
		"not converged": "The four chains have not converged, and every range below is rough: R-hat is 1.70 at most (decision.home)",
	} {
		for _, c := range []*Chart{Posterior(Figure{}, odd[name]), Trace(Figure{}, odd[name])} {
			if !strings.Contains(c.Notes, want) {
				t.Errorf("%s: %q does not say %q", name, c.Notes, want)
			}
		}
	}
	if title := Posterior(Figure{}, odd["not converged"]).Title; title != "The chains have not converged: what history pins down is known roughly at best" {
		t.Errorf("the title of the posterior is %q", title)
	}
	if title := Trace(Figure{}, odd["not converged"]).Title; title != "How the calibration went: the chains have not converged" {
		t.Errorf("its title is %q", title)
	}
}

func TestTraceSaysWhereItEnds(t *testing.T) {
	about := Trace(Figure{}, oddCalibrations()["usual"]).About
	for _, want := range []string{"from 61.2 to 43.4 nats in 900 trials", "Chain 1: 60 steps kept, 60 played, 30 taken"} {
		if !strings.Contains(about, want) {
			t.Errorf("a screen reader does not hear %q: %s", want, about)
		}
	}
}
