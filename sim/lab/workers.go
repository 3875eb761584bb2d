package lab

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
	"slices"
	"sync"
	"sync/atomic"

	"entente/sim"
)

// inTurn sees to the runs 0, 1, 2 ... of w on several processors, each with a sim.Run of its own to play on, and tells
// how many it saw to the end of before ctx was cancelled: always the first ones. see is false for one that it gave up.
func inTurn(ctx context.Context, w *sim.World, opts Options, see func(run *sim.Run, k int) bool) (finished int) {
	return inTurnOf(ctx, w, opts, func(k int) int { return k }, see)
}

// inTurnOf does so with some of the runs of w, the k-th of which has a number of its own.
func inTurnOf(ctx context.Context, w *sim.World, opts Options, number func(k int) int, see func(run *sim.Run, k int) bool) (finished int) {
	var done atomic.Int64
	worlds := &codedWorlds{world: w, seed: opts.Seed}
	return InParallel(ctx, opts.Workers, opts.Runs, func() func(int) bool {
		room := player{worlds: worlds}
		return func(k int) bool {
			if !see(room.on(number(k)), k) {
				return false
			}
			if count := int(done.Add(1)); opts.Done != nil {
				opts.Done(count)
			}
			return true
		}
	})
}

// InParallel does tasks 0 to count-1 with so many workers, 0 for one a processor. If ctx is cancelled it begins no more; do is
// false for a task that was given up on the way. It returns how many of the first ones were done without a gap. A task that panics does
// so where its caller can hear it.
func InParallel(ctx context.Context, workers, count int, newWorker func() (do func(task int) bool)) int {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	var next atomic.Int64
	var broken atomic.Pointer[string]
	done := make([]bool, count)
	var group sync.WaitGroup
	for range min(workers, count) {
		group.Go(func() {
			if failure := attempt(func() {
				do := newWorker()
				for ctx.Err() == nil {
					k := int(next.Add(1)) - 1
					if k >= count {
						return
					}
					done[k] = do(k)
				}
			}); failure != "" {
				broken.Store(&failure)
			}
		})
	}
	group.Wait()
	if failure := broken.Load(); failure != nil {
		panic(*failure)
	}
	if gap := slices.Index(done, false); gap >= 0 {
		return gap
	}
	return count
}

// attempt does something and says what was taken for impossible; "" if nothing.
func attempt(do func()) (failure string) {
	defer func() {
		if p := recover(); p != nil {
			failure = fmt.Sprintf("%v\n%s", p, debug.Stack())
		}
	}()
	do()
	return ""
}

// grace is how much is still played of a run in hand once ctx is cancelled, in pairs of states by ticks: some tenths of a second.
// A run of a usual world is played to its end then, and one of a very large world is given up.
const grace = 150_000

// patient tells after each tick of a run whether to go on with it.
func patient(ctx context.Context, run *sim.Run) func() bool {
	n, left := run.World().N(), grace
	return func() bool {
		if ctx.Err() != nil {
			left -= n * n
		}
		return left >= 0
	}
}

// playOn plays one run for as long as it is open, and lets see look at each tick of it. given is true if ctx was cancelled and the
// rest was given up; failure says what the model took for impossible, "" if nothing. end is called at the end of a whole run.
func playOn(ctx context.Context, run *sim.Run, seed uint64, k int, open func() bool, see, end func()) (failure string, given bool) {
	patience := patient(ctx, run)
	failure = attempt(func() {
		run.Start(seed, uint64(k))
		for open() && run.Step() {
			see()
			if given = !patience(); given {
				return
			}
		}
		end()
	})
	return failure, given
}
