package main

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	invopop "github.com/invopop/jsonschema"
	"github.com/rogpeppe/go-internal/testscript"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/spf13/cobra"

	"entente/cmd/entente/shelf"
)

// compiled is the schema of that name as whoever checks an answer by it reads it.
func compiled(name string) (*jsonschema.Schema, error) {
	var text bytes.Buffer
	if err := shelf.WriteJSON(&text, schemaNamed(name)); err != nil {
		return nil, err
	}
	doc, err := jsonschema.UnmarshalJSON(&text)
	if err != nil {
		return nil, err
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", doc); err != nil {
		return nil, err
	}
	return c.Compile("schema.json")
}

func schemaOf(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	s, err := compiled(name)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return s
}

// asSchema NAME FILE tells whether the JSON in a file is as the schema of that name says.
func asSchema(ts *testscript.TestScript, _ bool, args []string) {
	s, err := compiled(args[0])
	ts.Check(err)
	var doc any
	decode(ts, args[1], &doc)
	if err := s.Validate(doc); err != nil {
		ts.Fatalf("%s is not as the schema %s says: %v", args[1], args[0], err)
	}
}

// asItsSchemaSays holds an answer to the schema of that name, and the schema to refuse what the answer is not: one that lacks a
// key, and one with a key more.
func asItsSchemaSays(t *testing.T, name string, answer []byte) {
	t.Helper()
	s := schemaOf(t, name)
	var doc map[string]any
	if err := json.Unmarshal(answer, &doc); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if err := s.Validate(doc); err != nil {
		t.Errorf("%s is not as its schema says: %v", name, err)
	}
	doc["another"] = 1
	if s.Validate(doc) == nil {
		t.Errorf("%s: the schema lets a key pass that the answer does not have", name)
	}
	delete(doc, "another")
	delete(doc, "version")
	if s.Validate(doc) == nil {
		t.Errorf("%s: the schema lets an answer pass that does not say its version", name)
	}
}

// noAnswers are the commands that have nothing to say to a program.
var noAnswers = []string{"completion", "completion-bash", "completion-fish", "completion-powershell", "completion-zsh", "help", "serve"}

// Each command that prints JSON has a schema, and each schema is of a command; those that keep no folder are as theirs says.
func TestEveryAnswerHasASchema(t *testing.T) {
	of := map[string]bool{"point": true, "share": true, "calibrate-share": true}
	without := map[string]bool{}
	var each func(c *cobra.Command, name string)
	each = func(c *cobra.Command, name string) {
		switch {
		case c.Flags().Lookup("json") != nil:
			of[name] = true
			if name != "schema" && name != "merge" && answers[name] == nil { // which answers as the command that its shares were asked by
				t.Errorf("entente %s prints JSON and has no schema", name)
			}
		case c.Runnable() && name != "theatre": // which is told what is below it
			without[name] = true
		}
		for _, below := range c.Commands() {
			each(below, strings.TrimPrefix(name+"-"+below.Name(), "-"))
		}
	}
	each(root(), "")
	// All others say why they print none.
	if names := slices.Sorted(maps.Keys(without)); !slices.Equal(names, slices.Sorted(slices.Values(noAnswers))) {
		t.Errorf("%v print no JSON, and %v are known for it", names, noAnswers)
	}
	for _, name := range noAnswers {
		var stderr bytes.Buffer
		c := exec.Command("entente", append(strings.Split(name, "-"), "--json")...)
		c.Stderr = &stderr
		if c.Run(); c.ProcessState.ExitCode() != exitUsage || !strings.Contains(stderr.String(), " has no flag --json: "+noJSON[strings.Split(name, "-")[0]]) {
			t.Errorf("entente %s --json ends with %d and says\n%s", name, c.ProcessState.ExitCode(), stderr.String())
		}
	}
	for name := range answers {
		if !of[name] {
			t.Errorf("there is a schema %s, and no such command prints JSON", name)
		}
		schemaOf(t, name)
	}
	dir := t.TempDir()
	for name, command := range map[string]string{
		"version": "version --json", "cite": "cite pacific-2025 --json", "play": "play pacific-2025 --json", "roles": "roles pacific-2025 --json", "validate": "validate pacific-2025 --json",
		"point":           "sweep tipping-2025 --point 2 --runs 1 --json",
		"share":           "sweep tipping-2025 --points 2 --runs 1 --shard 1/1 --json --out " + filepath.Join(dir, "share"),
		"calibrate-share": "calibrate --episodes V4,V6 --runs 1 --rounds 1 --burn-in 2 --steps 4 --shard 4/4 --json --out " + filepath.Join(dir, "chain"),
		"pivots":          "pivots europe-1947 --runs 2 --json",
		"init":            "init --json",
		"man":             "man --json --out " + filepath.Join(dir, "man"),
		"class":           "class reader --json",
		"explain":         "explain pacific-2025 --state JPN --at 2027Q1 --json",
	} {
		out, err := exec.Command("entente", strings.Fields(command)...).Output()
		if err != nil {
			t.Fatalf("entente %s: %v", command, err)
		}
		asItsSchemaSays(t, name, out)
	}
}

