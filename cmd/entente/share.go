package main

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"entente/plots/tables"
	"entente/plots/words"
	"entente/sim/lab"
)

// What help says of --shard.
const wordsShard = "play share `K/N` of the study alone, as on one of N machines; entente merge joins the shares"

// mostShares is how many machines may share a study.
const mostShares = 10000

// shareFlag is --shard K/N.
type shareFlag lab.Shares

func (f *shareFlag) String() string {
	if f.Of == 0 {
		return ""
	}
	return fmt.Sprintf("%d/%d", f.K, f.Of)
}

func (f *shareFlag) Type() string { return "share" }

var shareForm = regexp.MustCompile(`^([1-9][0-9]{0,4})/([1-9][0-9]{0,4})$`)

func (f *shareFlag) Set(text string) error {
	m := shareForm.FindStringSubmatch(text)
	if m == nil {
		return errors.New("write the share and how many there are, as in 2/8")
	}
	f.K, _ = strconv.Atoi(m[1]) // digits, by their form
	f.Of, _ = strconv.Atoi(m[2])
	switch {
	case f.Of > mostShares:
		return fmt.Errorf("a study has at most %s shares", words.Thousands(mostShares))
	case f.K > f.Of:
		return fmt.Errorf("the share must lie between 1 and %d", f.Of)
	}
	return nil
}

// shardFlag adds --shard, which every command has whose study can be merged.
func (f *studyFlags) shardFlag(c *cobra.Command) {
	c.Flags().Var(&f.shard, "shard", wordsShard)
}

// sharded tells whether a share was asked for, and no whole study.
func (f *studyFlags) sharded() bool { return f.shard.Of > 0 }

// checkShare says what is wrong with a share of a study.
func (f *studyFlags) checkShare(st *lab.Study) error {
	switch {
	case !f.sharded():
		return nil
	case f.out == "":
		return usage("--shard keeps the blocks that it plays: say in which folder with --out")
	case f.shard.Of > st.Blocks():
		return usage("--shard: this study has %s, too few for %d shares", words.Count(st.Blocks(), "block"), f.shard.Of)
	}
	return nil
}

// playShare plays a share of a study and tells of it.
func (a *studyAsked) playShare() error {
	of := lab.Shares(a.flags.shard)
	blocks, o, err := a.ready(a.study.Runs(of.Numbers(a.study.Blocks())))
	if err != nil {
		return err
	}
	found, err := a.study.PlayShare(a.ctx, blocks, of, a.flags.mostFailures, o)
	if err := a.lost(err); err != nil {
		return err
	}
	return a.asked.answer(found, tables.Share(found), nil)
}

// sharedOut is the share that a command plays; the whole study if it says none.
func sharedOut(command string) lab.Shares {
	all := shareFlag{K: 1, Of: 1}
	if _, share, ok := strings.Cut(command, " --shard "); ok && all.Set(share) != nil {
		return lab.Shares{K: 1, Of: 1}
	}
	return lab.Shares(all)
}
