package main

import (
	"fmt"
	"io"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"entente/cmd/entente/shelf"
	"entente/sim"
)

// What help says of it.
const (
	wordsVersion = "Which version of the model this is, of which commit, built with what"

	wordsVersionExample = `  entente version
  entente version --json    for the record of a study`
)

// Build says which program this is. One version gives the same numbers, whatever it was built with.
type Build struct {
	Version string `json:"version"` // of the model and its data
	Commit  string `json:"commit"`  // of the code, with +changed if it was changed since; "" if the build does not know
	Go      string `json:"go"`      // version of the compiler
	System  string `json:"system"`  // operating system and processor, as linux/amd64
}

func init() { verbs = append(verbs, versionCommand) }

func versionCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:     "version",
		Short:   wordsVersion,
		Example: wordsVersionExample,
		Args:    noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			b := Build{Version: sim.Version, Commit: commit(), Go: runtime.Version(), System: runtime.GOOS + "/" + runtime.GOARCH}
			if asJSON {
				return shelf.WriteJSON(c.OutOrStdout(), b)
			}
			_, err := io.WriteString(c.OutOrStdout(), b.told())
			return err
		},
	}
	jsonFlag(c, &asJSON)
	return c
}

func (b Build) told() string {
	of := b.Commit
	if of == "" {
		of = "not known: it was not recorded when this was built"
	}
	return fmt.Sprintf("entente %s\n  commit  %s\n  built   with %s for %s\n", b.Version, of, b.Go, b.System)
}

// commit is the state of the code that this was built from, as far as the build knows it.
func commit() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	revision, changed := "", ""
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			revision = s.Value
		case s.Key == "vcs.modified" && s.Value == "true":
			changed = "+changed"
		}
	}
	if revision == "" {
		return ""
	}
	return revision + changed
}
