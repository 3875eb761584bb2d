// Package class is what a lecturer needs to teach with the model: texts in Markdown, and for each the outline from which its figures
// are worked out anew.
package class

import (
	"embed"
	"strings"
)

// Text is one of the texts.
type Text struct {
	Name  string // as after entente class
	About string // what it is, in a line
}

// Texts lists them in the order in which they are needed.
func Texts() []Text {
	return []Text{
		{"guide", "the instructor's guide: 90 minutes with a terminal on a projector and printed sheets"},
		{"reader", "one page to hand out: clause, threat, logit"},
		{"assignments", "five assignments that can be run again to the last byte"},
		{"testbank", "thirty questions made from what the model gives, with a key"},
	}
}

//go:embed *.md *.outline
var files embed.FS

// Read is a text in Markdown, as it was last made.
func Read(name string) string { return read(name + ".md") }

// Outline is the template of a text, in which figures are asked for.
func Outline(name string) string { return read(name + ".outline") }

func read(file string) string {
	text, err := files.ReadFile(file)
	if err != nil {
		panic("class: " + err.Error())
	}
	return strings.ReplaceAll(string(text), "\r\n", "\n")
}
