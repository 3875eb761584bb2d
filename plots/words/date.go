package words

import (
	"fmt"
	"math"
)

// Month writes a decimal year as a month; "never" if there is none.
func Month(date float64) string {
	if date == 0 {
		return "never"
	}
	m := int(math.Floor(date * 12))
	return fmt.Sprintf("%d-%02d", m/12, m%12+1)
}
