package stats

import (
	"math"
	"math/rand/v2"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"
)

// Box is a part of the space of factors, cut along its axes, with what is in it.
type Box struct {
	Low      []float64 `json:"low"`      // by factor: the least value inside
	High     []float64 `json:"high"`     // by factor: the greatest value inside
	Bounded  []bool    `json:"bounded"`  // by factor: a limit leaves points out
	Inside   int       `json:"inside"`   // how many points
	Hits     int       `json:"hits"`     // points inside that are of interest
	Coverage float64   `json:"coverage"` // hits inside, as a share of all hits
	Density  float64   `json:"density"`  // share of the points inside that are hits
	Mass     float64   `json:"mass"`     // share of all points that is inside
}

// Boxes is what is found by the patient rule induction method of Friedman & Fisher (1999), "Bump hunting in
// high-dimensional data", Statistics and Computing 9(2), as Bryant & Lempert (2010), "Thinking inside the box",
// Technological Forecasting and Social Change 77(1), use it to find boxes in which a result of interest is frequent.
//
//	coverage = hits inside / all hits,    density = hits inside / points inside
type Boxes struct {
	Points int       `json:"points"`                         // that were played
	Hits   int       `json:"hits"`                           // of interest
	Path   []Box     `json:"path"`                           // the whole space, then box after box, each with a little more peeled off
	Chosen int       `json:"chosen"`                         // place in the path of the box that the box told is made from
	Box    Box       `json:"box"`                            // pasted, and without limits that chance might have set
	QuasiP []float64 `json:"quasi_p"`                        // by factor, of the box told: the chance of as many hits if the limit told nothing; 1 where there is none
	Held   *HeldOut  `json:"held_out" jsonschema:"nullable"` // how it does on points that it was not made from
}

// HeldOut is how the box that is found the same way in one half of the points does in the other half. nil where either
// has too few.
type HeldOut struct {
	Coverage Share `json:"coverage"` // of the hits of the other half, those inside
	Density  Share `json:"density"`  // of the points inside of the other half, the hits
}

// Settings of the search, after the papers: how much is peeled at a time, the least share of points that a box holds,
// and from what quasi-p on a limit is dropped. A box also holds leastInside points, and halves are judged from
// leastHits hits in each: judgement.
const (
	peeled       = 0.05
	leastMass    = 0.05
	leastInside  = 10
	doubtful     = 0.05
	leastHits    = 20
	mostPastings = 1000
)

// FindBox looks for the box. Points are given by factor, as they lie on its axis. choose is the place in Path to make
// the box from; below 0 it is the one with the greatest harmonic mean of coverage and density (F1, van Rijsbergen
// 1979), by judgement: where one counts for more than the other, choose from the trade-off. Without a hit, or with
// nothing else, there is no box: Path is then empty.
func FindBox(x [][]float64, hits []bool, choose int) Boxes {
	s := Boxes{Points: len(hits), QuasiP: make([]float64, len(x)), Path: []Box{}}
	for _, hit := range hits {
		if hit {
			s.Hits++
		}
	}
	if s.Hits == 0 || s.Hits == s.Points {
		return s
	}
	p := &prim{x: x, hits: hits, all: s.Hits}
	s.Path = p.peel()
	s.Chosen = choose
	if choose < 0 || choose >= len(s.Path) {
		s.Chosen = best(s.Path)
	}
	s.Box = p.paste(s.Path[s.Chosen])
	s.Box, s.QuasiP = p.prune(s.Box)
	if choose < 0 {
		s.Held = heldOut(x, hits)
	}
	return s
}

// best is the box with the greatest harmonic mean of coverage and density, the first of equals.
func best(path []Box) int {
	at, most := 0, -1.0
	for k, b := range path {
		if f1 := Steady(2 * b.Coverage * b.Density / (b.Coverage + b.Density)); f1 > most {
			at, most = k, f1
		}
	}
	return at
}

