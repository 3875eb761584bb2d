package scenarios

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"

	"entente/sim"
)

// TOML is the scenario with all layers and --sets resolved, as a file that stands on no other: whoever loads it has the
// same scenario.
func (l *Loaded) TOML() string { return TOML(l.Scenario) }

// TOML writes a scenario as a file. Keys are in the order of sim.Scenario, ids sorted. Its dates must be such as
// sim.ParseDate reads: days or more.
func TOML(s sim.Scenario) string {
	var b strings.Builder
	fmt.Fprintf(&b, "format = %d\n", Format)
	writeTable(&b, reflect.ValueOf(s), "")
	return b.String()
}

// writeTable writes the figures of a struct, then the tables in it.
func writeTable(b *strings.Builder, v reflect.Value, path string) {
	var later []func()
	for i := range v.NumField() {
		f, x := v.Type().Field(i), v.Field(i)
		key := f.Tag.Get("toml")
		if key == "-" || x.IsZero() && !required(f, join(path, key)) {
			continue
		}
		at := join(path, key)
		switch {
		case x.Kind() == reflect.Pointer:
			later = append(later, func() { writeHeader(b, x.Elem(), at) })
		case x.Kind() == reflect.Struct:
			later = append(later, func() { writeHeader(b, x, at) })
		case x.Kind() == reflect.Map && x.Type().Elem().Kind() == reflect.Struct:
			later = append(later, func() {
				for _, id := range ids(x) {
					writeHeader(b, x.MapIndex(reflect.ValueOf(id)), join(at, id))
				}
			})
		default:
			fmt.Fprintf(b, "%s = %s\n", key, text(x))
		}
	}
	for _, write := range later {
		write()
	}
}

func writeHeader(b *strings.Builder, v reflect.Value, path string) {
	if path != "parameters" { // which holds tables only
		fmt.Fprintf(b, "\n[%s]\n", path)
	}
	writeTable(b, v, path)
}

// text is a value as TOML writes it.
func text(v reflect.Value) string {
	switch x := v.Interface().(type) {
	case sim.Date:
		return dateTOML(x)
	case sim.Series:
		return seriesTOML(x)
	}
	if c, ok := v.Interface().(sim.Course); ok {
		if len(c) == 1 && c[0].From == 0 {
			return quote(string(c[0].Posture))
		}
		var turns []string
		for _, t := range c {
			turns = append(turns, t.From.Text()+" = "+quote(string(t.Posture)))
		}
		return "{ " + strings.Join(turns, ", ") + " }"
	}
	switch v.Kind() {
	case reflect.String:
		return quote(v.String())
	case reflect.Float64:
		return short(v.Float())
	case reflect.Int:
		return strconv.FormatInt(v.Int(), 10)
	case reflect.Slice:
		var items []string
		for i := range v.Len() {
			items = append(items, text(v.Index(i)))
		}
		return "[" + strings.Join(items, ", ") + "]"
	case reflect.Map:
		var items []string
		for _, id := range ids(v) {
			items = append(items, id+" = "+text(v.MapIndex(reflect.ValueOf(id))))
		}
		return "{ " + strings.Join(items, ", ") + " }"
	}
	panic(fmt.Sprintf("no scenario holds a %s", v.Type()))
}

// seriesTOML is a figure over time: a number, or a table of dated numbers.
func seriesTOML(x sim.Series) string {
	if len(x) == 1 && x[0].Date == 0 {
		return short(x[0].Value)
	}
	var points []string
	for _, p := range x {
		points = append(points, p.Date.Text()+" = "+short(p.Value))
	}
	return "{ " + strings.Join(points, ", ") + " }"
}

// ids are the keys of a map, sorted.
func ids(v reflect.Value) []string {
	var all []string
	for _, k := range v.MapKeys() {
		all = append(all, k.String())
	}
	slices.Sort(all)
	return all
}

// quote writes a text with the escapes that TOML knows.
func quote(s string) string {
	var b bytes.Buffer
	if err := toml.NewEncoder(&b).Encode(map[string]string{"s": s}); err != nil {
		panic(fmt.Sprintf("%q cannot be quoted: %v", s, err))
	}
	return strings.TrimSpace(strings.TrimPrefix(b.String(), "s = "))
}

// dateTOML writes a year as a number and any other date in quotes.
func dateTOML(d sim.Date) string {
	t := d.Text()
	if len(t) > 4 {
		return `"` + t + `"` // digits, a Q and dashes: nothing in it wants an escape
	}
	return t
}
