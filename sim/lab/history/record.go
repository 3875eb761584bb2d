package history

import (
	"context"
	"io"
	"maps"
	"slices"
	"strconv"

	"entente/sim"
	"entente/sim/lab"
)

// Filed is a scenario that holds a truth, with what its file says of itself.
type Filed struct {
	Scenario  sim.Scenario
	Sources   []string // names of the data behind its figures
	SourcesOf string   // the scenario whose file explains them
	LeftOut   string   // what the file does not tell
}

// Record is the episodes of history that a model can be held to, and what became of them. Its head says
// what the scenarios share.
type Record struct {
	lab.Head
	Episodes  []FiledEpisode `json:"episodes"`           // scenario by scenario
	Agreement []Agreement    `json:"agreement"`          // of two coders, where the stances of a scenario were coded twice
	Together  Agreement      `json:"agreement_together"` // of all scenarios that were coded twice
}

// FiledEpisode is one of them.
type FiledEpisode struct {
	Name      string   `json:"name"`           // of the scenario
	Title     string   `json:"title"`          // of the scenario
	Question  string   `json:"question"`       // what its file says that it asks
	Base      string   `json:"base,omitempty"` // the scenario that it is built on
	From      string   `json:"from"`           // first tick
	To        string   `json:"to"`             // last tick
	States    int      `json:"states"`         // how many it has
	Claims    int      `json:"claims"`         // that a hindcast scores
	Came      bool     `json:"came"`           // the headline clause came into force
	Fates     []Fate   `json:"fates"`          // of its clauses, by id
	Sources   []string `json:"sources"`        // that its file names
	SourcesOf string   `json:"sources_of"`     // what its file says that they are the sources of
	LeftOut   string   `json:"left_out"`       // what its file says that it does not tell
}

// Fate is what became of one clause. Days are in their order.
type Fate struct {
	Clause  string   `json:"clause"`   // its id
	Title   string   `json:"title"`    // of the clause
	Scored  int      `json:"scored"`   // states whose part is scored
	Before  int      `json:"before"`   // whom it bound when the scenario starts
	Signed  []OnDay  `json:"signed"`   // who signed
	Acceded []OnDay  `json:"acceded"`  // whom it came to bind without their signing here
	Bound   int      `json:"bound"`    // whom it came to bind in all, beside those of before
	Refused []OnDay  `json:"refused"`  // whom a vote at home refused
	Left    []OnDay  `json:"left"`     // whom it ceased to bind
	InForce sim.Date `json:"in_force"` // day on which it entered into force, year, decimal; 0: never
	Ended   sim.Date `json:"ended"`    // day on which it ended, year, decimal; 0: never
}

// OnDay is states to which the same happened on one day.
type OnDay struct {
	Day    sim.Date `json:"day"`    // year, decimal
	States []string `json:"states"` // by name
}

// AskRecord tells what became of the clauses of some scenarios and counts what a hindcast claims of them. Claims are made by
// the truth and the calendar, so that one run of each is enough to count them. It also compares the stances that were coded twice.
func AskRecord(ctx context.Context, filed []Filed, twice []Twice, opts lab.Options) *Record {
	var episodes []Episode
	all := map[string]sim.Scenario{}
	for _, f := range filed {
		episodes = append(episodes, EpisodeOf(f.Scenario))
		all[f.Scenario.Name] = f.Scenario
	}
	opts.Runs = 1
	h := AskHindcast(ctx, episodes, all, opts)
	h.Question = "episodes"
	r := &Record{Head: h.Head, Episodes: []FiledEpisode{}}
	for k, v := range h.Verdicts {
		f := filed[k]
		s := f.Scenario
		calendar := sim.NewCalendar(s.Start, s.End, s.Tick)
		e := FiledEpisode{
			Name: s.Name, Title: s.Title, Question: s.Summary, Base: s.Base, From: calendar.Label(0),
			To:     calendar.Label(calendar.Ticks() - 1),
			States: len(s.States), Claims: len(v.Claims), Fates: []Fate{},
			Came: s.Truth[s.Headline].InForce != 0, Sources: f.Sources, SourcesOf: f.SourcesOf, LeftOut: f.LeftOut,
		}
		for _, clause := range slices.Sorted(maps.Keys(s.Truth)) {
			e.Fates = append(e.Fates, fate(s, clause))
		}
		r.Episodes = append(r.Episodes, e)
	}
	r.Agreement, r.Together = Agree(twice, opts.Seed)
	return r
}

