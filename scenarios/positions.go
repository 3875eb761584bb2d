package scenarios

import (
	"sort"
	"strings"

	"github.com/BurntSushi/toml"
)

// source is the text of one layer.
type source struct {
	name     string
	text     string
	set      int // number of the --set, from 1; 0 for a file
	shipped  bool
	lines    []int          // offset of the start of each line
	comments map[int]string // by line: the comment behind what the line says
	marks    *mark
	values   map[string]any // what the TOML library reads; nil before
}

// over tells a layer that lies on a scenario and is no part of it.
func (s *source) over() bool { return s.set > 0 || s.coding() }

// coding tells a second coding of stances.
func (s *source) coding() bool { return s.shipped && strings.HasPrefix(s.name, codings) }

// mark is where a key and its value stand in the text, as offsets. The TOML library tells values but not places.
type mark struct {
	key, value span
	implied    bool // named only on the way to a longer key: [states.JPN] implies states
	table      map[string]*mark
	items      []*mark
}

type span struct{ from, to int }

func newSource(name, text string) *source {
	text = strings.TrimPrefix(text, "\ufeff")
	s := &source{name: name, text: text, lines: []int{0}, comments: map[int]string{}, marks: &mark{implied: true}}
	for i := range len(text) {
		if text[i] == '\n' {
			s.lines = append(s.lines, i+1)
		}
	}
	return s
}

// line is the number, from 0, of the line that holds an offset.
func (s *source) line(offset int) int {
	return sort.SearchInts(s.lines, offset+1) - 1
}

// lineText is line i without its end.
func (s *source) lineText(i int) string {
	if i >= len(s.lines) {
		return ""
	}
	return s.text[s.lines[i]:s.end(i)]
}

// end is the offset of the end of line i.
func (s *source) end(i int) int {
	end := len(s.text)
	if i+1 < len(s.lines) {
		end = s.lines[i+1] - 1
	}
	if end > s.lines[i] && s.text[end-1] == '\r' {
		end--
	}
	return end
}

// comment is what is written behind a key, or behind the end of its value.
func (s *source) comment(m *mark) string {
	if m.implied {
		return ""
	}
	if c := s.comments[s.line(m.key.from)]; c != "" {
		return c
	}
	return s.comments[s.line(max(m.value.to-1, 0))]
}

// index walks the text and marks where everything is. It trusts the text to be TOML, but always comes to an end.
func (s *source) index() {
	w := &walker{source: s}
	table := s.marks
	for w.space(true); w.more(); w.space(true) {
		if w.text[w.i] == '[' {
			table = w.header()
		} else {
			w.pair(table)
		}
	}
}

type walker struct {
	*source
	i int
}

func (w *walker) more() bool { return w.i < len(w.text) }

func (w *walker) at(token string) bool { return strings.HasPrefix(w.text[w.i:], token) }

// space passes over blanks and comments, and over ends of lines if asked.
func (w *walker) space(lines bool) {
	for ; w.more(); w.i++ {
		switch c := w.text[w.i]; {
		case c == ' ' || c == '\t' || c == '\r' || lines && c == '\n':
		case c == '#':
			line := w.line(w.i)
			text, _, _ := strings.Cut(w.text[w.i:], "\n")
			if strings.TrimSpace(w.text[w.lines[line]:w.i]) != "" {
				w.comments[line] = strings.TrimSpace(text[1:])
			}
			w.i += len(text) - 1
		default:
			return
		}
	}
}

// header reads [a.b] or [[a.b]].
func (w *walker) header() *mark {
	list := w.at("[[")
	for w.more() && w.text[w.i] == '[' {
		w.i++
	}
	m := w.key(w.marks)
	if list {
		item := &mark{key: m.key, value: m.key}
		m.items = append(m.items, item)
		m = item
	}
	for w.more() && w.text[w.i] == ']' {
		w.i++
	}
	return m
}

// pair reads a.b = value.
func (w *walker) pair(table *mark) {
	start := w.i
	m := w.key(table)
	if w.more() && w.text[w.i] == '=' {
		w.i++
	}
	w.space(false)
	w.read(m)
	if w.i == start {
		w.i++
	}
}

// key reads a dotted key and finds its mark below table, making the marks it lacks.
func (w *walker) key(table *mark) *mark {
	m := table
	for {
		w.space(false)
		at := span{from: w.i}
		var name string
		if w.more() && (w.text[w.i] == '"' || w.text[w.i] == '\'') {
			w.quoted()
			name = unquote(w.text[at.from:w.i])
		} else {
			for w.more() && !strings.ContainsRune(" \t\r\n.=]}#", rune(w.text[w.i])) {
				w.i++
			}
			name = w.text[at.from:w.i]
		}
		at.to = w.i
		w.space(false)
		dotted := w.more() && w.text[w.i] == '.'

		if len(m.items) > 0 {
			m = m.items[len(m.items)-1]
		}
		next := m.table[name]
		if next == nil {
			next = &mark{key: at, value: at, implied: true}
			if m.table == nil {
				m.table = map[string]*mark{}
			}
			m.table[name] = next
		}
		m = next
		if !dotted {
			if m.implied {
				m.key, m.value, m.implied = at, at, false
			}
			return m
		}
		w.i++
	}
}

// read reads a value into its mark.
func (w *walker) read(m *mark) {
	m.value.from = w.i
	switch {
	case w.at(`"`) || w.at(`'`):
		w.quoted()
	case w.at("["):
		w.many(']', func() {
			item := &mark{key: span{w.i, w.i}}
			m.items = append(m.items, item)
			w.read(item)
		})
	case w.at("{"):
		w.many('}', func() { w.pair(m) })
	default:
		for w.more() && !strings.ContainsRune(",]}#\r\n", rune(w.text[w.i])) {
			w.i++
		}
		m.value.to = m.value.from + len(strings.TrimRight(w.text[m.value.from:w.i], " \t"))
		return
	}
	m.value.to = w.i
}

// many reads what stands between brackets, with commas between.
func (w *walker) many(closing byte, one func()) {
	w.i++
	for w.space(true); w.more() && w.text[w.i] != closing; w.space(true) {
		start := w.i
		if w.text[w.i] != ',' {
			one()
		}
		if w.i == start {
			w.i++
		}
	}
	if w.more() {
		w.i++
	}
}

// quoted passes over a string in any of TOML's four kinds of quotes.
func (w *walker) quoted() {
	quote := w.text[w.i : w.i+1]
	escapes := quote == `"`
	if w.at(strings.Repeat(quote, 3)) {
		quote = strings.Repeat(quote, 3)
	}
	for w.i += len(quote); w.more() && !w.at(quote); w.i++ {
		if escapes && w.text[w.i] == '\\' {
			w.i++
		}
	}
	w.i = min(w.i+len(quote), len(w.text))
	for len(quote) == 3 && w.more() && w.text[w.i] == quote[0] { // up to two quotes may end such a string
		w.i++
	}
}

// unquote is the name that a quoted key stands for.
func unquote(key string) string {
	var v struct{ K string }
	if _, err := toml.Decode("K="+key, &v); err != nil {
		return key
	}
	return v.K
}
