package stats

// Grain is the number of steps in which figures between 0 and 1 are kept: four decimals. Whole numbers add up to the
// same sum in any order, and ten thousand runs of them fit in memory.
const Grain = 10000

// Grains is a figure in grains, to the nearest.
func Grains(v float64) uint16 {
	grains := float64(min(max(v, 0), 1) * Grain)
	whole := uint16(grains)
	if grains-float64(whole) >= 0.5 {
		whole++
	}
	return whole
}

// Tally is the spread of figures kept in grains. It counts where SpreadOf sorts, which matters for the hundred thousand
// cells of an ensemble.
type Tally struct {
	counts    [Grain + 1]int32
	low, high uint16 // all that was added lies between
	runs      int
	sum       int64
}

// Add counts a figure.
func (t *Tally) Add(g uint16) {
	if t.runs == 0 {
		t.low, t.high = g, g
	}
	t.low, t.high = min(t.low, g), max(t.high, g)
	t.counts[g]++
	t.runs++
	t.sum += int64(g)
}

// Spread reads the tally off and empties it.
func (t *Tally) Spread() Spread {
	if t.runs == 0 {
		return Spread{}
	}
	s := Spread{Mean: float64(t.sum) / float64(t.runs) / Grain}
	wanted := []struct {
		p  float64
		to *float64
	}{{0.05, &s.Q05}, {0.25, &s.Q25}, {0.5, &s.Q50}, {0.75, &s.Q75}, {0.95, &s.Q95}}
	seen := 0
	for g := t.low; g <= t.high; g++ {
		seen += int(t.counts[g])
		for len(wanted) > 0 && float64(seen) >= wanted[0].p*float64(t.runs) {
			*wanted[0].to = float64(g) / Grain
			wanted = wanted[1:]
		}
	}
	clear(t.counts[t.low : t.high+1])
	t.runs, t.sum = 0, 0
	return s
}
