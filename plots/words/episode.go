package words

import (
	"fmt"
	"strings"

	"entente/sim/lab/history"
)

// Outcome is what an episode came to, in a word.
func Outcome(v history.Verdict) string {
	switch {
	case v.Open:
		return "open"
	case !v.Judged():
		return "scored"
	case v.Pass:
		return "pass"
	}
	return "MISS"
}

// Figure writes a figure of an episode with its unit and its target, "" if it has none. What is so or not is yes or no.
func Figure(f history.Figure) (value, unit, target string) {
	if f.Unit == "yes is 1" {
		return map[bool]string{true: "yes", false: "no"}[f.Met], "", "yes"
	}
	return fmt.Sprintf("%.3g", f.Value), f.Unit, f.Target
}

// Signing parts the words of a claim into the state and what it does by when; not ok if it is about no state.
func Signing(c history.Claim) (state, what string, ok bool) {
	if c.Does == "" {
		return "", "", false
	}
	state, rest, ok := strings.Cut(c.About, " "+c.Does+" ")
	return state, c.Does + " " + rest, ok
}
