package lab

import (
	"io"
	"math"
	"strconv"
	"strings"

	"entente/sim"
)

// Explanation is one decision of one run laid open.
type Explanation struct {
	Head
	*sim.Explanation
	Names  map[string]string `json:"names"`  // of the states, by id
	Titles map[string]string `json:"titles"` // of clauses, ties and shocks, by path

	Set     int      `json:"set_of_constants"`       // that this run plays, from 0; -1 if runs play but one
	Score   *Score   `json:"score,omitempty"`        // all of the run that the decision is of; nil where only the decision was asked for
	ByDraws *ByDraws `json:"by_constants,omitempty"` // what other constants would make of it; nil if runs play but one set
}

// ByDraws is what the sets of constants that history leaves open make of a decision, each in the history that it makes,
// with the same luck.
type ByDraws struct {
	Draws   int `json:"draws"`   // how many sets were tried
	Willing int `json:"willing"` // of these: the state would sign if that were up to it
}

// Explain replays run of a seed up to a tick and lays open what a state makes of a clause there. What figures of a kind are
// in the world is looked up in the scenario and in others. It fails if the state is not invited.
func Explain(w *sim.World, run uint64, clause, state, tick int, opts Options, others []sim.Scenario) (*Explanation, error) {
	e, err := w.Explain(opts.Seed, run, clause, state, tick)
	if err != nil {
		return nil, err
	}
	x := NewExplanation(w, e, clause, opts.Seed)
	x.Set = w.DrawOf(run)
	if told, failure := ScoreOf(w, opts.Seed, run, clause); failure == "" {
		x.Score = told
	}
	if willing, draws := w.WillingBy(opts.Seed, run, clause, state, tick); draws > 0 {
		x.ByDraws = &ByDraws{draws, willing}
	}
	for k := range e.Inputs {
		if in := &e.Inputs[k]; in.Flips && !in.Felt {
			in.Seen = seen(in, &w.Scenario, others)
		}
	}
	return x, nil
}

// NewExplanation is what the model lays open of a clause and a seed as an answer.
func NewExplanation(w *sim.World, e *sim.Explanation, clause int, seed uint64) *Explanation {
	x := &Explanation{Head: NewHead("explain", "", w, Options{Runs: 1, Seed: seed}), Explanation: e, Names: map[string]string{},
		Titles: map[string]string{}}
	x.Clause = w.Clauses[clause]
	x.ClauseTitle = w.Scenario.Clauses[x.Clause].Title
	x.Runs, x.Played = 1, 1
	for id, s := range w.Scenario.States {
		x.Names[id] = s.Name
	}
	for id, c := range w.Scenario.Clauses {
		x.Titles["clauses."+id] = c.Title
	}
	for id, t := range w.Scenario.Ties {
		x.Titles["ties."+id] = t.Title
	}
	for id, s := range w.Scenario.Shocks {
		x.Titles["shocks."+id] = s.Title
	}
	return x
}

// seen looks up what figures of the kind of an input are, over all states and dates of some scenarios, and whose are the
// nearest to what would turn the decision.
func seen(in *sim.Input, home *sim.Scenario, others []sim.Scenario) *sim.Seen {
	s := &sim.Seen{Low: in.Value, High: in.Value, Like: []sim.Like{}}
	var below, above *sim.Like
	kind := sim.KindOf(in.Path)
	note := func(c *sim.Scenario, name, path string, v float64, date string) {
		s.Low, s.High = min(s.Low, v), max(s.High, v)
		if path == in.Path { // nobody is like itself
			return
		}
		l := &sim.Like{Of: whose(c, path), Scenario: name, Date: date, Value: v}
		if v <= in.FlipAt && (below == nil || v > below.Value) {
			below = l
		}
		if v >= in.FlipAt && (above == nil || v < above.Value) {
			above = l
		}
	}
	year := func(d sim.Date) string { return strconv.Itoa(int(math.Floor(float64(d)))) }
	look := func(c *sim.Scenario, name string) {
		if kind == likeness { // most are not given but follow from votes at the United Nations
			sim.NewWorld(*c).Likenesses(func(path string, d sim.Date, v float64) { note(c, name, path, v, year(d)) })
			return
		}
		c.Given(kind, func(path string, values sim.Series) {
			for _, p := range values {
				date := ""
				if len(values) > 1 {
					date = year(p.Date)
				}
				note(c, name, path, p.Value, date)
			}
		})
	}
	look(home, "")
	for k := range others {
		if others[k].Name != home.Name {
			look(&others[k], others[k].Name)
		}
	}
	for _, l := range []*sim.Like{below, above} {
		if l != nil {
			s.Like = append(s.Like, *l)
		}
	}
	return s
}

