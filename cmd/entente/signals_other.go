//go:build !unix

package main

import "os"

// heedTerminal has nothing to heed: a terminal that goes sends nothing here, or what os.Interrupt and SIGTERM stand for.
func heedTerminal(chan<- os.Signal) {}
