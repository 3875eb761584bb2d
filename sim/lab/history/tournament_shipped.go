package history

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"entente/sim/lab"
	"entente/sim/lab/headed"
)

// ShippedFits is a tournament as a file keeps it: every fit with its weights and scores, and what it was made by. It need not be
// whole. Whoever reads it can tell the standings without playing, and play any part of it again.
type ShippedFits struct {
	Made         string // the command that made it
	Read         string // a fingerprint of all files that were read for it
	Runs, Trials int
	Seed         uint64
	Episodes     []string // ids
	Fits         []Fit
}

// head is the lines at the top of the file.
func (s *ShippedFits) head() []headed.Line {
	return []headed.Line{{Name: "made by", Value: &s.Made}, {Name: "read as", Value: &s.Read}, {Name: "runs", Value: &s.Runs},
		{Name: "trials", Value: &s.Trials}, {Name: "seed", Value: &s.Seed}, {Name: "episodes", Value: &s.Episodes}}
}

// Shipped is what a file keeps of standings.
func (s *Standings) Shipped(made, read string) *ShippedFits {
	kept := &ShippedFits{Made: made, Read: read, Runs: s.Asked, Trials: s.Trials, Seed: s.Seed, Fits: s.Fits}
	for _, ep := range s.Episodes {
		kept.Episodes = append(kept.Episodes, ep.ID)
	}
	return kept
}

// Write writes the file.
func (s *ShippedFits) Write(out io.Writer) error {
	if err := headed.Write(out, s.head()); err != nil {
		return err
	}
	return lab.Rows(out, []string{"entrant", "inputs", "held_out", "weights", "scores"}, func(row func(...string)) {
		for _, f := range s.Fits {
			var weights, scores []string
			for k, v := range f.Values {
				weights = append(weights, f.Weights[k]+"="+exactly(v))
			}
			for _, id := range s.Episodes {
				if v, ok := f.Scores[id]; ok {
					scores = append(scores, id+"="+exactly(v))
				}
			}
			row(f.Entrant, f.Inputs, f.heldOut(), strings.Join(weights, " "), strings.Join(scores, " "))
		}
	})
}

// ReadShippedFits reads such a file.
func ReadShippedFits(text string) (*ShippedFits, error) {
	s := &ShippedFits{}
	below, wrong := headed.Read(text, s.head())
	var faults []error
	for _, f := range wrong {
		faults = append(faults, f)
	}
	if len(faults) > 0 {
		return nil, errors.Join(faults...)
	}
	rows, err := csv.NewReader(strings.NewReader(below)).ReadAll()
	if err != nil {
		return nil, err
	}
	for _, row := range rows[min(1, len(rows)):] {
		f := Fit{Entrant: row[0], Inputs: row[1], Held: []string{}, Weights: []string{}, Scores: map[string]float64{}}
		if row[2] != nothing {
			f.Held = strings.Fields(row[2])
		}
		names, values, err := named(row[3])
		if err != nil {
			return nil, err
		}
		f.Weights, f.Values = append(f.Weights, names...), values
		ids, scores, err := named(row[4])
		if err != nil {
			return nil, err
		}
		for k, id := range ids {
			f.Scores[id] = scores[k]
		}
		s.Fits = append(s.Fits, f)
	}
	return s, nil
}

// named reads figures with their names, as in a=1 b=2.
func named(text string) (names []string, values []float64, err error) {
	for _, word := range strings.Fields(text) {
		name, figure, _ := strings.Cut(word, "=")
		v, err := strconv.ParseFloat(figure, 64)
		if err != nil {
			return nil, nil, fmt.Errorf("%s is no figure with its name", word)
		}
		names, values = append(names, name), append(values, v)
	}
	return names, values, nil
}

// Known is what a ledger would remember of the fits. It is an error if a rule has gone, or turns other weights than it did.
func (s *ShippedFits) Known() (map[string]string, error) {
	known := map[string]string{}
	all := Entrants()
	for k := range s.Fits {
		f := &s.Fits[k]
		i := slices.IndexFunc(all, func(e Entrant) bool { return e.Name == f.Entrant })
		if i < 0 {
			return nil, fmt.Errorf("there is no rule %s any more", f.Entrant)
		}
		if !slices.Equal(all[i].Weights, f.Weights) {
			return nil, fmt.Errorf("the rule %s turned %s then, and turns %s now", f.Entrant, strings.Join(f.Weights, " "),
				strings.Join(all[i].Weights, " "))
		}
		note(f, fitKey(f.Entrant, f.Inputs, f.Held), func(key, value string) { known[key] = value })
	}
	return known, nil
}
