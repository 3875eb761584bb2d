package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"entente/cmd/entente/shelf"
	"entente/plots/words"
)

// What help says of it.
const (
	wordsMerge = "Join shares of a study that were played apart"

	wordsMergeLong = `Takes the finished blocks of a study from the folders of its shares, played with --shard on as
many machines as there are, into the folder
of --out. Shares of another study, version, scenario, seed or number of points or runs are refused. Then ask as if
all had been
played there:

  entente sweep mine.toml --shard 1/2 --out one
  entente sweep mine.toml --shard 2/2 --out two
  entente merge one two --out whole
  entente sensitivity mine.toml --out whole

What is still missing is played then. The files that come out are the same as if one machine had played it all.`
)

func init() { verbs = append(verbs, mergeCommand) }

func mergeCommand() *cobra.Command {
	var f showing
	c := &cobra.Command{
		Use:   "merge FOLDER...",
		Short: wordsMerge,
		Long:  wordsMergeLong,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usage("entente merge takes the folders of the shares")
			}
			return nil
		},
		RunE: func(c *cobra.Command, folders []string) error {
			if f.out == "" {
				return usage("say with --out into which folder the shares are to be joined")
			}
			s, err := shelf.Open(f.out, shelf.Question{Identity: "entente merge", Command: "entente merge " + words.Shell(folders...)})
			if err != nil {
				return usage("--out: %w", err)
			}
			j, err := s.Join(folders)
			if lost := s.Abandon(); err == nil && lost != nil {
				return failure{exitRun, lost}
			}
			if err != nil {
				return usage("%w", err)
			}
			if j.Refused > 0 {
				fmt.Fprintf(c.ErrOrStderr(), "%s left out: torn, changed, or of another place.\n", words.Count(j.Refused, "file"))
			}
			end := "all are there"
			if j.There < j.Of {
				end = "who asks there plays the rest, " + words.Count(j.Of-j.There, "block")
			}
			_, err = fmt.Fprintf(c.OutOrStdout(), "%s of %s are in %s, %s of them from these shares: %s.\n", words.Thousands(j.There),
				words.Count(j.Of, "block"),
				f.out, words.Thousands(j.Taken), end)
			return err
		},
	}
	c.Flags().StringVar(&f.out, "out", "", "the `folder` into which shares are joined")
	f.widthFlag(c)
	return c
}
