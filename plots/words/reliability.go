package words

import (
	"fmt"
	"math"

	"entente/sim/lab/history"
	"entente/sim/lab/stats"
)

// Reliable says whether a model's chances can be taken at their word: those in the middle together, then by tenths of their range.
func Reliable(p *stats.Partition) []string {
	var told []string
	if m := p.Middle; m != nil && m.Above != nil {
		how := "no more than the choice of episodes may do"
		if tilt := tilted(m); tilt != "" {
			how = "its chances are " + tilt
		}
		told = append(told, fmt.Sprintf("Of %s at chances of 10 to 90 %%, %s in the mean, %s came true: %s points (95 %% interval %s to %s), %s.",
			Count(m.Forecasts, "claim"), Percent(m.Mean), Percent(m.Happened), Points(m.Above.Mean), Points(m.Above.Low), Points(m.Above.High), how))
	}
	if at := tenths(p, stats.Sound); at != "" {
		told = append(told, "Taken by tenths, so few episodes do not tell what was foretold from what came true at "+at+".")
	}
	if at := tenths(p, stats.TooLow); at != "" {
		told = append(told, "Too low are those of "+at+": more comes true.")
	}
	if at := tenths(p, stats.TooHigh); at != "" {
		told = append(told, "Too high are those of "+at+": less comes true.")
	}
	if at := tenths(p, stats.Untold); at != "" {
		few := fmt.Sprintf("At %s fewer than %s theatres speak", at, Spelt(stats.FewestUnits))
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

// tilted says to which side chances in the middle are off, if the choice of episodes leaves no doubt of it.
func tilted(m *stats.Middle) string {
	switch {
	case m.Above.Low > 0:
		return "too low"
	case m.Above.High < 0:
		return "too high"
	}
	return ""
}

// TooFewToRely says that what chances are worth is not told of so few runs, and from how many on it is.
func TooFewToRely() string {
	return fmt.Sprintf("So few runs do not tell what the model's chances are worth: it takes %d or more an episode.", history.LeastRuns)
}

// ReliableFound is the same of the chances in the middle in few words, for a title.
func ReliableFound(p *stats.Partition) string {
	m := p.Middle
	if m == nil {
		return "No chance lies between 10 and 90 %"
	}
	means := fmt.Sprintf("%s in the mean, and %s came true", Percent(m.Mean), Percent(m.Happened))
	switch {
	case m.Above == nil:
		return "Chances of 10 to 90 %, on too few episodes to judge them: " + means
	case tilted(m) == "":
		return "Chances of 10 to 90 % come true about as often as they say: " + means
	}
	return "Chances of 10 to 90 % are " + tilted(m) + ": " + means
}

// TrustIn says in a word or two how the chances of a bin stand to what came true.
func TrustIn(b *stats.Bin) string {
	switch b.Says() {
	case stats.TooLow:
		return "too low"
	case stats.TooHigh:
		return "too high"
	case stats.Untold:
		return "too few theatres"
	}
	return "not told apart"
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
