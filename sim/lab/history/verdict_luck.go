package history

import (
	"math"
	"math/rand/v2"
	"slices"

	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// A verdict rests on so many runs, and with other luck it might be the other. Runs are drawn from those there are, as many and with
// return, and the episode is judged by each of such draws (Efron 1979): Luck is the share of them by which it comes out otherwise.
// Below LeastRuns that says nothing, since what no run shows no resample does either: of sixty runs, what none of them shows has a
// chance of at most 5 % (the rule of three; Hanley & Lippman-Hand 1983, JAMA 249(13)).

// otherLuck is how often an episode is judged anew, and LeastRuns how many runs it takes. A setting of the arithmetic, and a judgement.
const (
	otherLuck = 200
	LeastRuns = 60
)

// LuckCounts is the share of resamples from which on a verdict may be luck: one in twenty.
const LuckCounts = 0.05

// MayBeLuck tells whether a verdict on an episode might be the other with other luck.
func (v *Verdict) MayBeLuck() bool { return v.Judged() && (v.Runs < LeastRuns || v.Luck >= LuckCounts) }

// doubt judges an episode by resamples of the runs: in what share of them its verdict would be the other, and between what its
// figures and the medians of its dates lie.
func (e *endings) doubt(ep Episode, v *Verdict) {
	if len(v.Figures)+len(v.Dates) == 0 || len(e.runs) < 2 {
		return
	}
	dice := rand.New(rand.NewPCG(v.Seed, uint64(len(e.runs))))
	again := &endings{world: e.world, runs: make([]*lab.Ending, len(e.runs))}
	figures, medians := make([][]float64, len(v.Figures)), make([][]float64, len(v.Dates))
	other := 0
	for range otherLuck {
		for k := range again.runs {
			again.runs[k] = e.runs[dice.IntN(len(e.runs))]
		}
		w := again.judge(ep, v.Seed)
		if v.Judged() && w.Pass != v.Pass {
			other++
		}
		for k, f := range w.Figures {
			figures[k] = append(figures[k], f.Value)
		}
		for k, d := range w.Dates {
			medians[k] = append(medians[k], orNever(d.Median))
		}
	}
	v.Luck = float64(other) / otherLuck
	if len(e.runs) < LeastRuns {
		return
	}
	for k := range v.Figures {
		low, high := middle95(figures[k])
		v.Figures[k].Luck = &stats.Interval{Mean: v.Figures[k].Value, Low: low, High: high}
	}
	for k := range v.Dates {
		low, high := middle95(medians[k])
		v.Dates[k].Luck = &Between{neverIsZero(low), neverIsZero(high)}
	}
}

// middle95 are the ends of the middle 95 % of what resamples came to.
func middle95(found []float64) (low, high float64) {
	slices.Sort(found)
	out := len(found) / 40
	return found[out], found[len(found)-1-out]
}

// A median of 0 is that of an event that mostly does not happen, which is later than any.
func orNever(median float64) float64 {
	if median == 0 {
		return math.Inf(1)
	}
	return median
}

func neverIsZero(median float64) float64 {
	if math.IsInf(median, 1) {
		return 0
	}
	return median
}

// FewRuns tells whether some decided episode has fewer runs than LeastRuns: its chances are then so coarse that they cannot be held to
// what came true.
func (h *Hindcast) FewRuns() bool {
	return slices.ContainsFunc(h.Verdicts, func(v Verdict) bool { return !v.Open && v.Runs < LeastRuns })
}