const likeness = "relations." + sim.Row + ".affinity"

// whose names the row of a scenario that a path leads to.
func whose(s *sim.Scenario, path string) string {
	keys := strings.Split(path, ".")
	switch row := keys[1]; keys[0] {
	case "ties":
		return s.Ties[row].Title
	case "clauses":
		return s.Clauses[row].Title
	case "relations":
		a, b, _ := strings.Cut(row, "-")
		return s.States[a].Name + " and " + s.States[b].Name
	default:
		return s.States[row].Name
	}
}

// Tables are the explanation as tidy CSV.
func (x *Explanation) Tables() []Table {
	return []Table{
		{"terms.csv", "one row per term of the decision, with its formula", x.writeTerms},
		{"constants.csv", "one row per constant of the rule that it is weighed by", x.writeConstants},
		{"inputs.csv", "one row per figure behind the decision", x.writeInputs},
		{"score.csv", "one row per tick and state: the threat that it feels in this run; then one per event", x.writeScore},
	}
}

func (x *Explanation) writeTerms(out io.Writer) error {
	return Rows(out, []string{"term", "logits", "formula", "weight"}, func(row func(...string)) {
		for _, f := range x.Formulas {
			row(f.Term.String(), Digits(f.Value), f.Work.String(), f.Weight)
		}
	})
}

func (x *Explanation) writeConstants(out io.Writer) error {
	return Rows(out, []string{"constant", "value", "source"}, func(row func(...string)) {
		for _, c := range x.Constants {
			row(c.Path, Digits(c.Value), c.Source)
		}
	})
}

func (x *Explanation) writeInputs(out io.Writer) error {
	header := []string{"figure", "value", "times", "low", "high", "flips", "flip_at", "seen_low", "seen_high", "terms", "source"}
	return Rows(out, header, func(row func(...string)) {
		for _, in := range x.Inputs {
			var terms []string
			for _, t := range in.Terms {
				terms = append(terms, t.String())
			}
			flip, low, high := "", "", ""
			if in.Flips {
				flip = Digits(in.FlipAt)
			}
			if in.Seen != nil {
				low, high = Digits(in.Seen.Low), Digits(in.Seen.High)
			}
			row(in.Path, Digits(in.Value), Digits(in.Times), Digits(in.Low), Digits(in.High), YesNo(in.Flips), flip, low, high,
				strings.Join(terms, " "), in.Source)
		}
	})
}

// aboutDecisions: what the columns of one decision laid open mean.
func (l *wordList) aboutDecisions() {
	l.say("", "times", "what levers multiply it by, at the decision; 1 if none does", "")
	l.say("", "flips", "some value in the range turns the decision", ofYesNo)
	l.say("", "flip_at", "the nearest such value; empty if none does", "that of the figure")
	l.say("", "seen_low", "the least that a figure of its kind is anywhere, as far as anyone has looked", "that of the figure")
	l.say("", "seen_high", "the greatest that it is", "that of the figure")
	l.say("", "terms", "of the decision that it moves, with spaces between", "")
	l.say("", "term", "of the decision", "")
	l.say("", "logits", "what the term adds to the utility of signing", ofLogits)
	l.say("", "formula", "how it comes about, with its numbers", "")
	l.say("", "weight", "path of the constant that it is weighed by", "")
}
