package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

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
	var data string
	c := &cobra.Command{
		Use:     "update FILE --data FOLDER",
		Short:   wordsTheatreUpdate,
		Long:    wordsTheatreUpdateLong,
		Example: wordsTheatreUpdateExample,
		RunE:    func(c *cobra.Command, args []string) error { return updateTheatre(c, args[0], data) },
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
	return c
}

// updateTheatre measures the figures of a file anew.
func updateTheatre(c *cobra.Command, file, data string) error {
	text, err := scenarios.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		err = fmt.Errorf("there is no file %s", file)
	}
	if err != nil {
		return failure{exitScenario, err}
	}
	d, err := theatreData(c, data)
	if err != nil {
		return err
	}
	u, err := d.Update(file, string(text))
	if err != nil {
		return failure{exitScenario, err}
	}
	if len(u.Changed) > 0 {
		if err := replace(file, u.Text); err != nil {
			return err
		}
	}
	fmt.Fprint(c.ErrOrStderr(), d.Told())
	tellRemarks(c, u.Remarks)
	tellPaths(c, "Left as they were, since the data have nothing for them", u.Kept)
	tellPaths(c, "In the data and not in the file, and so left out", u.Absent)
	_, err = fmt.Fprintf(c.OutOrStdout(), "%s: %s changed.\n", file, words.Count(len(u.Changed), "measured line"))
	return err
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
