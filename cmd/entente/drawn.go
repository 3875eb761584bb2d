package main

import (
	"cmp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"entente/plots"
	"entente/plots/words"
)

// drawn says how charts are to be drawn.
type drawn struct {
	formats []string
	figure  string
	font    string
	text    string
	alone   bool   // nothing is written beside a chart, nor into its PDF and PGF: a paper says it
	usual   string // what charts are laid out for if nobody asks; "": each as suits it
}

// How text stands in a chart.
const (
	textReal     = "real"
	textOutlines = "outlines"
)

func (d *drawn) register(c *cobra.Command) {
	c.Flags().StringSliceVar(&d.formats, "format", plots.Formats, "draw charts as these, with commas between; pgf is for \\input in a paper")
	c.Flags().StringVar(&d.figure, "figure", "", "lay charts out anew for this `figure`: "+words.Or(figureNames())+"; each as suits it if not given")
	d.fontFlag(c)
	c.Flags().StringVar(&d.text, "text", textReal, "in SVG and PDF, text `as` "+textReal+" text, which can be searched, or as "+textOutlines)
}

func (d *drawn) fontFlag(c *cobra.Command) {
	c.Flags().StringVar(&d.font, "font", plots.Fonts()[0], "set charts in this `type`: "+words.Or(plots.Fonts()))
}

// figureNames are what charts can be laid out for.
func figureNames() (names []string) {
	for _, fig := range plots.Figures {
		names = append(names, fig.Name)
	}
	return names
}

// check adds what is wrong with the flags. What journals call a figure in TeX is our pgf.
func (d *drawn) check(wrong *complaints) {
	for k, format := range d.formats {
		if format == "tex" {
			d.formats[k] = "pgf"
		}
	}
	for _, f := range []struct {
		flag  string
		given []string
		known []string
	}{
		{"--figure", []string{d.figure}, figureNames()}, {"--format", d.formats, plots.FormatsAsked},
		{"--font", []string{d.font}, plots.Fonts()}, {"--text", []string{d.text}, []string{textReal, textOutlines}},
	} {
		for _, given := range f.given {
			if given != "" && !slices.Contains(f.known, given) {
				wrong.add("%s is %q%s", f.flag, given, meant(given, f.known))
			}
		}
	}
}

// wanted are the formats in which charts are drawn.
func (d *drawn) wanted() []string {
	if len(d.formats) == 0 {
		return plots.Formats
	}
	return d.formats
}

// how are the flags that change a picture, as a command line has them, with a space before each; none if it is drawn as usual.
func (d *drawn) how() string {
	line := ""
	if d.figure != "" {
		line += " --figure " + d.figure
	}
	if d.font != "" && d.font != plots.Fonts()[0] {
		line += " --font " + d.font
	}
	if d.text == textOutlines {
		line += " --text " + d.text
	}
	return line
}

// flags are these and the formats.
func (d *drawn) flags() string {
	if slices.Equal(d.wanted(), plots.Formats) {
		return d.how()
	}
	return d.how() + " --format " + strings.Join(d.formats, ",")
}

// undrawn is a command without what these flags add to it.
func undrawn(command string) string {
	for _, flag := range []string{"figure", "font", "text", "format"} {
		command, _, _ = strings.Cut(command, " --"+flag+" ")
	}
	return command
}

// layOut has charts laid out and set as is asked, once they are wanted.
func (d *drawn) layOut(charts []plots.Named) {
	fig, _ := plots.FigureNamed(cmp.Or(d.figure, d.usual))
	fig.Outlines, fig.Font = d.text == textOutlines, d.font
	for k, n := range charts {
		charts[k] = n.For(fig)
	}
}
