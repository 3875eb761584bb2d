package scenarios

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"
)

// How large a file may be, and what is in it. Whoever meets one of these has most likely given another file than was
// meant; a program has made the file, and wrongly; or somebody means ill. Each is several times what history asks for.
const (
	mostBytes      = 4 << 20  // of a scenario: the largest shipped has 80,000
	mostTableBytes = 16 << 20 // of a file of actors: a thousand of them in all pairs
	longestLine    = 10_000   // bytes of a line of a scenario, or of a --set
	longestRow     = 100_000  // bytes of a line of a file of actors
	deepestNesting = 16       // brackets within brackets, or names in a dotted key: the format needs four
	mostSets       = 1000     // --sets; more of them make a file
)

// Stdin is the name by which standard input is asked for; Options.ReadFile is to read it. It is told as stdinName.
const (
	Stdin     = "-"
	stdinName = "stdin"
)

// ReadFile reads a file that a person wrote.
func ReadFile(name string) ([]byte, error) {
	f, err := Open(name)
	if errors.Is(err, errEndless) {
		err = fmt.Errorf("%w; to read from another program, write - for the name", err)
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return ReadAll(f)
}

var errEndless = errors.New("and only files are read")

// Open opens a file that ends. A named pipe or a device may have no end, or keep whoever reads it waiting.
func Open(name string) (*os.File, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		if info.IsDir() {
			return nil, fmt.Errorf("%s is a folder, and only files are read", name)
		}
		return nil, fmt.Errorf("%s is %s, %w", name, kindOfFile(info.Mode()), errEndless)
	}
	return os.Open(name)
}

// ReadAll reads up to a little more than any file may hold, so that a file too large is found out and not read to its
// end.
func ReadAll(r io.Reader) ([]byte, error) { return io.ReadAll(io.LimitReader(r, mostTableBytes+1)) }

func kindOfFile(m fs.FileMode) string {
	switch {
	case m&fs.ModeNamedPipe != 0:
		return "a pipe"
	case m&fs.ModeSocket != 0:
		return "a socket"
	}
	return "a device"
}

// legible notes what keeps a layer from being read at all: what is no text, or too much of it. No line is longer than
// so many bytes.
func (c *collector) legible(src *source, most, line int) bool {
	before := len(c.faults)
	switch text := src.text; {
	case len(text) > most:
		c.add(src, span{}, "", "the file is larger than %d MB, which is many times what it needs: is it the right one?", most>>20)
	case strings.HasPrefix(text, "PK\x03\x04"):
		c.add(src, span{}, "", "this is a workbook or another packed file; save it as text: a table as CSV in UTF-8")
	case utf16(text):
		c.add(src, span{}, "", "this is UTF-16; save it as UTF-8 (in Excel: \"CSV UTF-8\", in Notepad: encoding UTF-8)")
	case strings.ContainsRune(text, 0):
		i := strings.IndexByte(text, 0)
		c.add(src, span{i, i + 1}, "", "this is no text: it holds a zero byte")
	case !utf8.ValidString(text):
		c.latin(src)
	default:
		for i, from := range src.lines {
			if n := src.end(i) - from; n > line {
				c.add(src, span{from + line, from + line + 1}, "", "line %d has %d characters; a line may have at most %d", i+1, n, line)
				return false
			}
		}
	}
	return len(c.faults) == before
}

// utf16 tells whether a text is in the encoding of old Windows programs: it begins with its mark, or most of every other
// byte and none of the rest is zero.
func utf16(text string) bool {
	if strings.HasPrefix(text, "\xff\xfe") || strings.HasPrefix(text, "\xfe\xff") {
		return true
	}
	head, zeros := text[:min(len(text), 200)], [2]int{}
	for i := range len(head) {
		if head[i] == 0 {
			zeros[i%2]++
		}
	}
	return min(zeros[0], zeros[1]) == 0 && max(zeros[0], zeros[1]) > len(head)/4
}

// latin notes each line, up to a few, that is not in UTF-8.
func (c *collector) latin(src *source) {
	told := 0
	for i, from := range src.lines {
		line := src.text[from:src.end(i)]
		for k := 0; k < len(line); {
			r, size := utf8.DecodeRuneInString(line[k:])
			if r == utf8.RuneError && size == 1 {
				c.add(src, span{from + k, from + k + 1}, "", "this is not UTF-8: if it was saved as Latin-1 or Windows-1252, "+
					"save it as UTF-8; the byte %#02x would be %q there", line[k], rune(line[k]))
				told++
				break
			}
			k += size
		}
		if told == 10 {
			return
		}
	}
}

// shallow tells whether brackets are nested, and keys dotted, no deeper than a scenario asks for, and notes where it is
// not so. The TOML library goes down once for each, and does not come back from a million. The scan knows the quotes and
// comments of TOML and nothing else; where the text is no TOML it stops no later than the library does.
func (c *collector) shallow(src *source) bool {
	w := &walker{source: src}
	depth, dots := 0, 0
	for ; w.more(); w.i++ {
		switch w.text[w.i] {
		case '#':
			w.space(false)
			w.i--
		case '"', '\'':
			w.strictlyQuoted()
			w.i--
		case '[', '{':
			depth++
			dots = 0
		case ']', '}':
			depth = max(depth-1, 0)
			dots = 0
		case '\n', ',', '=':
			dots = 0
		case '.':
			dots++
		}
		at := span{w.i, w.i + 1}
		if depth > deepestNesting {
			c.add(src, at, "", "brackets are nested more than %d deep, and a scenario needs four; is one not closed?", deepestNesting)
			return false
		}
		if dots >= deepestNesting {
			c.add(src, at, "", "this key has more than %d names with dots between, and a scenario needs four", deepestNesting)
			return false
		}
	}
	return true
}

// strictlyQuoted passes over a string as quoted does, and no further than to the end of its line where TOML has it end
// there.
func (w *walker) strictlyQuoted() {
	quote := w.text[w.i]
	from := w.i
	if w.at(strings.Repeat(string(quote), 3)) {
		w.quoted()
		return
	}
	for w.i++; w.more() && w.text[w.i] != '\n'; w.i++ {
		if w.text[w.i] == quote {
			w.i++
			return
		}
		if quote == '"' && w.text[w.i] == '\\' && w.i+1 < len(w.text) && w.text[w.i+1] != '\n' {
			w.i++
		}
	}
	w.i = max(w.i, from+1)
}

// unseen finds the first character of a text that is not seen but changes how the rest is shown: a control character, one
// that turns the direction of writing, or an end of line. Lines may be told apart in a text of several.
func unseen(text string, lines bool) (r rune, found bool) {
	for _, r := range text {
		if lines && r == '\n' {
			continue
		}
		if Unseen(r) {
			return r, true
		}
	}
	return 0, false
}

// Unseen tells whether a character is not seen but changes how others are shown: the controls of ASCII and Latin-1, the
// marks that turn the direction of writing (Boucher and Anderson 2023, "Trojan Source"), the separators of lines, and
// the mark of byte order.
func Unseen(r rune) bool {
	return unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029' || r == '\ufeff'
}
