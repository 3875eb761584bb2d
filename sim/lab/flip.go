package lab

import (
	"cmp"
	"context"
	"math"
	"slices"

	"entente/sim"
	"entente/sim/lab/stats"
)

// Flip says what would change the answer: how far each lever must move, alone or with another, to take a chance across a
// target. All worlds are played with the same luck (common random numbers), so that they differ by the levers alone. It
// depends on scenario, state, target, seed and number of runs only.
//
// While the interval of the chance as it is holds the target, nobody can say on which side of it the scenario lies, and
// nothing is searched: Settles says how many runs would tell.
type Flip struct {
	Head
	State     string      `json:"state,omitempty"` // whose signature is asked about; the clause being in force at the end if empty
	StateName string      `json:"state_name,omitempty"`
	Target    float64     `json:"target"`
	Undecided bool        `json:"undecided"` // the interval of the chance as it is holds the target
	Settles   int         `json:"settles"`   // runs that would tell in four cases of five on which side it lies, if the chance is as it seems; 0 if not undecided, or no number would
	Above     bool        `json:"above"`     // the scenario as it is reaches the target, and the question is what would bring it below
	AsIs      stats.Share `json:"as_is"`

	Levers  []Turn            `json:"levers"`         // in the order of the search; fewer if interrupted
	Invited []*Move           `json:"invited"`        // one state left out or made a founder, from the greatest step towards the target
	Pair    *Move             `json:"pair,omitempty"` // the cheapest change of two levers at once that crosses, of those tried
	Pairs   int               `json:"pairs_tried"`    // pairs of levers that were tried
	Names   map[string]string `json:"names"`          // of the states, by id
	Last    string            `json:"cut_in"`         // what was being searched when it was interrupted; "" if it was not
	Worlds  int               `json:"worlds_played"`
}

// Turn is what a search along one lever found.
type Turn struct {
	Lever
	At     *Move   `json:"flip,omitempty"` // the smallest change that crosses; nil if nothing within the range does
	Surely Bounds  `json:"flip_between"`   // where that point lies for all that luck lets one tell
	Best   *Move   `json:"best"`           // the step that comes nearest to the target, or goes farthest beyond it
	Points []*Move `json:"points"`         // all that was tried, by value
}

// Bounds are the values of a lever between which its flip point lies: at the near one the interval of the chance still lies
// wholly on the side of the scenario as it is, at the far one wholly on the other. Nil is beyond what the search can tell: nothing
// that was tried is as sure. A lever that flips as soon as it is held level has no point to bound.
type Bounds struct {
	Near *float64 `json:"near"`
	Far  *float64 `json:"far"`
}

// Move is one world that was tried, beside the scenario as it is. Only runs that came to an end in both count.
type Move struct {
	Levers  []string         `json:"levers,omitempty"`       // ids
	Values  []float64        `json:"values,omitempty"`       // of these levers
	Left    string           `json:"left_out,omitempty"`     // id of a founder who is not asked
	Founder string           `json:"made_founder,omitempty"` // id of a state that is made one
	Set     []Setting        `json:"set"`                    // what makes this world of the scenario as it is
	Cost    float64          `json:"cost,omitempty"`         // of levers: 0 leaves all as it is
	Chance  stats.Share      `json:"chance"`
	Change  stats.Difference `json:"difference"` // against the scenario as it is
	Crosses bool             `json:"crosses"`
	Replay  string           `json:"replay,omitempty"` // the command that plays it, filled in by who knows it
}

// Settings of the search, not of the theory.
const (
	flipGrid   = 4    // steps to each end of a range before halving begins
	pairGrain  = 0.02 // of cost, to which a pair is halved, and by which another must be cheaper to be looked at
	mostFlips  = 3    // levers that cross alone, the cheapest first, which enter pairs
	mostOthers = 2    // levers that do not, those that come nearest first
)

// FindFlip searches each lever, the list of the invited, and pairs of levers. state is the id of a state or empty. It
// looks along a coarse grid in both directions, since a chance need not rise or fall all the way, and closes in on the
// first crossing by halving. If ctx is cancelled it returns what was found so far. Done counts the runs of all worlds.
func FindFlip(ctx context.Context, s sim.Scenario, state string, target float64, opts Options) *Flip {
	w := sim.NewWorld(s)
	f := &Flip{
		Head: NewHead("flip", w, opts), State: state, StateName: s.States[state].Name, Target: target,
		Levers: []Turn{}, Invited: []*Move{}, Names: namesOf(s),
	}
	h := &hunt{Flip: f, ctx: ctx, scenario: s, opts: opts}
	h.search(w)
	if f.ToPlay = f.Worlds * f.Asked; h.cut {
		f.ToPlay += f.Asked
	} else {
		f.Last = ""
	}
	return f
}

// hunt is a search under way.
type hunt struct {
	*Flip
	ctx      context.Context
	scenario sim.Scenario
	opts     Options
	asIs     []ending
	cut      bool // interrupted
}

// ending is what a search keeps of a run.
type ending struct{ failed, happened bool }

