package tables

import (
	"fmt"
	"strings"
	"testing"

	"entente/scenarios"
	"entente/sim/lab"
	"entente/sim/networks"
)

// The splits of the Middle East example are told with their energy, the lowest first.
func TestTheLandscapeTellsSplitsByEnergy(t *testing.T) {
	a, err := scenarios.LoadActors("../../scenarios/testdata/actors/middle-east.csv", scenarios.Propensities, nil)
	if err != nil {
		t.Fatal(err)
	}
	look := func(file string, names []string, l *networks.Landscape, runs int) *lab.Landscape {
		s, err := lab.SearchLandscape(t.Context(), file, names, l, lab.Options{Runs: runs, Seed: 1})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	golden(t, "landscape", Landscape(look("middle-east", a.Names, networks.NewLandscape(a.Strength, a.Between), 0)))
	// Thirty in two blocs: too many to look at each split, and to be named in a sentence.
	names, strength, between := make([]string, 30), make([]float64, 30), make([][]float64, 30)
	for i := range names {
		names[i], strength[i], between[i] = fmt.Sprintf("State %d", i+1), float64(1+i%3), make([]float64, 30)
		for j := range names {
			if i != j {
				between[i][j] = 1 - 2*float64((i+j)%2)
			}
		}
	}
	golden(t, "landscape-sampled", Landscape(look("blocs", names, networks.NewLandscape(strength, between), 200)))
}

// What an interruption left out is told once.
func TestLandscapeCutShort(t *testing.T) {
	s := &lab.Landscape{Actors: []string{"A", "B"}, Starts: 100, Followed: 40, Minima: []lab.Alignment{
		{Energy: -4, Camps: []int{1, 2}, Frustration: []float64{-1, -1}, Elsewhere: []float64{1, 1}, Names: [][]string{{"A"}, {"B"}}},
	}}
	s.Strengths, s.Title, s.Scenario, s.Runs, s.Played, s.ToPlay, s.Asked = []float64{1, 2}, "pair", "pair", 40, 40, 100, 100
	p := Landscape(s)
	if text := strings.Join(p.Asked, "\n"); strings.Count(text, "Cut short") != 1 || !strings.Contains(text, "after 40 of them") {
		t.Errorf("what was played is told as\n%s", text)
	}
	if p.Finding[0] != "One split that lasts was found: A stands against B." {
		t.Errorf("the finding is %q", p.Finding[0])
	}
}

// Two splits of the same energy are equally low, and one a little above them is not.
func TestWhichSplitsAreEquallyLow(t *testing.T) {
	split := func(energy float64) lab.Alignment {
		return lab.Alignment{Energy: energy, Camps: []int{1, 2}, Frustration: []float64{-1, -1}, Elsewhere: []float64{1, 1},
			Names: [][]string{{"A"}, {"B"}}}
	}
	for _, c := range []struct {
		energies []float64
		want     string
	}{
		{[]float64{-4, -4, -3.5}, "Two of them are equally low in energy; the one that most splits lead to comes first."},
		{[]float64{-4, -3.5}, ""},
	} {
		s := &lab.Landscape{Actors: []string{"A", "B"}, Exact: true, Starts: 4, Followed: 4}
		for _, energy := range c.energies {
			s.Minima = append(s.Minima, split(energy))
		}
		s.Strengths, s.Title, s.Scenario, s.Runs, s.Played, s.ToPlay, s.Asked = []float64{1, 2}, "pair", "pair", 4, 4, 4, 4
		text := strings.Join(Landscape(s).Finding, "\n")
		if got := strings.Contains(text, "equally low"); got != (c.want != "") || !strings.Contains(text, c.want) {
			t.Errorf("of splits with energies %v it says\n%s", c.energies, text)
		}
	}
}
