package stats

import (
	"math"
	"math/rand/v2"
	"slices"
)

// FewestUnits is from how many units on an interval by resampling them is told: of two it is no more than the two figures.
// Judgement.
const FewestUnits = 6

// Trust is how far the chances of a bin can be taken at their word. Forecasts come in units, such as episodes, whose own hang
// together.
type Trust struct {
	Units int `json:"units"` // that have a forecast in the bin

	// Share that came true, with an interval by resampling units (Bootstrap); nil of fewer units than FewestUnits, and where all
	// forecasts came to the same, of which resampling makes nothing else.
	Came *Interval `json:"came_true" jsonschema:"nullable"`

	// How far that share lies above the mean chance, from -1 to 1, likewise; nil of fewer units than FewestUnits.
	Above *Interval `json:"above_chance" jsonschema:"nullable"`

	// Middle 95 % of the share that would come true if each forecast came true with its own chance, one apart from another: the
	// consistency bar of Bröcker and Smith (2007, "Increasing the Reliability of Reliability Diagrams", Weather and Forecasting 22(3)).
	Consistent Interval `json:"if_chances_hold"`
}

// Middle is all forecasts but those of the lowest and the highest bin together: where a single bin has too few to tell, they may have
// enough.
type Middle struct {
	Units     int       `json:"units"`                              // that have a forecast there
	Forecasts int       `json:"forecasts"`                          // how many
	Mean      float64   `json:"mean"`                               // of their chances
	Happened  float64   `json:"happened"`                           // share of them that came true
	Above     *Interval `json:"above_chance" jsonschema:"nullable"` // how far the second lies above the first, by resampling units; nil of few, as of a bin
}

// Says is how the chances of a bin stand to what came true. They are called too low, or too high, if neither the choice of units
// nor chance would do as much.
func (b *Bin) Says() Word {
	switch above := b.Trust.Above; {
	case above == nil:
		return Untold
	case b.Consistent():
		return Sound
	case above.Low > 0:
		return TooLow
	case above.High < 0:
		return TooHigh
	}
	return Sound
}

// Consistent tells whether as many came true as might if each forecast came true with its own chance.
func (b *Bin) Consistent() bool {
	return b.Trust.Consistent.Low <= b.Happened && b.Happened <= b.Trust.Consistent.High
}

// Word is what can be said of the chances of a bin.
type Word int

// In the order in which they are told.
const (
	Sound   Word = iota // mean what they say, as far as can be told
	TooLow              // more comes true
	TooHigh             // less comes true
	Untold              // too few units
)

// Trusted says of each bin how far it can be trusted. unit is to which unit each forecast belongs, from 0 without gaps.
func (p *Partition) Trusted(chances []float64, truths []bool, unit []int, seed uint64) {
	if len(p.Bins) == 0 {
		return
	}
	piles, binOf := p.piled(chances, truths, unit)
	last := 2 * len(p.Bins)
	found := ResampledTogether(len(piles), last+1, seed, func(picked []int, into []float64) {
		var middle pile
		for b := range p.Bins {
			var sum pile
			for _, u := range picked {
				sum.add(piles[u][b])
			}
			into[2*b], into[2*b+1] = sum.came/sum.forecasts, sum.above() // no number if none is in it
			if p.Bins[b].inside() {
				middle.add(sum)
			}
		}
		into[last] = middle.above()
	})
	held := consistent(p.Bins, chances, binOf, seed)
	p.Middle = &Middle{}
	for b := range p.Bins {
		t := &Trust{Consistent: held[b], Units: unitsIn(piles, func(at int) bool { return at == b })}
		if t.Units >= FewestUnits {
			t.Came, t.Above = &found[2*b], &found[2*b+1]
			if t.Came.Low == t.Came.High {
				t.Came = nil
			}
		}
		p.Bins[b].Trust = t
	}
	p.sumMiddle()
	p.Middle.Units = unitsIn(piles, func(b int) bool { return p.Bins[b].inside() })
	if p.Middle.Units >= FewestUnits {
		p.Middle.Above = &found[last]
	}
}

// pile is some forecasts: how many, what they add up to, and how many came true.
type pile struct{ forecasts, chance, came float64 }

func (p *pile) add(q pile) {
	p.forecasts, p.chance, p.came = p.forecasts+q.forecasts, p.chance+q.chance, p.came+q.came
}

// above is by how much more of them came true than was foretold.
func (p pile) above() float64 { return (p.came - p.chance) / p.forecasts }

// piled lays the forecasts out by unit and bin, and says in which bin each is.
func (p *Partition) piled(chances []float64, truths []bool, unit []int) (piles [][]pile, binOf []int) {
	piles = make([][]pile, slices.Max(unit)+1)
	for u := range piles {
		piles[u] = make([]pile, len(p.Bins))
	}
	binOf = make([]int, len(chances))
	for k, c := range chances {
		binOf[k] = slices.IndexFunc(p.Bins, func(b Bin) bool { return b.holds(c) })
		came := 0.0
		if truths[k] {
			came = 1
		}
		piles[unit[k]][binOf[k]].add(pile{1, c, came})
	}
	return piles, binOf
}

// unitsIn counts the units with a forecast in some bin.
func unitsIn(piles [][]pile, bin func(int) bool) int {
	n := 0
	for _, bins := range piles {
		some := false
		for b := range bins {
			some = some || bin(b) && bins[b].forecasts > 0
		}
		if some {
			n++
		}
	}
	return n
}

// sumMiddle takes the bins together that neither end holds.
func (p *Partition) sumMiddle() {
	chance, came := 0.0, 0.0
	for _, b := range p.Bins {
		if b.inside() {
			p.Middle.Forecasts += b.Forecasts
			chance += float64(b.Mean * float64(b.Forecasts))
			came += float64(b.Happened * float64(b.Forecasts))
		}
	}
	if n := float64(p.Middle.Forecasts); n > 0 {
		p.Middle.Mean, p.Middle.Happened = chance/n, came/n
	}
}

// inside tells whether a bin is neither the lowest nor the highest that there may be.
func (b *Bin) inside() bool { return b.Low > 0 && b.High < 1 }

// holds tells whether a chance belongs to a bin, as Murphy sorts them.
func (b *Bin) holds(chance float64) bool {
	return min(int(chance*bins), bins-1) == int(math.Round(b.Low*bins))
}

// consistent is the consistency bar of each bin.
func consistent(all []Bin, chances []float64, binOf []int, seed uint64) []Interval {
	luck := rand.New(rand.NewPCG(seed, uint64(len(chances))))
	shares := make([][]float64, len(all))
	for range resamples {
		came := make([]float64, len(all))
		for k, c := range chances {
			if luck.Float64() < c {
				came[binOf[k]]++
			}
		}
		for b := range all {
			shares[b] = append(shares[b], came[b]/float64(all[b].Forecasts))
		}
	}
	bars := make([]Interval, len(all))
	for b, s := range shares {
		slices.Sort(s)
		const out = resamples / 40
		bars[b] = Interval{all[b].Mean, s[out], s[resamples-1-out]}
	}
	return bars
}
