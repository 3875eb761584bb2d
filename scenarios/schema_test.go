package scenarios

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
	invopop "github.com/invopop/jsonschema"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"entente/sim"
)

// compiled is a schema as an editor reads it: from its JSON.
func compiled(t *testing.T, s *invopop.Schema) *jsonschema.Schema {
	t.Helper()
	text, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	of, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return of
}

// treeOf is a TOML file as an editor sees it: a date without quotes is text in the form of one.
func treeOf(t *testing.T, text string) any {
	t.Helper()
	var tree map[string]any
	if _, err := toml.Decode(text, &tree); err != nil {
		t.Fatal(err)
	}
	var plain func(v any) any
	plain = func(v any) any {
		switch x := v.(type) {
		case time.Time:
			return x.Format(time.DateOnly)
		case map[string]any:
			for k := range x {
				x[k] = plain(x[k])
			}
		case []any:
			for k := range x {
				x[k] = plain(x[k])
			}
		}
		return v
	}
	return plain(tree)
}

// Every shipped scenario and study is as its schema says, and so is a scenario with all resolved and the one to begin with.
func TestShippedFilesAreAsTheirSchemaSays(t *testing.T) {
	scenario, study := compiled(t, ScenarioSchema()), compiled(t, StudySchema())
	for _, name := range Names() {
		text, err := shipped.ReadFile(name + ".toml")
		if err != nil {
			t.Fatal(err)
		}
		l, err := Load(name, Options{})
		if err != nil {
			t.Fatal(err)
		}
		for what, text := range map[string]string{"as shipped": string(text), "resolved": l.TOML()} {
			if err := scenario.Validate(treeOf(t, text)); err != nil {
				t.Errorf("%s, %s: %v", name, what, err)
			}
		}
		if err := study.Validate(treeOf(t, string(text))); err == nil {
			t.Errorf("%s passes for a study", name)
		}
	}
	l, err := Load("pacific-2025", Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := scenario.Validate(treeOf(t, Start(l))); err != nil {
		t.Error(err)
	}
	for _, name := range StudyNames() {
		text, err := shipped.ReadFile(studies + name + ".toml")
		if err != nil {
			t.Fatal(err)
		}
		if err := study.Validate(treeOf(t, string(text))); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if err := scenario.Validate(treeOf(t, string(text))); err == nil {
			t.Errorf("%s passes for a scenario", name)
		}
	}
}

// What an editor can know to be wrong the schema refuses, each for itself.
func TestSchemaRefuses(t *testing.T) {
	scenario, study := compiled(t, ScenarioSchema()), compiled(t, StudySchema())
	const variant = "format = 1\nbase = \"pacific-2025\"\n"
	if err := scenario.Validate(treeOf(t, variant+"[states.JPN]\nstance = { 2025 = 0.1, \"2026Q3\" = 0.5 }\n")); err != nil {
		t.Fatalf("a sound variant is refused: %v", err)
	}
	for _, c := range []struct{ why, text string }{
		{"a key that is not there", variant + "[states.JPN]\nstanze = 0.1\n"},
		{"a figure above its range", variant + "[states.JPN]\nstance = 1.1\n"},
		{"a figure below its range", variant + "[shocks.x]\nsize = -1.5\n"},
		{"a dated figure out of its range", variant + "[states.JPN]\nstance = { 2025 = 0.1, 2026 = 7 }\n"},
		{"a date that is none", variant + "[states.JPN]\nstance = { 2025Q5 = 0.1 }\n"},
		{"a figure over time without a number", variant + "[states.JPN]\nstance = {}\n"},
		{"a word that is none of those it may be", variant + "[ties.us-jpn]\nkind = \"alliance\"\n"},
		{"a theory that is not there", variant + "theory = \"marxism\"\n"},
		{"text for a number", variant + "[states.JPN]\nstance = \"TODO\"\n"},
		{"a tie of three", variant + "[ties.us-jpn]\nmembers = [\"USA\", \"JPN\", \"KOR\"]\n"},
		{"a number for a whole one", variant + "[clauses.ratner]\nminimum = 2.5\n"},
		{"a constant out of its range", variant + "[parameters.threat]\nfade = 3\n"},
		{"another format", "format = 2\nbase = \"pacific-2025\"\n"},
		{"neither a base nor a whole scenario", "format = 1\ntitle = \"Mine\"\n"},
	} {
		if scenario.Validate(treeOf(t, c.text)) == nil {
			t.Errorf("%s passes:\n%s", c.why, c.text)
		}
	}
	for _, c := range []struct{ why, text string }{
		{"a study without factors", "format = 1\ntitle = \"a\"\nscenario = \"b\"\ndesign = \"sobol\"\n[outputs.a]\nmeasure = \"members\"\n"},
		{"a factor without a path", "format = 1\ntitle = \"a\"\nscenario = \"b\"\ndesign = \"sobol\"\n[factors.a]\nlow = 0\n[outputs.a]\nmeasure = \"members\"\n"},
		{"a design that is not there", "format = 1\ntitle = \"a\"\nscenario = \"b\"\ndesign = \"grid\"\n[factors.a]\npath = \"x\"\n[outputs.a]\nmeasure = \"members\"\n"},
	} {
		if study.Validate(treeOf(t, c.text)) == nil {
			t.Errorf("%s passes:\n%s", c.why, c.text)
		}
	}
}

// The schema says of every figure its unit and its range, and of every key what it is.
func TestSchemaSaysWhatEachKeyIs(t *testing.T) {
	var see func(path string, s *invopop.Schema)
	see = func(path string, s *invopop.Schema) {
		for pair := s.Properties.Oldest(); pair != nil; pair = pair.Next() {
			at, below := join(path, pair.Key), pair.Value
			if below.Description == "" && below.Properties == nil {
				t.Errorf("of %s it says nothing", at)
			}
			if f, ok := sim.FigureAt(at); ok && (!strings.Contains(below.Description, f.Unit) ||
				!strings.Contains(below.Description, strings.Replace(f.Within(), ",", ", ", 1))) {
				t.Errorf("of %s, %s in %s, it says %q", at, f.Unit, f.Within(), below.Description)
			}
			if rows := below.AdditionalProperties; rows != nil && rows.Properties != nil {
				see(join(at, "ANY"), rows)
			}
			if below.Properties != nil {
				see(at, below)
			}
		}
	}
	see("", ScenarioSchema())
}
