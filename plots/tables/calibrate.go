package tables

import (
	"fmt"
	"math"

	"entente/plots/words"
	"entente/sim/lab/history"
	"entente/sim/lab/stats"
)

// pinned is the share of the prior's width below which history is said to have pinned a constant down.
const pinned = 0.5

// fewest is the number of distinct particles below which their 5 to 95 % range is no range: of twenty the ends are single ones.
const fewest = 20

// Calibrated tells which constants history pins down, and which it leaves open.
func Calibrated(c *history.Calibrated) *Page {
	head := c.Head
	head.Title, head.Changes = "The constants of the theory, found from history", nil
	p := About(&head, fmt.Sprintf("%s of each scenario at each of %s, seed %d", words.Count(c.Asked, "run"), words.Count(c.Trials, "trial"),
		c.Seed))
	narrow := 0
	for i, k := range c.Knobs {
		if leftOpen(k, c.Marginal(i)) < pinned {
			narrow++
		}
	}
	distinct := c.Distinct()
	if distinct < fewest {
		p.Say(fmt.Sprintf("Nothing can be said of what history pins down: the posterior rests on %s, and that takes at least %d.",
			words.Count(distinct, "distinct particle"), fewest))
	} else {
		p.Say(fmt.Sprintf("History pins down %d of %s, to less than half the width of what was held possible before, and leaves "+
			"%d open; this rests on %s.", narrow, words.Count(len(c.Knobs), "constant"), len(c.Knobs)-narrow,
			words.Count(distinct, "distinct particle")))
	}
	p.Say(fmt.Sprintf("Surprise at history fell from %.1f at the priors' centres to %.1f at the best point (of it %.1f for "+
		"leaving the centres).",
		c.Start, c.Distance+c.Penalty, c.Penalty))
	p.Say(fmt.Sprintf("In the middle of the posterior it is %.1f (of it %.1f for leaving the centres).", c.Middle.Distance+c.Middle.Penalty,
		c.Middle.Penalty))
	table := p.Part("").Columns(Text("constant"), Figures("prior"), Figures("best"), Figures("posterior median"),
		Figures("5 to 95 %"), Figures("width left"))
	for i, k := range c.Knobs {
		s := c.Marginal(i)
		table.Add(k.Name, words.Digits(k.Centre), words.Digits(c.Values[i]), words.Digits(s.Q50),
			words.Digits(s.Q05)+" to "+words.Digits(s.Q95),
			fmt.Sprintf("%.0f %%", 100*leftOpen(k, s)))
	}
	p.Notes = append(p.Notes, noteCalibrated)
	return p
}

// What the table of a calibration says below its rows.
const noteCalibrated = "Prior: the value held likeliest before looking at history. Best: of the set that is least surprised by it. " +
	"Posterior median: the middle of what history leaves, which is the one used. " +
	"Width left: the 5 to 95 % range of the posterior over that of the prior; near 100 % history says nothing, and much of the " +
	"rest hangs on a few particles. The posterior is of one constant at a time: two of them may lean on each other."

// leftOpen is the width of a posterior over that of its prior, on the scale on which the prior is normal:
//
//	(q95 - q05) / (2 × 1.645 × spread)
func leftOpen(k history.Knob, s stats.Spread) float64 {
	low, high := s.Q05, s.Q95
	if k.Log {
		low, high = math.Log(low), math.Log(high)
	}
	return (high - low) / (2 * 1.6448536269514722 * k.Spread)
}
