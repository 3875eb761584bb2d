package history

import (
	"io"
	"strconv"
	"strings"

	"entente/sim/lab"
)

// Tables are the standings as tidy CSV.
func (s *Standings) Tables() []lab.Table {
	return []lab.Table{
		{Name: "standings.csv", About: "one row per entrant or simple rule, kind of input and episode: Brier score held out, by " +
			"leading power, and seen", Write: s.write},
		{Name: "fits.csv", About: "one row per fit and weight: what the fit to all but what was held out found", Write: s.writeFits},
	}
}

// nothing is how a table says that a fit was to all episodes.
const nothing = "nothing"

// heldOut tells in a cell what a fit has not seen.
func (f *Fit) heldOut() string {
	if len(f.Held) == 0 {
		return nothing
	}
	return strings.Join(f.Held, " ")
}

func (s *Standings) writeFits(out io.Writer) error {
	return lab.Rows(out, []string{"entrant", "inputs", "held_out", "weight", "value"}, func(row func(...string)) {
		for _, f := range s.Fits {
			for k, v := range f.Values {
				row(f.Entrant, f.Inputs, f.heldOut(), "parameters."+f.Weights[k], exactly(v))
			}
		}
	})
}

func (s *Standings) write(out io.Writer) error {
	at := func(scores []float64, k int) string {
		if k >= len(scores) {
			return ""
		}
		return lab.Digits(scores[k])
	}
	return lab.Rows(out, []string{"entrant", "kind", "inputs", "weights", "episode", "held_out", "held_out_by_leading_power", "seen"},
		func(row func(...string)) {
			for _, r := range s.Rows {
				for k, ep := range s.Episodes {
					row(r.Name, r.Kind, r.Inputs, strconv.Itoa(len(r.Weights)), ep.ID, at(r.Held, k), at(r.ByLeader, k), at(r.Seen, k))
				}
			}
			for _, r := range s.Rules {
				for k, ep := range s.Episodes {
					row(r.Rule, "simple-rule", r.Inputs, "0", ep.ID, at(r.Scores, k), at(r.Scores, k), at(r.Scores, k))
				}
			}
		})
}
