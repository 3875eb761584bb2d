package plots

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"fmt"
	"regexp"
	"sync"

	"codeberg.org/go-pdf/fpdf"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgsvg"
)

// drawnInSVG is a canvas that is a picture in SVG. What is written on it stays text, set in a font of which the file holds the letters
// that are used, so that a chart can be searched, read aloud and edited. Where a program takes no font from a file, one of the same widths
// stands in, and each line is made to fill the width that it was laid out for.
type drawnInSVG struct {
	*vgsvg.Canvas
	faces faces
	lines []textLine
}

// textLine is a line of text as it was laid out.
type textLine struct {
	in    *face
	like  string // families that may stand in for its font
	width vg.Length
}

func newDrawnInSVG(width, height vg.Length) *drawnInSVG {
	return &drawnInSVG{Canvas: vgsvg.New(width, height)}
}

// FillString implements vg.Canvas.
func (l *drawnInSVG) FillString(f font.Face, at vg.Point, line string) {
	if line == "" {
		return
	}
	in, _ := l.faces.of(f)
	for _, letter := range line {
		in.letters[letter] = true
	}
	l.lines = append(l.lines, textLine{in, chosen.like, f.Width(line)})
	l.Canvas.FillString(f, at, line)
}

// svgTag begins a picture as vgsvg writes it; svgText begins a line of text, for which it names a font that few have.
var (
	svgTag  = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?s)<svg [^>]*>`) })
	svgText = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(<text [^>]*?)\s+style="[^"]*?(font-size:[^"]*)">`) })
)

// described is the picture with the title and description that screen readers speak, its fonts, and how it was made if that is known.
func (l *drawnInSVG) described(title, about, made string) ([]byte, error) {
	var svg bytes.Buffer
	if _, err := l.WriteTo(&svg); err != nil {
		return nil, err
	}
	at := svgTag().FindIndex(svg.Bytes())
	var b bytes.Buffer
	b.Write(svg.Bytes()[:at[1]-1])
	b.WriteString(` role="img" style="white-space:pre;text-rendering:geometricPrecision">` + "\n<title>")
	xml.EscapeText(&b, []byte(title))
	b.WriteString("</title>\n<desc>")
	xml.EscapeText(&b, []byte(about))
	b.WriteString("</desc>")
	if made != "" {
		b.WriteString("\n" + svgMade(made))
	}
	if len(l.faces) > 0 {
		b.WriteString("\n<style>")
		for _, in := range l.faces {
			fmt.Fprintf(&b, "@font-face { font-family: %q; font-weight: %s; src: url(data:font/ttf;base64,%s) }\n", in.name(), in.weight(), in.part())
		}
		b.WriteString("</style>")
	}
	k := -1
	b.Write(svgText().ReplaceAllFunc(svg.Bytes()[at[1]:], func(tag []byte) []byte {
		k++
		line := l.lines[k]
		return svgText().ReplaceAll(tag, fmt.Appendf(nil, `$1 textLength="%.2f" style="font-family:'%s',%s;font-weight:%s;$2">`, line.width.Points(),
			line.in.name(), line.like, line.in.weight()))
	}))
	return b.Bytes(), nil
}

// weight is that of a font, in words of CSS.
func (in *face) weight() string {
	if in.bold() {
		return "bold"
	}
	return "normal"
}

// part is a font with the letters that are used, in letters of ASCII.
func (in *face) part() string {
	return base64.StdEncoding.EncodeToString(fpdf.UTF8CutFont(bytes.Clone(in.data), in.used()))
}
