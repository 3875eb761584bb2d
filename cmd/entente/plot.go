package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"entente/cmd/entente/shelf"
	"entente/plots"
	"entente/plots/words"
	"entente/sim"
	"entente/sim/lab"
)

// What help says of it.
const (
	wordsPlot = "Draw the charts of a result again, without playing anything"

	wordsPlotLong = `Draws a chart, or all of them, from a folder that --out has filled. Nothing is played: what is drawn is the answer that
stands there whole. Without --out one chart in one format goes to standard output; --list tells which there are.

With --out there stand beside each chart its caption, what it says to those who cannot see it, a figure environment for LaTeX and
what is drawn as a table. For a journal, --title none --caption file leaves the picture bare. --figure lays charts
out anew: for a column of 84 mm or a page of 174 mm with no type below 7 pt, or for a slide of 1920 by 1080 dots with none below 24.
Rows and panels for which there is no room are left out; without --figure a chart has them all.

Text in SVG and PDF is text, in a part of a font that the file holds; --text outlines draws it. --figure, --font, --format and --text
may also be given to the command that answers, with --out.`

	wordsPlotExample = `  entente plot out/pacific-2025 --list
  entente plot in-force out/pacific-2025 --format svg > in-force.svg
  entente plot out/pacific-2025 --out figures --format pdf --title none
  entente plot out/pacific-2025 --out slides --format png --figure slide`
)

// drawers read an answer back and name its charts, by the question that it answers.
var drawers = map[string]func(text []byte) (lab.Answer, []plots.Named, error){
	"ablate": drawer(plots.OfAblation), "calibrate": drawer(plots.OfCalibrated), "compare": drawer(plots.OfComparison),
	"convergence": drawer(plots.OfConvergence), "discover": drawer(plots.OfDiscovery), "doubt": drawer(plots.OfDoubt),
	"drivers": drawer(plots.OfDrivers), "explain": drawer(plots.OfExplanation), "flip": drawer(plots.OfFlip),
	"hindcast": drawer(plots.OfHindcast), "landscape": drawer(plots.OfLandscape), "library": drawer(plots.OfLibrary),
	"pivots": drawer(plots.OfPivots), "report": drawer(plots.OfReport), "run": drawer(plots.OfRun),
	"sensitivity": drawer(plots.OfSensitivity), "stable": drawer(plots.OfPeace), "sweep": drawer(plots.OfSweep),
	"theories": drawer(plots.OfTheories), "tip": drawer(plots.OfTip), "tournament": drawer(plots.OfTournament), "why": drawer(plots.OfWhy),
}

func drawer[T any, A interface {
	*T
	lab.Answer
}](charts func(A) []plots.Named) func([]byte) (lab.Answer, []plots.Named, error) {
	return func(text []byte) (lab.Answer, []plots.Named, error) {
		found := A(new(T))
		if err := json.Unmarshal(text, found); err != nil {
			return nil, nil, err
		}
		var again bytes.Buffer
		if err := shelf.WriteJSON(&again, found); err != nil {
			return nil, nil, err
		}
		if !bytes.Equal(again.Bytes(), text) {
			return nil, nil, errors.New("it lacks what such an answer has, or has more than that")
		}
		return found, charts(found), nil
	}
}

// drawable draws charts of the answer in a folder. They trust an answer, which kept has held to the hash in its manifest and to this version:
// if they look for what is not there, that is a fault of ours, unless somebody made up the answer and the hash.
func drawable(folder string, draw func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = crash(p, "the answer in %s is what entente %s wrote there, by its manifest, and cannot be drawn: unless somebody made up both, this is a fault of ours",
				folder, sim.Version)
		}
	}()
	return draw()
}

// Where a caption stands.
const (
	captionInside = "inside"
	captionFile   = "file"
	captionNone   = "none"
	titleNone     = "none"
)

// plotFlags say how charts are to be drawn, and where they are to go.
type plotFlags struct {
	charted
	title   string
	caption string
	out     string
	list    bool
}

func init() { verbs = append(verbs, plotCommand) }

