package scenarios

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"github.com/invopop/jsonschema"

	"entente/sim"
)

// A schema is the format as an editor knows it: what keys there are, what each may hold, and what it means. It is made from the
// struct tags that the reader goes by, in words that every draft of JSON Schema has, the fourth included, which is what editors
// of TOML know. What no schema can say, such as that a clause names states that are there, Load says.

// ScenarioSchema is the schema of a scenario file: of a whole one, or of one that stands on a base and may leave out the rest.
func ScenarioSchema() *jsonschema.Schema {
	s := schemaOf(scenarioType, "")
	s.Title = fmt.Sprintf("A scenario of entente, format %d", Format)
	s.Description = "States with their figures, the rivals they fear, the ties they have, the clauses on offer and the shocks to come."
	s.Properties.Set("format", formatSchema())
	s.Properties.Set("base", &jsonschema.Schema{Type: "string", Description: "the scenario that this one is but for what follows: " +
		"a shipped name, or a path from this file on"})
	s.Properties.Set("without", &jsonschema.Schema{Type: "array", Items: &jsonschema.Schema{Type: "string"},
		Description: "what of the base to leave out, such as ties.us-jpn or ties.*"})
	s.AnyOf = []*jsonschema.Schema{{Required: []string{"base"}}, {Required: needed(scenarioType)}}
	s.Required = []string{"format"}
	return rooted(s)
}

// StudySchema is the schema of a study file.
func StudySchema() *jsonschema.Schema {
	t := reflect.TypeFor[studyFile]()
	s := schemaOf(t, "")
	s.Title = fmt.Sprintf("A study of entente, format %d", Format)
	s.Description = "Which figures of a scenario move, between which ends, by which design, and what is measured."
	s.Properties.Set("format", formatSchema())
	s.Required = append([]string{"format"}, needed(t)...)
	for key, of := range map[string]reflect.Type{"factors": reflect.TypeFor[factorFile](), "outputs": reflect.TypeFor[outputFile]()} {
		table, _ := s.Properties.Get(key)
		table.AdditionalProperties.Required = needed(of)
	}
	return rooted(s)
}

// rooted is a schema that stands in a file by itself.
func rooted(s *jsonschema.Schema) *jsonschema.Schema {
	s.Version = "http://json-schema.org/draft-04/schema#"
	return s
}

func formatSchema() *jsonschema.Schema {
	return &jsonschema.Schema{Type: "integer", Enum: []any{Format}, Description: "of the file"}
}

// needed are the keys of a struct that must be given.
func needed(t reflect.Type) (keys []string) {
	for k := range t.NumField() {
		if tag := t.Field(k).Tag; tag.Get("need") != "" {
			keys = append(keys, tag.Get("toml"))
		}
	}
	return keys
}

// datePattern is a date as sim.ParseDate reads it.
const datePattern = `^[1-9][0-9]{3}(Q[1-4]|-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$`

// schemaOf is the schema of a struct at a path.
func schemaOf(t reflect.Type, path string) *jsonschema.Schema {
	s := &jsonschema.Schema{Type: "object", Properties: jsonschema.NewProperties(), AdditionalProperties: jsonschema.FalseSchema}
	for k := range t.NumField() {
		f := t.Field(k)
		key := f.Tag.Get("toml")
		if key == "-" {
			continue
		}
		at := join(path, key)
		of := valueSchema(f.Type, at, f.Tag)
		of.Description = Described(f)
		if text := f.Tag.Get("default"); text != "" {
			of.Default = text
			if v, err := strconv.ParseFloat(text, 64); err == nil {
				of.Default = v
			}
		}
		s.Properties.Set(key, of)
	}
	return s
}

// Described is what the struct tag of a field says of its key, as an editor shows it; "" if it says nothing.
func Described(f reflect.StructField) string {
	var parts []string
	for _, text := range []string{f.Tag.Get("about"), f.Tag.Get("unit")} {
		if text != "" {
			parts = append(parts, text)
		}
	}
	if within := f.Tag.Get("range"); within != "" {
		parts = append(parts, strings.Replace(within, ",", ", ", 1))
	}
	if title := f.Tag.Get("theory"); title != "" {
		parts = append(parts, title+" ("+f.Tag.Get("by")+")")
	}
	if instead := f.Tag.Get("idle"); instead != "" {
		parts = append(parts, "for the reader: no equation uses it, but "+instead)
	}
	if f.Tag.Get("need") != "" {
		parts = append(parts, "must be given, here or in the base")
	}
	return strings.Join(parts, "; ")
}

// valueSchema is the schema of what a key holds.
func valueSchema(t reflect.Type, path string, tag reflect.StructTag) *jsonschema.Schema {
	switch {
	case t == seriesType:
		return overTime(numberSchema("number", tag))
	case t == courseType:
		return overTime(textSchema(path, tag))
	case t == dateType:
		return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{
			{Type: "integer", Minimum: "1000", Maximum: "9999"}, {Type: "string", Pattern: datePattern}}}
	}
	switch t.Kind() {
	case reflect.String:
		return textSchema(path, tag)
	case reflect.Float64:
		return numberSchema("number", tag)
	case reflect.Int:
		return numberSchema("integer", tag)
	case reflect.Pointer:
		return valueSchema(t.Elem(), path, tag)
	case reflect.Struct:
		return schemaOf(t, path)
	case reflect.Slice:
		return listSchema(valueSchema(t.Elem(), path, tag), tag)
	case reflect.Map:
		rows := &jsonschema.Schema{Type: "object", AdditionalProperties: valueSchema(t.Elem(), join(path, sim.Row), tag)}
		if t.Elem().Kind() != reflect.Float64 {
			return rows
		}
		names := &jsonschema.Schema{Type: "array", Items: &jsonschema.Schema{Type: "string"}, UniqueItems: true}
		return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{names, rows}} // all of them in full, or from the first day
	}
	panic(fmt.Sprintf("no scenario holds a %s", t))
}

// overTime is a value, or a table of dated ones.
func overTime(one *jsonschema.Schema) *jsonschema.Schema {
	least := uint64(1)
	dated := &jsonschema.Schema{Type: "object", PatternProperties: map[string]*jsonschema.Schema{datePattern: one},
		AdditionalProperties: jsonschema.FalseSchema, MinProperties: &least}
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{one, dated}}
}

func numberSchema(kind string, tag reflect.StructTag) *jsonschema.Schema {
	s := &jsonschema.Schema{Type: kind}
	if tag.Get("range") != "" {
		low, high := sim.Range(tag)
		s.Minimum, s.Maximum = digitsOf(low), digitsOf(high)
	}
	return s
}

func digitsOf(v float64) json.Number { return json.Number(strconv.FormatFloat(v, 'f', -1, 64)) }

func textSchema(path string, tag reflect.StructTag) *jsonschema.Schema {
	s := &jsonschema.Schema{Type: "string"}
	for _, word := range wordsAt(path, tag) {
		s.Enum = append(s.Enum, word)
	}
	return s
}

// listSchema is a list of values, of at least so many.
func listSchema(of *jsonschema.Schema, tag reflect.StructTag) *jsonschema.Schema {
	s := &jsonschema.Schema{Type: "array", Items: of, UniqueItems: true}
	text, more := strings.CutSuffix(tag.Get("count"), "+")
	if least, err := strconv.ParseUint(text, 10, 64); err == nil {
		s.MinItems = &least
		if !more {
			s.MaxItems = &least
		}
	} else if tag.Get("need") != "" {
		one := uint64(1)
		s.MinItems = &one
	}
	return s
}
