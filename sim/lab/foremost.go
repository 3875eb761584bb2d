package lab

import (
	"math"
	"slices"

	"entente/sim/lab/stats"
)

// Foremost is which of several things changes a chance most, as far as luck lets one tell. Table and chart of an answer both say
// what it says.
type Foremost[T any] struct {
	Most *T // nil if none changes it beyond luck
	// those besides of which luck leaves open that they change it as much: the intervals of the sizes overlap
	Rivals []T
	None   bool // none changes it by as much as Slight; with neither this nor Most the runs do not tell
}

// foremost reads it off the changes, of which each has an interval for itself.
func foremost[T any](all []T, change func(*T) stats.Difference) Foremost[T] {
	f := Foremost[T]{None: true}
	for k := range all {
		d := change(&all[k])
		f.None = f.None && IsSlight(d)
		if d.BeyondLuck() && (f.Most == nil || math.Abs(d.Mean) > math.Abs(change(f.Most).Mean)) {
			f.Most = &all[k]
		}
	}
	if f.Most == nil {
		return f
	}
	f.None = false
	best := change(f.Most)
	least := max(best.Low, -best.High) // of the size of its change
	for k := range all {
		if d := change(&all[k]); &all[k] != f.Most && max(d.High, -d.Low) >= least {
			f.Rivals = append(f.Rivals, all[k])
		}
	}
	return f
}

// Foremost is the mechanism without which the chance changes most.
func (a *Ablation) Foremost() Foremost[Removal] {
	return foremost(a.ByChange(), func(r *Removal) stats.Difference { return r.InForce.Change })
}

// Foremost is the mechanism that carries most of the gap: of those that work in its direction.
func (w *Why) Foremost() Foremost[Carried] {
	var along []Carried
	for _, m := range w.ByPart() {
		if !m.Inert && (m.Carries.Mean > 0) == (w.Gap.Mean > 0) {
			along = append(along, m)
		}
	}
	return foremost(along, func(m *Carried) stats.Difference { return m.Carries })
}

// Foremost is the set that most often carries the clause with none smaller within; none where in some run least sets are untold.
func (p *Pivots) Foremost() Foremost[CarryingSet] {
	if p.LeastUntold > 0 {
		return Foremost[CarryingSet]{}
	}
	return foremost(p.Sets, func(s *CarryingSet) stats.Difference { return beyondNone(*s.Minimal) })
}

// Nearer is the set that most often comes nearest where none carries it; none where in some run that is untold.
func (p *Pivots) Nearer() Foremost[NearSet] {
	if p.NearestUntold > 0 {
		return Foremost[NearSet]{}
	}
	return foremost(p.Nearest, func(s *NearSet) stats.Difference { return beyondNone(s.Nearest) })
}

// Anchor is the state without which most others leave, Spoiler the one that keeps most others out.
func (p *Pivots) Anchor() Foremost[PivotalState] {
	return foremost(p.those(PivotalState.Anchors), func(st *PivotalState) stats.Difference { return st.Leave })
}

func (p *Pivots) Spoiler() Foremost[PivotalState] {
	return foremost(p.those(PivotalState.Spoils), func(st *PivotalState) stats.Difference { return st.Join })
}

// Anchors tells whether a state takes others with it, and enough runs have it in the largest set to say how many: of one run or none the
// interval is as wide as can be, and would stand beside any other's.
func (st PivotalState) Anchors() bool { return st.Leave.Mean < 0 && st.Settled.Count > 1 }

// Spoils tells whether a state keeps others out, and enough runs have it at the table to say how many.
func (st PivotalState) Spoils() bool { return st.Join.Mean > 0 && st.Seated.Count > 1 }

func (p *Pivots) those(do func(PivotalState) bool) []PivotalState {
	return slices.DeleteFunc(slices.Clone(p.States), func(st PivotalState) bool { return !do(st) })
}

// beyondNone is a share as a difference from none.
func beyondNone(s stats.Share) stats.Difference {
	return stats.Difference{Mean: s.Mean, Low: s.Low, High: s.High}
}

// MovedState is a state in one of the worlds of a comparison.
type MovedState struct {
	World int // place of the world
	*ComparedState
}

// ForemostState is the state, in some of the worlds, of which it changes most how often it signs.
func (c *Comparison) ForemostState(worlds []int) Foremost[MovedState] {
	var all []MovedState
	for _, k := range worlds {
		for i := range c.Worlds[k].States {
			if st := &c.Worlds[k].States[i]; st.Change != nil {
				all = append(all, MovedState{k, st})
			}
		}
	}
	return foremost(all, func(m *MovedState) stats.Difference { return *m.Change })
}

// ForemostCoalition is the coalition that the headline clause most often binds at the end.
func (s *Summary) ForemostCoalition() Foremost[Coalition] {
	return foremost(s.Coalitions, func(c *Coalition) stats.Difference { return beyondNone(c.AtEnd) })
}

// Foremost is the world of which the chance differs most from that of the first.
func (c *Comparison) Foremost() Foremost[ComparedWorld] {
	var others []ComparedWorld
	for _, w := range c.Worlds {
		if w.Change != nil && !w.Change.Same {
			others = append(others, w)
		}
	}
	return foremost(others, func(w *ComparedWorld) stats.Difference { return w.Change.InForce })
}
