package scenarios

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"entente/sim"
)

// ParameterFile writes a set of parameters in the form of the shipped file, each value with its range, unit and source: those
// of the default rule, and the rival theories' as they are shipped, or those of one rival theory alone.
func ParameterFile(preface, theory string, p sim.Parameters, source func(name string) string) string {
	var b strings.Builder
	b.WriteString(preface)
	groups := reflect.ValueOf(&p).Elem()
	for g := range groups.NumField() {
		tag := groups.Type().Field(g).Tag
		group, file, rival := tag.Get("toml"), tag.Get("toml"), tag.Get("theory") != ""
		if rival != (theory != sim.DefaultTheory) || rival && group != theory {
			continue
		}
		if rival {
			file = "theory_" + strings.ReplaceAll(group, "-", "_")
		}
		fmt.Fprintf(&b, "\n[%s] # sim/%s.go\n", group, file)
		fields := groups.Field(g)
		for k := range fields.NumField() {
			tag := fields.Type().Field(k).Tag
			fmt.Fprintf(&b, "# %s; %s\n", tag.Get("range"), tag.Get("unit"))
			fmt.Fprintf(&b, "%s = %s # %s\n", tag.Get("toml"), fraction(fields.Field(k).Float()), source(group+"."+tag.Get("toml")))
		}
	}
	if theory == sim.DefaultTheory {
		b.WriteString("\n" + rivalTheories())
	}
	return b.String()
}

// fraction writes a figure so that TOML takes it for one with a fraction.
func fraction(v float64) string {
	s := strconv.FormatFloat(v, 'f', -1, 64)
	if !strings.Contains(s, ".") {
		s += ".0"
	}
	return s
}
