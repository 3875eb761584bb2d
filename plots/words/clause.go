package words

import (
	"unicode"
	"unicode/utf8"

	"entente/sim/lab"
)

// Capital begins a sentence.
func Capital(sentence string) string {
	r, size := utf8.DecodeRuneInString(sentence)
	return string(unicode.ToUpper(r)) + sentence[size:]
}

// InForce says that a clause, by its title or what else it is called, is in force at an end.
func InForce(title, end string) string {
	return title + " " + lab.Is(title) + " in force at the end of " + end
}
