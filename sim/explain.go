package sim

import (
	"fmt"
	"slices"
)

// Explanation is one decision of one run laid open.
type Explanation struct {
	State       string            `json:"state"`               // id
	Tick        string            `json:"tick"`                // label, such as 2027Q1
	Run         uint64            `json:"run"`                 // number, from 0
	Standing    Standing          `json:"standing"`            // whether it decides at this tick, and why not
	Decides     bool              `json:"decides"`             // at this tick: it weighs the clause and may sign
	Terms       Terms             `json:"terms"`               // of its utility, in logits
	Formulas    []Formula         `json:"formulas"`            // how each term is worked out
	Constants   []Constant        `json:"constants"`           // that it is weighed by
	Utility     float64           `json:"utility"`             // sum of the terms, in logits
	Inertia     float64           `json:"inertia"`             // what speaks for staying, in logits, for one that has ratified
	Noise       float64           `json:"noise"`               // by which logits are divided before they become a chance
	Chance      float64           `json:"chance"`              // of signing; of staying, for one that has signed
	Disposition float64           `json:"disposition"`         // of the government: it is willing if the chance exceeds it, and the bar that flips must cross
	Willing     bool              `json:"willing"`             // the chance exceeds the disposition
	Signs       bool              `json:"signs"`               // it does, at this tick
	Held        HeldBack          `json:"held_back,omitempty"` // why one that is willing does not
	Lacking     *Lacking          `json:"lacking,omitempty"`   // what the clause lacks then, if it is held back by that
	Expected    []ExpectedAtTable `json:"expects"`             // the others at the table
	Behind      Behind            `json:"behind"`              // who and what stands behind the danger
	Inputs      []Input           `json:"inputs"`              // the figures that move a term; none from Decision
}

// Standing is where a state stands with a clause before it decides.
type Standing string

// The standings. Only who weighs a clause may sign it now.
const (
	Weighs    Standing = "weighs"     // has not signed and may
	HasSigned Standing = "signed"     // and not yet ratified: the chance is that a new government would sign again
	IsMember  Standing = "ratified"   // the chance is that of staying
	SitsOut   Standing = "suspended"  // its part: the chance is that of coming back
	Barred    Standing = "barred"     // by law: the chance is what it would be without the bar
	Refused   Standing = "refused"    // at home, and may not sign before the government changes
	Uninvited Standing = "uninvited"  // until later: the chance is what it would be if it were
	Waits     Standing = "waits"      // to accede, which it may only once the clause is in force
	TooLate   Standing = "closed-out" // the clause is closed to founders
)

// HeldBack is why a willing state does not sign.
type HeldBack string

// The reasons. A treaty is signed at a table.
const (
	ByTooFew HeldBack = "too-few"   // those whom the clause needs are not willing at once
	ByOthers HeldBack = "unwelcome" // others will not have it at the table
)

// Lacking is what a clause lacks to be signed at a tick: a state without which it binds nobody, or so many as it takes.
type Lacking struct {
	Needed []string `json:"needed"` // ids of those it cannot do without who are not willing
	In     int      `json:"in"`     // states that are willing and welcome, or have signed
	Least  int      `json:"least"`  // states that it takes
}

// ExpectedAtTable is the chance that another party to the clause is in, as all expect it.
type ExpectedAtTable struct {
	State  string  `json:"state"`  // id
	Signed bool    `json:"signed"` // it has, so that nobody need guess
	Needed bool    `json:"needed"` // without it the clause binds nobody, so it is weighed as if it were in
	Chance float64 `json:"chance"` // that it is in, in [0, 1]
}

// Explain is Decision with the figures behind it, and what would turn it.
func (w *World) Explain(seed, run uint64, clause, state, tick int) (*Explanation, error) {
	e, r, look := w.layOpen(seed, run, clause, state, tick)
	if e == nil {
		return nil, uninvited(w, clause, state)
	}
	for _, in := range r.inputs(clause, state) {
		if in.Terms = r.touches(&in, look, e.Terms); len(in.Terms) > 0 {
			r.flip(&in, look, e.Disposition)
			e.Inputs = append(e.Inputs, in)
		}
	}
	return e, nil
}

// Decision replays run of seed up to a tick and lays open what state makes of clause there. A state that does not decide
// then, because it has signed or may not sign, is asked what it would make of it. It fails if the state is not invited.
func (w *World) Decision(seed, run uint64, clause, state, tick int) (*Explanation, error) {
	e, _, _ := w.layOpen(seed, run, clause, state, tick)
	if e == nil {
		return nil, uninvited(w, clause, state)
	}
	return e, nil
}

func uninvited(w *World, clause, state int) error {
	return fmt.Errorf("%s is not invited to %s", w.States[state], w.Clauses[clause])
}

