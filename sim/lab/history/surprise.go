package history

import (
	"context"
	"math"

	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// PerEpisode is how many independent observations each episode counts for in a posterior, however many claims it makes.
// Claims of one episode hang together: either the treaty comes, for all of them, or it does not. In 100 runs of each
// the claims of an episode are worth 1 to 5 independent ones, in the median 2 (those of nato-1994 28), by the design
// effect (Kish 1965, Survey Sampling): the variance of how many come true over what it would be if they were
// independent. Judgement within that: the upper end. Half and double of it are told.
const PerEpisode = 5

// most is how many times as often as the largest a small scenario is played for a surprise. By judgement: nearly all
// luck in a surprise is that of small scenarios, which cost next to nothing.
const most = 16

// judged is the scenarios of some episodes, laid out once, with how often each is played.
type judged struct {
	world    *sim.World
	episodes []Episode
	runs     int
}

// lay lays the scenarios out that the episodes are played on. One whose size, pairs of states by ticks, is less than a
// quarter of the largest is played as many times more often, up to `most` times: it costs no more then.
func (c *Calibration) lay() {
	if c.laid != nil {
		return
	}
	cells, place := cellsOf(c.Episodes, func(name string) sim.Scenario {
		s := c.Scenarios[name]
		s.Draws = nil // every run plays the set that is tried
		return s
	})
	size := func(w *sim.World) int { return w.N() * w.N() * w.Calendar.Ticks() }
	largest := 0
	for _, cell := range cells {
		largest = max(largest, size(cell.World))
		c.laid = append(c.laid, judged{world: cell.World})
	}
	for k := range c.laid {
		j := &c.laid[k]
		j.runs = c.Runs * min(max(largest/(4*size(j.world)), 1), most)
	}
	for _, ep := range c.Episodes {
		j := &c.laid[place[ep.Scenario]]
		j.episodes = append(j.episodes, ep)
	}
}

// Surprise is how surprised a parameter set is by history, D of the posterior exp(-D): the mean over seeds of the
// balanced log score of each episode, each counted PerEpisode times. A share of k in n runs is taken as (k + 1/2) / (n
// + 1) (Krichevsky & Trofimov 1981, IEEE Transactions on Information Theory 27(2)), so that never in n runs is not
// never. Its unit is the nat.
func (c *Calibration) Surprise(ctx context.Context, p sim.Parameters, seeds ...uint64) float64 {
	return c.surprise(ctx, p, c.Workers, seeds)
}

// surprise plays every episode with every seed, side by side, and adds up how surprising history is.
func (c *Calibration) surprise(ctx context.Context, p sim.Parameters, workers int, seeds []uint64) float64 {
	c.lay()
	parts := make([]float64, len(c.laid)*len(seeds))
	done := lab.InParallel(ctx, workers, len(parts), func() func(int) bool {
		return func(k int) bool {
			j, seed := &c.laid[k%len(c.laid)], seeds[k/len(c.laid)]
			s := j.world.Scenario
			s.Parameters, s.Draws = p, nil
			cells := []lab.Cell{{Name: s.Name, World: j.world.Vary(s), Whole: true}}
			played := lab.PlayCells(ctx, cells, lab.Options{Runs: j.runs, Seed: seed, Workers: 1})
			if played.Runs < j.runs || len(played.Failures) > 0 {
				parts[k] = math.Inf(1) // interrupted, which the caller sees in ctx, or impossible
				return true
			}
			ends := endingsOf(played, 0)
			for _, ep := range j.episodes {
				parts[k] += float64(PerEpisode * surprise(ends.judge(ep, seed).Claims))
			}
			return true
		}
	})
	if done < len(parts) {
		return math.Inf(1)
	}
	return stats.Sum(parts) / float64(len(seeds))
}

// surprise is the mean log score of claims, with those that came true and those that did not counting for as much as
// each other: it is as bad to foretell a pact that never was as to miss one that was.
func surprise(claims []Claim) float64 {
	var sum, count [2]float64
	for _, claim := range claims {
		k, n, side := float64(claim.Chance.Count), float64(claim.Chance.Runs), 1
		if !claim.Truth {
			k, side = n-k, 0
		}
		sum[side] -= math.Log((k + 0.5) / (n + 1))
		count[side]++
	}
	switch {
	case count[0] == 0:
		return sum[1] / count[1]
	case count[1] == 0:
		return sum[0] / count[0]
	}
	return (sum[0]/count[0] + sum[1]/count[1]) / 2
}
