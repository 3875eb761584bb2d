package tables

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"entente/plots/words"
	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab"
)

// explained is one decision of a run of a shipped scenario.
func explained(t *testing.T, scenario string, run uint64, theory, clause, state, at string) *lab.Explanation {
	t.Helper()
	s := shipped(t, scenario)
	s.Theory = theory
	w := sim.NewWorld(s)
	c, i := w.Headline(), w.State(state)
	if clause != "" {
		c = w.Clause(clause)
	}
	tick := w.FirstDecision(c, i)
	if at != "" {
		d, err := sim.ParseDate(at)
		if err != nil {
			t.Fatal(err)
		}
		tick = w.Calendar.Tick(d)
	}
	all, err := scenarios.List()
	if err != nil {
		t.Fatal(err)
	}
	x, err := lab.Explain(w, run, c, i, tick, lab.Options{Runs: 1, Seed: 1}, all)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// The first screen of an explanation is a screen, and it is told the same when it is read back.
func TestExplanationsAreToldAsAccepted(t *testing.T) {
	for name, x := range map[string]*lab.Explanation{
		"explain":           explained(t, "pacific-2025", 0, "", "", "JPN", ""),
		"explain-signs":     explained(t, "europe-1947", 5, "", "", "NOR", ""),
		"explain-signatory": explained(t, "europe-1947", 5, "", "", "FRA", "1950Q1"),
		"explain-barred":    explained(t, "asia-1950", 0, "", "", "JPN", ""),
		"explain-rival":     explained(t, "pacific-2025", 0, "power-disparity", "", "USA", ""),
	} {
		p := Explanation(x, false)
		golden(t, name, p)
		if name == "explain" {
			if n := strings.Count(asText(t, p, 80), "\n"); n > 40 {
				t.Errorf("the first screen takes %d lines", n)
			}
			golden(t, "explain-inputs", Explanation(x, true))
		}
		j, err := json.Marshal(x)
		if err != nil {
			t.Fatal(err)
		}
		var back lab.Explanation
		if err := json.Unmarshal(j, &back); err != nil {
			t.Fatal(err)
		}
		if a, b := asText(t, Explanation(x, true), 80), asText(t, Explanation(&back, true), 80); a != b {
			t.Errorf("%s: told otherwise when read back:\n%s", name, b)
		}
	}
}

// No two terms are spoken of in words of which one holds the other, so that a reader can tell them apart.
func TestTermsAreSpokenOfApart(t *testing.T) {
	var all []string
	for k, says := range words.Terms {
		for _, noun := range []string{says.For, says.Against} {
			for _, other := range all {
				if noun != "" && (strings.Contains(noun, other) || strings.Contains(other, noun)) {
					t.Errorf("%s is %q, another %q", sim.Term(k), noun, other)
				}
			}
			if noun != "" {
				all = append(all, noun)
			}
		}
	}
}

// spokenOf are the terms that a text speaks of, each with the side that it is said to be on.
func spokenOf(text string) map[sim.Term]float64 {
	found := map[sim.Term]float64{}
	for k, says := range words.Terms {
		if says.For != "" && strings.Contains(text, says.For) {
			found[sim.Term(k)] = 1
		}
		if says.Against != "" && strings.Contains(text, says.Against) {
			found[sim.Term(k)] = -1
		}
	}
	return found
}

var (
	weighsMore = regexp.MustCompile(`^(.* )(weighs|together weigh) more than (.*)$`)
	outweighs  = regexp.MustCompile(`^(.*?) (does not |do not )?outweighs? ` +
		`(all that speaks against it, even .*|the habit of not signing|the little that speaks against it)$`)
	mostly = regexp.MustCompile(`more speaks (for|against) it.*, above all (.*)$`)
	keener = regexp.MustCompile(`(keener|harder to win) than (\d+) governments in 100`)
)

// What the sentence says of a decision is so by its numbers, whoever decides, when, and by whatever theory.
func TestTheSentenceSaysWhatTheNumbersBear(t *testing.T) {
	all, err := scenarios.List()
	if err != nil {
		t.Fatal(err)
	}
	told, forms := 0, map[string]int{}
	for _, s := range all {
		for k, theory := range sim.Theories() {
			s.Theory = theory.Name
			w := sim.NewWorld(s)
			for c := range w.Clauses {
				founders, open := w.Invited(c)
				for n, i := range slices.Concat(founders, open) {
					if k > 0 && (n+k)%6 != 0 {
						continue
					}
					first, last := w.FirstDecision(c, i), w.Calendar.Ticks()-1
					for _, tick := range []int{first, first + 5, (first + last) / 2, last} {
						if testing.Short() && (n+tick)%5 != 0 {
							continue
						}
						e, err := w.Decision(1, uint64(n), c, i, min(tick, last))
						if err != nil {
							t.Fatal(err)
						}
						x := lab.NewExplanation(w, e, c, 1)
						borne(t, x, forms)
						told++
					}
				}
			}
		}
	}
	t.Logf("%d sentences: %v", told, forms)
	for _, form := range []string{"signs", "does not sign", "stay", "weighs", "outweighs all", "treaty", "takes more", "keener",
		"harder", "one event", "held"} {
		if forms[form] == 0 && !testing.Short() {
			t.Errorf("no sentence was seen of the form %q", form)
		}
	}
}

// borne holds one sentence against the decision that it is about.
func borne(t *testing.T, x *lab.Explanation, forms map[string]int) {
	t.Helper()
	sentences := whatItDoes(x)
	text := strings.Join(sentences, " ")
	fault := func(format string, args ...any) {
		t.Errorf("%s, %s, %s, by %q: %s\n%s\nterms %v, sum %v, draw %v, %+v", x.Scenario, x.State, x.Tick, x.Theory,
			fmt.Sprintf(format, args...), text,
			x.Terms, sum(x), x.Disposition, x.Behind)
	}
	lead, why, _ := strings.Cut(text, ": ")
	if len(sentences) > 1 {
		_, why, _ = strings.Cut(text, " It is willing because ")
		forms["held"]++
	}
	has := func(part string) bool { return strings.Contains(text, part) }
	switch {
	case x.Decides && x.Willing && x.Signs:
		forms["signs"]++
		if !strings.HasSuffix(lead, " signs") {
			fault("it signs")
		}
	case x.Decides && x.Willing:
		if !strings.HasSuffix(lead, " is willing but does not sign") {
			fault("it is willing and does not sign")
		}
	case x.Decides:
		forms["does not sign"]++
		if !strings.HasSuffix(lead, " does not sign") {
			fault("it does not sign")
		}
	case strings.Contains(lead, "would not") == x.Willing || !strings.Contains(lead, "would"):
		fault("it would sign if it could, or stay: %v", x.Willing)
	case x.Standing == sim.IsMember:
		forms["stay"]++
	}
	for k, side := range spokenOf(why) {
		if x.Terms[k]*side <= 0 {
			fault("%s is %v", k, x.Terms[k])
		}
	}
	against, inFavour := 0.0, 0.0
	for _, v := range x.Terms {
		against -= min(v, 0)
		inFavour += max(v, 0)
	}
	// What is said to be outweighed is all that speaks for it, but for what is too little to be told.
	overcome := func(said string) float64 {
		if strings.Contains(said, "all that speaks for it") {
			return inFavour
		}
		named := 0.0
		for k := range spokenOf(said) {
			named += x.Terms[k]
		}
		if inFavour-named > leastTold*float64(len(x.Formulas)) {
			fault("of the %v for it %v is named", inFavour, named)
		}
		return named
	}
	for _, clause := range strings.Split(strings.TrimSuffix(why, "."), "; ") {
		if m := weighsMore.FindStringSubmatch(clause); m != nil {
			forms["weighs"]++
			less, more := overcome(m[3]), 0.0
			for k := range spokenOf(m[1]) {
				more -= x.Terms[k]
			}
			if more <= less || less == 0 {
				fault("%v is not more than %v", more, less)
			}
		}
		if m := outweighs.FindStringSubmatch(clause); m != nil {
			forms["outweighs all"]++
			more := 0.0
			if m[2] != "" {
				more = overcome(m[1])
			} else {
				for k := range spokenOf(m[1]) {
					more += x.Terms[k]
				}
			}
			if m[2] == "" && more <= against || m[2] != "" && more >= -x.Terms[sim.Reluctance] {
				fault("%v against %v, of which habit is %v", more, against, x.Terms[sim.Reluctance])
			}
		}
		if m := mostly.FindStringSubmatch(clause); m != nil {
			side := map[string]float64{"for": 1, "against": -1}[m[1]]
			first := 0.0
			for k := range spokenOf(m[2]) {
				first = max(first, side*x.Terms[k])
			}
			for k, v := range x.Terms {
				if side*v > first {
					fault("%s is more than what it is said to be above all", sim.Term(k))
				}
			}
		}
	}
	if has("more speaks for it") && sum(x) <= 0 || has("more speaks against it") && sum(x) > 0 {
		fault("the sum is %v", sum(x))
	}
	if m := keener.FindStringSubmatch(text); m != nil {
		share := 1 - x.Disposition
		if m[1] != "keener" {
			share = x.Disposition
			forms["harder"]++
		} else {
			forms["keener"]++
		}
		if n := fmt.Sprintf("%.0f", 100*share-0.5); m[2] != n && !strings.HasPrefix(m[2], n) {
			fault("of 100 governments it is beyond %v", 100*share)
		}
	}
	b := &x.Behind
	if has("already gives what") || has("already give what") {
		if b.Without-b.With > 0.1*(b.Alone-b.Without) {
			fault("the clause takes another %v off", b.Without-b.With)
		}
	}
	if has("more danger off it") {
		forms["takes more"]++
		if b.Without-b.With >= b.Alone-b.Without {
			fault("the clause takes another %v off, ties took %v", b.Without-b.With, b.Alone-b.Without)
		}
	}
	if has("its treaty with") {
		forms["treaty"]++
		if h := b.Ties[0]; !h.Treaty || h.Off <= b.Without-b.With || !has("treaty with "+words.State(x.Names[h.State])+" already") {
			fault("the first of its ties is %+v", h)
		}
	}
	if has("it fears nothing") {
		for _, f := range b.Fears {
			if f.Threat > 0 {
				fault("it fears %s", f.Rival)
			}
		}
	}
	if has("one event") {
		forms["one event"]++
		if !slices.ContainsFunc(b.Fears, func(f sim.Fear) bool {
			return f.Calm < f.Threat/2 && strings.Contains(strings.ToLower(text), strings.ToLower(x.Titles["shocks."+f.Shock]))
		}) {
			fault("no event is behind its fear: %+v", b.Fears)
		}
	}
	for _, broken := range []string{",,", ",.", "%!", "  ", ": .", "because ."} {
		if strings.Contains(text, broken) || !strings.HasSuffix(text, ".") {
			fault("it is no sentence")
		}
	}
}

// Who is named as having what would be needed has it: Angola's 0.45 is no precedent for Japan, which has 0.45 and would need 0.496.
func TestAPrecedentWouldDo(t *testing.T) {
	seen := func(like ...sim.Like) sim.Input {
		return sim.Input{Value: 0.45, FlipAt: 0.496, Seen: &sim.Seen{Low: -1, High: 1, Like: like}}
	}
	short, past, far := sim.Like{Of: "Angola", Value: 0.45}, sim.Like{Of: "Kenya", Value: 0.5}, sim.Like{Of: "Chad", Value: 0.9}
	for _, c := range []struct {
		in   sim.Input
		want string
	}{
		{seen(short), "-1 to 1, the nearest Angola (0.45)"}, {seen(short, past), "-1 to 1, as Kenya (0.5)"},
		{seen(short, far), "-1 to 1, between Angola (0.45) and Chad (0.9)"}, {seen(), "-1 to 1"},
	} {
		if got := inTheData(c.in); got != c.want {
			t.Errorf("of %v it says %q, want %q", c.in.Seen.Like, got, c.want)
		}
	}
	down := seen(sim.Like{Of: "Mali", Value: -0.01})
	down.Value, down.FlipAt = 0.6, 0
	if got := inTheData(down); got != "-1 to 1, as Mali (-0.01)" {
		t.Errorf("downwards it says %q", got)
	}
}

// What other constants would make of a decision is told in two sentences at most, that of a member too.
func TestWhatOtherConstantsWouldMakeOfADecision(t *testing.T) {
	x := &lab.Explanation{Explanation: &sim.Explanation{}, Names: map[string]string{"AGO": "Angola"}}
	x.State, x.Set = "AGO", 7
	const member = " Willing is to stay where it is a member, and to sign where it is not."
	for _, c := range []struct {
		willing  int
		standing sim.Standing
		want     string
	}{
		{0, sim.Weighs, "With none of 200 sets of constants that history leaves open would this government of Angola be willing."},
		{200, sim.Weighs, "With each of 200 sets of constants that history leaves open this government of Angola would be willing."},
		{200, sim.IsMember, "With each of 200 sets of constants that history leaves open this government of Angola would be willing." + member},
		{50, sim.HasSigned, "With 25.0 % of 200 sets of constants that history leaves open this government of Angola would be willing; this run plays " +
			"set 7, counted from 0." + member},
	} {
		x.Standing, x.ByDraws = c.standing, &lab.ByDraws{Willing: c.willing, Draws: 200}
		if got := byConstants(x); got != c.want {
			t.Errorf("told: %s\nwanted: %s", got, c.want)
		}
	}
}
