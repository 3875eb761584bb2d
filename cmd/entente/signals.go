package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"
)

// heedSignals returns a context that ends when a person or the system first asks the program to end: what was found out by then is
// told and kept. Who asks a second time does not wait for that.
func heedSignals(parent context.Context, talk io.Writer) (ctx context.Context, stop func()) {
	asked := make(chan os.Signal, 2)
	signal.Notify(asked, os.Interrupt, syscall.SIGTERM)
	heedTerminal(asked)
	ctx, cancel := context.WithCancelCause(parent)
	go func() {
		first, ok := <-asked
		if !ok {
			return
		}
		cancel(fmt.Errorf("asked to end by the signal %q", first))
		if _, ok := <-asked; ok {
			leaveAtOnce(talk)
		}
	}()
	return ctx, func() {
		signal.Stop(asked)
		close(asked)
		cancel(nil)
	}
}

// farewell is how long a last word may take: where nobody reads it, it would never be said.
const farewell = 200 * time.Millisecond

func leaveAtOnce(talk io.Writer) {
	said := make(chan struct{})
	go func() {
		fmt.Fprintln(talk, "ended at once: nothing more is told or kept")
		close(said)
	}()
	select {
	case <-said:
	case <-time.After(farewell):
	}
	os.Exit(exitInterrupted)
}

// readerLeft says whether a command ended because nobody reads its answer any more. That is no fault, and needs no words.
func readerLeft(err error) bool { return errors.Is(err, syscall.EPIPE) }

// heard reads something, and leaves off as soon as the program is asked to end: a pipe may stay open for ever. What is still being
// read then must not be used.
func heard(ctx context.Context, read func() error) error {
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	done := make(chan error, 1)
	broken := make(chan string, 1)
	go func() {
		defer func() {
			if p := recover(); p != nil { // who waits tells of it
				broken <- fmt.Sprintf("%v\n%s", p, debug.Stack())
			}
		}()
		done <- read()
	}()
	select {
	case err := <-done:
		return err
	case p := <-broken:
		panic(p)
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}
