package history

import (
	"context"
	"math"
	"slices"
	"testing"

	"entente/sim"
	"entente/sim/lab/stats"
)

// flat is the posterior where every trial is as surprising as any other.
func flat(t *testing.T, knobs []Knob, steps int, plain bool) *Calibrated {
	t.Helper()
	c := &Calibration{Knobs: knobs, Seed: 1, BurnIn: 50, Steps: steps, Plain: plain}
	out := &Calibrated{Knobs: c.Knobs, Best: c.point(make([]float64, len(knobs)))}
	out.Best.Surprise = 40
	var tried []trial
	for n := range 60 {
		tried = append(tried, trial{ofPriors(knobs, 1, n), 40})
	}
	// An emulator of what never moves has nothing to learn: a thousandth of noise stands for luck.
	for n := range tried {
		tried[n].surprise += 0.001 * float64(n%7)
	}
	as := func(context.Context, sim.Parameters, int, []uint64) float64 { return 40 }
	if err := c.posterior(&trials{c: c, ctx: t.Context(), play: as}, tried, out); err != nil {
		t.Fatal(err)
	}
	return out
}

// Where history says nothing the posterior is the prior, which ends where the range of a parameter ends: by chains that the emulator
// leads, and by more steps of plain ones.
func TestAMuteHistoryLeavesThePrior(t *testing.T) {
	if testing.Short() {
		t.Skip("takes many steps")
	}
	led, plain := leavesThePrior(t, 250, false), leavesThePrior(t, 2000, true)
	// Steps that nothing leads go less far, and are more often not taken.
	if a, b := led.Mixing[0].Effective/250, plain.Mixing[0].Effective/2000; b > a/2 {
		t.Errorf("a plain step is worth %.2f draws, and one that is led %.2f", b, a)
	}
}

func leavesThePrior(t *testing.T, steps int, plain bool) *Calibrated {
	t.Helper()
	out := flat(t, []Knob{{Name: "decision.trade", Centre: 200, Spread: 1, Log: true}, {Name: "decision.reluctance",
		Centre: 2.5, Spread: 1.5}}, steps, plain)
	for i, k := range out.Knobs {
		s := out.Marginal(i)
		for share, got := range map[float64]float64{0.05: s.Q05, 0.5: s.Q50, 0.95: s.Q95} {
			if off := k.Spreads(got) - k.Spreads(k.Quantile(share)); math.Abs(off) > 0.2 {
				t.Errorf("%s: the %v quantile of the posterior is %v, of the prior %v", k.Name, share, got, k.Quantile(share))
			}
		}
		for name, s := range map[string]stats.Spread{"half": out.Emulator.Half[i], "whole": out.Emulator.Whole[i],
			"double": out.Emulator.Double[i]} {
			if off := k.Spreads(s.Q50) - k.Spreads(k.Quantile(0.5)); math.Abs(off) > 0.3 {
				t.Errorf("%s by the emulator, %s weight: the median is %v, of the prior %v", k.Name, name, s.Q50, k.Quantile(0.5))
			}
		}
	}
	if !out.Converged() {
		t.Errorf("the chains have not converged: %+v", out.Mixing)
	}
	if len(out.Draws) != ShippedDraws || !slices.Equal(out.Draws[0].Values, out.Best.Values) {
		t.Errorf("there are %d draws, and the first is %v where the best point is %v", len(out.Draws), out.Draws[0].Values,
			out.Best.Values)
	}
	for _, d := range out.Draws {
		if d.Values[0] > 300 {
			t.Fatalf("trade is %v in a draw, and may be 300", d.Values[0])
		}
	}
	return out
}

// The emulator proposes and play disposes: where it takes the prior for what is likely and play knows better, the
// chains go by play.
func TestAnEmulatorThatIsWrongLeavesThePosteriorAsItIs(t *testing.T) {
	k := Knob{Name: "decision.reluctance", Centre: 2.5, Spread: 1.5}
	c := &Calibration{Knobs: []Knob{k}, Seed: 1}
	var mute []trial
	for n := range 20 {
		mute = append(mute, trial{ofPriors(c.Knobs, 1, n), 40 + 0.001*float64(n%7)})
	}
	b := &burnt{size: []float64{1}, guide: newEmulator(mute)}
	// Surprise 3/2 × x² and a normal prior give a normal posterior of half the spread.
	w := &walker{at: trial{[]float64{0}, 0}}
	ts := &trials{c: c, ctx: t.Context(), play: func(_ context.Context, p sim.Parameters, _ int, _ []uint64) float64 {
		x := k.Spreads(k.Value(p))
		return 1.5 * x * x
	}}
	var seen []float64
	for range 1500 {
		c.guided(ts, w, b, 1)
		seen = append(seen, w.at.x[0])
	}
	if d, m := stats.Deviation(seen), stats.Mean(seen); math.Abs(d-0.5) > 0.05 || math.Abs(m) > 0.06 {
		t.Errorf("the chain has mean %v and deviation %v, want 0 and 1/2", m, d)
	}
}

// Steps are tuned to how far what was visited lies apart, and never far at once.
func TestStepsAreTunedToWhatWasVisited(t *testing.T) {
	w := &walker{taken: 5}
	for n := range 10 {
		w.visited = append(w.visited, []float64{float64(n % 2), 100 * float64(n%2)})
	}
	size := tune([]*walker{w}, []float64{0.5, 0.5})
	if want := 2.38 / math.Sqrt(3) / 2 * stats.Deviation([]float64{1, 0, 1, 0, 1}) * 2; math.Abs(size[0]-want) > 1e-8 || size[1] != 1 {
		t.Errorf("steps are %v, want %v and 1, twice what it was", size, want)
	}
	w.taken = 0
	if next := tune([]*walker{w}, size); next[0] >= size[0] {
		t.Errorf("no step is taken, and steps stay %v", next)
	}
}
