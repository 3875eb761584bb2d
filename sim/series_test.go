package sim

import "testing"

// Between its dates a series is read off the straight line, and before and after them it stays.
func TestASeriesIsReadBetweenItsDates(t *testing.T) {
	s := Series{{2015, 0.1}, {2020, 0.3}}
	for _, c := range []struct {
		why  string
		at   Date
		want float64
	}{
		{"still before the first", 2000, 0.1}, {"at the first", 2015, 0.1}, {"half way", 2017.5, 0.2},
		{"at the last", 2020, 0.3}, {"still after the last", 2050, 0.3},
	} {
		near(t, c.why, s.At(c.at), c.want)
	}
	near(t, "none given", Series(nil).At(2020), 0)
	near(t, "a constant", Const(0.7).At(1), 0.7)
}
