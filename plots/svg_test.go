package plots

import (
	"bytes"
	"encoding/base64"
	"html"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/image/font/sfnt"
)

var (
	fontInSVG = regexp.MustCompile(`font-family: "([^"]+)"; font-weight: \w+; src: url\(data:font/ttf;base64,([^)]+)\)`)
	textInSVG = regexp.MustCompile(`<text [^>]*textLength="[^"]+" style="font-family:'([^']+)',[^>]*>([^<]*)</text>`)
)

// Whoever searches a page finds the words of its charts, and a reader without our fonts sees each letter: the file holds it.
func TestSVGHasItsWordsAndItsFonts(t *testing.T) {
	for _, name := range Fonts() {
		c := OfRun(europeSummary())[2].For(Figure{Font: name}).Chart()
		file := svg(t, c)
		fonts := map[string]*sfnt.Font{}
		for _, m := range fontInSVG.FindAllSubmatch(file, -1) {
			data, err := base64.StdEncoding.DecodeString(string(m[2]))
			if err != nil {
				t.Fatal(err)
			}
			if fonts[string(m[1])], err = sfnt.Parse(data); err != nil {
				t.Fatalf("%s: %v", m[1], err)
			}
			if !strings.Contains(strings.ToLower(string(m[1])), "+liberation"+name) {
				t.Errorf("a chart in %s is set in %s", name, m[1])
			}
		}
		said := map[string]bool{}
		for _, m := range textInSVG.FindAllSubmatch(file, -1) {
			line := html.UnescapeString(string(m[2]))
			said[line] = true
			for _, letter := range line {
				if glyph, err := fonts[string(m[1])].GlyphIndex(nil, letter); err != nil || glyph == 0 {
					t.Errorf("%s holds no %q of %q (%v)", m[1], letter, line, err)
				}
			}
		}
		if len(fonts) != 2 {
			t.Errorf("in %s: want the plain and the bold type, got %d", name, len(fonts))
		}
		for _, written := range textsOf(c) {
			if !said[written.line] {
				t.Errorf("in %s the SVG has no %q in its text", name, written.line)
			}
		}
		if !bytes.Equal(file, svg(t, c)) {
			t.Errorf("in %s two writings differ", name)
		}
	}
}

// Who wants outlines gets them in every format: no text and no font is left.
func TestOutlinesNeedNoFont(t *testing.T) {
	c := InForce(Figure{}, europeSummary()).laidFor(Figure{Outlines: true})
	if file := svg(t, c); bytes.Contains(file, []byte("<text")) || bytes.Contains(file, []byte("@font-face")) {
		t.Error("the SVG has text")
	}
	if file := pdf(t, c); bytes.Contains(file, []byte("/FontFile2")) {
		t.Error("the PDF has a font")
	}
}

// A chart has the room that its type takes: in either, no text is written over another.
func TestChartsAreLaidOutInTheirType(t *testing.T) {
	for _, n := range OfRun(europeSummary()) {
		checkFiguresIn(t, "serif", "serif "+n.Name, n)
	}
}
