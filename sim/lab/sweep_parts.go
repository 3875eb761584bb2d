package lab

import (
	"math"
	"slices"

	"entente/sim/lab/design"
	"entente/sim/lab/stats"
)

// How an output goes with one factor: the factor's range is cut into parts, and the points of each are tallied by themselves,
// over all that the other factors do.

// tenths is into how many parts the range of a factor is cut that has no levels.
const tenths = 10

// cut is the range of a factor in parts.
type cut struct {
	parts []Part
	of    func(u float64) int // which of them a coordinate lies in
}

// cut parts what a factor may be: by its values, by the levels of its design, or by tenths of its range.
func (p *Played) cut(f *Factor) (c cut) {
	n := 0
	switch {
	case f.Values.Shape == design.Listed:
		n = len(f.Values.Values)
		for _, v := range f.Values.Values {
			c.parts = append(c.parts, Part{Low: v, High: v})
		}
	case p.Design == design.Factorial || p.Design == design.Morris:
		levels := design.Even(p.Levels)
		for _, u := range levels {
			v := f.Values.Value(u)
			c.parts = append(c.parts, Part{Low: v, High: v})
		}
		c.of = func(u float64) int { return int(math.Round(u * float64(len(levels)-1))) }
		return c
	default:
		n = tenths
		for k := range n {
			c.parts = append(c.parts, Part{Low: f.Values.Value(float64(k) / tenths), High: f.Values.Value(float64(k+1) / tenths)})
		}
	}
	c.of = func(u float64) int { return min(int(u*float64(n)), n-1) }
	return c
}

// tally is what is kept of some points to tell their mean and how far they lie apart.
type tally struct {
	n            int
	sum, squares float64
}

func (t *tally) add(v float64) { t.n, t.sum, t.squares = t.n+1, t.sum+v, t.squares+float64(v*v) }

func (t *tally) mean() float64 { return t.sum / float64(t.n) }

// about is the sum of squares about the mean. Rounding may leave it a little below 0.
func (t *tally) about() float64 { return t.squares - float64(t.mean()*t.sum) }

func (t *tally) deviation() float64 { return math.Sqrt(max(t.about()/float64(t.n), 0)) }

// interval is the mean with its interval: normal, 95 %.
func (t *tally) interval() stats.Interval {
	m, reach := t.mean(), 0.0
	if t.n > 1 {
		reach = stats.Normal95 * math.Sqrt(max(t.about(), 0)/float64(t.n-1)/float64(t.n))
	}
	return stats.Interval{Mean: stats.Steady(m), Low: stats.Steady(m - reach), High: stats.Steady(m + reach)}
}

// tallies are those of one output: of all points, and by factor and part of its range.
type tallies struct {
	all         tally
	by          [][]tally
	least, most AtPoint
}

func newTallies(factors []cut) tallies {
	t := tallies{by: make([][]tally, len(factors))}
	for k, c := range factors {
		t.by[k] = make([]tally, len(c.parts))
	}
	return t
}

// add counts a point at coordinates u, where the output is v.
func (t *tallies) add(point int, v float64, u []float64, factors []cut) {
	if t.all.n == 0 || v < t.least.Value {
		t.least = AtPoint{Point: point, Value: v}
	}
	if t.all.n == 0 || v > t.most.Value {
		t.most = AtPoint{Point: point, Value: v}
	}
	t.all.add(v)
	for k, c := range factors {
		t.by[k][c.of(u[k])].add(v)
	}
}

// effect is how the output goes with the k-th factor.
//
//	share = 1 - [squares within parts / (n - parts)] / [squares / (n - 1)],    at least 0
func (t *tallies) effect(id string, k int, c cut) Effect {
	e := Effect{Factor: id, Parts: slices.Clone(c.parts)}
	inside, used := 0.0, 0
	for i := range t.by[k] {
		in := &t.by[k][i]
		if e.Parts[i].Points = in.n; in.n == 0 {
			continue
		}
		used++
		inside += max(in.about(), 0)
		e.Parts[i].Mean = in.interval()
	}
	if n, total := t.all.n, t.all.about(); n > used && total > 1e-12 {
		e.Share = stats.Steady(max(1-inside/float64(n-used)/(total/float64(n-1)), 0))
	}
	return e
}
