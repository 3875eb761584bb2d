package lab

import (
	"cmp"
	"math"
	"slices"
)

// Settings of the search for a pair, not of the theory.
const (
	pairGrain  = 0.02 // of cost, to which a pair is halved, and by which another must be cheaper to be looked at
	mostFlips  = 3    // levers that cross alone, the cheapest first, which enter pairs
	mostOthers = 2    // levers that do not, those that come nearest first
)

// ray is a direction in which two levers move together: their costs stand in this proportion.
type ray struct {
	levers [2]Lever
	sides  [2]side
	shares [2]float64 // of the cost of the pair; their squares add up to 1
}

// rays are the directions that are searched for a pair: both alike, and either of them more, at 45, 60 and 30 degrees.
var rays = [][2]float64{{math.Sqrt2 / 2, math.Sqrt2 / 2}, {0.5, 0.8660254037844386}, {0.8660254037844386, 0.5}}

// steps are the values of both levers at a cost of the pair.
func (r ray) steps(cost float64) []int {
	return []int{r.levers[0].at(r.sides[0], cost*r.shares[0]), r.levers[1].at(r.sides[1], cost*r.shares[1])}
}

// end is the cost at which the first of the two comes to the end of its range.
func (r ray) end() float64 {
	return min(r.levers[0].farthest(r.sides[0])/r.shares[0], r.levers[1].farthest(r.sides[1])/r.shares[1])
}

// pairs looks for the cheapest change of two levers at once: among the levers that cross alone at the least cost, and
// those that do not and come nearest, each moved to the side on which it does. The cost of a pair is the Euclidean norm
// of the costs of its two. A pair of which one would do alone at the value that it has is none. A ray that does not cross at a little less than the cost of the best pair so far is given
// up: on rays we take it that more of what helps does not hurt.
func (h *hunt) pairs() {
	movers := h.movers()
	type ranked struct{ a, b int }
	var order []ranked
	for b := range movers {
		for a := range b {
			order = append(order, ranked{a, b})
		}
	}
	slices.SortStableFunc(order, func(x, y ranked) int { return cmp.Compare(x.a+x.b, y.a+y.b) })
	h.Pairs = len(order)
	for _, shares := range rays {
		for _, p := range order {
			a, b := movers[p.a], movers[p.b]
			h.follow(ray{[2]Lever{a.Lever, b.Lever}, [2]side{a.helps(), b.helps()}, shares}, [2]Pull{a, b})
			if h.cut {
				return
			}
		}
	}
}

// movers are the levers that enter pairs.
func (h *hunt) movers() []Pull {
	var alone, others []Pull
	for _, t := range h.ByCost() {
		switch {
		case t.Best.Cost == 0, t.At != nil && t.At.Cost == 0: // nowhere on it is better than now, or it needs no other
		case t.At != nil && len(alone) < mostFlips:
			alone = append(alone, t)
		case t.At == nil:
			others = append(others, t)
		}
	}
	slices.SortStableFunc(others, func(a, b Pull) int {
		switch {
		case h.better(a.Best, b.Best):
			return -1
		case h.better(b.Best, a.Best):
			return 1
		}
		return 0
	})
	return append(alone, others[:min(mostOthers, len(others))]...)
}

// helps is the side to which a lever must move.
func (t Pull) helps() side {
	to := t.Best
	if t.At != nil {
		to = t.At
	}
	if to.Values[0] < t.Now {
		return down
	}
	return up
}

// does tells whether the lever alone has crossed by this step.
func (t Pull) does(step int) bool {
	return t.At != nil && int(t.helps())*(step-stepsOf(t.At)) >= 0
}

// follow goes out along a ray, no farther than the best pair so far, and closes in on where it crosses.
func (h *hunt) follow(r ray, alone [2]Pull) {
	near, far := 0.0, r.end()
	if h.Pair != nil {
		far = min(far, h.Pair.Cost-pairGrain)
	}
	try := func(cost float64) (crosses bool) {
		steps := r.steps(cost)
		if value(steps[0]) == r.levers[0].Now || value(steps[1]) == r.levers[1].Now { // no longer a pair
			return false
		}
		if alone[0].does(steps[0]) || alone[1].does(steps[1]) { // one of the two is enough
			return true
		}
		t := h.set(r.levers[:], steps)
		if t == nil {
			return false
		}
		if t.Crosses && (h.Pair == nil || t.Cost < h.Pair.Cost) {
			h.Pair = t
		}
		return t.Crosses
	}
	if !try(far) {
		return
	}
	for far-near > pairGrain && !h.cut {
		if mid := (near + far) / 2; try(mid) {
			far = mid
		} else {
			near = mid
		}
	}
}

// PairIsCheaper tells whether two levers at once cost less than any one alone, by more than the grain of the search.
func (f *Flip) PairIsCheaper() bool {
	one := f.Cheapest()
	return f.Pair != nil && (one == nil || f.Pair.Cost < one.At.Cost-pairGrain)
}
