package main

import (
	"io"
	"os"
	"strconv"
	"sync/atomic"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// progressThrottle is how often the line is drawn anew at most.
const progressThrottle = 100 * time.Millisecond

// wideEnough is how many columns the line takes with counts, rate and time left.
const wideEnough = 70

// unknownWidth is how wide a terminal is taken to be that does not say.
const unknownWidth = 80

// columns is how wide text is laid out: as --width says, or COLUMNS, or the terminal; 0, no limit to tables, for a file or a pipe.
func (f *showing) columns(out io.Writer) int {
	if f.width > 0 {
		return f.width
	}
	if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && n >= leastWidth {
		return n
	}
	file, ok := terminal(out)
	if !ok {
		return 0
	}
	if n, _, err := term.GetSize(int(file.Fd())); err == nil && n > 0 {
		return max(n, leastWidth)
	}
	return unknownWidth
}

// terminal tells whether a person reads out.
func terminal(out io.Writer) (*os.File, bool) {
	if s, ok := out.(*screen); ok {
		out = s.file
	}
	f, ok := out.(*os.File)
	return f, ok && term.IsTerminal(int(f.Fd()))
}

// progress shows a person at a terminal how far it is, on a line of its own; a total of 0 is one that nobody knows. A log file
// is left alone. clear takes the line away.
func progress(out io.Writer, total int) (done func(int), clear func()) {
	file, ok := terminal(out)
	if !ok {
		return nil, func() {}
	}
	if total == 0 {
		total = -1
	}
	options := []progressbar.Option{progressbar.OptionSetWriter(file), progressbar.OptionSetDescription("playing"),
		progressbar.OptionThrottle(progressThrottle), progressbar.OptionClearOnFinish()}
	if wide, _, err := term.GetSize(int(file.Fd())); err == nil && wide >= wideEnough {
		options = append(options, progressbar.OptionShowCount(), progressbar.OptionShowIts(), progressbar.OptionSetItsString("runs"),
			progressbar.OptionFullWidth())
	} else { // what does not fit in one line would be left behind
		options = append(options, progressbar.OptionSetWidth(10), progressbar.OptionSetPredictTime(false),
			progressbar.OptionSetElapsedTime(false))
	}
	bar := progressbar.NewOptions(total, options...)
	var most atomic.Int64
	return func(count int) { // from any goroutine, and not always in order
		for {
			was := most.Load()
			if int64(count) <= was {
				return
			}
			if most.CompareAndSwap(was, int64(count)) {
				bar.Set(count)
				return
			}
		}
	}, func() { bar.Finish(); bar.Clear() }
}
