package scenarios

import (
	"reflect"
	"strings"
	"testing"

	"entente/sim"
)

// What is nearest to a misspelt word is suggested, and nothing where nothing is near.
func TestTheNearestNameIsSuggested(t *testing.T) {
	for _, c := range []struct {
		word  string
		known []string
		want  string
	}{
		{"opennes", []string{"openness", "name"}, "; did you mean openness?"},
		{"CNH", []string{"CHN", "PRK"}, "; did you mean CHN?"},
		{"jpn", []string{"JPN", "KOR"}, "; did you mean JPN?"},
		{"FRA", []string{"AAA", "BBB"}, " (there are AAA and BBB)"},
		{"JPX", []string{"JPN", "JPR"}, "; did you mean JPN?"}, // of two as near the first in their order
		{"FRA", []string{"USSR"}, " (there is only USSR)"},
		{"FRA", nil, ""},
		{"prospect", []string{"prospect-theory", "power-balance"}, "; did you mean prospect-theory?"},
		{"power", []string{"power-disparity", "power-balance"}, " (there are power-disparity and power-balance)"},
		{"pr", []string{"prospect-theory", "power-balance"}, " (there are prospect-theory and power-balance)"},
	} {
		if got := Suggest(c.word, c.known); got != c.want {
			t.Errorf("%q for %q, want %q", got, c.word, c.want)
		}
	}
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "abc", 3}, {"abc", "abc", 0}, {"abc", "acb", 1}, {"abc", "ab", 1}, {"abcd", "abxd", 1}, {"ca", "abc", 3}} {
		if got := slips(c.a, c.b); got != c.want {
			t.Errorf("%q and %q are %d apart, want %d", c.a, c.b, got, c.want)
		}
	}
}

// Whoever misspells a key of any table is told which was meant, or else all that there are.
func TestAnyTableListsItsKeys(t *testing.T) {
	for _, at := range []string{"states.JPN", "rivals.CHN", "clauses.asian-nato", "levers.all", "parameters", "parameters.decision"} {
		path := at + ".qqqq"
		_, err := Load("asia-1991", Options{Set: []string{path + "=1"}})
		if err == nil || !strings.Contains(err.Error(), "unknown key "+path+" (there are ") {
			t.Errorf("the unknown key %s is told so: %v", path, err)
		}
	}
	var longest func(of reflect.Type)
	longest = func(of reflect.Type) {
		switch of.Kind() {
		case reflect.Map, reflect.Slice, reflect.Pointer:
			longest(of.Elem())
		case reflect.Struct:
			keys := 0
			for k := range of.NumField() {
				if f := of.Field(k); f.Tag.Get("toml") != "" && f.Tag.Get("toml") != "-" {
					keys++
					longest(f.Type)
				}
			}
			if keys > mostKnown {
				t.Errorf("a table of the kind %s has %d keys, and whoever misspells one is told none", of, keys)
			}
		}
	}
	longest(reflect.TypeFor[sim.Scenario]())
}
