package model

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"

	"entente/sim"
	"entente/sim/lab"
)

// Desk answers the questions of a page. It keeps the scenarios that it was given and the worlds last asked about.
type Desk struct {
	packs  map[string]*Pack
	draws  *sim.Draws
	worlds []laid // the latest last
}

type laid struct {
	key   string
	world *sim.World
}

// NewDesk is a desk without scenarios.
func NewDesk() *Desk { return &Desk{packs: map[string]*Pack{}} }

// Spec says which world is asked about: a scenario, with a theory and figures of one's own.
type Spec struct {
	Scenario string    `json:"scenario"`
	Theory   string    `json:"theory,omitempty"`
	Set      []Setting `json:"set,omitempty"`
}

// Setting is one figure with a value of one's own.
type Setting struct {
	Path  string  `json:"path"` // as after --set
	Value float64 `json:"value"`
}

// Question is what a page asks. Ask says which of the others count.
type Question struct {
	Ask     string           `json:"ask"`
	Packs   map[string]*Pack `json:"packs,omitempty"`
	Draws   *sim.Draws       `json:"draws,omitempty"`
	World   Spec             `json:"world"`
	Second  *Spec            `json:"second,omitempty"` // the world to be laid beside
	Seed    uint64           `json:"seed,omitempty"`
	Run     int              `json:"run,omitempty"`
	From    int              `json:"from,omitempty"`
	To      int              `json:"to,omitempty"`
	Batches []lab.Batch      `json:"batches,omitempty"`
	Others  []lab.Batch      `json:"others,omitempty"` // of the second world
	State   string           `json:"state,omitempty"`
	Tick    int              `json:"tick,omitempty"`
	Inputs  bool             `json:"inputs,omitempty"` // look for what would turn the decision
	Said    []Saying         `json:"said,omitempty"`   // by a class that plays some states
	Turns   int              `json:"turns,omitempty"`  // how many of its turns are played
}

// Saying is what a class says for a state in one turn: yes or no to the headline clause.
type Saying struct {
	Turn  int    `json:"turn"` // from 1
	State string `json:"state"`
	Yes   bool   `json:"yes"`
}

// Fault is why a question has no answer, for the page to put into words.
type Fault struct {
	Kind string  `json:"kind"`           // one of question, scenario, theory, figure, range, whole, state, tick, turn, model
	What string  `json:"what,omitempty"` // the name or path at fault, or what the model took for impossible
	Low  float64 `json:"low,omitempty"`
	High float64 `json:"high,omitempty"`
}

func (f *Fault) Error() string { return f.Kind + ": " + f.What }

// World tells a page what it must know of a world to show it.
type World struct {
	Ticks  []string      `json:"ticks"` // names, in order
	States []StateAtDesk `json:"states"`
	Draws  int           `json:"draws"` // sets of constants that runs play in turn
	Turns  []lab.Span    `json:"turns"` // of a role play
}

// StateAtDesk is a state that the headline clause invites.
type StateAtDesk struct {
	ID    string   `json:"id"`
	Role  lab.Role `json:"role"`
	Bound bool     `json:"bound_at_start,omitempty"`
	First int      `json:"first"` // tick at which it may first decide
}

// Ask answers a question in JSON by an answer in JSON, or by an object with a Fault as "fault".
func (d *Desk) Ask(question string) (answer string) {
	defer func() {
		if p := recover(); p != nil {
			answer = reply(nil, &Fault{Kind: "model", What: fmt.Sprint(p)})
		}
	}()
	var q Question
	in := json.NewDecoder(strings.NewReader(question))
	in.DisallowUnknownFields() // figures that go by other names here would count as nought
	if err := in.Decode(&q); err != nil {
		return reply(nil, &Fault{Kind: "question", What: err.Error()})
	}
	return reply(d.answer(&q))
}

// told writes an answer.
func reply(found any, fault *Fault) string {
	if fault != nil {
		found = map[string]*Fault{"fault": fault}
	}
	text, err := json.Marshal(found)
	if err != nil {
		panic(fmt.Sprintf("model: an answer that JSON cannot hold: %v", err))
	}
	return string(text)
}

