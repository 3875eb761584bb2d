package main

import (
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"entente/scenarios/theatre"
)

// What help says of it.
const (
	wordsTheatre = "Make a scenario of any states and years from the data sets you have"

	wordsTheatreLong = `Makes a scenario from a folder of data sets as their publishers give them out, and refreshes its figures when
they publish again. What is measured is written with its source and years; what the rubric asks is written
as TODO with its question.`

	wordsTheatreExample = `  entente theatre new --start 1954 --end 1960 --rival CHN \
    --states THA,PHL,USA --data ~/data -o manila.toml
  entente validate manila.toml     lists each question with its line
  entente theatre update manila.toml --data ~/data`
)

func init() { verbs = append(verbs, theatreCommand) }

func theatreCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "theatre",
		Short:   wordsTheatre,
		Long:    wordsTheatreLong,
		Example: wordsTheatreExample,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return noCommand("theatre "+args[0], c)
			}
			return usage("entente theatre needs to be told what to do: new or update; see `entente theatre --help`")
		},
	}
	c.AddCommand(theatreNewCommand(), theatreUpdateCommand())
	return c
}

// theatreData reads the data sets of a folder; what is wrong with them is told as it stands, and the command exits with 3.
func theatreData(c *cobra.Command, folder string) (*theatre.Data, error) {
	var d *theatre.Data
	err := heard(c.Context(), func() (err error) {
		d, err = theatre.Read(c.Context(), filepath.Clean(folder))
		return err
	})
	if err != nil {
		return nil, unread(c, err)
	}
	did(c, "read the data sets in %s", folder)
	return d, nil
}

func tellRemarks(c *cobra.Command, remarks []theatre.Remark) {
	if len(remarks) > 0 {
		fmt.Fprint(c.ErrOrStderr(), "Missing, stale or carried:\n", theatre.Listed(remarks))
	}
}
