package lab

import (
	"cmp"
	"io"
	"math"
	"slices"
	"strconv"

	"entente/sim/lab/design"
	"entente/sim/lab/stats"
)

// Sweep is what the outputs of a study come to over its points, and how they go with each factor. It depends on the
// study alone.
type Sweep struct {
	Head
	Plan  Plan    `json:"plan"`
	Whole int     `json:"points_looked_at"` // of a Saltelli design the first two of each row: the others are near to these
	Found []Swept `json:"found"`            // by output
}

// Swept is an output over the points.
type Swept struct {
	Mean    float64  `json:"mean"`    // over the points
	Least   AtPoint  `json:"least"`   // the first point where it is least
	Most    AtPoint  `json:"most"`    // and most
	Spread  float64  `json:"spread"`  // standard deviation between points
	Effects []Effect `json:"effects"` // by factor
}

// AtPoint is a point and what an output is there.
type AtPoint struct {
	Point  int       `json:"point"`
	Value  float64   `json:"value"`
	Values []float64 `json:"values"` // of the factors
}

// Effect is how an output goes with one factor, over all that the others do.
type Effect struct {
	Factor string  `json:"factor"`
	Share  float64 `json:"share"` // of the variance between points, by the means of the parts: adjusted R², at least 0
	Parts  []Part  `json:"parts"` // of the range of the factor, each as likely, or its levels
}

// Part is a stretch of a factor's range.
type Part struct {
	Low    float64        `json:"low"` // a level if it is High too
	High   float64        `json:"high"`
	Points int            `json:"points"`
	Mean   stats.Interval `json:"mean"` // of the output over its points; normal, 95 %
}

// tenths is into how many parts the range of a factor is cut that has no levels.
const tenths = 10

// parts are those that the range of a factor is cut in, and which of them a coordinate lies in.
func (p *Played) parts(f *Factor) (parts []Part, of func(u float64) int) {
	n := 0
	switch {
	case f.Values.Shape == design.Listed:
		n = len(f.Values.Values)
		for k := range n {
			parts = append(parts, Part{Low: f.Values.Values[k], High: f.Values.Values[k]})
		}
	case p.Design == design.Factorial || p.Design == design.Morris:
		levels := design.Even(p.Levels)
		for _, u := range levels {
			v := f.Values.Value(u)
			parts = append(parts, Part{Low: v, High: v})
		}
		return parts, func(u float64) int { return int(math.Round(u * float64(len(levels)-1))) }
	default:
		n = tenths
		for k := range n {
			parts = append(parts, Part{Low: f.Values.Value(float64(k) / tenths), High: f.Values.Value(float64(k+1) / tenths)})
		}
	}
	return parts, func(u float64) int { return min(int(u*float64(n)), n-1) }
}

// Sweep looks at what was played of a study.
func (p *Played) Sweep() *Sweep {
	s := &Sweep{Head: p.head("sweep"), Plan: p.Plan, Found: []Swept{}}
	type tally struct {
		n            int
		sum, squares float64
	}
	add := func(t *tally, v float64) { t.n, t.sum, t.squares = t.n+1, t.sum+v, t.squares+float64(v*v) }
	ranges := make([][]Part, len(p.Factors))
	place := make([]func(float64) int, len(p.Factors))
	for k := range p.Factors {
		ranges[k], place[k] = p.parts(&p.Factors[k])
	}
	all, by := make([]tally, len(p.Outputs)), make([][][]tally, len(p.Outputs))
	for o := range by {
		by[o] = make([][]tally, len(p.Factors))
		for k := range by[o] {
			by[o][k] = make([]tally, len(ranges[k]))
		}
	}
	least, most := make([]AtPoint, len(p.Outputs)), make([]AtPoint, len(p.Outputs))
	u := make([]float64, len(p.Factors))
	p.atPoints(func(point, runs int, means []float64) {
		if runs == 0 || p.Design == design.Saltelli && point%p.Layout.Width > 1 { // the others of a row are near to these
			return
		}
		p.Layout.At(point, u)
		for o, v := range means {
			if all[o].n == 0 || v < least[o].Value {
				least[o] = AtPoint{Point: point, Value: v}
			}
			if all[o].n == 0 || v > most[o].Value {
				most[o] = AtPoint{Point: point, Value: v}
			}
			add(&all[o], v)
			for k := range u {
				add(&by[o][k][place[k](u[k])], v)
			}
		}
	})
	for o := range p.Outputs {
		t := all[o]
		if s.Whole = t.n; t.n == 0 {
			return s
		}
		mean := t.sum / float64(t.n)
		total := t.squares - float64(mean*t.sum)
		found := Swept{
			Mean: stats.Steady(mean), Least: least[o], Most: most[o], Spread: stats.Steady(math.Sqrt(max(total/float64(t.n), 0))),
		}
		found.Least.Values, found.Most.Values = p.Values(least[o].Point), p.Values(most[o].Point)
		for k := range p.Factors {
			e := Effect{Factor: p.Factors[k].ID, Parts: slices.Clone(ranges[k])}
			inside, used := 0.0, 0
			for i, t := range by[o][k] {
				part := &e.Parts[i]
				if part.Points = t.n; t.n == 0 {
					continue
				}
				used++
				m := t.sum / float64(t.n)
				squares := max(t.squares-float64(m*t.sum), 0)
				inside += squares
				reach := 0.0
				if t.n > 1 {
					reach = stats.Normal95 * math.Sqrt(squares/float64(t.n-1)/float64(t.n))
				}
				part.Mean = stats.Interval{Mean: stats.Steady(m), Low: stats.Steady(m - reach), High: stats.Steady(m + reach)}
			}
			if n := t.n; n > used && total > 1e-12 {
				e.Share = stats.Steady(max(1-inside/float64(n-used)/(total/float64(n-1)), 0))
			}
			found.Effects = append(found.Effects, e)
		}
		s.Found = append(s.Found, found)
	}
	return s
}

// ByShare are the effects on an output, those that go with most of its variance first.
func (s *Swept) ByShare() []Effect {
	sorted := slices.Clone(s.Effects)
	slices.SortStableFunc(sorted, func(a, b Effect) int { return cmp.Compare(b.Share, a.Share) })
	return sorted
}

// Ends are the first and the last part with a point in it.
func (e *Effect) Ends() (first, last Part) {
	for _, p := range e.Parts {
		if p.Points > 0 {
			if first.Points == 0 {
				first = p
			}
			last = p
		}
	}
	return first, last
}

// Tables are the sweep as tidy CSV, without those of its runs and points.
func (s *Sweep) Tables() []Table {
	return []Table{{"effects.csv", "one row per output, factor and part of its range: mean of the output over the points",
		func(out io.Writer) error {
			header := []string{"output", "factor", "share_of_variance", "low", "high", "points", "mean", "low95", "high95"}
			return Rows(out, header, func(row func(...string)) {
				for o, found := range s.Found {
					for _, e := range found.Effects {
						for _, p := range e.Parts {
							if p.Points == 0 {
								continue
							}
							row(s.Plan.Outputs[o].ID, e.Factor, Digits(e.Share), Digits(p.Low), Digits(p.High), strconv.Itoa(p.Points), Digits(p.Mean.Mean),
								Digits(p.Mean.Low), Digits(p.Mean.High))
						}
					}
				}
			})
		}}}
}
