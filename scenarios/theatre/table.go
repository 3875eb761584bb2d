package theatre

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"entente/scenarios"
)

// column is one that a data set must have, or may have, by all its spellings in lower case.
type column struct {
	name    string
	spelt   []string
	without bool // it may be missing
}

// must is a column that has to be there.
func must(name string, spelt ...string) column { return column{name, append(spelt, name), false} }

// may is a column that need not be there.
func may(name string, spelt ...string) column { return column{name, append(spelt, name), true} }

// spellings of the columns that name a state, by system. The first system that a file has is taken.
var spellings = map[system][]string{
	cow:  {"ccode", "cowcode"},
	gw:   {"gwcode", "gwno", "gwid"},
	iso3: {"iso3c", "iso3", "country_text_id"},
}

// rows reads a table of a data set row by row.
type rows struct {
	ctx    context.Context
	file   string
	sys    system // of the column "state", where there is one
	faults *faults

	csv      *csv.Reader
	place    map[string]int // of each column that was asked for
	header   []string
	record   []string
	codes    map[string]string // of states, each kept once
	opened   io.Closer
	count    int
	from, to int // years seen
}

// open begins to read a file, which may be packed with gzip and may be divided by commas, semicolons or tabs. lacking are
// columns that it should have and has not.
func open(ctx context.Context, file string, columns []column, all *faults) (r *rows, lacking []string, err error) {
	f, err := scenarios.Open(file)
	if err != nil {
		return nil, nil, err
	}
	r = &rows{ctx: ctx, file: file, faults: all, opened: f, place: map[string]int{}, codes: map[string]string{}}
	text := bufio.NewReaderSize(f, 1<<16)
	if magic, _ := text.Peek(2); string(magic) == "\x1f\x8b" {
		unpacked, err := gzip.NewReader(text)
		if err != nil {
			f.Close()
			return nil, nil, fmt.Errorf("%s: it begins as a file of gzip and is none: %w", file, err)
		}
		text = bufio.NewReaderSize(unpacked, 1<<16)
	}
	if mark, _ := text.Peek(3); string(mark) == "\ufeff" {
		text.Discard(3)
	}
	head, _ := text.Peek(1 << 15)
	line, _, _ := strings.Cut(string(head), "\n")
	r.csv = csv.NewReader(text)
	r.csv.ReuseRecord, r.csv.LazyQuotes, r.csv.FieldsPerRecord = true, true, -1
	for _, divider := range ";\t" {
		if strings.Count(line, string(divider)) > strings.Count(line, string(r.csv.Comma)) {
			r.csv.Comma = divider
		}
	}
	header, err := r.csv.Read()
	if err != nil && !errors.Is(err, io.EOF) {
		f.Close()
		return nil, nil, fmt.Errorf("%s: %w", file, err)
	}
	for _, name := range header {
		r.header = append(r.header, strings.ToLower(strings.TrimSpace(name)))
	}
	return r, r.find(columns), nil
}

// find looks for the columns in the header.
func (r *rows) find(columns []column) (lacking []string) {
	for _, c := range columns {
		at := -1
		if c.name == "state" {
			for _, s := range []system{cow, gw, iso3} {
				if at = r.spelt(spellings[s]); at >= 0 {
					r.sys = s
					break
				}
			}
		} else {
			at = r.spelt(c.spelt)
		}
		if at >= 0 {
			r.place[c.name] = at
		} else if !c.without {
			lacking = append(lacking, c.name)
		}
	}
	return lacking
}

func (r *rows) spelt(as []string) int {
	return slices.IndexFunc(r.header, func(h string) bool { return slices.Contains(as, h) })
}

func (r *rows) close() { r.opened.Close() }

// next goes to the next row.
func (r *rows) next() bool {
	if r.count++; r.count%4096 == 0 && r.ctx.Err() != nil {
		return false
	}
	record, err := r.csv.Read()
	switch p := (*csv.ParseError)(nil); {
	case errors.Is(err, io.EOF):
		return false
	case errors.As(err, &p):
		r.faults.add(r.file, p.Line, p.Column, "this is no table: %v", p.Err)
		return false
	case err != nil:
		line, _ := r.csv.FieldPos(0)
		r.faults.add(r.file, line+1, 1, "it cannot be read further: %v", err)
		return false
	}
	if r.record = record; len(record) < len(r.header) {
		line, _ := r.csv.FieldPos(0)
		r.faults.add(r.file, line, 1, "the row has %d columns and the header %d: is the file whole?", len(record), len(r.header))
		return r.next()
	}
	return true
}

