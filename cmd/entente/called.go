package main

import (
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"entente/plots/words"
	"entente/scenarios"
)

// What was called wrongly is told in our words: what there is not, and what was probably meant.

// commandThere holds that the first word of a call is a command. The library would tell of it in words of its own.
func commandThere(root *cobra.Command, args []string) error {
	if _, _, err := root.Find(args); err == nil || strings.HasPrefix(args[0], cobra.ShellCompRequestCmd) { // a shell asks
		return nil
	}
	for _, a := range args {
		if !strings.HasPrefix(a, "-") {
			return noCommand(a, root)
		}
	}
	return nil
}

// noCommand is the fault about the last word of a name that no command has, below one that there is.
func noCommand(name string, below *cobra.Command) error {
	var known []string
	for _, c := range below.Commands() {
		known = append(known, c.Name())
	}
	hint, words := "", strings.Fields(name)
	if len(known) > 0 {
		hint = meant(words[len(words)-1], known)
	}
	return usage("there is no command %s%s", name, hint)
}

// noArguments holds that a command is given flags alone.
func noArguments(c *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usage("%s takes flags alone, and was given %s: see `%s --help`", c.CommandPath(), args[0], c.CommandPath())
	}
	return nil
}

// complaints are what is wrong with how a command was called. All of it is told at once.
type complaints []error

func (l *complaints) add(format string, args ...any) { *l = append(*l, usage(format, args...)) }

// join adds what another has found, if it has found anything.
func (l *complaints) join(err error) {
	if err != nil {
		*l = append(*l, err)
	}
}

// told is an error with all of them, a line each; nil if there are none.
func (l complaints) told() error { return errors.Join(l...) }

// nothingTo adds which flags and arguments say something where another flag leaves them nothing to say, and why it does.
func nothingTo(c *cobra.Command, why string, flags, arguments []string, wrong *complaints) {
	var idle []string
	for _, name := range flags {
		if c.Flags().Changed(name) {
			idle = append(idle, "--"+name)
		}
	}
	if idle = append(idle, arguments...); len(idle) > 0 {
		wrong.add("%s, and leaves nothing to %s", why, words.And(idle))
	}
}

// mustHoldOf adds what must hold of the arguments of a command, with its flags, before it does anything.
func mustHoldOf(c *cobra.Command, check func(args []string, wrong *complaints)) {
	c.Args = both(c.Args, func(_ *cobra.Command, args []string) error {
		var wrong complaints
		check(args, &wrong)
		return wrong.told()
	})
}

// mustHold adds what must hold of the flags alone.
func mustHold(c *cobra.Command, check func(wrong *complaints)) {
	c.PreRunE = both(c.PreRunE, func(*cobra.Command, []string) error {
		var wrong complaints
		check(&wrong)
		return wrong.told()
	})
}

// both holds a command to two checks, and tells what is wrong by either.
func both(first, second func(*cobra.Command, []string) error) func(*cobra.Command, []string) error {
	return func(c *cobra.Command, args []string) error {
		var wrong complaints
		for _, check := range []func(*cobra.Command, []string) error{first, second} {
			if check != nil {
				wrong.join(check(c, args))
			}
		}
		return wrong.told()
	}
}

// checkedAtOnce has a command checked before anything is done: what is wrong with its flags is told beside what is with its
// arguments, and what is wrong inside the scenarios that it names beside both.
func checkedAtOnce(c *cobra.Command) {
	check := both(both(c.Args, c.PreRunE), noneEmpty)
	c.Args = func(c *cobra.Command, args []string) error {
		if err := check(c, args); err != nil {
			return errors.Join(err, inside(c, args))
		}
		return nil
	}
}

// inside is what is wrong inside the scenarios among the arguments of a command that takes some.
func inside(c *cobra.Command, args []string) error {
	r := readingOf(c)
	if r == nil || !strings.Contains(c.Use, "SCENARIO") {
		return nil
	}
	if c.Name() == "figures" && len(args) > 1 { // a path stands behind it
		args = args[:1]
	}
	return r.wrongInside(c, args)
}

