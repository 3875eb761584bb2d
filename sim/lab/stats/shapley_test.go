package stats

import (
	"math/bits"
	"math/rand/v2"
	"slices"
	"testing"
)

// The games are worked by hand; values times n!.
func TestShapleyByHand(t *testing.T) {
	holds := func(all ...int) func(int) bool {
		return func(s int) bool { return slices.Contains(all, s) }
	}
	for _, c := range []struct {
		why  string
		n    int
		wins func(int) bool
		want []int64
	}{
		{"nobody plays", 0, holds(0), []int64{}},
		{"one decides", 1, holds(1), []int64{1}},
		{"one forbids", 1, holds(0), []int64{-1}},
		{"a game that is always won is nobody's doing", 2, holds(0, 1, 2, 3), []int64{0, 0}},
		{"both are needed: half each", 2, holds(3), []int64{1, 1}},
		{"either will do: half each", 2, holds(1, 2, 3), []int64{1, 1}},
		{"the second undoes the first", 2, holds(1), []int64{1, -1}},
		// Gloves: 0 has a left one, 1 and 2 have right ones; a pair wins. 0 is pivotal in 4 of 6 orders.
		{"gloves", 3, holds(3, 5, 7), []int64{4, 1, 1}},
		// [3; 2, 1, 1]: 0 is pivotal in 4 of 6 orders too. [2; 1, 1, 1]: all alike.
		{"a weighted vote", 3, holds(3, 5, 7), []int64{4, 1, 1}},
		{"a majority of three", 3, holds(3, 5, 6, 7), []int64{2, 2, 2}},
	} {
		if got := Shapley(c.n, c.wins); !slices.Equal(got, c.want) {
			t.Errorf("%s: the values are %v of %d!, want %v", c.why, got, c.n, c.want)
		}
	}
}

// byOrders is the definition itself: the mean over all orders of what each adds when it joins.
func byOrders(n int, wins func(int) bool) []int64 {
	values := make([]int64, n)
	var walk func(joined int)
	walk = func(joined int) {
		for m := range n {
			if joined&(1<<m) != 0 {
				continue
			}
			orders := Factorial(n - bits.OnesCount(uint(joined)) - 1) // that go on from here alike
			switch before, after := wins(joined), wins(joined|1<<m); {
			case after && !before:
				values[m] += orders
			case before && !after:
				values[m] -= orders
			}
			walk(joined | 1<<m)
		}
	}
	walk(0)
	return values
}

// Whatever the game, the values are those of the definition, add up to the gap exactly, give nothing to who changes
// nothing and the same to equals.
func TestShapleyOfAnyGame(t *testing.T) {
	luck := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		n := 1 + luck.IntN(6)
		game := make([]bool, 1<<n)
		for s := range game {
			game[s] = luck.IntN(2) == 0
		}
		wins := func(s int) bool { return game[s] }
		values := Shapley(n, wins)
		if want := byOrders(n, wins); !slices.Equal(values, want) {
			t.Fatalf("the values are %v, by the definition %v", values, want)
		}
		sum, gap := int64(0), int64(0)
		for _, v := range values {
			sum += v
		}
		if game[0] {
			gap--
		}
		if game[len(game)-1] {
			gap++
		}
		if sum != gap*Factorial(n) {
			t.Fatalf("the values add up to %d of %d!, the gap is %d", sum, n, gap)
		}
		idle := Shapley(n+1, func(s int) bool { return game[s&(1<<n-1)] })
		for m, v := range values {
			if idle[m] != v*int64(n+1) || idle[n] != 0 {
				t.Fatalf("with one more who changes nothing the values are %v, without it %v", idle, values)
			}
		}
		twins := Shapley(n+1, func(s int) bool { // what the last of them did, it does now with another, or not at all
			rest := s & (1<<(n-1) - 1)
			if s>>(n-1) == 3 {
				rest |= 1 << (n - 1)
			}
			return game[rest]
		})
		if twins[n] != twins[n-1] {
			t.Fatalf("two who are both needed for one thing get %v and %v", twins[n-1], twins[n])
		}
	}
}
