package main

import (
	"io"
	"strings"

	"github.com/spf13/cobra"
)

// helpWidth is how wide help is: it is the same at a terminal and in a file.
const helpWidth = 80

// The library's own templates break no line.
const (
	helpForm = `{{prose (or .Long .Short)}}

{{.UsageString}}`

	usageForm = `Usage:{{if .Runnable}}
  {{.UseLine}}{{end}}{{if .HasAvailableSubCommands}}
  {{.CommandPath}} [command]{{end}}{{if .HasExample}}

Examples:
{{.Example}}{{end}}{{$all := .}}{{range .Groups}}{{$id := .ID}}

{{.Title}}{{range $all.Commands}}{{if and (eq .GroupID $id) (or .IsAvailableCommand (eq .Name "help"))}}
  {{rpad .Name .NamePadding}} {{beside .NamePadding .Short}}{{end}}{{end}}{{end}}{{if and .HasAvailableSubCommands (not .Groups)}}

Commands:{{range .Commands}}
  {{rpad .Name .NamePadding}} {{beside .NamePadding .Short}}{{end}}{{end}}{{if .HasAvailableFlags}}

Flags:
{{flags .}}{{end}}{{if .HasAvailableSubCommands}}

Use "{{.CommandPath}} [command] --help" for more about a command.{{end}}
`
)

// helpIn sets how the help of a command and of those below it is laid out.
func helpIn(c *cobra.Command) {
	cobra.AddTemplateFuncs(map[string]any{
		"prose": prose,
		"beside": func(pad int, short string) string {
			indent := pad + len("   ") // two before the name, one behind
			return strings.Join(broken(strings.Fields(short), helpWidth-indent), "\n"+strings.Repeat(" ", indent))
		},
		"flags": func(c *cobra.Command) string {
			return strings.TrimRight(c.Flags().FlagUsagesWrapped(helpWidth), "\n")
		},
	})
	c.SetHelpTemplate(helpForm)
	c.SetUsageTemplate(usageForm)
	help := c.HelpFunc()
	c.SetHelpFunc(func(c *cobra.Command, args []string) { // the library tells what it could not write, and main does again
		talk := c.ErrOrStderr()
		c.SetErr(io.Discard)
		help(c, args)
		c.SetErr(talk)
	})
}

// topic holds what help is asked on to the commands there are.
func topic(help *cobra.Command, names []string) error {
	c := help.Root()
	for k, name := range names {
		below := c
		c = nil
		for _, b := range below.Commands() {
			if b.Name() == name {
				c = b
			}
		}
		if c == nil {
			return noCommand(strings.Join(names[:k+1], " "), below)
		}
	}
	return nil
}

// prose fills the paragraphs of a text anew. What stands in stays.
func prose(all string) string {
	var b strings.Builder
	flowing := false
	for line := range strings.SplitSeq(strings.TrimSpace(all), "\n") {
		flows := line != "" && !stands().MatchString(line)
		switch {
		case flows && flowing:
			b.WriteByte(' ')
		case b.Len() > 0:
			b.WriteByte('\n')
		}
		b.WriteString(line)
		flowing = flows
	}
	return fold(b.String(), helpWidth)
}
