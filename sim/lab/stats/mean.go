package stats

import (
	"cmp"
	"math"
	"slices"
)

// Sum adds figures in their order. Libraries that add several at a time round otherwise on one processor than on another.
func Sum(values []float64) float64 {
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	return sum
}

// Mean is the sum over the number of figures. There is none of no figures.
func Mean(values []float64) float64 { return Sum(values) / float64(len(values)) }

// Deviation is the standard deviation of figures that are all there are, not a sample:
//
//	√(Σ (v - mean)² / n)
func Deviation(values []float64) float64 {
	mean, squares := Mean(values), 0.0
	for _, v := range values {
		squares += float64((v - mean) * (v - mean))
	}
	return math.Sqrt(squares / float64(len(values)))
}

// Median is the middle of some values, in any order: one that occurred, the lower of the two in the middle of an even number.
func Median[T cmp.Ordered](values []T) T {
	v := slices.Sorted(slices.Values(values))
	return v[(len(v)-1)/2]
}
