package words

import (
	"fmt"
	"math"

	"entente/sim/lab/stats"
)

// Reliable says at which chances a model's word can be taken, and at which not.
func Reliable(p *stats.Partition) []string {
	var told []string
	if at := tenths(p, stats.Sound); at != "" {
		told = append(told, "Its chances mean what they say, as far as so many episodes can tell, at "+at+".")
	}
	if at := tenths(p, stats.TooLow); at != "" {
		told = append(told, "Too low are those of "+at+": more comes true.")
	}
	if at := tenths(p, stats.TooHigh); at != "" {
		told = append(told, "Too high are those of "+at+": less comes true.")
	}
	if at := tenths(p, stats.Untold); at != "" {
		few := fmt.Sprintf("At %s fewer than %s episodes speak", at, Spelt(stats.FewestUnits))
		for _, b := range p.Bins {
			if b.Says() == stats.Untold && !b.Consistent() {
				few += fmt.Sprintf("; of %s at %s, %s came true, where %s would if each stood for itself",
					Count(b.Forecasts, "claim"), Tenth(b.Low, b.High), Percent(b.Happened), FromTo(b.Trust.Consistent.Low,
						b.Trust.Consistent.High))
			}
		}
		told = append(told, few+".")
	}
	return told
}

// TrustIn says in a word or two how the chances of a bin stand to what came true.
func TrustIn(b *stats.Bin) string {
	switch b.Says() {
	case stats.TooLow:
		return "too low"
	case stats.TooHigh:
		return "too high"
	case stats.Untold:
		return "too few episodes"
	}
	return "sound"
}

// tenths are the ranges of chances of which one thing is said, neighbours joined.
func tenths(p *stats.Partition, says stats.Word) string {
	var all []string
	for k := 0; k < len(p.Bins); k++ {
		if p.Bins[k].Says() != says {
			continue
		}
		from := p.Bins[k].Low
		for k+1 < len(p.Bins) && p.Bins[k+1].Says() == says && p.Bins[k+1].Low == p.Bins[k].High {
			k++
		}
		all = append(all, Tenth(from, p.Bins[k].High))
	}
	return And(all)
}

// Tenth is a range of chances.
func Tenth(low, high float64) string {
	return fmt.Sprintf("%.0f to %.0f %%", math.Round(100*low), math.Round(100*high))
}
