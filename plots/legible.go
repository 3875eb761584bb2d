package plots

import (
	"fmt"
	"slices"
	"strings"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"

	"entente/plots/words"
)

// legible sets a question mark for each letter that the type lacks, which would else be an empty box: the Liberation fonts have
// those of Latin, Greek, Cyrillic and Hebrew, and none of Chinese, Japanese, Korean, Arabic or the scripts of India.
type legible struct{ text.Plain }

// Lines implements text.Handler.
func (l legible) Lines(line string) []string { return l.Plain.Lines(shown(line)) }

// Box implements text.Handler.
func (l legible) Box(line string, f font.Font) (width, height, depth vg.Length) {
	return l.Plain.Box(shown(line), inChosen(f))
}

// Draw implements text.Handler.
func (l legible) Draw(c vg.Canvas, line string, s text.Style, at vg.Point) {
	s.Font = inChosen(s.Font)
	l.Plain.Draw(c, shown(line), s, at)
}

// Extents implements text.Handler.
func (l legible) Extents(f font.Font) font.Extents { return l.Plain.Extents(inChosen(f)) }

// hasLetter tells whether the type has a letter, in plain and in bold.
func hasLetter(letter rune) bool {
	for _, s := range []text.Style{style(labelSize, black), bold(style(labelSize, black))} {
		glyph, err := typesetter.face(s.Font).Face.GlyphIndex(nil, letter)
		if err != nil {
			panic("plots: a bundled font cannot be read: " + err.Error())
		}
		if glyph == 0 {
			return false
		}
	}
	return true
}

// lacks tells whether the type lacks a letter. It has those of ASCII, and ends of lines are none.
func lacks(letter rune) bool {
	if letter <= '~' {
		return letter < ' ' && letter != '\n'
	}
	return !hasLetter(letter)
}

// shown is a line as a chart can show it.
func shown(line string) string {
	return strings.Map(func(letter rune) rune {
		if lacks(letter) {
			return '?'
		}
		return letter
	}, line)
}

// nameShown is what a state is called on a chart: by its name, or by its id if the type lacks a letter of the name.
func nameShown(id, name string) string {
	if strings.ContainsFunc(name, lacks) {
		return id
	}
	return name
}

// notShown are the strings of letters that the type lacks in what a chart says, each once.
func (c *Chart) notShown() (all []string) {
	c.fig.set(func() {
		for _, said := range append([]string{c.Title, c.Measured, c.About, c.Notes}, c.names...) {
			for _, letters := range strings.FieldsFunc(said, func(letter rune) bool { return !lacks(letter) }) {
				if !slices.Contains(all, letters) {
					all = append(all, letters)
				}
			}
		}
	})
	return all
}

// Warnings says which letters some charts cannot show; there is at most one for all. It draws them.
func Warnings(charts []Named) []string {
	var all []string
	for _, n := range charts {
		for _, letters := range n.Chart().notShown() {
			if !slices.Contains(all, letters) {
				all = append(all, letters)
			}
		}
	}
	return unable(all)
}

// mostUnable is how many strings of letters a warning names.
const mostUnable = 5

func unable(letters []string) []string {
	if len(letters) == 0 {
		return nil
	}
	named := slices.Clone(letters[:min(len(letters), mostUnable)])
	if more := len(letters) - mostUnable; more > 0 {
		named = append(named, words.Count(more, "other string")+" of letters")
	}
	return []string{fmt.Sprintf("the charts have no type for %s: a state with such a name bears its id there, and elsewhere a "+
		"question mark stands for each such letter", words.And(named))}
}
