package sim_test

import (
	"maps"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"entente/sim"
)

// elements are the seven of the ODD protocol (Grimm et al. 2020), concepts the eleven of its fourth.
var (
	elements = []string{
		"1. Purpose and patterns", "2. Entities, state variables, and scales", "3. Process overview and scheduling",
		"4. Design concepts", "5. Initialization", "6. Input data", "7. Submodels",
	}
	concepts = []string{
		"4.1 Basic principles", "4.2 Emergence", "4.3 Adaptation", "4.4 Objectives", "4.5 Learning", "4.6 Prediction",
		"4.7 Sensing", "4.8 Interaction", "4.9 Stochasticity", "4.10 Collectives", "4.11 Observation",
	}
)

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// headings lists the headings of a level and of what they begin with.
func headings(page, level, start string) []string {
	var list []string
	for line := range strings.Lines(page) {
		if text, ok := strings.CutPrefix(strings.TrimSpace(line), level+" "); ok && strings.HasPrefix(text, start) {
			list = append(list, text)
		}
	}
	return list
}

// files lists the Go files that a text names.
func files(text string) []string { return regexp.MustCompile(`[a-z_]+\.go\b`).FindAllString(text, -1) }

func TestODDFollowsTheProtocol(t *testing.T) {
	page := read(t, "ODD.md")
	if got := headings(page, "##", ""); !slices.Equal(got, append(slices.Clone(elements), "References")) { // which follow the protocol
		t.Errorf("ODD.md has the elements\n%q\nwant\n%q", got, elements)
	}
	if got := headings(page, "###", "4."); !slices.Equal(got, concepts) {
		t.Errorf("ODD.md has the design concepts\n%q\nwant\n%q", got, concepts)
	}
}

func TestODDDescribesEveryStep(t *testing.T) {
	page := read(t, "ODD.md")
	steps := files(read(t, "tick.go"))
	if len(steps) < 10 {
		t.Fatalf("tick.go names the files %q: fewer than it has steps", steps)
	}
	described := files(strings.Join(headings(page, "###", "7."), "\n"))
	for _, file := range steps {
		if file == "run.go" && strings.Contains(page, "`run.go`") { // what opens a tick is no submodel: section 3 tells of it
			continue
		}
		if !slices.Contains(described, file) {
			t.Errorf("tick.go sends the reader to %s, and no submodel of ODD.md describes it", file)
		}
	}
	for _, file := range files(page) {
		if _, err := os.Stat(file); err != nil {
			t.Errorf("ODD.md names %s, which is not there", file)
		}
	}
}

// The terms that the default rule weighs come first, those that it leaves out after them, and those of the rival rules last.
func TestODDDescribesEveryTerm(t *testing.T) {
	terms := sim.NewWorld(shipped(t, "europe-1947")).Terms()
	for term := range sim.NumTerms {
		if !slices.Contains(terms, term) {
			terms = append(terms, term)
		}
	}
	var want []string
	for _, term := range terms {
		want = append(want, "`"+term.String()+"`")
	}
	if got := headings(read(t, "ODD.md"), "####", "`"); !slices.Equal(got, want) {
		t.Errorf("ODD.md describes the terms\n%q\nwant, in the order in which they are added,\n%q", got, want)
	}
}

func TestODDNamesEveryKindOfShock(t *testing.T) {
	var kinds []string
	for _, k := range sim.ShockKinds() {
		kinds = append(kinds, string(k))
	}
	if list := "(" + strings.Join(kinds, ", ") + ")"; !strings.Contains(read(t, "ODD.md"), list) {
		t.Errorf("ODD.md does not list the kinds of shock as %s", list)
	}
}

// figures lists what ODD.md must tell: the parameters by group.name, and the figures of a scenario by entity.name.
func figures(t *testing.T) map[string]sim.Figure {
	t.Helper()
	all := map[string]sim.Figure{}
	for _, f := range sim.Figures() {
		if f.Unit == "" {
			t.Errorf("%s lacks a unit in its struct tag", f.Path)
		}
		keys := strings.Split(strings.TrimPrefix(f.Path, "parameters."), ".")
		switch keys[0] {
		case "clauses", "levers", "relations", "rivals", "shocks", "states", "ties":
			keys[0] = strings.TrimSuffix(keys[0], "s")
			keys = slices.DeleteFunc(keys, func(k string) bool { return k == sim.Row })
		}
		all[strings.Join(keys, ".")] = f
	}
	constants := reflect.TypeFor[sim.Parameters]()
	for k := range constants.NumField() {
		for j := range constants.Field(k).Type.NumField() {
			if name := constants.Field(k).Tag.Get("toml") + "." + constants.Field(k).Type.Field(j).Tag.Get("toml"); all[name].Path == "" {
				t.Errorf("%s lacks a range in its struct tag", name)
			}
		}
	}
	return all
}

func TestODDTellsEveryFigureAsTheCodeHasIt(t *testing.T) {
	page, want := read(t, "ODD.md"), figures(t)
	row := regexp.MustCompile("^\\| `([a-z-]+\\.[a-z_]+)` \\|(.*)\\|$")
	told := map[string]bool{}
	heading := ""
	for line := range strings.Lines(page) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "##") {
			heading = line
		}
		found := row.FindStringSubmatch(line)
		if found == nil {
			continue
		}
		name, cells := found[1], strings.Split(found[2], "|")
		f, known := want[name]
		if !known {
			t.Errorf("ODD.md has a row for %s, which does not exist", name)
			continue
		}
		if told[name] {
			t.Errorf("ODD.md tells %s twice", name)
		}
		told[name] = true
		if len(cells) < 2 || strings.TrimSpace(cells[0]) != f.Unit || strings.TrimSpace(cells[1]) != f.Within() {
			t.Errorf("ODD.md says of %s %q\nthe code says %q, %q", name, found[2], f.Unit, f.Within())
		}
		if strings.HasPrefix(heading, "### ") && strings.Contains(f.Path, "parameters.") && !declares(t, heading, f.Path) {
			t.Errorf("ODD.md tells %s under %q, whose files do not hold it", name, heading)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(want)) {
		if !told[name] {
			t.Errorf("ODD.md does not tell %s", name)
		}
	}
}