// readingOf is how a command reads its scenario; nil if it reads none.
func readingOf(c *cobra.Command) *reading {
	if set := c.Flags().Lookup("set"); set != nil {
		return (*reading)(set.Value.(*changeFlag))
	}
	return nil
}

// flagFaults are all faults of the library about the flags that a command was given. The library ends at the first, so
// what is found wrong is told, let pass, and the line is read again.
func flagFaults(args []string) func(*cobra.Command, error) error {
	return func(c *cobra.Command, err error) error {
		_, given, _ := c.Root().Find(args)
		var known []string
		c.Flags().VisitAll(func(f *pflag.Flag) { known = append(known, f.Name) })
		var wrong complaints
		absent := false
		for err != nil {
			wrong = append(wrong, flagFault(c, err, known))
			if !passed(c.Flags(), err) {
				return wrong.told()
			}
			absent = absent || errors.As(err, new(*pflag.NotExistError))
			if r := readingOf(c); r != nil { // what was read before the fault is read once more
				r.set, r.bare = nil, nil
			}
			err = c.Flags().Parse(given)
		}
		args := c.Flags().Args()
		switch {
		case absent: // the value of a flag that there is not may stand among the arguments
			args = slices.DeleteFunc(args, func(a string) bool { return !isScenario(a) })
			wrong.join(both(c.PreRunE, noneEmpty)(c, nil))
			wrong.join(inside(c, args))
		default:
			if err := c.ValidateArgs(args); err != nil {
				wrong.join(err)
			} else {
				wrong.join(inside(c, args))
			}
		}
		return wrong.told()
	}
}

// passed lets a flag that was found wrong take whatever it is given. It is false where the line cannot be read any further.
func passed(flags *pflag.FlagSet, err error) bool {
	var bad *pflag.InvalidValueError
	var absent *pflag.NotExistError
	switch {
	case errors.As(err, &bad):
		bad.GetFlag().Value = &anything{bad.GetFlag().Value}
		return true
	case errors.As(err, &absent) && absent.GetSpecifiedShortnames() == "":
		flags.String(absent.GetSpecifiedName(), "", "")
		flags.Lookup(absent.GetSpecifiedName()).NoOptDefVal = "anything"
		return true
	case errors.As(err, &absent) && absent.GetSpecifiedName()[0] < utf8.RuneSelf: // a letter, and what is written behind it
		flags.StringP("letter "+absent.GetSpecifiedName(), absent.GetSpecifiedName(), "", "")
		return len(absent.GetSpecifiedShortnames()) > 1
	}
	return false // a value is lacking at the end of the line
}

// anything is a flag that takes whatever it is given.
type anything struct{ pflag.Value }

func (*anything) Set(string) error { return nil }

// flagFault is a fault of the library about a flag, in our words. known are the flags that there are.
func flagFault(c *cobra.Command, err error, known []string) error {
	var absent *pflag.NotExistError
	var bare *pflag.ValueRequiredError
	var wrong *pflag.InvalidValueError
	see := "see `" + c.CommandPath() + " --help`"
	switch {
	case errors.As(err, &absent):
		name, dashes := absent.GetSpecifiedName(), "--"
		if group := absent.GetSpecifiedShortnames(); group != "" {
			name, _, _ = strings.Cut(group, "=")
			dashes = "-"
		}
		if why := withoutJSON(c); name == "json" && why != "" {
			return usage("%s has no flag --json: %s", c.CommandPath(), why)
		}
		nearest := scenarios.Nearest(name, known)
		if slices.Contains(known, name) { // known, and given with one dash
			nearest = name
		}
		if nearest != "" {
			return usage("%s has no flag %s%s; did you mean --%s?", c.CommandPath(), dashes, name, nearest)
		}
		return usage("%s has no flag %s%s: %s", c.CommandPath(), dashes, name, see)
	case errors.As(err, &bare):
		return usage("--%s says nothing; give it a value, or leave it out: %s", bare.GetFlag().Name, see)
	case errors.As(err, &wrong):
		why := wrong.Unwrap()
		if wrong.GetFlag().Value.Type() == "bool" {
			why = errors.New("it is true or false")
		}
		return usage("--%s is %q; %w", wrong.GetFlag().Name, wrong.GetValue(), why)
	}
	return usage("%w: %s", err, see)
}
