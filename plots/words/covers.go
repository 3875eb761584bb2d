package words

import (
	"slices"
	"strings"

	"entente/sim/lab"
)

// Recoded tells whether runs draw codings of what was coded by hand.
func Recoded(h *lab.Head) bool {
	return slices.ContainsFunc(h.Overrides, func(o string) bool { return strings.HasPrefix(o, recode) })
}

// Covers says of the 95 % intervals of an answer what doubt they hold, and what they do not; beside is whether what constants leave
// open is shown beside them.
func Covers(h *lab.Head, beside bool) string {
	coding := ""
	if Recoded(h) && beside {
		coding = " Coding: where the middle 95 % lies over codings, luck taken off."
	}
	switch {
	case h.Draws == 0 || TooFew(h) != "":
		return CoverTogether(h) + coding
	case beside:
		return "They speak of luck at given constants. Constants: where the middle 95 % lies as they vary over what history " +
			"leaves open, by a regression on them, luck taken off." + coding + " None covers doubt about the form of the model or its figures."
	}
	return "They speak of luck at given constants and do not cover doubt about these, about the form of the model or about its figures."
}

// CoverTogether is that of intervals in which luck and constants are not told from each other, however many runs there are.
func CoverTogether(h *lab.Head) string {
	drawn := ""
	switch recoded := Recoded(h); {
	case h.Draws > 0 && recoded:
		drawn = "the constants and codings"
	case recoded:
		drawn = "the codings"
	case h.Draws == 0:
		return "They speak of luck only and do not cover doubt about the model or its figures."
	default:
		drawn = "the constants"
	}
	return "They hold luck and " + drawn + " that runs draw together, and no doubt about the form of the model or its figures."
}
