package main

import (
	"fmt"
	"strings"
)

// asOfLine says how much of a scenario a forecast goes without.
func asOfLine(day string, refused []string) string {
	switch n := len(refused); {
	case n == 0:
		return fmt.Sprintf("As of %s: nothing in the scenario is later.", day)
	case n == 1:
		return fmt.Sprintf("As of %s: 1 later fact refused (%s).", day, refused[0])
	case n <= 3:
		return fmt.Sprintf("As of %s: %d later facts refused (%s).", day, n, strings.Join(refused, ", "))
	default:
		return fmt.Sprintf("As of %s: %d later facts refused (%s, ...).", day, n, strings.Join(refused[:3], ", "))
	}
}

// carriedLine says which figures of a forecast are of a later day all the same; nothing if there is none.
func carriedLine(carried []string) string {
	const shown = 5
	rest := ""
	switch n := len(carried); {
	case n == 0:
		return ""
	case n > shown:
		carried, rest = carried[:shown], ", ..."
	}
	return fmt.Sprintf("Known only from later on, and carried back: %s%s. Give others with --set if they were not so.\n",
		strings.Join(carried, ", "), rest)
}
