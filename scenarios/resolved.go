package scenarios

import (
	"bytes"
	"fmt"
	"math"
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
		if len(x) == 1 && x[0].Date == 0 {
			return short(x[0].Value)
		}
		var points []string
		for _, p := range x {
			points = append(points, dateText(p.Date)+" = "+short(p.Value))
		}
		return "{ " + strings.Join(points, ", ") + " }"
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
	if t := dateText(d); len(t) > 4 {
		return quote(t)
	} else {
		return t
	}
}

// dateText writes a date the way people do: the shortest text that sim.ParseDate reads as d.
func dateText(d sim.Date) string {
	year := math.Floor(float64(d))
	share := float64(d) - year
	month := fmt.Sprintf("%.0f-%02d", year, int(share*12)+1)
	forms := []string{
		fmt.Sprintf("%.0f", year),
		fmt.Sprintf("%.0fQ%d", year, int(share*4)+1),
		fmt.Sprintf("%.0f-%02.0f", year, math.Round(share*12)+1), // a twelfth is not exact
	}
	for day := 1; day <= 31; day++ {
		forms = append(forms, fmt.Sprintf("%s-%02d", month, day))
	}
	for _, text := range forms {
		if back, err := sim.ParseDate(text); err == nil && back == d {
			return text
		}
	}
	panic(fmt.Sprintf("%v is no date that a scenario can say", float64(d)))
}
