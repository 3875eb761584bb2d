package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/jedib0t/go-pretty/v6/text"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// helpOf is what a command line that asks for help prints.
func helpOf(t *testing.T, args ...string) string {
	t.Helper()
	c := root()
	var out bytes.Buffer
	c.SetOut(&out)
	c.SetArgs(append(args, "--help"))
	if err := c.Execute(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// Help fits a terminal of 80 columns, and names each flag.
func TestHelpFitsATerminal(t *testing.T) {
	seen := 0
	var each func(c *cobra.Command, args []string)
	each = func(c *cobra.Command, args []string) {
		seen++
		help := helpOf(t, args...)
		for line := range strings.Lines(help) {
			if wide := text.StringWidthWithoutEscSequences(strings.TrimRight(line, "\n")); wide > helpWidth {
				t.Errorf("%s --help has a line of %d columns: %s", c.CommandPath(), wide, line)
			}
		}
		c.Flags().VisitAll(func(f *pflag.Flag) {
			if !f.Hidden && !strings.Contains(help, "--"+f.Name) {
				t.Errorf("%s --help does not name --%s", c.CommandPath(), f.Name)
			}
		})
		for _, below := range c.Commands() {
			each(below, append(args[:len(args):len(args)], below.Name()))
		}
	}
	c := root()
	c.InitDefaultHelpCmd()
	c.InitDefaultCompletionCmd()
	each(c, nil)
	if seen < len(verbs) {
		t.Errorf("only %d commands were asked", seen)
	}
}

// Help calls one thing by one word: what alliances tie is a state, and what calibration turns a constant.
func TestHelpHasOneWordForOneThing(t *testing.T) {
	for _, verb := range verbs {
		name := verb().Name()
		help := strings.ToLower(helpOf(t, name))
		for _, other := range []string{"countr", "knob", "parameter set", "the parameters", "patron"} {
			if strings.Contains(help, other) {
				t.Errorf("entente %s --help says %q", name, other)
			}
		}
	}
}

// The first help lists each verb with what it does, whoever added it.
func TestHelpListsEveryVerb(t *testing.T) {
	help := strings.Join(strings.Fields(helpOf(t)), " ")
	for _, c := range root().Commands() {
		if !strings.Contains(help, c.Name()+" "+c.Short) {
			t.Errorf("entente --help does not list %s: %s", c.Name(), c.Short)
		}
	}
}

func TestProseFillsParagraphsAndLeavesExamples(t *testing.T) {
	long := strings.Repeat("word ", 20)
	got := prose("One line\nand its end.\n\n  an example\n  " + long + "\n\n" + long + "\nlast")
	want := "One line and its end.\n\n  an example\n  " + long + "\n\n" + strings.TrimSpace(strings.Repeat("word ", 16)) + "\n" +
		strings.Repeat("word ", 4) + "last"
	if got != want {
		t.Errorf("prose gives\n%s\nwant\n%s", got, want)
	}
}

// The first help puts each verb under what is asked of it, and names no verb that is not there.
func TestHelpIsGrouped(t *testing.T) {
	there := map[string]bool{}
	for _, verb := range verbs {
		there[verb().Name()] = true
	}
	help := helpOf(t)
	last := 0
	for _, g := range groups {
		at := strings.Index(help, "\n"+g.title+"\n")
		if at < last {
			t.Errorf("%q is not where it should be", g.title)
		}
		last = at
		under, _, _ := strings.Cut(help[at+1:], "\n\n")
		for _, name := range g.verbs {
			if !there[name] || !strings.Contains(under, "\n  "+name+" ") {
				t.Errorf("%s is not there, or not below %q", name, g.title)
			}
		}
	}
}
