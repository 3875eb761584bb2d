package scenarios

import (
	"cmp"
	"slices"
	"strings"

	"entente/sim"
)

// Reference is something that figures of a scenario rest on, as its files tell it.
type Reference struct {
	Name  string // by which comments name it; "" if it is a phrase in a comment, or has no name
	Text  string // as it stands in the file
	Named int    // by so many comments beside figures, days and members
}

// Basis is what a figure rests on, by the comment beside it.
type Basis string

// The bases of figures. What is judged may have evidence beside it: who said what, and when.
const (
	Sourced  Basis = "source"    // it names a source
	Judged   Basis = "judgement" // it is by the rubric, or by the author's judgement
	Recalled Basis = "memory"    // it is from memory, and was not checked against a text
	Computed Basis = "computed"  // from others, and it names no source
	Remarked Basis = "remark"    // it says something else
	Silent   Basis = "none"      // there is no comment
	SetHere  Basis = "set"       // it was set on the command line
)

// Input is a figure that a scenario gives.
type Input struct {
	Path, Value, Unit string // the value is as a file would have it; the unit as the model counts
	Basis             Basis
	Citation          // the comment beside it; zero without one
}

// Inputs are the figures that a scenario gives, row by row in the order of sim.Scenario, but for the constants of the theory.
func (l *Loaded) Inputs() []Input {
	var all []Input
	names := l.named()
	for _, kind := range sim.Figures() {
		if strings.HasPrefix(kind.Path, "parameters.") {
			continue
		}
		l.Scenario.Given(kind.Path, func(path string, values sim.Series) {
			if l.root.get(path) == nil { // a centre that stands in no file is the stance
				return
			}
			in := Input{Path: path, Value: seriesTOML(values), Unit: kind.Unit, Basis: Silent}
			c, ok := l.Cite(path)
			if points := l.root.get(path).keys(); !ok && len(points) > 0 { // each date has a comment of its own, and the first speaks
				c, ok = l.Cite(path + "." + points[0])
			}
			if ok {
				if k := slices.IndexFunc(l.files, func(f *source) bool { return f.name == c.File }); k >= 0 {
					c.Text = l.files[k].pointed(c.Text, c.Line-1)
				}
				in.Citation, in.Basis = c, basis(c, names)
			}
			all = append(all, in)
		})
	}
	var tables []string
	for _, in := range all {
		if table, _ := in.Row(); !slices.Contains(tables, table) {
			tables = append(tables, table)
		}
	}
	slices.SortStableFunc(all, func(a, b Input) int {
		x, row := a.Row()
		y, other := b.Row()
		return cmp.Or(cmp.Compare(slices.Index(tables, x), slices.Index(tables, y)), cmp.Compare(row, other))
	})
	return all
}

// Row is the table and the name of the row that a figure stands in.
func (in Input) Row() (table, row string) {
	keys := strings.SplitN(in.Path, ".", 3)
	if len(keys) < 3 {
		return keys[0], ""
	}
	return keys[0], keys[1]
}

var (
	judges  = Pattern(`^(rubric|judgement|by hand)\b`)
	recalls = Pattern(`\bmemory\b`)
	reckons = Pattern(`^computed\b`)
)

func basis(c Citation, names []Reference) Basis {
	switch {
	case strings.HasPrefix(c.File, "--set"):
		return SetHere
	case judges().MatchString(c.Text):
		return Judged
	case recalls().MatchString(c.Text):
		return Recalled
	case slices.ContainsFunc(names, func(r Reference) bool { return r.in(c.Text) }) || len(phrases(c.Text, names)) > 0:
		return Sourced
	case reckons().MatchString(c.Text):
		return Computed
	}
	return Remarked
}

