package scenarios

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

// loadText reads a text as if it were a file.
func loadText(text string, sets ...string) error {
	_, err := Load("./any.toml", Options{Set: sets, ReadFile: func(string) ([]byte, error) { return []byte(text), nil }})
	return err
}

// repeated is a text of about so many bytes that repeats a line; %d in it counts.
func repeated(before, line, after string, size int) string {
	var b strings.Builder
	b.WriteString(before)
	for i := 0; b.Len() < size; i++ {
		b.WriteString(strings.ReplaceAll(line, "%d", fmt.Sprint(i)))
	}
	return b.String() + after
}

var large = []struct{ why, before, line, after string }{
	{"unknown keys", "format=1\n", "zz%d=1\n", ""},
	{"rows without what they need", "format=1\n", "[ties.t%d]\nmembers=['Q','R']\n", ""},
	{"clauses", "format=1\n", "[clauses.c%d]\n", ""},
	{"states", "format=1\n", "[states.S%d]\n", ""},
	{"a list of names", "format=1\n[shocks.s]\nfelt=[\n", "'Q%d',\n", "]\n"},
	{"a date again and again", "format=1\n[states.AAA]\nelections=[\n", "2026,\n", "]\n"},
	{"a series", "format=1\n[states.AAA.stance]\n", "a%d=1\n", ""},
	{"what to leave out", "format=1\nbase='pacific-2025'\nwithout=[\n", "'a.b%d',\n", "]\n"},
	{"comments", "format=1\n", "# a word\n", ""},
	{"a text", "format=1\ntitle='''\n", "a word\n", "'''\n"},
	{"faults side by side", "format=1\nx={a=1}\n", "y%d={a=1,b=2,c=3,d=4,e=5,f=6}\n", ""},
	{"brackets that do not close", "format=1\nx=", "[\n", ""},
}

// A text twice as long takes about twice the work: counted is what is allotted, in pieces and in bytes, and not time.
func TestReadingIsLinear(t *testing.T) {
	cost := func(text string) (pieces, bytes float64) {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		loadText(text)
		runtime.ReadMemStats(&after)
		return float64(after.Mallocs - before.Mallocs), float64(after.TotalAlloc - before.TotalAlloc)
	}
	for _, c := range large {
		cost(repeated(c.before, c.line, c.after, 1000)) // what is done once
		pieces, bytes := cost(repeated(c.before, c.line, c.after, 100_000))
		pieces2, bytes2 := cost(repeated(c.before, c.line, c.after, 200_000))
		if pieces2 > 2.6*pieces || bytes2 > 2.6*bytes {
			t.Errorf("%s: twice the text takes %.1f times the pieces and %.1f times the bytes of memory", c.why, pieces2/pieces,
				bytes2/bytes)
		}
	}
}

// A large file is read to its end, or refused, and what is told fits a few screens.
func TestLargeFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 12 MB")
	}
	for _, c := range large {
		err := loadText(repeated(c.before, c.line, c.after, mostBytes/4))
		if err == nil {
			t.Errorf("%s: nothing is wrong with it", c.why)
		} else if n := len(err.Error()); n > 50_000 {
			t.Errorf("%s: %d bytes are told", c.why, n)
		}
	}
}

