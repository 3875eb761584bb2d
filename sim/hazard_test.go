package sim

import (
	"math"
	"math/rand/v2"
	"testing"
)

// A chance is at most rate × years, so a roll beyond that needs no exponential; the answer is the same.
func TestHitsIsTheChance(t *testing.T) {
	luck := rand.New(rand.NewPCG(3, 4))
	for range 200000 {
		rate, years := math.Pow(10, 16*luck.Float64()-14), 1/float64([]int{1, 4, 12}[luck.IntN(3)])
		roll := luck.Float64()
		if luck.IntN(2) == 0 { // close to where it matters
			roll = min(max(rate*years*(1+1e-9*(luck.Float64()-0.5)), 0), 1-1e-16)
		}
		if got, want := hits(roll, rate, years), roll < chance(rate, years); got != want {
			t.Fatalf("a roll of %v at %v a year for %v years hits: %v, want %v", roll, rate, years, got, want)
		}
	}
}

// A rate is one of years, so a year is as long in quarters as at once.
func TestHazardsByHand(t *testing.T) {
	near(t, "one a year for half a year", chance(1, 0.5), 0.3935)
	near(t, "three tenths a year, in four quarters", 1-math.Pow(1-chance(0.3, 0.25), 4), chance(0.3, 1))
	near(t, "two half-lives", halving(4, 2), 0.25)
	near(t, "half of one", halving(1, 2), 0.7071)
}
