package words

import "entente/sim/lab"

// Covers says of the 95 % intervals of an answer what doubt they hold, and what they do not; beside is whether what constants leave
// open is shown beside them.
func Covers(h *lab.Head, beside bool) string {
	switch {
	case h.Draws == 0 || TooFew(h) != "":
		return CoverTogether(h)
	case beside:
		return "They speak of luck at given constants. Constants: where the middle 95 % lies as they vary over what history " +
			"leaves open, by a regression on them, luck taken off. Neither covers doubt about the form of the model or its figures."
	}
	return "They speak of luck at given constants and do not cover doubt about these, about the form of the model or about its figures."
}

// CoverTogether is that of intervals in which luck and constants are not told from each other, however many runs there are.
func CoverTogether(h *lab.Head) string {
	if h.Draws == 0 {
		return "They speak of luck only and do not cover doubt about the model or its figures."
	}
	return "They hold luck and the constants that runs draw together, and no doubt about the form of the model or its figures."
}
