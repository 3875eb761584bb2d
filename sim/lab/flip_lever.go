package lab

import (
	"cmp"
	"math"
	"slices"

	"entente/sim"
	"entente/sim/lab/stats"
)

// Pull is what a search along one lever found: how far it must be pulled.
type Pull struct {
	Lever
	At        *Move   `json:"flip,omitempty"`                       // the smallest change that crosses; nil if nothing within the range does
	Luck      Bounds  `json:"flip_between"`                         // where that point lies for all that luck lets one tell
	Constants *Bounds `json:"flip_constants" jsonschema:"nullable"` // where it lies as constants vary; nil if nothing flips, or that is not told
	Best      *Move   `json:"best" jsonschema:"nullable"`           // the step that comes nearest to the target, or goes farthest beyond it
	Points    []*Move `json:"points"`                               // all that was tried, by value
}

// Bounds are the values of a lever between which its flip point lies: at the near one the interval of the chance, that of luck or
// that of constants, still lies wholly on the side of the scenario as it is, at the far one wholly on the other. Nil is beyond what
// the search can tell: nothing that was tried is as sure. A lever that flips as soon as it is held level has no point to bound.
type Bounds struct {
	Near *float64 `json:"near" jsonschema:"nullable"` // nearer to the scenario as it is
	Far  *float64 `json:"far" jsonschema:"nullable"`  // beyond the flip
}

// Settings of the search along a lever, not of the theory.
const (
	flipGrid   = 4 // steps to each end of a range before halving begins
	boundSteps = 3 // halvings of each bound of a flip point
)

// along searches one lever.
func (h *hunt) along(l Lever) Pull {
	pull := Pull{Lever: l}
	now := &Move{Levers: []string{l.ID}, Values: []float64{l.Now}, Set: []Setting{}, Chance: h.AsIs,
		Change: stats.Matched(0, 0, h.Runs)}
	note := func(t *Move) bool {
		if t == nil {
			return false
		}
		pull.Points = append(pull.Points, t)
		if t.Crosses && (pull.At == nil || t.Cost < pull.At.Cost) {
			pull.At = t
		}
		if pull.Best == nil || h.better(t, pull.Best) {
			pull.Best = t
		}
		return true
	}
	if l.Moves { // the scenario as it is lies nowhere on this line
		now = h.try(&Move{Levers: now.Levers, Values: now.Values, Set: []Setting{number(l.Path, l.Now)}},
			func(s *sim.Scenario) { l.set(s, l.Now) })
	}
	if !note(now) {
		return pull
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
				return pull
			}
			near, crossed = far, crossed || t.Crosses
		}
	}
	if pull.At != nil && pull.At.Cost > 0 && !h.boundBoth(&pull, try) {
		return pull
	}
	slices.SortStableFunc(pull.Points, func(a, b *Move) int { return cmp.Compare(a.Values[0], b.Values[0]) })
	return pull
}

// An interval is one of the two that a chance has.
type interval func(stats.Share) (low, high float64)

func byLuck(s stats.Share) (low, high float64) { return s.Low, s.High }

// byConstants leaves everything open where that is not told.
func byConstants(s stats.Share) (low, high float64) {
	if s.Constants == nil {
		return 0, 1
	}
	return s.Constants.Low, s.Constants.High
}

// boundBoth bounds a flip point by luck and then, where that is told, by constants. It is false if cut short.
func (h *hunt) boundBoth(t *Pull, try func(steps int) *Move) bool {
	luck, whole := h.bound(t, byLuck, try)
	if !whole {
		return false
	}
	if t.Luck = luck; t.At.Chance.Constants != nil {
		constants, whole := h.bound(t, byConstants, try)
		if !whole {
			return false
		}
		t.Constants = &constants
		t.Luck = h.boundsSeen(t, byLuck) // more was tried since, and the flip may have been found nearer
	}
	return true
}

// sides are whether an interval lies wholly on the side of the target where the scenario is, and wholly on the other.
func (h *hunt) sides(of interval) (here, beyond func(*Move) bool) {
	surely := func(above bool) func(*Move) bool {
		return func(m *Move) bool {
			low, high := of(m.Chance)
			return above && low >= h.Target || !above && high < h.Target
		}
	}
	return surely(h.Above), surely(!h.Above)
}

// bound looks for the values between which a flip point lies for sure by this interval, the nearest to it on either side. It is
// false if cut short.
func (h *hunt) bound(t *Pull, of interval, try func(steps int) *Move) (Bounds, bool) {
	here, beyond := h.sides(of)
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
				return Bounds{}, false
			}
			if m == t.At && !h.halve(stepsOf(sure), mid, try) { // it crosses already: the flip lies nearer than was thought
				return Bounds{}, false
			}
		}
	}
	return h.boundsSeen(t, of), true
}

// boundsSeen are the bounds by what was tried so far.
func (h *hunt) boundsSeen(t *Pull, of interval) Bounds {
	here, beyond := h.sides(of)
	near, _ := t.nearest(-t.helps(), here)
	far, _ := t.nearest(t.helps(), beyond)
	return Bounds{Near: valueOf(near), Far: valueOf(far)}
}

// nearest is the point nearest to a flip, to one side of it or the flip itself, of which something is so, and the last one on
// the way there of which it is not; nil if there is none.
func (t *Pull) nearest(to side, so func(*Move) bool) (first, before *Move) {
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
