package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"entente/cmd/entente/shelf"
	"entente/plots/words"
	"entente/scenarios"
	"entente/scenarios/theatre"
)

// What help says of it.
const (
	wordsTheatreUpdate = "Measure the figures of a scenario anew and leave what hands have written"

	wordsTheatreUpdateLong = `Measures anew each figure whose comment begins with "measured:", from the data sets in a folder. All other lines
stay byte for byte, and nothing is put in that is not there. To keep a figure of your own, take the mark
away. Twice over changes nothing.`

	wordsTheatreUpdateExample = `  entente theatre update manila.toml --data ~/data`
)

func theatreUpdateCommand() *cobra.Command {
	data, asJSON := "", false
	c := &cobra.Command{
		Use:     "update FILE --data FOLDER",
		Short:   wordsTheatreUpdate,
		Long:    wordsTheatreUpdateLong,
		Example: wordsTheatreUpdateExample,
		RunE: func(c *cobra.Command, args []string) error {
			found, err := updateTheatre(c, args[0], data)
			if err != nil {
				return err
			}
			if asJSON {
				return shelf.WriteJSON(c.OutOrStdout(), found)
			}
			_, err = fmt.Fprintf(c.OutOrStdout(), "%s: %s changed.\n", args[0], words.Count(len(found.Changed), "measured line"))
			return err
		},
	}
	mustHoldOf(c, func(args []string, wrong *complaints) {
		if len(args) != 1 {
			wrong.add("entente theatre update takes one file, a scenario of your own")
		}
		if info, err := os.Stat(data); data == "" {
			wrong.add("--data is not given")
		} else if err != nil || !info.IsDir() {
			wrong.add("--data: there is no folder %s", data)
		}
	})
	c.Flags().StringVar(&data, "data", "", "the `folder` with the data sets as their publishers give them out")
	jsonFlag(c, &asJSON)
	return c
}

// UpdatedTheatre is a scenario whose measured figures were measured anew.
type UpdatedTheatre struct {
	Written
	Changed []string         `json:"changed"` // paths whose line is another now
	Kept    []string         `json:"kept"`    // measured lines for which the data have nothing, left as they are
	Absent  []string         `json:"absent"`  // what the data have and the file has not, left out
	Remarks []theatre.Remark `json:"remarks"` // what was missing, stale or carried
}

// updateTheatre measures the figures of a file anew.
func updateTheatre(c *cobra.Command, file, data string) (*UpdatedTheatre, error) {
	text, err := scenarios.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		err = fmt.Errorf("there is no file %s", file)
	}
	if err != nil {
		return nil, failure{exitScenario, err}
	}
	d, err := theatreData(c, data)
	if err != nil {
		return nil, err
	}
	u, err := d.Update(file, string(text))
	if err != nil {
		return nil, failure{exitScenario, err}
	}
	found := &UpdatedTheatre{newWritten("theatre update"), append([]string{}, u.Changed...), append([]string{}, u.Kept...),
		append([]string{}, u.Absent...), append([]theatre.Remark{}, u.Remarks...)}
	if len(u.Changed) > 0 {
		if err := replace(file, u.Text); err != nil {
			return nil, err
		}
		if err := found.add(file, "the scenario of a theatre"); err != nil {
			return nil, err
		}
	}
	fmt.Fprint(c.ErrOrStderr(), d.Told())
	tellRemarks(c, u.Remarks)
	tellPaths(c, "Left as they were, since the data have nothing for them", u.Kept)
	tellPaths(c, "In the data and not in the file, and so left out", u.Absent)
	return found, nil
}

// tellPaths lists figures, those of several states in one line.
func tellPaths(c *cobra.Command, what string, paths []string) {
	if len(paths) == 0 {
		return
	}
	var remarks []theatre.Remark
	for _, p := range paths {
		table, rest, _ := strings.Cut(p, ".")
		id, key, _ := strings.Cut(rest, ".")
		if table != "states" {
			id, key = p, table
		}
		remarks = append(remarks, theatre.Remark{State: id, Figure: key})
	}
	fmt.Fprintf(c.ErrOrStderr(), "%s:\n%s", what, theatre.Listed(remarks))
}

// replace puts a new text in the place of a file, all of it or nothing.
func replace(name, text string) error {
	info, err := os.Stat(name)
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".entente-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	_, err = f.WriteString(text)
	if err := errors.Join(err, f.Chmod(info.Mode().Perm()), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}
