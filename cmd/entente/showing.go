package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"entente/cmd/entente/shelf"
	"entente/plots/tables"
	"entente/plots/words"
)

// What help says of flags that several have.
const (
	wordsShort = "tell it in one table"
)

// flags are what a command that plays a scenario may be told.
type flags struct {
	runs    int
	seed    uint64
	workers int
	reading
	showing
}

// showing is how an answer is to be shown, and where it is to be kept.
type showing struct {
	out      string
	json     bool
	markdown bool
	html     bool
	width    int
	drawn
}

// register adds the flags to a command.
func (f *flags) register(c *cobra.Command, runs int) {
	mustHold(c, func(wrong *complaints) {
		switch {
		case f.runs < 0 && runs == 0:
			wrong.add("--runs is %d; it must be at least 1, or 0 for those of the study", f.runs)
		case f.runs < 1 && runs > 0:
			wrong.add("--runs is %d; it must be at least 1", f.runs)
		}
		workersHold(f.workers, wrong)
	})
	c.Flags().IntVar(&f.runs, "runs", runs, "how many histories to play")
	c.Flags().Uint64Var(&f.seed, "seed", 1, "the luck of all runs; the same seed gives the same numbers")
	c.Flags().IntVar(&f.workers, "workers", 0, "how many to play at once; 0 is one a processor (changes no number)")
	f.showing.register(c)
	f.setFlag(c)
	f.coderFlag(c)
	if why, refused := unrecoded[c.Name()]; refused {
		f.notRecoded(c, why)
		return
	}
	f.recodeFlag(c)
}

// workersHold adds what must hold of --workers.
func workersHold(workers int, wrong *complaints) {
	if workers < 0 {
		wrong.add("--workers is %d; it must be at least 1, or 0 for one a processor", workers)
	}
}

// unrecoded are the commands that play and take no --recode, each with why.
var unrecoded = map[string]string{
	"calibrate":  "constants are fitted to the figures as they stand; what coding does to a chance is told by `entente doubt`",
	"doubt":      "it recodes by itself, and --error says by how much",
	"tournament": "rules are fitted to the figures as they stand; --inputs measured has none that were coded by hand",
}

// register adds the flags of showing, which every command has that answers something.
func (f *showing) register(c *cobra.Command) {
	c.Flags().StringVar(&f.out, "out", "", "also keep the answer in this `folder`: tables, charts and how to make them again")
	c.Flags().BoolVar(&f.json, "json", false, "print the answer as JSON")
	c.Flags().BoolVar(&f.markdown, "markdown", false, "print it in Markdown")
	c.Flags().BoolVar(&f.html, "html", false, "print it in HTML, to be set into a page")
	f.widthFlag(c)
	if _, draws := drawers[c.Name()]; draws {
		f.drawn.register(c)
	}
}

// widthFlag adds --width, which every command has that prints a text.
func (f *showing) widthFlag(c *cobra.Command) {
	mustHold(c, f.check)
	c.Flags().IntVar(&f.width, "width", 0, "lay text out for so many `columns`; those of the terminal if not given")
}

// leastWidth is the narrowest page that text is laid out for.
const leastWidth = 40

func (f *showing) check(wrong *complaints) {
	var ways []string
	for _, way := range []struct {
		wanted bool
		flag   string
	}{{f.json, "--json"}, {f.markdown, "--markdown"}, {f.html, "--html"}} {
		if way.wanted {
			ways = append(ways, way.flag)
		}
	}
	if len(ways) > 1 {
		wrong.add("%s are ways to write the same answer: choose one", words.And(ways))
	}
	if f.width != 0 && f.width < leastWidth {
		wrong.add("--width is %d; text is laid out for %d columns or more", f.width, leastWidth)
	}
	if asked := f.drawn.flags(); asked != "" && f.out == "" {
		wrong.add("%s: charts are drawn into the folder of --out, which is not given", strings.TrimSpace(asked))
	}
	f.drawn.check(wrong)
}

// print writes an answer the way it is wanted.
func (f *showing) print(out io.Writer, found any, told *tables.Page) error {
	switch {
	case f.json:
		return shelf.WriteJSON(out, found)
	case f.markdown:
		return told.Markdown(out)
	case f.html:
		return told.HTML(out)
	}
	if file, ok := terminal(out); ok && bolds() && len(told.Finding) > 0 {
		return printBold(file, out, told, f.columns(out))
	}
	return told.Text(out, f.columns(out))
}

// bolds tells whether a terminal may be asked for bold type: not one that knows none, and not if its user wants none
// (no-color.org).
func bolds() bool { return os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" }

// printBold prints a page with its finding in bold. The marks go to the terminal itself: in the text they would be shown and not
// obeyed.
func printBold(file *os.File, out io.Writer, told *tables.Page, width int) error {
	var page strings.Builder
	if err := told.Text(&page, width); err != nil {
		return err
	}
	finding, rest, _ := strings.Cut(page.String(), "\n\n")
	for _, part := range []struct {
		to   io.Writer
		text string
	}{{file, "\x1b[1m"}, {out, finding}, {file, "\x1b[0m"}, {out, "\n\n" + rest}} {
		if _, err := io.WriteString(part.to, part.text); err != nil {
			return err
		}
	}
	return nil
}

// command is the shortest command line that gives the same numbers: what changes none is left out.
func (f *flags) command(verb string, args ...string) string {
	return fmt.Sprintf("entente %s --runs %d --seed %d", strings.TrimSpace(verb+" "+words.Shell(args...)), f.runs, f.seed) +
		f.reading.flags()
}
