package main

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write what README.md publishes anew; read it before you commit it")

// What README.md shows of the model's results is made by the commands it names. A change of the model or its figures
// changes it, and must be seen. Where the library of what-ifs or the record of history is told, all of
// the file is made by one command.
func TestPublishedTablesAreThoseOfToday(t *testing.T) {
	if testing.Short() {
		t.Skip("plays all that is published")
	}
	for _, c := range []struct{ file, begin, end, command string }{
		{"../../README.md", "<!-- hindcast: made by `entente hindcast --short --markdown`, checked by a test -->\n",
			"<!-- end of hindcast -->", "hindcast --short --markdown"},
		{"../../README.md", "<!-- theories: made by `entente theories europe-1947 asia-1950 asia-1991 --runs 1000 --short --markdown`, " +
			"checked by a test -->\n",
			"<!-- end of theories -->", "theories europe-1947 asia-1950 asia-1991 --runs 1000 --short --markdown"},
		{"../../README.md", "<!-- tournament: made by `entente tournament --shipped --short --markdown`, checked by a test -->\n",
			"<!-- end of tournament -->",
			"tournament --shipped --short --markdown"},
		{"../../README.md", "<!-- reliability: made by `entente hindcast --held-out --short --markdown`, checked by a test -->\n",
			"<!-- end of reliability -->", "hindcast --held-out --short --markdown"},
		{"../../README.md", "<!-- doubt: made by `entente doubt pacific-2025 --short --markdown`, checked by a test -->\n",
			"<!-- end of doubt -->", "doubt pacific-2025 --short --markdown"},
		{"../../scenarios/README.md", "", "", "library --markdown"},
		{"../../scenarios/EPISODES.md", "", "", "episodes --markdown"},
	} {
		text, err := os.ReadFile(c.file)
		if err != nil && !(*update && c.begin == "") {
			t.Fatal(err)
		}
		before, rest, ok := strings.Cut(string(text), c.begin)
		shown, after, closed := strings.Cut(rest, c.end)
		if c.begin == "" { // the whole of it
			shown, after = string(text), ""
		}
		if !ok || !closed {
			t.Fatalf("%s has lost the marks around what `entente %s` prints", c.file, c.command)
		}
		today, err := exec.Command("entente", strings.Fields(c.command)...).Output()
		if err != nil {
			t.Fatal(err)
		}
		if *update {
			if err := os.WriteFile(c.file, []byte(before+c.begin+string(today)+c.end+after), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if shown != string(today) {
			t.Errorf("%s shows\n%s\nbut entente %s says\n%s\n`make golden` writes it anew", c.file, shown, c.command, today)
		}
	}
}

// gallery is the pictures of README.md, each with the command that draws it.
var gallery = map[string]string{
	"theatres.svg":   "hindcast V1 V4 V6 V10 pacific-union-1949 ocean-pact-1951",
	"in-force.svg":   "run pacific-2025",
	"drivers.svg":    "drivers europe-1947 asia-1991 pacific-2025",
	"tournament.svg": "tournament --shipped",
}

// README.md shows the whole gallery, and no picture that nothing draws.
func TestReadmeShowsTheGallery(t *testing.T) {
	shown := map[string]bool{}
	for _, m := range regexp.MustCompile(`\]\(\.readme/([^)]+)\)`).FindAllStringSubmatch(read(t, "../../README.md"), -1) {
		shown[m[1]] = true
		if gallery[m[1]] == "" {
			t.Errorf("README shows %s, which no command of the gallery draws", m[1])
		}
	}
	for picture := range gallery {
		if !shown[picture] {
			t.Errorf("README does not show %s", picture)
		}
	}
	kept, err := os.ReadDir("../../.readme")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range kept {
		if gallery[f.Name()] == "" {
			t.Errorf("%s is kept, and nothing draws it", f.Name())
		}
	}
}

// The pictures of README.md are charts that its commands draw today.
func TestReadmePicturesAreOfToday(t *testing.T) {
	for picture, command := range gallery {
		dir := t.TempDir()
		if out, err := exec.Command("entente", append(strings.Fields(command), "--out", dir)...).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		kept, today := filepath.Join("../../.readme", picture), read(t, filepath.Join(dir, picture))
		if *update {
			if err := os.MkdirAll(filepath.Dir(kept), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(kept, []byte(today), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if read(t, kept) != today {
			t.Errorf("%s is not the chart of `entente %s`: `make gallery` draws it anew", kept, command)
		}
	}
}
