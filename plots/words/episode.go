package words

import (
	"fmt"
	"math"
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

// Yardstick writes a number that an episode is held to with its unit and its target, "" if it has none. What is so or not is yes or
// no.
func Yardstick(y history.Yardstick) (value, unit, target string) {
	if y.YesNo {
		return map[bool]string{true: "yes", false: "no"}[y.Value == 1], "", "yes"
	}
	share := strings.HasPrefix(y.Unit, "share of ") || y.Unit == "of 1" || y.Unit == "mean squared error"
	switch {
	case y.Value == 0 || !share && y.Value == math.Trunc(y.Value):
		value = fmt.Sprintf("%.0f", y.Value)
	case y.Value < 0.095:
		value = fmt.Sprintf("%.3f", y.Value)
	case share:
		value = fmt.Sprintf("%.2f", y.Value)
	default:
		value = fmt.Sprintf("%.1f", y.Value)
	}
	if y.Target != nil {
		target = fmt.Sprintf("%s %g", strings.ReplaceAll(string(y.Target.Side), "_", " "), y.Target.Bound)
	}
	return value, y.Unit, target
}

// Claimed is what a claim says of whom it is about, and by when. States that are asked the same have the same.
func Claimed(c history.Claim) string { return c.Does + " " + c.What + " " + c.When }
