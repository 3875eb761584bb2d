package sim

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// A set holds whom it was given, in the order of their numbers, up to the last state that a world may have.
func TestASetHoldsWhomItWasGiven(t *testing.T) {
	luck := rand.New(rand.NewPCG(8, 9))
	for range 200 {
		var a, b Set
		in, also := map[int]bool{}, map[int]bool{}
		for range luck.IntN(40) {
			i, j := luck.IntN(maxStates), luck.IntN(maxStates)
			a, in[i] = a.With(i), true
			b, also[j] = b.With(j), true
		}
		var list, common []int
		for i := range maxStates {
			either := a.Or(b)
			if a.Has(i) != in[i] || either.Has(i) != (in[i] || also[i]) {
				t.Fatalf("whether %d is in the set is told wrongly", i)
			}
			if in[i] {
				list = append(list, i)
			}
			if in[i] && also[i] {
				common = append(common, i)
			}
		}
		if !slices.Equal(a.List(), list) || a.Len() != len(list) || !slices.Equal(a.And(b).List(), common) {
			t.Fatalf("the set lists %v, want %v; what it shares with another %v, want %v", a.List(), list, a.And(b).List(), common)
		}
		less := a
		for _, i := range b.List() {
			less.put(i, false)
		}
		if without := a.Without(b); without != less {
			t.Fatalf("%v without %v is %v", a.List(), b.List(), without.List())
		}
		if less.Or(a.And(b)) != a || less.And(b).Len() > 0 {
			t.Fatalf("%v without %v is %v", a.List(), b.List(), less.List())
		}
		if !a.Holds(a.And(b)) || a.Holds(b) != (len(common) == b.Len()) {
			t.Fatalf("%v holds %v: %v", a.List(), b.List(), a.Holds(b))
		}
	}
}
