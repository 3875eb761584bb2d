package plots

import (
	"bytes"
	"context"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

func TestSaveWritesEveryFormatTheSameEachTime(t *testing.T) {
	for _, name := range []string{"two states", "long names"} {
		s := oddities()[name]
		first, second := t.TempDir(), t.TempDir()
		for _, dir := range []string{first, second} {
			for _, n := range All(s) {
				if err := Save(context.Background(), dir, n.Name, n.Chart); err != nil {
					t.Fatal(err)
				}
			}
		}
		files, err := os.ReadDir(first)
		if err != nil {
			t.Fatal(err)
		}
		if len(files) != 12 {
			t.Errorf("%s: four charts in three formats make 12 files, not %d: %v", name, len(files), files)
		}
		for _, f := range files {
			a, errA := os.ReadFile(filepath.Join(first, f.Name()))
			b, errB := os.ReadFile(filepath.Join(second, f.Name()))
			if errA != nil || errB != nil || len(a) == 0 || !bytes.Equal(a, b) {
				t.Errorf("%s: %s differs from one writing to the next (%d and %d bytes, %v, %v)",
					name, f.Name(), len(a), len(b), errA, errB)
			}
		}
	}
}

// Two writings within one second agree even if the clock is in the file; so we look for the dates themselves.
func TestPDFCarriesNoClock(t *testing.T) {
	var b bytes.Buffer
	if err := InForce(europeSummary()).Write(&b, "pdf"); err != nil {
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
	c := InForce(europeSummary())
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

func TestSaveStopsWhenAskedAndLeavesNothingHalfDone(t *testing.T) {
	dir := t.TempDir()
	c := InForce(europeSummary())
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := Save(ctx, dir, "in-force", c); err == nil {
		t.Error("Save went on although it was told to stop")
	}
	if err := os.Mkdir(filepath.Join(dir, "in-force.svg"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := Save(context.Background(), dir, "in-force", c); err == nil {
		t.Error("Save wrote a file where a folder stands")
	}
	if files, _ := os.ReadDir(dir); len(files) != 1 {
		t.Errorf("Save left files behind: %v", files)
	}
	if err := Save(context.Background(), filepath.Join(dir, "nowhere"), "in-force", c); err == nil {
		t.Error("Save wrote into a folder that does not exist")
	}
}

func TestUnknownFormatIsAnError(t *testing.T) {
	if err := InForce(europeSummary()).Write(&bytes.Buffer{}, "gif"); err == nil {
		t.Error("a chart was written as gif")
	}
}
