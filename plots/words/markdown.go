package words

import "strings"

var markdownEscaper = strings.NewReplacer(`\`, `\\`, "|", `\|`, "<", "&lt;", ">", "&gt;", "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`)

// Markdown makes a text from a file harmless in Markdown: it is shown as it stands.
func Markdown(text string) string { return markdownEscaper.Replace(text) }
