package words

import (
	"testing"

	"entente/sim/lab/stats"
)

func TestAScoreThatIsNoWorseHasNoSign(t *testing.T) {
	if got, want := WorseInterval(stats.Interval{Mean: 0.3, Low: -0.001, High: 0.6504}), "0.00 to +0.65"; got != want {
		t.Errorf("worse by %q, want %q", got, want)
	}
	if got, want := ScoreInterval(stats.Interval{Mean: 0.0171, Low: 0.00004, High: 0.0349}), "0.00 to 0.03"; got != want {
		t.Errorf("a score from %q, want %q", got, want)
	}
}
