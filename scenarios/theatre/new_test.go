package theatre

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"entente/scenarios"
)

// What is measured of the made-up world, worked by hand.
func TestMeasures(t *testing.T) {
	d := read(t, lay(t, asPublished, false))
	text := d.New(manila(t)).Text
	for _, c := range []struct{ why, line string }{
		{"every year is given, the year before the start too", `capability = { 1953 = 0.003, 1954 = 0.003, 1955 = 0.0035 } # measured: COW NMC v6.0, 1953-55`},
		{"-9 is missing, and a line is drawn across", `capability = { 1953 = 0.002, 1955 = 0.004 } # measured: COW NMC v6.0, 1953, 1955; none in 1954: a line across`},
		{"spending is in billions", `military_spending = { 1953 = 49.62, 1954 = 42.79, 1955 = 40.52 } # measured: COW NMC v6.0, current US$ bn, 1953-55`},
		{"half of a pair's trade may be on record: 2 / (80 + 2 + 18)", `trade.CHN = { 1954 = 0.02 } # measured: COW trade v4.0 with 3 partners, 1954; none after 1954: level from then`},
		{"a pair of which nothing is on record is asked for", `trade.CHN = "TODO" # measured: nothing in COW trade v4.0 with 2 partners; give the share of its trade that is with China, 0 if there is none`},
		{"trade over GDP in prices of the year: 100 / (30000 x 390.5 / 3000)", `openness = { 1954 = 0.026 } # measured: COW trade v4.0 over simulated GDP in US prices of the year, 1954; none after 1954: level from then`},
		{"a session is a year", `ideal_point = { 1953 = 0.5, 1954 = 0.6 } # measured: UN 2024-06, all votes, 1953-54; none after 1954: level from then`},
		{"NA is missing, and the first that there is is carried back", `ideal_point = { 1957 = 0.9 } # measured: UN 2024-06, all votes, 1957 is the first there is: carried back`},
		{"a figure too far off is told and not taken", `ideal_point = "TODO" # measured: UN 2024-06, all votes: the nearest there is, -1.9, is of 1971, which is too far; give the ideal point of a state like it; -4 to 4`},
		{"one change in the five years before each: (1 + 1) / (5 + 6.37), the same throughout", `volatility = { 1953 = 0.176 } # measured: Archigos, (changes of leader + 1) / (years + 6.37) in the five before, 1953-55`},
		{"elections that were held, no referendum and no second round", `elections = ["1955-11-08"] # measured: REIGN; called early: 1955-11-08`},
		{"the capital of the day", `latitude = 14.651 # measured: Quezon City, capital coordinates of peacesciencer`},
		{"a dispute is counted once, a rivalry by its years", `contest.CHN = "TODO" # rubric: what does China dispute with it? Hints: 2 disputes 1944-53, force used in 1, deaths, the last in 1952 (MID v4.03); rivals 1949-1989 (Thompson)`},
		{"a later dispute is a hint too", `friction = "TODO" # rubric: what is their quarrel? Hints: 1 dispute 1954-55, force used in 1, the last in 1955 (MID v4.03); 400 miles of water between`},
		{"a known treaty has its name", `title = "Manila Pact" # measured: ATOP v5.1, treaty 3260`},
		{"of two phases of one text one tie", `since = 1954-09-08 # measured: signed, ATOP v5.1, treaty 3260`},
		{"a day that is not known is left out", `since = 1951 # measured: signed, ATOP v5.1, treaty 9001`},
		{"who alone owes defence guarantees", `guarantor = "USA" # measured: alone owes defence, ATOP v5.1, treaty 9003`},
		{"a state that was born in the window counts from there: (0 + 1) / (4.73 + 6.37)", `volatility = { 1953 = 0.09, 1954 = 0.088, 1955 = 0.088 } # measured: Archigos, (changes of leader + 1) / (years + 6.37) in the five before, 1953-55`},
	} {
		if !strings.Contains(text, "\n"+c.line+"\n") {
			t.Errorf("%s: there is no line\n%s", c.why, c.line)
		}
	}
	for why, never := range map[string]string{
		"a sham election is none":                  "1954-02-26",
		"a treaty that ended before is none":       "9002",
		"a pair without a quarrel is not asked of": "[relations.PHL-USA]",
		"a treaty whose last phase is open holds":  "until = ",
	} {
		if strings.Contains(text, never) {
			t.Errorf("%s, and yet %q is written", why, never)
		}
	}
	if t.Failed() {
		t.Log(text)
	}
}

