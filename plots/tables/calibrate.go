package tables

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"entente/plots/words"
	"entente/sim/lab/history"
	"entente/sim/lab/stats"
)

// Calibrated tells which constants history pins down, and which it leaves open.
func Calibrated(c *history.Calibrated) *Page {
	head := c.Head
	head.Title, head.Changes = "The constants of the theory, found from history", nil
	p := About(&head, fmt.Sprintf("%s of each scenario, more of small ones, by each of seeds %d and %d at each of %s",
		words.Count(c.Asked, "run"),
		c.Seeds[0], c.Seeds[1], words.Count(c.Trials, "trial")))
	narrow := len(c.Pinned())
	found := fmt.Sprintf("istory pins down %d of %s, to less than half the width of what was held possible before, and leaves "+
		"%d open.", narrow,
		words.Count(len(c.Knobs), "constant"), len(c.Knobs)-narrow)
	if c.Converged() {
		p.Say("H" + found)
		p.Say(words.Chains(c))
	} else {
		p.Say(words.Chains(c))
		p.Say("As far as they have come, h" + found)
	}
	p.Say(fmt.Sprintf("Surprise at history is %.1f at the priors' centres, %.1f at the best point (and %.1f for leaving the "+
		"centres) and %.1f in the middle of the posterior (and %.1f), each episode counted as %v observations.",
		c.Start, c.Best.Surprise, c.Best.Penalty, c.Middle.Surprise, c.Middle.Penalty, c.PerEpisode))
	p.Say(fmt.Sprintf("By luck that no trial has seen it is %.1f at the best point and %.1f in the middle.", c.Best.Again,
		c.Middle.Again))
	section := p.Section("")
	table := section.Columns(Text("constant"), Figures("prior"), Figures("best"), Figures("median"), Figures("5 to 95 %"),
		Figures("width left"), Figures("R-hat"), Figures("draws"))
	for i, k := range c.Knobs {
		s := c.Marginal(i)
		table.Add(k.Name, digits(k.Centre), digits(c.Best.Values[i]), digits(s.Q50), middling(s),
			fmt.Sprintf("%.0f %%", 100*c.Left(i)),
			fmt.Sprintf("%.2f", c.Mixing[i].RHat), fmt.Sprintf("%.0f", math.Floor(c.Mixing[i].Effective)))
	}
	var weigh []string
	for _, k := range c.Knobs {
		if term := words.Weighs("parameters." + k.Name); term != "" {
			weigh = append(weigh, k.Name[strings.LastIndex(k.Name, ".")+1:]+": "+term)
		}
	}
	if len(weigh) > 0 {
		section.Below = []string{"What they weigh: " + strings.Join(weigh, "; ") + "."}
	}
	e := c.Emulator
	section = p.Section("A second opinion, and other weights")
	table = section.Columns(Text("5 to 95 %"), Figures("chains"), Figures("emulator"), Figures("half weight"), Figures("double"))
	for i, k := range c.Knobs {
		table.Add(k.Name, middling(c.Marginal(i)), middling(e.Whole[i]), middling(e.Half[i]), middling(e.Double[i]))
	}
	section.Below = append(section.Below, fmt.Sprintf("The emulator learned from %s. Asked about %s that it had not seen, it missed "+
		"their surprise by %.1f nats (root mean square), where they differ by %.1f (standard deviation).",
		words.Count(e.Trials, "trial"), words.Thousands(e.HeldOut), e.Error, e.Varied))
	if c.Plain {
		section.Below = append(section.Below, "It led no step of the chains that is kept.")
	} else {
		section.Below = append(section.Below, "It led the steps of the chains, each of which was then played; --plain keeps steps that nothing leads.")
	}
	p.Notes = append(p.Notes, noteCalibrated, noteEmulated)
	return p
}

// CalibrationShare tells how much of a calibration a share has played.
func CalibrationShare(s *history.CalibrationShare) *Page {
	head := s.Head
	head.Title, head.Changes = "The constants of the theory, found from history", nil
	p := About(&head, fmt.Sprintf("%s of each scenario, more of small ones, at each of %s", words.Count(s.Asked, "run"),
		words.Count(s.Trials, "trial")))
	var chains []string
	for _, n := range s.Chains {
		chains = append(chains, strconv.Itoa(n))
	}
	of := "chain " + chains[0]
	if len(chains) > 1 {
		of = "chains " + words.And(chains)
	}
	p.Say(fmt.Sprintf("Share %d of %d of the calibration is played: %s, %s each.", s.K, s.Of, of, words.Count(s.Steps, "step")))
	p.Say("What history leaves of the constants is told once `entente calibrate --join` has joined all shares.")
	return p
}

// What the tables of a calibration say below their rows.
const (
	noteCalibrated = "Prior: the value held likeliest before looking at history. Best: of the set that is least surprised by it. " +
		"Median: the middle of what history leaves, which is the one used. " +
		"Width left: the 5 to 95 % range of the posterior over that of the prior; near 100 % history says nothing. " +
		"R-hat: 1 if the chains have seen the same. Draws: independent ones that the chains are worth. " +
		"The posterior is of one constant at a time: two of them may lean on each other."
	noteEmulated = "Emulator: the posterior when the surprise of a set is not played but foretold from the sets that were, " +
		"which smooths luck away (a " +
		"Gaussian process). Half and double the weight: the same where an episode counts for half or double as many " +
		"observations; how much it counts for is judgement."
)

// digits writes a constant as closely as a posterior can tell.
func digits(v float64) string { return fmt.Sprintf("%.3g", v) }

// middling is the 5 to 95 % range.
func middling(s stats.Spread) string { return digits(s.Q05) + " to " + digits(s.Q95) }