// Each limit is told in a sentence, with its place.
func TestEachLimitIsToldWithItsPlace(t *testing.T) {
	base := "format=1\nbase='pacific-2025'\n"
	for _, c := range []struct{ why, text, want string }{
		{"a file too large", base + strings.Repeat("# ....\n", mostBytes/7), `any.toml:1:1: the file is larger than 4 MB`},
		{"a line too long", base + "# " + strings.Repeat("a", longestLine),
			`any.toml:3:10001: line 3 has 10002 characters; a line may have at most 10000`},
		{"brackets without end", base + "x=" + strings.Repeat("[\n", 1_000_000), `any.toml:19:1: brackets are nested more than 16 deep`},
		{"brackets side by side", base + "x=" + strings.Repeat("[", 5000), `any.toml:3:19: brackets are nested more than 16 deep`},
		{"tables without end", base + "x=" + strings.Repeat("{a=", 3000), `any.toml:3:51: brackets are nested more than 16 deep`},
		{"headers without end", base + strings.Repeat("[", 5000), `any.toml:3:17: brackets are nested more than 16 deep`},
		{"a key without end", base + "a" + strings.Repeat(".a", 4000) + "=1", `any.toml:3:32: this key has more than 16 names`},
		{"a header with a key without end", base + "[a" + strings.Repeat(" . a", 2000) + "]",
			`any.toml:3:64: this key has more than 16 names`},
		{"too many clauses", repeated(base, "[clauses.c%d]\n", "", 10_000), `clauses holds \d+ rows, and may hold at most 200`},
		{"too many names", base + "[clauses.asian-nato]\nfounders=[" + strings.Repeat("'JPN',", 201) + "]",
			`founders names 201, and there may be at most 200`},
		{"too many points", repeated(base+"[states.JPN.stance]\n", "a%d=1\n", "", 30_000),
			`stance holds \d+ dated numbers, and may hold at most 2400`},
		{"no text at all", "\x00\x00\x00\x00", `any.toml:1:1: this is no text: it holds a zero byte`},
		{"a workbook", "PK\x03\x04\x00\x00", `any.toml:1:1: this is a workbook`},
		{"a text with a zero", base + "x='\x00'", `any.toml:3:4: this is no text`},
	} {
		err := loadText(c.text)
		if err == nil || !regexp.MustCompile(c.want).MatchString(err.Error()) {
			t.Errorf("%s: %.300v, want %s", c.why, err, c.want)
		}
	}
	var sets []string
	for range mostSets + 1 {
		sets = append(sets, "start=2025")
	}
	if err := loadText(base, sets...); err == nil || !strings.Contains(err.Error(), "there are 1001 --sets, and may be at most 1000") {
		t.Errorf("too many --sets: %.300v", err)
	}
	if err := loadText(base, "x="+strings.Repeat("[", 5000)); err == nil || !strings.Contains(err.Error(), "--set 1: brackets are nested") {
		t.Errorf("brackets in a --set: %.300v", err)
	}
}

// After a hundred faults the rest are counted.
func TestFaultsAreCounted(t *testing.T) {
	err := loadText(repeated("format=1\nbase='pacific-2025'\n", "zz%d=1\n", "", 3000))
	text := err.Error()
	if n := strings.Count(text, "unknown key"); n != mostShown {
		t.Errorf("%d faults are told, want %d", n, mostShown)
	}
	all := len(err.(Faults))
	for _, want := range []string{fmt.Sprintf("and %d more, which are not shown", all-mostShown), fmt.Sprintf("\n%d faults", all)} {
		if !strings.Contains(text, want) {
			t.Errorf("the faults do not say %q", want)
		}
	}
}

// What has no end is not read.
func TestOnlyFilesAreRead(t *testing.T) {
	dir := t.TempDir()
	for name, want := range map[string]string{dir: "is a folder", os.DevNull: "is a device"} {
		if _, err := ReadFile(name); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want that it %s", name, err, want)
		}
	}
	file := filepath.Join(dir, "large.csv")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(file, 1<<30); err != nil { // takes no room on the disk
		t.Skip(err)
	}
	if _, err := LoadActors(file, Propensities, nil); err == nil || !strings.Contains(err.Error(), "larger than 16 MB") {
		t.Errorf("a file of a gigabyte: %.200v", err)
	}
}

// Where our scan lets a text pass, the TOML library has little to go down into; and it keeps no text from it that has few
// brackets and dots.
func FuzzShallow(f *testing.F) {
	for _, text := range []string{"x=[[[1]]]", "a.b.c=1", "x={a={b=[1.5, 2.5]}}", "x='''[[['''\ny=\"\\\"[\"",
		"# [[[\nx=\"\"\"a\"\"[\"\"\"\"\"", "[[a.b]]\nc=[\n1,#]\n]", "x=\"\"\"\\\"\"\"[[[[[[[[[[[[[[[[[[[[[\"\"\""} {
		f.Add(text)
	}
	for _, c := range large {
		f.Add(repeated(c.before, c.line, c.after, 300))
	}
	f.Fuzz(func(t *testing.T, text string) {
		src := newSource("fuzz.toml", text)
		passes := (&collector{}).shallow(src)
		if !passes && strings.Count(text, "[")+strings.Count(text, "{") <= deepestNesting && strings.Count(text, ".") < deepestNesting {
			t.Errorf("%q is refused and has few brackets and dots", text)
		}
		if !passes {
			return
		}
		values := map[string]any{}
		// each table may have a dotted key
		if _, err := toml.Decode(src.text, &values); err == nil && depth(values) > deepestNesting*(deepestNesting+1) {
			t.Errorf("%q passes and is %d deep", text, depth(values))
		}
	})
}

func depth(v any) int {
	most := 0
	switch x := v.(type) {
	case map[string]any:
		for _, y := range x {
			most = max(most, depth(y))
		}
	case []any:
		for _, y := range x {
			most = max(most, depth(y))
		}
	case []map[string]any:
		for _, y := range x {
			most = max(most, depth(y))
		}
	default:
		return 0
	}
	return most + 1
}
