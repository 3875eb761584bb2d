package scenarios

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Actors is a file of actors with their strengths and what stands between each two of them: propensities of a landscape
// or alliances of a network.
type Actors struct {
	Names    []string
	Strength []float64   // above 0, in any one unit
	Between  [][]float64 // symmetric; the diagonal is 0
	Text     string      // as read, with its comments
}

// Between says what the figures between two actors are.
type Between int

// The two kinds of files of actors.
const (
	Propensities Between = iota // any number: above 0 they would work together, below 0 they would not
	AllianceOrNo                // 1 for an alliance, 0 for none
)

const (
	mostActors = 1000 // of a file: one with more is a slip, and would take minutes
	largest    = 1e12 // of a strength and of a propensity: products of three stay far from overflow
)

// LoadActors reads a file of actors, in CSV:
//
//	# where the figures come from
//	actor,strength,US,Rus,Syr
//	US,10,0,-1,-1
//	Rus,10,-1,0,1
//	Syr,50,-1,1,0
//
// A row for each actor in the order of the header, which names them all: its strength, above 0, and what stands between
// it and each other. The two places of a pair say the same. An actor has nothing with itself: 0, or an empty cell. Lines that
// begin with # are comments.
//
// readFile is ReadFile if nil. The error is Faults when what was read is at fault: all faults at once.
func LoadActors(name string, kind Between, readFile func(string) ([]byte, error)) (*Actors, error) {
	src, err := table(name, readFile)
	if err != nil {
		return nil, err
	}
	r := &actorsReader{src: src, kind: kind}
	actors := r.read()
	if err := r.faults.all(); err != nil {
		return nil, err
	}
	return actors, nil
}

// table is the text of a CSV file, read by ReadFile if readFile is nil.
func table(name string, readFile func(string) ([]byte, error)) (*source, error) {
	if readFile == nil {
		readFile = ReadFile
	}
	text, err := readFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("there is no file %s", name)
	}
	if err != nil {
		return nil, err
	}
	if name == Stdin {
		name = stdinName
	}
	return newSource(name, string(text)), nil
}

// cell is one place of the table.
type cell struct {
	text string
	at   span
}

type actorsReader struct {
	src    *source
	kind   Between
	faults collector
}

func (r *actorsReader) fault(c cell, format string, args ...any) {
	r.faults.add(r.src, c.at, "", format, args...)
}

// lines are the rows of the table: comments and blank lines are left out. A row whose quotes do not close is a fault, and empty.
func (r *actorsReader) lines() (all [][]cell) {
	one := bufio.NewReader(nil) // for all lines: it holds 4 KB
	for i, from := range r.src.lines {
		line := r.src.lineText(i)
		if start := strings.TrimSpace(line); start == "" || strings.HasPrefix(start, "#") {
			continue
		}
		one.Reset(strings.NewReader(line))
		c := csv.NewReader(one)
		fields, err := c.Read()
		if err != nil {
			whole := cell{line, span{from, from + len(line)}}
			r.fault(whole, "this is no line of a table: a quote is out of place or does not close%s", habit([]cell{whole}))
			all = append(all, nil)
			continue
		}
		row := make([]cell, len(fields))
		for k, text := range fields {
			_, column := c.FieldPos(k)
			end := len(line)
			if k+1 < len(fields) {
				_, next := c.FieldPos(k + 1)
				end = next - 2 // before the comma
			}
			raw := line[column-1 : end]
			start := from + end - len(strings.TrimLeft(raw, " \t"))
			row[k] = cell{strings.TrimSpace(text), span{start, start + len(strings.TrimSpace(raw))}}
		}
		all = append(all, row)
	}
	return all
}

