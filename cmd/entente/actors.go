package main

import (
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"entente/scenarios"
)

// Commands on a file of actors play no scenario. They share how the file is read and how what was found is told.

// oneFile asks for exactly one file.
func oneFile(c *cobra.Command, args []string) error {
	if len(args) != 1 {
		return usage("entente %s takes one file of actors in CSV; `entente %s --help` shows one", c.Name(), c.Name())
	}
	return nil
}

// loadActors reads a file of actors; what is wrong with it is told as it stands, and the command exits with 3.
func loadActors(c *cobra.Command, name string, kind scenarios.Between) (*scenarios.Actors, error) {
	a, err := scenarios.LoadActors(name, kind, reader(c))
	if err != nil {
		return nil, unread(c, err)
	}
	return a, nil
}

// askFile opens the folder for a question about a file of actors, which goes in as well, so that the folder stands on its own.
func (f *flags) askFile(c *cobra.Command, command string, names []string, a *scenarios.Actors) (*asked, error) {
	q := f.question(c, command, names)
	q.files = []attached{{"actors.csv", "the file it is about", plain(a.Text)}}
	return q, q.open()
}

// title is a file's name without folder and ending.
func title(file string) string {
	if file == scenarios.Stdin {
		return "stdin"
	}
	return strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
}
