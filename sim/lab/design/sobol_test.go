package design

import (
	"math"
	"testing"
)

// The first ten points in three dimensions as Joe and Kuo's program prints them (web.maths.unsw.edu.au/~fkuo/sobol,
// "sobol 10 3 new-joe-kuo-6.21201").
func TestFirstSobolPoints(t *testing.T) {
	want := [][3]float64{
		{0, 0, 0}, {0.5, 0.5, 0.5}, {0.75, 0.25, 0.25}, {0.25, 0.75, 0.75}, {0.375, 0.375, 0.625}, {0.875, 0.875, 0.125}, {0.625, 0.125, 0.875},
		{0.125, 0.625, 0.375}, {0.1875, 0.3125, 0.9375}, {0.6875, 0.8125, 0.4375},
	}
	s := newSequence(3, 0)
	for n, point := range want {
		for d, x := range point {
			if got := unit(s.raw(uint32(n), d)); got != x {
				t.Errorf("coordinate %d of point %d is %v, Joe and Kuo have %v", d+1, n, got, x)
			}
		}
	}
}

// Each factor meets every stratum once, and the first two meet every box of as much area once, scrambled or not: a (0,
// m, 2)-net.
func TestSobolPointsAreEven(t *testing.T) {
	const m = 8
	s := newSequence(MostSobol, 5)
	for name, at := range map[string]func(uint32, int) uint32{"as it is": s.raw, "scrambled": s.scrambled} {
		for d := range MostSobol {
			seen := map[uint32]bool{}
			for n := range uint32(1 << m) {
				seen[at(n, d)>>(32-m)] = true
			}
			if len(seen) != 1<<m {
				t.Errorf("%s: %d points meet %d of as many strata of factor %d", name, 1<<m, len(seen), d)
			}
		}
		for across := range m + 1 {
			seen := map[[2]uint32]bool{}
			for n := range uint32(1 << m) {
				seen[[2]uint32{uint32(uint64(at(n, 0)) >> (32 - across)), uint32(uint64(at(n, 1)) >> (32 - m + across))}] = true
			}
			if len(seen) != 1<<m {
				t.Errorf("%s: cut in %d by %d, %d boxes of %d hold a point", name, 1<<across, 1<<(m-across), len(seen), 1<<m)
			}
		}
	}
}

// Property A of Sobol (1976): of the first 2^k points in k factors one lies in each of the 2^k parts into which halves
// of all factors cut the cube, which is so if the first digits of the first k direction numbers are independent. Joe
// and Kuo chose their numbers so; a slip in the table would most likely break it.
func TestDirectionNumbersHavePropertyA(t *testing.T) {
	var rows []uint64 // by factor: the first digits of its direction numbers
	for d := range MostSobol {
		v := directions(d)
		row := uint64(0)
		for k := range v {
			row |= uint64(v[k]>>31) << k
		}
		rows = append(rows, row)
	}
	for k := 1; k <= 32; k++ {
		matrix := append([]uint64{}, rows[:k]...)
		for col := range k {
			pivot := -1
			for r := col; r < k && pivot < 0; r++ {
				if matrix[r]>>col&1 == 1 {
					pivot = r
				}
			}
			if pivot < 0 {
				t.Fatalf("with %d factors the first digits of the direction numbers hang together", k)
			}
			matrix[col], matrix[pivot] = matrix[pivot], matrix[col]
			for r := range k {
				if r != col && matrix[r]>>col&1 == 1 {
					matrix[r] ^= matrix[col]
				}
			}
		}
	}
}

// Their projections on two factors fill the plane, which the numbers were chosen for: of 276 pairs of the first 24
// factors all but one have a point of 4,096 in each of 16 by 16 boxes, and one, at which Joe and Kuo's numbers are at
// their worst, in half of them.
func TestSobolProjectionsFillThePlane(t *testing.T) {
	s := newSequence(24, 1)
	short := 0
	for a := range 24 {
		for b := range a {
			seen := map[[2]uint32]bool{}
			for n := range uint32(4096) {
				seen[[2]uint32{s.scrambled(n, a) >> 28, s.scrambled(n, b) >> 28}] = true
			}
			if len(seen) < 128 {
				t.Errorf("4,096 points meet %d of 256 boxes of factors %d and %d", len(seen), b, a)
			}
			if len(seen) < 256 {
				short++
			}
		}
	}
	if short > 1 {
		t.Errorf("%d pairs of factors leave boxes empty", short)
	}
}

// centred is the centred L2 discrepancy of Hickernell (1998), Mathematics of Computation 67(221), squared.
func centred(d *Design) float64 {
	n, k := d.Points(), d.Dims
	all := make([][]float64, n)
	one := 0.0
	for i := range all {
		all[i] = make([]float64, k)
		d.At(i, all[i])
		product := 1.0
		for _, x := range all[i] {
			z := math.Abs(x - 0.5)
			product *= 1 + z/2 - z*z/2
		}
		one += product
	}
	two := 0.0
	for _, x := range all {
		for _, y := range all {
			product := 1.0
			for d := range x {
				product *= 1 + math.Abs(x[d]-0.5)/2 + math.Abs(y[d]-0.5)/2 - math.Abs(x[d]-y[d])/2
			}
			two += product
		}
	}
	return math.Pow(13.0/12, float64(k)) - 2*one/float64(n) + two/float64(n*n)
}

// All samples are more even than points drawn at random, of which the expected value is known: (5/4)^k - (13/12)^k over
// n.
func TestSamplesAreMoreEvenThanChance(t *testing.T) {
	const k, n = 4, 256
	random := (math.Pow(5.0/4, k) - math.Pow(13.0/12, k)) / n
	for seed := range uint64(3) {
		for _, c := range []struct {
			d    *Design
			part float64
		}{{NewSobol(k, n, seed), 0.1}, {NewHalton(k, n, seed), 0.2}, {NewLatinHypercube(k, n, seed), 0.8}} {
			if got := centred(c.d); got > c.part*random || got < 0 {
				t.Errorf("%s, seed %d: the squared discrepancy is %.2g, of random points %.2g", c.d.Kind, seed, got, random)
			}
		}
	}
}
