package tables

import (
	"testing"

	"entente/sim/lab/stats"
)

// What coding leaves open has a column of its own wherever it is told, with constants or without.
func TestEachKindOfDoubtHasAColumn(t *testing.T) {
	band := &stats.Band{Low: 0.1, High: 0.3}
	for _, c := range []struct {
		s     stats.Share
		heads int
		last  string
	}{
		{stats.Share{Mean: 0.2, Low: 0.1, High: 0.3}, 2, "10.0 to 30.0 %"},
		{stats.Share{Mean: 0.2, Low: 0.1, High: 0.3, Constants: band}, 3, "10 to 30 %"},
		{stats.Share{Mean: 0.2, Low: 0.1, High: 0.3, Coding: band}, 3, "10 to 30 %"},
		{stats.Share{Mean: 0.2, Low: 0.1, High: 0.3, Constants: band, Coding: &stats.Band{Low: 0.2, High: 0.2}}, 4, "none seen"},
	} {
		told := anyTold(c.s)
		cells := chanceCells(c.s, told)
		if len(doubtColumns("", told)) != c.heads || len(cells) != c.heads || cells[len(cells)-1] != c.last {
			t.Errorf("%+v has the cells %q", c.s, cells)
		}
		d := stats.Difference{Mean: 0.2, Low: 0.1, High: 0.3, Constants: c.s.Constants, Coding: c.s.Coding}
		if cells := changeCells(d, toldOf(d.Constants, d.Coding)); len(cells) != c.heads {
			t.Errorf("a change of %+v has the cells %q", d, cells)
		}
	}
}
