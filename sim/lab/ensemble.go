// Package lab plays a world many times and says what the runs have in common. It cites the statistics it uses; it
// knows no files, flags or charts.
//
// How fast (0.3.0, two cores of an AMD EPYC that nothing else may hold, `go test -run '^$' -bench 'Ensemble|Ticks' ./sim/lab`): of a world in
// which nearly all are invited to one clause, and so nearly all pairs may come to work together, a recorded tick takes 15 µs with 12 states, 25
// with 24, 107 with 60, 388 with 120 and 1.1 ms with 200, the most that a scenario may have; two workers need 1.9 to 2.1 times less. Where the
// further states only stand by, a tick takes 9, 11, 18, 44 and 105 µs: from 24 states to 120 cost grows by the power 0.9 of their number. Of a
// whole command, ten thousand runs of pacific-2025, one worker needs 12.8 to 13.2 s and two 6.4 to 7.8. A run allocates nothing, its record some 40
// times; `make bench` has all of it.
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
	"entente/sim/lab/stats"
)

// Options say how often to play and with what luck. No option but Runs and Seed changes a result.
type Options struct {
	Runs    int             // how many, of each world
	Seed    uint64          // of all luck: the same seed, the same runs
	Workers int             // goroutines; 0: one a processor
	Done    func(count int) // called after each run with the number finished so far, from any goroutine; may be nil
	Ledger  Ledger          // remembers what was played, for those who keep one; may be nil
}

// Failure is a run that broke a promise of the model.
type Failure struct {
	Run     int    `json:"run"`             // its number, from 0
	World   string `json:"world,omitempty"` // the world it is of, where several are played: what is changed there
	Message string `json:"message"`         // what promise was broken, and where
}

// Ensemble is many runs of one world.
type Ensemble struct {
	World    *sim.World // that was played
	Seed     uint64     // of its luck
	Asked    int        // runs asked for
	Finished int        // runs started and ended, failed ones included: always the first ones, 0 to Finished-1
	Failures []Failure  // in the order of runs

	start   startingWeb // the web of ties on the eve of the first tick
	diaries []*diary
	drawn   stats.Drawn // by which good runs were played
	workers int         // that played
}

// Play plays w as often as opts say. If ctx is cancelled it stops after the runs in hand: what it returns is then an
// ensemble of the first so many runs, the same as if no more had been asked for. A run that panics is set aside as a
// failure; the others stand. It asks no ledger: a diary holds every tick, and a thousand runs of a usual world take some
// seconds.
func Play(ctx context.Context, w *sim.World, opts Options) *Ensemble {
	e := &Ensemble{World: w, Seed: opts.Seed, Asked: opts.Runs, diaries: make([]*diary, opts.Runs), start: webAtStart(w),
		workers: opts.Workers}
	e.Finished = inTurn(ctx, w, opts, func(run *sim.Run, k int) bool {
		e.diaries[k] = play(ctx, run, opts.Seed, k)
		return e.diaries[k] != nil
	})
	e.diaries = e.diaries[:e.Finished]
	for k, r := range e.diaries {
		r.deal(w, k)
		if r.Failure != "" {
			e.Failures = append(e.Failures, Failure{Run: k, Message: r.Failure})
		}
	}
	e.drawn = Drawn(e.Endings())
	return e
}

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

// play plays one run and keeps its diary; nil if ctx was cancelled before its end. What the model takes for impossible comes back as
// a diary that says so.
func play(ctx context.Context, run *sim.Run, seed uint64, k int) *diary {
	w := run.World()
	headline, asked, r := w.Headline(), AskedTies(w), newDiary(w)
	failure, given := playOn(ctx, run, seed, k, func() bool { return true }, func() {
		r.watch(run, headline)
		r.see(run, asked)
	}, func() { r.close(run) })
	switch {
	case failure != "":
		return &diary{Ending: Ending{Failure: failure}}
	case given:
		return nil
	}
	return r
}

// good lists the runs that did not fail.
func (e *Ensemble) good() []*diary {
	var g []*diary
	for _, r := range e.diaries {
		if r.Failure == "" {
			g = append(g, r)
		}
	}
	return g
}