func plotCommand() *cobra.Command {
	var f plotFlags
	c := &cobra.Command{
		Use:     "plot [CHART] DIR",
		Short:   wordsPlot,
		Long:    wordsPlotLong,
		Example: wordsPlotExample,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) < 1 || len(args) > 2 {
				return usage("entente plot takes a folder of results, and before it the name of a chart if it is to be one alone")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			folder := args[len(args)-1]
			return drawable(folder, func() error { return f.plot(c, args[:len(args)-1], folder) })
		},
	}
	f.register(c)
	c.Flags().StringVar(&f.out, "out", "", "write the charts into this `folder`, with what belongs beside them")
	c.Flags().BoolVar(&f.list, "list", false, "tell which charts there are, and draw none")
	c.Flags().BoolVar(&f.json, "json", false, "with --list or --out: print as JSON which charts there are, or were written")
	return c
}

func (f *plotFlags) register(c *cobra.Command) {
	f.drawn.register(c)
	c.Flags().StringVar(&f.title, "title", "", "another `title`, or none; the finding if not given")
	c.Flags().StringVar(&f.caption, "caption", captionInside, "how to read it and where it is from: inside the picture, in a `file` beside it, or none")
}

func (f *plotFlags) check() error {
	var wrong complaints
	f.drawn.check(&wrong)
	if f.json && !f.list && f.out == "" {
		wrong.add("--json tells which charts there are with --list, or which files were written with --out; without either the chart itself is printed")
	}
	known := []string{captionInside, captionFile, captionNone}
	if !slices.Contains(known, f.caption) {
		wrong.add("--caption is %q%s", f.caption, meant(f.caption, known))
	}
	return wrong.told()
}

// how are the flags that change a picture, as a command line has them; none if it is drawn as it was.
func (f *plotFlags) how() string {
	line := f.drawn.how()
	if f.title != "" {
		line += " --title " + words.Shell(f.title)
	}
	if f.caption != captionInside {
		line += " --caption " + f.caption
	}
	return line
}

func (f *plotFlags) plot(c *cobra.Command, name []string, folder string) error {
	if err := f.check(); err != nil {
		return err
	}
	m, found, charts, err := kept(folder)
	if err != nil {
		return err
	}
	if f.list {
		return f.named(c, "plot", "", charts)
	}
	if len(name) > 0 {
		var all []string
		for _, n := range charts {
			all = append(all, n.Name)
		}
		if charts = slices.DeleteFunc(charts, func(n plots.Named) bool { return n.Name != name[0] }); len(charts) == 0 {
			return usage("%s has no chart %q%s", folder, name[0], meant(name[0], all))
		}
	}
	f.layOut(charts)
	for _, n := range charts {
		f.dress(n.Chart(), plots.Made{Version: m.Version, Chart: n.Name, Command: m.Command, Plot: strings.TrimSpace(f.how())})
	}
	if f.out != "" {
		return f.keep(c, words.Shell(append(name, folder)...), m, found, charts)
	}
	if len(charts) != 1 || len(f.formats) != 1 {
		return usage("%s and %s do not fit into one output: name a chart and a --format, or say into which folder with --out",
			words.Count(len(charts), "chart"), words.Count(len(f.formats), "format"))
	}
	if f.caption != captionInside {
		charts[0].Chart().Bare()
	}
	if err := charts[0].Write(c.OutOrStdout(), f.formats[0]); err != nil {
		return failure{exitRun, err}
	}
	return nil
}

// charted is how charts are drawn and told of.
type charted struct {
	drawn
	json bool
}

// named prints the names of charts, each with what it finds; as JSON also the files in the folder that they were written into, if
// they were.
func (f *charted) named(c *cobra.Command, question, folder string, charts []plots.Named) error {
	if f.json {
		d := drawnCharts(question, charts)
		if folder != "" {
			if err := d.addFolder(folder); err != nil {
				return err
			}
		}
		return shelf.WriteJSON(c.OutOrStdout(), d)
	}
	for _, n := range charts {
		if _, err := fmt.Fprintf(c.OutOrStdout(), "%s\t%s\n", n.Name, words.Plain(n.Title())); err != nil {
			return failure{exitRun, err}
		}
	}
	return nil
}

