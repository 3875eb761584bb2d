package plots

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/plot/vg"

	"entente/sim/lab"
)

// checkMap looks at a laid-out map: every state named, no name over another name or a mark, all inside the frame.
func checkMap(t *testing.T, name string, s *lab.Summary) {
	t.Helper()
	m := newMaps(s)
	frame := vg.Rectangle{Max: m.size}
	for i, a := range m.labels {
		id := s.States[i].ID
		if a == (vg.Rectangle{}) {
			t.Errorf("%s: %s has no name on the map", name, id)
			continue
		}
		if !within(a, frame) {
			t.Errorf("%s: the name of %s leaves the map", name, id)
		}
		for j, b := range m.labels {
			if j < i && overlap(a, b) {
				t.Errorf("%s: the names of %s and %s overlap", name, id, s.States[j].ID)
			}
			if crosses(a, m.at[j], m.at[j]) {
				t.Errorf("%s: the name of %s covers the mark of %s", name, id, s.States[j].ID)
			}
		}
		need := nameStyle.Width(m.names[i])
		if a.Size().X < need {
			t.Errorf("%s: the name of %s is wider than its box", name, id)
		}
	}
	for i, a := range m.at {
		for j, b := range m.at[:i] {
			if distance(a, b) < 2*pointRadius {
				t.Errorf("%s: the marks of %s and %s overlap", name, s.States[i].ID, s.States[j].ID)
			}
		}
	}
}

func TestNamesOnTheMapDoNotOverlap(t *testing.T) {
	for name, s := range oddities() {
		checkMap(t, name, s)
	}
	luck := rand.New(rand.NewPCG(5, 6))
	for world := range 40 {
		var countries []country
		spread := 3 + 40*luck.Float64()
		for i := range 2 + luck.IntN(59) {
			countries = append(countries, country{
				id: fmt.Sprintf("S%02d", i), name: fmt.Sprintf("State %d", i),
				role: []lab.Role{lab.Founder, lab.OpenTo, lab.Bystander, lab.RivalRole}[luck.IntN(4)],
				lat:  -20 + spread*luck.Float64(), lon: 160 + spread*luck.Float64(),
			})
			if c := &countries[i]; c.lon > 180 {
				c.lon -= 360
			}
		}
		checkMap(t, fmt.Sprintf("world %d", world), madeUp(countries, 2000, 1, 2, 10))
	}
}

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
	m := newMaps(s)
	at := map[string]vg.Point{}
	for i, st := range s.States {
		at[st.ID] = m.at[i]
	}
	if !(at["IND"].X < at["AUS"].X && at["AUS"].X < at["FJI"].X && at["FJI"].Y > at["NZL"].Y) {
		t.Errorf("India %v, Australia %v, Fiji %v, New Zealand %v do not lie as on a globe",
			at["IND"], at["AUS"], at["FJI"], at["NZL"])
	}
}

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

func TestLinesAtTheEndAreMedians(t *testing.T) {
	p := lab.Pair{}
	for rung, mean := range []float64{0.3, 0.1, 0, 0.15, 0.2, 0.05, 0.2} {
		p.Rungs[rung].Mean = mean
	}
	if got := medianRung(p); got != 3 {
		t.Errorf("45 %% reach rung 4 and 60 %% rung 3: the median rung is 3, not %d", got)
	}
	p.Rungs[0].Mean, p.Rungs[6].Mean, p.Rungs[4].Mean = 0.55, 0.1, 0.05
	if got := medianRung(p); got != 0 {
		t.Errorf("most runs have no tie, yet the median rung is %d", got)
	}
}

// In print without colour the three kinds of line must still differ.
func TestLinesDifferInGreyAndDash(t *testing.T) {
	for i, a := range rungClasses {
		for _, b := range rungClasses[:i] {
			if d := luminance(b.ink) - luminance(a.ink); d < 40 {
				t.Errorf("%q and %q differ by %.0f of 255 in grey, want 40", a.words, b.words, d)
			}
			if fmt.Sprint(a.dashes) == fmt.Sprint(b.dashes) {
				t.Errorf("%q and %q have the same dashes", a.words, b.words)
			}
		}
	}
}
