package tables

import (
	"strings"
	"testing"

	"entente/sim/lab"
	"entente/sim/lab/stats"
)

func TestAnAblationSaysWhatDecides(t *testing.T) {
	ablated := func(do func(*lab.Ablation)) *Page {
		found := ablation(plain)
		do(found)
		return Ablation(found)
	}
	for _, c := range []struct {
		why  string
		page *Page
		want string
	}{
		{"changed by who asked", ablated(func(a *lab.Ablation) { a.Overrides = []string{"theory = power-balance"} }),
			"As asked, it is in force in 37.2 %"},
		{"left alone", ablated(func(*lab.Ablation) {}), "As the scenario stands, it is in force in 37.2 %"},
		{"nothing was removed", ablated(func(a *lab.Ablation) { a.Removals = nil }), "No mechanism had been removed before the end."},
		{"no mechanism decides", ablated(func(a *lab.Ablation) { a.Removals = a.Removals[6:7] }),
			"No single mechanism decides: taking out any one of them changes the chance that the Pacific Pact is in force at the " +
				"end of 2035Q4 by no more than luck would."},
		{"too few runs to tell", ablated(func(a *lab.Ablation) {
			a.Removals = a.Removals[6:7]
			a.Removals[0].InForce.Change = stats.Matched(1, 3, 5)
		}), "These runs do not tell whether any one mechanism decides: what taking out any one of them changes of the chance that the Pacific " +
			"Pact is in force at the end of 2035Q4 may be luck."},
		{"no mechanism decides of what comes in no run",
			ablated(func(a *lab.Ablation) { a.Removals, a.InForce = a.Removals[6:7], stats.ShareOf(0, 200) }),
			"What comes in next to no run cannot become rarer, and more than one thing may hold it back: `entente flip"},
		{"what it rests on", ablated(func(a *lab.Ablation) { a.Removals = a.Removals[:1] }),
			"Taking out threat shocks matters most in these runs: it lowers the chance that the Pacific Pact is in force at the " +
				"end of 2035Q4 from 37.2 % to 18.2 %, -19.0 points (95 % interval -21.4 to -16.5).\nAs the scenario stands"},
		{"what else luck may put first, whichever way it works", ablated(func(a *lab.Ablation) {
			a.Removals = []lab.Removal{a.Removals[0], a.Removals[3], a.Removals[2]} // -19.0, +19.0 and +13.0 points
		}), "Intervals overlap: with other luck it might be trade at risk."},
		{"any may be the one", ablated(func(a *lab.Ablation) {
			a.Removals = []lab.Removal{a.Removals[0], a.Removals[3], a.Removals[3]} // 19.0 points each
		}), "No mechanism stands out: of all three intervals overlap. In these runs taking out"},
		{"any of three may be the one, and a fourth not", ablated(func(a *lab.Ablation) {
			a.Removals = []lab.Removal{a.Removals[0], a.Removals[3], a.Removals[3], a.Removals[6]} // 19.0 points each, and next to none
		}), "Intervals overlap: with other luck it might be"},
		{"a removal with fewer runs", ablated(func(a *lab.Ablation) { a.Removals[0].Pairs = 40 }), "threat shocks (40 runs)"},
	} {
		tells(t, c.why, c.page, c.want)
	}
}

// What luck leaves open is neither said to help nor to hinder, and is named as such beside what is not; where a clause comes in many runs,
// nobody is sent to look for what holds it back.
func TestAnAblationLeavesOpenWhatLuckDoes(t *testing.T) {
	const idle, elsewhere, likelier, less = "changes it by no more than luck would", "entente flip", "It would be likelier", "It would be less likely"
	for _, c := range []struct {
		why                             string
		removals                        []int // of the made-up ones: 0 lowers the chance, 3 raises it, 6 does next to nothing
		chance                          stats.Share
		idle, elsewhere, likelier, less bool
	}{
		{"one of each kind", []int{0, 3, 6}, share(372), true, false, true, true},
		{"one that does nothing, of a clause that comes in many runs", []int{6}, share(372), false, false, false, false},
		{"one that does nothing, of a clause that comes in 5 of 100 runs", []int{6}, share(50), false, false, false, false},
		{"one that does nothing, of a clause that comes in fewer", []int{6}, share(49), false, true, false, false},
		{"one that helps", []int{0}, share(372), false, false, false, true},
		{"one that hinders", []int{3}, share(372), false, false, true, false},
	} {
		a := ablation(plain)
		all := a.Removals
		a.Removals, a.InForce = nil, c.chance
		for _, k := range c.removals {
			a.Removals = append(a.Removals, all[k])
		}
		said := strings.Join(Ablation(a).Finding, "\n")
		for text, want := range map[string]bool{idle: c.idle, elsewhere: c.elsewhere, likelier: c.likelier, less: c.less} {
			if strings.Contains(said, text) != want {
				t.Errorf("%s: %q is said: %v, want %v, in\n%s", c.why, text, !want, want, said)
			}
		}
	}
}
