package scenarios

import (
	"cmp"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"time"

	"entente/sim"
)

// series reads a figure, dated or not.
func (d *decoder) series(n *node, tag reflect.StructTag, path string) sim.Series {
	if n.table == nil {
		return sim.Const(d.number(n, tag, path, "a number, or dated numbers such as { 2015 = 1, 2022 = 2 }"))
	}
	if len(n.table) == 0 {
		d.faults.value(n, path, "is empty, must be a number or hold at least one dated number")
	}
	if len(n.table) > mostPoints {
		d.faults.value(n, path, "holds %d dated numbers, and may hold at most %d: one a month for %d years", len(n.table), mostPoints,
			longest)
		return nil
	}
	var s sim.Series
	d.dated(n, path, "numbers", func(date sim.Date, point *node, at string) {
		s = append(s, sim.Point{Date: date, Value: d.number(point, tag, at, "a number")})
	})
	slices.SortFunc(s, func(a, b sim.Point) int { return cmp.Compare(a.Date, b.Date) })
	return s
}

// course reads a posture, dated or not.
func (d *decoder) course(n *node, tag reflect.StructTag, path string, owner *node) sim.Course {
	if n.table == nil {
		if _, ok := n.value.(string); !ok {
			d.faults.value(n, path, `is %s, must be text in quotes, or dated texts such as { 2012 = "grey-zone", 2022 = "overt" }`,
				n.kind())
			return nil
		}
		return sim.Steady(sim.Posture(d.word(n, tag, path, owner)))
	}
	if len(n.table) == 0 {
		d.faults.value(n, path, "is empty, must be a posture or hold at least one dated posture")
	}
	if len(n.table) > mostPoints {
		d.faults.value(n, path, "holds %d dated postures, and may hold at most %d: one a month for %d years", len(n.table), mostPoints,
			longest)
		return nil
	}
	var c sim.Course
	d.dated(n, path, "postures", func(date sim.Date, point *node, at string) {
		c = append(c, sim.Turn{From: date, Posture: sim.Posture(d.word(point, tag, at, n))})
	})
	slices.SortFunc(c, func(a, b sim.Turn) int { return cmp.Compare(a.From, b.From) })
	return c
}

// dated visits what a table of dates holds. No date may stand in it twice.
func (d *decoder) dated(n *node, path, what string, see func(date sim.Date, point *node, at string)) {
	seen := map[sim.Date]string{}
	for _, k := range n.keys() {
		at, point := join(path, k), n.table[k]
		date, err := sim.ParseDate(k)
		if err != nil {
			d.faults.key(point, path, "is dated %q; a date is 2025, 2025Q3, 2025-07 or 2025-07-14", k)
			continue
		}
		if twin, twice := seen[date]; twice {
			d.faults.key(point, path, "has two %s for one date: %s and %s", what, twin, k)
		}
		seen[date] = k
		see(date, point, at)
	}
}

// float reads a figure that holds for the whole run.
func (d *decoder) float(n *node, tag reflect.StructTag, path string) float64 {
	if n.table != nil {
		d.faults.value(n, path, "must be one number%s: it holds for the whole run and cannot be dated", unit(tag))
		return 0
	}
	return d.number(n, tag, path, "a number")
}

func (d *decoder) integer(n *node, tag reflect.StructTag, path string) int64 {
	if d.todo(n, path) {
		return 0
	}
	i, ok := n.value.(int64)
	if !ok {
		d.faults.value(n, path, "is %s, must be a whole number%s", n.text(), unit(tag))
		return 0
	}
	d.number(n, tag, path, "")
	return i
}

// number reads a plain number and holds it to its range. nan lies in no range.
func (d *decoder) number(n *node, tag reflect.StructTag, path, expected string) float64 {
	if d.todo(n, path) {
		return 0
	}
	x := n.number()
	if math.IsNaN(x) && n.kind() != "a number" {
		d.faults.value(n, path, "is %s, must be %s%s", n.kind(), expected, unit(tag))
		return 0
	}
	low, high := limits(tag)
	if !(x >= low && x <= high) {
		d.faults.value(n, path, "is %s, must lie in [%s, %s]%s%s", n.text(), short(low), short(high), unit(tag), missing(x))
		return 0
	}
	return x
}

// Todo stands for a value that is still to be given. What is asked stands in the comment beside it.
const Todo = "TODO"

// todo notes a value that is still to be given, with its question.
func (d *decoder) todo(n *node, path string) bool {
	if n.value != Todo {
		return false
	}
	question := n.src.comment(n.mark)
	if question != "" {
		question = ": " + question
	}
	d.faults.value(n, path, "is still to be given%s", question)
	return true
}

// missing tells a figure that is none: the Correlates of War project, from which many are taken, writes what is not known
// as one of three numbers.
func missing(x float64) string {
	if x == -9 || x == -99 || x == -999 {
		return fmt.Sprintf("; %v is the Correlates of War project's code for missing", x)
	}
	return ""
}

// date reads a year, a TOML date or a text that says a date.
func (d *decoder) date(n *node, path string) sim.Date {
	if d.todo(n, path) {
		return 0
	}
	text := ""
	switch x := n.value.(type) {
	case int64:
		text = strconv.FormatInt(x, 10)
	case string:
		text = x
	case time.Time:
		if x.Location().String() == "date-local" {
			text = x.Format(time.DateOnly)
		}
	}
	date, err := sim.ParseDate(text)
	if err != nil {
		d.faults.value(n, path, "is %s, must be a date: 2025, \"2025Q3\", \"2025-07\" or 2025-07-14", n.text())
	}
	return date
}

// number is a value as a number; not a number if it is none.
func (n *node) number() float64 {
	switch x := n.value.(type) {
	case int64:
		return float64(x)
	case float64:
		return x
	}
	return math.NaN()
}

// kind is what a value is, in words.
func (n *node) kind() string {
	switch n.value.(type) {
	case int64, float64:
		return "a number"
	case string:
		return "text"
	case bool:
		return n.text()
	case time.Time:
		return "a date"
	}
	if n.table != nil {
		return "a table"
	}
	return "a list"
}

// unit is what a figure counts, in brackets, for the end of a fault.
func unit(tag reflect.StructTag) string {
	if u := tag.Get("unit"); u != "" {
		return " (" + u + ")"
	}
	return ""
}

// limits are the ends of the range that a tag gives; any finite number without one.
func limits(tag reflect.StructTag) (low, high float64) {
	if tag.Get("range") == "" {
		return -math.MaxFloat64, math.MaxFloat64
	}
	return sim.Range(tag)
}

func short(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }
