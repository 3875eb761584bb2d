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

// lots are the runs of a part by their luck: points that share it are no evidence each.
type lots struct {
	n                  int     // how many
	sum, size          float64 // of the values of all runs, and how many there are
	sums2, both, size2 float64 // over the lots: squares of their sums, sums times sizes, squares of their sizes
	open               []lot   // those that are not whole yet
}

// lot is the sum of some values, and how many there are.
type lot struct{ sum, size float64 }

// add puts a value into one of the lots that are not whole yet.
func (l *lots) add(k int, v float64) {
	l.open[k].sum, l.open[k].size = l.open[k].sum+v, l.open[k].size+1
}

// end makes those lots whole.
func (l *lots) end() {
	for k, o := range l.open {
		if o.size > 0 {
			l.n++
			l.sum, l.size = l.sum+o.sum, l.size+o.size
			l.sums2, l.both, l.size2 = l.sums2+float64(o.sum*o.sum), l.both+float64(o.sum*o.size), l.size2+float64(o.size*o.size)
		}
		l.open[k] = lot{}
	}
}

// fewLots is below how many lots a normal interval of a chance is too narrow, since few of them may all agree by luck: judgement.
const fewLots = 60

// interval is the mean of the runs with its 95 % interval: that of a mean of clusters (Cochran 1977, Sampling Techniques), with m the mean, S and N
// sum and size of each of L lots,
//
//	mean ± 1.96 × √(L / (L - 1) × Σ (S - m × N)²) / Σ N
//
// Of a chance in few lots, or where all agree, it is the exact one of as many runs with that mean, which is no narrower: nothing
// between 0 and 1 varies more than what is either. A single lot says nothing: the interval of another output is then its mean.
func (l *lots) interval(chance bool) stats.Interval {
	m := l.sum / l.size
	about := max(l.sums2-float64(2*m*l.both)+float64(m*m*l.size2), 0)
	if chance && (l.n < fewLots || about < 1e-12) {
		s := stats.ShareOf(int(math.Round(m*float64(l.n))), l.n)
		return stats.Interval{Mean: stats.Steady(m), Low: min(s.Low, stats.Steady(m)), High: max(s.High, stats.Steady(m))}
	}
	reach := 0.0
	if l.n > 1 {
		reach = stats.Normal95 * math.Sqrt(about*float64(l.n)/float64(l.n-1)) / l.size
	}
	return stats.Interval{Mean: stats.Steady(m), Low: stats.Steady(m - reach), High: stats.Steady(m + reach)}
}

// tallies are those of one output: of all points, and by factor and part of its range.
type tallies struct {
	all         tally
	by          [][]tally
	lots        [][]lots
	least, most AtPoint
}

// newTallies has room for so many lots at once.
func newTallies(factors []cut, open int) tallies {
	t := tallies{by: make([][]tally, len(factors)), lots: make([][]lots, len(factors))}
	for k, c := range factors {
		t.by[k], t.lots[k] = make([]tally, len(c.parts)), make([]lots, len(c.parts))
		for i := range t.lots[k] {
			t.lots[k][i].open = make([]lot, open)
		}
	}
	return t
}

// end makes the lots of all parts whole.
func (t *tallies) end() {
	for k := range t.lots {
		for i := range t.lots[k] {
			t.lots[k][i].end()
		}
	}
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
func (t *tallies) effect(id string, k int, c cut, chance bool) Effect {
	e := Effect{Factor: id, Parts: slices.Clone(c.parts)}
	inside, used := 0.0, 0
	for i := range t.by[k] {
		in := &t.by[k][i]
		if e.Parts[i].Points = in.n; in.n == 0 {
			continue
		}
		used++
		inside += max(in.about(), 0)
		e.Parts[i].Mean, e.Parts[i].Lots = t.lots[k][i].interval(chance), t.lots[k][i].n
	}
	if n, total := t.all.n, t.all.about(); n > used && total > 1e-12 {
		e.Share = stats.Steady(max(1-inside/float64(n-used)/(total/float64(n-1)), 0))
	}
	return e
}
