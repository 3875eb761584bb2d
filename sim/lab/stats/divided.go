package stats

import (
	"math"
	"slices"
)

// Divided is the variance of one run as shares of it, each with its 95 % interval.
type Divided struct {
	Luck      Interval `json:"luck"`      // what luck does, with what constants and coding do together, as a share from 0 to 1
	Constants Interval `json:"constants"` // what sets of constants differ by, as such a share
	Coding    Interval `json:"coding"`    // what codings differ by, as such a share
}

// leastBlocks is from how many blocks on a share is told: its error is known to a quarter then. By judgement.
const leastBlocks = 10

// Divided divides the variance of whole numbers as Parts does. The interval is that of the delete-one-block jackknife (Tukey 1958;
// Künsch 1989, Annals of Statistics 17(3)): runs that share a draw or a coding, or are joined by others that do, are a block, and with
// shares s_g of all runs but those of block g of G, and m their mean,
//
//	error² = (G - 1) / G × Σ_g (s_g - m)²
//
// It is not ok if Parts is not, if nothing varies, or of too few blocks.
func (by Drawn) Divided(values []int) (d Divided, ok bool) {
	whole, ok := by.divided(values)
	blocks := by.blocks()
	if !ok || len(blocks) < leastBlocks {
		return d, false
	}
	without := make([][3]float64, 0, len(blocks))
	for _, block := range blocks {
		var rest Drawn
		var of []int
		for k, v := range values {
			if _, out := slices.BinarySearch(block, k); !out {
				rest, of = append(rest, by[k]), append(of, v)
			}
		}
		if shares, ok := rest.divided(of); ok {
			without = append(without, shares)
		}
	}
	of := func(part int) Interval {
		all := make([]float64, len(without))
		for g := range all {
			all[g] = without[g][part]
		}
		half := float64(Normal95 * math.Sqrt(float64(len(all)-1)) * Deviation(all))
		return Interval{Steady(whole[part]), Steady(clip(whole[part] - half)), Steady(clip(whole[part] + half))}
	}
	return Divided{of(0), of(1), of(2)}, len(without) >= leastBlocks
}

// divided are the shares of luck, constants and coding.
func (by Drawn) divided(values []int) (shares [3]float64, ok bool) {
	p, ok := by.Parts(values)
	all := p.Within + p.Between + p.Coding
	if !ok || all <= 0 {
		return shares, false
	}
	return [3]float64{p.Within / all, p.Between / all, p.Coding / all}, true
}

// blocks are the runs, by place, that share a draw or a coding, or are joined by others that do.
func (by Drawn) blocks() [][]int {
	first := make([]int, len(by)) // a run of the same block, the first one itself
	for k := range first {
		first[k] = k
	}
	root := func(k int) int {
		for first[k] != k {
			first[k] = first[first[k]]
			k = first[k]
		}
		return k
	}
	join := func(of func(Dealt) int) {
		seen := map[int]int{}
		for k, d := range by {
			n := of(d)
			if n == Same {
				continue
			}
			if other, known := seen[n]; known {
				a, b := root(other), root(k)
				first[max(a, b)] = min(a, b)
			}
			seen[n] = k
		}
	}
	join(func(d Dealt) int { return d.Draw })
	join(func(d Dealt) int { return d.Coding })
	var all [][]int
	place := map[int]int{}
	for k := range by {
		r := root(k)
		at, known := place[r]
		if !known {
			at = len(all)
			place[r] = at
			all = append(all, nil)
		}
		all[at] = append(all[at], k)
	}
	return all
}
