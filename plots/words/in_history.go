package words

import (
	"fmt"
	"math"

	"entente/sim/lab"
)

// InHistory says what became of a clause; "" if its scenario does not hold that.
func InHistory(h *lab.InHistory) string {
	switch {
	case h == nil:
		return ""
	case h.Stands():
		return "in history it came into force in " + Year(h.InForce) + " and lasted"
	case h.InForce != 0:
		return fmt.Sprintf("in history it came into force in %s and ended in %s", Year(h.InForce), Year(h.Ended))
	}
	return "in history it never came into force"
}

// Year is that of a date.
func Year(date float64) string { return fmt.Sprintf("%.0f", math.Floor(date)) }
