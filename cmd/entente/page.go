package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"entente/cmd/entente/shelf"
	"entente/plots/page"
	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab"
)

// What help says of it.
const (
	wordsPage = "Write the seminar page: the model in a browser, for students who never saw a terminal"

	wordsPageLong = `Writes a page that runs this model in the browser: nine screens from two photographs to a sandbox with every
figure, and the same numbers as the command line. Nothing is loaded from elsewhere.

With --out DIR it is a folder for any web host. With --single FILE it is one file that opens from disk: for a
classroom without a network. entente serve shows the same page on this machine.

The model for browsers comes into this program by make build.`

	wordsPageExample = `  entente page --single seminar.html
  entente page --out seminar`
)

func init() { verbs = append(verbs, pageCommand) }

// pageRuns is how many runs stand behind a chance of the guided screens: as many as tell luck from constants. It is no flag, so that
// everybody's page says the same.
const pageRuns = 400

func pageCommand() *cobra.Command {
	out, single, workers, asJSON := "", "", 0, false
	c := &cobra.Command{
		Use:     "page",
		Short:   wordsPage,
		Long:    wordsPageLong,
		Example: wordsPageExample,
		Args:    noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			if out != "" {
				if err := onlyPageIn(out); err != nil {
					return err
				}
			}
			site, err := seminar(c, workers)
			if err != nil {
				return err
			}
			w := newWritten("page")
			if single != "" {
				text, err := site.Single()
				if err != nil {
					return err
				}
				if err := writeWhole(single, text); err != nil {
					return failure{exitRun, err}
				}
				if err := w.add(single, "the page in one file"); err != nil {
					return err
				}
				fmt.Fprintf(c.ErrOrStderr(), "The page is in %s: open it in a browser.\n", single)
			}
			if out != "" {
				paths, err := writeSite(out, site.Files())
				if err != nil {
					return failure{exitRun, err}
				}
				for _, path := range paths {
					if err := w.add(path, "a file of the page"); err != nil {
						return err
					}
				}
				fmt.Fprintf(c.ErrOrStderr(), "The page is in %s, for any web host.\n", out)
			}
			if asJSON {
				return shelf.WriteJSON(c.OutOrStdout(), w)
			}
			return nil
		},
	}
	c.Flags().StringVarP(&out, "out", "o", "", "write it as a folder for a web host into `DIR`")
	c.Flags().StringVar(&single, "single", "", "write it as one `FILE` that opens from disk")
	c.Flags().IntVar(&workers, "workers", 0, "how many processors to use; 0: all (changes no result)")
	jsonFlag(c, &asJSON)
	mustHold(c, func(wrong *complaints) {
		if out == "" && single == "" {
			wrong.add("entente page needs --out, a folder for a web host, or --single, a file that opens from disk")
		}
		workersHold(workers, wrong)
	})
	return c
}

// seminar puts the page together from what is in this program.
func seminar(c *cobra.Command, workers int) (*page.Site, error) {
	engine, err := page.Built()
	if err != nil {
		return nil, failure{exitRun, fmt.Errorf("%w: run make build in a clone of the project, and use the bin/entente that it makes", err)}
	}
	return seminarWith(c, engine, workers)
}

// seminarWith is the page with a model for browsers.
func seminarWith(c *cobra.Command, engine page.Engine, workers int) (*page.Site, error) {
	var r reading
	var shown []page.Shown
	var shipped []sim.Scenario
	for _, name := range scenarios.Names() {
		l, err := r.load(c, name)
		if err != nil {
			return nil, err
		}
		s := l.Scenario
		figures := lab.FiguresOf(sim.NewWorld(s), scenarios.FiguresIn(&s), l.Gives, sourceIn(l))
		shipped, shown = append(shipped, s), append(shown, page.Shown{Scenario: s, Figures: figures})
	}
	story, err := page.Kept(shipped)
	if err != nil {
		return nil, failure{exitCrash, err}
	}
	if story == nil {
		fmt.Fprintln(c.ErrOrStderr(), "What the page shows was worked out for other scenarios or another version, and is worked out again.")
		if story, err = toldAnew(c, shipped, workers); err != nil {
			return nil, err
		}
	}
	return page.New(story, shown, engine)
}

// toldAnew plays what the guided screens show.
func toldAnew(c *cobra.Command, shipped []sim.Scenario, workers int) (*page.Story, error) {
	done, clear := progress(c.ErrOrStderr(), 0)
	story, err := page.Tell(c.Context(), shipped, lab.Options{Runs: pageRuns, Workers: workers, Done: done})
	clear()
	switch {
	case errors.Is(err, context.Canceled):
		return nil, failure{exitInterrupted, errors.New("interrupted: no page is written")}
	case err != nil:
		return nil, failure{exitRun, err}
	}
	return story, nil
}

// onlyPageIn holds that a folder is new, empty, or one that holds a page already: nothing of anybody else's is mixed with it.
func onlyPageIn(dir string) error {
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, os.ErrNotExist) || err == nil && len(entries) == 0:
		return nil
	case err != nil:
		return usage("--out: %w", err)
	}
	names := make([]string, 0, len(entries))
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if slices.Contains(names, "entente.wasm.bin") && slices.Contains(names, "index.html") {
		return nil
	}
	return usage("--out: %s holds something other than a seminar page; name a new folder", dir)
}

// writeSite writes the files of a site, index.html last: who finds it finds all. It returns where they are.
func writeSite(dir string, files map[string][]byte) (paths []string, err error) {
	names := slices.Sorted(maps.Keys(files))
	names = append(slices.DeleteFunc(names, func(n string) bool { return n == "index.html" }), "index.html")
	for _, name := range names {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := writeWhole(path, files[name]); err != nil {
			return nil, err
		}
		paths = append(paths, path)
	}
	return paths, nil
}

// writeWhole writes a file aside and renames it: nobody sees half of it. One that has this text already is left alone.
func writeWhole(name string, text []byte) error {
	if was, err := os.ReadFile(name); err == nil && bytes.Equal(was, text) {
		return nil
	}
	dir := filepath.Dir(name)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	f, err := os.CreateTemp(dir, ".page-*")
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	err = errors.Join(err, f.Chmod(0o644), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}
