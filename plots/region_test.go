package plots

import (
	"testing"

	"gonum.org/v1/plot/vg"
)

func TestRegionLeavesFarPatronsOut(t *testing.T) {
	for _, c := range []struct {
		name      string
		countries []country
		off       string
	}{
		{"Pacific", pacific, "CAN DEU FRA GBR NLD RUS USA "},
		{"Pacific without far bystanders", pacific[:4], "USA "},
		{"Europe", europe, "CAN USA "},
		{"two neighbours", europe[3:5], ""},
		{"the whole world", sixty(), ""},
	} {
		s := madeUp(c.countries, 2000, 1, 2, 10)
		r, near := regionOf(s.States)
		off := map[string]bool{}
		for i, st := range s.States {
			off[st.ID] = !near[i]
			x := r.fromMiddle(st.Longitude)
			inside := x > r.west && x < r.east && st.Latitude > r.south && st.Latitude < r.north
			if near[i] && !inside {
				t.Errorf("%s: %s is near but outside the map", c.name, st.ID)
			}
		}
		got := ""
		for _, id := range []string{"CAN", "DEU", "FRA", "GBR", "NLD", "RUS", "USA", "AUS", "JPN", "ISL"} {
			if off[id] {
				got += id + " "
			}
		}
		if got != c.off {
			t.Errorf("%s: off the map are %q, want %q", c.name, got, c.off)
		}
	}
}

// On a map of the Pacific, Fiji lies east of Australia and New Zealand, though its longitude may be negative.
func TestDateLineIsNoEdge(t *testing.T) {
	s := pacificSummary()
	for i := range s.States {
		if s.States[i].ID == "FJI" {
			s.States[i].Longitude = -179.5
		}
	}
	m := newMaps(Figure{}, s)
	at := map[string]vg.Point{}
	for i, st := range s.States {
		at[st.ID] = m.at[i]
	}
	if !(at["IND"].X < at["AUS"].X && at["AUS"].X < at["FJI"].X && at["FJI"].Y > at["NZL"].Y) {
		t.Errorf("India %v, Australia %v, Fiji %v, New Zealand %v do not lie as on a globe",
			at["IND"], at["AUS"], at["FJI"], at["NZL"])
	}
}