var comment = regexp.MustCompile(` # .*`)

// The publishers' files and those of the packages, packed or not, hold the same facts: they give the same figures.
func TestLayoutsAgree(t *testing.T) {
	figures := func(files map[string]string, pack bool) []string {
		var lines []string
		for line := range strings.Lines(read(t, lay(t, files, pack)).New(manila(t)).Text) {
			if !strings.HasPrefix(line, "#") {
				lines = append(lines, comment.ReplaceAllString(line, ""))
			}
		}
		return lines
	}
	want := figures(asPublished, false)
	for why, got := range map[string][]string{"packages": figures(asPackages, false), "packages, packed": figures(asPackages, true), "publishers, packed": figures(asPublished, true)} {
		for k := range min(len(got), len(want)) {
			if got[k] != want[k] {
				t.Errorf("%s: line %d is %s, want %s", why, k+1, got[k], want[k])
			}
		}
		if len(got) != len(want) {
			t.Errorf("%s: %d lines, want %d", why, len(got), len(want))
		}
	}
}

// A new theatre has no fault but what it asks, and each question is told.
func TestLoadsButForWhatItAsks(t *testing.T) {
	s := read(t, lay(t, asPublished, false)).New(manila(t))
	load := func(text string) (*scenarios.Loaded, error) {
		return scenarios.Load("manila.toml", scenarios.Options{ReadFile: func(string) ([]byte, error) { return []byte(text), nil }})
	}
	_, err := load(s.Text)
	var faults scenarios.Faults
	if !errors.As(err, &faults) {
		t.Fatalf("it loads with %v", err)
	}
	var asked []int
	for k, line := range strings.Split(s.Text, "\n") {
		if strings.Contains(line, `= "TODO"`) {
			asked = append(asked, k+1)
		}
	}
	var told []int
	for _, f := range faults {
		told = append(told, f.Line)
		if _, question, _ := strings.Cut(f.Source, " # "); question == "" || !strings.Contains(f.Message, "is still to be given: "+question[:10]) {
			t.Errorf("line %d is at fault without a question: %s", f.Line, f.Message)
		}
	}
	if !slices.Equal(asked, told) || len(asked) != s.ToCode {
		t.Errorf("it asks in lines %v (%d by its own count), and lines %v are at fault", asked, s.ToCode, told)
	}

	coded := strings.NewReplacer(`posture = "TODO"`, `posture = "overt"`, `ratification_years = "TODO"`, "ratification_years = 0.5", `"TODO"`, "0.3").Replace(s.Text)
	l, err := load(coded)
	if err != nil {
		t.Fatalf("coded, it does not load: %v", err)
	}
	for _, w := range l.Warnings() {
		t.Errorf("coded, it is warned of: %s", w)
	}
}

// The head of a file gives the rungs of the rubric, and every question is about a row of it.
func TestRungsAreTheRubrics(t *testing.T) {
	text, err := os.ReadFile("../RUBRIC.md")
	if err != nil {
		t.Fatal(err)
	}
	number := regexp.MustCompile(`-?\b\d(?:\.\d+)?\b`)
	sections := map[string]string{}
	for _, s := range strings.Split(string(text), "\n## ")[1:] {
		head, body, _ := strings.Cut(s, "\n")
		names, _, _ := strings.Cut(head, ":")
		for name := range strings.SplitSeq(names, ", ") {
			sections[name] = body
		}
	}
	sections["centre"], sections["spread"] = sections["stance"], sections["stance"]
	for _, r := range rungs {
		for _, rung := range strings.Split(r.text, ";") {
			if n := number.FindString(rung); n == "" || !slices.Contains(number.FindAllString(sections[r.key], -1), n) {
				t.Errorf("%s has a rung %q that the rubric has not", r.key, rung)
			}
		}
	}
	for key := range questions {
		if key != "posture" && sections[key] == "" { // posture is one of four words, and no rung
			t.Errorf("the rubric has no row for %s", key)
		}
	}
}

