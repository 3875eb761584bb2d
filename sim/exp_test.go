package sim

import (
	"math"
	"math/rand/v2"
	"testing"
)

func TestExpAgreesWithTheLibrary(t *testing.T) {
	for x := -700.0; x <= 700; x += 0.37 {
		if got, want := exp(x), math.Exp(x); math.Abs(got-want) > 4e-16*want {
			t.Fatalf("exp(%v) = %v, want %v", x, got, want)
		}
	}
	if exp(0) != 1 || exp(-1000) != 0 || !math.IsInf(exp(1000), 1) || !math.IsNaN(exp(math.NaN())) {
		t.Error("exp is wrong at its edges")
	}
}

func TestChancesByHand(t *testing.T) {
	near(t, "one a year for half a year", chance(1, 0.5), 0.3935)
	near(t, "two half-lives", halving(4, 2), 0.25)
	near(t, "independent causes", join(0.5, 0.5), 0.75)
	near(t, "three to one", logistic(math.Log(3)), 0.75)
	near(t, "sharper", (&Common{Noise: 0.5}).chance(math.Log(3)/2), 0.75)
	near(t, "who feels as much shares all", overlap(0.4, 0.3), 1)
	near(t, "who feels half shares half", overlap(0.2, 0.4), 0.5)
	near(t, "refusal", Ratification{Refusal: 0.1}.refuses(0.8, -0.5), 0.12)
	near(t, "an eager government is not refused", Ratification{Refusal: 0.1}.refuses(0.8, 1), 0)
}

// ln and pow must not differ from the library's beyond the last bits.
func TestLnAndPowAgreeWithTheLibrary(t *testing.T) {
	for x := 1e-6; x < 1e6; x *= 1.0137 {
		if got, want := ln(x), math.Log(x); math.Abs(got-want) > 4e-16*max(math.Abs(want), 1) {
			t.Fatalf("ln(%v) = %v, want %v", x, got, want)
		}
		if got, want := pow(x, 0.88), math.Pow(x, 0.88); math.Abs(got-want) > 1e-14*want {
			t.Fatalf("%v to the 0.88 is %v, want %v", x, got, want)
		}
	}
	if ln(1) != 0 || !math.IsInf(ln(0), -1) || !math.IsNaN(ln(-1)) || !math.IsInf(ln(math.Inf(1)), 1) || pow(0, 0.5) != 0 {
		t.Error("ln or pow is wrong at its edges")
	}
}

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
