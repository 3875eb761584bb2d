package scenarios

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"entente/sim"
)

// Start is a scenario to begin one's own from, as a file: the part of a shipped one that has to do with its headline clause, with
// the source of each figure beside it, and above the first of each kind what it counts and the range in which it must lie.
func Start(l *Loaded) string {
	s := partAbout(l.Scenario)
	s.Title, s.Summary = "A scenario of my own", "Part of "+l.Scenario.Name+", to be changed."
	var b strings.Builder
	fmt.Fprintf(&b, startHead, l.Scenario.Name)
	for _, paragraph := range l.top().head() {
		if paragraph[0] == "Sources" {
			b.WriteString("#\n# " + strings.Join(paragraph, "\n# ") + "\n")
		}
	}
	b.WriteString("\n")
	told := map[string]bool{}
	note := func(text string) {
		if text != "" && !told[text] {
			told[text] = true
			b.WriteString("# " + text + "\n")
		}
	}
	line := func(path, assignment string) {
		note(aboutAt(path))
		if c, ok := l.Cite(path); ok && c.Text != "" {
			assignment += " # " + c.Text
		}
		b.WriteString(assignment + "\n")
	}
	table := ""
	for written := range strings.Lines(TOML(s)) {
		written = strings.TrimSuffix(written, "\n")
		key, _, assigns := strings.Cut(written, " = ")
		path := join(table, key)
		switch field, _ := fieldAt(path); {
		case strings.HasPrefix(written, "[parameters."):
			return strings.TrimSpace(b.String()) + "\n" + startEnd // all as shipped
		case strings.HasPrefix(written, "["):
			table = strings.Trim(written, "[]")
			kind, _, _ := strings.Cut(table, ".")
			note(aboutAt(kind))
			b.WriteString(written + "\n")
		case !assigns || key == "format":
			b.WriteString(written + "\n")
		case field.Type == reflect.TypeFor[map[string]sim.Series](): // each with its source
			s.Given(sim.KindOf(path+"."+sim.Row), func(at string, v sim.Series) {
				if strings.HasPrefix(at, path+".") {
					line(at, strings.TrimPrefix(at, table+".")+" = "+text(reflect.ValueOf(v)))
				}
			})
		case table == "" || l.Gives(path): // what only holds by default is left out
			line(path, written)
		}
	}
	panic("a scenario without constants was written")
}

// startHead and startEnd are what stands around it.
const (
	startHead = `# A scenario of your own. It runs as it stands: entente validate and entente run take the name of
# this file.
#
# It is part of %s: the states that may sign its headline clause and the rival that they
# fear, with what they have with each other. Change what you like. Beside each figure stands its
# source, above the first of its kind the range in which it must lie and what it counts. A figure
# that moves over time takes a table of dates, { 2025 = 0.2, 2030 = 0.5 }.
#
# What else a scenario may hold: entente figures. What is coded by hand: scenarios/RUBRIC.md.
`
	startEnd = `
# A what-if: multiply what a state, or all, has. Take the marks away to try it.
# [levers.all]
# trade = { 2025 = 1, 2035 = 0.5 } # judgement: everybody's trade with the rival, halved
`
)

// aboutAt says what is kept at a path: its range and unit, or what it is, and the words that it may be.
func aboutAt(path string) string {
	field, ok := fieldAt(path)
	if !ok {
		return ""
	}
	text := field.Tag.Get("about")
	if within := field.Tag.Get("range"); within != "" {
		text = within + "; " + field.Tag.Get("unit")
	}
	if words := wordsAt(path, field.Tag); len(words) > 0 {
		text += ": " + list(words, "or")
	}
	return text
}

// wordsAt are those that a text of the format may be; none if it is free.
func wordsAt(path string, tag reflect.StructTag) []string {
	if path != "theory" {
		return strings.Fields(tag.Get("oneof"))
	}
	var names []string
	for _, t := range sim.Theories() {
		names = append(names, t.Name)
	}
	return names
}

// fieldAt is the field of the format that a path leads to.
func fieldAt(path string) (f reflect.StructField, ok bool) {
	t := scenarioType
	for k := range strings.SplitSeq(path, ".") {
		for t.Kind() == reflect.Pointer {
			t = t.Elem()
		}
		if t.Kind() == reflect.Map {
			t = t.Elem()
			continue
		}
		if t.Kind() != reflect.Struct {
			return f, false
		}
		ok = false
		for i := range t.NumField() {
			if t.Field(i).Tag.Get("toml") == k {
				f, ok = t.Field(i), true
			}
		}
		if !ok {
			return f, false
		}
		t = f.Type
	}
	return f, ok
}

// partAbout is what of a scenario has to do with its headline clause: its founders, the rivals it is against, all between these,
// and the first shock of each kind that one of them feels.
func partAbout(s sim.Scenario) sim.Scenario {
	c := s.Clauses[s.Headline]
	in := map[string]bool{}
	for _, id := range slices.Concat(c.Founders, c.Against) {
		in[id] = true
	}
	out := func(id string) bool { return !in[id] }
	all := func(ids []string) bool { return !slices.ContainsFunc(ids, out) }
	s.Origin, s.Past, s.History, s.Truth, s.Targets = sim.Origin{}, nil, "", nil, sim.Targets{}
	s.States = among(s.States, func(id string) bool { return in[id] })
	s.Rivals = among(s.Rivals, func(id string) bool { return in[id] })
	for id, x := range s.States {
		x.Trade = among(x.Trade, func(rival string) bool { return in[rival] })
		x.Contest = among(x.Contest, func(rival string) bool { return in[rival] })
		s.States[id] = x
	}
	s.Relations = among(s.Relations, func(pair string) bool { return all(strings.Split(pair, "-")) })
	s.Ties = among(s.Ties, func(id string) bool { return all(s.Ties[id].Members) })
	s.Arrangements = among(s.Arrangements, func(id string) bool { return all(s.Arrangements[id].Members) })
	c.OpenTo, c.Members = among(c.OpenTo, func(id string) bool { return in[id] }), among(c.Members, func(id string) bool { return in[id] })
	c.Stance, c.Blessing = among(c.Stance, func(id string) bool { return in[id] }), among(c.Blessing, func(id string) bool { return in[id] })
	if !all(c.Area) {
		c.Area = nil
	}
	s.Clauses = map[string]sim.Clause{s.Headline: c}
	kinds := map[sim.ShockKind]bool{}
	s.Shocks = among(s.Shocks, func(id string) bool {
		x := s.Shocks[id]
		felt := len(among(x.Felt, func(id string) bool { return in[id] })) > 0
		if kinds[x.Kind] || x.Actor != "" && !in[x.Actor] || !felt {
			return false
		}
		kinds[x.Kind] = true
		return true
	})
	for id, x := range s.Shocks {
		x.Felt = among(x.Felt, func(id string) bool { return in[id] })
		s.Shocks[id] = x
	}
	s.Levers = nil
	return s
}

// among is a copy of a table with some of its rows, chosen in the order of their ids.
func among[V any](rows map[string]V, keep func(id string) bool) map[string]V {
	kept := map[string]V{}
	for _, id := range slices.Sorted(maps.Keys(rows)) {
		if keep(id) {
			kept[id] = rows[id]
		}
	}
	if len(kept) == 0 {
		return nil
	}
	return kept
}
