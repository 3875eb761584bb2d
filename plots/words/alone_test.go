package words

import "testing"

// Of as many comparisons one in twenty stands out by luck; of one nothing is said.
func TestWhatStandsOutByLuckAloneIsOneInTwenty(t *testing.T) {
	const want = "Of 40 comparisons, each at 95 %, 2.0 would stand out by luck alone on average, were there nothing behind any."
	if got := ByLuckAlone(40); got != want {
		t.Errorf("of 40 it is said: %q", got)
	}
	if got := ByLuckAlone(1); got != "" {
		t.Errorf("of one it is said: %q", got)
	}
}
