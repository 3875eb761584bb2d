package theatre

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// byHand is what a scholar does to a new file, line by line.
var byHand = strings.NewReplacer(
	`stance = "TODO" # rubric: what has its government said of a clause with the leading power?`,
	`stance = 0.6 # rubric 0.6: Phibun welcomes it`,
	"capability = { 1953 = 0.11, 1955 = 0.13 } # measured: COW NMC v6.0, 1953-55", "capability = 0.5 # my own",
	"latitude = 13.75 # measured: Bangkok, capital coordinates of peacesciencer\n", "",
	`title = "A collective-defence pact"`, "title = \"The Manila Pact\" # measured words\nnotes = '''\n[states.THA]\ncapability = "+
		"1 # measured: not a line of TOML\n'''",
	"gdp = { 1954 = 30 }", "  gdp = { 1954 = 31 }",
)

// Measured lines are measured anew and nothing else is touched; twice over changes nothing.
func TestOnlyMeasuredLinesAreMeasuredAnew(t *testing.T) {
	d := read(t, lay(t, asPublished, false))
	text := byHand.Replace(d.New(manila(t)).Text)
	u, err := d.Update("manila.toml", text)
	if err != nil {
		t.Fatal(err)
	}
	if want := strings.Replace(text, "gdp = { 1954 = 31 }", "gdp = { 1954 = 30 }", 1); u.Text != want ||
		!slices.Equal(u.Changed, []string{"states.THA.gdp"}) {
		t.Errorf("of the same data %v changed", u.Changed)
	}
	if want := []string{"states.CHN.capability", "states.THA.latitude"}; slices.Contains(u.Absent, want[0]) ||
		!slices.Contains(u.Absent, want[1]) {
		t.Errorf("left out are %v, and a line that hands have taken over is not among them", u.Absent)
	}

	later := maps.Clone(asPublished)
	later["NMC-60-abridged.csv"] = strings.ReplaceAll(later["NMC-60-abridged.csv"], "0.003,6", "0.0031,6")
	later["NMC-70-abridged.csv"] = later["NMC-60-abridged.csv"]
	delete(later, "NMC-60-abridged.csv")
	delete(later, "capitals.csv")
	later["atop5_1m.csv"] = strings.ReplaceAll(later["atop5_1m.csv"], "3210,32100,2,1951,8,30,0,0,0", "3210,32100,2,1951,8,30,1954,1,5")
	e := read(t, lay(t, later, false))
	u, err = e.Update("manila.toml", text)
	if err != nil {
		t.Fatal(err)
	}
	before, after := strings.Split(text, "\n"), strings.Split(u.Text, "\n")
	if len(before) != len(after) {
		t.Fatalf("%d lines became %d", len(before), len(after))
	}
	changed := 0
	for k := range before {
		if before[k] != after[k] {
			changed++
			if !strings.Contains(before[k], "# "+Mark) {
				t.Errorf("hands have written %q, and now it is %q", before[k], after[k])
			}
		}
	}
	if changed != len(u.Changed) || changed == 0 {
		t.Errorf("%d lines changed, and %v are told", changed, u.Changed)
	}
	if !strings.Contains(u.Text, "capability = { 1953 = 0.0031, 1954 = 0.0031, 1955 = 0.0035 } # measured: COW NMC v7.0, 1953-55") {
		t.Error("a figure of the new version is not there")
	}
	if !strings.Contains(u.Text, "longitude = 100.5 # measured: the same") || !slices.Contains(u.Kept, "states.THA.longitude") {
		t.Errorf("what the data no longer have is kept and told; kept are %v", u.Kept)
	}
	if !slices.Contains(u.Absent, "ties.atop-3210-phl-usa") {
		t.Errorf("a treaty that ends now has a line that the file has not; left out are %v", u.Absent)
	}
	if again, err := e.Update("manila.toml", u.Text); err != nil || again.Text != u.Text || len(again.Changed) > 0 {
		t.Errorf("twice over changes %v, %v", again.Changed, err)
	}

	windows := strings.ReplaceAll(text, "\n", "\r\n")
	if w, err := e.Update("manila.toml", windows); err != nil || strings.ReplaceAll(w.Text, "\r\n", "\n") != u.Text ||
		strings.Count(w.Text, "\r\n") != strings.Count(windows, "\r\n") {
		t.Errorf("a file with the ends of lines of Windows is another one: %v", err)
	}
}

// A figure for which there was nothing is filled in when the data have it.
func TestFillsWhatWasMissing(t *testing.T) {
	poor := maps.Clone(asPublished)
	delete(poor, "gdp_pop_simulated.csv")
	text := read(t, lay(t, poor, false)).New(manila(t)).Text
	if !strings.Contains(text, `gdp = "TODO" # measured: nothing in simulated GDP, 2011 US$ bn; give US$ bn a year, or strike the line out`) {
		t.Fatal("a figure without data is not asked for")
	}
	u, err := read(t, lay(t, asPublished, false)).Update("manila.toml", text)
	if err != nil || strings.Contains(u.Text, `gdp = "TODO"`) {
		t.Errorf("it is still asked for: %v", err)
	}
}

