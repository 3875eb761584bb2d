package lab

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"entente/sim/lab/stats"
	"entente/sim/networks"
)

// anyLandscape draws strengths and propensities: whole numbers, or decimals, of which some pairs may be 0.
func anyLandscape(r *rand.Rand, n int, whole bool) ([]string, *networks.Landscape) {
	strength, propensity, names := make([]float64, n), make([][]float64, n), make([]string, n)
	for i := range n {
		names[i] = fmt.Sprint("A", i)
		propensity[i] = make([]float64, n)
		strength[i] = 0.1 + r.Float64()*10
		if whole {
			strength[i] = float64(1 + r.IntN(10))
		}
	}
	for i := range n {
		for j := range i {
			p := r.Float64()*4 - 2
			if whole {
				p = float64(r.IntN(5) - 2)
			}
			propensity[i][j], propensity[j][i] = p, p
		}
	}
	return names, networks.NewLandscape(strength, propensity)
}

func search(t *testing.T, names []string, l *networks.Landscape) *Landscape {
	t.Helper()
	s, err := SearchLandscape(t.Context(), "actors.csv", names, l, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// bruteEnergy is the equation as the source prints it.
func bruteEnergy(l *networks.Landscape, camps []bool) float64 {
	e := 0.0
	for i := range camps {
		for j := range camps {
			if camps[i] != camps[j] {
				e += l.Strength[i] * l.Strength[j] * l.Propensity[i][j]
			}
		}
	}
	return e
}

// TestWalkIsBruteForce: the walk with its running sums finds what trying all configurations, one by one and without any of
// them, finds: the minima, their energies, and where the steepest way down leads from each start.
func TestWalkIsBruteForce(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	several := 0
	for trial := range 60 {
		n := 2 + r.IntN(8)
		names, l := anyLandscape(r, n, trial%2 == 0)
		s := search(t, names, l)
		if !s.Exact || s.Followed != 1<<(n-1) || s.CutShort() {
			t.Fatalf("of %d actors %d of %d configurations were looked at", n, s.Followed, s.Starts)
		}
		camps := make([]bool, n)
		place := func(m int) {
			for i := range camps {
				camps[i] = i == 0 || m>>(i-1)&1 == 0
			}
		}
		down := func() (end string) {
			for {
				best, least, now := -1, -1e-9, bruteEnergy(l, camps)
				for i := range camps {
					camps[i] = !camps[i]
					if change := bruteEnergy(l, camps) - now; change < least-1e-9 {
						best, least = i, change
					}
					camps[i] = !camps[i]
				}
				if best < 0 {
					return fmt.Sprint(sides(camps))
				}
				camps[best] = !camps[best]
			}
		}
		energy, basin := map[string]float64{}, map[string]int{}
		for m := range 1 << (n - 1) {
			place(m)
			start := fmt.Sprint(sides(camps))
			end := down()
			basin[end]++
			if start == end {
				place(m)
				energy[end] = bruteEnergy(l, camps)
			}
		}
		if len(energy) != len(s.Minima) {
			t.Fatalf("trial %d: %d minima, brute force finds %d", trial, len(s.Minima), len(energy))
		}
		if len(energy) > 1 {
			several++
		}
		for k, a := range s.Minima {
			at := fmt.Sprint(a.Camps)
			if want, ok := energy[at]; !ok || math.Abs(a.Energy-want) > 1e-9 {
				t.Errorf("trial %d: the minimum %s has energy %v, brute force says %v (%v)", trial, at, a.Energy, want, ok)
			}
			if a.Basin.Count != basin[at] || a.Basin.Runs != s.Starts {
				t.Errorf("trial %d: %d of %d starts end in %s, brute force says %d", trial, a.Basin.Count, a.Basin.Runs, at, basin[at])
			}
			if k > 0 && a.Energy < s.Minima[k-1].Energy {
				t.Errorf("trial %d: minimum %d lies below the one before it", trial, k+1)
			}
		}
	}
	if several < 10 {
		t.Errorf("only %d of the landscapes have more than one minimum: the test compares too little", several)
	}
}

// sides are the camps as numbers, 1 that of the first actor.
func sides(camps []bool) []int {
	side := make([]int, len(camps))
	for i, in := range camps {
		side[i] = 2
		if in == camps[0] {
			side[i] = 1
		}
	}
	return side
}

// TestNamesDoNotMatter: the order of the file changes neither the minima nor, where no two moves are alike, their basins.
func TestNamesDoNotMatter(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	told := func(s *Landscape) []string {
		var all []string
		for _, a := range s.Minima {
			camps := []string{}
			for _, names := range a.Names {
				slices.Sort(names)
				camps = append(camps, strings.Join(names, " "))
			}
			slices.Sort(camps)
			all = append(all, fmt.Sprintf("%.6f %d %s", a.Energy, a.Basin.Count, strings.Join(camps, " | ")))
		}
		slices.Sort(all)
		return all
	}
	for range 20 {
		n := 3 + r.IntN(7)
		names, l := anyLandscape(r, n, false)
		order := r.Perm(n)
		other, strength, propensity := make([]string, n), make([]float64, n), make([][]float64, n)
		for i, from := range order {
			other[i], strength[i], propensity[i] = names[from], l.Strength[from], make([]float64, n)
			for j, to := range order {
				propensity[i][j] = l.Propensity[from][to]
			}
		}
		if a, b := told(search(t, names, l)), told(search(t, other, networks.NewLandscape(strength, propensity))); !slices.Equal(a, b) {
			t.Errorf("in another order the minima are\n%s\nnot\n%s", strings.Join(b, "\n"), strings.Join(a, "\n"))
		}
	}
}

// TestStartsFindTheMinima: from two thousand random starts a small landscape shows all its minima, with basins whose intervals
// hold the true ones as often as they should.
func TestStartsFindTheMinima(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	held, all := 0, 0
	for trial := range 12 {
		names, l := anyLandscape(r, 4+r.IntN(9), trial%2 == 0)
		exact := search(t, names, l)
		drawn := &Landscape{Actors: names, Strengths: l.Strength}
		if err := drawn.sample(t.Context(), l, Options{Runs: 2000, Seed: uint64(trial)}); err != nil {
			t.Fatal(err)
		}
		basins := map[string]stats.Share{}
		for _, a := range drawn.Minima {
			basins[fmt.Sprint(a.Camps, a.Energy)] = a.Basin
		}
		for _, a := range exact.Minima {
			b, ok := basins[fmt.Sprint(a.Camps, a.Energy)]
			if !ok && a.Basin.Mean > 0.005 {
				t.Errorf("trial %d: no start of 2,000 leads to %v, which %.2f %% of all do", trial, a.Camps, 100*a.Basin.Mean)
			}
			delete(basins, fmt.Sprint(a.Camps, a.Energy))
			all++
			if !ok || b.Low <= a.Basin.Mean && a.Basin.Mean <= b.High {
				held++
			}
		}
		if len(basins) > 0 {
			t.Errorf("trial %d: random starts end where there is no minimum: %v", trial, basins)
		}
	}
	if held < all*9/10 {
		t.Errorf("%d of %d intervals hold the true basin, want 95 %%", held, all)
	}
}

// TestManyActorsAreSampled: beyond MostExact the search starts at random, the same seed starts the same way, and the ends are
// minima.
func TestManyActorsAreSampled(t *testing.T) {
	names, l := anyLandscape(rand.New(rand.NewPCG(7, 8)), 70, false)
	look := func(seed uint64, ctx context.Context) *Landscape {
		s, err := SearchLandscape(ctx, "actors.csv", names, l, Options{Runs: 200, Seed: seed})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	a, b := look(1, t.Context()), look(1, t.Context())
	if fmt.Sprint(a) != fmt.Sprint(b) {
		t.Error("the same seed tells another story")
	}
	if fmt.Sprint(a.Minima) == fmt.Sprint(look(2, t.Context()).Minima) {
		t.Error("another seed tells the same story")
	}
	ends := 0
	for _, m := range a.Minima {
		ends += m.Basin.Count
		for i := range names {
			if m.Elsewhere[i] < m.Frustration[i] {
				t.Errorf("%s would gain by leaving what is called a minimum", names[i])
			}
		}
	}
	if a.Exact || ends != 200 || len(a.Minima) < 2 {
		t.Errorf("%d of 200 starts end in %d minima", ends, len(a.Minima))
	}
	done, cancel := context.WithCancel(t.Context())
	cancel()
	if s := look(1, done); !s.CutShort() || len(s.Minima) != 0 {
		t.Error("a search that was called off before it began has found something")
	}
}

// TestCutWalkTellsWhatItSaw: the walk stops early if it must, with the minima seen by then and no word on basins.
func TestCutWalkTellsWhatItSaw(t *testing.T) {
	names, l := anyLandscape(rand.New(rand.NewPCG(9, 9)), 20, false)
	done, cancel := context.WithCancel(t.Context())
	cancel()
	s, err := SearchLandscape(done, "actors.csv", names, l, Options{})
	if err != nil || !s.CutShort() || s.Followed != 1<<16 {
		t.Fatalf("cut short, it has followed %d of %d (%v)", s.Followed, s.Starts, err)
	}
	whole := fmt.Sprint(search(t, names, l).Minima)
	for _, a := range s.Minima {
		if a.Basin.Runs != 0 || !strings.Contains(whole, fmt.Sprint(a.Camps)) {
			t.Errorf("cut short, it tells of %v with a basin of %v", a.Camps, a.Basin)
		}
	}
}

// TestTiesAreTold: an actor who minds nobody could stand in either camp; both are minima and say so. A landscape of such
// actors is refused.
func TestTiesAreTold(t *testing.T) {
	propensity := [][]float64{{0, -1, 0}, {-1, 0, 0}, {0, 0, 0}}
	s := search(t, []string{"A", "B", "C"}, networks.NewLandscape([]float64{1, 1, 1}, propensity))
	if len(s.Minima) != 2 {
		t.Fatalf("%d minima, want one with C on either side", len(s.Minima))
	}
	for _, a := range s.Minima {
		if !slices.Equal(a.Indifferent, []string{"C"}) || a.Energy != -2 || a.Basin.Count != 2 {
			t.Errorf("%v: %v do not mind, energy %v, %d starts end here; want C, -2 and 2", a.Names, a.Indifferent, a.Energy,
				a.Basin.Count)
		}
	}
	flat := make([][]float64, 16)
	for i := range flat {
		flat[i] = make([]float64, 16)
	}
	strength := slices.Repeat([]float64{1}, 16)
	if _, err := SearchLandscape(t.Context(), "actors.csv", make([]string, 16), networks.NewLandscape(strength, flat),
		Options{}); !errors.Is(err, ErrFlat) {
		t.Errorf("a flat landscape: %v, want ErrFlat", err)
	}
}

// The largest landscape that is searched exactly.
func BenchmarkSearchLandscape(b *testing.B) {
	names, l := anyLandscape(rand.New(rand.NewPCG(1, 1)), MostExact, false)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := SearchLandscape(b.Context(), "actors.csv", names, l, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
