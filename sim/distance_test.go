package sim

import "testing"

func TestDistancesByHand(t *testing.T) {
	for _, c := range []struct {
		why                    string
		lat1, lon1, lat2, lon2 float64
		km                     float64
	}{
		{"a quarter of the equator", 0, 0, 0, 90, 10008},
		{"pole to pole", 90, 0, -90, 0, 20015},
		{"across the date line", 0, 179, 0, -179, 222},
		{"nowhere", 12, 34, 12, 34, 0},
	} {
		if got := kilometres(c.lat1, c.lon1, c.lat2, c.lon2); got != c.km {
			t.Errorf("%s: %v km, want %v", c.why, got, c.km)
		}
	}
}
