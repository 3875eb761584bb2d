package scenarios

import (
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

// testFiles reads the scenarios of the tests, whichever directory they are in, by their last name.
func testFiles(name string) ([]byte, error) {
	for _, dir := range []string{"good", "bad"} {
		text, err := os.ReadFile(filepath.Join("testdata", dir, name))
		if !errors.Is(err, fs.ErrNotExist) {
			return text, err
		}
	}
	return nil, fs.ErrNotExist
}

// A person with a faulty scenario sees every fault at once, in words. Lines "# --set path=value" and "# --as-of day" at the
// top of a file stand for the command line.
func TestFaultsRead(t *testing.T) {
	paths, err := filepath.Glob("testdata/bad/*.toml")
	if err != nil || len(paths) < 30 {
		t.Fatalf("found %d bad scenarios (%v), want at least 30", len(paths), err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".toml"), func(t *testing.T) {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			opts := Options{ReadFile: testFiles}
			for line := range strings.Lines(string(text)) {
				if set, ok := strings.CutPrefix(line, "# --set "); ok {
					opts.Set = append(opts.Set, strings.TrimSuffix(set, "\n"))
				}
				if day, ok := strings.CutPrefix(line, "# --as-of "); ok {
					opts.AsOf = date(t, strings.TrimSuffix(day, "\n"))
				}
			}
			_, err = Load(filepath.Base(path), opts)
			if err == nil {
				t.Fatal("loads without a fault")
			}
			if _, ok := err.(Faults); !ok {
				t.Errorf("the error is a %T, want Faults", err)
			}
			golden := strings.TrimSuffix(path, ".toml") + ".golden"
			got := err.Error() + "\n"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("the faults read\n%s\nwant\n%s", got, want)
			}
		})
	}
}
