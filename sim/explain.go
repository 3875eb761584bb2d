package sim

import (
	"fmt"
	"math"
	"slices"
)

// Explanation is one decision of one run laid open.
type Explanation struct {
	Clause   string           `json:"-"` // the head of its answer tells it, and the seed
	State    string           `json:"state"`
	Tick     string           `json:"tick"`
	Run      uint64           `json:"run"`
	Seed     uint64           `json:"-"`
	Standing string           `json:"standing"` // whether it decides at this tick, and why not
	Decides  bool             `json:"decides"`
	Terms    Terms            `json:"terms"`
	Utility  float64          `json:"utility"`
	Chance   float64          `json:"chance"`  // of signing; of staying, for one that has signed
	Draw     float64          `json:"draw"`    // the government's disposition: it is willing if the chance exceeds it
	Willing  bool             `json:"willing"` // it signs if those whom the clause cannot do without are willing too
	Expected []ExpectedAtDesk `json:"expects"`
	Inputs   []Input          `json:"inputs"`
	Bar      float64          `json:"bar"` // the chance that flips must cross
}

// ExpectedAtDesk is the chance that another party to the clause is in, as all expect it.
type ExpectedAtDesk struct {
	State  string  `json:"state"`
	Signed bool    `json:"signed"`
	Chance float64 `json:"chance"`
}

// Input is one figure behind a decision, where it may be set, and the nearest value that would turn the decision if
// nothing else changed, not even what the others are expected to do.
type Input struct {
	Path   string  `json:"path"`  // as in the scenario; not settable if Felt
	Felt   bool    `json:"felt"`  // a state of the run, not a figure of the scenario
	Terms  []Term  `json:"terms"` // the terms that it moves, somewhere in its range
	Value  float64 `json:"value"`
	Times  float64 `json:"times"` // what levers multiply it by, for the decision; 1 if none does
	Low    float64 `json:"low"`   // range within which it was tried
	High   float64 `json:"high"`
	Flips  bool    `json:"flips"` // some value in the range turns the decision
	FlipAt float64 `json:"flip_at,omitempty"`
	Source string  `json:"source,omitempty"` // where the figure comes from, as far as the reader of the scenario says

	set  func(v float64)
	late bool // set after the world has been looked at anew, because that would overwrite it
}

// Explain replays run of seed up to a tick and lays open what state makes of clause there. A state that does not decide
// then, because it has signed or may not sign, is asked what it would make of it. It fails if the state is not invited.
func (w *World) Explain(seed, run uint64, clause, state, tick int) (*Explanation, error) {
	seat := slices.Index(w.clauses[clause].invited, state)
	if seat < 0 {
		return nil, fmt.Errorf("%s is not invited to %s", w.States[state], w.Clauses[clause])
	}
	r := NewRun(w.copyAt(tick))
	r.replay(seed, run, clause, tick)
	e := &Explanation{Clause: w.Clauses[clause], State: w.States[state], Tick: w.Calendar.Label(tick), Run: run, Seed: seed}
	e.Standing, e.Decides = r.standing(clause, seat)
	r.invite(state)
	r.expects()
	t := &r.talks
	for a, j := range t.seats {
		if j != state {
			e.Expected = append(e.Expected, ExpectedAtDesk{w.States[j], !t.decides[a], t.expect[a]})
		}
	}
	bonus := r.inertia(clause, state)
	expect := slices.Clone(t.expect[:len(t.seats)])
	look := func() (Terms, float64) {
		copy(t.expect, expect)
		r.prepare()
		terms := r.weigh(t.seat[state])
		return terms, w.Parameters.Common.chance(terms.Sum() + bonus)
	}
	e.Terms, e.Chance = look()
	e.Utility, e.Draw = e.Terms.Sum(), r.draw(clause, state)
	e.Bar, e.Willing = e.Draw, e.Draw < e.Chance
	for _, in := range r.inputs(clause, state) {
		if in.Terms = r.touches(&in, look, e.Terms); len(in.Terms) > 0 {
			r.flip(&in, look, e.Draw)
			e.Inputs = append(e.Inputs, in)
		}
	}
	return e, nil
}

// replay plays run of seed up to the point of a tick at which a clause is on the table, with narrower ones weighed before it.
func (r *Run) replay(seed, run uint64, clause, tick int) {
	r.Start(seed, run)
	for r.Tick+1 < tick {
		r.Step()
	}
	r.prelude()
	for _, o := range r.w.narrowFirst { // as in decide
		if o == clause {
			break
		}
		r.consider(o)
	}
	r.convene(clause)
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
func (r *Run) standing(c, s int) (words string, decides bool) {
	clause := &r.w.clauses[c]
	i := clause.invited[s]
	p := c*r.w.N() + i
	switch {
	case r.mayjoin(c, s):
		return "has not signed and weighs the clause", true
	case r.status[p] == signed:
		return "has signed and not yet ratified: the chance is that a new government would sign again", false
	case r.status[p] == ratified:
		return "has ratified: the chance is that of staying", false
	case r.status[p] == suspended:
		return "has suspended its part: the chance is that of coming back", false
	case r.shut[i]:
		return "may not sign by law: the chance is what it would be without the bar", false
	case r.refused[p]:
		return "was refused at home and may not sign before the government changes", false
	case r.Tick < clause.from[s]:
		return "is not yet invited: the chance is what it would be if it were", false
	case s >= clause.founders:
		return "may accede only once the clause is in force: the chance is what it would be then", false
	}
	return "is too late: the clause is closed to founders", false
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

// try looks at the decision with an input at a value.
func (r *Run) try(in *Input, v float64, look func() (Terms, float64)) (Terms, float64) {
	if !in.late {
		in.set(v)
	}
	r.feel()
	r.open()
	r.declare()
	r.count()
	if in.late {
		in.set(v)
	}
	return look()
}

// touches lists the terms that an input moves at the ends of its range or half way.
func (r *Run) touches(in *Input, look func() (Terms, float64), now Terms) []Term {
	var terms []Term
	for _, v := range [3]float64{in.Low, (in.Low + in.High) / 2, in.High} {
		then, _ := r.try(in, v, look)
		for k := range then {
			if then[k] != now[k] && !slices.Contains(terms, Term(k)) {
				terms = append(terms, Term(k))
			}
		}
	}
	r.try(in, in.Value, look)
	return terms
}

// flip finds the nearest value of an input that takes the chance across the bar: it looks along a grid in both
// directions and closes in on the first crossing by halving.
func (r *Run) flip(in *Input, look func() (Terms, float64), bar float64) {
	above := func(v float64) bool {
		_, p := r.try(in, v, look)
		return p > bar
	}
	const grid, halvings = 200, 40 // settings of the search, not of the theory
	now := above(in.Value)
	best := math.Inf(1)
	for _, end := range [2]float64{in.Low, in.High} {
		for k := 1; k <= grid; k++ {
			from, to := in.Value+(end-in.Value)*float64(k-1)/grid, in.Value+(end-in.Value)*float64(k)/grid
			if above(to) == now {
				continue
			}
			for range halvings {
				if mid := (from + to) / 2; above(mid) == now {
					from = mid
				} else {
					to = mid
				}
			}
			if math.Abs(to-in.Value) < math.Abs(best-in.Value) {
				best, in.Flips, in.FlipAt = to, true, to
			}
			break
		}
	}
	above(in.Value)
}
