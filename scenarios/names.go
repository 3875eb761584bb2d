package scenarios

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"entente/sim"
)

var stateID = Pattern(`^[A-Z0-9]{2,8}$`)

// named fills a map, by id. Who accedes and who feels a shock may also be given as a list: from the opening of the
// clause (a date of 0 until complete fills it in), or in full.
func (d *decoder) named(n *node, v reflect.Value, tag reflect.StructTag, path string, owner *node) {
	t := v.Type()
	plain := t.Elem().Kind() == reflect.Float64
	entries := map[string]*node{}
	switch {
	case n.table != nil:
		entries = n.table
	case n.items != nil && plain:
		for _, name := range d.names(n, tag, path, owner) {
			entries[name] = nil
		}
	default:
		what := "a table, such as { CHN = 0.5 }"
		switch {
		case plain:
			what = "a list or a table of states"
		case t.Elem().Kind() == reflect.Struct:
			what = fmt.Sprintf("given row by row, each with an id of its own, such as [%s.first]", path)
		}
		d.faults.value(n, path, "is %s, must be %s", n.kind(), what)
		return
	}
	if most := rowsOf(tag); len(entries) > most {
		if tag.Get("toml") == "states" {
			d.faults.value(n, path, "must be %d to %d, and are %d", fewest, most, len(entries))
			return
		}
		d.faults.value(n, path, "holds %d rows, and may hold at most %d", len(entries), most)
		return
	}
	if len(entries) == 0 {
		if tag.Get("need") != "" && !d.faults.within(path) {
			d.faults.value(n, path, "is empty, must name at least one")
		}
		return
	}
	v.Set(reflect.MakeMap(t))
	for _, k := range (&node{table: entries}).keys() {
		x, child := reflect.New(t.Elem()).Elem(), entries[k]
		switch {
		case child != nil:
			d.id(k, child, tag, path, owner)
			d.read(child, x, tag, join(path, k), n)
		case t.Elem() != dateType:
			x.SetFloat(1)
		}
		v.SetMapIndex(reflect.ValueOf(k), x)
	}
}

// rowsOf is how many rows a table may hold. Larger ones are most likely a slip, and would take minutes to play.
func rowsOf(tag reflect.StructTag) int {
	switch tag.Get("toml") {
	case "relations", "ties": // one for each pair, and some treaties more
		return mostState * mostState
	case "shocks", "arrangements":
		return 1000
	}
	return mostState
}

// id checks the name that a row goes by.
func (d *decoder) id(k string, n *node, tag reflect.StructTag, path string, owner *node) {
	switch {
	case tag.Get("ref") != "":
		d.refer(k, n.mark.key, n, tag, path, owner)
	case len(k) > longestID:
		d.faults.key(n, join(path, k), "cannot be an id: it has %d characters, and may have at most %d, for tables and charts to hold it",
			len(k), longestID)
	case tag.Get("toml") == "states" && !stateID().MatchString(k):
		d.faults.key(n, join(path, k), "cannot be the id of a state: write 2 to 8 capital letters or digits, such as JPN")
	case !bare(k):
		d.faults.key(n, join(path, k), "cannot be an id: write letters, digits, - and _ only")
	case tag.Get("toml") != "relations" && misread(k) != "":
		d.faults.key(n, join(path, k), "cannot be an id: in the tables that are written, %s", misread(k))
	}
}

// refer checks that a word names what it should. The tag says whose names they are: those of a table of the scenario,
// or those in a list beside it.
func (d *decoder) refer(word string, at span, n *node, tag reflect.StructTag, path string, owner *node) {
	ref := tag.Get("ref")
	all := d.root.table[ref]
	if all != nil && len(all.table) > mostState { // a fault of its own
		return
	}
	known := all.keys()
	if of := owner.table[ref]; of != nil && of.items != nil && len(of.items) <= mostState {
		for _, item := range of.items {
			if s, ok := item.value.(string); ok {
				known = append(known, s)
			}
		}
	}
	if len(known) == 0 {
		return
	}
	if slices.Contains([]string{"felt", "levers"}, tag.Get("toml")) {
		known = append(known, sim.Everyone)
	}
	if slices.Contains(known, word) {
		return
	}
	hint := d.faults.suggest(word, known)
	for _, id := range known { // people write Japan for JPN
		if name := d.root.get("states." + id + ".name"); name != nil {
			if s, ok := name.value.(string); ok && strings.EqualFold(s, word) {
				hint = fmt.Sprintf("; did you mean %s?", id)
			}
		}
	}
	d.faults.add(n.src, at, path, "%s names %q, which is not one of the %s%s", path, word, ref, hint)
}

