package main

import (
	"fmt"
	"io"
	"time"

	"entente/plots/words"
)

// plainEvery is how often a line tells how far a study is where nobody looks at a terminal.
const plainEvery = 30 * time.Second

// plainProgress tells how far it is, a line at a time; what is done within the first half minute needs no word.
func plainProgress(out io.Writer, total int) func(int) {
	began := time.Now()
	next := make(chan time.Time, 1)
	next <- began.Add(plainEvery)
	return func(count int) {
		select {
		case at := <-next:
			now := time.Now()
			if now.Before(at) {
				next <- at
				return
			}
			rate := float64(count) / now.Sub(began).Seconds()
			left := time.Duration(float64(total-count) / rate * float64(time.Second)).Round(time.Second)
			fmt.Fprintf(out, "%s of %s runs, %.0f a second, about %s left\n", words.Thousands(count), words.Thousands(total), rate, left)
			next <- now.Add(plainEvery)
		default: // another tells already
		}
	}
}
