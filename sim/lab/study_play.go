package lab

import (
	"context"
	"encoding/csv"
	"errors"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"entente/sim"
)

// Played is what was played of a study: its first points, in the order of the design.
type Played struct {
	*Study
	Whole    int          // points, the first of all
	Runs     int          // of these, that came to an end
	Played   int          // of all points, failed ones included
	Failures []RunFailure // of the first points

	blocks Blocks
}

// RunFailure is a run that broke a promise of the model.
type RunFailure struct {
	Point   int    `json:"point"`   // its number, from 0
	Run     int    `json:"run"`     // its number, from 0
	Message string `json:"message"` // which promise, in words
}

// ErrFailures is why a study was stopped that fails again and again.
var ErrFailures = errors.New("so many runs failed that the rest was not played")

// Play plays what is not in the blocks yet. If ctx is cancelled, or more than so many runs fail, it stops after the
// blocks in hand. Done counts runs, those found included. The error says that a block could not be kept, or is
// ErrFailures: what is returned then rests on the first blocks. Options.Runs, Seed and Ledger are the study's own.
func (st *Study) Play(ctx context.Context, blocks Blocks, mostFailures int, opts Options) (*Played, error) {
	finished, played, stopped := st.playBlocks(ctx, blocks, st.Blocks(), func(i int) int { return i }, mostFailures, opts)
	p := &Played{Study: st, Whole: min(finished*st.BlockPoints(), st.Points), Played: played, blocks: blocks,
		Failures: []RunFailure{}}
	p.each(func(point, run int, failure string, _ []float64) {
		if failure == "" {
			p.Runs++
		} else {
			p.Failures = append(p.Failures, RunFailure{point, run, failure})
		}
	})
	return p, stopped
}

// playBlocks plays so many blocks, by their numbers, and tells how many of the first are whole and how many runs were
// played of all.
func (st *Study) playBlocks(ctx context.Context, blocks Blocks, count int, number func(i int) int, mostFailures int,
	opts Options) (finished, played int, stopped error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var done, failed atomic.Int64
	var lost error
	var once sync.Once
	finished = InParallel(ctx, opts.Workers, count, func() func(int) bool {
		return func(i int) bool {
			k := number(i)
			from, to := st.points(k)
			failures, known := st.count(blocks, k)
			if !known {
				rows, n := st.playPoints(ctx, from, to)
				if rows == "" {
					return false
				}
				if err := blocks.Write(k, rows); err != nil {
					once.Do(func() { lost = err })
					cancel(err)
					return false
				}
				failures = n
			}
			if int(failed.Add(int64(failures))) > mostFailures {
				cancel(ErrFailures)
			}
			if count := int(done.Add(int64((to - from) * st.Each))); opts.Done != nil {
				opts.Done(count)
			}
			return true
		}
	})
	switch {
	case lost != nil:
		stopped = lost
	case errors.Is(context.Cause(ctx), ErrFailures) && finished < count:
		stopped = ErrFailures
	}
	return finished, int(done.Load()), stopped
}

// playPoints plays some points, from one to before another; nothing if ctx was cancelled before their end.
func (st *Study) playPoints(ctx context.Context, from, to int) (rows string, failures int) {
	var b strings.Builder
	out := csv.NewWriter(&b)
	for p := from; p < to; p++ {
		var room player
		broken := attempt(func() { room.worlds = &codedWorlds{world: st.world(p), seed: st.Seed} })
		for n := range st.Each {
			number := st.FirstRun(p) + n
			failure, values := broken, make([]float64, len(st.Outputs))
			var run *sim.Run
			if failure == "" {
				failure = attempt(func() { run = room.on(number) })
			}
			if failure == "" {
				d := playToEnd(ctx, run, st.Seed, number, st.whole())
				if d == nil {
					return "", 0
				}
				if failure = d.Failure; failure == "" {
					for i := range st.Outputs {
						values[i] = st.Outputs[i].of(d, run.World())
					}
				}
			}
			cells := []string{strconv.Itoa(p), strconv.Itoa(number), failure}
			for _, v := range values {
				cells = append(cells, strconv.FormatFloat(v, 'g', -1, 64))
			}
			if failure != "" {
				failures++
			}
			out.Write(cells)
		}
	}
	out.Flush()
	return b.String(), failures
}
