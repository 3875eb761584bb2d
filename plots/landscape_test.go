package plots

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"entente/sim/lab"
	"entente/sim/lab/stats"
	"entente/sim/networks"
)

// madeUpLandscape is one of actors drawn at random; it says nothing about the world.
func madeUpLandscape(t *testing.T, n, starts int, spread float64) *lab.Landscape {
	t.Helper()
	r := rand.New(rand.NewPCG(uint64(n), 1))
	names, strength, propensity := make([]string, n), make([]float64, n), make([][]float64, n)
	for i := range n {
		names[i], strength[i], propensity[i] = fmt.Sprintf("Actor %d", i+1), float64(1+r.IntN(9))*spread, make([]float64, n)
		for j := range i {
			propensity[i][j] = float64(r.IntN(5) - 2)
			propensity[j][i] = propensity[i][j]
		}
	}
	s, err := lab.SearchLandscape(t.Context(), "made-up", names, networks.NewLandscape(strength, propensity),
		lab.Options{Runs: starts, Seed: 3})
	if err != nil {
		t.Fatal(err)
	}
	s.Version = "0.0.0"
	return s
}

func oddLandscapes(t *testing.T) map[string]*lab.Landscape {
	all := map[string]*lab.Landscape{
		"two":   madeUpLandscape(t, 2, 1, 1),
		"usual": madeUpLandscape(t, 12, 1, 1),
		"many":  madeUpLandscape(t, 90, 200, 1),
		"tiny":  madeUpLandscape(t, 5, 1, 1e-9),
		"huge":  madeUpLandscape(t, 5, 1, 1e9),
		"long":  madeUpLandscape(t, 9, 1, 1),
		"cut":   madeUpLandscape(t, 12, 1, 1),
	}
	long := all["long"]
	for i := range long.Actors {
		long.Actors[i] += strings.Repeat(" of a very long name", 4)
	}
	for _, a := range long.Minima {
		for _, names := range a.Names {
			for k := range names {
				names[k] += strings.Repeat(" of a very long name", 4)
			}
		}
	}
	long.Scenario, long.Title, long.Minima[0].Indifferent = strings.Repeat("a-long-file-name-", 8), strings.Repeat("a-long-file-name-", 8),
		long.Actors
	cut := all["cut"]
	cut.Followed, cut.Runs, cut.Played = 1000, 1000, 1000
	for k := range cut.Minima {
		cut.Minima[k].Basin = stats.Share{}
	}
	return all
}

func TestLandscapeIsAsLookedAt(t *testing.T) {
	checkLooks(t, "landscape", Landscape(Figure{}, oddLandscapes(t)["usual"]))
}

func TestEveryLandscapeGivesAChart(t *testing.T) {
	for name, s := range oddLandscapes(t) {
		checkChart(t, name, Landscape(Figure{}, s))
	}
}

// The chart of a landscape says what was left out of it, and what was left out of the search.
func TestLandscapeNotesOwnUp(t *testing.T) {
	all := oddLandscapes(t)
	for name, wants := range map[string][]string{
		"usual": {"all 2,048 splits", "made-up"},
		"many":  {"200 random starts (seed 3)", "others may last too", "Left out, less frustrated", "95 % interval"},
		"cut":   {"1,000 of the 2,048 starts asked for"},
		"long":  {"Would as soon be in the other camp: Actor 1"},
	} {
		for _, want := range wants {
			if notes := Landscape(Figure{}, all[name]).Notes; !strings.Contains(notes, want) {
				t.Errorf("%s: the notes do not say %q: %s", name, want, notes)
			}
		}
	}
}

// Each actor has a row in its camp, the more frustrated above.
func TestLandscapeRows(t *testing.T) {
	s := oddLandscapes(t)["usual"]
	b, left := frustrationRows(Figure{}, s)
	seen, last := map[string]bool{}, 0.0
	camp := 0
	for _, r := range b.rows {
		if r.heading {
			camp++
		} else {
			for i, name := range s.Actors {
				if name == r.name && (s.Minima[0].Camps[i] != camp || s.Minima[0].Frustration[i] != r.figure ||
					s.Minima[0].Elsewhere[i] != r.ring) {
					t.Errorf("%s stands in camp %d with %v and %v", name, camp, r.figure, r.ring)
				}
			}
			if seen[r.name] = true; r.figure > last {
				t.Errorf("%s stands below one less frustrated", r.name)
			}
		}
		last = r.figure
		if r.heading {
			last = 1e9
		}
	}
	if len(seen) != len(s.Actors) || left != 0 {
		t.Errorf("%d of %d actors have rows", len(seen), len(s.Actors))
	}
}

func ExampleLandscape() {
	l := networks.NewLandscape([]float64{2, 3, 4}, [][]float64{{0, 1, -1}, {1, 0, -2}, {-1, -2, 0}})
	s, _ := lab.SearchLandscape(context.Background(), "three", []string{"A", "B", "C"}, l, lab.Options{})
	s.Version = "0.0.0"
	fmt.Println(Landscape(Figure{}, s).About)
	// Output:
	// Bars, one for each actor in its camp. Lowest split, energy −64: A, B against C. A: frustration −4, 3 if it changed camp. B: frustration −8, 2 if it changed camp. C: frustration −8, 0 if it changed camp. Source: Entente 0.0.0, file three, 4 starts.
}