// fate is what became of a clause.
func fate(s sim.Scenario, clause string) Fate {
	c, t := s.Clauses[clause], s.Truth[clause]
	f := Fate{
		Clause: clause, Title: c.Title, Scored: len(t.Scored(&c)), Before: len(c.Members), Signed: byDay(s, t.Signed),
		Refused: byDay(s, t.Refused),
		Left:    byDay(s, t.Left), InForce: t.InForce, Ended: t.Ended,
	}
	acceded := map[string]sim.Date{}
	for id := range s.States {
		if day, joined := t.Joined(id); joined && c.Members[id] == 0 {
			f.Bound++
			if t.Signed[id] == 0 {
				acceded[id] = day
			}
		}
	}
	f.Acceded = byDay(s, acceded)
	return f
}

// byDay gathers states by the day on which the same happened to them.
func byDay(s sim.Scenario, days map[string]sim.Date) []OnDay {
	all := []OnDay{}
	for _, day := range slices.Compact(slices.Sorted(maps.Values(days))) {
		on := OnDay{Day: day}
		for _, id := range slices.Sorted(maps.Keys(days)) {
			if days[id] == day {
				on.States = append(on.States, s.States[id].Name)
			}
		}
		slices.Sort(on.States)
		all = append(all, on)
	}
	return all
}

// Tables are the record as tidy CSV.
func (r *Record) Tables() []lab.Table {
	return []lab.Table{
		{Name: "episodes.csv", About: "one row per episode: its question, its states and its claims", Write: r.writeEpisodes},
		{Name: "fates.csv", About: "one row per episode, clause and state to which something happened", Write: r.writeFates},
		{Name: "agreement.csv", About: "one row per scenario whose stances were coded twice: how far the two coders agree",
			Write: r.writeAgreement},
	}
}

func (r *Record) writeEpisodes(out io.Writer) error {
	return lab.Rows(out, []string{"episode", "title", "question", "from", "to", "states", "claims"}, func(row func(...string)) {
		for _, e := range r.Episodes {
			row(e.Name, e.Title, e.Question, e.From, e.To, strconv.Itoa(e.States), strconv.Itoa(e.Claims))
		}
	})
}

func (r *Record) writeAgreement(out io.Writer) error {
	return lab.Rows(out, []string{"scenario", "stances", "units", "same_rung", "mean_distance", "second_higher", "kappa", "kappa_low95",
		"kappa_high95"}, func(row func(...string)) {
		for _, a := range r.Agreement {
			row(a.Scenario, strconv.Itoa(a.Stances), strconv.Itoa(a.Units), lab.Digits(a.Same), lab.Digits(a.Apart), lab.Digits(a.Higher),
				lab.Digits(a.Kappa.Mean),
				lab.Digits(a.Kappa.Low), lab.Digits(a.Kappa.High))
		}
	})
}

func (r *Record) writeFates(out io.Writer) error {
	return lab.Rows(out, []string{"episode", "clause", "what", "day", "state"}, func(row func(...string)) {
		for _, e := range r.Episodes {
			for _, f := range e.Fates {
				for _, x := range []struct {
					what string
					days []OnDay
				}{{"signed", f.Signed}, {"acceded", f.Acceded}, {"refused", f.Refused}, {"left", f.Left}} {
					for _, d := range x.days {
						for _, state := range d.States {
							row(e.Name, f.Clause, x.what, d.Day.Text(), state)
						}
					}
				}
			}
		}
	})
}