// heldOut finds a box in one half of the points, drawn at random, and judges it by the other.
func heldOut(x [][]float64, hits []bool) *HeldOut {
	var halves [2]prim
	coin := rand.New(rand.NewPCG(1, uint64(len(hits)))) // every other point of an even sample would be no sample
	halves[0].x, halves[1].x = make([][]float64, len(x)), make([][]float64, len(x))
	for i, hit := range hits {
		half := &halves[coin.IntN(2)]
		half.hits = append(half.hits, hit)
		if hit {
			half.all++
		}
		for d := range x {
			half.x[d] = append(half.x[d], x[d][i])
		}
	}
	for h := range halves {
		if halves[h].all < leastHits || len(halves[h].hits)-halves[h].all < leastHits {
			return nil
		}
	}
	path := halves[1].peel()
	found, _ := halves[1].prune(halves[1].paste(path[best(path)]))
	judged := halves[0].box(found.Low, found.High, found.Bounded)
	return &HeldOut{ShareOf(judged.Hits, halves[0].all), ShareOf(judged.Hits, judged.Inside)}
}

type prim struct {
	x    [][]float64 // by factor
	hits []bool
	all  int // hits
}

// whole is the box of all points.
func (p *prim) whole() Box {
	low, high := make([]float64, len(p.x)), make([]float64, len(p.x))
	for d, values := range p.x {
		low[d], high[d] = slices.Min(values), slices.Max(values)
	}
	return p.box(low, high, make([]bool, len(p.x)))
}

// box counts what lies between limits; where a factor has none, its values are free.
func (p *prim) box(low, high []float64, bounded []bool) Box {
	b := Box{Low: slices.Clone(low), High: slices.Clone(high), Bounded: slices.Clone(bounded)}
	for i, hit := range p.hits {
		if p.inside(&b, i) {
			b.Inside++
			if hit {
				b.Hits++
			}
		}
	}
	b.Coverage, b.Mass = float64(b.Hits)/float64(max(p.all, 1)), float64(b.Inside)/float64(len(p.hits))
	if b.Inside > 0 {
		b.Density = float64(b.Hits) / float64(b.Inside)
	}
	return b
}

func (p *prim) inside(b *Box, i int) bool {
	for d, bounded := range b.Bounded {
		if bounded && !(p.x[d][i] >= b.Low[d] && p.x[d][i] <= b.High[d]) {
			return false
		}
	}
	return true
}

// peel takes a little off one side of the box after another, each time where the density gains most for each point that
// goes: of sides of the same size that is Friedman and Fisher's rule, and where values are tied and a side is large it
// does not favour it (Kwakkel & Jaxa-Rozen 2016, Environmental Modelling & Software 79).
func (p *prim) peel() []Box {
	path := []Box{p.whole()}
	for {
		b := path[len(path)-1]
		if b.Density == 1 {
			return path
		}
		var next *Box
		most := math.Inf(-1)
		for d := range p.x {
			values := p.values(&b, d)
			for _, limit := range [][2]float64{{after(values), b.High[d]}, {b.Low[d], before(values)}} {
				if !(limit[0] <= limit[1]) {
					continue
				}
				low, high, bounded := slices.Clone(b.Low), slices.Clone(b.High), slices.Clone(b.Bounded)
				low[d], high[d], bounded[d] = limit[0], limit[1], true
				c := p.box(low, high, bounded)
				if c.Inside < max(leastInside, int(leastMass*float64(len(p.hits)))) {
					continue
				}
				if gain := Steady((c.Density - b.Density) / float64(b.Inside-c.Inside) * float64(len(p.hits))); gain > most {
					next, most = &c, gain
				}
			}
		}
		if next == nil {
			return path
		}
		path = append(path, *next)
	}
}

// values are those of a factor inside a box, sorted.
func (p *prim) values(b *Box, d int) []float64 {
	var values []float64
	for i := range p.hits {
		if p.inside(b, i) {
			values = append(values, p.x[d][i])
		}
	}
	slices.Sort(values)
	return values
}

