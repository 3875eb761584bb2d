package lab

import (
	"maps"
	"slices"

	"entente/sim"
)

// EventKind is what happens in a history.
type EventKind string

// The kinds, in the order in which they are told within a tick.
const (
	EventShock      EventKind = "shock"
	EventGovernment EventKind = "government" // a state that some clause is offered to, or a rival, has a new one
	EventFounded    EventKind = "founded"    // an arrangement of three or more
	EventSigns      EventKind = "signs"
	EventRefused    EventKind = "refused" // parliament or people turn down what was signed
	EventRatifies   EventKind = "ratifies"
	EventWithdraws  EventKind = "withdraws" // a signature that was not ratified
	EventSuspends   EventKind = "suspends"  // its part in a clause that binds it
	EventReturns    EventKind = "returns"   // from that
	EventLeaves     EventKind = "leaves"
	EventInForce    EventKind = "in-force"
	EventEnds       EventKind = "ends" // a clause that was in force
)

// Event is one thing that happens in a history.
type Event struct {
	Tick   string    `json:"tick"`             // label, such as 2027Q1
	Kind   EventKind `json:"kind"`             // what happens
	Of     string    `json:"of"`               // id of the shock, state or clause that it happens to; none of an arrangement
	Clause string    `json:"clause,omitempty"` // id of the clause that a state signs, ratifies or leaves
	States []string  `json:"states,omitempty"` // ids of the members of an arrangement
}

// chronicle follows one history and notes what happens.
type chronicle struct {
	w       *sim.World
	shocks  []string // ids, by number
	concern []bool   // state: its governments matter to some clause
	stands  []sim.Standing
	inForce []bool
	circles int
}

// newChronicle begins to watch a run where it stands.
func newChronicle(run *sim.Run) *chronicle {
	w := run.World()
	c := &chronicle{w: w, shocks: slices.Sorted(maps.Keys(w.Scenario.Shocks)), stands: make([]sim.Standing, len(w.Clauses)*w.N()),
		inForce: make([]bool, len(w.Clauses)), circles: run.Circles(), concern: make([]bool, w.N())}
	for _, q := range w.Rivals {
		c.concern[w.State(q)] = true
	}
	for p := range w.Clauses {
		c.inForce[p] = run.InForce(p)
		for _, i := range invited(w, p) {
			c.stands[p*w.N()+i], c.concern[i] = run.Standing(p, i), true
		}
	}
	return c
}

// invited are all to whom a clause is offered.
func invited(w *sim.World, clause int) []int {
	founders, openTo := w.Invited(clause)
	return append(slices.Clone(founders), openTo...)
}

// since is what has happened in the tick that run has just played.
func (c *chronicle) since(run *sim.Run) (all []Event) {
	w, label := c.w, c.w.Calendar.Label(run.Tick)
	note := func(kind EventKind, of string) *Event {
		all = append(all, Event{Tick: label, Kind: kind, Of: of})
		return &all[len(all)-1]
	}
	for k, id := range c.shocks {
		if run.Struck(k) {
			note(EventShock, id)
		}
	}
	for i, id := range w.States {
		if run.NewGovernment(i) && c.concern[i] {
			note(EventGovernment, id)
		}
	}
	for ; c.circles < run.Circles(); c.circles++ {
		members, _ := run.Circle(c.circles)
		note(EventFounded, "").States = w.IDs(members)
	}
	for p, clause := range w.Clauses {
		for _, i := range invited(w, p) {
			place := p*w.N() + i
			for _, kind := range steps(c.stands[place], run.Standing(p, i)) {
				note(kind, w.States[i]).Clause = clause
			}
			c.stands[place] = run.Standing(p, i)
		}
		switch now := run.InForce(p); {
		case now && !c.inForce[p]:
			note(EventInForce, clause)
		case !now && c.inForce[p]:
			note(EventEnds, clause)
		}
		c.inForce[p] = run.InForce(p)
	}
	return all
}

// steps are what must have happened for a state to stand otherwise with a clause than a tick ago.
func steps(was, is sim.Standing) (all []EventKind) {
	member := func(s sim.Standing) bool { return s == sim.IsMember || s == sim.SitsOut }
	in := func(s sim.Standing) bool { return s == sim.HasSigned || member(s) }
	if !in(was) && (in(is) || is == sim.Refused && was != sim.Refused) {
		all = append(all, EventSigns)
	}
	switch {
	case is == sim.Refused && was != sim.Refused:
		all = append(all, EventRefused)
	case member(is) && !member(was):
		all = append(all, EventRatifies)
	case was == sim.HasSigned && !in(is):
		all = append(all, EventWithdraws)
	case member(was) && !in(is):
		all = append(all, EventLeaves)
	}
	switch {
	case is == sim.SitsOut && was != sim.SitsOut:
		all = append(all, EventSuspends)
	case was == sim.SitsOut && is == sim.IsMember:
		all = append(all, EventReturns)
	}
	return all
}
