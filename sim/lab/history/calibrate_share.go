package history

import (
	"context"
	"slices"

	"entente/sim/lab"
)

// CalibrationShares is into how many shares a calibration can be cut: a chain is played by one.
const CalibrationShares = chains

// CalibrationShare is what was played of a share of a calibration: some of its chains. What all chains stand on, the search and
// the burn-in, whose tuning looks at all of them, is played by each share, or taken from the ledger of one that has it. What
// history leaves of the constants is told by all shares together.
type CalibrationShare struct {
	lab.Head
	lab.Shard
	Chains []int `json:"chains"` // the numbers of those that it played, from 1
	Steps  int   `json:"steps"`  // that are kept of each
	Trials int   `json:"trials"` // sets of constants that were tried, those remembered from before too
}

// RunShare plays a share of a calibration. If ctx is cancelled it returns ctx's error; the trials made so far have been noted.
func (c *Calibration) RunShare(ctx context.Context, of lab.Shard) (*CalibrationShare, error) {
	c.lay()
	out := c.begin()
	t := &trials{c: c, ctx: ctx, play: c.surprise}
	tried, err := c.findBest(t, out)
	if err != nil {
		return nil, err
	}
	b, err := c.burnIn(t, tried, out)
	if err != nil {
		return nil, err
	}
	share := &CalibrationShare{Shard: of, Steps: c.Steps, Chains: []int{}}
	b.walkers = slices.DeleteFunc(b.walkers, func(w *walker) bool { return !of.Has(w.number) })
	if _, err := c.keep(t, b.walkers, b); err != nil {
		return nil, err
	}
	for _, w := range b.walkers {
		share.Chains = append(share.Chains, w.number+1)
	}
	c.count(t, out)
	share.Head, share.Trials = out.Head, t.count
	return share, nil
}

// Tables are none: the trials of a share are in its ledger.
func (s *CalibrationShare) Tables() []lab.Table { return nil }
