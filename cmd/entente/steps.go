package main

import (
	"context"
	"fmt"
	"io"
	"runtime"
	"time"

	"github.com/spf13/cobra"

	"entente/plots/words"
	"entente/sim"
)

// What help says of it.
const wordsVerbose = "say what is done, on standard error: what is read, what is played with what seed by how many workers, " +
	"what is kept, and how long each took"

// steps are what a command does, told while it does it to whoever gave --verbose, each with the seconds since the one before. No
// answer knows of them.
type steps struct {
	out         io.Writer // nil: nobody asked
	began, last time.Time
}

// stepsKey is where the context of a command has its steps.
type stepsKey struct{}

func withSteps(ctx context.Context) (context.Context, *steps) {
	s := &steps{}
	return context.WithValue(ctx, stepsKey{}, s), s
}

// begin tells what is run, from which on each step is told.
func (s *steps) begin(out io.Writer, c *cobra.Command) {
	s.out, s.began, s.last = out, time.Now(), time.Now()
	s.done("%s, entente %s, %s, %s/%s, %s", c.CommandPath(), sim.Version, runtime.Version(), runtime.GOOS, runtime.GOARCH,
		words.Count(runtime.GOMAXPROCS(0), "processor"))
}

func (s *steps) done(format string, a ...any) {
	if s.out == nil {
		return
	}
	now := time.Now()
	fmt.Fprintf(s.out, "%8.3f s  %s\n", now.Sub(s.last).Seconds(), fmt.Sprintf(format, a...))
	s.last = now
}

// end tells how it ended, and how long all of it took.
func (s *steps) end(code int) {
	s.done("ends with %d, %.3f s after it began", code, time.Since(s.began).Seconds())
}

// did tells a step that a command has done. One that was made and not run has no context, and nobody listens.
func did(c *cobra.Command, format string, a ...any) {
	if c.Context() == nil {
		return
	}
	if s, ok := c.Context().Value(stepsKey{}).(*steps); ok {
		s.done(format, a...)
	}
}

// toPlay tells what is about to be played, with what luck and by how many.
func toPlay(c *cobra.Command, what string, seed uint64, workers int) {
	if workers == 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	did(c, "ready to play %s, seed %d, by %s", what, seed, words.Count(workers, "worker"))
}
