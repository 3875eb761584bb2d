package lab

import (
	"strconv"
	"strings"
	"testing"

	"entente/sim/lab/design"
)

// Whatever stands in a block that is whole, it is the runs of its points in their order, those of a factorial with the same luck at each, or
// the block is played anew.
func FuzzRows(f *testing.F) {
	st := &Study{Plan: Plan{Points: 2, Each: 2, Outputs: make([]Output, 1)}, Layout: design.NewFactorial([][]float64{{0, 1}})}
	whole := "0,0,,1\n0,1,,0\n1,0,it broke,0\n1,1,,1\n"
	var kept Memory
	kept.Write(0, whole)
	if failures, known := st.count(&kept, 0); !known || failures != 1 {
		f.Fatalf("a whole block has %d failures, and is known: %v", failures, known)
	}
	f.Add(whole)
	f.Add("0,0,,1\n0,1,,0\n1,0,,0\n")
	f.Add("0,0,,1\n0,1,,0\n1,0,,0\n1,1,,1\n2,0,,1\n")
	f.Add("0,0,,NaN\n0,1,,1e999\n1,0,\"a\nb\",0\n1,1,,+1\n")
	f.Add("1,0,,0\n1,1,,1\n0,0,,1\n0,1,,0\n")
	f.Fuzz(func(t *testing.T, rows string) {
		var blocks Memory
		blocks.Write(0, rows)
		failures, known := st.count(&blocks, 0)
		if !known {
			return
		}
		var runs []string
		err := st.read(rows, func(point, run int, _ string, _ []float64) error {
			runs = append(runs, strconv.Itoa(point)+":"+strconv.Itoa(run))
			return nil
		})
		if got, want := strings.Join(runs, " "), "0:0 0:1 1:0 1:1"; err != nil || got != want || failures > len(runs) {
			t.Errorf("%q is taken for a block, and has runs %s, of which %d failed, want %s: %v", rows, got, failures, want, err)
		}
	})
}
