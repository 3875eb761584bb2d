package main

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"entente/cmd/entente/shelf"
	"entente/plots/words"
	"entente/scenarios"
	"entente/sim/lab"
)

// What help says of --shard and --join.
const (
	wordsShard  = "play share `K/N` alone, as on one of N machines; "
	wordsMerged = "entente merge joins the shares"
	wordsJoined = "--join joins the shares"
	wordsJoin   = "`folders` of shares: what they played is taken over, and what none has is played"
)

// mostShares is how many machines may share a question.
const mostShares = 10000

// shareFlag is --shard K/N.
type shareFlag lab.Shard

// registerAs adds it to a command whose shares are joined as told.
func (f *shareFlag) registerAs(c *cobra.Command, joined string) {
	c.Flags().Var(f, "shard", wordsShard+joined)
}

func (f *shareFlag) String() string {
	if f.Of == 0 {
		return ""
	}
	return fmt.Sprintf("%d/%d", f.K, f.Of)
}

// ofShare is how a command that plays a share ends; without it, it is the command that all shares answer together.
const ofShare = " --shard "

// flag is how a command says which share it plays; nothing if it plays all.
func (f *shareFlag) flag() string {
	if f.Of == 0 {
		return ""
	}
	return ofShare + f.String()
}

// ofWhole is the command that all shares answer together.
func ofWhole(command string) string {
	whole, _, _ := strings.Cut(command, ofShare)
	return whole
}

// check says what is wrong with a share of so many parts, each of a kind.
func (f *shareFlag) check(out string, parts int, kind string) error {
	switch {
	case f.Of == 0:
		return nil
	case out == "":
		return usage("--shard keeps what it plays: say in which folder with --out")
	case f.Of > parts:
		return usage("--shard: there are %s, too few for %d shares", words.Count(parts, kind), f.Of)
	}
	return nil
}

func (f *shareFlag) Type() string { return "share" }

var shareForm = scenarios.Pattern(`^([1-9][0-9]{0,4})/([1-9][0-9]{0,4})$`)

func (f *shareFlag) Set(text string) error {
	m := shareForm().FindStringSubmatch(text)
	if m == nil {
		return errors.New("write the share and how many there are, as in 2/8")
	}
	f.K, _ = strconv.Atoi(m[1]) // digits, by their form
	f.Of, _ = strconv.Atoi(m[2])
	switch {
	case f.Of > mostShares:
		return fmt.Errorf("there are at most %s shares", words.Thousands(mostShares))
	case f.K > f.Of:
		return fmt.Errorf("the share must lie between 1 and %d", f.Of)
	}
	return nil
}

// sharedOut is the share that a command plays; the whole study if it says none.
func sharedOut(command string) lab.Shard {
	all := shareFlag{K: 1, Of: 1}
	if _, share, ok := strings.Cut(command, ofShare); ok && all.Set(share) != nil {
		return lab.Shard{K: 1, Of: 1}
	}
	return lab.Shard(all)
}

// joinFlag adds --join to a command that keeps a ledger of its shares.
func joinFlag(c *cobra.Command, folders *[]string) {
	c.Flags().StringSliceVar(folders, "join", nil, wordsJoin)
	mustHold(c, func(wrong *complaints) {
		if len(*folders) > 0 && c.Flag("out").Value.String() == "" {
			wrong.add("--join keeps what the shares played: say in which folder with --out")
		}
	})
}

// join takes over into the ledger of this folder what was played of the same question in others. Two that played the same and do
// not say the same were not made by one model.
func (a *asked) join(folders []string) error {
	for _, folder := range folders {
		known := map[string]string{}
		if err := shelf.Recorded(folder, shelf.Question{Identity: a.identity(), Ledger: a.ledger}, known); err != nil {
			return usage("--join: %w", err)
		}
		ours := a.shelf.Ledger()
		for _, key := range slices.Sorted(maps.Keys(known)) {
			switch value, ok := ours.Recall(key); {
			case !ok:
				ours.Note(key, known[key])
			case value != known[key]:
				return usage("--join: %s says otherwise of %q than the folders before it: one of the machines computes otherwise", folder, key)
			}
		}
	}
	return nil
}
