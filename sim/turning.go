package sim

import (
	"math"
	"slices"
)

// Input is one figure behind a decision, where it may be set, and the nearest value that would turn the decision if
// nothing else changed, not even what the others are expected to do.
type Input struct {
	Path   string  `json:"path"`              // as in the scenario; not settable if it is a state of the run
	Felt   bool    `json:"felt"`              // a state of the run, not a figure of the scenario
	Terms  []Term  `json:"terms"`             // the terms that it moves, somewhere in its range
	Value  float64 `json:"value"`             // as it is, at the tick of the decision
	Times  float64 `json:"times"`             // what levers multiply it by, for the decision; 1 if none does
	Low    float64 `json:"low"`               // range within which it was tried
	High   float64 `json:"high"`              // its upper end
	Flips  bool    `json:"flips"`             // some value in the range turns the decision
	FlipAt float64 `json:"flip_at,omitempty"` // the nearest such value
	Source string  `json:"source,omitempty"`  // where the figure comes from, as far as the reader of the scenario says
	Seen   *Seen   `json:"seen,omitempty"`    // what figures of its kind are in the world, as far as anyone has looked

	set  func(v float64)
	late bool // set after the world has been looked at anew, because that would overwrite it
}

// Seen is what figures of one kind are known to be, over all states and dates that were looked at.
type Seen struct {
	Low  float64 `json:"low"`  // the least of them
	High float64 `json:"high"` // the greatest of them
	Like []Like  `json:"like"` // others whose figure is the nearest to what would turn the decision, from below and from above
}

// Like is somebody whose figure it is.
type Like struct {
	Of       string  `json:"of"`                 // name of the state
	Scenario string  `json:"scenario,omitempty"` // if it is another one
	Date     string  `json:"date,omitempty"`     // if the figure moves over time
	Value    float64 `json:"value"`              // what its figure is
}

// Plausible tells whether the change that would turn the decision stays within what figures of the kind are known to be.
func (in *Input) Plausible() bool {
	return in.Flips && in.Seen != nil && in.FlipAt >= in.Seen.Low && in.FlipAt <= in.Seen.High
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
