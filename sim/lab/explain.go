package lab

import (
	"io"
	"strconv"
	"strings"

	"entente/sim"
)

// Explanation is one decision of one run laid open.
type Explanation struct {
	Head
	*sim.Explanation
	Names map[string]string `json:"names"` // of the states, by id
}

// Explain replays run of a seed up to a tick and lays open what a state makes of a clause there. It fails if the state is not
// invited.
func Explain(w *sim.World, run uint64, clause, state, tick int, opts Options) (*Explanation, error) {
	e, err := w.Explain(opts.Seed, run, clause, state, tick)
	if err != nil {
		return nil, err
	}
	x := &Explanation{Head: NewHead("explain", w, opts), Explanation: e, Names: namesOf(w.Scenario)}
	x.Head.Clause, x.ClauseTitle = e.Clause, w.Scenario.Clauses[e.Clause].Title
	x.Asked, x.Runs, x.Played, x.ToPlay = 1, 1, 1, 1
	return x, nil
}

// Tables are the explanation as tidy CSV.
func (x *Explanation) Tables() []Table {
	return []Table{{"inputs.csv", "one row per figure behind the decision", x.write}}
}

func (x *Explanation) write(out io.Writer) error {
	header := []string{"figure", "value", "times", "low", "high", "flips", "flip_at", "terms", "source"}
	return Rows(out, header, func(row func(...string)) {
		for _, in := range x.Inputs {
			var terms []string
			for _, t := range in.Terms {
				terms = append(terms, t.String())
			}
			flip := ""
			if in.Flips {
				flip = strconv.FormatFloat(in.FlipAt, 'g', 6, 64)
			}
			row(in.Path, Digits(in.Value), Digits(in.Times), Digits(in.Low), Digits(in.High), YesNo(in.Flips), flip, strings.Join(terms, " "),
				in.Source)
		}
	})
}