// kept is the answer that a folder holds, with its manifest and its charts. The version that drew them draws them again.
func kept(folder string) (m shelf.Manifest, found lab.Answer, charts []plots.Named, err error) {
	m, err = shelf.Read(folder)
	if err != nil {
		return m, nil, nil, failure{exitScenario, err}
	}
	draw, ok := drawers[m.Question]
	if !ok {
		return m, nil, nil, failure{exitScenario, fmt.Errorf("%s answers entente %s, which has no charts", folder, m.Question)}
	}
	if m.Version != sim.Version {
		return m, nil, nil, failure{exitScenario, fmt.Errorf("%s was made by entente %s, and this is %s: give its command again, or draw it by that version\n  %s",
			folder, m.Version, sim.Version, m.Command)}
	}
	text, err := m.Bytes(answerFile)
	if err == nil {
		err = ofOurFormat(text)
	}
	if err == nil {
		found, charts, err = draw(text)
	}
	if err == nil && (found.Top().Question != m.Question || found.Top().Runs == 0 && m.Question != "stable") { // for which nothing is played
		err = errors.New("it rests on nothing that was played")
	}
	if err != nil {
		return m, nil, nil, failure{exitScenario, fmt.Errorf("the answer in %s cannot be read: %w", folder, err)}
	}
	return m, found, charts, nil
}

// ofOurFormat refuses an answer in another format than that of today, which would be read with what has another name left out.
func ofOurFormat(text []byte) error {
	var head struct {
		Format int `json:"format"`
	}
	if err := json.Unmarshal(text, &head); err != nil {
		return err
	}
	if head.Format != lab.Format {
		return fmt.Errorf("it has format %d of answers, and this build reads format %d: give its command again", head.Format, lab.Format)
	}
	return nil
}

// dress gives a chart what was asked for.
func (f *plotFlags) dress(c *plots.Chart, made plots.Made) {
	c.By(made)
	switch f.title {
	case "":
	case titleNone:
		c.Retitle("")
	default:
		c.Retitle(f.title)
	}
}

// keep fills a folder with charts and what belongs beside each.
func (f *plotFlags) keep(c *cobra.Command, asked string, m shelf.Manifest, found lab.Answer, charts []plots.Named) error {
	files := f.files(found, charts)
	var names []string
	for _, file := range files {
		names = append(names, file.name)
	}
	command := "entente plot " + asked + f.how()
	if !slices.Equal(f.formats, plots.Formats) {
		command += " --format " + strings.Join(f.formats, ",")
	}
	s, err := shelf.Open(f.out, shelf.Question{Identity: command, Command: command, Files: names})
	if err != nil {
		return usage("--out: %w", err)
	}
	defer s.Abandon() // what is not closed, also if a chart breaks
	for _, file := range files {
		if err := s.Add(file.name, file.about, file.write); err != nil {
			return failure{exitRun, err}
		}
	}
	m.Command, m.Answer, m.Question, m.Worlds = command, m.Command, "plot", nil
	if err := s.Close(m); err != nil {
		return failure{exitRun, err}
	}
	fmt.Fprintf(c.ErrOrStderr(), "%s in %s.\n", map[bool]string{true: "The chart is", false: "The charts are"}[len(charts) == 1], f.out)
	return f.named(c, "plot", f.out, charts)
}

// files are those of some charts: of each the pictures, what is drawn as a table, and what belongs beside it.
func (f *plotFlags) files(found lab.Answer, charts []plots.Named) (files []attached) {
	for _, n := range charts {
		data := n.Name + ".csv"
		texts := beside(n, f.formats, data)
		if f.caption == captionNone {
			texts = slices.DeleteFunc(texts, func(of attached) bool { return strings.HasSuffix(of.name, ".caption.txt") })
		}
		if f.caption != captionInside {
			n.Chart().Bare()
		}
		for _, format := range f.formats {
			files = append(files, attached{n.Name + "." + format, n.Title(), func(out io.Writer) error { return n.Write(out, format) }})
		}
		for _, t := range found.Tables() {
			if t.Name == n.Data {
				files = append(files, attached{data, "what is drawn: " + t.About, t.Write})
			}
		}
		files = append(files, texts...)
	}
	return files
}