func (h *hunt) search(w *sim.World) {
	h.Last = "the scenario as it is"
	h.asIs = h.play(w, "")
	happened := 0
	for _, e := range h.asIs {
		if !e.failed {
			h.Runs++
			if e.happened {
				happened++
			}
		}
	}
	h.AsIs = stats.ShareOf(happened, h.Runs)
	h.Above = h.AsIs.Mean >= h.Target
	if h.cut {
		return
	}
	if h.Undecided = h.AsIs.Low <= h.Target && h.Target <= h.AsIs.High; h.Undecided {
		h.Settles = settles(h.AsIs, h.Target)
		return
	}
	for _, l := range levers(h.scenario, h.State) {
		h.Last = l.Name
		t := h.along(l)
		if h.cut {
			return
		}
		h.Levers = append(h.Levers, t)
	}
	h.Last = "who is invited"
	if h.invitations(w); h.cut {
		return
	}
	h.Last = "pairs of levers"
	h.pairs()
}

// normal80 is the 0.8 quantile of the standard normal.
const normal80 = 0.8416212335729143

// settles is how many runs would show in four cases of five on which side of a target t a chance p lies, if it is what it seems to
// be: the sample that a test of one proportion needs, with its correction for counts being whole (Fleiss, Levin & Paik 2003,
// Statistical Methods for Rates and Proportions, 3rd ed., section 2.5),
//
//	n = ((z95 √(t (1 - t)) + z80 √(p (1 - p))) / (p - t))² + 1 / |p - t|
//
// and goes on until the exact one leaves the target out, which near 0 and 1 takes more. 0 if it seems to lie on the target
// itself.
func settles(s stats.Share, target float64) int {
	p, off := s.Mean, math.Abs(s.Mean-target)
	if off < 1e-9 {
		return 0
	}
	wide := float64(stats.Normal95*math.Sqrt(target*(1-target))) + float64(normal80*math.Sqrt(p*(1-p)))
	n := max(s.Runs+1, int(math.Ceil(float64(wide*wide/(off*off))+1/off)))
	for {
		if told := stats.ShareOf(int(math.Round(p*float64(n))), n); told.High < target || told.Low > target {
			return n
		}
		n += 1 + n/100
	}
}

// play plays a world. What is cut short says nothing and is left out.
func (h *hunt) play(w *sim.World, with string) []ending {
	opts := h.opts
	if done, before := opts.Done, h.Played; done != nil {
		opts.Done = func(count int) { done(before + count) }
	}
	p := PlayCells(h.ctx, []Cell{{Name: with, World: w}}, opts)
	h.Played += p.Played
	if h.cut = p.Played < p.ToPlay; !h.cut {
		h.Worlds++
	}
	h.Failures = append(h.Failures, p.Failures...)
	v := p.view(0)
	endings := make([]ending, len(v.runs))
	for k, d := range v.runs {
		switch {
		case d.Failure != "":
			endings[k].failed = true
		case h.State != "":
			endings[k].happened = v.signs(d, h.State)
		default:
			endings[k].happened = v.inForce(d)
		}
	}
	return endings
}

// try plays the scenario with a change and fills in what came of it; nothing if that was cut short.
func (h *hunt) try(t *Move, change func(*sim.Scenario)) *Move {
	s := h.scenario
	change(&s)
	endings := h.play(sim.NewWorld(s), told(t.Set))
	if h.cut {
		return nil
	}
	var before, after []bool
	for k := range endings {
		if !endings[k].failed && !h.asIs[k].failed {
			before, after = append(before, h.asIs[k].happened), append(after, endings[k].happened)
		}
	}
	p := stats.PairShares(before, after)
	t.Chance, t.Change = p.Without, p.Change
	t.Crosses = (t.Chance.Mean >= h.Target) != h.Above
	return t
}

// better tells whether a goes farther towards the target, and beyond it, than b, or as far at less cost.
func (h *hunt) better(a, b *Move) bool {
	x, y := a.Chance.Mean, b.Chance.Mean
	if h.Above {
		x, y = -x, -y
	}
	return x > y || x == y && a.Cost < b.Cost
}

// set tries levers at these steps of the grain.
func (h *hunt) set(levers []Lever, steps []int) *Move {
	t := &Move{}
	squares := 0.0
	for i, l := range levers {
		v := value(steps[i])
		t.Levers, t.Values, t.Set = append(t.Levers, l.ID), append(t.Values, v), append(t.Set, number(l.Path, v))
		squares += float64(l.cost(v) * l.cost(v))
	}
	t.Cost = stats.Steady(math.Sqrt(squares))
	return h.try(t, func(s *sim.Scenario) {
		for i, l := range levers {
			l.set(s, t.Values[i])
		}
	})
}

