package main

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"entente/cmd/entente/shelf"
	"entente/plots"
	"entente/plots/words"
	"entente/sim"
	"entente/sim/lab"
)

// Written is what a command that only writes has done.
type Written struct {
	Format   int           `json:"format"`   // as of an answer
	Question string        `json:"question"` // the command
	Version  string        `json:"version"`  // of the model and its data
	Files    []WrittenFile `json:"files"`    // that were written; none where the text is printed
	Text     string        `json:"text"`     // what is printed where no file is named, else ""
}

// WrittenFile is a file that was written.
type WrittenFile struct {
	Path  string `json:"path"`   // from where the command was given
	About string `json:"about"`  // what it holds
	Bytes int    `json:"bytes"`  // its size
	Hash  string `json:"sha256"` // of what it holds
}

// Drawn are charts, and the files that were written of them.
type Drawn struct {
	Written
	Charts []DrawnChart `json:"charts"` // in the order of the answer
}

// DrawnChart is a chart by its name.
type DrawnChart struct {
	Name  string `json:"name"`  // that its files bear
	Title string `json:"title"` // what it finds
	Data  string `json:"data"`  // the table of the answer that has what is drawn
}

func newWritten(question string) Written {
	return Written{Format: lab.Format, Question: question, Version: sim.Version, Files: []WrittenFile{}}
}

// add notes a file as it stands on the disk.
func (w *Written) add(path, about string) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return failure{exitRun, err}
	}
	w.Files = append(w.Files, WrittenFile{path, about, len(text), fmt.Sprintf("%x", sha256.Sum256(text))})
	return nil
}

// addFolder notes the files that the manifest of a folder vouches for, and the manifest.
func (w *Written) addFolder(folder string) error {
	m, err := shelf.Read(folder)
	if err != nil {
		return failure{exitRun, err}
	}
	for _, f := range m.Files {
		if err := w.add(filepath.Join(folder, f.Name), f.About); err != nil {
			return err
		}
	}
	return w.add(filepath.Join(folder, shelf.ManifestFile), "how the files were made")
}

// drawnCharts tells of charts that were not written yet.
func drawnCharts(question string, charts []plots.Named) Drawn {
	d := Drawn{Written: newWritten(question), Charts: []DrawnChart{}}
	for _, n := range charts {
		d.Charts = append(d.Charts, DrawnChart{n.Name, words.Plain(n.Title()), n.Data})
	}
	return d
}

// jsonFlag adds --json to a command that has no other way to lay out what it answers.
func jsonFlag(c *cobra.Command, to *bool) {
	c.Flags().BoolVar(to, "json", false, "print the answer as JSON")
}

// noJSON are the commands that have no --json, each with why.
var noJSON = map[string]string{
	"completion": "what it prints is a script, for the shell that reads it",
	"help":       "help is for people; `entente schema`, `entente figures --json` and `entente params --json` tell a program what there is",
	"serve":      "it shows the page until it is interrupted, and all it prints is the address",
}

// withoutJSON says why a command, or the one that it is below, has no --json; "" if it has.
func withoutJSON(c *cobra.Command) string {
	for ; c != nil; c = c.Parent() {
		if why := noJSON[c.Name()]; why != "" {
			return why
		}
	}
	return ""
}
