// Package words says numbers and names in words: one way for tables, charts and pages, so that the same figure reads the
// same wherever it stands.
package words

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"entente/sim/lab/stats"
)

// Percent writes a share of runs. What happened seldom is not written as never, nor what mostly happened as always.
func Percent(share float64) string {
	switch p := 100 * share; {
	case p > 0 && p < 0.1:
		return "<0.1 %"
	case p > 99.9 && p < 100:
		return ">99.9 %"
	default:
		return fmt.Sprintf("%.1f %%", p)
	}
}

// Whole writes a share of runs in whole per cent, without the sign, where there is no room for more. Only never is 0 and only
// always is 100.
func Whole(share float64) string {
	switch {
	case share == 0:
		return "0"
	case share <= 0.005:
		return "<1"
	case share >= 0.995 && share < 1:
		return ">99"
	}
	return fmt.Sprintf("%.0f", 100*share)
}

// Interval writes the interval of a share.
func Interval(s stats.Share) string { return FromTo(s.Low, s.High) }

// FromTo writes a range of shares.
func FromTo(low, high float64) string {
	return strings.TrimSuffix(Percent(low), " %") + " to " + Percent(high)
}

// Points writes a change of a share in percentage points. A change that is written as nothing has no sign.
func Points(change float64) string { return unsigned(fmt.Sprintf("%+.1f", 100*change)) }

// PointsInterval writes the interval of a change in percentage points.
func PointsInterval(d stats.Difference) string { return Points(d.Low) + " to " + Points(d.High) }

// More writes a change of a number of members.
func More(d float64) string { return unsigned(fmt.Sprintf("%+.2f", d)) }

// Logits writes a term of a decision.
func Logits(v float64) string { return unsigned(fmt.Sprintf("%+.1f", v)) }

func unsigned(change string) string {
	if strings.Trim(change, "+-0.") == "" {
		return strings.TrimLeft(change, "+-")
	}
	return change
}

// Between writes the mean of a figure over the runs, and the range of nine in ten of them where they differ.
func Between(s stats.Spread) string {
	if s.Q05 == s.Q95 {
		return fmt.Sprintf("%.1f", s.Mean)
	}
	return fmt.Sprintf("%.1f (%.0f to %.0f)", s.Mean, s.Q05, s.Q95)
}

// Thousands writes a count with commas.
func Thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// Count writes so many of something: "1 run", "1,000 runs".
func Count(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return Thousands(n) + " " + one + "s"
}

// Digits writes a figure to four digits.
func Digits(v float64) string { return fmt.Sprintf("%.4g", v) }

// Amount writes a figure of any size: whole numbers with commas, others to four digits.
func Amount(v float64) string {
	switch {
	case v < 0:
		return "-" + Amount(-v)
	case v == math.Round(v) && v < 1e15:
		return Thousands(int(v))
	case v >= 9999.5 && v < 1e15: // four digits would write 1e+04
		return Thousands(int(math.Round(v)))
	}
	return fmt.Sprintf("%.4g", v)
}

// Spelt writes a small count as a word.
func Spelt(n int) string {
	words := [...]string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
	if n < len(words) {
		return words[n]
	}
	return Thousands(n)
}
