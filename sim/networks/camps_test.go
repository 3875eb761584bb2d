package networks_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"entente/scenarios"
	"entente/sim/networks"
)

// Three actors by hand. A (strength 2) and B (3) are friends, p = 1; both mind C (4), p = -1 with A and -2 with B. With C alone,
// F_A = 4·(-1) = -4, F_B = 4·(-2) = -8, F_C = 2·(-1) + 3·(-2) = -8, and E = 2·(-4) + 3·(-8) + 4·(-8) = -64. If A went
// over to C it would have its friend across and its foe beside it: F_A = 3·1 = 3. So for B: F_B = 2·1 = 2.
func ExampleLandscape() {
	l := networks.NewLandscape([]float64{2, 3, 4}, [][]float64{{0, 1, -1}, {1, 0, -2}, {-1, -2, 0}})
	c := l.NewConfiguration([]bool{true, true, true}) // all in one camp
	fmt.Println(c.Energy(), c.Steepest())
	c.Descend()
	fmt.Println(c.Camp(0), c.Camp(1), c.Camp(2), c.Energy())
	here, there := c.Frustrations()
	fmt.Println(here, there)
	// Output:
	// 0 2
	// true true false -64
	// [-4 -8 -8] [3 2 0]
}

// What a state would mind on either side, with chances in place of camps: A above, if it is even odds where C stands.
func ExampleFrustration() {
	propensity, strength := []float64{0, 1, -1}, []float64{2, 3, 4}
	fmt.Println(networks.Frustration(propensity, strength, []float64{0, 0, 0.5}))
	fmt.Println(networks.Hold(propensity, strength, []float64{0, 0, 0.5})) // its friend holds it: 3·1
	// Output:
	// -2
	// 3
}

// The figures of the file are cited in it; the energy and the camps are those given to the project with the matrix.
func TestMiddleEast(t *testing.T) {
	a, err := scenarios.LoadActors("../../scenarios/testdata/actors/middle-east.csv", scenarios.Propensities, nil)
	if err != nil {
		t.Fatal(err)
	}
	l := networks.NewLandscape(a.Strength, a.Between)
	camps := make([]bool, len(a.Names))
	var minima []string
	for m := range 1 << (len(camps) - 1) {
		for i := range camps {
			camps[i] = m>>i&1 == 0 // the last actor stays
		}
		if c := l.NewConfiguration(camps); c.Steepest() < 0 {
			apart := []string{}
			for i, name := range a.Names {
				if c.Camp(i) != c.Camp(0) {
					apart = append(apart, name)
				}
			}
			minima = append(minima, fmt.Sprint(c.Energy(), apart))
		}
	}
	if want := []string{"-83200 [Tur ISIS Nursa]"}; !slices.Equal(minima, want) {
		t.Errorf("the local minima are %v, want %v", minima, want)
	}
}

// TestLandscapeEquations holds on landscapes drawn at random: energy is Σ s_i F_i, a mirror image has the same, a move of i
// changes it by 2 s_i times the change of F_i, nobody moves but downhill, and who descends ends where nobody would move.
func TestLandscapeEquations(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	near := func(a, b float64) bool { return math.Abs(a-b) <= 1e-9*(1+math.Abs(a)) }
	for trial := range 300 {
		n := 2 + r.IntN(12)
		strength, propensity, camps, mirror := make([]float64, n), make([][]float64, n), make([]bool, n), make([]bool, n)
		for i := range n {
			strength[i], propensity[i] = math.Exp(4*r.Float64()-2), make([]float64, n)
			camps[i] = r.IntN(2) == 0
			mirror[i] = !camps[i]
			for j := range i {
				propensity[i][j] = r.NormFloat64()
				propensity[j][i] = propensity[i][j]
			}
		}
		l := networks.NewLandscape(strength, propensity)
		c := l.NewConfiguration(camps)
		here, there := c.Frustrations()
		energy := 0.0
		for i := range n {
			energy += strength[i] * here[i]
		}
		if !near(energy, c.Energy()) || c.Energy() != l.NewConfiguration(mirror).Energy() {
			t.Errorf("trial %d: energy is %v, Σ s F is %v, and its mirror image has %v", trial, c.Energy(), energy,
				l.NewConfiguration(mirror).Energy())
		}
		for i := range n {
			before := c.Energy()
			c.Move(i)
			if change := 2 * strength[i] * (there[i] - here[i]); !near(before+change, c.Energy()) {
				t.Errorf("trial %d: the move of %d takes energy from %v to %v, want a change of %v", trial, i, before, c.Energy(), change)
			}
			c.Move(i)
			if c.Energy() != before {
				t.Errorf("trial %d: there and back, energy went from %v to %v", trial, before, c.Energy())
			}
		}
		for k := c.Steepest(); k >= 0; k = c.Steepest() {
			before := c.Energy()
			here, there = c.Frustrations()
			most := 0
			for i := range n {
				if strength[i]*(there[i]-here[i]) < strength[most]*(there[most]-here[most]) {
					most = i
				}
			}
			c.Move(k)
			if steep := 2 * strength[most] * (there[most] - here[most]); c.Energy() >= before || !near(c.Energy()-before, steep) {
				t.Fatalf("trial %d: %d moves, from energy %v to %v; the steepest move is that of %d", trial, k, before, c.Energy(), most)
			}
		}
		for i := range n {
			if here, there = c.Frustrations(); there[i] < here[i] {
				t.Errorf("trial %d: %d would still gain by moving", trial, i)
			}
		}
	}
}

// Decimals that tie on paper tie here: 0.1 + 0.2 against 0.3, which differ as binary numbers.
func TestDecimalsTie(t *testing.T) {
	l := networks.NewLandscape([]float64{1, 1, 1, 1}, [][]float64{{0, 0.1, 0.2, 0.3}, {0.1, 0, 0, 0}, {0.2, 0, 0, 0}, {0.3, 0, 0, 0}})
	c := l.NewConfiguration([]bool{true, true, true, false})
	if !c.Indifferent(0) {
		t.Error("an actor with friends of 0.1 and 0.2 on one side and of 0.3 on the other is not indifferent")
	}
	if c.Indifferent(1) {
		t.Error("an actor with one friend is indifferent")
	}
}

func TestOneSidedPropensitiesArePanic(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a landscape with propensities that differ by direction was laid out")
		}
	}()
	networks.NewLandscape([]float64{1, 1}, [][]float64{{0, 1}, {2, 0}})
}
