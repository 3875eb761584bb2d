package scenarios

import (
	"slices"
	"strconv"
	"strings"
)

// Decision is what those who play a state say in one turn of a role play.
type Decision struct {
	Turn  int    // from 1
	State string // id
	Yes   bool   // to the clause
}

// Decisions are those of a file.
type Decisions struct {
	All  []Decision // by turn and, within one, in the order of the columns
	Text string     // as read, with its comments
}

// LoadDecisions reads the decisions of a role play, in CSV:
//
//	# who played whom
//	turn,AUS,JPN,PHL,USA
//	1,yes,no,,yes
//	2,yes,yes,,yes
//
// A column for each state that is played, by its id, and a row for each turn so far: yes, no, or nothing where the rule is to
// decide. Lines that begin with # are comments. Who is asked at all is in invited, and how many turns there are in turns.
//
// readFile is ReadFile if nil. The error is Faults when what was read is at fault: all faults at once.
func LoadDecisions(name string, invited []string, turns int, readFile func(string) ([]byte, error)) (*Decisions, error) {
	src, err := table(name, readFile)
	if err != nil {
		return nil, err
	}
	r := &decisionsReader{actorsReader{src: src}, invited, turns}
	d := r.read()
	if err := r.faults.all(); err != nil {
		return nil, err
	}
	return d, nil
}

type decisionsReader struct {
	actorsReader
	invited []string
	turns   int
}

func (r *decisionsReader) read() *Decisions {
	if !r.faults.legible(r.src, mostTableBytes, longestRow) {
		return nil
	}
	lines := r.lines()
	if len(lines) == 0 {
		r.fault(cell{}, "%s has no table: the first line must be turn and then the id of each state that is played", r.src.name)
		return nil
	}
	states := r.states(lines[0])
	if states == nil {
		return nil
	}
	d := &Decisions{Text: r.src.text}
	seen := map[int]bool{}
	for _, row := range lines[1:] {
		if len(row) == 0 {
			continue // told already
		}
		if len(row) != len(states)+1 {
			r.fault(row[len(row)-1], "the row has %d cells, must have %d: the turn and one for each of the %d states", len(row), len(states)+1,
				len(states))
			continue
		}
		turn, err := strconv.Atoi(row[0].text)
		switch {
		case err != nil || turn < 1 || turn > r.turns:
			r.fault(row[0], "%q is no turn: they are numbered from 1 to %d", row[0].text, r.turns)
			continue
		case seen[turn]:
			r.fault(row[0], "turn %d has a row already", turn)
			continue
		}
		seen[turn] = true
		for k, c := range row[1:] {
			if yes, said := r.yes(c); said {
				d.All = append(d.All, Decision{turn, states[k], yes})
			}
		}
	}
	slices.SortStableFunc(d.All, func(a, b Decision) int { return a.Turn - b.Turn })
	return d
}

// states reads the ids of those who are played; nil if nothing can be made of the rows without them.
func (r *decisionsReader) states(row []cell) []string {
	if len(row) == 0 {
		return nil
	}
	if !strings.EqualFold(row[0].text, "turn") || len(row) < 2 {
		hint := ""
		if strings.ContainsAny(row[0].text, ";\t|") {
			hint = "; put commas between its cells"
		}
		r.fault(row[0], "the header must begin with turn and go on with the id of each state that is played%s", hint)
		return nil
	}
	var states []string
	sound := true
	for _, c := range row[1:] {
		id := strings.ToUpper(c.text)
		switch {
		case slices.Contains(states, id):
			r.fault(c, "the header names %s twice", id)
			sound = false
		case !slices.Contains(r.invited, id):
			r.fault(c, "%q is no state that the clause is offered to%s", c.text, r.faults.suggest(id, r.invited))
			sound = false
		}
		states = append(states, id)
	}
	if !sound {
		return nil
	}
	return states
}

// yes reads one decision. If said is false there is none.
func (r *decisionsReader) yes(c cell) (yes, said bool) {
	switch strings.ToLower(c.text) {
	case "yes", "y":
		return true, true
	case "no", "n":
		return false, true
	case "":
		return false, false
	}
	r.fault(c, "%q is neither yes nor no; leave it empty where the rule is to decide", c.text)
	return false, false
}
