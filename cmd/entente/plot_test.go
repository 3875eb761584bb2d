package main

import (
	"entente/sim/lab"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// What `entente plot --format pgf` writes can be set by a paper with its figure environments, and its words are words there.
func TestChartsAreSetByLaTeX(t *testing.T) {
	for _, program := range []string{"pdflatex", "pdftotext"} {
		need(t, program)
	}
	dir := t.TempDir()
	at := filepath.Join(dir, "figures")
	for _, line := range []string{"run pacific-2025 --runs 5 --out " + filepath.Join(dir, "r"),
		"plot " + filepath.Join(dir, "r") + " --format pgf --figure page --caption file --out " + at} {
		if out, err := exec.Command("entente", strings.Fields(line)...).CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", line, err, out)
		}
	}
	charts, err := filepath.Glob(filepath.Join(at, "*.pgf"))
	if err != nil || len(charts) != 6 {
		t.Fatalf("a run has %d charts in PGF (%v)", len(charts), err)
	}
	paper := `\documentclass{article}\usepackage[T1]{fontenc}\usepackage{lmodern,pgf,graphicx,textcomp}` +
		`\usepackage[a4paper,margin=15mm]{geometry}\begin{document}`
	for _, chart := range charts {
		paper += `\input{` + strings.TrimSuffix(filepath.Base(chart), ".pgf") + `}\clearpage `
	}
	if err := os.WriteFile(filepath.Join(at, "paper.tex"), []byte(paper+`\end{document}`), 0o644); err != nil {
		t.Fatal(err)
	}
	c := exec.Command("pdflatex", "-interaction=nonstopmode", "-halt-on-error", "paper")
	c.Dir = at
	if out, err := c.CombinedOutput(); err != nil || strings.Contains(string(out), "Missing character") || strings.Contains(string(out), "Overfull") {
		t.Fatalf("pdflatex: %v\n%s", err, out[max(0, len(out)-2000):])
	}
	c = exec.Command("pdftotext", "-layout", "paper.pdf", "-")
	c.Dir = at
	text, err := c.Output()
	if err != nil || !strings.Contains(string(text), "Papua New Guinea") {
		t.Errorf("the paper does not name Papua New Guinea (%v)", err)
	}
}

// An answer of another format is refused, and not read with what has another name left out.
func TestAnAnswerOfAnotherFormatIsRefused(t *testing.T) {
	for text, want := range map[string]string{
		fmt.Sprintf(`{"format": %d}`, lab.Format):   "",
		fmt.Sprintf(`{"format": %d}`, lab.Format-1): fmt.Sprintf("it has format %d of answers, and this build reads format %d", lab.Format-1, lab.Format),
		`{"question": "run"}`:                       "it has format 0 of answers",
		`[`:                                         "unexpected end",
	} {
		if err := ofOurFormat([]byte(text)); want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("of %s it says %v, want %q", text, err, want)
		}
	}
}
