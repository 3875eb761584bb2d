package scenarios

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"entente/sim"
)

// Every shipped scenario loads, and every figure in it says where it comes from.
func TestShippedFiguresAreCited(t *testing.T) {
	for _, name := range Names() {
		l, err := Load(name, Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		paths := figures(l.root, scenarioType, "")
		if len(paths) < 100 {
			t.Errorf("%s has %d figures; the walk must have missed some", name, len(paths))
		}
		for _, p := range paths {
			if _, ok := l.Cite(p); !ok {
				t.Errorf("%s: %s has no source", name, p)
			}
		}
	}
}

// figures are the paths of all figures: numbers that measure something, not dates and not counts of members.
func figures(n *node, t reflect.Type, path string) []string {
	if t == courseType { // postures by date
		return nil
	}
	if t == seriesType && n.table == nil || t.Kind() == reflect.Float64 && t != dateType {
		return []string{path}
	}
	var all []string
	for _, k := range n.keys() {
		child := reflect.TypeFor[float64]() // a dated number of a series
		if t != seriesType {
			child = under(t, k)
		}
		all = append(all, figures(n.table[k], child, join(path, k))...)
	}
	return all
}

// The parameters are complete: whatever sim has, parameters.toml gives.
func TestParametersComplete(t *testing.T) {
	given := constants()
	v := reflect.TypeFor[sim.Parameters]()
	for i := range v.NumField() {
		group := v.Field(i)
		for j := range group.Type.NumField() {
			p := "parameters." + group.Tag.Get("toml") + "." + group.Type.Field(j).Tag.Get("toml")
			if given.get(p) == nil {
				t.Errorf("parameters.toml lacks %s", p)
			}
		}
	}
}

// Every shipped scenario is listed, in the order of names, with its title and dates.
func TestShippedScenariosAreListedInOrder(t *testing.T) {
	all, err := List()
	if err != nil {
		t.Fatal(err)
	}
	for i, name := range Names() {
		if s := all[i]; s.Name != name || s.Title == "" || s.End < s.Start {
			t.Errorf("%s is listed as %q, %q, %v to %v", name, s.Name, s.Title, s.Start, s.End)
		}
	}
}

// A what-if departs from a base and says what its author expected before it was run; a scenario of history or of today
// has nothing to be compared with.
func TestWhatIfsSayWhatTheyExpect(t *testing.T) {
	found := 0
	for _, name := range Names() {
		l := load(t, name)
		s := l.Scenario
		if len(l.Layers) < 3 || len(s.Truth) > 0 { // the parameters and the file itself, or history on another's states
			if s.Expectation != "" || s.Expects != "" {
				t.Errorf("%s is no what-if, and expects %q of itself", name, s.Expects)
			}
			continue
		}
		found++
		base := load(t, strings.TrimSuffix(l.Layers[len(l.Layers)-2], ".toml")).Scenario
		if s.Expects == "" || !strings.HasSuffix(s.Expectation, ".") {
			t.Errorf("%s does not say what its author expected: %q, %q", name, s.Expects, s.Expectation)
		}
		if n := strings.Count(s.Expectation, ". ") + 1; n > 2 || len(s.Expectation) > 240 {
			t.Errorf("the expectation of %s takes %d sentences and %d letters; one or two plain ones will do", name, n,
				len(s.Expectation))
		}
		if s.Title == base.Title || s.Summary == base.Summary {
			t.Errorf("%s goes by the title or the summary of its base", name)
		}
		if !strings.Contains(l.files[len(l.files)-1].text, "# Left out: ") {
			t.Errorf("%s does not say what it leaves out", name)
		}
	}
	if found < 13 {
		t.Errorf("there are %d what-ifs, want the library of 13", found)
	}
}

// China as the Soviet Union of 1948 has the figures of the Soviet Union of 1948, on the same days 79 years later.
func TestOvertChinaIsTheSovietUnionOf1948(t *testing.T) {
	europe, asia := load(t, "europe-1947").Scenario, load(t, "overt-china").Scenario
	stalin, china := europe.Rivals["SUN"], asia.Rivals["CHN"]
	if !slices.Equal(china.Posture, stalin.Posture) {
		t.Errorf("China's posture is %v, want %v", china.Posture, stalin.Posture)
	}
	for _, c := range []struct {
		what      string
		got, want float64
	}{
		{"tempo", china.Tempo.At(2027), stalin.Tempo.At(1948)},
		{"move", china.Move.At(2027), stalin.Move.At(1948)},
		{"offence", china.Offence.At(2027), stalin.Offence.At(1948)},
	} {
		if c.got != c.want {
			t.Errorf("China's %s is %v, want Moscow's %v", c.what, c.got, c.want)
		}
	}
	as := map[string]string{ // of Europe's shocks, whether told again or not
		"prague": "coup", "stalin-letter": "letter", "berlin": "blockade", "cominform": "expulsion",
		"berlin-lifted": "blockade-lifted", "bomb": "", // China has long had it
	}
	for id, then := range europe.Shocks {
		day := then.Date.Text()
		now, told := as[id]
		if during := "1947" <= day && day < "1950"; during != told {
			t.Errorf("%s of %s: from 1947 to 1949 %v, and told of China %v", id, day, during, told)
		}
		if now == "" {
			continue
		}
		was, err := time.Parse(time.DateOnly, day)
		if err != nil {
			t.Fatal(err)
		}
		want := fmt.Sprint(then.Kind, then.Size, then.HalfLife, was.AddDate(79, 0, 0).Format(time.DateOnly))
		x := asia.Shocks[now]
		if got := fmt.Sprint(x.Kind, x.Size, x.HalfLife, x.Date.Text()); got != want {
			t.Errorf("%s is %s, want %s as %s", now, got, want, id)
		}
	}
	alone := load(t, "taiwan-blockade-2027").Scenario.Shocks["blockade"]
	alone.Title = asia.Shocks["blockade"].Title
	if !reflect.DeepEqual(asia.Shocks["blockade"], alone) {
		t.Error("one blockade of Taiwan is not the other")
	}
}

// The soft clause changes its depth and nothing else, so that a difference is due to the words of the treaty.
func TestSoftClauseChangesTheDepthOnly(t *testing.T) {
	base, soft := load(t, "pacific-2025").Scenario, load(t, "soft-clause").Scenario
	pact := soft.Clauses[soft.Headline]
	if got := pact.Depth.At(soft.Start); got != 0.5 {
		t.Errorf("the soft clause has depth %v, want that of ANZUS article IV, 0.5", got)
	}
	pact.Depth = base.Clauses[base.Headline].Depth
	soft.Clauses[soft.Headline] = pact
	if !alike(unnamed(soft), unnamed(base)) {
		t.Error("the soft clause differs from its base by more than its depth")
	}
}

// unnamed is a scenario without the words that present it.
func unnamed(s sim.Scenario) sim.Scenario {
	s.Name, s.Title, s.Summary, s.Expectation, s.Expects = "", "", "", "", ""
	return s
}