// States that were divided, joined or ended have the figures of whoever stood in their place.
func TestSuccessors(t *testing.T) {
	nmc := "ccode,year,cinc\n255,1940,0.1\n260,1960,0.2\n265,1960,0.03\n255,1995,0.3\n365,1960,0.17\n365,1995,0.06\n345,1960,0.01\n345,2010,0.002\n315,1960,0.015\n" +
		"316,1995,0.007\n678,1960,0.001\n679,1995,0.0015\n680,1975,0.0002\n816,1960,0.004\n816,1995,0.006\n817,1960,0.005\n"
	vdem := "gwcode,year,v2x_polyarchy\n260,1960,0.8\n260,1995,0.85\n265,1960,0.1\n340,2010,0.5\n345,1960,0.2\n365,1960,0.1\n678,1960,0.05\n678,1995,0.15\n816,1995,0.12\n"
	un := "iso3c,year,idealpointall\nDEU,1995,1\nRUS,1960,-3\nRUS,1995,0.5\nSRB,1960,-0.5\nSRB,2010,0.4\nCZE,1960,-2.5\nCZE,1995,0.9\nVDR,1960,1.1\nVNM,1995,-1\nYAR,1960,-0.3\n"
	d := read(t, lay(t, map[string]string{"nmc.csv": nmc, "vdem.csv": vdem, "idealpoint.csv": un}, false))
	for _, c := range []struct {
		panel *panel
		id    string
		year  int
		want  float64
	}{
		{d.capability, "DEU", 1940, 0.1}, {d.capability, "DEU", 1960, 0.2}, {d.capability, "DEU", 1995, 0.3}, {d.capability, "DDR", 1960, 0.03},
		{d.capability, "SUN", 1960, 0.17}, {d.capability, "RUS", 1995, 0.06}, {d.capability, "YUG", 1960, 0.01}, {d.capability, "SRB", 2010, 0.002},
		{d.capability, "CSK", 1960, 0.015}, {d.capability, "CZE", 1995, 0.007}, {d.capability, "YEM", 1960, 0.001}, {d.capability, "YEM", 1995, 0.0015},
		{d.capability, "YMD", 1975, 0.0002}, {d.capability, "VNM", 1960, 0.004}, {d.capability, "RVN", 1960, 0.005},
		{d.polyarchy, "DEU", 1960, 0.8}, {d.polyarchy, "DEU", 1995, 0.85}, {d.polyarchy, "SRB", 2010, 0.5}, {d.polyarchy, "YUG", 1960, 0.2},
		{d.polyarchy, "SUN", 1960, 0.1}, {d.polyarchy, "YEM", 1960, 0.05}, {d.polyarchy, "YEM", 1995, 0.15}, {d.polyarchy, "VNM", 1995, 0.12},
		{d.ideal, "DEU", 1995, 1}, {d.ideal, "SUN", 1960, -3}, {d.ideal, "RUS", 1995, 0.5}, {d.ideal, "YUG", 1960, -0.5}, {d.ideal, "SRB", 2010, 0.4},
		{d.ideal, "CSK", 1960, -2.5}, {d.ideal, "CZE", 1995, 0.9}, {d.ideal, "RVN", 1960, 1.1}, {d.ideal, "VNM", 1995, -1}, {d.ideal, "YEM", 1960, -0.3},
	} {
		if x, ok := c.panel.figure(polity(t, c.id), c.year); !ok || x != c.want {
			t.Errorf("%s in %d is %v (%v), want %v", c.id, c.year, x, ok, c.want)
		}
	}
	for _, gone := range []struct {
		id   string
		year int
	}{{"DDR", 1995}, {"CZE", 1960}, {"CSK", 1995}, {"RVN", 1995}} {
		if x, ok := d.capability.figure(polity(t, gone.id), gone.year); ok {
			t.Errorf("%s in %d is %v, and there was no such state", gone.id, gone.year, x)
		}
	}
}

