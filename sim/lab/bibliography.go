package lab

import (
	"slices"

	"entente/sim"
)

// Bibliography is what scenarios, the theory and the statistics of an answer rest on.
type Bibliography struct {
	Sources []Source   `json:"sources"` // of the scenarios, in the order in which their files name them
	Theory  []sim.Work `json:"theory"`  // that the rules of the scenarios rest on
	Methods []sim.Work `json:"methods"` // that the statistics of the answer rest on
}

// Source is something that figures of scenarios rest on, as their files tell it.
type Source struct {
	Name  string   `json:"name,omitempty"` // by which a file calls it; "" of a text that a comment cites
	Text  string   `json:"text"`           // as it stands
	Named int      `json:"named"`          // by so many comments beside figures, days and members
	Of    []string `json:"scenarios"`      // whose files name it
}

// NewBibliography is that of no scenario yet.
func NewBibliography() *Bibliography {
	return &Bibliography{Sources: []Source{}, Theory: sim.Works(), Methods: Works()}
}

// Add adds a source of a scenario; the same text is one source.
func (b *Bibliography) Add(scenario, name, text string, named int) {
	k := slices.IndexFunc(b.Sources, func(s Source) bool { return s.Name == name && s.Text == text })
	if k < 0 {
		k, b.Sources = len(b.Sources), append(b.Sources, Source{Name: name, Text: text, Of: []string{}})
	}
	s := &b.Sources[k]
	s.Named += named
	if !slices.Contains(s.Of, scenario) {
		s.Of = append(s.Of, scenario)
	}
}

// Bases counts the figures of a scenario by what they rest on.
type Bases struct {
	Sourced  int `json:"sourced"`  // the comment beside them names a source
	Judged   int `json:"judged"`   // by the rubric or by the author's judgement
	Recalled int `json:"recalled"` // from memory
	Computed int `json:"computed"` // from others
	Set      int `json:"set"`      // on the command line
	Other    int `json:"other"`    // the comment says something else, or there is none
}