func (d *Desk) answer(q *Question) (any, *Fault) {
	if q.Ask == "load" {
		for name, p := range q.Packs {
			d.packs[name] = p
		}
		if q.Draws != nil {
			d.draws = q.Draws
		}
		return map[string]string{"version": sim.Version}, nil
	}
	w, fault := d.World(q.World)
	if fault != nil {
		return nil, fault
	}
	switch q.Ask {
	case "world":
		return aboutWorld(w), nil
	case "play":
		return lab.PlayBatch(context.Background(), w, q.Seed, q.From, q.To), nil
	case "brief":
		return lab.BriefOf(w, q.Batches), nil
	case "beside":
		if q.Second == nil {
			return nil, &Fault{Kind: "question", What: "beside"}
		}
		second, fault := d.World(*q.Second)
		if fault != nil {
			return nil, fault
		}
		return lab.BesideOf(w, second, q.Batches, q.Others), nil
	case "history":
		tale, failure := lab.TaleOf(w, q.Seed, q.Run)
		if failure != "" {
			return nil, &Fault{Kind: "model", What: failure}
		}
		return tale, nil
	case "explain":
		return explained(w, q)
	case "roles":
		return rolesPlayed(w, q)
	}
	return nil, &Fault{Kind: "question", What: q.Ask}
}

func aboutWorld(w *sim.World) World {
	about := World{Draws: w.Draws(), States: []StateAtDesk{}, Turns: lab.Spans(w, w.Headline())}
	for t := range w.Calendar.Ticks() {
		about.Ticks = append(about.Ticks, w.Calendar.Label(t))
	}
	h := w.Headline()
	for _, i := range lab.ByRole(w, h) {
		if role := lab.RoleOf(w, h, i); role.Invited() {
			about.States = append(about.States, StateAtDesk{w.States[i], role, lab.BoundAtStart(&w.Scenario, w.Scenario.Headline,
				w.States[i]), w.FirstDecision(h, i)})
		}
	}
	return about
}

// explained lays open what a state makes of the headline clause at a tick of a run.
func explained(w *sim.World, q *Question) (any, *Fault) {
	i, ok := slices.BinarySearch(w.States, q.State)
	h := w.Headline()
	if !ok || !lab.RoleOf(w, h, i).Invited() {
		return nil, &Fault{Kind: "state", What: q.State}
	}
	if q.Tick < 0 || q.Tick >= w.Calendar.Ticks() {
		return nil, &Fault{Kind: "tick", What: fmt.Sprint(q.Tick)}
	}
	return Decide(w, q.Seed, q.Run, q.State, q.Tick, q.Inputs), nil
}

// rolesPlayed plays some turns of a history in which a class decides for some states, as entente play does.
func rolesPlayed(w *sim.World, q *Question) (any, *Fault) {
	h := w.Headline()
	turns := len(lab.Turns(w, h)) - 1
	if q.Turns < 1 || q.Turns > turns {
		return nil, &Fault{Kind: "turn", What: fmt.Sprint(q.Turns)}
	}
	said := make([]lab.Said, 0, len(q.Said))
	for _, s := range q.Said {
		i, ok := slices.BinarySearch(w.States, s.State)
		switch {
		case !ok || !lab.RoleOf(w, h, i).Invited():
			return nil, &Fault{Kind: "state", What: s.State}
		case s.Turn < 1 || s.Turn > turns:
			return nil, &Fault{Kind: "turn", What: fmt.Sprint(s.Turn)}
		}
		said = append(said, lab.Said{Turn: s.Turn, State: i, Yes: s.Yes})
	}
	return lab.PlayRoles(w, uint64(q.Run), h, said, q.Turns, lab.Options{Runs: 1, Seed: q.Seed}), nil
}

// Decide lays open what an invited state makes of the headline clause at a tick of a run; with what would turn it if inputs is set.
// That a state is not invited is a broken promise.
func Decide(w *sim.World, seed uint64, run int, state string, tick int, inputs bool) Decision {
	ask := w.Decision
	if inputs {
		ask = w.Explain
	}
	e, err := ask(seed, uint64(run), w.Headline(), w.State(state), tick)
	if err != nil {
		panic("model: " + err.Error())
	}
	return decisionOf(e)
}

