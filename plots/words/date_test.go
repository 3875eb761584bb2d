package words

import (
	"fmt"
	"testing"
)

func TestMonthsOfDecimalYears(t *testing.T) {
	if got := Month(0); got != "never" {
		t.Errorf("what has no date is written %q", got)
	}
	for y := 1800; y < 2100; y++ {
		for m := range 12 {
			want := fmt.Sprintf("%d-%02d", y, m+1)
			for _, into := range []float64{0, 0.5, 0.99} {
				if got := Month(float64(y) + (float64(m)+into)/12); got != want {
					t.Errorf("%v of a month into %s is written %q", into, want, got)
				}
			}
		}
	}
}