// References are what a scenario rests on: what the heads of its files and of its histories name as sources, the lowest file first,
// and then the texts that comments cite and no head names, by path. A source that is computed, or told from memory, is none.
func (l *Loaded) References() []Reference {
	all := l.named()
	heads, comments := slices.Clone(all), l.comments()
	for _, c := range comments {
		for k := range heads {
			if heads[k].in(c) {
				all[k].Named++
			}
		}
		for _, phrase := range phrases(c, heads) {
			k := slices.IndexFunc(all, func(r Reference) bool { return r.Name == "" && r.Text == phrase })
			if k < 0 {
				k, all = len(all), append(all, Reference{Text: phrase})
			}
			all[k].Named++
		}
	}
	if l.past == nil {
		return all
	}
	for _, r := range l.past.References() {
		k := slices.IndexFunc(all, func(of Reference) bool { return r.Name == of.Name && r.Text == of.Text })
		if k < 0 {
			all = append(all, r)
			continue
		}
		all[k].Named += r.Named
	}
	return all
}

// comments are those beside what the scenario says, but for the constants of the theory, by path.
func (l *Loaded) comments() (all []string) {
	seen := map[*source]map[int]bool{}
	var visit func(n *node)
	visit = func(n *node) {
		if !n.mark.implied && !n.src.over() && n.src.name != parametersFile {
			line := n.src.line(n.mark.key.from)
			if text := n.src.pointed(n.src.comment(n.mark), line); text != "" && !seen[n.src][line] {
				if seen[n.src] == nil {
					seen[n.src] = map[int]bool{}
				}
				seen[n.src][line] = true
				all = append(all, text)
			}
		}
		for _, k := range n.keys() {
			visit(n.table[k])
		}
	}
	for _, k := range l.root.keys() {
		if k != "parameters" {
			visit(l.root.table[k])
		}
	}
	return all
}

// pointed is the comment of a line with what it points to: a figure that is from where the one above it is has the comment of that.
func (s *source) pointed(text string, line int) string {
	for line--; text == "the same" && line >= 0; line-- {
		if before := s.comments[line]; before != "" {
			text = before
		}
	}
	return text
}

// named are the sources that the heads of the files name, the lowest file first, each once.
func (l *Loaded) named() (all []Reference) {
	for _, f := range l.files {
		for _, r := range f.references() {
			if !strings.HasPrefix(r.Text, "computed") && !recalls().MatchString(r.Text) && !slices.Contains(all, r) {
				all = append(all, r)
			}
		}
	}
	return all
}

// in tells whether a comment names a source.
func (r Reference) in(comment string) bool {
	if r.Name == "" {
		return false
	}
	for from := 0; ; {
		k := strings.Index(comment[from:], r.Name)
		if k < 0 {
			return false
		}
		from += k + len(r.Name)
		if !bareEnd(comment[:from-len(r.Name)], true) && !bareEnd(comment[from:], false) {
			return true
		}
	}
}

// bareEnd tells whether a text goes on into a word: at its end, or at its beginning.
func bareEnd(text string, end bool) bool {
	if text == "" {
		return false
	}
	c := text[0]
	if end {
		c = text[len(text)-1]
	}
	return bare(string(c)) && c != '-'
}

// The texts that a comment cites: a name, then a comma and a date, at its beginning or in brackets.
var (
	cites    = Pattern(`^\p{Lu}\PN[^ :,]*( (of|the|and|for|in|de|\p{Lu}[^ :,0-9]*))*(, \p{Lu}[^:,0-9]*)?, ([0-9]{1,2}(-[0-9]{1,2})? )?(\p{L}+ )?(18|19|20)[0-9]{2}$`)
	brackets = Pattern(`\(([^()]*)\)`)
	ruled    = Pattern(`^(rubric|judgement)[^:]*: `)
)

func phrases(comment string, named []Reference) (all []string) {
	if recalls().MatchString(comment) {
		return nil
	}
	add := func(text string) {
		text = strings.TrimSpace(text)
		if cites().MatchString(text) && !slices.ContainsFunc(named, func(r Reference) bool { return r.in(text) }) && !slices.Contains(all, text) {
			all = append(all, text)
		}
	}
	begin := strings.TrimPrefix(comment, ruled().FindString(comment))
	begin, _, _ = strings.Cut(begin, ";")
	begin, _, _ = strings.Cut(begin, ": ")
	add(begin)
	for _, inside := range brackets().FindAllStringSubmatch(comment, -1) {
		for part := range strings.SplitSeq(inside[1], ";") {
			add(part)
		}
	}
	return all
}