// text is what a column says in this row; nothing where it has no such column, or what is not known.
func (r *rows) text(name string) string {
	k, ok := r.place[name]
	if !ok {
		return ""
	}
	if t := strings.TrimSpace(r.record[k]); !unknown(t) {
		return t
	}
	return ""
}

// unknown tells what data sets write where nothing is known: the Correlates of War -9 and -99, R NA, Stata a point.
func unknown(text string) bool {
	switch text {
	case "", "NA", "NaN", "nan", "NULL", ".", "-9", "-99", "-999", "-66", "-77", "-88", "-9.0", "-99.0", "-999.0",
		"-66.0", "-77.0", "-88.0":
		return true
	}
	if text[0] != '-' {
		return false
	}
	switch x, err := strconv.ParseFloat(text, 64); {
	case err != nil:
		return false
	default:
		return x == -9 || x == -99 || x == -999
	}
}

// number is a column as a number within bounds; not ok if it is not known, or at fault, which is told.
func (r *rows) number(name string, low, high float64) (x float64, ok bool) {
	t := r.text(name)
	if t == "" {
		return 0, false
	}
	x, err := strconv.ParseFloat(t, 64)
	switch {
	case err != nil:
		r.wrong(name, "is %q, must be a number", t)
	case !(x >= low && x <= high):
		r.wrong(name, "is %s, must lie in [%v, %v]", t, low, high)
	default:
		return x, true
	}
	return 0, false
}

// whole is a column as a whole number.
func (r *rows) whole(name string, low, high int) (n int, ok bool) {
	x, ok := r.number(name, float64(low), float64(high))
	if ok && x != math.Trunc(x) {
		r.wrong(name, "is %v, must be a whole number", x)
		return 0, false
	}
	return int(x), ok
}

// year is a column as a year, which the file then covers.
func (r *rows) year(name string) (y int, ok bool) {
	y, ok = r.whole(name, 0, 2200)
	if ok {
		r.covers(y)
	}
	return y, ok
}

func (r *rows) covers(year int) {
	if r.from == 0 {
		r.from = year
	}
	r.from, r.to = min(r.from, year), max(r.to, year)
}

// state is the column of the state, as its system writes it.
func (r *rows) state() string { return r.code("state") }

// code is a column of another state, a number or letters.
func (r *rows) code(name string) string {
	t := strings.TrimSuffix(r.text(name), ".0")
	if known, ok := r.codes[t]; ok {
		return known
	}
	t = strings.Clone(t) // the row that it stands in need not be kept
	r.codes[t] = t
	return t
}

func (r *rows) wrong(name, format string, args ...any) {
	line, col := r.csv.FieldPos(r.place[name])
	r.faults.add(r.file, line, col, r.header[r.place[name]]+" "+format, args...)
}

// faults are what is wrong with the files of a folder, which are read side by side.
type faults struct {
	mutex sync.Mutex
	all   scenarios.Faults
	more  map[string]int // by file, beyond the first few
}

// most is how many faults of one file are told: one slip of a program is often one in each row.
const most = 10

func (f *faults) add(file string, line, col int, format string, args ...any) {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	told := 0
	for _, x := range f.all {
		if x.File == file {
			told++
		}
	}
	if told == most {
		if f.more == nil {
			f.more = map[string]int{}
		}
		f.more[file]++
		return
	}
	f.all = append(f.all, scenarios.Fault{File: file, Line: line, Col: col, Message: fmt.Sprintf(format, args...)})
}

// err is all that is wrong, with the lines at fault; nil if nothing is.
func (f *faults) err() error {
	if len(f.all) == 0 {
		return nil
	}
	for i, x := range f.all {
		f.all[i].Source = lineOf(x.File, x.Line)
		if n := f.more[x.File]; n > 0 && (i+1 == len(f.all) || f.all[i+1].File != x.File) {
			f.all[i].Message += fmt.Sprintf(" (and %d more faults in this file)", n)
		}
	}
	slices.SortStableFunc(f.all, func(a, b scenarios.Fault) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col))
	})
	return f.all
}

// lineOf reads one line of a file, packed or not; nothing if it cannot.
func lineOf(file string, number int) string {
	f, err := scenarios.Open(file)
	if err != nil {
		return ""
	}
	defer f.Close()
	text := bufio.NewReader(f)
	if magic, _ := text.Peek(2); string(magic) == "\x1f\x8b" {
		unpacked, err := gzip.NewReader(text)
		if err != nil {
			return ""
		}
		text = bufio.NewReader(unpacked)
	}
	for k := 1; ; k++ {
		line, err := text.ReadString('\n')
		if k == number {
			return strings.TrimRight(strings.TrimPrefix(line, "\ufeff"), "\r\n")
		}
		if err != nil {
			return ""
		}
	}
}
