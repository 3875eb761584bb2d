package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/spf13/pflag"

	"entente/plots/words"
	"entente/scenarios"
)

// most is how many of a thing may be asked for, and why no more.
var most = map[string]struct {
	count int
	why   string
}{
	"runs":    {1_000_000, "a chance is then known to a tenth of a point, and all runs are kept in memory"},
	"points":  {1_000_000, "they would take days"},
	"starts":  {10_000_000, "they would take days"},
	"workers": {1024, "no machine does so much at once"},
	"rounds":  {1_000_000, "they would take years"},
	"burn-in": {100_000, "they would take years"},
	"steps":   {100_000, "they would take years"},
	"trials":  {1_000_000, "they would take years"},
}

var (
	wholeDigits = scenarios.Pattern(`^[+-]?(0|[1-9][0-9]*)$`)
	decimals    = scenarios.Pattern(`^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?$`)
)

// bound holds the number that a flag takes to decimal digits, and to what can be played. Without it the flags of the
// library take 0x10 for 16, 010 for 8 and 1_000 for 1000.
func bound(f *pflag.Flag) {
	switch f.Value.Type() {
	case "int", "uint64", "float64", "float64Slice":
		f.Value = &boundFlag{f.Value, f.Name}
	}
}

type boundFlag struct {
	pflag.Value
	name string
}

func (b *boundFlag) Set(text string) error {
	form, like := decimals, "0.5"
	if t := b.Type(); t == "int" || t == "uint64" {
		form, like = wholeDigits, "1000"
	}
	numbers := []string{text}
	if b.Type() == "float64Slice" {
		numbers = strings.Split(text, ",")
	}
	for _, number := range numbers {
		if !form().MatchString(number) {
			return fmt.Errorf("write a number in decimal digits, such as %s", like)
		}
	}
	if m, ok := most[b.name]; ok {
		if n, err := strconv.Atoi(text); errors.Is(err, strconv.ErrRange) && text[0] != '-' || err == nil && n > m.count {
			return fmt.Errorf("it may be at most %s: %s", words.Thousands(m.count), m.why)
		}
	}
	if err := b.Value.Set(text); err != nil {
		if errors.Is(err, strconv.ErrRange) {
			return errors.New("the number is too large")
		}
		if b.Type() == "uint64" && strings.HasPrefix(text, "-") {
			return errors.New("it must be at least 0")
		}
		return err
	}
	return nil
}

// longDashes understands the one long flag that people write with one dash.
func longDashes(args []string) []string {
	all := append([]string(nil), args...)
	for k, a := range all {
		if a == "--" {
			break
		}
		if a == "-help" {
			all[k] = "--help"
		}
	}
	return all
}

// dashedFiles spells the names of files that begin with a dash and come after -- so that they need none: the command that is
// recorded can then be pasted with more flags behind it.
func dashedFiles(args []string) []string {
	all := slices.Clone(args)
	if end := slices.Index(all, "--"); end >= 0 {
		for k := end + 1; k < len(all); k++ {
			if strings.HasPrefix(all[k], "-") && all[k] != scenarios.Stdin {
				all[k] = "./" + all[k]
			}
		}
	}
	return all
}

// plainArguments refuses what is not seen and changes how the rest is shown, and what is no text: names of files are told
// in results, and the command that gives the same again must be one that can be pasted.
func plainArguments(args []string) error {
	for _, a := range args {
		if !utf8.ValidString(a) {
			return usage("the argument %q is not UTF-8; rename the file if it is the name of one", a)
		}
		if strings.ContainsFunc(a, scenarios.Unseen) {
			return usage("the argument %+q holds a control character; rename the file if it is the name of one", a)
		}
	}
	return nil
}