// The schemas that editors are pointed to in a clone are those that are printed.
func TestTheSchemasForEditorsAreThosePrinted(t *testing.T) {
	for _, name := range []string{"scenario", "study"} {
		var printed bytes.Buffer
		if err := shelf.WriteJSON(&printed, schemaNamed(name)); err != nil {
			t.Fatal(err)
		}
		file := "scenarios/" + name + ".schema.json"
		if *update {
			if err := os.WriteFile("../../"+file, printed.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if kept, err := os.ReadFile("../../" + file); err != nil || !bytes.Equal(kept, printed.Bytes()) {
			t.Errorf("%s is another: write it anew with -update (%v)", file, err)
		}
		if !strings.Contains(read(t, "../../.taplo.toml"), `path    = "`+file+`"`) {
			t.Errorf(".taplo.toml does not name %s", file)
		}
	}
}

// A scholar who has only the JSON learns from the schema what each key of an answer means, in what unit; and it says what the
// comments in the code say today.
func TestSchemasSayWhatEachKeyMeans(t *testing.T) {
	said := commentsOf(t)
	used := map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(answers)) {
		s := answerSchema(answers[name], func(key string) string {
			if said[key] != "" {
				used[key] = said[key]
			}
			return said[key]
		})
		holds := map[string]*invopop.Schema{name: s}
		maps.Copy(holds, s.Definitions)
		for _, of := range slices.Sorted(maps.Keys(holds)) {
			for key := holds[of].Properties.Oldest(); key != nil; key = key.Next() {
				if strings.TrimSpace(key.Value.Description) == "" {
					t.Errorf("nothing beside the field says what %s of %s means, which entente %s answers", key.Key, of, name)
				}
			}
		}
	}
	now, err := json.MarshalIndent(used, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	now = append(now, '\n')
	if *update {
		if err := os.WriteFile("cmd/entente/meanings.json", now, 0o644); err != nil {
			t.Fatal(err)
		}
	} else if !bytes.Equal(now, meanings) {
		t.Error("the comments of answers say something else than meanings.json: write it anew with -update")
	}
}

// commentsOf are the comments of types and fields, by Type and Type.Field, a sentence in a line.
func commentsOf(t *testing.T) map[string]string {
	t.Helper()
	t.Chdir("../..") // paths of packages are told from here on
	var r invopop.Reflector
	for _, of := range []string{"cmd/entente", "scenarios", "sim"} {
		if err := r.AddGoComments("entente", of); err != nil {
			t.Fatal(err)
		}
	}
	said := map[string]string{}
	for key, text := range r.CommentMap {
		said[path.Base(key)] = strings.Join(strings.Fields(text), " ")
	}
	return said
}

// One thing has one word in all answers: what code calls by one name is one key.
func TestOneThingIsOneKey(t *testing.T) {
	keys := map[string]string{} // by name and type in the code
	seen := map[reflect.Type]bool{}
	var look func(of reflect.Type)
	look = func(of reflect.Type) {
		switch of.Kind() {
		case reflect.Map, reflect.Slice, reflect.Pointer:
			look(of.Elem())
		case reflect.Struct:
			if seen[of] {
				return
			}
			seen[of] = true
			for k := range of.NumField() {
				f := of.Field(k)
				look(f.Type)
				kind := strings.TrimPrefix(f.Type.String(), "*")
				if kind != "stats.Share" && kind != "stats.Difference" {
					continue
				}
				key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
				if was, ok := keys[f.Name+" "+kind]; ok && was != key {
					t.Errorf("%s.%s is written as %s, and elsewhere as %s", of, f.Name, key, was)
				}
				keys[f.Name+" "+kind] = key
			}
		}
	}
	for _, answer := range answers {
		look(reflect.TypeOf(answer))
	}
	if len(keys) < 10 {
		t.Errorf("%d chances and changes were found in all answers", len(keys))
	}
}
