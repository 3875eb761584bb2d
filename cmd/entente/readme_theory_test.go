package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// One more theory takes the file and the line that README.md shows: in a copy of the project with both in place it can be
// played, laid open and compared like the others.
func TestReadmeShowsHowToAddATheory(t *testing.T) {
	if testing.Short() {
		t.Skip("builds a copy of the project")
	}
	need(t, "go")
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks := regexp.MustCompile("(?s)```go\n// (sim/theory_[a-z_]+\\.go)\n(.*?)```.*?```go\n(.*?)```").FindStringSubmatch(string(text))
	if blocks == nil {
		t.Fatal("README.md shows no theory: a block marked go with its file name, then one with the line of sim/parameters.go")
	}
	file, code, line := blocks[1], blocks[2], blocks[3]
	dir := t.TempDir()
	for _, part := range []string{"cmd", "sim", "scenarios", "plots"} {
		if err := os.CopyFS(filepath.Join(dir, part), os.DirFS(filepath.Join("../..", part))); err != nil {
			t.Fatal(err)
		}
	}
	for _, part := range []string{"go.mod", "go.sum"} {
		write(t, filepath.Join(dir, part), read(t, filepath.Join("../..", part)))
	}
	write(t, filepath.Join(dir, file), code)
	parameters := filepath.Join(dir, "sim/parameters.go")
	old := read(t, parameters)
	end := strings.LastIndex(old, "}")
	write(t, parameters, old[:end]+line+old[end:])
	build := exec.Command("go", "build", "-o", filepath.Join(dir, "twelve"), "./cmd/entente")
	build.Dir = dir
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("with the theory of README.md the project does not build: %v\n%s", err, out)
	}
	name := regexp.MustCompile(`toml:"([a-z-]+)"`).FindStringSubmatch(line)[1]
	for _, c := range []struct{ command, says string }{
		{"run pacific-2025 --runs 3 --theory " + name, "What if: theory = " + name},
		{"explain pacific-2025 --state JPN --theory " + name, "the worst quarrel at the table"},
		{"theories pacific-2025 --runs 2", "Friends only"},
		{"explain pacific-2025 --state JPN --set parameters.friends-only.friction=4 --theory " + name,
			"What if: parameters.friends-only.friction = 4"},
	} {
		out, err := exec.Command(filepath.Join(dir, "twelve"), strings.Fields(c.command)...).CombinedOutput()
		if err != nil || !strings.Contains(string(out), c.says) {
			t.Errorf("entente %s does not say %q: %v\n%s", c.command, c.says, err, out)
		}
	}
	// To take unlikeness out of this theory is to let one of its reasons weigh nothing, and that changes something.
	ablate := func(set string) (asked share, without map[string]share) {
		command := "ablate pacific-2025 --runs 40 --json --theory " + name + set
		out, err := exec.Command(filepath.Join(dir, "twelve"), strings.Fields(command)...).Output()
		if err != nil {
			t.Fatalf("entente %s: %v", command, err)
		}
		var told struct {
			InForce  share `json:"in_force"`
			Removals []struct {
				ID      string
				InForce struct{ Second share } `json:"in_force"`
			}
		}
		if err := json.Unmarshal(out, &told); err != nil {
			t.Fatal(err)
		}
		without = map[string]share{}
		for _, r := range told.Removals {
			without[r.ID] = r.InForce.Second
		}
		return told.InForce, without
	}
	with, without := ablate("")
	weightless, _ := ablate(" --set parameters.friends-only.unlikeness=0")
	if without["identity"] != weightless || weightless == with {
		t.Errorf("in force in %d of 40 runs, without unlikeness in %d, where it weighs nothing in %d", with.Count, without["identity"].Count,
			weightless.Count)
	}
	if without["trade"] != with {
		t.Errorf("a theory that knows no trade has another answer without it: %d of 40 runs for %d", without["trade"].Count, with.Count)
	}
	ship(t, dir, file, name, code)
}

// ship does what README.md says that it takes to ship a theory, in a copy of the project that can play it: without, the tests that
// hold the shipped ones to account fail, and with it they pass.
func ship(t *testing.T, dir, file, name, code string) {
	t.Helper()
	write(t, filepath.Join(dir, "README.md"), read(t, "../../README.md"))
	accounted := func() ([]byte, error) {
		c := exec.Command("go", "test", "./sim", "./scenarios", "./plots/page", "-run", "ODD|ParametersComplete|EveryWord|LanguagesHaveTheSameWords")
		c.Dir = dir
		return c.CombinedOutput()
	}
	if out, err := accounted(); err == nil || !strings.Contains(string(out), "ODD.md does not tell "+name) ||
		!strings.Contains(string(out), "parameters.toml lacks parameters."+name) ||
		!strings.Contains(string(out), "the page may say theory."+name) {
		t.Errorf("a theory can be shipped without the rows that README.md asks for:\n%s", out)
	}
	section, values := "\n### 7.25 Friends only: `"+filepath.Base(file)+"`\n\n", "\n["+name+"]\n"
	for _, tag := range regexp.MustCompile(`toml:"([a-z_]+)" range:"([^"]+)" default:"([^"]+)" unit:"([^"]+)"`).FindAllStringSubmatch(code,
		-1) {
		section += "| `" + name + "." + tag[1] + "` | " + tag[4] + " | " + tag[2] + " | judgement |\n"
		values += tag[1] + " = " + tag[3] + " # judgement\n"
	}
	for of, more := range map[string]string{"sim/ODD.md": section, "scenarios/parameters.toml": values} {
		write(t, filepath.Join(dir, of), read(t, filepath.Join(dir, of))+more)
	}
	languages, err := filepath.Glob(filepath.Join(dir, "plots/page/words/*.json"))
	if err != nil || len(languages) == 0 {
		t.Fatalf("the page speaks no language: %v", err)
	}
	for _, words := range languages {
		write(t, words, strings.Replace(read(t, words), "{\n", "{\n  \"theory."+name+"\": \"Friends only\",\n", 1))
	}
	if out, err := accounted(); err != nil {
		t.Errorf("with all that README.md asks for, a theory does not pass the tests of those that are shipped:\n%s", out)
	}
}

type share struct{ Count int }

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// What was spent on the fit of the article's rule and on that of each rival is what the files of both say.
func TestReadmeAndODDTellWhatWasSpentOnEachFit(t *testing.T) {
	made := func(file, pattern string) []string {
		found := regexp.MustCompile(pattern).FindStringSubmatch(read(t, "../../scenarios/"+file))
		if found == nil {
			t.Fatalf("%s does not say how it was made: %s", file, pattern)
		}
		return found[1:]
	}
	steps := 0
	for _, n := range made("posterior.csv", `--burn-in (\d+) --steps (\d+)`) {
		k, _ := strconv.Atoi(n)
		steps += k
	}
	fit := made("tournament.csv", `tournament --runs (\d+) .*--trials (\d+) `)
	chains, search := fmt.Sprintf("four chains of %d steps", steps), fmt.Sprintf("search of %s trials of %s runs", fit[1], fit[0])
	for _, file := range []string{"README.md", "sim/ODD.md"} {
		text := strings.Join(strings.Fields(read(t, "../../"+file)), " ")
		for _, want := range []string{chains, search} {
			if !strings.Contains(text, want) {
				t.Errorf("%s does not say that the fits took %s", file, want)
			}
		}
	}
}
