// Entente simulates who signs a collective-defence clause, when, and why not.
//
// Usage is in `entente help`; the theory is in package sim.
package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"entente/plots/words"
	"entente/scenarios"
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

	wordsRootExample = `  entente list                              the shipped scenarios
  entente run pacific-2025                  play one a thousand times
  entente ablate pacific-2025               the same, each mechanism out in turn
  entente why pacific-2025                  what keeps the clause from forming
  entente compare pacific-2025 asia-1991    two worlds with the same luck
  entente flip pacific-2025                 the least that would turn the answer
  entente explain pacific-2025 --state JPN  one decision laid open
  entente pivots pacific-2025 --at 2028Q1   who could carry it, who has a veto`

	wordsAsOf   = "forecast as of this `day`: refuse all that is dated later in the scenario, but not what --set says"
	wordsInputs = "`kind` of figures: coded, as they stand; recoded, with the stances of a second coder; or measured: stances from UN votes, and nothing coded by hand but geography and dates"

	wordsTheory = "let states decide by a rival theory, as in power-disparity; entente theories compares them"
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
	c := root()
	out := newScreen(os.Stdout)
	c.SetOut(out)
	c.SetErr(newTalk(os.Stderr))
	c.SetArgs(dashedFiles(longDashes(os.Args[1:])))
	err := guarded(func() error {
		if err := plainArguments(os.Args[1:]); err != nil {
			return err
		}
		return c.ExecuteContext(ctx)
	})
	stop()
	if err == nil {
		err = out.lost
	}
	if err == nil {
		return
	}
	if readerLeft(err) {
		os.Exit(exitReaderLeft)
	}
	fmt.Fprintln(c.ErrOrStderr(), err)
	os.Exit(exitCode(err))
}

// guarded does something, and tells a fault of ours for what it is: the user can do nothing about it but tell us.
func guarded(do func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = failure{exitCrash, fmt.Errorf("this is a fault of entente %s and not of what you gave it; please report it with this command and "+
				"what follows: entente %s\n\n%v\n%s", sim.Version, words.Shell(os.Args[1:]...), p, debug.Stack())}
		}
	}()
	return do()
}

func exitCode(err error) int {
	var f failure
	switch {
	case errors.As(err, &f):
		return f.code
	case errors.As(err, new(*fs.PathError)):
		return exitRun // the answer could not be written
	}
	return exitUsage // what cobra itself finds wrong is how the command was called
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
	layHelp(c)
	c.SetVersionTemplate("entente {{.Version}}\n")
	c.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return usage("%w%s: see `%s --help`", err, twoDashes(c, err), c.CommandPath())
	})
	for _, verb := range verbs {
		c.AddCommand(verb())
	}
	for _, verb := range c.Commands() {
		verb.Flags().VisitAll(bound)
	}
	c.PersistentPreRunE = func(c *cobra.Command, _ []string) (err error) {
		if talk, ok := c.ErrOrStderr().(*screen); ok {
			talk.width, _ = c.Flags().GetInt("width") // 0 where a command has no such flag
		}
		// An unset variable of a shell is no answer.
		c.Flags().Visit(func(f *pflag.Flag) {
			if text, ok := f.Value.(fmt.Stringer); ok && err == nil && (f.Value.Type() == "string" && text.String() == "" || f.Value.Type() == "stringSlice" && text.String() == "[]") {
				err = usage("--%s is empty; leave it out, or say what it is", f.Name)
			}
		})
		return err
	}
	return c
}

// reading is how a scenario is to be read.
type reading struct {
	set  []string
	asOf string

	inputs string // coded, the figures as they stand, recoded, or measured, their twin; "" for a command that does not ask

	histories map[string]*sim.Past // by what stands in them
}

// setFlag adds --set, which every command that reads a scenario has.
func (r *reading) setFlag(c *cobra.Command) {
	c.Flags().Var((*changeFlag)(r), "set", "change one figure: `path=value`, as in states.JPN.stance=0.5 (may be repeated)")
	c.Flags().Var((*theoryFlag)(r), "theory", wordsTheory)
}

// changeFlag is --set path=value. It keeps what --theory has set before it, which a list of cobra's own would not.
type changeFlag reading

