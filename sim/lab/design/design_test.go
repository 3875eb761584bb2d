package design

import (
	"math"
	"slices"
	"testing"
)

func points(d *Design) [][]float64 {
	all := make([][]float64, d.Points())
	for p := range all {
		all[p] = make([]float64, d.Dims)
		d.At(p, all[p])
	}
	return all
}

func designs(seed uint64) []*Design {
	return []*Design{
		NewFactorial([][]float64{Even(3), Middles(2), Even(1)}), NewLatinHypercube(3, 40, seed), NewHalton(3, 40, seed), NewSobol(3, 40, seed),
		NewMorris(3, 10, 4, seed), NewSaltelli(3, 8, seed),
	}
}

// A design is that of its seed, whichever point is asked for first, and lies in the cube.
func TestDesignsAreThoseOfTheirSeed(t *testing.T) {
	for k, d := range designs(1) {
		all := points(d)
		again := designs(1)[k]
		u := make([]float64, 3)
		for p := d.Points() - 1; p >= 0; p-- {
			if again.At(p, u); !slices.Equal(u, all[p]) {
				t.Errorf("%s: point %d is %v asked for in order and %v backwards", d.Kind, p, all[p], u)
			}
			for _, x := range u {
				if !(x >= 0 && x <= 1) {
					t.Errorf("%s: point %d is %v", d.Kind, p, u)
				}
			}
		}
		same := true
		for p, x := range points(designs(2)[k]) {
			same = same && slices.Equal(x, all[p])
		}
		if same != (d.Kind == Factorial) {
			t.Errorf("%s: another seed gives the same points: %v", d.Kind, same)
		}
		if d.Points() != d.Rows*d.Width || len(Kinds()) != len(designs(1)) || Kinds()[k] != d.Kind {
			t.Errorf("%s: %d points in %d rows of %d", d.Kind, d.Points(), d.Rows, d.Width)
		}
	}
}

func TestAFactorialHasEveryCombination(t *testing.T) {
	got := points(NewFactorial([][]float64{{0, 1}, {0, 0.5, 1}}))
	want := [][]float64{{0, 0}, {0, 0.5}, {0, 1}, {1, 0}, {1, 0.5}, {1, 1}}
	if !slices.EqualFunc(got, want, slices.Equal) {
		t.Errorf("two levels by three make %v, want %v", got, want)
	}
}

func TestALatinHypercubeMeetsEachStratumOnce(t *testing.T) {
	const n = 50
	for _, d := range []*Design{NewLatinHypercube(4, n, 9)} {
		for k := range 4 {
			seen := map[int]bool{}
			for _, x := range points(d) {
				seen[int(x[k]*n)] = true
			}
			if len(seen) != n {
				t.Errorf("%d points meet %d of %d strata of factor %d", n, len(seen), n, k)
			}
		}
	}
}

// The first b points of a Halton sequence in base b are one in each of b strata, for 2, 3 and 5.
func TestHaltonPointsAreEvenInTheirBases(t *testing.T) {
	all := points(NewHalton(3, 30, 4))
	for k, base := range []int{2, 3, 5} {
		for from := 0; from+base <= 30; from += base {
			seen := map[int]bool{}
			for _, x := range all[from : from+base] {
				seen[int(x[k]*float64(base))] = true
			}
			if len(seen) != base {
				t.Errorf("points %d to %d meet %d of %d strata of factor %d", from, from+base-1, len(seen), base, k)
			}
		}
	}
}

// A trajectory moves each factor once, by the step of its levels, on the grid; over many each level is met as often.
func TestMorrisTrajectories(t *testing.T) {
	const dims, levels, trajectories = 5, 4, 400
	d := NewMorris(dims, trajectories, levels, 3)
	all := points(d)
	met := map[float64]int{}
	ups := 0
	for row := range trajectories {
		path := all[row*d.Width : (row+1)*d.Width]
		moved := map[int]bool{}
		for p := 1; p < len(path); p++ {
			k, by := Moved(path[p-1], path[p])
			if moved[k] || math.Abs(math.Abs(by)-2.0/3) > 1e-12 || math.Abs(MorrisStep(levels)-2.0/3) > 1e-12 {
				t.Fatalf("trajectory %d moves factor %d by %v, twice: %v", row, k, by, moved[k])
			}
			moved[k] = true
			if by > 0 {
				ups++
			}
			if d.Luck(row*d.Width+p) != row {
				t.Fatalf("point %d of trajectory %d has the luck %d", p, row, d.Luck(row*d.Width+p))
			}
		}
		for _, x := range path[0] {
			met[x]++
		}
	}
	for _, level := range Even(levels) {
		if share := float64(met[level]) / (dims * trajectories); math.Abs(share-0.25) > 0.03 {
			t.Errorf("level %v is met by %.2f of the starts, want a quarter", level, share)
		}
	}
	if share := float64(ups) / (dims * trajectories); math.Abs(share-0.5) > 0.03 {
		t.Errorf("%.2f of the moves go up, want half", share)
	}
}

// A row of Saltelli holds a, b, a with each factor from b, and a with the luck of b.
func TestSaltelliRows(t *testing.T) {
	const dims, rows = 3, 16
	d := NewSaltelli(dims, rows, 2)
	both := points(NewSobol(2*dims, rows, 2))
	all := points(d)
	for row := range rows {
		at := all[row*d.Width : (row+1)*d.Width]
		a, b := both[row][:dims], both[row][dims:]
		if !slices.Equal(at[0], a) || !slices.Equal(at[1], b) || !slices.Equal(at[dims+2], a) {
			t.Fatalf("row %d is %v, of a = %v and b = %v", row, at, a, b)
		}
		for k := range dims {
			want := slices.Clone(a)
			want[k] = b[k]
			if !slices.Equal(at[2+k], want) {
				t.Errorf("row %d: a with factor %d from b is %v, want %v", row, k, at[2+k], want)
			}
			if d.Luck(row*d.Width+2+k) != d.Luck(row*d.Width) {
				t.Errorf("row %d: a with factor %d from b has the luck %d, want that of a", row, k, d.Luck(row*d.Width+2+k))
			}
		}
		if d.Luck(row*d.Width+1) != d.Luck(row*d.Width+dims+2) {
			t.Errorf("row %d: the last has the luck %d, want that of b", row, d.Luck(row*d.Width+dims+2))
		}
	}
}

// Each row has luck of its own for a, and for b: no number comes twice, and numbers go up to two a row. Runs that take
// turns at 200 sets of something do not take the same one for a and for b, nor one that hangs on it, whatever the
// number of rows.
func TestLuckOfSaltelliRows(t *testing.T) {
	for _, rows := range []int{1, 2, 3, 64, 200, 512, 1000, 1001} {
		d := NewSaltelli(2, rows, 1)
		seen := map[int]bool{}
		apart := map[int]bool{}
		for row := range rows {
			a, b := d.Luck(row*d.Width), d.Luck(row*d.Width+1)
			if seen[a] || seen[b] || a == b || a < 0 || b < 0 || a >= 2*rows || b >= 2*rows {
				t.Fatalf("%d rows: row %d has the luck %d and %d, of which one was there before or is too great", rows, row, a, b)
			}
			seen[a], seen[b] = true, true
			apart[((b-a)%200+200)%200] = true
		}
		if rows >= 512 && len(apart) < 100 {
			t.Errorf("%d rows: of 200 sets b takes one that is %d ways from that of a", rows, len(apart))
		}
	}
}
