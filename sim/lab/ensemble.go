// Package lab plays a world many times and says what the runs have in common. It cites the statistics it uses; it
// knows no files, flags or charts.
//
// How fast (0.3.0, two cores of an AMD EPYC that nothing else may hold, `go test -run '^$' -bench 'Ensemble|Ticks' ./sim/lab`): of a world in which
// nearly all are invited to one clause, and so nearly all pairs may come to work together, a recorded tick takes 15 µs with 12 states, 25 with 24,
// 107 with 60, 388 with 120 and 1.1 ms with 200, the most that a scenario may have; two workers need 1.9 to 2.1 times less. Where the further
// states only stand by, a tick takes 9, 11, 18, 44 and 105 µs: from 24 states to 120 cost grows by the power 0.9 of their number. Where all are
// invited it grows by 1.7: each pair that shares a threat has a roll of luck of its own a tick (climb.go), which is over two fifths of one. Of a
// whole command, ten thousand runs of pacific-2025, one worker needed 12.8 to 13.2 s and two 6.4 to 7.8. Where others hold the cores too, the least
// of two `time entente run pacific-2025 --runs 10000 --workers 1` was 9.9 s of processor time, 12.1 before pairs that roll too high were passed
// over and diaries read a tick of all states at a time; 2 % of a profile is what one worker does alone. A run allocates nothing, its record some 40
// times; `make bench` has all of it.
package lab

import (
	"context"
	"slices"

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

	// the command that plays the scenario with these settings, for a question that tells of worlds of its own; may be nil
	Replay func([]Setting) string
}

// after are these for what is played once so many runs of the same question have been: Done goes on counting from there.
func (o Options) after(played int) Options {
	if done := o.Done; done != nil {
		o.Done = func(count int) { done(played + count) }
	}
	return o
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
	fates   *fates      // of all runs
	diaries []*diary    // of the first runs; nil of one that failed
	good    []int       // the runs that did not fail
	drawn   stats.Drawn // what each of these was played with
	workers int         // that played
}

// looked is into how many runs an ensemble looks tick by tick, by judgement. A diary takes some 25 KB. Of so many runs 1 % lies between the
// quantiles that would be told of any number as the median, 95 times in 100 (±1.96 × √(0.25 / 10,000)); chances are of all runs.
const looked = 10_000

// Play plays w as often as opts say. If ctx is cancelled it stops after the runs in hand: what it returns is then an
// ensemble of the first so many runs, the same as if no more had been asked for. A run that panics is set aside as a
// failure; the others stand. It asks no ledger: a diary holds every tick, and a thousand runs of a usual world take some
// seconds.
func Play(ctx context.Context, w *sim.World, opts Options) *Ensemble {
	return playLooking(ctx, w, opts, looked)
}

// playLooking is Play where so many runs are looked into.
func playLooking(ctx context.Context, w *sim.World, opts Options, into int) *Ensemble {
	e := &Ensemble{World: w, Seed: opts.Seed, Asked: opts.Runs, start: webAtStart(w), fates: newFates(w, opts.Runs),
		diaries: make([]*diary, min(opts.Runs, into)), workers: opts.Workers}
	failures := make([]string, opts.Runs)
	e.Finished = inTurn(ctx, w, opts, func(run *sim.Run, k int) bool {
		failure, given := e.play(ctx, run, k)
		failures[k] = failure
		return !given
	})
	e.good, e.drawn = make([]int, 0, e.Finished), make(stats.Drawn, 0, e.Finished)
	for k, failure := range failures[:e.Finished] {
		if failure != "" {
			e.Failures = append(e.Failures, Failure{Run: k, Message: failure})
			continue
		}
		e.good, e.drawn = append(e.good, k), append(e.drawn, dealtTo(w, k))
	}
	return e
}

// play plays run k and keeps what is asked of it. failure says what the model took for impossible; given is true if ctx was cancelled before
// its end.
func (e *Ensemble) play(ctx context.Context, run *sim.Run, k int) (failure string, given bool) {
	headline := run.World().Headline()
	var r *diary
	if k < len(e.diaries) {
		r = newDiary(run.World())
	}
	failure, given = playOn(ctx, run, e.Seed, k, func() bool { return true }, func() {
		e.fates.watch(run, k, headline)
		if r != nil {
			r.watch(run, headline)
		}
	}, func() {
		e.fates.close(run, k, headline)
		if r != nil {
			r.close(run)
		}
	})
	if r != nil && failure == "" && !given {
		e.diaries[k] = r
	}
	return failure, given
}

// whole are the diaries of the runs that did not fail, of those that were looked into.
func (e *Ensemble) whole() []*diary {
	return slices.DeleteFunc(slices.Clone(e.diaries[:min(len(e.diaries), e.Finished)]), func(r *diary) bool { return r == nil })
}
