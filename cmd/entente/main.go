// Entente simulates who signs a collective-defence clause, when, and why not.
//
// Usage is in `entente help`; the theory is in package sim. What a command waits for before anything is done is 30 to 40 ms on two busy
// cores of 2025, where a Go program that prints one word takes 7 to 9 (go test -run '^$' -bench Start ./cmd/entente): most of it is memory that
// the machine lays out page by page, for the program itself and for what its libraries prepare, fonts and Markdown first.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime/debug"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"entente/plots/words"
	"entente/sim"
)

// What entente says of itself.
const (
	wordsRoot = "Who signs a collective-defence clause, when, and why not"

	wordsRootLong = `Entente simulates states that weigh threat, trade with the rival and politics at home, and decide whether to
sign a collective-defence clause. It asks why Europe got NATO in 1949, why there is no Asian NATO, and what grows
instead.

For a scenario write a shipped name, the path of a file of your own, or - for standard input. A command
ends with 0 if all is well, 2 if it was called wrongly, 3 if a scenario is faulty, 4 if a run failed or a
result could not be written, 70 for a fault of our own (please report it), 130 if you interrupted it,
141 if who read its answer left before the end.`

	wordsQuiet = "say nothing beside the answer but what went wrong: no progress, no warnings, no notices"

	wordsRootExample = `  entente list                              the shipped scenarios
  entente run pacific-2025                  play one a thousand times
  entente ablate pacific-2025               the same, each mechanism out in turn
  entente drivers pacific-2025              threat, trade and politics at home
  entente why pacific-2025                  what keeps the clause from forming
  entente compare pacific-2025 asia-1991    two worlds with the same luck
  entente flip pacific-2025                 the least that would turn the answer
  entente explain pacific-2025 --state JPN  one decision laid open
  entente pivots pacific-2025 --at 2028Q1   who could carry it, who has a veto
  entente sensitivity drivers-2025          what it hangs on when all moves`
)

// Exit codes, the same for every command.
const (
	exitUsage       = 2
	exitScenario    = 3
	exitRun         = 4
	exitCrash       = 70 // a fault of ours: EX_SOFTWARE of sysexits.h
	exitInterrupted = 130
	exitReaderLeft  = 141 // who read the answer left before its end: 128 and the number of SIGPIPE, as shells have it
)

// failure is an error with the exit code it deserves.
type failure struct {
	code int
	err  error
}

func (f failure) Error() string { return f.err.Error() }

func (f failure) Unwrap() error { return f.err }

func usage(format string, a ...any) error { return failure{exitUsage, fmt.Errorf(format, a...)} }

func main() {
	ctx, stop := heedSignals(context.Background(), os.Stderr)
	ctx, told := withSteps(ctx)
	c := root()
	out := newScreen(os.Stdout)
	c.SetOut(out)
	c.SetErr(newTalk(os.Stderr))
	args := dashedFiles(longDashes(os.Args[1:]))
	c.SetArgs(args)
	if len(args) > 0 && (args[0] == cobra.ShellCompRequestCmd || args[0] == cobra.ShellCompNoDescRequestCmd) {
		completes(c)
	}
	c.SetFlagErrorFunc(flagFaults(args))
	err := guarded(func() error {
		if err := plainArguments(os.Args[1:]); err != nil {
			return err
		}
		if err := commandThere(c, args); err != nil {
			return err
		}
		return c.ExecuteContext(ctx)
	})
	stop()
	if err == nil {
		err = out.lost
	}
	code := exitCode(err)
	if code != 0 && code != exitReaderLeft {
		fmt.Fprintln(c.ErrOrStderr(), err)
	}
	told.end(code)
	os.Exit(code)
}

// guarded does something, and tells a fault of ours for what it is: the user can do nothing about it but tell us.
func guarded(do func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = crash(p, "this is a fault of entente %s and not of what you gave it", sim.Version)
		}
	}()
	return do()
}

// crash is what is told of a panic: what it is taken for, and what those need who are to mend it.
func crash(p any, format string, a ...any) error {
	return failure{exitCrash, fmt.Errorf(format+"; please report it with this command and what follows: entente %s\n\n%v\n%s",
		append(a, words.Shell(os.Args[1:]...), p, debug.Stack())...)}
}

func exitCode(err error) int {
	var f failure
	switch {
	case err == nil:
		return 0
	case readerLeft(err):
		return exitReaderLeft
	case errors.As(err, &f):
		return f.code
	case errors.As(err, new(*fs.PathError)):
		return exitRun // the answer could not be written
	}
	return exitUsage // what the library finds wrong is how the command was called
}

// verbs are the commands; each file that holds one adds it.
var verbs []func() *cobra.Command

func root() *cobra.Command {
	c := &cobra.Command{
		Use:           "entente",
		Short:         wordsRoot,
		Long:          wordsRootLong,
		Example:       wordsRootExample,
		Version:       sim.Version,
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	helpIn(c)
	c.SetVersionTemplate("entente {{.Version}}\n")
	for _, verb := range verbs {
		c.AddCommand(verb())
	}
	c.InitDefaultHelpCmd()
	c.InitDefaultCompletionCmd()
	for _, verb := range c.Commands() {
		switch verb.Name() { // the library's own end well where there is no such thing
		case "help":
			verb.Args = topic
		case "completion":
			verb.Args = func(c *cobra.Command, names []string) error {
				if len(names) > 0 {
					return noCommand(names[0], c)
				}
				return nil
			}
			verb.RunE = func(c *cobra.Command, _ []string) error { return c.Help() }
		}
		for _, verb := range append(verb.Commands(), verb) {
			verb.Flags().VisitAll(bound)
			checkedAtOnce(verb)
		}
	}
	grouped(c)
	var quiet, verbose bool
	c.PersistentFlags().BoolVarP(&quiet, "quiet", "q", false, wordsQuiet)
	c.PersistentFlags().BoolVar(&verbose, "verbose", false, wordsVerbose)
	c.PersistentPreRunE = func(c *cobra.Command, _ []string) error {
		if talk, ok := c.ErrOrStderr().(*screen); ok {
			talk.width, _ = c.Flags().GetInt("width") // 0 where a command has no such flag
		}
		switch {
		case quiet && verbose:
			return usage("--quiet and --verbose ask for opposites; leave one out")
		case quiet:
			c.SetErr(io.Discard) // faults are told by who called the command
		case verbose:
			if s, ok := c.Context().Value(stepsKey{}).(*steps); ok {
				s.begin(c.ErrOrStderr(), c)
			}
		}
		return nil
	}
	return c
}

// noneEmpty holds that every flag that is given says something: an unset variable of a shell is no answer.
func noneEmpty(c *cobra.Command, _ []string) error {
	var faults []error
	empty := map[string]string{"string": "", "stringSlice": "[]"} // by the type of the flag
	c.Flags().Visit(func(f *pflag.Flag) {
		if text, ok := empty[f.Value.Type()]; ok && f.Value.String() == text {
			faults = append(faults, usage("--%s is empty; leave it out, or say what it is", f.Name))
		}
	})
	return errors.Join(faults...)
}
