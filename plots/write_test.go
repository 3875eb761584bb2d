package plots

import (
	"bytes"
	"image/png"
	"io"
	"math"
	"regexp"
	"testing"
)

func TestEveryFormatIsTheSameEachTime(t *testing.T) {
	if testing.Short() {
		t.Skip("draws for long")
	}
	for _, name := range []string{"two states", "long names"} {
		s := oddities()[name]
		for k, n := range OfRun(s) {
			for _, format := range Formats {
				var first, second bytes.Buffer
				errA, errB := n.Write(&first, format), OfRun(s)[k].Write(&second, format)
				if errA != nil || errB != nil || first.Len() == 0 || !bytes.Equal(first.Bytes(), second.Bytes()) {
					t.Errorf("%s: %s.%s differs from one writing to the next (%d and %d bytes, %v, %v)", name, n.Name, format,
						first.Len(), second.Len(),
						errA, errB)
				}
			}
		}
	}
}

// Whoever keeps a folder may stop between two charts: none is drawn before it is wanted, and none twice.
func TestAChartIsDrawnOnceItIsWanted(t *testing.T) {
	drawn := 0
	n := named("one", func(Figure) *Chart { drawn++; return InForce(Figure{}, europeSummary()) })
	if drawn != 0 {
		t.Error("a chart was drawn before anybody wanted it")
	}
	for _, format := range Formats {
		if err := n.Write(io.Discard, format); err != nil || n.Title() == "" {
			t.Errorf("%s: %v", format, err)
		}
	}
	if drawn != 1 {
		t.Errorf("a chart was drawn %d times", drawn)
	}
}

// Two writings within one second agree even if the clock is in the file; so we look for the dates themselves.
func TestPDFCarriesNoClock(t *testing.T) {
	var b bytes.Buffer
	if err := InForce(Figure{}, europeSummary()).Write(&b, "pdf"); err != nil {
		t.Fatal(err)
	}
	dates := regexp.MustCompile(`\(D:([^)]*)\)`).FindAllSubmatch(b.Bytes(), -1)
	if len(dates) != 2 {
		t.Errorf("want the dates of creation and change in a PDF, found %d", len(dates))
	}
	for _, d := range dates {
		if string(d[1]) != "20000101000000" {
			t.Errorf("a PDF is dated %s", d[1])
		}
	}
}

func TestPNGHasItsSizeAndResolution(t *testing.T) {
	c := InForce(Figure{}, europeSummary())
	var b bytes.Buffer
	if err := c.Write(&b, "png"); err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(b.Bytes()[:80], append([]byte("pHYs"), 0, 0, 0x2e, 0x23, 0, 0, 0x2e, 0x23, 1)) {
		t.Error("the PNG does not say that it has 11811 dots a metre")
	}
	im, err := png.Decode(&b) // checks the sum of every chunk
	if err != nil {
		t.Fatal(err)
	}
	width, _ := c.Size()
	if got, want := float64(im.Bounds().Dx()), width.Points()/72*300; math.Abs(got-want) > 1 {
		t.Errorf("the PNG is %v dots wide, want %v", got, want)
	}
}

func TestUnknownFormatIsAnError(t *testing.T) {
	if err := InForce(Figure{}, europeSummary()).Write(&bytes.Buffer{}, "gif"); err == nil {
		t.Error("a chart was written as gif")
	}
}
