package lab

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"

	"entente/sim"
	"entente/sim/lab/design"
)

// A study gives the same for any number of workers, cut short and resumed as often as one likes, and with blocks that
// were spoilt.
func TestAStudyIsThatOfItsPlan(t *testing.T) {
	st := aStudy(t, design.NewSaltelli(2, 150, 5), 2)
	if st.BlockPoints() != 100 || st.Blocks() != 8 {
		t.Fatalf("750 points of two runs make %d blocks of %d points", st.Blocks(), st.BlockPoints())
	}
	all := func(p *Played) string {
		return tables(t, p, p.Sweep(), p.Sensitivity(), p.Discover(Interest{"in-force", 0.5, false}, -1))
	}
	kept := &Memory{}
	one := studied(t, st, kept, Options{Workers: 1})
	want := all(one)
	if one.Whole != 750 || one.Runs != 1500 || one.Played != 1500 || len(kept.kept) != 8 {
		t.Errorf("%d points with %d runs were played, in %d blocks", one.Whole, one.Runs, len(kept.kept))
	}
	if got := all(studied(t, st, &Memory{}, Options{Workers: 3})); got != want {
		t.Error("three workers find something else than one")
	}

	again := &Memory{}
	for stops, whole := 0, false; !whole; stops++ {
		ctx, cancel := context.WithCancel(t.Context())
		var once sync.Once
		p, err := st.Play(ctx, again, 0, Options{Workers: 2, Done: func(count int) {
			if count >= 450*(stops+1) {
				once.Do(cancel)
			}
		}})
		cancel()
		if err != nil {
			t.Fatal(err)
		}
		if whole = p.Whole == st.Points; whole {
			if stops == 0 {
				t.Error("nothing was cut short")
			}
			if got := all(p); got != want {
				t.Error("cut short and resumed it finds something else")
			}
			continue
		}
		h := p.Sweep().Head
		if !h.CutShort() || h.Runs != p.Whole*2 || h.Played < h.Runs || p.Sensitivity().Whole != p.Whole/5 {
			t.Errorf("cut short after %d points it counts %+v", p.Whole, h)
		}
		first := aStudy(t, design.NewSaltelli(2, 150, 5), 2)
		first.Points = p.Whole // the first so many points, as if no more had been asked for
		if p.Whole > 0 {
			a, b := p.Sensitivity(), studied(t, first, &Memory{}, Options{}).Sensitivity()
			if text(t, a.Found) != text(t, b.Found) {
				t.Errorf("cut short after %d points it finds\n%s\nthe first points give\n%s", p.Whole, text(t, a.Found), text(t, b.Found))
			}
		}
	}

	for k, spoilt := range []string{"", "garbage", kept.kept[1], kept.kept[2][:len(kept.kept[2])/2], strings.Replace(kept.kept[4], ",0,",
		",x,", 1), kept.kept[5] + kept.kept[6]} {
		again.kept[k] = spoilt
	}
	if got := all(studied(t, st, again, Options{Workers: 2})); got != want {
		t.Error("with spoilt blocks it finds something else")
	}
	if other := aStudy(t, design.NewSaltelli(2, 150, 6), 2); all(studied(t, other, &Memory{}, Options{})) == want {
		t.Error("another design finds the same")
	}
}

// full is a disk that is full after so many blocks.
type full struct {
	Memory
	left int
}

var errFull = errors.New("no space left on device")

func (f *full) Write(k int, rows string) error {
	f.mu.Lock()
	f.left--
	left := f.left
	f.mu.Unlock()
	if left < 0 {
		return errFull
	}
	return f.Memory.Write(k, rows)
}

// On a full disk it stops and says so, and what was kept is whole.
func TestAFullDiskLosesNothing(t *testing.T) {
	st := aStudy(t, design.NewSobol(2, 600, 5), 1)
	disk := &full{left: 1}
	p, err := st.Play(t.Context(), disk, 0, Options{Workers: 2})
	if !errors.Is(err, errFull) || p.Whole >= 600 {
		t.Fatalf("with room for one block of three, %d points are whole and it says %v", p.Whole, err)
	}
	disk.left = 99
	if a, b := tables(t, studied(t, st, disk, Options{})), tables(t, studied(t, st, &Memory{}, Options{})); a != b {
		t.Error("once there is room it finds something else")
	}
}

// broken is a study whose second half of points breaks a promise of the model.
func broken(t *testing.T, layout *design.Design) *Study {
	st := aStudy(t, layout, 2)
	st.Outputs[0].Clause = "another" // so that runs are played to their last tick
	w := *st.base
	w.Calendar = sim.NewCalendar(1949, 1990, sim.Quarter)
	st.base = &w
	return st
}

// Runs that fail are recorded with their numbers and a command, and stop the rest only where there are more of them
// than is borne.
func TestFailedRunsAreRecorded(t *testing.T) {
	st := broken(t, design.NewSobol(2, 300, 1))
	p, err := st.Play(t.Context(), &Memory{}, 1_000_000, Options{Workers: 2})
	if err != nil || p.Whole != 300 || p.Runs != 0 || len(p.Failures) != 600 {
		t.Fatalf("where every run fails: %v, %d points, %d runs ended, %d failures", err, p.Whole, p.Runs, len(p.Failures))
	}
	if f := p.Failures[3]; f.Point != 1 || f.Run != st.FirstRun(1)+1 || !strings.Contains(f.Message, "index out of range") {
		t.Errorf("the fourth failure is of point %d and run %d: %s", f.Point, f.Run, f.Message)
	}
	if h := p.Sweep().Head; len(h.Failures) != 600 || h.Runs != 0 || h.CutShort() {
		t.Errorf("the head counts %d failures and %d runs", len(h.Failures), h.Runs)
	}
	all := tables(t, p)
	if !strings.Contains(all, "1,5,3,again,") || strings.Contains(all, "NaN") {
		t.Errorf("the tables do not tell how point 1 is played again:\n%s", all[:300])
	}
	for _, workers := range []int{1, 2} {
		p, err := st.Play(t.Context(), &Memory{}, 10, Options{Workers: workers})
		if !errors.Is(err, ErrFailures) || p.Whole >= 300 || len(p.Failures) == 0 {
			t.Errorf("with more failures than ten it goes on: %v, %d points", err, p.Whole)
		}
	}
	if p, err := aStudy(t, design.NewSobol(2, 20, 1), 1).Play(t.Context(), &Memory{}, 0, Options{}); err != nil || len(p.Failures) > 0 {
		t.Errorf("a study without failures: %v, %v", err, p.Failures)
	}
}
