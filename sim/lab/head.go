package lab

import (
	"crypto/sha256"
	"fmt"
	"slices"

	"entente/sim"
)

// Head is what an answer knows of itself: what was asked, of what, with what changed, how much of it was played, and by
// which version of the model. Every answer begins with one, so that nothing that shows an answer can forget what it is of.
type Head struct {
	Format      int      `json:"format"`                 // of the JSON of an answer
	Question    string   `json:"question"`               // the command that asks it
	Version     string   `json:"version"`                // of the model and its data
	Scenario    string   `json:"scenario"`               // its name; of a file of actors, the file's; "" of several scenarios
	Scenarios   []string `json:"scenarios,omitempty"`    // of an answer about several, in the order in which they were asked for
	OfFile      bool     `json:"of_file,omitempty"`      // it is about a file of actors, and not about a scenario
	Title       string   `json:"title"`                  // of the scenario
	Base        string   `json:"base,omitempty"`         // the scenario that this one is built on
	Changes     []string `json:"changes"`                // what it changes in its base, "path = value"
	Overrides   []string `json:"overrides"`              // what departs from the scenario as it stands, "path = value"
	AsOf        string   `json:"as_of,omitempty"`        // day of a forecast: later facts are left out
	History     string   `json:"history,omitempty"`      // the scenario with whose alarm and lost ground this one begins
	Theory      string   `json:"theory,omitempty"`       // the rule by which states decide; "" if not all worlds share one
	Parameters  string   `json:"parameters,omitempty"`   // fingerprint of the constants of the theory; "" if not all worlds share them
	Draws       int      `json:"draws"`                  // sets of constants that runs play in turn; 0: all play the one set
	HeldOut     bool     `json:"held_out,omitempty"`     // each scenario has the constants of a fit that had not seen it
	HeldFast    []string `json:"held_constants"`         // constants of these that were set, and are the same in every draw
	Clause      string   `json:"clause,omitempty"`       // id of the clause that is asked about
	ClauseTitle string   `json:"clause_title,omitempty"` // in words
	End         string   `json:"end,omitempty"`          // last tick

	InHistory *InHistory `json:"in_history,omitempty"` // what became of that clause, if the scenario holds it

	Seed uint64 `json:"seed"`           // of all luck: with the number of a run it gives the same run again
	Unit string `json:"unit,omitempty"` // what is played and counted: a run, or a start of a search; "" if nothing is played

	// Of what so many are played, all with the same luck, as in "of each world"; "" if of one world.
	Each   string `json:"each,omitempty"`
	Asked  int    `json:"runs_asked"`   // of each world, as by --runs
	ToPlay int    `json:"runs_to_play"` // of all worlds together, that were asked for
	Played int    `json:"runs_played"`  // of all worlds together, failed ones included

	// Of each world, what the answer rests on: those that came to an end, of the first so many that every world has
	// played; with several worlds, counted in the first.
	Runs     int       `json:"runs"`
	Failures []Failure `json:"failures"` // runs that broke a promise of the model
}

// Format is the format of an answer's JSON. It rises when a key changes its name or its meaning.
const Format = 7

// EachWorld is of what a question plays so many runs that sets worlds side by side.
const EachWorld = "of each world"

// NewHead begins the answer to a question about a world. each says of what its runs are counted, as Head.Each does.
func NewHead(question, each string, w *sim.World, opts Options) Head {
	s := &w.Scenario
	history := ""
	if s.Past != nil {
		history = s.Past.Scenario.Name
	}
	return Head{
		Format: Format, Question: question, Version: sim.Version, Scenario: s.Name, Title: s.Title, Base: s.Base,
		Changes: list(s.Changes), Overrides: list(s.Overrides), AsOf: s.AsOf, History: history, Theory: s.Theory, Unit: "run", Each: each,
		Parameters: fingerprint(s.Parameters), Draws: w.Draws(), HeldFast: list(w.Held()), Clause: s.Headline,
		ClauseTitle: s.Clauses[s.Headline].Title, InHistory: InHistoryOf(s),
		End: w.Calendar.Label(w.Calendar.Ticks() - 1), Seed: opts.Seed, Asked: opts.Runs, ToPlay: opts.Runs, Failures: []Failure{},
	}
}

// OfAll makes a head, that of the first, one of an answer about several worlds, of which w is one: it keeps what they
// share. Once they are of several scenarios it names those, and has no title, base, clause or end of its own: these stand
// in the answer, world by world.
func (h *Head) OfAll(w *sim.World) {
	s := &w.Scenario
	h.Overrides = Shared(h.Overrides, s.Overrides)
	h.Draws, h.HeldFast = max(h.Draws, w.Draws()), Shared(h.HeldFast, w.Held())
	if h.Theory != s.Theory {
		h.Theory = ""
	}
	if h.Parameters != fingerprint(s.Parameters) {
		h.Parameters = ""
	}
	switch {
	case h.Scenario == s.Name || slices.Contains(h.Scenarios, s.Name):
		return
	case len(h.Scenarios) == 0:
		h.Scenarios = []string{h.Scenario}
	}
	h.Scenarios = append(h.Scenarios, s.Name)
	h.Scenario, h.Title, h.Base, h.Changes, h.History = "", "", "", []string{}, ""
	h.Clause, h.ClauseTitle, h.End, h.InHistory = "", "", "", nil
}

// Shared are the texts in both of two lists.
func Shared(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(text string) bool { return !slices.Contains(b, text) })
}

// Top is the head of the answer that it is embedded in.
func (h *Head) Top() *Head { return h }

// CutShort tells whether less was played than was asked for.
func (h *Head) CutShort() bool { return h.Played < h.ToPlay }

// list is a copy that JSON writes as a list even if it is empty.
func list(of []string) []string { return append([]string{}, of...) }

// fingerprint is short for a set of parameters: two sets with the same one are the same.
func fingerprint(p sim.Parameters) string {
	return fmt.Sprintf("%x", sha256.Sum256(fmt.Appendf(nil, "%v", p)))[:12]
}

// Answer is what a question comes to.
type Answer interface {
	Top() *Head
	Tables() []Table // tidy CSV
}

// fileHead begins the answer to a question that plays nothing: about a file of actors, or about no file at all.
func fileHead(question, unit, file string) Head {
	return Head{
		Format: Format, Question: question, Version: sim.Version, Scenario: file, OfFile: file != "", Title: file, Unit: unit,
		Changes: []string{}, Overrides: []string{}, HeldFast: []string{},
		Failures: []Failure{},
	}
}

// namesOf are the names of the states of a scenario, by id.
func namesOf(s sim.Scenario) map[string]string {
	names := map[string]string{}
	for id, state := range s.States {
		names[id] = state.Name
	}
	return names
}
