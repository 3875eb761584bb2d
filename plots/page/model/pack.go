// Package model is what the seminar page asks of the model: a scenario that was read where the page was made, changed figure by
// figure, played some runs at a time, with reasons and histories. Questions and answers are JSON. The browser and the command
// line run the same code, so that the same question has the same answer in both.
package model

import (
	"bytes"
	"encoding/json"
	"fmt"

	"entente/sim"
)

// Pack is a scenario with all that was read for it, as the page carries it.
type Pack struct {
	Scenario sim.Scenario
	Past     *Pack `json:",omitempty"` // the history that it begins with
}

// PackOf packs a scenario: all that a run looks at. What became of its clauses and how it departs from its base are left out,
// and so are the draws of constants, which all scenarios share.
func PackOf(s sim.Scenario) *Pack {
	p := &Pack{Scenario: s}
	if s.Past != nil {
		p.Past = PackOf(s.Past.Scenario)
	}
	q := &p.Scenario
	q.Past, q.Draws, q.Truth, q.Coded, q.Targets = nil, nil, nil, nil, sim.Targets{}
	q.Origin = sim.Origin{Base: s.Base}
	return p
}

// Unpack is the scenario with draws of constants; nil for none.
func (p *Pack) Unpack(draws *sim.Draws) sim.Scenario {
	s := p.Scenario
	s.Draws = draws
	if p.Past != nil {
		s.Past = &sim.Past{Scenario: p.Past.Unpack(draws)}
	}
	return s
}

// MarshalLean writes JSON without what means nothing: null, false and empty texts. Reading it back gives the same.
func MarshalLean(v any) ([]byte, error) {
	text, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	var tree any
	if err := d.Decode(&tree); err != nil {
		return nil, fmt.Errorf("JSON of our own cannot be read: %w", err)
	}
	prune(tree)
	return json.Marshal(tree)
}

func prune(tree any) {
	switch t := tree.(type) {
	case map[string]any:
		for k, v := range t {
			if v == nil || v == "" || v == false {
				delete(t, k)
				continue
			}
			prune(v)
		}
	case []any:
		for _, v := range t {
			prune(v)
		}
	}
}
