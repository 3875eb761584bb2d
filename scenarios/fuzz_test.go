package scenarios

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

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

// Each key of a good scenario is given each of these odd values in turn. The reader takes it or says why not, and what
// it takes can be written and read again.
func TestOddValues(t *testing.T) {
	odd := []string{"nan", "-1", "0", "1", "1e300", "9223372036854775807", "2025", "1951-09-08", "12:00:00", "true", "''",
		"'AAA'", "'all'", "[]", "['AAA']", "['AAA', 'CCC']", "[[1]]", "{}", "{ AAA = 0.5 }", "{ all = 1 }", "{ CCC = 2027 }",
		"{ 2020 = 0.5, '2020Q1' = 0.6 }", "{ 2020 = 0.1, '2025-07' = 0.2 }", "[{ a = 1 }]"}
	taken := 0
	var visit func(n *node, path string)
	visit = func(n *node, path string) {
		for _, k := range n.keys() {
			p := join(path, k)
			for _, value := range odd {
				l, err := Load("triad.toml", Options{Set: []string{p + "=" + value}, ReadFile: testFiles})
				if err != nil {
					continue
				}
				taken++
				if why := again(l); why != "" {
					t.Errorf("--set %s=%s: %s", p, value, why)
				}
			}
			if p != "parameters" {
				visit(n.table[k], p)
			}
		}
	}
	visit(load(t, "triad.toml").root, "")
	if taken < 200 {
		t.Errorf("only %d of the odd values were taken", taken)
	}
}
