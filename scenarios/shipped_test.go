package scenarios

import (
	"reflect"
	"testing"

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
	var r reader
	given := r.constants()
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

func TestList(t *testing.T) {
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
