package scenarios

import (
	"maps"
	"slices"
	"strings"

	"entente/sim"
)

// changes says what a scenario changes in its base: a figure as "path = value", a row of a table that the base has not as
// "path: added" with its title if it has one, one that is gone as "path: left out". Texts about the scenario itself are no changes.
func changes(base, s sim.Scenario) []string {
	from, to := figuresOf(base), figuresOf(s)
	var all []string
	for _, path := range slices.Sorted(maps.Keys(to)) {
		row := rowOf(path)
		switch was, ok := from[path]; {
		case ok && was == to[path]:
		case row != "" && !hasRow(from, row):
			added := row + ": added"
			if title, ok := to[row+".title"]; ok {
				added += ", " + title
			}
			all = append(all, added)
		default:
			all = append(all, path+" = "+to[path])
		}
	}
	for _, path := range slices.Sorted(maps.Keys(from)) {
		if _, ok := to[path]; ok {
			continue
		}
		if row := rowOf(path); row != "" && !hasRow(to, row) {
			all = append(all, row+": left out")
		} else {
			all = append(all, path+": left out")
		}
	}
	return slices.Compact(all)
}

// figuresOf are the figures of a resolved scenario by their paths.
func figuresOf(s sim.Scenario) map[string]string {
	figures := map[string]string{}
	table := ""
	for line := range strings.Lines(TOML(s)) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "[") {
			table = strings.Trim(line, "[]") + "."
			continue
		}
		key, value, ok := strings.Cut(line, " = ")
		if ok && strings.HasPrefix(table, "levers.") && (value == "1" || value == "0" && key == "stance") {
			continue // a lever that leaves all as it is
		}
		if ok && (table != "" || !slices.Contains([]string{"format", "title", "summary", "expectation", "expects"}, key)) {
			figures[table+key] = value
		}
	}
	return figures
}

// rowOf is the row of a table that a path lies in: "ties.us-jpn" of "ties.us-jpn.depth"; "" for a figure of the scenario
// itself and for constants.
func rowOf(path string) string {
	parts := strings.SplitN(path, ".", 3)
	if len(parts) < 3 || parts[0] == "parameters" || parts[0] == "states" || parts[0] == "levers" {
		return ""
	}
	return parts[0] + "." + parts[1]
}

func hasRow(figures map[string]string, row string) bool {
	for path := range figures {
		if strings.HasPrefix(path, row+".") {
			return true
		}
	}
	return false
}
