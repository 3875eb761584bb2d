package theatre

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/BurntSushi/toml"

	"entente/scenarios"
	"entente/sim"
)

// Updated is a file with its measured figures anew.
type Updated struct {
	Text    string
	Changed []string // paths whose line is another now
	Kept    []string // measured lines for which the data have nothing, left as they are
	Absent  []string // what the data have and the file has not: hands may have struck it out
	Remarks []Remark
}

// Update measures the figures of a file anew. Lines without the mark are left byte for byte, and what the file has not is not put
// in. The error is scenarios.Faults if the text is no TOML; otherwise it says what keeps it from being a theatre, all at once.
func (d *Data) Update(name, text string) (Updated, error) {
	if err := scenarios.Syntax(name, text); err != nil {
		return Updated{}, err
	}
	a, err := askOf(text)
	if err != nil {
		return Updated{}, fmt.Errorf("%s is no theatre of its own: %w", name, err)
	}
	s := d.fill(a)
	fresh := map[string]entry{}
	for _, e := range s.entries {
		if e.measured {
			fresh[e.path()] = e
		}
	}
	u := Updated{Remarks: s.remarks}
	lines, seen := strings.Split(text, "\n"), map[string]bool{}
	w := &scanner{}
	for k, line := range lines {
		line, ending := strings.TrimSuffix(line, "\r"), ""
		if line != lines[k] {
			ending = "\r"
		}
		key, measured := w.scan(line)
		if key == "" {
			continue
		}
		path := strings.TrimPrefix(w.table+"."+key, ".")
		seen[path] = true
		if !measured {
			continue
		}
		e, known := fresh[path]
		if !known || e.value == todo && !strings.Contains(line, "= "+todo) {
			u.Kept = append(u.Kept, path)
			continue
		}
		e.key = w.lead
		if now := e.text(); now != line {
			lines[k] = now + ending
			u.Changed = append(u.Changed, path)
		}
	}
	u.Text = strings.Join(lines, "\n")
	rows := map[string]bool{}
	for path := range fresh {
		if !seen[path] {
			parts := strings.Split(path, ".")
			if parts[0] == "ties" {
				path = strings.Join(parts[:2], ".")
			}
			rows[path] = true
		}
	}
	u.Absent = slices.Sorted(maps.Keys(rows))
	return u, nil
}

// scanner goes through a TOML file line by line and knows the table it is in.
type scanner struct {
	table string
	open  string // the three quotes of a text that goes over several lines
	depth int    // brackets of a list that does
	lead  string // the key of the last line as it is written, with what stands before it
}

var header = scenarios.Pattern(`^\s*\[([^\[\]]+)\]\s*(#.*)?$`)

// scan reads a line: the key it gives, and whether the comment behind says that it was measured.
func (w *scanner) scan(line string) (key string, measured bool) {
	if w.open == "" && w.depth == 0 {
		if m := header().FindStringSubmatch(line); m != nil {
			w.table = strings.ReplaceAll(m[1], " ", "")
			return "", false
		}
	}
	inside := w.open != "" || w.depth > 0
	quote, comment, equals := "", -1, -1
	for i := 0; i < len(line) && comment < 0; i++ {
		rest := line[i:]
		switch {
		case w.open != "":
			if strings.HasPrefix(rest, w.open) {
				i, w.open = i+2, ""
			}
		case quote != "":
			if rest[0] == '\\' && quote == `"` {
				i++
			} else if rest[:1] == quote {
				quote = ""
			}
		case strings.HasPrefix(rest, `"""`) || strings.HasPrefix(rest, `'''`):
			w.open = rest[:3]
			i += 2
		case rest[0] == '"' || rest[0] == '\'':
			quote = rest[:1]
		case rest[0] == '[' || rest[0] == '{':
			w.depth++
		case rest[0] == ']' || rest[0] == '}':
			w.depth--
		case rest[0] == '=' && equals < 0:
			equals = i
		case rest[0] == '#':
			comment = i
		}
	}
	if inside || equals < 0 {
		return "", false
	}
	if comment >= 0 && w.depth == 0 && w.open == "" { // the value ends on this line
		measured = strings.HasPrefix(strings.TrimSpace(line[comment+1:]), Mark)
	}
	w.lead = strings.TrimRight(line[:equals], " \t")
	return strings.ReplaceAll(strings.TrimSpace(w.lead), " ", ""), measured
}

// askOf reads the theatre that a file is about off the file.
func askOf(text string) (*Ask, error) {
	var file struct {
		Start, End any
		States     map[string]any
		Rivals     map[string]any
	}
	if _, err := toml.Decode(strings.TrimPrefix(text, "\ufeff"), &file); err != nil {
		return nil, err
	}
	var wrong []string
	a := &Ask{}
	for _, x := range []struct {
		key   string
		value any
		into  *string
	}{{"start", file.Start, &a.Start}, {"end", file.End, &a.End}} {
		*x.into = dateText(x.value)
		if _, err := sim.ParseDate(*x.into); err != nil {
			wrong = append(wrong, x.key+" is no date")
		}
	}
	if len(file.States) == 0 {
		wrong = append(wrong, "it has no states")
	}
	if len(wrong) > 0 {
		return nil, errors.New(strings.Join(wrong, ", "))
	}
	for _, id := range slices.Sorted(maps.Keys(file.States)) {
		p, err := PolityOf(id)
		if err != nil {
			continue // a state that the scenario has made up
		}
		if _, rival := file.Rivals[id]; rival {
			a.Rivals = append(a.Rivals, p)
		} else {
			a.States = append(a.States, p)
		}
	}
	return a, nil
}

// dateText is a date of TOML as a scenario would write it.
func dateText(x any) string {
	if t, ok := x.(time.Time); ok {
		return t.Format(time.DateOnly)
	}
	return fmt.Sprint(x)
}
