package stats

import "math/bits"

// Shapley divides what a yes-or-no game changes from the empty coalition to the full one among its n players: to each,
// what its joining changes, averaged over all n! orders in which the players may join one after the other (Shapley 1953,
// "A Value for n-Person Games", Contributions to the Theory of Games II, 307-317).
//
//	phi_m = Σ over S without m of |S|! (n - |S| - 1)! / n! × [v(S with m) - v(S)]
//
// A coalition is a number with a bit for each player. The values are given times n!, which makes them whole numbers:
// they add up to n! × [v(all) - v(none)] exactly.
func Shapley(n int, wins func(coalition int) bool) []int64 {
	weights := make([]int64, n) // by the size of the coalition that is joined
	for size := range weights {
		weights[size] = Factorial(size) * Factorial(n-size-1)
	}
	values := make([]int64, n)
	for s := range 1 << n {
		if !wins(s) {
			continue
		}
		size := bits.OnesCount(uint(s))
		for m := range n {
			if s&(1<<m) != 0 { // it wins with m in it, as it would not have been counted for without it
				values[m] += weights[size-1]
			} else {
				values[m] -= weights[size]
			}
		}
	}
	return values
}

// Factorial is n!.
func Factorial(n int) int64 {
	f := int64(1)
	for k := 2; k <= n; k++ {
		f *= int64(k)
	}
	return f
}
