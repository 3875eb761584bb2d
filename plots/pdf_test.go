package plots

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// asked runs a program on a PDF and gives what it prints; where the program is missing, nobody knows.
func asked(t *testing.T, pdf []byte, program string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		if os.Getenv("ENTENTE_CI") != "" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	path := filepath.Join(t.TempDir(), "chart.pdf")
	if err := os.WriteFile(path, pdf, 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(program, append([]string{path}, args...)...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", program, err, out)
	}
	return string(out)
}

func pdf(t *testing.T, c *Chart) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := c.Write(&b, "pdf"); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Whoever searches a paper finds the words of its charts, and no printer needs our fonts.
func TestPDFHasItsWordsAndItsFonts(t *testing.T) {
	c := Terms(Figure{}, europeSummary())
	file := pdf(t, c)
	fonts := strings.Split(strings.TrimSpace(asked(t, file, "pdffonts")), "\n")
	if len(fonts) != 4 {
		t.Errorf("want two heads and the plain and the bold type, got %q", fonts)
	}
	for _, font := range fonts[2:] {
		if !regexp.MustCompile(`^[A-Z]{6}\+LiberationSans(-Bold)? .* yes yes yes `).MatchString(font) {
			t.Errorf("a font is not embedded in part, with the letters that its shapes stand for: %s", font)
		}
	}
	text := strip(strings.ReplaceAll(asked(t, file, "pdftotext", "-"), "\n", ""))
	for _, said := range textsOf(c) {
		if !strings.Contains(text, strip(said.line)) {
			t.Errorf("the PDF has no %q in its text", said.line)
		}
	}
	info := asked(t, file, "pdfinfo")
	if !strings.Contains(info, c.Title) || !strings.Contains(strings.Join(strings.Fields(info), " "), c.About) {
		t.Errorf("title and subject are not those of the chart: %s", info)
	}
}

// sample is a picture of a few lines of text.
type sample []string

// Draw implements drawable.
func (s sample) Draw(c draw.Canvas) {
	for k, line := range s {
		write(&c, figureStyle, vg.Point{X: c.Min.X, Y: c.Max.Y - vg.Length(k+1)*12}, line)
	}
}

func TestPDFHasLettersBeyondWesternEurope(t *testing.T) {
	lines := sample{"β ≥ −1.5 °C", "Ελλάς, Україна, Česko, İstanbul", "To AVATAR (kerned)"}
	c := &Chart{Title: "Łódź – Đà Nẵng", About: "ß", width: column, height: 60, body: lines}
	text := asked(t, pdf(t, c), "pdftotext", "-")
	for _, line := range append(lines, c.Title) {
		if !strings.Contains(text, line) {
			t.Errorf("%q is read as %q", line, text)
		}
	}
}

func TestPDFIsTheSameEachTime(t *testing.T) {
	first := pdf(t, Terms(Figure{}, europeSummary()))
	for range 8 { // what is taken from a map in any order would show
		if !bytes.Equal(first, pdf(t, Terms(Figure{}, europeSummary()))) {
			t.Fatal("a chart written twice as PDF differs")
		}
	}
}
