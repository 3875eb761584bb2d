package lab

import (
	"io"
	"strconv"

	"entente/sim"
)

// Catalogue is which scenarios and studies there are. Nothing is played.
type Catalogue struct {
	Head
	Entries []Entry      `json:"shipped"` // scenarios, in the order in which they are told
	Studies []StudyEntry `json:"studies"` // that stand on these
}

// StudyEntry is a study that is shipped.
type StudyEntry struct {
	Name     string `json:"name"`     // as a command takes it
	Title    string `json:"title"`    // in words
	Scenario string `json:"scenario"` // its name
	Design   string `json:"design"`   // how its points are laid out
	Factors  int    `json:"factors"`  // how many figures it moves
}

// Entry is one of them.
type Entry struct {
	Name    string `json:"name"`           // as a command takes it
	Title   string `json:"title"`          // in words
	Summary string `json:"summary"`        // what it is about; "" if it does not say
	Base    string `json:"base,omitempty"` // the scenario that this one is built on
	From    string `json:"from"`           // first tick
	To      string `json:"to"`             // last tick
	States  int    `json:"states"`         // how many it has
	Clause  string `json:"clause"`         // id of the one that is asked about
	Truth   bool   `json:"truth"`          // it holds what became of a clause
}

// NewCatalogue lists scenarios and studies in their order.
func NewCatalogue(all []sim.Scenario, studies []StudyEntry) *Catalogue {
	c := &Catalogue{Head: fileHead("list", "", ""), Entries: []Entry{}, Studies: append([]StudyEntry{}, studies...)}
	for _, s := range all {
		ticks := sim.NewCalendar(s.Start, s.End, s.Tick)
		c.Entries = append(c.Entries, Entry{
			Name: s.Name, Title: s.Title, Summary: s.Summary, Base: s.Base, From: ticks.Label(0), To: ticks.Label(ticks.Ticks() - 1), States: len(s.States),
			Clause: s.Headline, Truth: len(s.Truth) > 0,
		})
	}
	return c
}

// Tables are the catalogue as tidy CSV.
func (c *Catalogue) Tables() []Table {
	return []Table{{"scenarios.csv", "one row per scenario", c.write}, {"studies.csv", "one row per study", c.writeStudies}}
}

func (c *Catalogue) writeStudies(out io.Writer) error {
	return Rows(out, []string{"study", "title", "scenario", "design", "factors"}, func(row func(...string)) {
		for _, s := range c.Studies {
			row(s.Name, s.Title, s.Scenario, s.Design, strconv.Itoa(s.Factors))
		}
	})
}

func (c *Catalogue) write(out io.Writer) error {
	header := []string{"scenario", "title", "summary", "base", "from", "to", "states", "clause", "truth"}
	return Rows(out, header, func(row func(...string)) {
		for _, e := range c.Entries {
			row(e.Name, e.Title, e.Summary, e.Base, e.From, e.To, strconv.Itoa(e.States), e.Clause, YesNo(e.Truth))
		}
	})
}

// aboutLists: what the columns of lists mean.
func (l *wordList) aboutLists() {
	l.say("", "study", "its name", "")
	l.say("", "design", "how the points are laid out", "")
	l.say("", "factors", "how many figures it moves", "figures")
	l.say("", "summary", "what it is about", "")
	l.say("", "base", "the scenario that this one is built on; empty if it stands alone", "")
	l.say("scenarios.csv episodes.csv", "states", "how many it has", "states")
	l.say("events.csv", "states", "ids of the members of an arrangement, with spaces between", "")
	l.say("scenarios.csv", "truth", "it holds what became of a clause", ofYesNo)
	l.say("", "question", "what its file says that it asks", "")
}
