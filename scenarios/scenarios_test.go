package scenarios

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"entente/sim"
)

// load reads a scenario of the tests, with --sets.
func load(t *testing.T, name string, sets ...string) *Loaded {
	t.Helper()
	l, err := Load(name, Options{Set: sets, ReadFile: testFiles})
	if err != nil {
		t.Fatalf("%s %v: %v", name, sets, err)
	}
	return l
}

func date(t *testing.T, text string) sim.Date {
	t.Helper()
	d, err := sim.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// A name that is not there is told with where to look.
func TestANameThatIsNotThereSaysWhereToLook(t *testing.T) {
	if _, err := Load("no-such-scenario", Options{}); err == nil || !strings.Contains(err.Error(), "no shipped scenario") {
		t.Errorf("a name that is not shipped: %v", err)
	}
	if _, err := Load("./none.toml", Options{}); err == nil || !strings.Contains(err.Error(), "no file ./none.toml") {
		t.Errorf("a file that is not there: %v", err)
	}
	if slices.Contains(Names(), "parameters") {
		t.Error("the parameters pass for a scenario")
	}
	for _, name := range Names() {
		slip := name[:1] + name[2:]
		if _, err := Load(slip, Options{}); err == nil || !strings.Contains(err.Error(), "did you mean "+name) {
			t.Errorf("%s for %s: %v", slip, name, err)
		}
	}
}

// The base of a scenario is what Load reads it by.
func TestBaseIsWhatLoadReads(t *testing.T) {
	for name, want := range map[string]string{
		"pacific-2025": "", "europe-1982": "europe-1947", "testdata/good/triad.toml": "",
		"testdata/good/thaw.toml": "testdata/good/triad.toml",
	} {
		l, err := Load(name, Options{Set: []string{"title=\"What if\""}})
		if err != nil {
			t.Fatal(err)
		}
		if l.Base != want {
			t.Errorf("the base of %s is said to be %q, want %q", name, l.Base, want)
		}
		if l.Base != "" {
			if _, err := Load(l.Base, Options{}); err != nil {
				t.Errorf("the base of %s cannot be loaded: %v", name, err)
			}
		}
	}
}

// Whatever is thrown at the reader, it reads it or says what is wrong, each time the same, at places that exist; and
// what it has read can be written and read again.
func FuzzLoad(f *testing.F) {
	for _, pattern := range []string{"*.toml", "testdata/good/*.toml", "testdata/bad/*.toml"} {
		paths, err := filepath.Glob(pattern)
		if err != nil {
			f.Fatal(err)
		}
		for _, path := range paths {
			text, err := os.ReadFile(path)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(string(text), "states.AAA.stance=0.5")
			for line := range strings.Lines(string(text)) {
				if set, ok := strings.CutPrefix(line, "# --set "); ok {
					f.Add("format=1\nbase='triad.toml'", strings.TrimSuffix(set, "\n"))
				}
			}
		}
	}
	f.Add("e=\"嘘", "") // the TOML library points into the last character
	f.Fuzz(func(t *testing.T, text, set string) {
		opts := Options{ReadFile: func(name string) ([]byte, error) {
			switch name {
			case "fuzz.toml":
				return []byte(text), nil
			case "triad.toml":
				return testFiles(name)
			}
			return nil, fs.ErrNotExist
		}}
		if set != "" {
			opts.Set = []string{set}
		}
		checkMarks(t, text)
		l, err := Load("fuzz.toml", opts)
		if err == nil {
			if why := again(l); why != "" {
				t.Error(why)
			}
			for _, p := range l.root.paths(3) {
				l.Cite(p)
			}
			return
		}
		if _, second := Load("fuzz.toml", opts); second == nil || second.Error() != err.Error() {
			t.Errorf("read twice, two answers:\n%v\nand\n%v", err, second)
		}
		for _, fault := range err.(Faults) {
			if fault.Line < 1 || fault.Col < 1 || fault.Col > len([]rune(fault.Source))+1 || fault.Message == "" {
				t.Errorf("a fault at no place: %+v", fault)
			}
		}
	})
}

// checkMarks holds our walk of the text to what the TOML library read: every key has its place.
func checkMarks(t *testing.T, text string) {
	values := map[string]any{}
	_, err := toml.Decode(text, &values)
	if err != nil || text != "" && text[0] >= 0xfe { // a mark of UTF-16, which the library passes over
		return
	}
	src := newSource("fuzz.toml", text)
	src.index()
	var check func(v any, m *mark, path string)
	check = func(v any, m *mark, path string) {
		switch x := v.(type) {
		case map[string]any:
			if len(x) != len(m.table) {
				t.Errorf("%s has %d keys, found places of %d", path, len(x), len(m.table))
			}
			for k, v := range x {
				if m.table[k] == nil {
					t.Errorf("%s has no place", join(path, k))
					continue
				}
				check(v, m.table[k], join(path, k))
			}
		case []map[string]any:
			if len(x) != len(m.items) {
				t.Errorf("%s has %d tables, found places of %d", path, len(x), len(m.items))
				return
			}
			for i := range x {
				check(x[i], m.items[i], path)
			}
		case []any:
			if len(x) != len(m.items) {
				t.Errorf("%s has %d items, found places of %d", path, len(x), len(m.items))
				return
			}
			for i := range x {
				check(x[i], m.items[i], path)
			}
		default:
			var back struct{ V any }
			if _, err := toml.Decode("V="+src.text[m.value.from:m.value.to], &back); err != nil || back.V == nil {
				t.Errorf("%s: %q is not its value: %v", path, src.text[m.value.from:m.value.to], err)
			}
		}
	}
	check(values, src.marks, "")
}
