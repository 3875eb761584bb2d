package stats

import (
	"math"
	"testing"
)

// A sum is what adding in order gives, to the last bit: one added last to 2⁵³ is lost, added first with another it is not.
func TestSumsAreAddedInOrder(t *testing.T) {
	const great = 1 << 53
	for _, c := range []struct {
		values []float64
		want   float64
	}{
		{nil, 0},
		{[]float64{great, 1, 1, -great}, 0},
		{[]float64{1, 1, great, -great}, 2},
		{[]float64{1, great, 1, 1, 1, 1, 1, 1, -great}, 0},
	} {
		if got := Sum(c.values); got != c.want {
			t.Errorf("%v add up to %v in their order, want %v", c.values, got, c.want)
		}
	}
	if got := Mean([]float64{1, 2, 6}); got != 3 {
		t.Errorf("the mean of 1, 2 and 6 is %v", got)
	}
}

// Around 5 lie 2, 4, 4, 4, 5, 5, 7, 9 with squares of 9, 1, 1, 1, 0, 0, 4 and 16: 32 over 8.
func TestTheDeviationByHand(t *testing.T) {
	if got := Deviation([]float64{2, 4, 4, 4, 5, 5, 7, 9}); got != 2 {
		t.Errorf("the deviation is %v, want 2", got)
	}
	if got := Deviation([]float64{1e8, 1e8 + 1}); math.Abs(got-0.5) > 1e-12 {
		t.Errorf("far from nothing the deviation is %v, want one half", got)
	}
}

// The median is a value that occurred; of two it is the lower.
func TestTheMedianIsAValueThatOccurred(t *testing.T) {
	for _, c := range []struct {
		values []int
		want   int
	}{{[]int{7}, 7}, {[]int{9, 3}, 3}, {[]int{9, 1, 5}, 5}, {[]int{4, 2, 8, 6}, 4}} {
		if got := Median(c.values); got != c.want {
			t.Errorf("the median of %v is %d, want %d", c.values, got, c.want)
		}
	}
}
