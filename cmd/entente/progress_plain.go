package main

import (
	"fmt"
	"io"
	"time"

	"entente/plots/words"
)

// plainEvery is how often a line tells how far a study is where nobody looks at a terminal.
const plainEvery = 30 * time.Second

// plainProgress tells how far it is, a line at a time; what is done within the first half minute needs no word. So many of all
// runs were known before. A clock that is set back leaves it silent for as long, and no more.
func plainProgress(out io.Writer, known, all int, clock func() time.Time) func(int) {
	began := clock()
	next := make(chan time.Time, 1)
	next <- began.Add(plainEvery)
	return func(count int) {
		select {
		case at := <-next:
			now := clock()
			if now.Before(at) || count <= known {
				next <- at
				return
			}
			fmt.Fprintln(out, progressLine(known, count, all, now.Sub(began)))
			next <- now.Add(plainEvery)
		default: // another tells already
		}
	}
}

// progressLine tells how far it is after a time. The rate is that of what was played since then, and not of what was known.
func progressLine(known, count, all int, since time.Duration) string {
	rate := float64(count-known) / since.Seconds()
	left := time.Duration(float64(all-count) / rate * float64(time.Second)).Round(time.Second)
	return fmt.Sprintf("%s of %s runs, %.0f a second, about %s left", words.Thousands(count), words.Thousands(all), rate, left)
}
