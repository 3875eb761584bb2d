package main

import (
	"slices"

	"github.com/spf13/cobra"

	"entente/plots"
	"entente/plots/tables"
	"entente/scenarios"
	"entente/sim/lab/history"
)

// What help says of it.
const (
	wordsHindcast = "Play episodes of history and score the model on them"

	wordsHindcastLong = `Plays the episodes of history that the model is held to, all with the one shipped set of constants, and
says for each what it foretold, what happened, and how simple rules would have done. Misses are shown
as plainly as hits. Without arguments it plays those that have a number: V1 V2 V3 V4 V6 V10. Any scenario that
holds a truth can be named too, by its path: it is scored on who signed, who was a member, who never, and what
came into force, with a verdict if it gives targets. The word unnumbered stands for all shipped ones that history has
decided and that have no number, decided for these and those with a number; entente episodes tells of them. The constants
were fitted to all of them. With --held-out each episode is played with those of a fit that had seen nothing of its scenario, by
default all that are decided: whether a chance of, say, 70 % comes true in 70 of 100 cases can then be asked.`

	wordsHindcastExample = `  entente hindcast
  entente hindcast V1 V6 --inputs measured`
)

const wordsHeldOut = "play each episode with constants fitted to the others: what the chances are worth"

func init() { verbs = append(verbs, hindcastCommand) }

func hindcastCommand() *cobra.Command {
	var f flags
	short, heldOut := false, false
	c := &cobra.Command{
		Use:     "hindcast [EPISODE|FILE...]",
		Short:   wordsHindcast,
		Long:    wordsHindcastLong,
		Example: wordsHindcastExample,
		RunE: func(c *cobra.Command, ids []string) error {
			p, outside, err := f.pastOrHeldOut(c, ids, heldOut)
			if err != nil {
				return err
			}
			command := f.command("hindcast", ids...)
			if heldOut {
				command += " --held-out"
			}
			q, err := f.ask(c, command, filesOf(&f.drawn, p.blank(), plots.OfHindcast), p.worlds...)
			if err != nil {
				return err
			}
			found := history.AskHindcast(q.ctx, p.episodes, p.scenarios, q.options(&f, len(p.worlds)))
			found.Unseen, found.HeldOut = outside, heldOut
			told := tables.Hindcast(found)
			if short {
				told = tables.HindcastInShort(found)
			}
			return q.answer(found, told, plots.OfHindcast(found))
		},
	}
	f.register(c, 1000)
	f.asOfFlag(c)
	f.bestFlag(c)
	f.inputsFlag(c)
	c.Flags().BoolVar(&heldOut, "held-out", false, wordsHeldOut)
	c.Flags().BoolVar(&short, "short", false, wordsShort)
	mustHoldOf(c, func(ids []string, wrong *complaints) {
		episodesHold(ids, wrong)
		if heldOut {
			heldOutHolds(c, ids, wrong)
		}
	})
	return c
}

// heldOutHolds adds what --held-out leaves nothing to.
func heldOutHolds(c *cobra.Command, ids []string, wrong *complaints) {
	var refused []string
	for _, id := range ids {
		switch ep, numbered := history.FindEpisode(id); {
		case numbered && ep.Open, !numbered && isScenario(id) && !slices.Contains(scenarios.Names(), id):
			refused = append(refused, id)
		}
	}
	nothingTo(c, "--held-out plays what history has decided as the shipped tournament fitted the rest",
		[]string{"set", "theory", "as-of", "coder", "recode", "best"}, refused, wrong)
}

// pastOrHeldOut reads the episodes that were asked for, and with --held-out gives their scenarios constants that had seen nothing of
// them: those of the shipped tournament.
func (f *flags) pastOrHeldOut(c *cobra.Command, ids []string, heldOut bool) (*past, []history.Unseen, error) {
	if !heldOut {
		p, err := f.past(c, ids)
		return p, nil, err
	}
	p, err := f.decidedOnly(c, ids)
	if err != nil {
		return nil, nil, err
	}
	kept, err := shippedFits()
	if err != nil {
		return nil, nil, err
	}
	outside, err := kept.HoldOut(p.episodes, p.scenarios, f.inputs)
	if err != nil {
		return nil, nil, usage("--held-out: %w", err)
	}
	for k := range p.worlds {
		p.worlds[k].Scenario = p.scenarios[p.worlds[k].Scenario.Name]
	}
	for k := range p.episodes {
		p.episodes[k].Fitted = false
	}
	return p, outside, nil
}