// The table of states gives no number to two of them in one year, but for a state and who came in its place.
func TestNumbersAreOfOneState(t *testing.T) {
	same := []string{"RUS SUN", "SRB YUG"}
	for _, year := range []int{1930, 1950, 1989, 2000, 2020} {
		for _, s := range []system{cow, gw} {
			of := map[string]string{}
			for id, p := range polities() {
				for _, n := range p.names(s, year) {
					pair := []string{of[n], id}
					slices.Sort(pair)
					if of[n] != "" && !slices.Contains(same, strings.Join(pair, " ")) {
						t.Errorf("%s is %v in %d", n, pair, year)
					}
					of[n] = id
				}
			}
		}
	}
	if n := len(polities()); n < 200 {
		t.Errorf("there are only %d states", n)
	}
}

// Whoever writes a state otherwise is told how it is written.
func TestSuggestsStates(t *testing.T) {
	for word, want := range map[string]string{
		"PHI": "did you mean PHL (Philippines)?", "840": "did you mean PHL (Philippines)?", "philippines": "did you mean PHL (Philippines)?",
		"phl": "did you mean PHL (Philippines)?", "YAR": "did you mean YEM (Yemen)?", "QQQ": "three letters of ISO 3166",
	} {
		if _, err := PolityOf(word); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", word, err, want)
		}
	}
}

// All that is wrong with the files of a folder is told at once, each with its line.
func TestFaultsOfData(t *testing.T) {
	folder := lay(t, map[string]string{
		"nmc.csv":          "ccode,year,cinc,milex\n2,1953,0.3,many\n2,1954,1.4,5\n2,nineteen,0.3,5\n2,1956\n",
		"vdem.csv":         "COWcode;year;v2x_polyarchy\n2;1953;0.6\n2;1954;6\n",
		"Archigos.csv":     "ccode,startdate,enddate\n2,1945-04-12,soon\n",
		"capitals.csv":     "ccode,capital,stdate,enddate,breadth,length\n",
		"contdir.gz":       "no table",
		"cow_trade.csv.gz": "\x1f\x8bnot gzip",
	}, false)
	_, err := Read(t.Context(), folder)
	var faults scenarios.Faults
	if !errors.As(err, &faults) {
		t.Fatalf("the error is %v", err)
	}
	for _, want := range []string{
		"nmc.csv:2:12: milex is \"many\", must be a number",
		"nmc.csv:3:8: cinc is 1.4, must lie in [0, 1]",
		"nmc.csv:4:3: year is \"nineteen\", must be a number",
		"nmc.csv:5:1: the row has 2 columns and the header 4",
		"vdem.csv:3:8: v2x_polyarchy is 6, must lie in [0, 1]",
		"     3 | 2;1954;6",
		"Archigos.csv:2:14: enddate is \"soon\", must be a date",
		"capitals.csv:1:1: it is named like peacesciencer and lacks the column lat, lng",
		"cow_trade.csv.gz:1:1: it cannot be read",
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("nobody says %s", want)
		}
	}
	if len(faults) != 8 {
		t.Errorf("there are %d faults, want 8", len(faults))
	}
	if t.Failed() {
		t.Log(err)
	}
}

// Of two versions the newer is read, and the other is told.
func TestTakesTheNewest(t *testing.T) {
	d := read(t, lay(t, map[string]string{
		"NMC_5_0.csv": "ccode,year,cinc\n2,1954,0.1\n", "NMC-60-abridged.csv": "ccode,year,cinc\n2,1954,0.2\n", "NMC-7.0.zip": "PK", "V-Dem-CY-Core-v15.dta": "x",
	}, false))
	if x, _ := d.capability.figure(polity(t, "USA"), 1954); x != 0.2 {
		t.Errorf("it is %v, which is of the older file", x)
	}
	for _, want := range []string{"COW NMC v6.0", "not taken: NMC_5_0.csv", "cannot be read: V-Dem-CY-Core-v15.dta", "not there: it gives polyarchy"} {
		if !strings.Contains(d.Told(), want) {
			t.Errorf("nobody says %q:\n%s", want, d.Told())
		}
	}
}

// A folder without any data set, and one that is not there, are told apart.
func TestNoData(t *testing.T) {
	if _, err := Read(t.Context(), filepath.Join(t.TempDir(), "none")); err == nil || !strings.Contains(err.Error(), "there is no folder") {
		t.Errorf("a folder that is not there: %v", err)
	}
	if _, err := Read(t.Context(), t.TempDir()); err == nil || !strings.Contains(err.Error(), "none of the data sets") {
		t.Errorf("an empty folder: %v", err)
	}
}
