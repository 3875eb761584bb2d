package sim

import (
	"cmp"
	"slices"
)

// status is where a state stands with a clause.
type status int8

const (
	apart status = iota
	signed
	ratified
	suspended // ratified, but sitting out
)

// circle is an arrangement in one run: the scenario's or one that grew.
type circle struct {
	arrangement
	awake bool
}

// Run is one history of a world. Make it once with NewRun, then Start and Step it as often as wanted: after NewRun it
// allocates nothing.
type Run struct {
	Tick int // the tick last played; -1 before the first

	w       *World
	adopted []*float64 // constants that each history draws anew
	rule    []reason   // by which states decide, in the order of terms
	outside *Outside   // decisions in place of the rule's; nil if there are none
	luck    Luck
	now     int // ticks since year 0: what luck is keyed by, so that an earlier start leaves later luck alone

	pulse                                         []float64 // shock: what is left of it
	struck, relief, moved, soothed, alarm, ground []float64 // state × rival
	threat, dependence, shift, stopped            []float64 // state × rival
	rivalAid                                      []float64 // state × rival: what the rival itself has promised
	lost, stances, lean, imposedStance, aid       []float64 // state
	feared                                        []float64 // state: room for the worst that each feels
	fresh, reviews, toppled, replaced, imposed    []bool    // state
	shut                                          []bool    // state: barred by law at this tick
	reviewedAt                                    []int     // state: when its government last made up its mind
	disposedAt                                    []int     // state: when its present dispositions were rolled
	strength                                      []float64 // rival, with its allies
	bloc                                          []int     // rival: the first of those that it stands with
	trust, ties, depth                            []float64 // state × state: belief in the second; without and with clauses
	worth                                         []float64 // state × state: what the full promise of the second would bring to the first
	rung                                          []int8    // state × state
	class                                         []int8    // state × state: rung with arrangements, treaties and clauses
	worksWith, close                              []Set     // state: with whom it stands on a rung; on one of close partners
	asleep                                        []Set     // state: with whom its work is suspended
	links, ally, sworn                            []Set     // state: close partners; who is bound to it; the same by treaties alone
	afraid                                        Set       // who is threatened by some rival
	alive                                         []bool    // treaty
	circles                                       []circle
	raised                                        [][2]int
	sitting                                       []int  // room to list the members of a set or a clause
	inForce                                       []bool // clause
	firstInForce                                  []int  // clause
	status                                        []status
	signedAt, ratifiedAt, leavesAt, dueAt         []int // clause × state
	firstSigned, firstRatified                    []int
	admitted, refused, weighed, willing           []bool
	chance                                        []float64
	own                                           []float64 // clause × state: what it thinks of a clause that gives its own stances
	before                                        *Run      // of the history; nil if the scenario has none
	terms                                         []Terms
	talks                                         talks
	next                                          []float64 // seat
}

// NewRun makes room for a run of w.
func NewRun(w *World) *Run {
	n, k, c := w.N(), len(w.rivals), len(w.clauses)
	seats := 0
	for i := range w.clauses {
		seats = max(seats, len(w.clauses[i].invited))
	}
	r := &Run{
		w: w, pulse: make([]float64, len(w.shocks)), strength: make([]float64, k), bloc: make([]int, k),
		worksWith: make([]Set, n), close: make([]Set, n), asleep: make([]Set, n), links: make([]Set, n), ally: make([]Set, n), sworn: make([]Set, n), alive: make([]bool, len(w.treaties)),
		rung: make([]int8, n*n), class: make([]int8, n*n), reviewedAt: make([]int, n), disposedAt: make([]int, n),
		circles: make([]circle, 0, len(w.arrangements)), raised: make([][2]int, 0, n*n/2), sitting: make([]int, 0, n),
		inForce: make([]bool, c), firstInForce: make([]int, c), status: make([]status, c*n), terms: make([]Terms, c*n),
		talks: newTalks(n, seats, c), next: make([]float64, seats),
	}
	r.ownWorld()
	r.rule = r.w.reasons()
	slices.SortFunc(r.rule, func(a, b reason) int { return cmp.Compare(a.term, b.term) })
	for _, s := range []*[]float64{&r.struck, &r.relief, &r.moved, &r.soothed, &r.rivalAid, &r.alarm, &r.ground, &r.threat, &r.dependence, &r.shift,
		&r.stopped} {
		*s = make([]float64, n*k)
	}
	for _, s := range []*[]float64{&r.lost, &r.stances, &r.lean, &r.imposedStance, &r.aid, &r.feared} {
		*s = make([]float64, n)
	}
	for _, s := range []*[]bool{&r.fresh, &r.reviews, &r.toppled, &r.replaced, &r.imposed, &r.shut} {
		*s = make([]bool, n)
	}
	for _, s := range []*[]float64{&r.trust, &r.ties, &r.depth, &r.worth} {
		*s = make([]float64, n*n)
	}
	for _, s := range []*[]int{&r.signedAt, &r.ratifiedAt, &r.leavesAt, &r.dueAt, &r.firstSigned, &r.firstRatified} {
		*s = make([]int, c*n)
	}
	for _, s := range []*[]bool{&r.admitted, &r.refused, &r.weighed, &r.willing} {
		*s = make([]bool, c*n)
	}
	for _, s := range []*[]float64{&r.chance, &r.own} {
		*s = make([]float64, c*n)
	}
	if w.memory != nil {
		r.before = NewRun(w.memory.past.world)
	}
	return r
}

