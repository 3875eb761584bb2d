package plots

import "testing"

// Capitals stand on land, if the coast was read right: a ring that holds one turns around it.
func TestCoastHoldsTheCapitals(t *testing.T) {
	for _, c := range append(append(pacific[:0:0], pacific...), europe...) {
		switch c.id {
		case "SGP", "FJI", "DNK", "IDN", "ISL", "PRT", "NOR": // on a shore or an island that 1:110 m moves or leaves out
			continue
		}
		turns := 0
		for _, ring := range coast() {
			for turn := -2.0; turn <= 2; turn++ {
				if holds(ring, c.lon-360*turn, c.lat) {
					turns++
				}
			}
		}
		if turns != 1 {
			t.Errorf("%s (%v, %v) lies on %d pieces of land", c.name, c.lat, c.lon, turns)
		}
	}
}

// holds counts the sides of a ring that a ray to the east crosses.
func holds(ring []place, x, y float64) bool {
	in := false
	for i, a := range ring {
		b := ring[(i+1)%len(ring)]
		if (a.latitude > y) != (b.latitude > y) &&
			x < a.longitude+(y-a.latitude)/(b.latitude-a.latitude)*(b.longitude-a.longitude) {
			in = !in
		}
	}
	return in
}
