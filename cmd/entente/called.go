package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

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

// flagFault is a fault of the library about a flag, in our words.
func flagFault(c *cobra.Command, err error) error {
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
		var known []string
		c.Flags().VisitAll(func(f *pflag.Flag) { known = append(known, f.Name) })
		nearest := scenarios.Nearest(name, known)
		if c.Flags().Lookup(name) != nil { // known, and given with one dash
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
