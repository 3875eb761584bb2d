package theatre

import (
	"slices"
	"strings"
	"testing"
)

// States that were divided, joined or ended have the figures of whoever stood in their place.
func TestSuccessorsHaveTheFiguresOfTheirTime(t *testing.T) {
	nmc := "ccode,year,cinc\n255,1940,0.1\n260,1960,0.2\n265,1960,0.03\n255,1995,0.3\n365,1960,0.17\n365,1995,0.06\n345,1960,0.01\n345,2010,0.002\n315,1960,0.015\n" +
		"316,1995,0.007\n678,1960,0.001\n679,1995,0.0015\n680,1975,0.0002\n816,1960,0.004\n816,1995,0.006\n817,1960,0.005\n"
	vdem := "gwcode,year,v2x_polyarchy\n260,1960,0.8\n260,1995,0.85\n265,1960,0.1\n340,2010,0.5\n345,1960,0.2\n365,1960,0.1\n678,1960,0.05\n678,1995,0.15\n816,1995,0.12\n"
	un := "iso3c,year,idealpointall\nDEU,1995,1\nRUS,1960,-3\nRUS,1995,0.5\nSRB,1960,-0.5\nSRB,2010,0.4\nCZE,1960,-2.5\nCZE,1995,0.9\nVDR,1960,1.1\nVNM,1995,-1\nYAR,1960,-0.3\n"
	d := read(t, lay(t, map[string]string{"nmc.csv": nmc, "vdem.csv": vdem, "idealpoint.csv": un}, false))
	for _, c := range []struct {
		panel *panel
		id    string
		year  int
		want  float64
	}{
		{d.capability, "DEU", 1940, 0.1}, {d.capability, "DEU", 1960, 0.2}, {d.capability, "DEU", 1995, 0.3},
		{d.capability, "DDR", 1960, 0.03},
		{d.capability, "SUN", 1960, 0.17}, {d.capability, "RUS", 1995, 0.06}, {d.capability, "YUG", 1960, 0.01},
		{d.capability, "SRB", 2010, 0.002},
		{d.capability, "CSK", 1960, 0.015}, {d.capability, "CZE", 1995, 0.007}, {d.capability, "YEM", 1960, 0.001},
		{d.capability, "YEM", 1995, 0.0015},
		{d.capability, "YMD", 1975, 0.0002}, {d.capability, "VNM", 1960, 0.004}, {d.capability, "RVN", 1960, 0.005},
		{d.polyarchy, "DEU", 1960, 0.8}, {d.polyarchy, "DEU", 1995, 0.85}, {d.polyarchy, "SRB", 2010, 0.5}, {d.polyarchy, "YUG", 1960, 0.2},
		{d.polyarchy, "SUN", 1960, 0.1}, {d.polyarchy, "YEM", 1960, 0.05}, {d.polyarchy, "YEM", 1995, 0.15},
		{d.polyarchy, "VNM", 1995, 0.12},
		{d.ideal, "DEU", 1995, 1}, {d.ideal, "SUN", 1960, -3}, {d.ideal, "RUS", 1995, 0.5}, {d.ideal, "YUG", 1960, -0.5},
		{d.ideal, "SRB", 2010, 0.4},
		{d.ideal, "CSK", 1960, -2.5}, {d.ideal, "CZE", 1995, 0.9}, {d.ideal, "RVN", 1960, 1.1}, {d.ideal, "VNM", 1995, -1},
		{d.ideal, "YEM", 1960, -0.3},
	} {
		if x, ok := c.panel.figure(polity(t, c.id), c.year); !ok || x != c.want {
			t.Errorf("%s in %d is %v (%v), want %v", c.id, c.year, x, ok, c.want)
		}
	}
	for _, gone := range []struct {
		id   string
		year int
	}{{"DDR", 1995}, {"CZE", 1960}, {"CSK", 1995}, {"RVN", 1995}} {
		if x, ok := d.capability.figure(polity(t, gone.id), gone.year); ok {
			t.Errorf("%s in %d is %v, and there was no such state", gone.id, gone.year, x)
		}
	}
}

// The table of states gives no number to two of them in one year, but for a state and who came in its place.
func TestNumbersAreOfOneState(t *testing.T) {
	same := []string{"RUS SUN", "SRB YUG"}
	for _, year := range []int{1930, 1950, 1989, 2000, 2020} {
		for _, s := range []system{cow, gw} {
			of := map[string]string{}
			for id, p := range polities() {
				for _, n := range p.names(s, year) {
					pair := []string{of[n], id}
					slices.Sort(pair)
					if of[n] != "" && !slices.Contains(same, strings.Join(pair, " ")) {
						t.Errorf("%s is %v in %d", n, pair, year)
					}
					of[n] = id
				}
			}
		}
	}
	if n := len(polities()); n < 200 {
		t.Errorf("there are only %d states", n)
	}
}

// Whoever writes a state otherwise is told how it is written.
func TestSuggestsStates(t *testing.T) {
	for word, want := range map[string]string{
		"PHI": "did you mean PHL (Philippines)?", "840": "did you mean PHL (Philippines)?",
		"philippines": "did you mean PHL (Philippines)?",
		"phl":         "did you mean PHL (Philippines)?", "YAR": "did you mean YEM (Yemen)?", "QQQ": "three letters of ISO 3166",
	} {
		if _, err := PolityOf(word); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", word, err, want)
		}
	}
}
