package history

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// key is what a fit is called in the ledger.
func (t *Tournament) key(j job) string {
	return fitKey(t.Entrants[j.entrant].Name, j.inputs, j.fold.Held)
}

func fitKey(entrant, inputs string, held []string) string {
	return entrant + " " + inputs + " without " + strings.Join(append(slices.Clone(held), "-"), " ")
}

// note keeps what a fit found in a ledger.
func note(f *Fit, key string, keep func(key, value string)) {
	var values []string
	for _, v := range f.Values {
		values = append(values, exactly(v))
	}
	keep(key+" weights", strings.Join(values, " "))
	for _, id := range slices.Sorted(maps.Keys(f.Scores)) {
		keep(key+" score "+id, exactly(f.Scores[id]))
	}
}

// remembered is a fit that the ledger knows whole; nil if it does not.
func (t *Tournament) remembered(j job) *Fit {
	if t.Ledger == nil {
		return nil
	}
	key := t.key(j)
	text, known := t.Ledger.Recall(key + " weights")
	values, ok := numbers(text)
	if !known || !ok || len(values) != len(t.Entrants[j.entrant].Weights) {
		return nil
	}
	f := &Fit{Values: values, Scores: map[string]float64{}}
	for _, id := range t.judged(j.fold) {
		text, _ := t.Ledger.Recall(key + " score " + id)
		score, err := strconv.ParseFloat(text, 64)
		if err != nil {
			return nil
		}
		f.Scores[id] = score
	}
	return t.label(j, f)
}
