package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"entente/cmd/entente/shelf"
	"entente/plots"
	"entente/sim"
)

// What help says of it.
const (
	wordsSlides = "Five slides for a talk: the argument of Entente, from all theatres to one decision"

	wordsSlidesLong = `Asks what its slides answer, and draws them for 16:9 at 1920 by 1080 dots: one rule in several theatres, threat felt against trade
at risk, why Japan decides as it does, the history which that decision is of, and worlds side by side. Each stands in the folder as PNG,
with what it says to those who cannot see it; slides.pdf has all of them. For slides of other answers: entente plot DIR --figure slide.`

	wordsSlidesExample = `  entente slides --runs 200 --out slides`
)

// slideSet are the questions that slides answer, each with the charts that are shown.
var slideSet = []struct {
	question string
	once     bool // one history is looked into, and --runs says nothing
	charts   []string
}{
	{"hindcast V1 V4 V6 V10 pacific-union-1949 ocean-pact-1951", false, []string{"theatres"}},
	{"drivers europe-1947 asia-1991 pacific-2025", false, []string{"drivers"}},
	{"explain pacific-2025 --state JPN --at 2027Q1", true, []string{"decision", "score"}},
	{"compare pacific-2025 taiwan-blockade-2027 us-retrenchment", false, []string{"compare"}},
}

// slidesFile has all slides.
const slidesFile = "slides.pdf"

func init() { verbs = append(verbs, slidesCommand) }

// slidesFlags are what slides are told.
type slidesFlags struct {
	runs    int
	seed    uint64
	workers int
	out     string
	charted
}

func slidesCommand() *cobra.Command {
	f := slidesFlags{charted: charted{drawn: drawn{figure: "slide"}}}
	c := &cobra.Command{
		Use:     "slides --out DIR",
		Short:   wordsSlides,
		Long:    wordsSlidesLong,
		Example: wordsSlidesExample,
		Args:    cobra.NoArgs,
		RunE:    func(c *cobra.Command, _ []string) error { return f.slides(c) },
	}
	c.Flags().IntVar(&f.runs, "runs", 400, "how many histories to play of each scenario")
	c.Flags().Uint64Var(&f.seed, "seed", 1, "the luck of all runs; the same seed gives the same numbers")
	c.Flags().IntVar(&f.workers, "workers", 0, "how many to play at once; 0 is one a processor (changes no number)")
	c.Flags().StringVar(&f.out, "out", "", "the `folder` of the slides")
	f.fontFlag(c)
	jsonFlag(c, &f.json)
	mustHold(c, func(wrong *complaints) {
		if f.out == "" {
			wrong.add("entente slides needs --out, the folder of the slides")
		}
		if f.runs < 1 {
			wrong.add("--runs is %d; it must be at least 1", f.runs)
		}
		workersHold(f.workers, wrong)
		f.drawn.check(wrong)
	})
	return c
}

func (f *slidesFlags) slides(c *cobra.Command) error {
	command := fmt.Sprintf("entente slides --runs %d --seed %d", f.runs, f.seed)
	if f.font != plots.Fonts()[0] {
		command += " --font " + f.font
	}
	names := []string{slidesFile}
	for _, s := range slideSet {
		for _, chart := range s.charts {
			name := fmt.Sprintf("%d-%s", 1+len(names)/2, chart)
			names = append(names, name+".png", name+".alt.txt")
		}
	}
	s, err := shelf.Open(f.out, shelf.Question{Identity: command, Command: command, Files: names})
	if err != nil {
		return usage("--out: %w", err)
	}
	charts, err := f.answered(c)
	if err != nil {
		return errors.Join(err, s.Abandon())
	}
	for k, n := range charts {
		charts[k].Name = fmt.Sprintf("%d-%s", k+1, n.Name)
	}
	for _, n := range charts {
		err = errors.Join(err, s.Add(n.Name+".png", n.Title(), func(out io.Writer) error { return n.Write(out, "png") }),
			s.Add(n.Name+".alt.txt", "what the slide says, for who cannot see it", plain(n.Chart().Alt()+"\n")))
	}
	made := plots.Made{Version: sim.Version, Chart: strings.TrimSuffix(slidesFile, ".pdf"), Command: command}
	err = errors.Join(err, s.Add(slidesFile, "all slides", func(out io.Writer) error {
		return plots.WritePages(out, "Why there is a NATO, and no Asian one", charts, made)
	}))
	if err != nil {
		return failure{exitRun, errors.Join(err, s.Abandon())}
	}
	m := shelf.Manifest{Version: sim.Version, Commit: commit(), Command: command, Question: "slides", Seed: f.seed, Asked: f.runs}
	if err := s.Close(m); err != nil {
		return failure{exitRun, err}
	}
	fmt.Fprintf(c.ErrOrStderr(), "The slides are in %s.\n", f.out)
	return f.named(c, "slides", f.out, charts)
}

// answered has the questions answered aside, and lays out what is shown of the answers.
func (f *slidesFlags) answered(c *cobra.Command) (deck []plots.Named, err error) {
	aside, err := os.MkdirTemp("", "entente-slides")
	if err != nil {
		return nil, failure{exitRun, err}
	}
	defer os.RemoveAll(aside)
	for k, s := range slideSet {
		line := fmt.Sprintf("%s --seed %d", s.question, f.seed)
		if !s.once {
			line += fmt.Sprintf(" --runs %d --workers %d", f.runs, f.workers)
		}
		fmt.Fprintf(c.ErrOrStderr(), "Asking: entente %s\n", line)
		folder := filepath.Join(aside, fmt.Sprint(k))
		if err := asIf(c, append(strings.Fields(line), "--out", folder)); err != nil {
			return nil, err
		}
		m, _, charts, err := kept(folder)
		if err != nil {
			return nil, err
		}
		f.layOut(charts)
		for _, n := range charts {
			if slices.Contains(s.charts, n.Name) {
				n.Chart().By(plots.Made{Version: m.Version, Chart: n.Name, Command: m.Command, Plot: strings.TrimSpace(f.how())})
				deck = append(deck, n)
			}
		}
	}
	return deck, nil
}
