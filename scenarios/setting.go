package scenarios

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"entente/sim"
)

// Setting writes what must follow --set for a figure, a list or a table to have a value: a number, names, or dates by name.
func Setting(path string, value any) string {
	switch v := value.(type) {
	case float64:
		return path + "=" + strconv.FormatFloat(v, 'g', -1, 64)
	case []string:
		var quoted []string
		for _, name := range v {
			quoted = append(quoted, strconv.Quote(name))
		}
		return path + "=[" + strings.Join(quoted, ", ") + "]"
	case map[string]sim.Date:
		var rows []string
		for _, name := range slices.Sorted(maps.Keys(v)) {
			rows = append(rows, name+" = "+strconv.Quote(v[name].Text()))
		}
		return path + "={ " + strings.Join(rows, ", ") + " }"
	}
	panic(fmt.Sprintf("scenarios: a setting of %s to %T, which is none of the kinds that can be set", path, value))
}
