package scenarios

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"
)

// Unknown is the fault of a name that no shipped scenario has.
type Unknown struct {
	Name    string
	Nearest string // the name that was probably meant; empty if none is near
}

func (u Unknown) Error() string {
	if u.Nearest == "" {
		return fmt.Sprintf("no shipped scenario is called %q", u.Name)
	}
	return fmt.Sprintf("no shipped scenario is called %q; did you mean %s?", u.Name, u.Nearest)
}

// open finds the text of a scenario by its name or path; a path is relative to the file that names it.
func (r *reader) open(nameOrPath string, from *source) (*source, error) {
	name := strings.TrimSuffix(nameOrPath, ".toml")
	isPath := name != nameOrPath || strings.Contains(nameOrPath, "/") || nameOrPath == Stdin && from == nil
	if !isPath || from != nil && from.shipped {
		if !slices.Contains(Names(), name) {
			return nil, Unknown{nameOrPath, Nearest(name, Names())}
		}
		return shippedFile(name + ".toml")
	}
	if from != nil && !filepath.IsAbs(nameOrPath) {
		nameOrPath = filepath.Join(filepath.Dir(from.name), nameOrPath)
	}
	read := r.opts.ReadFile
	if read == nil {
		read = ReadFile
	}
	text, err := read(nameOrPath)
	if errors.Is(err, fs.ErrNotExist) {
		err = fmt.Errorf("there is no file %s", nameOrPath)
		if slices.Contains(Names(), name) {
			err = fmt.Errorf("%w; the shipped scenario is called %s", err, name)
		}
	}
	if nameOrPath == Stdin {
		nameOrPath = stdinName
	}
	return newSource(nameOrPath, string(text)), err
}

// parse reads the TOML of a layer; nil if it is none.
func (r *reader) parse(src *source) *node {
	if !r.faults.legible(src, mostBytes, longestLine) || !r.faults.shallow(src) {
		return nil
	}
	if src.values == nil {
		values := map[string]any{}
		if _, err := toml.Decode(src.text, &values); err != nil {
			r.syntax(src, err)
			return nil
		}
		src.index()
		src.values = values
	}
	return grow(src.values, src, src.marks)
}

// shippedFile is an embedded file, which is read once: many scenarios stand on few.
func shippedFile(name string) (*source, error) {
	once, _ := shippedFiles.LoadOrStore(name, sync.OnceValues(func() (*source, error) {
		text, err := shipped.ReadFile(name)
		if err != nil {
			return nil, err
		}
		src := newSource(name, string(text))
		src.shipped = true
		new(reader).parse(src) // a fault is told to each who reads it
		return src, nil
	}))
	return once.(func() (*source, error))()
}

var shippedFiles sync.Map // by name, a func() (*source, error)

// Syntax says what keeps the text of a file from being read at all: it is no TOML, no text, or far too much of it. Whether
// it is a scenario is another question, which Load answers.
func Syntax(name, text string) error {
	r := &reader{}
	r.parse(newSource(name, text))
	return r.faults.all()
}

// syntax notes that a layer is not TOML.
func (r *reader) syntax(src *source, err error) {
	at, message := span{}, strings.TrimPrefix(err.Error(), "toml: ")
	if p := (toml.ParseError{}); errors.As(err, &p) {
		at = src.fault(p)
		message = ends.Replace(strings.TrimSuffix(p.Message, "."))
		if decimalComma().MatchString(src.lineText(src.line(at.from))) && strings.Contains(message, "','") {
			message += "; are there commas in the number? write it with a point"
		}
	}
	r.faults.add(src, at, "", "this is not TOML: %s", message)
}

var decimalComma = Pattern(`=\s*[-+]?\d+,\d+\s*(#.*)?$`)

// ends says in words what the TOML library found where a line or the file ends.
var ends = strings.NewReplacer(`'\n'`, "the end of the line", `'\r'`, "the end of the line", `'\x00'`, "the end of the file")

// fault is where the TOML library has found a text to be none. Its offsets are right where its lines are not: behind a
// line that breaks off it names the next one.
func (s *source) fault(p toml.ParseError) span {
	from := min(max(p.Position.Start, 0), len(s.text))
	at := span{from, from + p.Position.Len}
	if _, escape, ok := strings.Cut(p.Message, "invalid escape in string '"); ok { // it points at the string
		escape = strings.TrimRight(escape, " '")
		if i := strings.Index(s.text[from:], escape); i >= 0 {
			at = span{from + i, from + i + len(escape)}
		}
	}
	if strings.Contains(p.Message, "already been defined") { // it points behind the value
		line, key := s.line(from), p.LastKey[strings.LastIndex(p.LastKey, ".")+1:]
		if i := strings.Index(s.lineText(line), key); i >= 0 {
			at = span{s.lines[line] + i, s.lines[line] + i + len(key)}
		}
	}
	return at
}

// format tells whether the file is in a format that we know. A missing one is a fault, but we read on.
func (r *reader) format(file *node) bool {
	n := file.table["format"]
	if n == nil {
		r.faults.add(file.src, span{}, "format", "the format is missing; begin the file with format = %d", Format)
		return true
	}
	if n.value != int64(Format) {
		r.faults.value(n, "format", "is %s, must be %d: this program does not know any other", n.text(), Format)
		return false
	}
	return true
}