// list fills a list of names or of dates.
func (d *decoder) list(n *node, v reflect.Value, tag reflect.StructTag, path string, owner *node) {
	if n.items == nil {
		d.faults.value(n, path, "is %s, must be a list", n.kind())
		return
	}
	if v.Type().Elem().Kind() == reflect.Float64 && v.Type().Elem() != dateType {
		if len(n.items) > mostPoints {
			d.faults.value(n, path, "holds %d numbers, and may hold at most %d", len(n.items), mostPoints)
			return
		}
		for _, item := range n.items {
			v.Set(reflect.Append(v, reflect.ValueOf(d.number(item, tag, path, "a list of numbers"))))
		}
		return
	}
	if v.Type().Elem() == dateType {
		var dates []sim.Date
		seen := map[sim.Date]bool{}
		for _, item := range n.items {
			date := d.date(item, path)
			if date != 0 && seen[date] {
				d.faults.value(item, path, "holds %s twice", item.text())
			}
			seen[date] = true
			dates = append(dates, date)
		}
		slices.Sort(dates)
		v.Set(reflect.ValueOf(dates))
		return
	}
	names := d.names(n, tag, path, owner)
	if len(names) > 0 {
		v.Set(reflect.ValueOf(names))
	}
	least, exact := 0, false
	switch count := tag.Get("count"); {
	case count != "":
		text, more := strings.CutSuffix(count, "+")
		least, _ = strconv.Atoi(text)
		exact = !more
	case tag.Get("need") != "":
		least = 1
	}
	if k := len(n.items); k < least || exact && k != least {
		atLeast := "at least "
		if exact {
			atLeast = ""
		}
		d.faults.value(n, path, "names %d, must name %s%d", k, atLeast, least)
	}
}

// names reads a list of names, each of which may stand in it once.
func (d *decoder) names(n *node, tag reflect.StructTag, path string, owner *node) []string {
	if len(n.items) > mostState {
		d.faults.value(n, path, "names %d, and there may be at most %d of anything it could name", len(n.items), mostState)
		return nil
	}
	var names []string
	for _, item := range n.items {
		s, ok := item.value.(string)
		switch {
		case !ok:
			d.faults.value(item, path, `holds %s, must hold names in quotes`, item.kind())
		case slices.Contains(names, s):
			d.faults.value(item, path, "names %s twice", s)
		default:
			d.refer(s, item.mark.value, item, tag, path, owner)
			names = append(names, s)
		}
	}
	return names
}

// word reads a text, which may have to be one of a few or the name of something.
func (d *decoder) word(n *node, tag reflect.StructTag, path string, owner *node) string {
	if d.todo(n, path) {
		return ""
	}
	s, ok := n.value.(string)
	if !ok {
		d.faults.value(n, path, "is %s, must be text in quotes", n.kind())
		return ""
	}
	s = d.legible(s, n, tag, path)
	if allowed := strings.Fields(tag.Get("oneof")); len(allowed) > 0 && !slices.Contains(allowed, s) {
		d.faults.value(n, path, "is %q, must be %s%s", s, list(allowed, "or"), d.faults.meant(s, allowed))
	}
	if tag.Get("ref") != "" {
		d.refer(s, n.mark.value, n, tag, path, owner)
	}
	if tag.Get("need") != "" && strings.TrimSpace(s) == "" {
		d.faults.value(n, path, "is empty")
	}
	return s
}