func (f *changeFlag) String() string { return "" }
func (f *changeFlag) Type() string   { return "change" }
func (f *changeFlag) Set(change string) error {
	f.set = append(f.set, change)
	return nil
}

// theoryFlag is --theory NAME, which stands for --set theory=NAME.
type theoryFlag reading

func (f *theoryFlag) String() string { return "" }
func (f *theoryFlag) Type() string   { return "theory" }
func (f *theoryFlag) Set(name string) error {
	var names []string
	for _, t := range sim.Theories() {
		names = append(names, t.Name)
	}
	if !slices.Contains(names, name) {
		return fmt.Errorf("there is no theory %s%s", name, scenarios.Suggest(name, names))
	}
	f.set = append(f.set, "theory="+name)
	return nil
}

// asOfFlag adds --as-of, which every command has that asks what a scenario leads to.
func (r *reading) asOfFlag(c *cobra.Command) {
	c.Flags().StringVar(&r.asOf, "as-of", "", wordsAsOf)
}

// inputsFlag adds --inputs, which every command has that holds the model to history.
func (r *reading) inputsFlag(c *cobra.Command) {
	c.Flags().StringVar(&r.inputs, "inputs", inputsCoded, wordsInputs)
}

// The kinds of input.
const (
	inputsCoded    = "coded"
	inputsRecoded  = "recoded"
	inputsMeasured = "measured"
)

// checkInputs says what is wrong with --inputs. A figure that is set and then measured would be told and not played.
func (r *reading) checkInputs() error {
	switch r.inputs {
	case "", inputsCoded, inputsRecoded:
		return nil
	case inputsMeasured:
	default:
		return usage("--inputs is %s; it must be coded, recoded or measured", r.inputs)
	}
	for _, set := range r.set {
		if !strings.HasPrefix(set, "parameters.") && !strings.HasPrefix(set, "theory=") {
			return usage("--set %s would be measured over: with --inputs measured only constants (parameters.*) and the theory may be set", set)
		}
	}
	return nil
}

// load reads a scenario and tells what it refused; what is wrong with it is told as it stands, and the command exits
// with 3.
func (r *reading) load(c *cobra.Command, name string) (*scenarios.Loaded, error) {
	opts := scenarios.Options{Set: r.set, ReadFile: reader(c), Recoded: r.inputs == inputsRecoded}
	if r.asOf != "" {
		day, err := sim.ParseDate(r.asOf)
		if err != nil {
			return nil, usage("--as-of: %w", err)
		}
		opts.AsOf = day
	}
	l, err := scenarios.Load(name, opts)
	if err != nil {
		return nil, unread(c, err)
	}
	if r.asOf != "" {
		l.Scenario.AsOf = r.asOf // a day has more than one spelling: tell it in that of who asked
		fmt.Fprintln(c.ErrOrStderr(), asOfLine(r.asOf, l.Refused))
		fmt.Fprint(c.ErrOrStderr(), carriedLine(l.Carried))
	}
	r.share(&l.Scenario)
	if r.inputs == inputsMeasured {
		l.Scenario = sim.Measured(l.Scenario)
	}
	return l, nil
}

// share lets scenarios that begin with the same history have it played once for all of them.
func (r *reading) share(s *sim.Scenario) {
	if s.Past == nil {
		return
	}
	text := scenarios.TOML(s.Past.Scenario)
	if r.histories[text] == nil {
		if r.histories == nil {
			r.histories = map[string]*sim.Past{}
		}
		r.histories[text] = s.Past
	}
	s.Past = r.histories[text]
}

// flags are those of a command line, beside the scenario, that change what is read.
func (r *reading) flags() string {
	line := ""
	if r.asOf != "" {
		line += " --as-of " + words.Shell(r.asOf)
	}
	if r.inputs != "" && r.inputs != inputsCoded {
		line += " --inputs " + r.inputs
	}
	for _, s := range r.set {
		line += " --set " + words.Shell(s)
	}
	return line
}

// oneScenario asks for exactly one scenario.
func oneScenario(c *cobra.Command, args []string) error {
	if len(args) != 1 {
		return usage("entente %s takes one scenario, a shipped name or a path: try `entente list`", c.Name())
	}
	return nil
}
