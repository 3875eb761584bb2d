package main

import (
	"errors"
	"fmt"
	"io/fs"
	"math"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"entente/cmd/entente/shelf"
	"entente/plots/words"
)

// What help says of it.
const (
	wordsMerge = "Join the shares of a study that several machines have played"

	wordsMergeLong = `Joins folders in which --shard has kept the shares of a study, and answers what they were asked: the
files that come out are those that one machine would have made, to the last byte. Ask it where the study can be read
as it was when the shares were played. Shares of another study, version, seed or posterior are refused, and so are
shares that leave something missing; all faults are told.`

	wordsMergeExample = `  entente sweep my-study.toml --shard 1/2 --out one   # on one machine
  entente sweep my-study.toml --shard 2/2 --out two   # on another
  entente merge one two --out whole`
)

func init() { verbs = append(verbs, mergeCommand) }

func mergeCommand() *cobra.Command {
	var f showing
	c := &cobra.Command{
		Use:     "merge DIR...",
		Short:   wordsMerge,
		Long:    wordsMergeLong,
		Example: wordsMergeExample,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usage("entente merge takes the folders of the shares")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			return f.merge(c, args)
		},
	}
	f.register(c)
	mustHold(c, func(wrong *complaints) {
		if f.out == "" {
			wrong.add("entente merge writes the study whole: say into which folder with --out")
		}
	})
	return c
}

// studyVerbs are the questions that shares of a study can be asked.
var studyVerbs = map[string]func(*studyFlags) *cobra.Command{"sweep": sweepOf, "sensitivity": sensitivityOf, "discover": discoverOf,
	"tip": tipOf}

// merge asks what the shares were asked, of all their blocks.
func (f *showing) merge(c *cobra.Command, folders []string) error {
	args, shares, err := openShares(folders, f.out)
	if err != nil {
		return failure{exitUsage, err}
	}
	asked := &studyFlags{shares: shares}
	verb := studyVerbs[args[0]](asked)
	verb.SetArgs(append(args[1:], "--out", f.out, fmt.Sprintf("--max-failures=%d", math.MaxInt)))
	asked.json, asked.markdown, asked.html, asked.width = f.json, f.markdown, f.html, f.width
	verb.SetOut(c.OutOrStdout())
	verb.SetErr(c.ErrOrStderr())
	verb.SetIn(c.InOrStdin())
	verb.SilenceErrors, verb.SilenceUsage = true, true
	return verb.ExecuteContext(c.Context())
}

// openShares opens the blocks of shares and tells the question that they were asked. The error tells all that keeps them
// from being joined.
func openShares(folders []string, out string) (question []string, shares []*shelf.Blocks, err error) {
	var faults []error
	fault := func(form string, args ...any) { faults = append(faults, fmt.Errorf(form, args...)) }
	asked, first := "", ""
	for _, folder := range folders {
		if filepath.Clean(folder) == filepath.Clean(out) {
			fault("%s is a share: take another folder for --out", folder)
			continue
		}
		b, err := shelf.FindBlocks(folder)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			fault("%s holds no share of a study", folder)
			continue
		case err != nil:
			fault("%w", err)
			continue
		}
		if len(shares) > 0 {
			if differs := shares[0].Of.Differs(b.Of); len(differs) > 0 {
				fault("%s holds a share of another study than %s:\n  %s", folder, first, strings.Join(differs, "\n  "))
				continue
			}
		} else {
			first = folder
		}
		shares = append(shares, b)
		command, err := shelf.Command(folder)
		command = ofWhole(command)
		switch {
		case err != nil: // it was stopped before its end: what is missing is told below
		case asked == "":
			asked = command
		case asked != command:
			fault("%s was asked something else than %s:\n  there: %s\n  here:  %s", folder, first, command, asked)
		}
	}
	if len(faults) == 0 {
		faults = missing(shares)
	}
	if len(faults) == 0 {
		words, ok := words.FromShell(asked)
		if ok = ok && len(words) > 2 && studyVerbs[words[1]] != nil; ok {
			return words[1:], shares, nil
		}
		fault("no share says which study it is of: give the command again that played one")
	}
	if len(faults) > 1 {
		fault("%d faults", len(faults))
	}
	return nil, nil, errors.Join(faults...)
}

// missing tells which blocks no share holds whole, and which two hold otherwise.
func missing(shares []*shelf.Blocks) (faults []error) {
	var gone []int
	for k := range shares[0].Of.Blocks {
		rows, found := "", false
		for _, b := range shares {
			other, ok := b.Read(k)
			switch {
			case !ok:
			case found && other != rows:
				faults = append(faults, fmt.Errorf("two shares hold block %d, and not the same: one of the machines computes otherwise", k))
			default:
				rows, found = other, true
			}
		}
		if !found {
			gone = append(gone, k)
		}
	}
	if n := len(gone); n > 0 {
		faults = append(faults, fmt.Errorf("%s of %s missing, the first is %d: play the other shares, or the same again where one was stopped",
			words.Thousands(n), map[bool]string{true: "1 block is", false: words.Count(shares[0].Of.Blocks, "block") + " are"}[shares[0].Of.Blocks == 1],
			gone[0]))
	}
	return faults
}

// join copies the blocks of shares into those of the study.
func (a *studyAsked) join(into *shelf.Blocks) error {
	for _, b := range a.flags.shares {
		if faults := into.Of.Differs(b.Of); len(faults) > 0 {
			return fmt.Errorf("the shares are of another study than the one that is read here\n  %s", strings.Join(faults, "\n  "))
		}
	}
	for k := range into.Of.Blocks {
		for _, b := range a.flags.shares {
			if rows, ok := b.Read(k); ok {
				if err := into.Write(k, rows); err != nil {
					return err
				}
				break
			}
		}
	}
	return nil
}
