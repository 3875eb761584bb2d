package lab

import (
	"cmp"
	"context"
	"math"

	"entente/sim"
	"entente/sim/lab/stats"
)

// Summary is what an ensemble says, ready for a table, a chart or JSON. It depends on scenario, seed and number of runs
// only. How runs end is told of all; paths, reasons, drivers and ties of those that were looked into.
type Summary struct {
	Head
	LookedInto   int            `json:"runs_looked_into,omitempty"` // the first so many of the runs, if not all
	Labels       []string       `json:"ticks"`                      // name of each tick
	Dates        []float64      `json:"dates"`                      // first moment of each tick, in years
	YearEnds     []int          `json:"year_ends"`                  // last tick of each year
	InForce      []stats.Share  `json:"in_force"`                   // per tick
	Reference    *Reference     `json:"reference,omitempty"`        // of a forecast: what its reference class alone says of the end
	EverSigned   stats.Share    `json:"signed_by_two"`              // at least two signatures at once at some time
	Members      stats.Spread   `json:"members"`                    // ratified members at the end
	MembersGiven stats.Spread   `json:"members_if_in_force"`        // among runs in which it ended in force; zero if none
	EverInForce  int            `json:"ever_in_force"`              // runs in which it ever was
	FirstInForce *stats.Spread  `json:"first_in_force,omitempty"`   // date, among them
	States       []StateSummary `json:"states"`                     // founders, then those it is open to, then the rest; by name within each
	Adds         []Added        `json:"adds"`                       // what each driver adds to decisions: mean over the states that decide in a run, each alike; none if nobody does
	Others       []ClauseShare  `json:"other_clauses"`              // by id
	Coalitions   []Coalition    `json:"coalitions"`                 // that the headline clause binds at the end, the likeliest first
	Sizes        []stats.Share  `json:"members_at_the_end"`         // by number of members, from none to the most in any run
	Web          Web            `json:"web"`                        // what grows instead
}

// Looked is how many runs its paths, reasons, drivers and ties are told of.
func (s *Summary) Looked() int { return cmp.Or(s.LookedInto, s.Runs) }

// ConstantsByTick is what constants leave open of a chance, tick by tick; nil where that is not told. Where nothing was seen of them
// beyond luck, though within a year something was, and the chance is neither never nor always, these runs fail to tell: constants do
// not cease to move it in between.
func (s *Summary) ConstantsByTick(shares []stats.Share) []*stats.Band {
	seen := func(t int) bool { b := shares[t].Constants; return b != nil && b.Low < b.High }
	near := func(t, step int) bool {
		const aYear = 1.001 // dates are rounded
		for u := t + step; u >= 0 && u < len(shares) && math.Abs(s.Dates[u]-s.Dates[t]) < aYear; u += step {
			if seen(u) {
				return true
			}
		}
		return false
	}
	bands := make([]*stats.Band, len(shares))
	for t, share := range shares {
		if open := share.Mean > 0 && share.Mean < 1; seen(t) || !open || !near(t, -1) && !near(t, 1) {
			bands[t] = share.Constants
		}
	}
	return bands
}

// StateSummary is one state's part in the ensemble.
type StateSummary struct {
	ID        string        `json:"id"`                       // as in the scenario
	Name      string        `json:"name"`                     // for people
	Role      Role          `json:"role"`                     // in the headline clause
	AtStart   bool          `json:"bound_at_start,omitempty"` // the clause bound it when the run began
	Latitude  float64       `json:"latitude"`                 // of the capital, degrees north
	Longitude float64       `json:"longitude"`                // of the capital, degrees east
	Signed    stats.Share   `json:"signed"`                   // ever signed the headline clause
	Ratified  stats.Share   `json:"ratified"`                 // ever ratified it
	Member    stats.Share   `json:"member"`                   // bound by it at the end
	When      string        `json:"median_signed,omitempty"`  // median tick of signature among runs where it signed
	SignedBy  []stats.Share `json:"signed_by"`                // per tick: share of runs in which it had signed by then
	Terms     sim.Terms     `json:"terms"`                    // mean over runs and decisions, in the order of sim.Term; zero if it never decided
	Utility   float64       `json:"utility"`                  // sum of the terms, in logits
	Willing   float64       `json:"willing"`                  // mean chance of being willing over its decisions, 0..1
	Decided   int           `json:"decided"`                  // runs in which it weighed the clause at least once
	Drivers   StateDrivers  `json:"drivers"`                  // threat, trade and politics at home, over its decisions
	TradeLost stats.Spread  `json:"trade_lost_bn"`            // US$ bn over the whole run

	Threat      []stats.Spread `json:"threat"`      // per tick, 0..1: the worst rival
	Alarm       []stats.Spread `json:"alarm"`       // per tick, 0..1: what shocks and rivals' moves have left, less what has been soothed
	Dependence  []stats.Spread `json:"dependence"`  // per tick, 0..1: share of trade with the headline clause's first rival
	Cooperation []stats.Spread `json:"cooperation"` // per tick, 0..1: mean depth of its ties with the others
	Chance      []stats.Spread `json:"chance"`      // per tick, 0..1: its chance of signing when it decides; zero before and after
	Ground      []stats.Spread `json:"ground"`      // per tick, 0..1: what rivals have gained at its expense by moves of their own
}

