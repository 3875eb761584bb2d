package words

import (
	"regexp"
	"strings"
)

var markdownEscaper = strings.NewReplacer(`\`, `\\`, "|", `\|`, "<", "&lt;", ">", "&gt;", "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "~", `\~`)

// entity is what Markdown would show as one character, and opensBlock what it would make a heading, a list or a rule of.
var (
	entity     = regexp.MustCompile(`&([#\w])`)
	opensBlock = regexp.MustCompile(`(?m)^( *)([#+=-]|\d+[.)])`)
)

// Markdown makes a text from a file harmless in Markdown: it is shown as it stands.
func Markdown(text string) string {
	text = markdownEscaper.Replace(entity.ReplaceAllString(Plain(text), "&amp;$1"))
	return opensBlock.ReplaceAllStringFunc(text, func(mark string) string { return mark[:len(mark)-1] + `\` + mark[len(mark)-1:] })
}
