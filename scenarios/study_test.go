package scenarios

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"entente/sim/lab/design"
)

// studyFiles reads the studies of the tests, and the scenarios they play.
func studyFiles(name string) ([]byte, error) {
	text, err := os.ReadFile(filepath.Join("testdata", "studies", filepath.Base(name)))
	if errors.Is(err, fs.ErrNotExist) {
		return testFiles(filepath.Base(name))
	}
	return text, err
}

// A person with a faulty study sees every fault at once, in words, as with a scenario.
func TestStudyFaultsRead(t *testing.T) {
	paths, err := filepath.Glob("testdata/studies/*.toml")
	if err != nil || len(paths) < 4 {
		t.Fatalf("found %d faulty studies (%v)", len(paths), err)
	}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		opts := Options{ReadFile: studyFiles}
		for line := range strings.Lines(string(text)) {
			if set, ok := strings.CutPrefix(line, "# --set "); ok {
				opts.Set = append(opts.Set, strings.TrimSuffix(set, "\n"))
			}
		}
		_, err = LoadStudy(path, opts)
		if _, ok := err.(Faults); !ok {
			t.Errorf("%s loads with %v, want Faults", path, err)
			continue
		}
		golden, got := strings.TrimSuffix(path, ".toml")+".golden", err.Error()+"\n"
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
			t.Errorf("the faults of %s read\n%s\nwant\n%s", path, got, want)
		}
	}
}

// The shipped studies load, each of another design, and what they say is what comes out, in their order.
func TestShippedStudies(t *testing.T) {
	kinds := map[design.Kind]bool{}
	for _, name := range StudyNames() {
		s, err := LoadStudy(name, Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		kinds[s.Kind] = true
		if s.Name != name || len(s.Factors) < 2 || len(s.Outputs) < 2 || s.Outputs[0].ID != "in-force" || s.Scenario.Scenario.Name != s.Asked {
			t.Errorf("%s is read as %+v", name, s)
		}
		for _, f := range s.Factors {
			if f.Name == f.ID && !strings.Contains(s.File, `name = "`+f.ID) {
				t.Errorf("%s: factor %s has no name for people", name, f.ID)
			}
		}
	}
	if len(kinds) != 4 {
		t.Errorf("the shipped studies have the designs %v; each should have another", kinds)
	}
	s, err := LoadStudy("drivers-2025", Options{Set: []string{"levers.all.threat=1"}})
	if err != nil {
		t.Fatal(err)
	}
	var order []string
	for _, f := range s.Factors {
		order = append(order, f.ID)
	}
	if want := []string{"threat", "trade", "volatility", "ties", "friction", "stance", "washington", "commitment", "depth", "tempo",
		"move"}; !slices.Equal(order, want) {
		t.Errorf("the factors are in the order %v, the file has %v", order, want)
	}
	if f := s.Factors[9]; f.Figure.Path != "rivals.CHN.tempo" || f.Values.Low != 5 || f.Values.High != 35 || f.Figure.High != 50 ||
		s.Outputs[3].State != "JPN" {
		t.Errorf("a factor and an output are read as %+v and %+v", f, s.Outputs[3])
	}
}

// A name that is none is told with the one that was meant, and a scenario is not taken for a study.
func TestUnknownStudies(t *testing.T) {
	for name, want := range map[string]string{
		"driver-2025": "did you mean drivers-2025?", "pacific-2025": "is a scenario, and no study", "tippping": "there are coding-2025, " +
			"constants-2025",
		"./none.toml": "there is no file ./none.toml", "scenarios/pacific-2025.toml": "there is no file",
	} {
		if _, err := LoadStudy(name, Options{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s is told as %v, want %q", name, err, want)
		}
	}
}

// Whatever is thrown at the reader of studies, it reads it or says what is wrong, each time the same, at places that
// exist.
func FuzzLoadStudy(f *testing.F) {
	for _, pattern := range []string{"studies/*.toml", "testdata/studies/*.toml"} {
		paths, err := filepath.Glob(pattern)
		if err != nil {
			f.Fatal(err)
		}
		for _, path := range paths {
			text, err := os.ReadFile(path)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(strings.ReplaceAll(string(text), "pacific-2025", "triad.toml"))
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		opts := Options{ReadFile: func(name string) ([]byte, error) {
			if name == "fuzz.toml" {
				return []byte(text), nil
			}
			return testFiles(name)
		}}
		s, err := LoadStudy("fuzz.toml", opts)
		if err == nil {
			for _, f := range s.Factors {
				for _, u := range []float64{0, 0.3, 1} {
					if v := f.Values.Value(u); !(v >= f.Figure.Low && v <= f.Figure.High) {
						t.Errorf("factor %s is %v at %v, outside its range", f.ID, v, u)
					}
				}
				f.Figure.Set(&s.Scenario.Scenario, f.Values.Value(0.5))
			}
			return
		}
		if _, second := LoadStudy("fuzz.toml", opts); second == nil || second.Error() != err.Error() {
			t.Errorf("read twice, two answers:\n%v\nand\n%v", err, second)
		}
		if faults, ok := err.(Faults); ok {
			for _, fault := range faults {
				if fault.Line < 1 || fault.Col < 1 || fault.Col > len([]rune(fault.Source))+1 || fault.Message == "" {
					t.Errorf("a fault at no place: %+v", fault)
				}
			}
		}
	})
}

// The shipped study of constants moves each calibrated one over what calibration leaves open of it.
func TestTheStudyOfConstantsMovesWhatCalibrationLeavesOpen(t *testing.T) {
	study, err := LoadStudy("constants-2025", Options{})
	if err != nil {
		t.Fatal(err)
	}
	parameters, err := os.ReadFile(parametersFile)
	if err != nil {
		t.Fatal(err)
	}
	left := regexp.MustCompile(`(?m)^(\w+) = \S+ # calibrated, ([0-9.]+) to ([0-9.]+)[;,]`).FindAllStringSubmatch(string(parameters), -1)
	if len(left) < 6 {
		t.Errorf("only %d constants are said to be calibrated", len(left))
	}
	for _, m := range left {
		i := slices.IndexFunc(study.Factors, func(f Factor) bool { return f.Figure.Path == "parameters.decision."+m[1] })
		if i < 0 {
			t.Errorf("%s is calibrated, and the study does not move it", m[1])
			continue
		}
		if v := study.Factors[i].Values; short(v.Low) != m[2] || short(v.High) != m[3] {
			t.Errorf("%s moves from %v to %v, and calibration leaves %s to %s", m[1], v.Low, v.High, m[2], m[3])
		}
	}
}