func (r *actorsReader) read() *Actors {
	if !r.faults.legible(r.src, mostTableBytes, longestRow) {
		return nil
	}
	lines := r.lines()
	if len(lines) == 0 {
		r.fault(cell{}, "%s has no table: the first line must be actor,strength and then the name of each actor", r.src.name)
		return nil
	}
	names := r.header(lines[0])
	if names == nil {
		return nil
	}
	a := &Actors{Text: r.src.text}
	for _, c := range names {
		a.Names = append(a.Names, c.text)
	}
	rows := lines[1:]
	order := r.order(names, rows)
	n := len(names)
	between := make([][]*float64, n)
	a.Strength, a.Between = make([]float64, n), make([][]float64, n)
	for i := range n {
		between[i], a.Between[i] = make([]*float64, n), make([]float64, n)
	}
	for k, row := range rows {
		i := order[k]
		if i < 0 || len(row) == 0 {
			continue
		}
		if len(row) != n+2 {
			last := row[len(row)-1]
			if len(row) > n+2 {
				last = row[n+2]
			}
			r.fault(last, "the row of %s has %d cells, must have %d: its name, its strength and one for each of the %d actors%s",
				row[0].text, len(row), n+2, n, separated(len(row), n))
			continue
		}
		a.Strength[i] = r.strength(row[1], names[i].text)
		for j := range n {
			between[i][j] = r.between(row[2+j], names[i].text, names[j].text, i == j)
		}
	}
	r.symmetric(a, between, rows, order)
	return a
}

// header reads the names of the actors; nil if nothing can be made of the rows without them.
func (r *actorsReader) header(row []cell) []cell {
	if row == nil {
		return nil
	}
	for k, want := range []string{"actor", "strength"} {
		if k >= len(row) || !strings.EqualFold(row[k].text, want) {
			r.fault(row[min(k, len(row)-1)], "the header must begin with actor,strength and go on with the name of each actor%s",
				habit(row))
			return nil
		}
	}
	names := row[2:]
	switch {
	case len(names) < 2:
		r.fault(row[1], "the header names %d actors after actor,strength; there must be at least 2", len(names))
		return nil
	case len(names) > mostActors:
		r.fault(names[mostActors], "the header names %d actors; there may be at most %d", len(names), mostActors)
		return nil
	}
	sound := true
	for j, c := range names {
		same := func(other cell) bool { return strings.EqualFold(other.text, c.text) }
		switch {
		case c.text == "":
			r.fault(c, "actor %d of the header has no name", j+1)
			sound = false
		case slices.ContainsFunc(names[:j], same):
			r.fault(c, "the header names %s twice", c.text)
			sound = false
		default:
			sound = r.name(c) && sound
		}
	}
	if !sound {
		return nil
	}
	return names
}

// name tells whether an actor's name comes through every table and chart as it is.
func (r *actorsReader) name(c cell) bool {
	before := len(r.faults.faults)
	n := utf8.RuneCountInString(c.text)
	switch hidden, found := unseen(c.text, false); {
	case found:
		r.fault(c, "the name holds %s, which is not seen and changes how the rest is shown", character(hidden))
	case n > longestName:
		r.fault(c, "the name has %d characters, and may have at most %d, for tables and charts to hold it", n, longestName)
	case formula(c.text):
		r.fault(c, "%s cannot be a name: spreadsheets take what begins with = + - or @ for a formula", c.text)
	case misread(c.text) != "":
		r.fault(c, "%s cannot be a name: in the tables that are written, %s", c.text, misread(c.text))
	}
	return len(r.faults.faults) == before
}

// habit names the way of writing tables that a header of one cell shows.
func habit(header []cell) string {
	first := header[0].text
	if strings.HasPrefix(strings.ToLower(first), "sep=") {
		return "; leave out the line that tells a spreadsheet what stands between cells, and put commas there"
	}
	for _, h := range []struct{ mark, name string }{{";", "semicolons"}, {"\t", "tabs"}, {"|", "bars"}} {
		if rest, ok := strings.CutPrefix(strings.ToLower(strings.Trim(first, `"`)), "actor"); ok &&
			strings.HasPrefix(strings.TrimLeft(rest, `" `), h.mark) {
			return fmt.Sprintf("; there are %s between its cells: put commas there, and write numbers with a point", h.name)
		}
	}
	return ""
}

