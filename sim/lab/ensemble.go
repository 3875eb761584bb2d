// Package lab plays a world many times and says what the runs have in common. It cites the statistics it uses; it
// knows no files, flags or charts.
package lab

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"

	"entente/sim"
)

// Options say how often to play and with what luck. No option but Runs and Seed changes a result.
type Options struct {
	Runs    int
	Seed    uint64
	Workers int             // goroutines; 0: one a processor
	Done    func(count int) // called after each run with the number finished so far, from any goroutine; may be nil
	Ledger  Ledger          // remembers what was played, for those who keep one; may be nil
}

// Failure is a run that broke a promise of the model.
type Failure struct {
	Run     int    `json:"run"`
	World   string `json:"world,omitempty"` // the world it is of, where several are played: what is changed there
	Message string `json:"message"`
}

// Ensemble is the record of many runs of one world.
type Ensemble struct {
	World    *sim.World
	Seed     uint64
	Asked    int // runs asked for
	Finished int // runs started and ended, failed ones included: always the first ones, 0 to Finished-1
	Failures []Failure

	start   web // the web of ties on the eve of the first tick
	records []*record
}

// Play plays w as often as opts say. If ctx is cancelled it stops after the runs in hand: what it returns is then an
// ensemble of the first so many runs, the same as if no more had been asked for. A run that panics is set aside as a
// failure; the others stand.
func Play(ctx context.Context, w *sim.World, opts Options) *Ensemble {
	e := &Ensemble{World: w, Seed: opts.Seed, Asked: opts.Runs, records: make([]*record, opts.Runs), start: webAtStart(w)}
	e.Finished = inTurn(ctx, w, opts, func(run *sim.Run, k int) { e.records[k] = play(run, opts.Seed, k) })
	e.records = e.records[:e.Finished]
	for k, r := range e.records {
		if r.Failure != "" {
			e.Failures = append(e.Failures, Failure{Run: k, Message: r.Failure})
		}
	}
	return e
}

// inTurn sees to the runs 0, 1, 2 ... of w on several processors, each with a sim.Run of its own to play on, and tells
// how many it saw to before ctx was cancelled: always the first ones.
func inTurn(ctx context.Context, w *sim.World, opts Options, see func(run *sim.Run, k int)) (finished int) {
	var done atomic.Int64
	return inParallel(ctx, opts.Workers, opts.Runs, func() func(int) {
		run := sim.NewRun(w)
		return func(k int) {
			see(run, k)
			if count := int(done.Add(1)); opts.Done != nil {
				opts.Done(count)
			}
		}
	})
}

// inParallel does tasks 0 to count-1 with so many workers, 0 for one a processor. If ctx is cancelled it stops after the
// tasks in hand. It returns how many were done: always the first ones.
func inParallel(ctx context.Context, workers, count int, newWorker func() (do func(task int))) int {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	var next, done atomic.Int64
	var group sync.WaitGroup
	for range min(workers, count) {
		group.Go(func() {
			do := newWorker()
			for ctx.Err() == nil {
				k := int(next.Add(1)) - 1
				if k >= count {
					return
				}
				do(k)
				done.Add(1)
			}
		})
	}
	group.Wait()
	return int(done.Load())
}

// attempt does something with a run and says what the model took for impossible; "" if nothing.
func attempt(do func()) (failure string) {
	defer func() {
		if p := recover(); p != nil {
			failure = fmt.Sprintf("%v\n%s", p, debug.Stack())
		}
	}()
	do()
	return ""
}

// play plays one run. What the model takes for impossible comes back as a failed record.
func play(run *sim.Run, seed uint64, k int) *record {
	var r *record
	failure := attempt(func() {
		w := run.World()
		headline := w.Headline()
		run.Start(seed, uint64(k))
		r = newRecord(w)
		asked := AskedTies(w)
		for run.Step() {
			r.watch(run, headline)
			r.see(run, asked)
		}
		r.close(run)
	})
	if failure != "" {
		return &record{Ending: Ending{Failure: failure}}
	}
	return r
}

// good lists the runs that did not fail.
func (e *Ensemble) good() []*record {
	var g []*record
	for _, r := range e.records {
		if r.Failure == "" {
			g = append(g, r)
		}
	}
	return g
}

// web is the ties of a world before anything has happened.
type web struct {
	rungs  []int8
	depths []float64
	awake  []bool
}

func webAtStart(w *sim.World) web {
	run := sim.NewRun(w)
	run.Start(0, 0)
	n := w.N()
	s := web{rungs: make([]int8, n*(n-1)/2), depths: make([]float64, n*(n-1)/2)}
	pairs(n, func(p, i, j int) {
		s.rungs[p] = run.Rung(i, j)
		s.depths[p] = max(run.Depth(i, j), run.Depth(j, i))
	})
	for c := range run.Circles() {
		_, awake := run.Circle(c)
		s.awake = append(s.awake, awake)
	}
	return s
}
