package lab

import (
	"context"
	"slices"
	"testing"

	"entente/sim/lab/design"
)

// Shares hold each block once and are about as long as each other; played apart, in any order, they are the study.
func TestSharesAreTheStudy(t *testing.T) {
	st := aStudy(t, design.NewSaltelli(2, 150, 5), 2) // 8 blocks
	want := tables(t, studied(t, st, &Memory{}, Options{}))
	for of := 1; of <= 8; of++ {
		var all []int
		kept, runs := &Memory{}, 0
		for k := of; k >= 1; k-- {
			numbers := Shard{k, of}.Numbers(st.Blocks())
			all = append(all, numbers...)
			if len(numbers) < 8/of || len(numbers) > 8/of+1 {
				t.Errorf("share %d of %d has %d of 8 blocks", k, of, len(numbers))
			}
			if of != 3 {
				continue
			}
			s, err := st.PlayShare(t.Context(), kept, Shard{k, of}, 0, Options{Workers: 2})
			if err != nil {
				t.Fatal(err)
			}
			if s.Whole != len(numbers) || s.Runs != st.Runs(numbers) || s.CutShort() || s.ToPlay != s.Runs {
				t.Errorf("share %d of %d has %d blocks with %d of %d runs", k, of, s.Whole, s.Runs, s.ToPlay)
			}
			runs += s.Runs
		}
		slices.Sort(all)
		if !slices.Equal(all, []int{0, 1, 2, 3, 4, 5, 6, 7}) {
			t.Errorf("%d shares hold the blocks %v", of, all)
		}
		if of != 3 {
			continue
		}
		if runs != 1500 {
			t.Errorf("three shares hold %d of 1500 runs", runs)
		}
		if got := tables(t, studied(t, st, kept, Options{})); got != want {
			t.Error("three shares are not the study")
		}
	}
	stopped, cancel := context.WithCancel(t.Context())
	cancel()
	if s, err := st.PlayShare(stopped, &Memory{}, Shard{1, 2}, 0, Options{}); err != nil || !s.CutShort() || s.Whole != 0 {
		t.Errorf("stopped at once a share has %d blocks: %v", s.Whole, err)
	}
}
