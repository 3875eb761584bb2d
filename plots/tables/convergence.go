package tables

import (
	"fmt"
	"strconv"

	"entente/plots/words"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// reachAtHalf is how far the interval of a share of one half reaches after so many runs.
func reachAtHalf(runs int) float64 { return stats.ShareOf(runs/2, runs).Reach() }

// Convergence tells how many runs are enough.
func Convergence(c *lab.Convergence) *Page {
	page := aboutPlayed(&c.Head, fmt.Sprintf("%s of %s, seed %d", words.Count(c.Runs, "run"), c.Scenario, c.Seed))
	if len(c.Steps) == 0 {
		return nothingPlayed(page)
	}
	width := c.InForce.High - c.InForce.Low
	wanted := strconv.FormatFloat(stats.Steady(100*c.Wanted), 'g', -1, 64) + " points"
	if wanted == "1 points" {
		wanted = "one point"
	}
	found := fmt.Sprintf("%s in %s", words.InForce(lab.The(c.ClauseTitle), c.End), words.ShareOf(c.InForce))
	switch {
	case c.Reached:
		page.Say(fmt.Sprintf("%s are enough for an interval no wider than %s: %s.", words.Count(c.Played, "run"), wanted, found))
	default:
		page.Say(fmt.Sprintf("%s are not enough for an interval no wider than %s, which takes some %s: after them %s.", words.Count(c.Played,
			"run"), wanted,
			words.Thousands(rounded(stats.RunsFor(c.InForce.Mean, max(c.Wanted, 0.001)))), found))
	}
	page.sayIf(againstHistory(&c.Head, c.InForce))
	t := page.Section("As runs are added").Columns(Figures("runs"), Figures("in force"), Figures("95 % interval"), Figures("width, points"))
	for _, s := range c.Steps {
		t.Add(words.Thousands(s.Played), words.Percent(s.Share.Mean), words.Interval(s.Share), fmt.Sprintf("%.1f",
			100*(s.Share.High-s.Share.Low)))
	}
	n := page.Section("How many it takes, if the chance is near this one").Columns(Figures("width of the interval, points"), Figures("runs, some"))
	for _, need := range c.Needs {
		n.Add(strconv.FormatFloat(stats.Steady(100*need.Width), 'g', -1, 64), words.Thousands(rounded(need.Runs)))
	}
	page.Notes = []string{bothTogether(&c.Head, fmt.Sprintf("Intervals are exact (Clopper and Pearson 1934), 95 %%, the last one %.1f points "+
		"wide; they are looked at after every hundred runs, and play stops once one is narrow enough, which makes it a little too narrow", 100*width))}
	return page
}
