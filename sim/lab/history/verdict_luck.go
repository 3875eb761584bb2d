package history

import (
	"math/rand/v2"

	"entente/sim/lab"
)

// A verdict rests on so many runs, and with other luck it might be the other. Runs are drawn from those there are, as many and with
// return, and the episode is judged by each of such draws (Efron 1979): Luck is the share of them by which it comes out otherwise.
// Below LeastRuns that says nothing, since what no run shows no resample does either: of sixty runs, what none of them shows has a
// chance of at most 5 % (the rule of three; Hanley & Lippman-Hand 1983, JAMA 249(13)).

// otherLuck is how often a verdict is drawn anew, and LeastRuns how many runs it takes. A setting of the arithmetic, and a judgement.
const (
	otherLuck = 60
	LeastRuns = 60
)

// LuckCounts is the share of resamples from which on a verdict may be luck: one in twenty.
const LuckCounts = 0.05

// MayBeLuck tells whether a verdict on an episode might be the other with other luck.
func (v *Verdict) MayBeLuck() bool { return v.Judged() && (v.Runs < LeastRuns || v.Luck >= LuckCounts) }

// luck is in what share of resamples of the runs the verdict on an episode would be the other.
func (e *endings) luck(ep Episode, v *Verdict) float64 {
	if !v.Judged() {
		return 0
	}
	dice := rand.New(rand.NewPCG(v.Seed, uint64(len(e.runs))))
	again := &endings{world: e.world, runs: make([]*lab.Ending, len(e.runs))}
	other := 0
	for range otherLuck {
		for k := range again.runs {
			again.runs[k] = e.runs[dice.IntN(len(e.runs))]
		}
		if again.judge(ep, v.Seed).Pass != v.Pass {
			other++
		}
	}
	return float64(other) / otherLuck
}
