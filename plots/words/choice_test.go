package words

import (
	"testing"

	"entente/sim/lab/stats"
)

// Two scores are told apart by enough theatres, and where the interval of their difference leaves 0 out: either alone does not do.
func TestScoresAreToldApart(t *testing.T) {
	apart, open := stats.Interval{Mean: -0.07, Low: -0.12, High: -0.02}, stats.Interval{Mean: -0.07, Low: -0.13, High: 0.02}
	for _, c := range []struct {
		d        stats.Interval
		theatres int
		title    string
		sentence string
	}{
		{apart, EnoughTheatres, "", "beyond what the choice of episodes would do"},
		{apart, EnoughTheatres - 1, "; so few episodes do not tell them apart", "and so few episodes cannot say how others would come out"},
		{open, EnoughTheatres, "; so few episodes do not tell them apart", "no more than the choice of episodes may do"},
	} {
		if title, sentence := NotApart(c.d, c.theatres), BeyondChoice(c.d, c.theatres); title != c.title || sentence != c.sentence {
			t.Errorf("of %v over %d theatres it says %q and %q, want %q and %q", c.d, c.theatres, title, sentence, c.title, c.sentence)
		}
	}
}
