package words

import (
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Names and titles come from files that others wrote, and each place they go to has signs of its own that do things: a
// terminal, a shell, a page. Here is one function for each, through which such a text becomes harmless there and stays
// readable; the one for tables in CSV is in package lab, which writes them.

// Terminal writes to out what a terminal shows and never obeys: colours, titles of windows, jumps of the cursor and turns
// of the direction of writing come out as signs for themselves. Each character stays one column wide, so that what is
// aligned stays so. Ends of lines and tabs pass.
func Terminal(out io.Writer) io.Writer { return &terminal{out: out} }

type terminal struct {
	out  io.Writer
	rest []byte // the beginning of a character whose end is still to come
}

func (t *terminal) Write(text []byte) (int, error) {
	whole := append(t.rest, text...)
	cut := len(whole)
	for k := 1; k < utf8.UTFMax && k <= len(whole); k++ {
		if b := whole[len(whole)-k]; utf8.RuneStart(b) {
			if !utf8.FullRune(whole[len(whole)-k:]) {
				cut = len(whole) - k
			}
			break
		}
	}
	t.rest = append([]byte(nil), whole[cut:]...)
	if _, err := io.WriteString(t.out, Shown(string(whole[:cut]))); err != nil {
		return 0, err
	}
	return len(text), nil
}

// Shown is a text as Terminal writes it.
func Shown(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r < ' ':
			return '\u2400' + r // Unicode has a picture of each
		case r == 0x7f:
			return '\u2421'
		case unicode.Is(unicode.Cc, r), unicode.Is(unicode.Bidi_Control, r), r == '\u2028', r == '\u2029', r == '\ufeff':
			return utf8.RuneError
		}
		return r
	}, strings.ToValidUTF8(text, string(utf8.RuneError)))
}

// Shell makes words safe to paste into a shell, with blanks between.
func Shell(words ...string) string {
	safe := make([]string, len(words))
	for k, w := range words {
		safe[k] = w
		if strings.ContainsFunc(w, odd) || w == "" || w[0] == '=' { // zsh looks for a program behind =
			safe[k] = "'" + strings.ReplaceAll(w, "'", `'\''`) + "'"
		}
	}
	return strings.Join(safe, " ")
}

const plainInShell = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.,=/:+@"

func odd(r rune) bool { return !strings.ContainsRune(plainInShell, r) }

// FromShell are the words that Shell has written as one line; not ok if it has not.
func FromShell(line string) (words []string, ok bool) {
	var word strings.Builder
	quoted, begun := false, false
	for k := 0; k < len(line); k++ {
		switch c := line[k]; {
		case c == '\'':
			quoted, begun = !quoted, true
		case quoted:
			word.WriteByte(c)
		case c == ' ':
			if begun {
				words = append(words, word.String())
			}
			word.Reset()
			begun = false
		case c == '\\' && k+1 < len(line):
			k++
			word.WriteByte(line[k])
		default:
			word.WriteByte(c)
			begun = true
		}
	}
	if begun {
		words = append(words, word.String())
	}
	return words, !quoted && Shell(words...) == line
}