// order finds the actor that each row is of; -1 for a row that cannot be placed. Rows stand in the order of the header. A row
// with a name that the header lacks is taken for the actor in its place if that one has no other, so that one slip in a
// name is one fault.
func (r *actorsReader) order(names []cell, rows [][]cell) []int {
	place := map[string]int{}
	for i, c := range names {
		place[c.text] = i
	}
	order := make([]int, len(rows))
	taken := make([]bool, len(names))
	for k, row := range rows {
		order[k] = -1
		if len(row) == 0 {
			continue // told already
		}
		switch i, ok := place[row[0].text]; {
		case !ok:
		case taken[i]:
			r.fault(row[0], "%s has a row already", row[0].text)
		default:
			order[k], taken[i] = i, true
		}
	}
	last := -1
	for k, row := range rows {
		if len(row) == 0 {
			if k < len(names) {
				taken[k] = true
			}
			continue
		}
		if _, known := place[row[0].text]; !known {
			if k < len(names) && !taken[k] {
				order[k], taken[k] = k, true
				hint := r.faults.suggest(names[k].text, []string{row[0].text})
				if !strings.Contains(hint, "did you mean") {
					hint = ""
				}
				r.fault(names[k], "the header names %s, and the row in its place %q%s", names[k].text, row[0].text, hint)
			} else {
				r.fault(row[0], "the header names no actor %q", row[0].text)
			}
		}
		switch i := order[k]; {
		case i >= 0 && i < last:
			r.fault(row[0], "the row of %s comes after that of %s; rows must stand in the order of the header",
				row[0].text, names[last].text)
		case i >= 0:
			last = i
		}
	}
	for i, c := range names {
		if !taken[i] {
			r.fault(c, "the header names %s, and no row does", c.text)
		}
	}
	return order
}

// separated guesses at a row in which each number has a comma before its tenths: it then has a cell too many for each.
func separated(cells, actors int) string {
	if cells > actors+2 && cells <= 2*actors+3 {
		return "; are there commas in its numbers? write them with a point"
	}
	return ""
}

var (
	decimal = Pattern(`^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$`)
	comma   = Pattern(`^[+-]?\d*,\d+$`)
)

// number reads a finite number in decimal digits.
func number(text string) (float64, bool) {
	v, err := strconv.ParseFloat(text, 64)
	return v, err == nil && decimal().MatchString(text) && !math.IsInf(v, 0)
}

// odd says what a cell that is no number as we write them most likely is.
func odd(text string) string {
	v, _ := strconv.ParseFloat(text, 64)
	switch {
	case comma().MatchString(text):
		return "; write it with a point: " + strings.Replace(text, ",", ".", 1)
	case decimal().MatchString(text):
		return missing(v)
	}
	return ""
}

func (r *actorsReader) strength(c cell, actor string) float64 {
	v, ok := number(c.text)
	switch {
	case !ok:
		r.fault(c, "the strength of %s is %q, must be a number above 0%s", actor, c.text, odd(c.text))
	case !(v > 0 && v <= largest):
		r.fault(c, "the strength of %s is %s, must be above 0 and at most %g%s", actor, c.text, largest, odd(c.text))
	}
	return v
}

// between reads what stands between two actors; nil if it is at fault.
func (r *actorsReader) between(c cell, a, b string, self bool) *float64 {
	v, ok := number(c.text)
	switch {
	case self && c.text == "", self && ok && v == 0:
		v = 0
	case self:
		r.fault(c, "%s with itself is %q, must be 0 or left empty", a, c.text)
		return nil
	case r.kind == AllianceOrNo && (!ok || v != 0 && v != 1):
		r.fault(c, "%s with %s is %q, must be 1 for an alliance or 0 for none%s", a, b, c.text, odd(c.text))
		return nil
	case !ok:
		r.fault(c, "the propensity of %s towards %s is %q, must be a number: above 0 to work together, below 0 not to%s",
			a, b, c.text, odd(c.text))
		return nil
	case math.Abs(v) > largest:
		r.fault(c, "the propensity of %s towards %s is %s, must lie between -%g and %g", a, b, c.text, largest, largest)
		return nil
	}
	return &v
}

// symmetric fills the table in and checks that the two places of each pair agree.
func (r *actorsReader) symmetric(a *Actors, between [][]*float64, rows [][]cell, order []int) {
	rowOf := make([]int, len(a.Names))
	for k, i := range order {
		if i >= 0 {
			rowOf[i] = k
		}
	}
	for i := range a.Names {
		for j := range i {
			v, w := between[i][j], between[j][i]
			if v == nil || w == nil {
				continue
			}
			if *v != *w {
				here, there := rows[rowOf[i]][2+j], rows[rowOf[j]][2+i]
				r.fault(here, "%s with %s is %s, but %s with %s is %s on line %d; the two must be the same", a.Names[i], a.Names[j],
					here.text, a.Names[j], a.Names[i], there.text, r.src.line(there.at.from)+1)
			}
			a.Between[i][j], a.Between[j][i] = *v, *w
		}
	}
}
