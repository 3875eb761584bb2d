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
	State     string  `json:"state,omitempty"`      // whose signature is asked about; the clause being in force at the end if empty
	StateName string  `json:"state_name,omitempty"` // its name, for people
	Target    float64 `json:"target"`               // chance, in [0, 1]
	Undecided bool    `json:"undecided"`            // the interval of the chance as it is holds the target
	// runs that would tell in four cases of five on which side it lies, if the chance is as it seems; 0 if not
	// undecided, or no number would
	Settles int         `json:"settles"`
	Above   bool        `json:"above"` // the scenario as it is reaches the target, and the question is what would bring it below
	AsIs    stats.Share `json:"as_is"` // chance in the scenario as it is

	Levers  []Pull            `json:"levers"`         // in the order of the search; fewer if interrupted
	Invited []*Move           `json:"invited"`        // one state left out or made a founder, from the greatest step towards the target
	Pair    *Move             `json:"pair,omitempty"` // the cheapest change of two levers at once that crosses, of those tried
	Pairs   int               `json:"pairs_tried"`    // pairs of levers that were tried
	Names   map[string]string `json:"names"`          // of the states, by id
	Last    string            `json:"cut_in"`         // what was being searched when it was interrupted; "" if it was not
	Worlds  int               `json:"worlds_played"`  // tried, the scenario as it is included
}

// Move is one world that was tried, beside the scenario as it is. Only runs that came to an end in both count.
type Move struct {
	Levers  []string         `json:"levers,omitempty"`       // ids
	Values  []float64        `json:"values,omitempty"`       // of the levers, in their order
	Left    string           `json:"left_out,omitempty"`     // id of a founder who is not asked
	Founder string           `json:"made_founder,omitempty"` // id of a state that is made one
	Set     []Setting        `json:"set"`                    // what makes this world of the scenario as it is
	Cost    float64          `json:"cost,omitempty"`         // of levers: 0 leaves all as it is
	Chance  stats.Share      `json:"chance"`                 // in the world that was tried
	Change  stats.Difference `json:"change"`                 // against the scenario as it is
	Crosses bool             `json:"crosses"`                // its chance lies on the other side of the target
	Replay  string           `json:"replay,omitempty"`       // the command that plays it; "" if whoever asked gave no Options.Replay
}

// FlipTarget is the chance that is to be crossed if nobody names another.
const FlipTarget = 0.5

// FindFlip searches each lever, the list of the invited, and pairs of levers. state is the id of a state or empty. It
// looks along a coarse grid in both directions, since a chance need not rise or fall all the way, and closes in on the
// first crossing by halving. If ctx is cancelled it returns what was found so far. Done counts the runs of all worlds.
func FindFlip(ctx context.Context, s sim.Scenario, state string, target float64, opts Options) *Flip {
	w := sim.NewWorld(s)
	f := &Flip{
		Head: NewHead("flip", EachWorld, w, opts), State: state, StateName: s.States[state].Name, Target: target,
		Levers: []Pull{}, Invited: []*Move{}, Names: namesOf(s),
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
	asIs     []outcome
	cut      bool // interrupted
}

// outcome is what one run says to the question: nothing if it failed, or whether that happened.
type outcome struct {
	failed, happened bool
	dealt            stats.Dealt // what it was played with
}

// search plays the scenario as it is and then turns each lever until the answer flips, or says that it is undecided.
func (h *hunt) search(w *sim.World) {
	h.Last = "the scenario as it is"
	h.asIs = h.play(w, "")
	var happened []bool
	var by stats.Drawn
	for _, e := range h.asIs {
		if !e.failed {
			happened, by = append(happened, e.happened), append(by, e.dealt)
		}
	}
	h.Runs = len(happened)
	h.AsIs = by.Share(happened)
	h.Above = h.AsIs.Mean >= h.Target
	if h.cut {
		return
	}
	if h.Undecided = h.AsIs.Low <= h.Target && h.Target <= h.AsIs.High; h.Undecided {
		h.Settles = runsToTell(h.AsIs, h.Target)
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

// normal80 is the 0.8 quantile of the standard normal, written out so that it is the same on every machine.
const normal80 = 0.8416212335729143

// runsToTell is how many runs would show in four cases of five on which side of a target t a chance p lies, if it is
// what it seems to be: the sample that a test of one proportion needs, with its correction for counts being whole
// (Fleiss, Levin & Paik 2003, Statistical Methods for Rates and Proportions, 3rd ed., section 2.5),
//
//	n = ((z95 √(t (1 - t)) + z80 √(p (1 - p))) / (p - t))² + 1 / |p - t|
//
// and goes on until the exact one leaves the target out, which near 0 and 1 takes more. 0 if it seems to lie on the target
// itself.
func runsToTell(s stats.Share, target float64) int {
	p, off := s.Mean, math.Abs(s.Mean-target)
	if off < 1e-9 {
		return 0
	}
	wide := float64(stats.Normal95*math.Sqrt(target*(1-target))) + float64(normal80*math.Sqrt(p*(1-p)))
	n := max(s.Runs+1, int(math.Ceil(float64(wide*wide/(off*off))+1/off)))
	for {
		if share := stats.ShareOf(int(math.Round(p*float64(n))), n); share.High < target || share.Low > target {
			return n
		}
		n += 1 + n/100
	}
}

// play plays a world. What is cut short says nothing and is left out.
func (h *hunt) play(w *sim.World, with string) []outcome {
	p := PlayCells(h.ctx, []Cell{{Name: with, World: w}}, h.opts.after(h.Played))
	h.Played += p.Played
	if h.cut = p.Played < p.ToPlay; !h.cut {
		h.Worlds++
	}
	h.Failures = append(h.Failures, p.Failures...)
	v := p.view(0)
	outcomes := make([]outcome, len(v.runs))
	for k, d := range v.runs {
		outcomes[k].dealt = d.Dealt
		switch {
		case d.Failure != "":
			outcomes[k].failed = true
		case h.State != "":
			outcomes[k].happened = v.signs(d, h.State)
		default:
			outcomes[k].happened = v.inForce(d)
		}
	}
	return outcomes
}

// try plays the scenario with a change and fills in what came of it; nothing if that was cut short.
func (h *hunt) try(t *Move, change func(*sim.Scenario)) *Move {
	s := h.scenario
	change(&s)
	outcomes := h.play(sim.NewWorld(s), inWords(t.Set))
	if h.cut {
		return nil
	}
	var before, after []bool
	var by stats.Drawn
	for k := range outcomes {
		if !outcomes[k].failed && !h.asIs[k].failed {
			before, after = append(before, h.asIs[k].happened), append(after, outcomes[k].happened)
			by = append(by, outcomes[k].dealt)
		}
	}
	p := by.PairShares(before, after)
	t.Chance, t.Change = p.Second, p.Change
	t.Crosses = (t.Chance.Mean >= h.Target) != h.Above
	if h.opts.Replay != nil {
		t.Replay = h.opts.Replay(t.Set)
	}
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

// Cheapest is the lever that crosses alone at the least cost; nil if none does.
func (f *Flip) Cheapest() *Pull {
	var best *Pull
	for i := range f.Levers {
		if t := &f.Levers[i]; t.At != nil && (best == nil || t.At.Cost < best.At.Cost) {
			best = t
		}
	}
	return best
}

// ByCost lists the levers from the cheapest flip on, then those that do not cross, in the order of the search.
func (f *Flip) ByCost() []Pull {
	sorted := slices.Clone(f.Levers)
	slices.SortStableFunc(sorted, func(a, b Pull) int {
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