// Decision is an explanation as far as a page shows it.
type Decision struct {
	State       string       `json:"state"`
	Tick        string       `json:"tick"`
	Standing    sim.Standing `json:"standing"`
	Terms       []Reason     `json:"terms"`             // those that weigh anything, the heaviest first
	Inertia     float64      `json:"inertia,omitempty"` // what speaks for staying in what is ratified
	Utility     float64      `json:"utility"`
	Chance      float64      `json:"chance"`
	Disposition float64      `json:"disposition"`
	Willing     bool         `json:"willing"`
	Signs       bool         `json:"signs"`
	Held        sim.HeldBack `json:"held,omitempty"`
	Flips       []Turning    `json:"flips"` // figures some value of which turns the decision, the nearest for its range first
}

// Reason is a term of a decision in logits.
type Reason struct {
	Term   string  `json:"term"`
	Logits float64 `json:"logits"`
}

// Turning is a figure that would turn a decision, and where.
type Turning struct {
	Path  string  `json:"path"`
	Value float64 `json:"value"`
	At    float64 `json:"at"`
}

func decisionOf(e *sim.Explanation) Decision {
	d := Decision{State: e.State, Tick: e.Tick, Standing: e.Standing, Terms: []Reason{}, Inertia: e.Inertia, Utility: e.Utility, Chance: e.Chance, Disposition: e.Disposition,
		Willing: e.Willing, Signs: e.Signs, Held: e.Held, Flips: []Turning{}}
	for k, v := range e.Terms {
		if v != 0 {
			d.Terms = append(d.Terms, Reason{sim.Term(k).String(), v})
		}
	}
	slices.SortStableFunc(d.Terms, func(a, b Reason) int {
		switch x, y := math.Abs(a.Logits), math.Abs(b.Logits); {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return 0
	})
	far := map[string]float64{}
	for _, in := range e.Inputs {
		if in.Flips && !in.Felt {
			d.Flips = append(d.Flips, Turning{in.Path, in.Value, in.FlipAt})
			far[in.Path] = math.Abs(in.FlipAt-in.Value) / (in.High - in.Low)
		}
	}
	slices.SortStableFunc(d.Flips, func(a, b Turning) int {
		if far[a.Path] < far[b.Path] {
			return -1
		}
		return 1
	})
	d.Flips = d.Flips[:min(len(d.Flips), 8)]
	return d
}

// mostWorlds is how many worlds a desk keeps: two beside each other, and those before.
const mostWorlds = 6

// World is the world that a spec asks for.
func (d *Desk) World(spec Spec) (*sim.World, *Fault) {
	text, _ := json.Marshal(spec)
	key := string(text)
	if k := slices.IndexFunc(d.worlds, func(l laid) bool { return l.key == key }); k >= 0 {
		return d.worlds[k].world, nil
	}
	s, fault := d.scenario(spec)
	if fault != nil {
		return nil, fault
	}
	w := sim.NewWorld(s)
	d.worlds = append(d.worlds, laid{key, w})
	d.worlds = d.worlds[max(0, len(d.worlds)-mostWorlds):]
	return w, nil
}

// scenario is a scenario with figures set, or what is wrong with them.
func (d *Desk) scenario(spec Spec) (sim.Scenario, *Fault) {
	pack, ok := d.packs[spec.Scenario]
	if !ok {
		return sim.Scenario{}, &Fault{Kind: "scenario", What: spec.Scenario}
	}
	s := pack.Unpack(d.draws)
	if spec.Theory != "" {
		if !slices.ContainsFunc(sim.Theories(), func(t sim.Theory) bool { return t.Name == spec.Theory }) {
			return s, &Fault{Kind: "theory", What: spec.Theory}
		}
		s.Theory = spec.Theory
	}
	for _, set := range spec.Set {
		f, ok := sim.FigureAt(set.Path)
		switch {
		case !ok || strings.Contains(set.Path, sim.Row) || !f.In(&s):
			return s, &Fault{Kind: "figure", What: set.Path}
		case f.Inert(&s):
			return s, &Fault{Kind: "idle", What: set.Path}
		case !(set.Value >= f.Low && set.Value <= f.High):
			return s, &Fault{Kind: "range", What: set.Path, Low: f.Low, High: f.High}
		case strings.HasSuffix(set.Path, ".minimum") && set.Value != math.Trunc(set.Value): // the one figure that counts
			return s, &Fault{Kind: "whole", What: set.Path}
		}
		f.Set(&s, set.Value)
	}
	return s, nil
}
