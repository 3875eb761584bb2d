// Package headed writes and reads what stands at the top of a file of rows: lines such as "# seed: 1" that say how it was made.
package headed

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Line is one of them. Value points to a text, a number, or several of either, which stand apart by blanks.
type Line struct {
	Name  string
	Value any // *string, *int, *uint64, *float64, *[]string or *[]uint64
}

func (l Line) start() string { return "# " + l.Name + ": " }

// Fault is what is wrong with a line, counted from 1 as columns are.
type Fault struct {
	Line, Column int
	Problem      string
}

func (f Fault) Error() string { return fmt.Sprintf("%d:%d: %s", f.Line, f.Column, f.Problem) }

// Write writes the lines.
func Write(out io.Writer, head []Line) error {
	var b strings.Builder
	for _, line := range head {
		b.WriteString(line.start() + line.text() + "\n")
	}
	_, err := io.WriteString(out, b.String())
	return err
}

// Read reads the lines, in their order, and gives the text below them, and all faults at once.
func Read(text string, head []Line) (below string, faults []Fault) {
	for k, line := range head {
		var now string
		now, text, _ = strings.Cut(text, "\n")
		value, ok := strings.CutPrefix(now, line.start())
		if !ok || value == "" {
			faults = append(faults, Fault{k + 1, 1, fmt.Sprintf("here stands %q, and must %q with its value", now, line.start())})
			continue
		}
		if err := line.take(value); err != nil {
			faults = append(faults, Fault{k + 1, len(line.start()) + 1, fmt.Sprintf("%s: %v", line.Name, err)})
		}
	}
	return text, faults
}

func (l Line) text() string {
	switch v := l.Value.(type) {
	case *string:
		return *v
	case *float64:
		return strconv.FormatFloat(*v, 'f', -1, 64)
	case *[]string:
		return strings.Join(*v, " ")
	case *[]uint64:
		return strings.Trim(fmt.Sprint(*v), "[]")
	case *int:
		return strconv.Itoa(*v)
	case *uint64:
		return strconv.FormatUint(*v, 10)
	}
	panic(fmt.Sprintf("headed: %s is a %T, which no line holds", l.Name, l.Value))
}

func (l Line) take(value string) (err error) {
	switch v := l.Value.(type) {
	case *string:
		*v = value
	case *float64:
		*v, err = strconv.ParseFloat(value, 64)
	case *[]string:
		*v = strings.Fields(value)
	case *[]uint64:
		for _, word := range strings.Fields(value) {
			n, bad := strconv.ParseUint(word, 10, 64)
			*v, err = append(*v, n), errors.Join(err, bad)
		}
	case *int:
		*v, err = strconv.Atoi(value)
	case *uint64:
		*v, err = strconv.ParseUint(value, 10, 64)
	default:
		panic(fmt.Sprintf("headed: %s is a %T, which no line holds", l.Name, l.Value))
	}
	return err
}
