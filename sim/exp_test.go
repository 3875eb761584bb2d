package sim

import (
	"math"
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
	near(t, "independent causes", join(0.5, 0.5), 0.75)
	near(t, "three to one", logistic(math.Log(3)), 0.75)
	near(t, "sharper", (&Common{Noise: 0.5}).chance(math.Log(3)/2), 0.75)
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
