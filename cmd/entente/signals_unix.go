//go:build unix

package main

import (
	"os"
	"os/signal"
	"syscall"
)

// heedTerminal heeds what a terminal and a pipe send when they go. Hanging up is not heeded where it was ignored from the start,
// which is what nohup is for. A reader who leaves is told to nobody by a signal: one who read only our talk must not cost the
// answer that is being found, and one who read the answer is met where it is written.
func heedTerminal(asked chan<- os.Signal) {
	signal.Ignore(syscall.SIGPIPE)
	if !signal.Ignored(syscall.SIGHUP) {
		signal.Notify(asked, syscall.SIGHUP)
	}
}