// What is no theatre is told for what it is.
func TestUpdatesNoOtherFile(t *testing.T) {
	d := read(t, lay(t, asPublished, false))
	for text, want := range map[string]string{
		"title = \"x\"\n":             "start is no date, end is no date, it has no states",
		"start = 1954\nend = \"x\"\n": "end is no date, it has no states",
		"start = \n":                  "manila.toml:1:9: this is not TOML",
	} {
		if _, err := d.Update("manila.toml", text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

// Dates may be written in all ways of a scenario, and states that nobody knows are passed over.
func TestUpdatesFilesOfHands(t *testing.T) {
	d := read(t, lay(t, asPublished, false))
	text := "start = 1954-01-01\nend = 1955\nstates.USA.military_spending = 1 # measured: so\n[states.PHL]\nelections = [ # " +
		"measured: over several lines\n\"1955\",\n]\n[states.PLATO]\ncapability = 1 # measured: nowhere\n[ states.THA ] # " +
		"here\ncapability={ 1953 = 1 }   # measured: by me\n"
	u, err := d.Update("manila.toml", text)
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Replace(text, "capability={ 1953 = 1 }   # measured: by me", "capability = { 1953 = 0.003, 1954 = 0.003, 1955 "+
		"= 0.0035 } # measured: COW NMC v6.0, 1953-55", 1)
	want = strings.Replace(want, "= 1 # measured: so", "= { 1953 = 49.62, 1954 = 42.79, 1955 = 40.52 } # measured: COW NMC v6.0, "+
		"current US$ bn, 1953-55", 1)
	if u.Text != want || !slices.Equal(u.Kept, []string{"states.PLATO.capability"}) {
		t.Errorf("it is now\n%s, kept %v", u.Text, u.Kept)
	}
}

// Whatever file is given, no line is touched that hands have written, and twice over changes nothing.
func FuzzUpdate(f *testing.F) {
	folder := f.TempDir()
	for name, text := range asPublished {
		if err := os.WriteFile(filepath.Join(folder, filepath.Base(name)), []byte(text), 0o644); err != nil {
			f.Fatal(err)
		}
	}
	d, err := Read(f.Context(), folder)
	if err != nil {
		f.Fatal(err)
	}
	f.Add("start = 1954\nend = 1955\n[states.THA]\ncapability = { 1953 = 1 } # measured: by me\n")
	f.Add("start = 1954\nend = 1955\nx = \"\"\"\n[states.THA]\ncapability = 1 # measured: text\n\"\"\"\n[states.THA]\r\ngdp=1#measured: it")
	f.Add("start = 1954\nend = 1955\nx = '#' # measured: no\n[states.THA]\n\"capability\" = 1 # measured: quoted\ntrade = { CHN = " +
		"1 } # measured: inline")
	f.Add("start = 1954\nend = 1955\n[states.PHL]\nelections = [ # measured: REIGN\n\"1955\",\n]\ngdp = 1 # measured: it\n")
	f.Fuzz(func(t *testing.T, text string) {
		u, err := d.Update("fuzz.toml", text)
		if err != nil {
			return
		}
		before, after := strings.Split(text, "\n"), strings.Split(u.Text, "\n")
		if len(before) != len(after) {
			t.Fatalf("%d lines became %d", len(before), len(after))
		}
		for k := range before {
			if before[k] != after[k] && !strings.Contains(before[k], Mark) {
				t.Errorf("hands have written %q, and now it is %q", before[k], after[k])
			}
		}
		again, err := d.Update("fuzz.toml", u.Text)
		if err != nil || again.Text != u.Text {
			t.Errorf("twice over is not once: %v", err)
		}
	})
}

// Whatever is in a data set, it is read or what is wrong is said.
func FuzzRead(f *testing.F) {
	for _, text := range asPublished {
		f.Add(text)
	}
	f.Add("ccode,startdate,enddate\n2,31feb1950,1950-2-31\n")
	f.Add("ccode;year;cinc\n\"2;1950\n")
	f.Fuzz(func(t *testing.T, text string) {
		folder := t.TempDir()
		for _, name := range []string{"nmc.csv", "cow_trade.csv", "gdp.csv", "vdem.csv", "idealpoint.csv", "archigos.csv",
			"reign.csv", "atop.csv", "mid.csv",
			"rivals.csv", "contdir.csv", "capitals.csv", "cow_states.csv"} {
			if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		d, err := Read(t.Context(), folder)
		if err != nil {
			return
		}
		s := d.New(Ask{Title: "x", Start: "1954", End: "1955", States: []*Polity{polities()["THA"], polities()["USA"]},
			Rivals: []*Polity{polities()["CHN"]}})
		if _, err := d.Update("x.toml", s.Text); err != nil {
			t.Errorf("what is written cannot be read: %v", err)
		}
	})
}
