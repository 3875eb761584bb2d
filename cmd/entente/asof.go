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
