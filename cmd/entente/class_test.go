package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"entente/plots/page/class"
)

// The figures of the texts for teaching are those of today, and their claims are so.
func TestTextsForTeachingAreOfToday(t *testing.T) {
	if testing.Short() {
		t.Skip("plays all that the texts tell")
	}
	for _, text := range class.Texts() {
		today, err := workedOutAnew(t.Context(), text.Name)
		if err != nil {
			t.Errorf("%s: %v", text.Name, err)
			continue
		}
		if *update {
			if err := os.WriteFile(filepath.Join("../../plots/page/class", text.Name+".md"), []byte(today), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if today != class.Read(text.Name) {
			t.Errorf("entente class %s shows\n%s\nand with today's model it is\n%s\n`make golden` writes it anew", text.Name, class.Read(text.Name), today)
		}
	}
}

// What the texts tell people to type works as it stands, one after the other, in an empty folder.
func TestCommandsForTeachingRun(t *testing.T) {
	if testing.Short() {
		t.Skip("plays all that the texts show")
	}
	need(t, "sh")
	for _, text := range class.Texts() {
		dir := t.TempDir()
		for _, block := range regexp.MustCompile("(?s)```sh\n(.*?)```").FindAllStringSubmatch(class.Read(text.Name), -1) {
			sh := exec.Command("sh", "-e")
			sh.Dir, sh.Stdin = dir, strings.NewReader(block[1])
			if out, err := sh.CombinedOutput(); err != nil {
				t.Errorf("entente class %s shows\n%s\n%v\n%s", text.Name, block[1], err, out)
			}
		}
	}
}

var namesCommand = regexp.MustCompile("(?m)(?:`|^)entente ([a-z]+)")

// alone is a line with nothing but a command, which is not broken.
var alone = regexp.MustCompile("^ *`[^`]*`$")

// The texts read on a terminal, name commands that are there, and have what they say they have: eight sections of a guide, five
// assignments, and thirty questions with a right answer each, no letter of which gives it away.
func TestTextsForTeachingAreWhole(t *testing.T) {
	there := map[string]bool{}
	for _, c := range root().Commands() {
		there[c.Name()] = true
	}
	for _, text := range class.Texts() {
		shown := class.Read(text.Name)
		if !strings.HasPrefix(shown, "# ") || text.About == "" {
			t.Errorf("%s begins with %.40q", text.Name, shown)
		}
		for n, line := range strings.Split(shown, "\n") {
			if len([]rune(line)) > proseWidth && !strings.HasPrefix(line, "|") && strings.Contains(strings.TrimSpace(line), " ") &&
				!strings.HasPrefix(line, "expectation") && !alone.MatchString(line) {
				t.Errorf("%s:%d has %d columns: %s", text.Name, n+1, len([]rune(line)), line)
			}
		}
		for _, m := range namesCommand.FindAllStringSubmatch(shown, -1) {
			if !there[m[1]] {
				t.Errorf("%s names entente %s, which is not there", text.Name, m[1])
			}
		}
		if slip := regexp.MustCompile(`NaN|Inf\b|%!|<no value>|\{\{`).FindString(shown); slip != "" {
			t.Errorf("%s holds %q", text.Name, slip)
		}
	}
	for name, want := range map[string]int{"guide": 8, "assignments": 5} {
		if n := len(regexp.MustCompile(`(?m)^## \d\. `).FindAllString(class.Read(name), -1)); n != want {
			t.Errorf("%s has %d sections, not %d", name, n, want)
		}
	}
	questions, key, _ := strings.Cut(class.Read("testbank"), "## Key")
	answers := map[string]int{}
	for _, m := range regexp.MustCompile(`(?m)^\d+\. \*\*([A-D])\*\* `).FindAllStringSubmatch(key, -1) {
		answers[m[1]]++
	}
	if n := len(regexp.MustCompile(`(?m)^\*\*\d+\.\*\* `).FindAllString(questions, -1)); n != 30 || strings.Count(questions, "\n- D. ") != 30 {
		t.Errorf("there are %d questions, %d with four answers", n, strings.Count(questions, "\n- D. "))
	}
	for _, letter := range []string{"A", "B", "C", "D"} {
		if n := answers[letter]; n < 6 || n > 9 {
			t.Errorf("%d of the right answers are %s: %v", n, letter, answers)
		}
	}
}

// A text whose claim is not so, or that asks for what is not there, is refused.
func TestAnAnswerIsLookedInto(t *testing.T) {
	a := &asking{ctx: t.Context(), answers: map[string]any{"x": map[string]any{"list": []any{map[string]any{"id": "a.b", "v": 1.0},
		map[string]any{"id": "c", "of": "y", "v": 2.0}}}}}
	for path, want := range map[string]any{"list/0/v": 1.0, "list/-1/v": 2.0, "list/id=a.b/v": 1.0, "list/id=c/v": 2.0, "list/id=c,of=y/v": 2.0} {
		if got, err := a.get("x", path); err != nil || got != want {
			t.Errorf("at %s it has %v, %v", path, got, err)
		}
	}
	for _, path := range []string{"list/2/v", "list/id=d/v", "list/id=c,of=x/v", "no", "list/0/v/w", "list/-3"} {
		if got, err := a.get("x", path); err == nil {
			t.Errorf("at %s it has %v", path, got)
		}
	}
	if _, err := holds(false, "the earth is flat"); err == nil || !strings.Contains(err.Error(), "no longer so that the earth is flat") {
		t.Error("what is not so is let through")
	}
}

func TestProseForTeachingIsBrokenIntoLines(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("word ", 20))
	got := inLines("# A heading of which nothing is broken, however long it is, and this one is long enough\n\n" + long + "\n\n- A. " + long +
		"\n- B. " + long + "\n\n```sh\n" + long + "\n\n" + long + "\n```\n| " + long + " |\n")
	want := "# A heading of which nothing is broken, however long it is, and this one is long enough\n\n" +
		strings.TrimSpace(strings.Repeat("word ", 16)) + "\nword word word word\n\n- A. " + strings.TrimSpace(strings.Repeat("word ", 15)) +
		"\n     word word word word word\n- B. " + strings.TrimSpace(strings.Repeat("word ", 15)) + "\n     word word word word word\n\n```sh\n" + long +
		"\n\n" + long + "\n```\n| " + long + " |\n"
	if got != want {
		t.Errorf("it is\n%s\nand should be\n%s", got, want)
	}
}
