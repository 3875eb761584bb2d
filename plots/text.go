package plots

import (
	"cmp"
	"image/color"
	"math"
	"slices"
	"sort"
	"strings"
	"sync"

	stdfont "golang.org/x/image/font"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/font/liberation"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"entente/plots/words"
	"entente/sim/lab/stats"
)

// Sizes of type. A chart is printed at its own size, so these are the sizes on paper; journals ask for 6 pt or more.
const (
	titleSize   vg.Length = 9
	labelSize   vg.Length = 7.5
	smallSize   vg.Length = 6.5
	tinySize    vg.Length = 6
	lineSpacing           = 1.2 // height of a line of text, in sizes of type
)

// typesetter sets all text in the type of the chart at work. Its fonts come with gonum/plot.
var typesetter = legible{text.Plain{Fonts: font.NewCache(liberation.Collection())}}

// typeface is a family of fonts of one design.
type typeface struct {
	name    string
	variant font.Variant // of Liberation
	capital vg.Length    // height of a capital, in sizes of type (its OS/2 table)
	like    string       // families of the same widths, to stand in for it
}

// typefaces are those that charts can be set in: Liberation Sans has the widths of Arial, Liberation Serif those of Times.
var typefaces = []typeface{
	{"sans", "Sans", 1409.0 / 2048, "Liberation Sans, Arial, Helvetica, sans-serif"},
	{"serif", "Serif", 1341.0 / 2048, "Liberation Serif, Times New Roman, Times, serif"},
}

// Fonts are the names of the types that charts can be set in; the first is the usual one.
func Fonts() (names []string) {
	for _, f := range typefaces {
		names = append(names, f.name)
	}
	return names
}

// chosen is the type of the chart that is being laid out or drawn: what measures and writes a line knows no chart. So one chart at a
// time is at work.
var (
	chosen = &typefaces[0]
	atWork sync.Mutex
)

// set does some work on a chart with text set in the type of its figure.
func (fig Figure) set(work func()) {
	k := slices.Index(Fonts(), cmp.Or(fig.Font, typefaces[0].name))
	if k < 0 {
		panic("plots: there is no type " + fig.Font)
	}
	atWork.Lock()
	defer atWork.Unlock()
	chosen = &typefaces[k]
	defer func() { chosen = &typefaces[0] }()
	work()
}

// inChosen is a font of a size and a weight in the type of the chart at work.
func inChosen(f font.Font) font.Font {
	f.Typeface, f.Variant = "Liberation", chosen.variant
	return f
}

// face is the same with its letters.
func (l legible) face(f font.Font) font.Face { return l.Fonts.Lookup(inChosen(f), f.Size) }

// style is a way to set text: left-aligned on its baseline unless the caller says otherwise.
func style(size vg.Length, ink color.Color) text.Style {
	return text.Style{Color: ink, Font: font.Font{Size: size}, Handler: typesetter, YAlign: baseline}
}

func bold(s text.Style) text.Style {
	s.Font.Weight = stdfont.WeightBold
	return s
}

func aligned(s text.Style, x text.XAlignment, y text.YAlignment) text.Style {
	s.XAlign, s.YAlign = x, y
	return s
}

const baseline = text.YAlignment(0) // the point of a text lies on the line that its letters stand on

// write sets one line of text so that the middle of its capitals is level with at.
func write(c *draw.Canvas, s text.Style, at vg.Point, line string) {
	at.Y -= s.Font.Size * chosen.capital / 2
	at.X += s.Width(line) * vg.Length(s.XAlign)
	s.XAlign, s.YAlign = draw.XLeft, draw.YBottom
	c.SetColor(s.Color)
	c.FillString(typesetter.face(s.Font), at, shown(line))
}

// writeUp sets one line of text that reads upwards from at, the middle of its capitals level with at.
func writeUp(c *draw.Canvas, s text.Style, at vg.Point, line string) {
	c.Push()
	c.Translate(at)
	c.Rotate(math.Pi / 2)
	write(c, s, vg.Point{}, line)
	c.Pop()
}

// wrap breaks text into lines no wider than width: between words, and within a word only if it is too long for a line.
func wrap(s text.Style, line string, width vg.Length) []string {
	var lines []string
	now := ""
	for _, word := range unbroken(line) {
		if now != "" && s.Width(now+" "+word) <= width {
			now += " " + word
			continue
		}
		if now != "" {
			lines = append(lines, now)
		}
		now = ""
		for _, letter := range word {
			if now != "" && s.Width(now+string(letter)) > width {
				lines = append(lines, now)
				now = ""
			}
			now += string(letter)
		}
	}
	if now != "" {
		lines = append(lines, now)
	}
	return lines
}

// unbroken are the words of a line; a per cent sign stays with its number.
func unbroken(line string) []string {
	var all []string
	for _, word := range strings.Fields(line) {
		if last := len(all) - 1; last >= 0 && strings.HasPrefix(word, "%") {
			all[last] += " " + word
			continue
		}
		all = append(all, word)
	}
	return all
}

// fit shortens text that is too wide and marks the cut with dots.
func fit(s text.Style, line string, width vg.Length) string {
	if s.Width(line) <= width {
		return line
	}
	letters := []rune(line)
	short := func(n int) string { return strings.TrimRight(string(letters[:n]), " ") + "…" }
	// each measuring costs as much as the text is long
	tooMany := sort.Search(len(letters), func(n int) bool { return s.Width(short(n)) > width })
	return short(max(tooMany-1, 0))
}

// smallest is a style at the least size that charts are set in.
func smallest(s text.Style) text.Style {
	s.Font.Size = min(s.Font.Size, tinySize)
	return s
}

// shrunk sets a line that is too wide smaller, and cuts it if it is too wide at the least size, too.
func shrunk(s text.Style, line string, width vg.Length) (text.Style, string) {
	if own := s.Width(line); own > width {
		s.Font.Size = max(s.Font.Size*width/own*0.99, smallest(s).Font.Size)
	}
	return s, fit(s, line, width)
}

// mostNamed is how many letters of names a note has room for.
const mostNamed = 300

// several joins the names of states as far as a note has room for them, one at the least, and counts the rest.
func several(names []string) string {
	length := 0
	for k, name := range names {
		if length += len(name); k > 0 && length > mostNamed {
			return words.And(append(slices.Clone(names[:k]), words.Count(len(names)-k, "other state")))
		}
	}
	return words.And(names)
}

// minus sets the minus sign of print.
func minus(figure string) string { return strings.ReplaceAll(figure, "-", "−") }

// points writes a change of a chance in percentage points.
func points(change float64) string { return minus(words.Points(change)) }

// between writes the interval of such a change.
func between(d stats.Difference) string { return minus(words.PointsInterval(d)) }

// round writes a figure of any size.
func round(v float64) string { return minus(words.Amount(v)) }

// The ways in which figures and what stands beside them are set.
var (
	endStyle    = bold(style(labelSize, black)) // of a figure that counts
	bandStyle   = style(smallSize, quietText)   // of its interval
	figureStyle = style(labelSize, black)
	headStyle   = style(smallSize, quietText) // over a column
)

// onWhite writes text and clears the gridlines behind it.
func onWhite(c *draw.Canvas, s text.Style, at vg.Point, line string) {
	half := vg.Point{X: s.Width(line)/2 + spacing/2, Y: s.Font.Size * lineSpacing / 2}
	middle := vg.Point{X: at.X + s.Width(line)/2, Y: at.Y}
	c.FillPolygon(white, closed(vg.Rectangle{Min: middle.Sub(half), Max: middle.Add(half)}))
	write(c, s, at, line)
}
