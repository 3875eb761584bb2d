package tables

import (
	"fmt"
	"slices"

	"entente/plots/words"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// Ablation tells what each mechanism does to the clause: what it rests on, and what holds it back.
func Ablation(a *lab.Ablation) *Page {
	p := aboutDoubted(&a.Head, fmt.Sprintf("%s of %s, and as many without each mechanism, seed %d", words.Count(a.Runs, "run"), a.Scenario,
		a.Seed))
	restsOn(p, a)
	if len(a.ByChange()) == 0 {
		return p
	}
	withoutEach(p, a)
	whoMoves(p, a)
	var all []lab.Mechanism
	for _, r := range a.Removals {
		if !r.Inert {
			all = append(all, r.Mechanism)
		}
	}
	removals(p, all)
	p.Notes = []string{"Each row plays the same runs with the same luck, so that a pair of runs differs by the mechanism alone. " +
		doubtOfMany(&a.Head, removalsCompared(a), "Intervals of changes are those of Agresti and Min (2005) for matched pairs, 95 % each for itself")}
	return p
}

// removalsCompared are the changes that have an interval: of the chance without each mechanism, and of whether each state signs.
func removalsCompared(a *lab.Ablation) int {
	n := 0
	for _, r := range a.ByChange() {
		n += 1 + len(r.States)
	}
	return n
}

// restsOn is the answer in a few sentences.
func restsOn(p *Page, a *lab.Ablation) {
	sorted := a.ByChange()
	carry, hold, idle := byEffect(sorted)
	first := a.Foremost()
	most := first.Most
	chance := "the chance that " + words.InForce(lab.The(a.ClauseTitle), a.End)
	switch {
	case len(a.Removals) == 0:
		p.Say("No mechanism had been removed before the end.")
	case len(sorted) == 0:
		p.Say("This rule has none of the mechanisms that can be removed.")
	case most == nil && !first.None:
		p.Say("These runs do not tell whether any one mechanism decides: what taking out any one of them changes of " + chance + " may be luck.")
		sayIfHardlyEver(p, a.InForce, a.Scenario)
	case most == nil:
		p.Say("No single mechanism decides: taking out any one of them changes " + chance + " by no more than luck would.")
		sayIfHardlyEver(p, a.InForce, a.Scenario)
	default:
		moves, d := "raises", most.InForce.Change
		if d.Mean < 0 {
			moves = "lowers"
		}
		does := fmt.Sprintf("it %s %s %s", moves, chance, shifted(most.InForce.First, most.InForce.Second, "", d))
		if n := len(first.Rivals); n > 1 && n == len(sorted)-1 {
			p.Say(fmt.Sprintf("No mechanism stands out: of all %s intervals overlap. In these runs taking out %s does most: %s.",
				words.Spelt(len(sorted)), words.Mechanism(most.ID), does))
			break
		}
		p.Say(fmt.Sprintf("Taking out %s matters most in these runs: %s.", words.Mechanism(most.ID), does))
		if others := first.Rivals; len(others) > 0 {
			p.Say("Intervals overlap: with other luck it might be " + words.Or(removed(others)) + ".")
		}
	}
	p.Say(words.Capital(words.StartsFrom(&a.Head)) + ", it is in force in " + words.ShareOf(a.InForce) + ".")
	if len(carry) > 0 {
		p.Say("It would be less likely without " + words.Or(carry) + ".")
	}
	if len(hold) > 0 {
		p.Say("It would be likelier without " + words.Or(hold) + ".")
	}
	if most != nil && len(idle) > 0 {
		p.Say("Taking out " + words.Or(idle) + " changes it by no more than luck would.")
	}
	var inert []string
	for _, r := range a.Removals {
		if r.Inert {
			inert = append(inert, words.Mechanism(r.ID))
		}
	}
	if len(inert) > 0 {
		p.Say("There is nothing of this to remove: " + words.And(inert) + ".")
	}
}

// hardlyEver is a chance so low that removals may have nothing to show.
const hardlyEver = 0.05

// sayIfHardlyEver says where else to ask when removals show nothing because a clause comes in next to no run.
func sayIfHardlyEver(p *Page, inForce stats.Share, scenario string) {
	if inForce.Mean < hardlyEver {
		p.Say("What comes in next to no run cannot become rarer, and more than one thing may hold it back: `entente flip " +
			words.Shell(scenario) +
			"` looks for what would turn it.")
	}
}

// removed names the mechanisms of some removals.
func removed(all []lab.Removal) []string {
	var names []string
	for _, r := range all {
		names = append(names, words.Mechanism(r.ID))
	}
	return names
}

// byEffect names the mechanisms that the clause rests on, that hold it back, and that luck leaves open.
func byEffect(sorted []lab.Removal) (carry, hold, idle []string) {
	for _, r := range sorted {
		d := r.InForce.Change
		if !d.BeyondLuck() {
			idle = append(idle, words.Mechanism(r.ID))
			continue
		}
		told := words.Mechanism(r.ID) + " (" + point(d.Mean) + ")"
		if d.Mean < 0 {
			carry = append(carry, told)
		} else {
			hold = append([]string{told}, hold...)
		}
	}
	return carry, hold, idle
}

func withoutEach(p *Page, a *lab.Ablation) {
	told := anyTold(a.InForce)
	t := p.Section("The same without one mechanism, from the greatest fall of the chance to the greatest rise").Columns(slices.Concat(
		[]Column{Text("without"), Figures("chance")}, doubtColumns("change, points", told), []Column{Figures("members")})...)
	t.Add(slices.Concat([]string{"nothing", words.Level(a.InForce)}, make([]string, len(doubtColumns("", told))),
		[]string{fmt.Sprintf("%.2f", a.Members)})...)
	for _, r := range a.ByChange() {
		name := words.Mechanism(r.ID)
		if r.Pairs < a.Runs {
			name += " (" + words.Count(r.Pairs, "run") + ")"
		}
		t.Add(slices.Concat([]string{name, words.Level(r.InForce.Second)}, changeCells(r.InForce.Change, told),
			[]string{fmt.Sprintf("%.2f", r.Members.Second)})...)
	}
}

func whoMoves(p *Page, a *lab.Ablation) {
	t := p.Section("Whose chance of ever signing moves most, in points").Columns(Text("without"), Text("states"))
	for _, r := range a.ByChange() {
		var names []string
		for _, st := range r.Movers() {
			names = append(names, st.Name+" "+words.Points(st.Signed.Change.Mean))
		}
		t.Add(words.Mechanism(r.ID), atMost(3, names, noneBeyondLuck))
	}
}

const noneBeyondLuck = "none beyond luck"

// removals say what the world is like without each of some mechanisms.
func removals(p *Page, all []lab.Mechanism) {
	t := p.Section("What each removal means").Columns(Text("without"), Text("what is no longer so"))
	for _, m := range all {
		t.Add(words.Mechanism(m.ID), words.WithoutMechanism(m.ID))
	}
}
