package words

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestLaTeXShowsATextAsItStands(t *testing.T) {
	for _, c := range [][2]string{
		{`50 % of $x_1 & {a}#`, `50 \% of \$x\_1 \& \textbraceleft{}a\textbraceright{}\#`},
		{`\input{x}`, `\textbackslash{}input\textbraceleft{}x\textbraceright{}`},
		{"--set a=1", "-{}-set a=1"},
		{"``so'' ?`", "`{}`so'{}' ?{}`"},
		{"Żółć, Gómez – “so”", "Żółć, Gómez -- ``so''"},
		{"日本", "[U+65E5][U+672C]"},
		{"\x1b[31m", `\textbackslash{}x1b[31m`},
	} {
		if got := LaTeX(c[0]); got != c[1] {
			t.Errorf("%q is written as %q, want %q", c[0], got, c[1])
		}
	}
}

// Whatever stands in a text, LaTeX sets it and does no more.
func TestLaTeXSetsEverySign(t *testing.T) {
	if _, err := exec.LookPath("pdflatex"); err != nil {
		if os.Getenv("ENTENTE_CI") != "" {
			t.Fatal("pdflatex is not installed: this test cannot be run")
		}
		t.Skip("pdflatex is not installed")
	}
	var all strings.Builder
	for r := rune(0); r < 0x250; r++ {
		all.WriteString(LaTeX(string(r)) + " ")
	}
	for r := range inLaTeX {
		all.WriteString(LaTeX(string(r)) + " ")
	}
	all.WriteString(LaTeX("日本 \U0001F600 Ελλάδα Россия \u202e\ufeff"))
	dir := t.TempDir()
	text := "\\documentclass{article}\\usepackage[T1]{fontenc}\\usepackage[utf8]{inputenc}\\usepackage{textcomp}\\usepackage{lmodern}" +
		"\\begin{document}\\sloppy\n" + all.String() + "\n\\end{document}\n"
	if err := os.WriteFile(filepath.Join(dir, "all.tex"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	c := exec.Command("pdflatex", "-interaction=nonstopmode", "-halt-on-error", "all")
	c.Dir = dir
	if out, err := c.CombinedOutput(); err != nil || strings.Contains(string(out), "Missing character") {
		t.Errorf("%v\n%s", err, out[max(0, len(out)-1500):])
	}
}
