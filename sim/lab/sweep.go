package lab

import (
	"cmp"
	"io"
	"slices"
	"strconv"

	"entente/sim/lab/design"
	"entente/sim/lab/stats"
)

// Sweep is what the outputs of a study come to over its points, and how they go with each factor. It depends on the
// study alone.
type Sweep struct {
	Head
	Plan  Plan    `json:"plan"`             // what the study asks
	Whole int     `json:"points_looked_at"` // of a Saltelli design the first two of each row: the others are near to these
	Found []Swept `json:"found"`            // by output
}

// Swept is an output over the points.
type Swept struct {
	Mean    float64  `json:"mean"`    // over the points
	Least   AtPoint  `json:"least"`   // the first point where it is least
	Most    AtPoint  `json:"most"`    // the first point where it is greatest
	Spread  float64  `json:"spread"`  // standard deviation between points
	Effects []Effect `json:"effects"` // by factor
}

// AtPoint is a point and what an output is there.
type AtPoint struct {
	Point  int       `json:"point"`  // its number, from 0
	Value  float64   `json:"value"`  // mean of the output over its runs
	Values []float64 `json:"values"` // of the factors
}

// Effect is how an output goes with one factor, over all that the others do.
type Effect struct {
	Factor string  `json:"factor"` // its id
	Share  float64 `json:"share"`  // of the variance between points, by the means of the parts: adjusted R², at least 0
	Parts  []Part  `json:"parts"`  // of the range of the factor, each as likely, or its levels
}

// Part is a stretch of a factor's range.
type Part struct {
	Low    float64        `json:"low"`    // where it begins; a level of the factor if it ends there too
	High   float64        `json:"high"`   // where it ends
	Points int            `json:"points"` // that lie in it
	Lots   int            `json:"lots"`   // what the interval rests on: points with luck of their own, or runs where all points share it
	Mean   stats.Interval `json:"mean"`   // of the output over its points, with its 95 % interval over the lots
}

// Told tells whether the interval rests on enough lots to say anything: ten, by judgement.
func (p Part) Told() bool { return p.Lots >= 10 }

// Sweep looks at what was played of a study.
func (p *Played) Sweep() *Sweep {
	s := &Sweep{Head: p.head("sweep"), Plan: p.Plan, Found: []Swept{}}
	factors := make([]cut, len(p.Factors))
	for k := range p.Factors {
		factors[k] = p.cut(&p.Factors[k])
	}
	shared, open := p.Layout.Luck(0) == p.Layout.Luck(p.Points-1), 1
	if shared { // then each run is a lot
		open = p.Each
	}
	outputs := make([]tallies, len(p.Outputs))
	for o := range outputs {
		outputs[o] = newTallies(factors, open)
	}
	p.count(outputs, factors, shared)
	for o := range outputs {
		t := &outputs[o]
		if s.Whole = t.all.n; s.Whole == 0 {
			return s
		}
		found := Swept{Mean: stats.Steady(t.all.mean()), Least: t.least, Most: t.most, Spread: stats.Steady(t.all.deviation())}
		found.Least.Values, found.Most.Values = p.Values(t.least.Point), p.Values(t.most.Point)
		for k := range p.Factors {
			found.Effects = append(found.Effects, t.effect(p.Factors[k].ID, k, factors[k], p.Outputs[o].IsChance()))
		}
		s.Found = append(s.Found, found)
	}
	return s
}

// near tells whether a point of a Saltelli design is near to the first two of its row, which are looked at in its place.
func (p *Played) near(point int) bool { return p.Design == design.Saltelli && point%p.Layout.Width > 1 }

// count sorts the points by the parts of each factor that they lie in, and their runs by their luck.
func (p *Played) count(outputs []tallies, factors []cut, shared bool) {
	u, luck := make([]float64, len(p.Factors)), -1
	p.atPoints(func(point, runs int, means []float64) {
		if runs == 0 || p.near(point) {
			return
		}
		p.Layout.At(point, u)
		for o, v := range means {
			outputs[o].add(point, v, u, factors)
		}
	})
	p.each(func(point, run int, failure string, values []float64) {
		if failure != "" || p.near(point) {
			return
		}
		p.Layout.At(point, u)
		lot := 0
		if shared {
			lot = run - p.FirstRun(point)
		}
		for o, v := range values {
			if !shared && p.Layout.Luck(point) != luck {
				outputs[o].end()
			}
			for k, c := range factors {
				outputs[o].lots[k][c.of(u[k])].add(lot, v)
			}
		}
		luck = p.Layout.Luck(point)
	})
	for o := range outputs {
		outputs[o].end()
	}
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

// aboutEffects: what the columns of what goes with a factor mean.
func (l *wordList) aboutEffects() {
	l.say("", "share_of_variance", "of the output between points that goes with the factor, by the means of its parts: adjusted R²", ofShare)
	l.say("", "points", "that lie there", "points")
	l.say("effects.csv", "mean", "of the output over these points", "that of the output")
}
