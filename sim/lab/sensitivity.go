package lab

import (
	"cmp"
	"io"
	"slices"
	"strconv"

	"entente/sim/lab/design"
	"entente/sim/lab/stats"
)

// Luck is the id of the factor that stands for luck beside those of a study: which runs are played.
const Luck = "luck"

// Sensitivity says how much of the outputs of a study hangs on each factor: by Sobol's indices if its design is that of
// Saltelli, or by the effects of Morris. It depends on the study alone. Luck counts as one more factor of a Saltelli
// design: an output is that of the runs of a point, and what remains between points that differ by their luck alone is
// its share.
type Sensitivity struct {
	Head
	Plan   Plan        `json:"plan"`          // what the study asks
	Whole  int         `json:"rows_used"`     // rows or trajectories that were played to their end
	Broken int         `json:"rows_left_out"` // rows or trajectories that were not, or in which a point has no run that came to an end
	Found  []Sensitive `json:"found"`         // by output
}

// Sensitive is how much of an output hangs on each factor. One of the two is filled in.
type Sensitive struct {
	Sobol  *stats.SobolIndices   `json:"sobol,omitempty"`  // the factors of the plan, then luck
	Morris []stats.MorrisEffects `json:"morris,omitempty"` // by factor of the plan
}

// TellsSensitivity tells whether a study is laid out for indices or effects.
func (st *Study) TellsSensitivity() bool {
	return st.Design == design.Saltelli || st.Design == design.Morris
}

// Sensitivity looks at what was played of a study that can tell it.
func (p *Played) Sensitivity() *Sensitivity {
	s := &Sensitivity{Head: p.head("sensitivity"), Plan: p.Plan, Found: []Sensitive{}}
	if !p.TellsSensitivity() {
		panic("lab: sensitivity is asked of a design that cannot tell it: " + string(p.Design))
	}
	width := p.Layout.Width
	rows := p.Whole / width
	broken := make([]bool, rows)
	p.atPoints(func(point, runs int, _ []float64) {
		if row := point / width; row < rows && runs == 0 {
			broken[row] = true
		}
	})
	for _, b := range broken {
		if b {
			s.Broken++
		}
	}
	if s.Whole = rows - s.Broken; s.Whole == 0 {
		return s
	}
	for o := range p.Outputs { // one at a time: a column of a million points has 8 MB
		column := make([][]float64, width) // by place in the row
		p.atPoints(func(point, _ int, means []float64) {
			if row := point / width; row < rows && !broken[row] {
				column[point%width] = append(column[point%width], means[o])
			}
		})
		if p.Design == design.Saltelli {
			x := stats.SobolOf(column[0], column[1], column[2:], p.Seed)
			s.Found = append(s.Found, Sensitive{Sobol: &x})
			continue
		}
		s.Found = append(s.Found, Sensitive{Morris: p.effects(column, broken)})
	}
	return s
}

// effects are those of each factor along the trajectories.
func (p *Played) effects(column [][]float64, broken []bool) []stats.MorrisEffects {
	effects := make([][]float64, len(p.Factors))
	before, after := make([]float64, len(p.Factors)), make([]float64, len(p.Factors))
	n := 0
	for row, b := range broken {
		if b {
			continue
		}
		for place := 1; place < p.Layout.Width; place++ {
			p.Layout.At(row*p.Layout.Width+place-1, before)
			p.Layout.At(row*p.Layout.Width+place, after)
			factor, by := design.Moved(before, after)
			effects[factor] = append(effects[factor], (column[place][n]-column[place-1][n])/by)
		}
		n++
	}
	var all []stats.MorrisEffects
	for _, e := range effects {
		all = append(all, stats.MorrisOf(e, p.Seed))
	}
	return all
}

// Names are those of the factors, and of luck where it counts as one.
func (s *Sensitivity) Names() []string {
	var names []string
	for _, f := range s.Plan.Factors {
		names = append(names, f.Name)
	}
	if s.Plan.Design == design.Saltelli {
		luck := "luck"
		if s.Draws > 0 {
			luck = "luck and constants" // which runs take in turn
		}
		names = append(names, luck)
	}
	return names
}

// Flat tells whether an output is the same at every point, so that nothing has an index.
func (s *Sensitive) Flat() bool {
	if s.Sobol != nil {
		return s.Sobol.Variance == 0
	}
	return !slices.ContainsFunc(s.Morris, func(m stats.MorrisEffects) bool { return m.MuStar.Mean > 0 })
}

// LeastTrajectories is the fewest by which the effects of Morris rank factors: ten to fifty are usual (Campolongo, Cariboni &
// Saltelli 2007).
const LeastTrajectories = 10

// Ranks tells whether what was found of an output may be ranked: its indices are settled, or its trajectories are not too few.
func (s *Sensitivity) Ranks(output int) bool {
	if x := s.Found[output].Sobol; x != nil {
		return x.Width() <= stats.Settled
	}
	return s.Whole >= LeastTrajectories
}

// Foremost are the places of the factor that weighs most and of those that may weigh as much, as their intervals overlap.
func (s *Sensitive) Foremost() []int {
	order := s.ByWeight()
	return slices.DeleteFunc(slices.Clone(order), func(k int) bool { return s.Weight(k).High < s.Weight(order[0]).Low })
}

// ByWeight are the places of the factors among Names, those on which an output hangs most first: by total index or mu*.
func (s *Sensitive) ByWeight() []int {
	var places []int
	weight := func(k int) float64 { return s.Weight(k).Mean }
	n := len(s.Morris)
	if s.Sobol != nil {
		n = len(s.Sobol.Total)
	}
	for k := range n {
		places = append(places, k)
	}
	slices.SortStableFunc(places, func(a, b int) int { return cmp.Compare(weight(b), weight(a)) })
	return places
}

// Weight is the total index or mu* of a factor.
func (s *Sensitive) Weight(k int) stats.Interval {
	if s.Sobol != nil {
		return s.Sobol.Total[k]
	}
	return s.Morris[k].MuStar
}

// Tables are the indices as tidy CSV, without those of runs and points.
func (s *Sensitivity) Tables() []Table {
	return []Table{{"sensitivity.csv", "one row per output, factor and measure", func(out io.Writer) error {
		header := []string{"output", "factor", "measure", "rows", "value", "low95", "high95"}
		return Rows(out, header, func(row func(...string)) {
			for o, found := range s.Found {
				line := func(factor, measure string, i stats.Interval) {
					row(s.Plan.Outputs[o].ID, factor, measure, strconv.Itoa(s.Whole), Digits(i.Mean), Digits(i.Low), Digits(i.High))
				}
				for k := range found.ByWeight() {
					id := Luck
					if k < len(s.Plan.Factors) {
						id = s.Plan.Factors[k].ID
					}
					switch {
					case found.Sobol == nil:
						line(id, "mu", found.Morris[k].Mu)
						line(id, "mu_star", found.Morris[k].MuStar)
						line(id, "sigma", found.Morris[k].Sigma)
					case !found.Flat():
						line(id, "first", found.Sobol.First[k])
						line(id, "total", found.Sobol.Total[k])
					}
				}
			}
		})
	}}}
}
