package words

import "fmt"

// ByLuckAlone says how many of some comparisons, each with a 95 % interval for itself, would stand out if there were nothing behind
// any of them; nothing of a single one.
func ByLuckAlone(comparisons int) string {
	if comparisons < 2 {
		return ""
	}
	return fmt.Sprintf("Of %s comparisons, each at 95 %%, %.1f would stand out by luck alone on average, were there nothing behind any.",
		Thousands(comparisons), float64(comparisons)*(1-0.95))
}