// Start sets the run back to the eve of its first tick, with the luck of one run of one seed and the constants of its draw.
func (r *Run) Start(seed, run uint64) { r.StartBy(seed, run, r.w.DrawOf(run)) }

// StartBy is Start with the constants of a draw that is asked for; NoDraw in a world that has none.
func (r *Run) StartBy(seed, run uint64, draw int) {
	w := r.w
	r.adopt(draw)
	r.luck = newLuck(seed, run)
	r.Tick, r.now = -1, w.Calendar.first-1
	for _, s := range [...][]float64{r.pulse, r.struck, r.relief, r.moved, r.soothed, r.rivalAid, r.alarm, r.ground, r.threat, r.dependence, r.stopped,
		r.lost, r.stances, r.lean, r.imposedStance, r.aid, r.chance, r.own} {
		clear(s)
	}
	for _, s := range [...][]bool{r.fresh, r.reviews, r.toppled, r.replaced, r.imposed, r.alive, r.inForce, r.admitted,
		r.refused, r.weighed, r.willing} {
		clear(s)
	}
	fill(r.reviewedAt, r.now)
	fill(r.disposedAt, r.now)
	for _, s := range [...][]int{r.firstInForce, r.signedAt, r.ratifiedAt, r.leavesAt, r.dueAt, r.firstSigned,
		r.firstRatified} {
		fill(s, -1)
	}
	fill(r.shift, 1)
	fill(r.trust, 1)
	if r.outside != nil {
		r.outside.restart()
	}
	clear(r.rung)
	clear(r.worksWith)
	clear(r.close)
	clear(r.asleep)
	clear(r.status)
	clear(r.terms)
	clear(r.links)
	r.circles = r.circles[:0]
	for _, a := range w.arrangements {
		r.circles = append(r.circles, circle{a, a.from <= 0 && a.until > 0})
	}
	r.inherit(seed, run, draw)
}

// inherit lays out what the first tick finds: what states remember of a scenario before this one, the clauses that are in
// force, and the web of ties.
func (r *Run) inherit(seed, run uint64, draw int) {
	r.Tick = 0
	r.remember(seed, run, draw)
	r.establish()
	r.keepTreaties()
	r.deepen()
	r.Tick = -1
}

// turn opens a new tick: the date moves on, legal bars fall or lift, and what fades has faded. Δ is a tick in years.
//
//	pulse          × 2^(-Δ / half-life of the shock)
//	moves, soothed × 2^(-Δ / half_life)
//	stopped        × 2^(-Δ / episode)
func (r *Run) turn() {
	r.Tick++
	r.now++
	for i := range r.shut {
		r.shut[i] = r.w.barred(i, r.Tick)
	}
	for s := range r.pulse {
		r.pulse[s] *= r.w.shocks[s].kept
	}
	for place := range r.moved {
		r.moved[place] *= r.w.alarmKept
		r.soothed[place] *= r.w.alarmKept
		r.stopped[place] *= r.w.stoppageKept
	}
}

func fill[T any](s []T, v T) {
	for i := range s {
		s[i] = v
	}
}
