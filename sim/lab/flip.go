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
type Flip struct {
	Scenario    string      `json:"scenario"`
	Title       string      `json:"title"`
	Clause      string      `json:"clause"` // id of the headline clause
	ClauseTitle string      `json:"clause_title"`
	End         string      `json:"end"`             // last tick
	State       string      `json:"state,omitempty"` // whose signature is asked about; the clause being in force at the end if empty
	StateName   string      `json:"state_name,omitempty"`
	Target      float64     `json:"target"`
	Above       bool        `json:"above"` // the scenario as it is reaches the target, and the question is what would bring it below
	Seed        uint64      `json:"seed"`
	Runs        int         `json:"runs"`       // of the scenario as it is that came to an end
	Asked       int         `json:"runs_asked"` // of each world
	Overrides   []string    `json:"overrides"`  // what departs from the scenario as shipped, "path = value"
	AsIs        stats.Share `json:"as_is"`

	Levers  []Turn  `json:"levers"`           // in the order of the search; fewer if interrupted
	Invited []*Move `json:"invited"`          // one state left out or made a founder, from the greatest step towards the target
	Pair    *Move   `json:"pair,omitempty"`   // the cheapest change of two levers at once that crosses, of those tried
	Pairs   int     `json:"pairs_tried"`      // pairs of levers that were tried
	Cut     bool    `json:"cut,omitempty"`    // interrupted
	Last    string  `json:"cut_in,omitempty"` // what was being searched then

	Played   int       `json:"runs_played"` // of all worlds
	Worlds   int       `json:"worlds_played"`
	Failures []Failure `json:"-"`
}

// Turn is what a search along one lever found.
type Turn struct {
	Lever
	At     *Move   `json:"flip,omitempty"` // the smallest change that crosses; nil if nothing within the range does
	Best   *Move   `json:"best"`           // the step that comes nearest to the target, or goes farthest beyond it
	Points []*Move `json:"points"`         // all that was tried, by value
}

// Move is one world that was tried, beside the scenario as it is. Only runs that came to an end in both count.
type Move struct {
	Levers  []string         `json:"levers,omitempty"` // ids
	Values  []float64        `json:"values,omitempty"` // of these levers
	Words   string           `json:"change"`
	Set     []string         `json:"set"`            // the same as after --set, "path=value"
	Cost    float64          `json:"cost,omitempty"` // of levers: 0 leaves all as it is
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
		Scenario: s.Name, Title: s.Title, Clause: s.Headline, ClauseTitle: s.Clauses[s.Headline].Title,
		End: w.Calendar.Label(w.Calendar.Ticks() - 1), State: state, StateName: s.States[state].Name, Target: target,
		Seed: opts.Seed, Asked: opts.Runs, Levers: []Turn{}, Invited: []*Move{},
	}
	h := &hunt{Flip: f, ctx: ctx, scenario: s, opts: opts}
	h.search(w)
	return f
}

// hunt is a search under way.
type hunt struct {
	*Flip
	ctx      context.Context
	scenario sim.Scenario
	opts     Options
	asIs     []ending
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
	if h.Cut {
		return
	}
	for _, l := range levers(h.scenario, h.State) {
		h.Last = l.Name
		t := h.along(l)
		if h.Cut {
			return
		}
		h.Levers = append(h.Levers, t)
	}
	h.Last = "who is invited"
	if h.invitations(w); h.Cut {
		return
	}
	h.Last = "pairs of levers"
	if h.pairs(); !h.Cut {
		h.Last = ""
	}
}

// play plays a world. What is cut short says nothing and is left out.
func (h *hunt) play(w *sim.World, with string) []ending {
	opts := h.opts
	if done, before := opts.Done, h.Played; done != nil {
		opts.Done = func(count int) { done(before + count) }
	}
	opts.endOnly = true
	e := Play(h.ctx, w, opts)
	h.Played += e.Finished
	h.Cut = e.Finished < e.Asked
	if !h.Cut {
		h.Worlds++
	}
	for _, f := range e.Failures {
		f.World = with
		h.Failures = append(h.Failures, f)
	}
	place := w.Headline() * w.N()
	endings := make([]ending, len(e.records))
	for k, r := range e.records {
		switch {
		case r.failure != "":
			endings[k].failed = true
		case h.State != "":
			endings[k].happened = r.Signed[place+w.State(h.State)] >= 0
		default:
			endings[k].happened = r.AtEnd[w.Headline()]
		}
	}
	return endings
}

// try plays the scenario with a change and fills in what came of it; nothing if that was cut short.
func (h *hunt) try(t *Move, change func(*sim.Scenario)) *Move {
	s := h.scenario
	change(&s)
	endings := h.play(sim.NewWorld(s), t.Words)
	if h.Cut {
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
		t.Levers, t.Values, t.Set = append(t.Levers, l.ID), append(t.Values, v), append(t.Set, l.setting(v))
		squares += float64(l.cost(v) * l.cost(v))
		if i > 0 {
			t.Words += " and "
		}
		t.Words += l.inWords(v)
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
	now := &Move{Levers: []string{l.ID}, Values: []float64{l.Now}, Words: "as it is", Chance: h.AsIs,
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
		now = h.try(&Move{Levers: now.Levers, Values: now.Values, Words: l.inWords(l.Now), Set: []string{l.setting(l.Now)}},
			func(s *sim.Scenario) { l.set(s, l.Now) })
	}
	if !note(now) {
		return turn
	}
	for _, to := range []side{down, up} {
		near, crossed := int(math.Round(l.Now*leverGrain)), now.Crosses
		for k := 1; k <= flipGrid; k++ {
			far := l.at(to, l.farthest(to)*float64(k)/flipGrid)
			if far == near {
				continue
			}
			t := h.set([]Lever{l}, []int{far})
			if !note(t) {
				return turn
			}
			if t.Crosses && !crossed && !h.halve(near, far, func(steps int) *Move {
				t := h.set([]Lever{l}, []int{steps})
				note(t)
				return t
			}) {
				return turn
			}
			near, crossed = far, crossed || t.Crosses
		}
	}
	slices.SortStableFunc(turn.Points, func(a, b *Move) int { return cmp.Compare(a.Values[0], b.Values[0]) })
	return turn
}

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