// ClauseShare is the fate of a clause other than the headline, such as a bilateral treaty on offer.
type ClauseShare struct {
	ID      string      `json:"id"`                        // as in the scenario
	Title   string      `json:"title"`                     // in words
	InForce stats.Share `json:"in_force"`                  // at the end
	Ever    int         `json:"ever_in_force"`             // runs in which it ever was
	When    string      `json:"median_in_force,omitempty"` // label of the median tick; "" if it never is
}

// Summarise says what the runs of an ensemble have in common. Failed runs are left out.
func (e *Ensemble) Summarise() *Summary {
	w := e.World
	whole, fates, headline := e.whole(), e.fates, w.Headline()
	s := &Summary{
		Head: NewHead("run", "", w, Options{Runs: e.Asked, Seed: e.Seed}), YearEnds: w.Calendar.YearEnds(), Others: []ClauseShare{},
	}
	s.Runs, s.Played, s.Failures = len(e.good), e.Finished, append(s.Failures, e.Failures...)
	if len(whole) < s.Runs {
		s.LookedInto = len(whole)
	}
	for t := range w.Calendar.Ticks() {
		s.Labels = append(s.Labels, w.Calendar.Label(t))
		s.Dates = append(s.Dates, float64(w.Calendar.Date(t)))
		s.InForce = append(s.InForce, e.count(func(k int) bool { return fates.inForce[t][k] }))
	}
	s.Reference = ReferenceOf(w)
	s.EverSigned = e.count(func(k int) bool { return fates.most[k] >= 2 })
	e.summariseMembers(s)
	states := ByRole(w, headline)
	s.States = make([]StateSummary, len(states))
	paths := e.paths(whole)
	e.inParallel(len(states), func() func(int) {
		return func(k int) { s.States[k] = e.summariseState(whole, states[k], paths) }
	})
	s.Adds = addedByAll(each(states, func(i int) []*glimpse { return glimpsesOf(whole, i) }))
	for c, id := range w.Clauses {
		if c != headline {
			s.Others = append(s.Others, ClauseShare{
				ID: id, Title: w.Scenario.Clauses[id].Title, InForce: e.count(func(k int) bool { return fates.atEnd[c][k] }),
				Ever: e.howMany(func(k int) bool { return fates.first[c][k] >= 0 }), When: e.medianTick(fates.first[c]),
			})
		}
	}
	s.Coalitions, s.Sizes = e.summariseCoalitions()
	s.Web = e.summariseWeb(whole)
	return s
}

// count is the share of good runs of which something is true.
func (e *Ensemble) count(is func(k int) bool) stats.Share {
	return e.drawn.Share(each(e.good, is))
}

// howMany counts the good runs of which something is true.
func (e *Ensemble) howMany(is func(k int) bool) int {
	n := 0
	for _, k := range e.good {
		if is(k) {
			n++
		}
	}
	return n
}

// over is the spread of a figure over the runs that have it.
func over[R any](runs []R, of func(R) (float64, bool)) stats.Spread {
	var v []float64
	for _, r := range runs {
		if x, ok := of(r); ok {
			v = append(v, x)
		}
	}
	return stats.SpreadOf(v)
}

// medianTick names the median tick of an event among the good runs in which it happened; "" if in none.
func (e *Ensemble) medianTick(at []int16) string {
	var ticks []int16
	for _, k := range e.good {
		if t := at[k]; t >= 0 {
			ticks = append(ticks, t)
		}
	}
	if len(ticks) == 0 {
		return ""
	}
	return e.World.Calendar.Label(int(stats.Median(ticks)))
}

