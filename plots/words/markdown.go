package words

import "strings"

var markdownEscaper = strings.NewReplacer(`\`, `\\`, "|", `\|`, "<", "&lt;", ">", "&gt;", "`", "\\`", "*", `\*`, "_", `\_`, "[",
	`\[`, "]", `\]`, "~", `\~`)

// entity begins what Markdown would show as one character.
var entity = pattern(`&([#\w])`)

// opensBlock begins a line that Markdown would make a heading, a list or a rule of.
var opensBlock = pattern(`(?m)^ *(#+|[+-]|=+|-+|\d+[.)])(\s|$)`)

// Markdown makes a text from a file harmless within a line of Markdown: it is shown as it stands.
func Markdown(text string) string {
	return markdownEscaper.Replace(entity().ReplaceAllString(Plain(text), "&amp;$1"))
}

// MarkdownProse makes a text harmless where it begins a line of Markdown.
func MarkdownProse(text string) string {
	return opensBlock().ReplaceAllStringFunc(Markdown(text), func(line string) string {
		mark := strings.TrimRight(line, " \t\n")
		return mark[:len(mark)-1] + `\` + line[len(mark)-1:]
	})
}
