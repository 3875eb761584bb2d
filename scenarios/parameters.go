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
	last := ""
	for _, f := range sim.Figures() {
		name, constant := strings.CutPrefix(f.Path, "parameters.")
		if !constant || f.Theory != "" && f.Theory != theory || f.Theory == "" && theory != sim.DefaultTheory {
			continue
		}
		group, key, _ := strings.Cut(name, ".")
		if group != last {
			file := group
			if f.Theory != "" {
				file = "theory_" + strings.ReplaceAll(group, "-", "_")
			}
			fmt.Fprintf(&b, "\n[%s] # sim/%s.go\n", group, file)
			last = group
		}
		fmt.Fprintf(&b, "# %s; %s\n", f.Within(), f.Unit)
		fmt.Fprintf(&b, "%s = %s # %s\n", key, fraction(f.At(&sim.Scenario{Parameters: p}, 0)), source(name))
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

// Constants are the shipped constants of the theory, with the sets of them that runs take in turn and the source of each: a
// scenario that has nothing else.
func Constants() *Loaded {
	root, faults := constants(), &collector{}
	l := &Loaded{root: root, files: []*source{root.src}}
	p := &l.Scenario.Parameters
	(&decoder{root: root, faults: faults}).table(root.table["parameters"], reflect.ValueOf(p).Elem(), "parameters")
	if err := faults.all(); err != nil {
		panic(fmt.Sprintf("the embedded constants are at fault: %v", err))
	}
	l.Scenario.Draws = draws()
	return l
}