// layOpen lays a decision open, with the run at that point and the means to look at the decision again; none of a state
// that is not invited.
func (w *World) layOpen(seed, run uint64, clause, state, tick int) (e *Explanation, r *Run, look func() (Terms, float64)) {
	seat := slices.Index(w.clauses[clause].invited, state)
	if seat < 0 {
		return nil, nil, nil
	}
	r = NewRun(w.copyAt(tick))
	r.replay(seed, run, clause, tick)
	e = &Explanation{State: w.States[state], Tick: w.Calendar.Label(tick), Run: run, Expected: []ExpectedAtTable{}, Inputs: []Input{}}
	e.Standing, e.Decides = r.standing(clause, seat)
	r.invite(state)
	r.expects()
	t := &r.talks
	for a, j := range t.seats {
		if j != state {
			e.Expected = append(e.Expected, ExpectedAtTable{w.States[j], !t.decides[a], t.decides[a] && t.needed[a], t.expect[a]})
		}
	}
	e.Inertia, e.Noise = r.inertia(clause, state), w.Parameters.Common.Noise
	expect := slices.Clone(t.expect[:len(t.seats)])
	look = func() (Terms, float64) {
		copy(t.expect, expect)
		r.prepare()
		terms := r.weigh(t.seat[state])
		return terms, w.Parameters.Common.chance(terms.Sum() + e.Inertia)
	}
	e.Terms, e.Chance = look()
	e.Utility, e.Disposition = e.Terms.Sum(), r.disposition(clause, state)
	e.Willing = e.Disposition < e.Chance
	e.Constants = r.w.constants()
	e.Formulas, e.Behind = r.formulas(t.seat[state], &e.Terms), r.behind(state)
	if e.Decides && e.Willing {
		e.Signs, e.Held, e.Lacking = w.fate(seed, run, clause, state, tick)
	}
	return e, r, look
}

// WillingBy is in how many draws of constants a state would be willing in run of a seed at a tick, each with the history that it
// makes and with the same luck; of none if the constants are those of the world. It asks what the state would make of the clause
// whatever it stands to it. Who is not invited is never willing.
func (w *World) WillingBy(seed, run uint64, clause, state, tick int) (willing, draws int) {
	if !slices.Contains(w.clauses[clause].invited, state) {
		return 0, w.Draws()
	}
	r := NewRun(w)
	for draw := range w.Draws() {
		r.replayBy(seed, run, draw, clause, tick)
		r.invite(state)
		r.expects()
		r.prepare()
		if r.disposition(clause, state) < w.Parameters.Common.chance(r.utilityOf(r.talks.seat[state])+r.inertia(clause, state)) {
			willing++
		}
	}
	return willing, w.Draws()
}

// replay plays run of seed up to the point of a tick at which a clause is on the table, with narrower ones weighed before it.
func (r *Run) replay(seed, run uint64, clause, tick int) {
	r.replayBy(seed, run, r.w.DrawOf(run), clause, tick)
}

// replayBy is replay with the constants of a draw.
func (r *Run) replayBy(seed, run uint64, draw, clause, tick int) {
	r.playTo(seed, run, draw, tick)
	for _, o := range r.w.narrowFirst { // as in decide
		if o == clause {
			break
		}
		r.consider(o)
	}
	r.convene(clause)
}

// playTo plays run of seed up to the decisions of a tick, with the constants of a draw.
func (r *Run) playTo(seed, run uint64, draw, tick int) {
	r.StartBy(seed, run, draw)
	for r.Tick+1 < tick {
		r.Step()
	}
	r.prelude()
}

// fate is what becomes of the will to sign.
func (w *World) fate(seed, run uint64, clause, state, tick int) (signs bool, held HeldBack, lacking *Lacking) {
	r := NewRun(w)
	r.playTo(seed, run, w.DrawOf(run), tick)
	for _, o := range w.narrowFirst {
		r.consider(o)
	}
	r.screen()
	p := clause*w.N() + state
	if !r.willing[p] {
		return false, ByOthers, nil
	}
	lacking = r.lacking(clause)
	r.commit()
	if r.signedAt[p] == tick {
		return true, "", nil
	}
	return false, ByTooFew, lacking
}

// lacking is what clause c lacks to be signed by those who are willing now.
func (r *Run) lacking(c int) *Lacking {
	l := &Lacking{Needed: []string{}, Least: r.w.clauses[c].minimum}
	for _, i := range r.w.clauses[c].invited {
		if r.in(c, i) {
			l.In++
		}
	}
	for _, i := range r.w.clauses[c].required {
		if !r.in(c, i) {
			l.Needed = append(l.Needed, r.w.States[i])
		}
	}
	return l
}

// FirstDecision is the first tick at which a state may weigh a clause, as far as dates tell.
func (w *World) FirstDecision(clause, state int) int {
	c := &w.clauses[clause]
	if s := slices.Index(c.invited, state); s >= 0 {
		return max(c.from[s], 0)
	}
	return max(c.opens, 0)
}

// standing says where a state stands with a clause before it decides.
func (r *Run) standing(c, s int) (at Standing, decides bool) {
	clause := &r.w.clauses[c]
	i := clause.invited[s]
	p := c*r.w.N() + i
	switch {
	case r.mayjoin(c, s):
		return Weighs, true
	case r.status[p] == signed:
		return HasSigned, false
	case r.status[p] == ratified:
		return IsMember, false
	case r.status[p] == suspended:
		return SitsOut, false
	case r.shut[i]:
		return Barred, false
	case r.refused[p]:
		return Refused, false
	case r.Tick < clause.from[s]:
		return Uninvited, false
	case s >= clause.founders:
		return Waits, false
	}
	return TooLate, false
}

// invite seats a state that is not at the table, to ask what it would do there.
func (r *Run) invite(i int) {
	t := &r.talks
	if t.seat[i] >= 0 {
		return
	}
	a := len(t.seats)
	t.seat[i], t.seats = a, append(t.seats, i)
	t.expect[a], t.decides[a], t.needed[a] = 1, true, false
	r.prepare()
}
