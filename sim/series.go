package sim

import "sort"

// Point is one dated value of a series.
type Point struct {
	Date  Date    // 0 in a constant
	Value float64 // in the unit of the figure
}

// Series is a figure over time. One point is a constant; between two points the figure moves in a straight line;
// before the first and after the last it stands still. An empty series is "not given" and reads as 0.
type Series []Point

// Const is a figure that does not move.
func Const(v float64) Series { return Series{{Value: v}} }

// At is the figure on day d. Between the points a and b about it,
//
//	a + (d - date of a) / (date of b - date of a) × (b - a)
func (s Series) At(d Date) float64 {
	switch i := sort.Search(len(s), func(i int) bool { return s[i].Date > d }); {
	case len(s) == 0:
		return 0
	case i == 0:
		return s[0].Value
	case i == len(s):
		return s[i-1].Value
	default:
		a, b := s[i-1], s[i]
		share := float64(d-a.Date) / float64(b.Date-a.Date)
		return a.Value + float64(share*(b.Value-a.Value))
	}
}
