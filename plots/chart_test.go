package plots

import (
	"bytes"
	"encoding/xml"
	"flag"
	"image"
	"image/color"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgimg"
)

var update = flag.Bool("update", false, "write the golden charts anew; look at them before you accept them")

// svg writes a chart as SVG.
func svg(t *testing.T, c *Chart) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := c.Write(&b, "svg"); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// The golden charts are of a small made-up scenario: seven states and three years.
func TestChartsAreAsLookedAt(t *testing.T) {
	s := madeUp(append(append(europe[:0:0], europe[3:5]...), europe[8:13]...), 1947, 4, 12, 100)
	for _, n := range OfRun(s) {
		path := filepath.Join("testdata", n.Name+".svg")
		got := svg(t, n.Chart())
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
			t.Errorf("%s is no longer drawn as in %s: look at it, then run go test ./plots -update", n.Name, path)
		}
	}
}

func TestEveryScenarioGivesCharts(t *testing.T) {
	for name, s := range oddities() {
		for _, n := range OfRun(s) {
			first := svg(t, n.Chart())
			if !bytes.Equal(first, svg(t, n.Chart())) {
				t.Errorf("%s, %s: drawn twice, the chart differs", name, n.Name)
			}
			for _, bad := range []string{"NaN", "+Inf", "-Inf"} {
				if i := bytes.Index(drawing(first), []byte(bad)); i >= 0 {
					t.Errorf("%s, %s: the drawing holds %s", name, n.Name, bad)
				}
			}
			title, about, err := readSVG(first)
			if err != nil {
				t.Errorf("%s, %s: not well-formed: %v", name, n.Name, err)
			}
			if title != n.Title() || about != n.Chart().About || title == "" || about == "" {
				t.Errorf("%s, %s: a screen reader hears %q, %q; want %q, %q", name, n.Name, title, about, n.Title(), n.Chart().About)
			}
		}
	}
}

// drawing is the part of an SVG after its texts and its fonts.
func drawing(svg []byte) []byte {
	_, after, _ := bytes.Cut(svg, []byte("</style>"))
	return after
}

// readSVG reads all of an SVG and returns its title and description.
func readSVG(svg []byte) (title, about string, err error) {
	d := xml.NewDecoder(bytes.NewReader(svg))
	in := ""
	for {
		token, err := d.Token()
		if err == io.EOF {
			return title, about, nil
		}
		if err != nil {
			return "", "", err
		}
		switch v := token.(type) {
		case xml.StartElement:
			in = v.Name.Local
		case xml.EndElement:
			in = ""
		case xml.CharData:
			switch in {
			case "title":
				title += string(v)
			case "desc":
				about += string(v)
			}
		}
	}
}

// Whatever runs off a chart would leave ink on its outermost dots.
func TestNothingIsCutOff(t *testing.T) {
	for name, s := range oddities() {
		for _, n := range OfRun(s) {
			width, height := n.Chart().Size()
			cv := vgimg.NewWith(vgimg.UseWH(width, height), vgimg.UseDPI(72))
			n.Chart().draw(cv)
			if at, ink := inkOnEdge(cv.Image()); ink {
				t.Errorf("%s, %s: something is cut off at %v of %v", name, n.Name, at, cv.Image().Bounds().Max)
			}
		}
	}
}

func inkOnEdge(im image.Image) (image.Point, bool) {
	b := im.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			edge := x < 2 || y < 2 || x >= b.Max.X-2 || y >= b.Max.Y-2
			// The last row and column may cover only a part of a dot, so near-white counts as white.
			if g := color.GrayModel.Convert(im.At(x, y)).(color.Gray); edge && g.Y < 200 {
				return image.Pt(x, y), true
			}
		}
	}
	return image.Point{}, false
}

// Sixty states must fit on a sheet of A4 with 2 cm of margin.
func TestChartsFitOnAPage(t *testing.T) {
	for name, s := range oddities() {
		for _, n := range OfRun(s) {
			if w, h := n.Chart().Size(); w > 18.01*vg.Centimeter || h > 25.7*vg.Centimeter {
				t.Errorf("%s, %s: %.1f x %.1f cm does not fit on a page", name, n.Name, w/vg.Centimeter, h/vg.Centimeter)
			}
		}
	}
}

func TestNotesNameRunsAndSeed(t *testing.T) {
	s := pacificSummary()
	s.Asked, s.ToPlay = 2000, 2000
	for _, n := range OfRun(s) {
		for _, want := range []string{"1,000 of the 2,000 runs asked for", "seed 7", "scenario made-up"} {
			if !strings.Contains(n.Chart().Notes, want) {
				t.Errorf("%s: the notes do not say %q: %s", n.Name, want, n.Chart().Notes)
			}
		}
	}
}