// What a constant rests on is said twice, beside its row here and beside its value: both call it fitted, judged, remembered or taken
// from a source.
func TestODDAndItsFileAgreeWhatAConstantRestsOn(t *testing.T) {
	basis := func(of string) string {
		for _, word := range []string{"fitted", "judgement", "memory"} {
			if strings.Contains(of, word) {
				return word
			}
		}
		return "a source"
	}
	inODD := map[string]string{}
	row := regexp.MustCompile("(?m)^\\| `([a-z-]+\\.[a-z_]+)` \\|.*\\| ([^|]+) \\|$")
	for _, m := range row.FindAllStringSubmatch(read(t, "ODD.md"), -1) {
		inODD[m[1]] = m[2]
	}
	group, n := "", 0
	line := regexp.MustCompile(`^\[([a-z-]+)\]|^([a-z_]+) *=[^#]+# *(.*)`)
	for text := range strings.Lines(read(t, "../scenarios/parameters.toml")) {
		m := line.FindStringSubmatch(strings.TrimSpace(text))
		if m == nil {
			continue
		}
		if m[1] != "" {
			group = m[1]
			continue
		}
		n++
		if name := group + "." + m[2]; basis(m[3]) != basis(inODD[name]) {
			t.Errorf("%s rests on %s in parameters.toml (%s), and on %s in ODD.md (%s)", name, basis(m[3]), m[3], basis(inODD[name]), inODD[name])
		}
	}
	if n < 100 {
		t.Errorf("only %d constants have a comment beside them", n)
	}
}

// declares tells whether a file that a heading names holds the group of a parameter.
func declares(t *testing.T, heading, path string) bool {
	t.Helper()
	group, ok := reflect.TypeFor[sim.Parameters]().FieldByNameFunc(func(name string) bool {
		f, _ := reflect.TypeFor[sim.Parameters]().FieldByName(name)
		return strings.HasPrefix(path, "parameters."+f.Tag.Get("toml")+".")
	})
	return ok && slices.ContainsFunc(files(heading), func(file string) bool {
		return strings.Contains(read(t, file), "type "+group.Type.Name()+" struct")
	})
}

func TestODDNamesNoParameterThatDoesNotExist(t *testing.T) {
	known := figures(t)
	groups := map[string]bool{}
	for name := range known {
		group, _, _ := strings.Cut(name, ".")
		groups[group] = true
	}
	mentions := regexp.MustCompile("`([a-z-]+)\\.([a-z_]+)`").FindAllStringSubmatch(read(t, "ODD.md"), -1)
	for _, m := range mentions {
		if name := m[1] + "." + m[2]; groups[m[1]] && m[2] != "go" {
			if _, ok := known[name]; !ok {
				t.Errorf("ODD.md names %s, which does not exist", name)
			}
		}
	}
}

// What ODD.md quotes of the calibration is what its records say: the posterior's ranges are those of the shipped file,
// and what a range does to the forecast is what README.md says and plays.
func TestODDQuotesTheCalibrationAsItIs(t *testing.T) {
	page := strings.Join(strings.Fields(read(t, "ODD.md")), " ")
	file, _, _ := strings.Cut(read(t, "../scenarios/parameters.toml"), "# The rival theories.")
	_, decision, _ := strings.Cut(file, "[decision]")
	quoted := regexp.MustCompile("`decision\\.([a-z]+)` from (-?[0-9.]+[0-9]) to (-?[0-9.]+[0-9])").FindAllStringSubmatch(page, -1)
	weights := strings.Count(decision, " # calibrated, ")
	if len(quoted) < min(weights, 3) {
		t.Errorf("ODD.md quotes the ranges %q", quoted)
	}
	for _, q := range quoted {
		found := regexp.MustCompile(`(?m)^` + q[1] + ` = \S+ # calibrated, (\S+) to ([^;,\s]+)`).FindStringSubmatch(decision)
		if found == nil {
			t.Errorf("ODD.md quotes a range of decision.%s, which has none", q[1])
			continue
		}
		for k := range 2 {
			_, decimals, _ := strings.Cut(q[2+k], ".")
			v, err := strconv.ParseFloat(found[1+k], 64)
			if got := strconv.FormatFloat(v, 'f', len(decimals), 64); err != nil || got != q[2+k] {
				t.Errorf("ODD.md has decision.%s from %s to %s, the file %s to %s", q[1], q[2], q[3], found[1], found[2])
			}
		}
	}
	played := regexp.MustCompile(`goes from ([0-9.]+ % to [0-9.]+ %) of the runs`).FindStringSubmatch(
		strings.Join(strings.Fields(read(t, "../README.md")), " "))
	if weights > 0 && (played == nil || !strings.Contains(page, "goes from "+played[1]+".")) {
		t.Errorf("README.md plays %q from one end of a range to the other, ODD.md does not say so", played)
	}
}
