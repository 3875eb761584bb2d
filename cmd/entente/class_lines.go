package main

import (
	"strings"
	"unicode/utf8"

	"entente/scenarios"
)

// item begins an entry of a list of Markdown.
var item = scenarios.Pattern(`^(?:- (?:[A-D]\. )?|\d+\. )`)

// unbroken is a word, or code with what hangs on to it: a command is not broken, so that it can be copied.
var unbroken = scenarios.Pattern("(?:`[^`]*`|[^\\s`])+")

// inLines breaks the prose of a text in Markdown at 80 columns, so that it reads on a terminal; code, tables and headings stay as
// they are.
func inLines(text string) string {
	var b strings.Builder
	var held []string // of the paragraph or entry under way
	flush := func() {
		if len(held) == 0 {
			return
		}
		first := item().FindString(held[0])
		indent, now := strings.Repeat(" ", utf8.RuneCountInString(first)), ""
		for _, word := range unbroken().FindAllString(strings.Join(held, " "), -1) {
			switch {
			case now == "":
				now = word
			case utf8.RuneCountInString(now)+1+utf8.RuneCountInString(word) <= proseWidth || strings.HasPrefix(word, "%"):
				now += " " + word
			default:
				b.WriteString(now + "\n")
				now = indent + word
			}
		}
		b.WriteString(now + "\n")
		held = nil
	}
	code := false
	for _, line := range strings.Split(strings.TrimRight(text, "\n"), "\n") {
		fence := strings.HasPrefix(line, "```")
		if fence || code || line == "" || strings.HasPrefix(line, "|") || strings.HasPrefix(line, "#") {
			flush()
			b.WriteString(line + "\n")
			code = code != fence
			continue
		}
		if item().MatchString(line) {
			flush()
		}
		held = append(held, line)
	}
	flush()
	return b.String()
}

// proseWidth is how wide it is.
const proseWidth = 80
