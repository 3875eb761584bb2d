package plots

import (
	"bytes"
	"image/png"
	"io"
	"math"
	"testing"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/recorder"
)

// measurer is a canvas that measures what is written on it, as it will be printed.
type measurer struct {
	recorder.Canvas
	width, height vg.Length
	scale         vg.Length
	smallest      vg.Length
	line          string // that is smallest
}

func (m *measurer) Size() (width, height vg.Length) { return m.width, m.height }

// Scale notes by how much all is enlarged. Charts scale nothing else.
func (m *measurer) Scale(x, y float64) {
	m.scale *= vg.Length(x)
	m.Canvas.Scale(x, y)
}

func (m *measurer) FillString(face font.Face, at vg.Point, line string) {
	if size := face.Font.Size * m.scale; line != "" && size < m.smallest {
		m.smallest, m.line = size, line
	}
}

// checkFigures lays a chart out for each figure and holds it to what is asked there: its size, no type smaller than 7 pt on paper
// or 24 dots on a slide, no text over another, and none that runs off.
func checkFigures(t *testing.T, name string, n Named) {
	t.Helper()
	checkFiguresIn(t, "", name, n)
}

// checkFiguresIn does so with text in a type.
func checkFiguresIn(t *testing.T, font, name string, n Named) {
	t.Helper()
	for _, fig := range Figures {
		fig.Font = font
		c := n.For(fig).Chart()
		width, height := c.Size()
		least, tall, wide := vg.Length(7), tallest, map[string]vg.Length{"column": 84 * vg.Millimeter, "page": 174 * vg.Millimeter, "slide": 960}[fig.Name]
		if fig.Name == "slide" {
			least, tall = 12, 540 // of 1080 dots, so that 24 dots are 12
		}
		if math.Abs(float64(width-wide)) > 0.01 || height > tall+0.01 || fig.Name == "slide" && height != tall {
			t.Errorf("%s as a %s is %.1f x %.1f mm", name, fig.Name, width/vg.Millimeter, height/vg.Millimeter)
		}
		if err := c.Write(io.Discard, "pgf"); err != nil {
			t.Errorf("%s as a %s: %v", name, fig.Name, err)
		}
		m := &measurer{width: width, height: height, scale: 1, smallest: 100}
		c.draw(m)
		if m.smallest < least-0.001 {
			t.Errorf("%s as a %s: %q has %.2f pt of %v", name, fig.Name, m.line, m.smallest, least)
		}
		sheet := vg.Point{X: c.width - 2*margin, Y: c.height}
		r := &reader{Canvas: &recorder.Canvas{}}
		fig.set(func() { c.body.Draw(draw.NewCanvas(r, sheet.X, sheet.Y)) })
		if longest := longestStroke(r.Canvas.(*recorder.Canvas).Actions); longest > 0 && longest < sheet.X/8 {
			t.Errorf("%s as a %s: no line is longer than %.0f of %.0f pt", name, fig.Name, longest, sheet.X)
		}
		for i, a := range r.texts {
			if a.box.Min.X < -margin || a.box.Max.X > sheet.X+margin || a.box.Min.Y < -spacing || a.box.Max.Y > sheet.Y+spacing {
				t.Errorf("%s as a %s: %q runs off the picture: %v of %v", name, fig.Name, a.line, a.box, sheet)
			}
			for _, b := range r.texts[:i] {
				if overlap(a.box, b.box) {
					t.Errorf("%s as a %s: %q is written over %q", name, fig.Name, a.line, b.line)
				}
			}
		}
	}
}

// longestStroke is how far the longest line of a picture goes to the right, which is an axis if it has one: names that take its room leave
// nothing of it.
func longestStroke(actions []recorder.Action) (longest vg.Length) {
	for _, a := range actions {
		if s, ok := a.(*recorder.Stroke); ok && len(s.Path) > 0 {
			from, to := s.Path[0].Pos.X, s.Path[0].Pos.X
			for _, at := range s.Path {
				from, to = min(from, at.Pos.X), max(to, at.Pos.X)
			}
			longest = max(longest, to-from)
		}
	}
	return longest
}

func TestASlideHasAllItsDots(t *testing.T) {
	slide, _ := FigureNamed("slide")
	var b bytes.Buffer
	if err := OfRun(europeSummary())[0].For(slide).Write(&b, "png"); err != nil {
		t.Fatal(err)
	}
	im, err := png.Decode(&b)
	if err != nil {
		t.Fatal(err)
	}
	if size := im.Bounds().Size(); size.X != 1920 || size.Y != 1080 {
		t.Errorf("a slide has %v dots", size)
	}
}
