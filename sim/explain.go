package sim

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// Explanation is one decision of one run laid open.
type Explanation struct {
	State     string           `json:"state"`
	Tick      string           `json:"tick"`
	Run       uint64           `json:"run"`
	Standing  Standing         `json:"standing"` // whether it decides at this tick, and why not
	Decides   bool             `json:"decides"`
	Terms     Terms            `json:"terms"`
	Formulas  []Formula        `json:"formulas"`  // how each term is worked out
	Constants []Constant       `json:"constants"` // that it is weighed by
	Utility   float64          `json:"utility"`
	Inertia   float64          `json:"inertia"` // what speaks for staying, in logits, for one that has ratified
	Noise     float64          `json:"noise"`   // by which logits are divided before they become a chance
	Chance    float64          `json:"chance"`  // of signing; of staying, for one that has signed
	Draw      float64          `json:"draw"`    // the government's disposition: it is willing if the chance exceeds it, and the bar that flips must cross
	Willing   bool             `json:"willing"`
	Signs     bool             `json:"signs"`               // it does, at this tick
	Held      HeldBack         `json:"held_back,omitempty"` // why one that is willing does not
	Expected  []ExpectedAtDesk `json:"expects"`
	Behind    Behind           `json:"behind"`
	Inputs    []Input          `json:"inputs"`
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

// ExpectedAtDesk is the chance that another party to the clause is in, as all expect it.
type ExpectedAtDesk struct {
	State  string  `json:"state"`
	Signed bool    `json:"signed"`
	Needed bool    `json:"needed"` // without it the clause binds nobody, so it is weighed as if it were in
	Chance float64 `json:"chance"`
}

// Behind is who and what stands behind the danger of a state and what the clause does about it.
type Behind struct {
	Alone   float64  `json:"alone"`   // its danger with nothing but its own means
	Without float64  `json:"without"` // with its ties
	With    float64  `json:"with"`    // with the clause too
	Ties    []Helper `json:"ties"`    // what each partner brings without the clause, the most first
	Table   []Helper `json:"table"`   // what each at the table would add, as far as it is expected
	Fears   []Fear   `json:"fears"`   // of the rivals of the clause
}

// Helper is a state whose promise takes danger off another.
type Helper struct {
	State  string  `json:"state"`
	Treaty bool    `json:"treaty"` // what it brings is promised in a defence treaty
	Aid    float64 `json:"aid"`    // capability that may be counted on
	Off    float64 `json:"off"`    // danger that this alone takes off one with nothing but its own means
}

// Fear is the threat felt from a rival, and the shock that has most to do with it.
type Fear struct {
	Rival  string  `json:"rival"`
	Threat float64 `json:"threat"`
	Shock  string  `json:"shock,omitempty"`
	Calm   float64 `json:"calm"` // the threat if that shock had not struck
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
	Seen   *Seen   `json:"seen,omitempty"`   // what figures of its kind are in the world, as far as anyone has looked

	set  func(v float64)
	late bool // set after the world has been looked at anew, because that would overwrite it
}

// Seen is what figures of one kind are known to be, over all states and dates that were looked at.
type Seen struct {
	Low  float64 `json:"low"`
	High float64 `json:"high"`
	Like []Like  `json:"like"` // others whose figure is the nearest to what would turn the decision, from below and from above
}

// Like is somebody whose figure it is.
type Like struct {
	Of       string  `json:"of"`
	Scenario string  `json:"scenario,omitempty"` // if it is another one
	Date     string  `json:"date,omitempty"`     // if the figure moves over time
	Value    float64 `json:"value"`
}

// Plausible tells whether the change that would turn the decision stays within what figures of the kind are known to be.
func (in *Input) Plausible() bool {
	return in.Flips && in.Seen != nil && in.FlipAt >= in.Seen.Low && in.FlipAt <= in.Seen.High
}

// Explain is Decision with the figures behind it, and what would turn it.
func (w *World) Explain(seed, run uint64, clause, state, tick int) (*Explanation, error) {
	e, r, look := w.layOpen(seed, run, clause, state, tick)
	if e == nil {
		return nil, uninvited(w, clause, state)
	}
	for _, in := range r.inputs(clause, state) {
		if in.Terms = r.touches(&in, look, e.Terms); len(in.Terms) > 0 {
			r.flip(&in, look, e.Draw)
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
	e = &Explanation{State: w.States[state], Tick: w.Calendar.Label(tick), Run: run, Expected: []ExpectedAtDesk{}, Inputs: []Input{}}
	e.Standing, e.Decides = r.standing(clause, seat)
	r.invite(state)
	r.expects()
	t := &r.talks
	for a, j := range t.seats {
		if j != state {
			e.Expected = append(e.Expected, ExpectedAtDesk{w.States[j], !t.decides[a], t.decides[a] && t.needed[a], t.expect[a]})
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
	e.Utility, e.Draw = e.Terms.Sum(), r.draw(clause, state)
	e.Willing = e.Draw < e.Chance
	e.Constants = w.constants()
	e.Formulas, e.Behind = r.formulas(t.seat[state], &e.Terms), r.behind(state)
	if e.Decides && e.Willing {
		e.Signs, e.Held = w.fate(seed, run, clause, state, tick)
	}
	return e, r, look
}

// replay plays run of seed up to the point of a tick at which a clause is on the table, with narrower ones weighed before it.
func (r *Run) replay(seed, run uint64, clause, tick int) {
	r.playTo(seed, run, tick)
	for _, o := range r.w.narrowFirst { // as in decide
		if o == clause {
			break
		}
		r.consider(o)
	}
	r.convene(clause)
}

// playTo plays run of seed up to the decisions of a tick.
func (r *Run) playTo(seed, run uint64, tick int) {
	r.Start(seed, run)
	for r.Tick+1 < tick {
		r.Step()
	}
	r.prelude()
}

// fate is what becomes of the will to sign.
func (w *World) fate(seed, run uint64, clause, state, tick int) (signs bool, held HeldBack) {
	r := NewRun(w)
	r.playTo(seed, run, tick)
	for _, o := range w.narrowFirst {
		r.consider(o)
	}
	r.sign()
	n := w.N()
	switch {
	case r.signedAt[clause*n+state] == tick:
		return true, ""
	case slices.Contains(r.wills[clause*n:clause*n+n], true), r.inForce[clause]: // others did sign, or might have
		return false, ByOthers
	}
	return false, ByTooFew
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

// behind looks behind the danger of state i at the table.
func (r *Run) behind(i int) Behind {
	w, t, n := r.w, &r.talks, r.w.N()
	a, m := t.seat[i], len(t.seats)
	own := w.capability[r.Tick][i]
	b := Behind{Alone: r.dangerAlone(i, own), Without: r.danger(i, t.without[a]), With: r.danger(i, t.with[a]),
		Ties: []Helper{}, Table: []Helper{}, Fears: []Fear{}}
	helper := func(j int, aid float64) Helper {
		return Helper{State: w.States[j], Aid: aid, Off: b.Alone - r.dangerAlone(i, own+float64(aid))}
	}
	for j := range n {
		if d := r.depthWithout(t.clause, i, j); j != i && d > 0 && r.worth(i, j) > 0 {
			h := helper(j, d*r.worth(i, j))
			h.Treaty = r.sworn[i].Has(j) && d == r.ties[i*n+j]
			b.Ties = append(b.Ties, h)
		}
	}
	for s, j := range t.seats {
		if aid := t.expect[s] * t.gain[a*m+s]; aid > 0 {
			b.Table = append(b.Table, helper(j, aid))
		}
	}
	most := func(x, y Helper) int { return cmp.Compare(y.Aid, x.Aid) }
	slices.SortStableFunc(b.Ties, most)
	slices.SortStableFunc(b.Table, most)
	for _, q := range w.clauses[t.clause].against {
		b.Fears = append(b.Fears, r.behindFear(i, q))
	}
	return b
}

// dangerAlone is the danger of i with the means it has and no more.
func (r *Run) dangerAlone(i int, means float64) float64 {
	sum := 0.0
	for _, q := range r.w.clauses[r.talks.clause].against {
		sum += float64(r.threat[i*len(r.w.rivals)+q] * odds(r.strength[q], means))
	}
	return sum
}

// behindFear looks for the shock without which i would fear rival q least.
func (r *Run) behindFear(i, q int) Fear {
	place := i*len(r.w.rivals) + q
	f := Fear{Rival: r.w.Rivals[q], Threat: r.threat[place], Calm: r.threat[place]}
	for s, id := range names(r.w.Scenario.Shocks) {
		pulse := r.pulse[s]
		if pulse == 0 || r.w.shocks[s].rival != q {
			continue
		}
		r.pulse[s] = 0
		r.feel()
		if r.threat[place] < f.Calm {
			f.Shock, f.Calm = id, r.threat[place]
		}
		r.pulse[s] = pulse
	}
	r.feel()
	return f
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
