package words

import "strings"

// command is one of ours between backticks.
var command = pattern("`entente [^`]*`")

// Coded sets a text for one of its forms: by code each of our commands that stands between backticks, and the rest by plain. Other
// backticks are somebody else's, and stay.
func Coded(text string, plain, code func(string) string) string {
	var b strings.Builder
	from := 0
	for _, at := range command().FindAllStringIndex(text, -1) {
		b.WriteString(plain(text[from:at[0]]))
		b.WriteString(code(text[at[0]+1 : at[1]-1]))
		from = at[1]
	}
	b.WriteString(plain(text[from:]))
	return b.String()
}