// summariseMembers tells how many the headline clause binds at the end, and when it first enters into force.
func (e *Ensemble) summariseMembers(s *Summary) {
	w, f, headline := e.World, e.fates, e.World.Headline()
	members := func(k int) float64 { return float64(f.members(k)) }
	s.Members = over(e.good, func(k int) (float64, bool) { return members(k), true })
	s.MembersGiven = over(e.good, func(k int) (float64, bool) { return members(k), f.atEnd[headline][k] })
	first := over(e.good, func(k int) (float64, bool) {
		t := f.first[headline][k]
		return float64(w.Calendar.Date(int(t))), t >= 0
	})
	if s.EverInForce = e.howMany(func(k int) bool { return f.first[headline][k] >= 0 }); s.EverInForce > 0 {
		s.FirstInForce = &first
	}
}

// inParallel does tasks 0 to count-1 with the workers that played.
func (e *Ensemble) inParallel(count int, newWorker func() (do func(task int))) {
	InParallel(context.Background(), e.workers, count, func() func(int) bool {
		do := newWorker()
		return func(task int) bool {
			do(task)
			return true
		}
	})
}

// paths sums up each figure of each state, tick by tick: kind × state × tick. A tick of all states is read at once, since that is how it lies in
// a diary.
func (e *Ensemble) paths(runs []*diary) (of [cellKinds][][]stats.Spread) {
	n, ticks := e.World.N(), e.World.Calendar.Ticks()
	for kind := range of {
		of[kind] = make([][]stats.Spread, n)
		for i := range of[kind] {
			of[kind][i] = make([]stats.Spread, ticks)
		}
	}
	e.inParallel(cellKinds*ticks, func() func(int) {
		tallies := make([]stats.Tally, n)
		return func(row int) {
			for _, r := range runs {
				for i, grains := range r.cells[row*n : row*n+n] {
					tallies[i].Add(grains)
				}
			}
			for i := range tallies {
				of[row/ticks][i][row%ticks] = tallies[i].Spread()
			}
		}
	})
	return of
}

// glimpsesOf is what one state saw of the drivers at its decisions, a run each.
func glimpsesOf(runs []*diary, i int) []*glimpse {
	var nothing glimpse
	return each(runs, func(r *diary) *glimpse {
		if d := r.decisions[i]; d != nil {
			return &d.glimpse
		}
		return &nothing
	})
}

// summariseState sums up what becomes of one state: whether it signs, ratifies and is bound, when, by what reasons, and at what cost.
func (e *Ensemble) summariseState(runs []*diary, i int, paths [cellKinds][][]stats.Spread) StateSummary {
	w, headline, f := e.World, e.World.Headline(), e.fates
	state := w.Scenario.States[w.States[i]]
	s := StateSummary{
		AtStart: BoundAtStart(&w.Scenario, w.Scenario.Headline, w.States[i]), ID: w.States[i], Name: state.Name, Role: RoleOf(w, headline, i), Latitude: state.Latitude, Longitude: state.Longitude,
		Signed:    e.count(func(k int) bool { return f.signed[i][k] >= 0 }),
		Ratified:  e.count(func(k int) bool { return f.ratified[i][k] >= 0 }),
		Member:    e.count(func(k int) bool { return f.bound[i][k] }),
		When:      e.medianTick(f.signed[i]),
		TradeLost: over(runs, func(r *diary) (float64, bool) { return r.lost[i], true }),
	}
	for t := range w.Calendar.Ticks() {
		s.SignedBy = append(s.SignedBy, e.count(func(k int) bool { return f.signed[i][k] >= 0 && int(f.signed[i][k]) <= t }))
	}
	for _, r := range runs {
		if d := r.decisions[i]; d != nil {
			s.Decided++
			s.Willing += d.weighed[weighedWilling] / float64(d.decided)
			for k, v := range d.terms {
				s.Terms[k] += v
			}
		}
	}
	if s.Decided > 0 {
		for k := range s.Terms {
			s.Terms[k] /= float64(s.Decided)
		}
		s.Utility = s.Terms.Sum()
		s.Willing /= float64(s.Decided)
	}
	s.Drivers = stateDrivers(glimpsesOf(runs, i))
	s.Threat, s.Alarm, s.Dependence = paths[cellThreat][i], paths[cellAlarm][i], paths[cellDependence][i]
	s.Cooperation, s.Chance, s.Ground = paths[cellCooperation][i], paths[cellChance][i], paths[cellGround][i]
	return s
}