// along searches one lever.
func (h *hunt) along(l Lever) Turn {
	turn := Turn{Lever: l}
	now := &Move{Levers: []string{l.ID}, Values: []float64{l.Now}, Set: []Setting{}, Chance: h.AsIs,
		Change: stats.Matched(0, 0, h.Runs)}
	note := func(t *Move) bool {
		if t == nil {
			return false
		}
		turn.Points = append(turn.Points, t)
		if t.Crosses && (turn.At == nil || t.Cost < turn.At.Cost) {
			turn.At = t
		}
		if turn.Best == nil || h.better(t, turn.Best) {
			turn.Best = t
		}
		return true
	}
	if l.Moves { // the scenario as it is lies nowhere on this line
		now = h.try(&Move{Levers: now.Levers, Values: now.Values, Set: []Setting{number(l.Path, l.Now)}},
			func(s *sim.Scenario) { l.set(s, l.Now) })
	}
	if !note(now) {
		return turn
	}
	try := func(steps int) *Move {
		t := h.set([]Lever{l}, []int{steps})
		if !note(t) {
			return nil
		}
		return t
	}
	for _, to := range []side{down, up} {
		near, crossed := int(math.Round(l.Now*leverGrain)), now.Crosses
		for k := 1; k <= flipGrid; k++ {
			far := l.at(to, l.farthest(to)*float64(k)/flipGrid)
			if far == near {
				continue
			}
			t := try(far)
			if t == nil || t.Crosses && !crossed && !h.halve(near, far, try) {
				return turn
			}
			near, crossed = far, crossed || t.Crosses
		}
	}
	if turn.At != nil && turn.At.Cost > 0 && !h.bound(&turn, try) {
		return turn
	}
	slices.SortStableFunc(turn.Points, func(a, b *Move) int { return cmp.Compare(a.Values[0], b.Values[0]) })
	return turn
}

// surely tells whether the interval of a chance lies wholly on one side of the target.
func (h *hunt) surely(m *Move, above bool) bool {
	if above {
		return m.Chance.Low >= h.Target
	}
	return m.Chance.High < h.Target
}

// boundSteps is how often each bound of a flip point is halved.
const boundSteps = 3

// bound looks for the values between which a flip point lies for sure, the nearest to it on either side. It is false if cut
// short.
func (h *hunt) bound(t *Turn, try func(steps int) *Move) bool {
	here := func(m *Move) bool { return h.surely(m, h.Above) }
	beyond := func(m *Move) bool { return h.surely(m, !h.Above) }
	for _, s := range []struct {
		to side // from the flip
		is func(*Move) bool
	}{{-t.helps(), here}, {t.helps(), beyond}} {
		for range boundSteps {
			sure, open := t.nearest(s.to, s.is)
			if sure == nil || open == nil {
				break
			}
			mid := (stepsOf(sure) + stepsOf(open)) / 2
			if mid == stepsOf(sure) || mid == stepsOf(open) {
				break
			}
			m := try(mid)
			if m == nil {
				return false
			}
			if m == t.At && !h.halve(stepsOf(sure), mid, try) { // it crosses already: the flip lies nearer than was thought
				return false
			}
		}
	}
	near, _ := t.nearest(-t.helps(), here)
	far, _ := t.nearest(t.helps(), beyond)
	t.Surely = Bounds{Near: valueOf(near), Far: valueOf(far)}
	return true
}

// nearest is the point nearest to a flip, to one side of it or the flip itself, of which something is so, and the last one on
// the way there of which it is not; nil if there is none.
func (t *Turn) nearest(to side, so func(*Move) bool) (first, before *Move) {
	off := func(m *Move) int { return int(to) * (stepsOf(m) - stepsOf(t.At)) }
	points := slices.DeleteFunc(slices.Clone(t.Points), func(m *Move) bool { return off(m) < 0 })
	slices.SortStableFunc(points, func(a, b *Move) int { return cmp.Compare(off(a), off(b)) })
	for _, m := range points {
		if so(m) {
			return m, before
		}
		before = m
	}
	return nil, nil
}

// valueOf is where a point on one lever lies; nil if there is none.
func valueOf(m *Move) *float64 {
	if m == nil {
		return nil
	}
	return &m.Values[0]
}

// stepsOf is the same in steps of the grain.
func stepsOf(m *Move) int { return int(math.Round(m.Values[0] * leverGrain)) }

// halve closes in between a point that does not cross and one that does. It is false if cut short.
func (h *hunt) halve(near, far int, try func(int) *Move) bool {
	for near-far > 1 || far-near > 1 {
		mid := (near + far) / 2
		t := try(mid)
		switch {
		case t == nil:
			return false
		case t.Crosses:
			far = mid
		default:
			near = mid
		}
	}
	return true
}

// Cheapest is the lever that crosses alone at the least cost; nil if none does.
func (f *Flip) Cheapest() *Turn {
	var best *Turn
	for i := range f.Levers {
		if t := &f.Levers[i]; t.At != nil && (best == nil || t.At.Cost < best.At.Cost) {
			best = t
		}
	}
	return best
}

// ByCost lists the levers from the cheapest flip on, then those that do not cross, in the order of the search.
func (f *Flip) ByCost() []Turn {
	sorted := slices.Clone(f.Levers)
	slices.SortStableFunc(sorted, func(a, b Turn) int {
		switch {
		case a.At != nil && b.At != nil:
			return cmp.Compare(a.At.Cost, b.At.Cost)
		case a.At != nil:
			return -1
		case b.At != nil:
			return 1
		}
		return 0
	})
	return sorted
}
