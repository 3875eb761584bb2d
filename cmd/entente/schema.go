package main

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"maps"
	"path"
	"reflect"
	"slices"

	"github.com/invopop/jsonschema"
	"github.com/spf13/cobra"

	"entente/cmd/entente/shelf"
	"entente/plots/words"
	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/history"
)

// What help says of it.
const (
	wordsSchema = "Print the JSON Schema of scenarios, of studies, or of an answer"

	wordsSchemaLong = `A schema says what a file may hold: its keys, units, ranges and words. An editor of TOML that knows schemas
completes and checks a scenario by it while you write, without a network: keep the schema beside the scenario,
whose first line is then

  #:schema ./scenario.schema.json

In a clone of entente nothing need be done: .taplo.toml tells editors where the schemas are.

An answer is what a command prints with --json, and is named as the command is. Of each key the schema says what it
means.`

	wordsSchemaExample = `  entente schema scenario > scenario.schema.json
  entente schema run`
)

// answers are what commands print with --json, by command, but for schema itself; point is what sweep prints of one point, share what
// a study does of one of its shares, calibrate-share what a calibration does.
var answers = map[string]any{
	"ablate": lab.Ablation{}, "calibrate": history.Calibrated{}, "calibrate-share": history.CalibrationShare{}, "cite": Cited{}, "class": Texts{}, "compare": lab.Comparison{}, "convergence": lab.Convergence{},
	"discover": lab.Discovery{}, "doubt": lab.Doubt{}, "drivers": lab.Drivers{}, "episodes": history.Record{},
	"explain": lab.Explanation{}, "figures": lab.Codebook{}, "flip": lab.Flip{}, "hindcast": history.Hindcast{}, "init": Written{},
	"landscape": lab.Landscape{}, "library": lab.Library{}, "list": lab.Catalogue{}, "man": Written{}, "page": Written{}, "params": lab.Codebook{}, "pivots": lab.Pivots{},
	"play": lab.RolePlay{}, "plot": Drawn{}, "point": lab.Point{}, "report": history.Report{}, "rerun": Rerun{}, "roles": lab.Roles{}, "run": lab.Summary{}, "sensitivity": lab.Sensitivity{}, "share": lab.ShardPlayed{}, "slides": Drawn{}, "stable": lab.Peace{},
	"status": lab.Progress{}, "submit": lab.Progress{}, "sweep": lab.Sweep{}, "theatre-new": NewTheatre{}, "theatre-update": UpdatedTheatre{}, "theories": history.Theories{}, "tip": lab.Tip{},
	"tournament": history.Standings{}, "validate": Verdict{}, "version": Build{}, "why": lab.Why{},
}

func init() { verbs = append(verbs, schemaCommand) }

func schemaCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "schema scenario|study|ANSWER",
		Short:   wordsSchema,
		Long:    wordsSchemaLong,
		Example: wordsSchemaExample,
		RunE: func(c *cobra.Command, args []string) error {
			known := schemaNames()
			switch {
			case len(args) != 1:
				return usage("entente schema takes one name; there are %s", words.And(known))
			case !slices.Contains(known, args[0]):
				return usage("there is no schema %s%s", args[0], meant(args[0], known))
			}
			return shelf.WriteJSON(c.OutOrStdout(), schemaNamed(args[0]))
		},
	}
	c.Flags().Bool("json", true, "print it as JSON, which a schema is in any case")
	return c
}

func schemaNames() []string {
	return append([]string{"scenario", "study"}, slices.Sorted(maps.Keys(answers))...)
}

func schemaNamed(name string) *jsonschema.Schema {
	switch name {
	case "scenario":
		return scenarios.ScenarioSchema()
	case "study":
		return scenarios.StudySchema()
	}
	var kept map[string]string
	if err := json.Unmarshal(meanings, &kept); err != nil {
		panic(fmt.Sprintf("meanings.json: %v", err))
	}
	s := answerSchema(answers[name], func(key string) string { return kept[key] })
	s.Title = fmt.Sprintf("What entente %s answers, by version %s, format %d", name, sim.Version, lab.Format)
	return s
}

// meanings are what the comments in the code say of each type and each field of an answer, by Type and by Type.Field. A test
// takes them from there, since a program does not have its own comments.
//
//go:embed meanings.json
var meanings []byte

// answerSchema is the schema of an answer, whose keys are described by what they mean.
func answerSchema(answer any, meaning func(key string) string) *jsonschema.Schema {
	r := &jsonschema.Reflector{Anonymous: true, ExpandedStruct: true, Mapper: byName, Namer: inPackage,
		LookupComment: func(t reflect.Type, field string) string {
			if field == "" {
				return meaning(inPackage(t))
			}
			if f, _ := t.FieldByName(field); scenarios.Described(f) != "" { // a constant of the theory
				return scenarios.Described(f)
			}
			return meaning(inPackage(t) + "." + field)
		}}
	s := r.Reflect(answer)
	describeNullable(s)
	for _, of := range s.Definitions {
		describeNullable(of)
	}
	return s
}

// describeNullable has keys that may be null described like all others, and not within what they are if they are not null.
func describeNullable(s *jsonschema.Schema) {
	for key := s.Properties.Oldest(); key != nil; key = key.Next() {
		if of := key.Value; of.Description == "" && len(of.OneOf) > 0 {
			of.Description, of.OneOf[0].Description = of.OneOf[0].Description, ""
		}
	}
}

// inPackage names a type with its package: more than one has a Spread.
func inPackage(t reflect.Type) string {
	if t.Name() == "" {
		return ""
	}
	of := path.Base(t.PkgPath())
	if of == "main" {
		of = "entente" // as its tests call it
	}
	return of + "." + t.Name()
}

// byName is the schema of what is written by its name.
func byName(t reflect.Type) *jsonschema.Schema {
	named := func(n int, of func(int) string) *jsonschema.Schema {
		s := &jsonschema.Schema{Type: "string"}
		for k := range n {
			s.Enum = append(s.Enum, of(k))
		}
		return s
	}
	terms := named(int(sim.NumTerms), func(k int) string { return sim.Term(k).String() })
	switch t {
	case reflect.TypeFor[sim.Term]():
		return terms
	case reflect.TypeFor[sim.Driver]():
		return named(int(sim.NumDrivers), func(k int) string { return sim.Driver(k).String() })
	case reflect.TypeFor[sim.Terms]():
		return &jsonschema.Schema{Type: "object", PropertyNames: terms, AdditionalProperties: &jsonschema.Schema{Type: "number"}}
	}
	return nil
}
