package words

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"entente/sim/lab/history"
)

// PassOrMiss is what an episode came to, in a word or two; of too few runs nothing is told.
func PassOrMiss(v history.Verdict) string {
	switch {
	case v.Open:
		return "open"
	case !v.Judged():
		return "scored"
	case v.Runs < history.LeastRuns:
		return "not told"
	case v.Pass:
		return "pass"
	}
	return "MISS"
}

// Verdict is that with a word of luck, where luck might make it the other. That there are too few runs to tell is said once, of all.
func Verdict(v history.Verdict) string {
	if v.MayBeLuck() && v.Runs >= history.LeastRuns {
		return PassOrMiss(v) + ", may be luck"
	}
	return PassOrMiss(v)
}

// TooFewToJudge says that no verdict can be told, and from how many runs on it can.
func TooFewToJudge() string {
	return fmt.Sprintf("So few runs cannot tell whether targets are met: it takes %d or more.", history.LeastRuns)
}

// Best are the rules that come nearest to history, the nearest first: all whose score is told as that one's is.
func Best[R any](rules []R, score func(R) float64) []R {
	best := slices.Clone(rules)
	slices.SortStableFunc(best, func(a, b R) int { return cmp.Compare(score(a), score(b)) })
	return slices.DeleteFunc(best, func(r R) bool { return Score(score(r)) != Score(score(best[0])) })
}

// Yardstick writes a number that an episode is held to with its unit and its target, "" if it has none. What is so or not is yes or
// no.
func Yardstick(y history.Yardstick) (value, unit, target string) {
	value = yardstick(y, y.Value)
	if y.YesNo {
		return value, "", "yes"
	}
	if y.Target != nil {
		target = fmt.Sprintf("%s %g", strings.ReplaceAll(string(y.Target.Side), "_", " "), y.Target.Bound)
	}
	return value, y.Unit, target
}

// YardstickLuck writes the interval of such a number, "-" if it has none.
func YardstickLuck(y history.Yardstick) string {
	if y.Luck == nil {
		return "-"
	}
	return between(yardstick(y, y.Luck.Low), yardstick(y, y.Luck.High))
}

func yardstick(y history.Yardstick, value float64) string {
	share := strings.HasPrefix(y.Unit, "share of ") || y.Unit == "of 1" || y.Unit == "mean squared error"
	switch {
	case y.YesNo:
		return map[bool]string{true: "yes", false: "no"}[value == 1]
	case value == 0 || !share && value == math.Trunc(value):
		return fmt.Sprintf("%.0f", value)
	case value < 0.095:
		return fmt.Sprintf("%.3f", value)
	case share:
		return fmt.Sprintf("%.2f", value)
	}
	return fmt.Sprintf("%.1f", value)
}

// between writes two ends, and what is the same at both once.
func between(low, high string) string {
	if low == high {
		return low
	}
	return low + " to " + high
}

// MedianMonth is the month of a median date.
func MedianMonth(median float64) string {
	if median == 0 {
		return "mostly never"
	}
	return Month(median)
}

// MedianLuck is between what months the median of a date lies, "-" if that is not told.
func MedianLuck(d history.DateForecast) string {
	if d.Luck == nil {
		return "-"
	}
	return between(MedianMonth(d.Luck.Low), MedianMonth(d.Luck.High))
}

// Asides tell what an episode is not scored by: how often it comes about in the runs, on which side of one half that is, why it is not
// scored, and what the score would be with it; nothing if there is none.
func Asides(v history.Verdict) string {
	if len(v.Aside) == 0 {
		return ""
	}
	var told string
	for _, a := range v.Aside {
		side := map[int]string{-1: "on the wrong side of one half", 0: "on one half itself", 1: "on the right side of one half"}[a.Side()]
		came := map[bool]string{true: "it was", false: "it was not"}[a.Truth]
		told += fmt.Sprintf("Told, and not scored: %s, in %s. In history %s: the model is %s. Why it is not scored: %s. ", a.About, ShareOf(a.Chance), came, side, a.Why)
	}
	with := v.WithAsides()
	return told + fmt.Sprintf("Scored with the others, it would leave the model a Brier score of %s, on the right side of one half for %s of the claims.",
		Score(with.Brier), Percent(with.Accuracy))
}

// Claimed is what a claim says of whom it is about, and by when. States that are asked the same have the same.
func Claimed(c history.Claim) string { return c.Does + " " + c.What + " " + c.When }
