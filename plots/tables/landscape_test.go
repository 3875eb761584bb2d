package tables

import (
	"fmt"
	"testing"

	"entente/scenarios"
	"entente/sim/lab"
	"entente/sim/networks"
)

func TestLandscape(t *testing.T) {
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
