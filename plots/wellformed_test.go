package plots

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
)

// checkLooks compares a chart with the golden one that somebody has looked at.
func checkLooks(t *testing.T, name string, c *Chart) {
	t.Helper()
	path := filepath.Join("testdata", name+".svg")
	got := svg(t, c)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is no longer drawn as in %s: look at it, then run go test ./plots -update", name, path)
	}
}

// checkChart holds a chart to what all charts must do: the same bytes each time, no figure that is none, words for
// those who cannot see it, nothing cut off, no text over another, a size that fits on a sheet of A4 with 2 cm of
// margin.
func checkChart(t *testing.T, name string, c *Chart) {
	t.Helper()
	for _, format := range []string{"svg", "pdf"} {
		var first, second bytes.Buffer
		if err := c.Write(&first, format); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := c.Write(&second, format); err != nil || !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Errorf("%s: written twice as %s, the chart differs (%v)", name, format, err)
		}
	}
	drawn := svg(t, c)
	for _, bad := range []string{"NaN", "+Inf", "-Inf"} {
		if bytes.Contains(drawing(drawn), []byte(bad)) {
			t.Errorf("%s: the drawing holds %s", name, bad)
		}
	}
	title, about, err := readSVG(drawn)
	if err != nil {
		t.Errorf("%s: not well-formed: %v", name, err)
	}
	if title != c.Title || about != c.About || title == "" || about == "" {
		t.Errorf("%s: a screen reader hears %q, %q; want %q, %q", name, title, about, c.Title, c.About)
	}
	for _, fault := range fewTicks(c.body) {
		t.Errorf("%s: %s", name, fault)
	}
	width, height := c.Size()
	if width > 18.01*vg.Centimeter || height > 25.7*vg.Centimeter {
		t.Errorf("%s: %.1f x %.1f cm does not fit on a page", name, width/vg.Centimeter, height/vg.Centimeter)
	}
	cv := vgimg.NewWith(vgimg.UseWH(width, height), vgimg.UseDPI(72))
	c.draw(cv)
	if at, ink := inkOnEdge(cv.Image()); ink {
		t.Errorf("%s: something is cut off at %v of %v", name, at, cv.Image().Bounds().Max)
	}
	texts := textsOf(c)
	for i, a := range texts {
		for _, b := range texts[:i] {
			if overlap(a.box, b.box) {
				t.Errorf("%s: %q is written over %q", name, a.line, b.line)
			}
		}
	}
}

// written is a line of text and the box of its letters, from the base of its capitals to their top.
type written struct {
	line string
	box  vg.Rectangle
}

// reader is a canvas that keeps what is written on it. Text along an axis that stands upright is left out.
type reader struct {
	vg.Canvas
	texts   []written
	turned  bool
	pending []bool
}

func (r *reader) Push()          { r.pending = append(r.pending, r.turned); r.Canvas.Push() }
func (r *reader) Rotate(float64) { r.turned = true }
func (r *reader) Pop() {
	r.turned, r.pending = r.pending[len(r.pending)-1], r.pending[:len(r.pending)-1]
	r.Canvas.Pop()
}

// FillString keeps a line.
func (r *reader) FillString(face font.Face, at vg.Point, line string) {
	if r.turned || line == "" {
		return
	}
	size := vg.Point{X: face.Width(line), Y: face.Font.Size * chosen.capital}
	r.texts = append(r.texts, written{line, vg.Rectangle{Min: at, Max: at.Add(size)}})
}

// textsOf are the texts in the picture of a chart.
func textsOf(c *Chart) []written {
	size := vgimg.UseWH(c.width-2*margin, c.height)
	r := &reader{Canvas: vgimg.NewWith(size, vgimg.UseDPI(30))}
	c.fig.set(func() { c.body.Draw(draw.NewCanvas(r, c.width-2*margin, c.height)) })
	return r.texts
}

func TestReaderSeesTextOverText(t *testing.T) {
	c := &Chart{width: wide, height: panelHead, body: panels{
		{"one", -panelHead - 2*spacing, remark("")}, {"two", 0, remark("")},
	}}
	seen := textsOf(c)
	if len(seen) != 2 || !overlap(seen[0].box, seen[1].box) {
		t.Errorf("texts written over each other are not seen: %v", seen)
	}
}

// fewTicks lists the axes of a picture that have fewer than three labels, by which no figure can be read off.
func fewTicks(d drawable) (faults []string) {
	switch v := d.(type) {
	case keyed:
		return fewTicks(v.picture)
	case panels:
		for _, p := range v {
			faults = append(faults, fewTicks(p.body)...)
		}
	case gridOf:
		for _, p := range v.each {
			faults = append(faults, fewTicks(p.body)...)
		}
	case sideBySide:
		for _, p := range v.pictures {
			faults = append(faults, fewTicks(p)...)
		}
	case *picture:
		for name, a := range map[string]*plot.Axis{"across": &v.X, "up": &v.Y} {
			if a.Tick.Length == 0 {
				continue // hidden
			}
			labels := 0
			for _, tick := range a.Tick.Marker.Ticks(a.Min, a.Max) {
				if tick.Label != "" && tick.Value >= a.Min && tick.Value <= a.Max {
					labels++
				}
			}
			if whole := a.Max-a.Min == 1 && a.Min == 1; labels < 3 && !whole { // nothing is between the first and the second try
				faults = append(faults, fmt.Sprintf("the axis %s from %g to %g has %d labels", name, a.Min, a.Max, labels))
			}
		}
	}
	return faults
}