// after is the least value that stays when the lowest are peeled off; no number if none would.
func after(sorted []float64) float64 {
	limit := sorted[min(max(int(peeled*float64(len(sorted))), 1), len(sorted)-1)]
	if limit == sorted[0] { // ties: all of the lowest value go
		k, _ := slices.BinarySearch(sorted, math.Nextafter(limit, math.Inf(1)))
		if k == len(sorted) {
			return math.NaN()
		}
		return sorted[k]
	}
	return limit
}

// before is the greatest value that stays when the highest are peeled off; no number if none would.
func before(sorted []float64) float64 {
	n := len(sorted)
	limit := sorted[max(n-1-max(int(peeled*float64(n)), 1), 0)]
	if limit == sorted[n-1] {
		k, _ := slices.BinarySearch(sorted, limit)
		if k == 0 {
			return math.NaN()
		}
		return sorted[k-1]
	}
	return limit
}

// paste widens a box again, side by side, for as long as its density does not fall: a greedy peeling may have taken too
// much.
func (p *prim) paste(b Box) Box {
	for range mostPastings {
		var next *Box
		for d, bounded := range b.Bounded {
			if !bounded {
				continue
			}
			free := b
			free.Bounded = slices.Clone(b.Bounded)
			free.Bounded[d] = false
			values := p.values(&free, d)
			step := max(int(peeled*float64(b.Inside)), 1)
			from, _ := slices.BinarySearch(values, b.Low[d])
			to, _ := slices.BinarySearch(values, math.Nextafter(b.High[d], math.Inf(1)))
			for _, limit := range [][2]float64{{values[max(from-step, 0)], b.High[d]}, {b.Low[d], values[min(to-1+step, len(values)-1)]}} {
				low, high := slices.Clone(b.Low), slices.Clone(b.High)
				low[d], high[d] = limit[0], limit[1]
				c := p.box(low, high, b.Bounded)
				if c.Inside > b.Inside && c.Density >= b.Density && (next == nil || c.Density > next.Density || c.Density == next.Density &&
					c.Hits > next.Hits) {
					next = &c
				}
			}
		}
		if next == nil {
			return b
		}
		b = *next
	}
	return b
}

// prune drops limits that chance might have set, the most doubtful first, and tells the quasi-p of those that stay.
func (p *prim) prune(b Box) (Box, []float64) {
	for {
		quasi := make([]float64, len(p.x))
		worst := -1
		for d := range quasi {
			quasi[d] = 1
			if !b.Bounded[d] {
				continue
			}
			free := slices.Clone(b.Bounded)
			free[d] = false
			without := p.box(b.Low, b.High, free)
			quasi[d] = AtLeast(b.Hits, b.Inside, without.Density)
			if without.Inside == b.Inside { // it leaves nothing out
				quasi[d] = 1
			}
			if quasi[d] > doubtful && (worst < 0 || quasi[d] > quasi[worst]) {
				worst = d
			}
		}
		if worst < 0 {
			return b, quasi
		}
		w, bounded := p.whole(), slices.Clone(b.Bounded)
		low, high := slices.Clone(b.Low), slices.Clone(b.High)
		low[worst], high[worst], bounded[worst] = w.Low[worst], w.High[worst], false
		b = p.box(low, high, bounded)
	}
}

// AtLeast is the chance of k successes or more in n trials with a chance p each, by the incomplete beta function: P(X ≥
// k) = I_p(k, n-k+1).
func AtLeast(k, n int, p float64) float64 {
	switch {
	case k <= 0:
		return 1
	case k > n:
		return 0
	}
	return Steady(distuv.Beta{Alpha: float64(k), Beta: float64(n - k + 1)}.CDF(p))
}

// Limits is how many factors a box limits.
func (b *Box) Limits() int {
	n := 0
	for _, bounded := range b.Bounded {
		if bounded {
			n++
		}
	}
	return n
}
