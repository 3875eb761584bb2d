package tables

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"entente/plots/words"
	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// Run tells what an ensemble says: the chance of the clause, who signs and why not, and what grows instead.
func Run(s *lab.Summary) *Page {
	p := aboutDoubted(&s.Head, words.Count(s.Runs, "run")+" of "+s.Scenario+fmt.Sprintf(", seed %d", s.Seed))
	runFinding(p, s)
	yearByYear(p, s)
	whoSigns(p, s)
	threeDrivers(p, s)
	whyNot(p, s)
	otherClauses(p, s)
	growsInstead(p, s)
	tradeLost(p, s)
	p.Notes = []string{doubtOf(&s.Head, "Intervals are exact (Clopper-Pearson)")}
	if s.LookedInto > 0 {
		p.Notes = append(p.Notes, "Chances and dates are of all "+words.Count(s.Runs, "run")+"; reasons, drivers, ties and trade lost are of the first "+
			words.Thousands(s.LookedInto)+".")
	}
	return p
}

func runFinding(p *Page, s *lab.Summary) {
	last := s.InForce[len(s.InForce)-1]
	p.Say(inForce(s.ClauseTitle, s.End, last))
	for _, sentence := range besideChance(s) {
		p.Say(sentence)
	}
	if s.Runs < fewRuns {
		p.Say("So few runs are histories that might have been, and tell next to nothing of how often each would be; what follows is of them alone.")
	}
	before := 0
	for _, st := range s.States {
		if st.AtStart {
			before++
		}
	}
	switch {
	case before > 0 && last.Count > 0:
		p.Say(fmt.Sprintf("It bound %s when the scenario began; where it lasts, it binds %s at the end.", words.Count(before, "state"),
			states(s.MembersGiven, last.Count)))
	case before > 0:
		p.Say("It bound " + words.Count(before, "state") + " when the scenario began, and never lasts.")
	case s.FirstInForce != nil && last.Count > 0:
		p.Say(fmt.Sprintf("Where it comes into force at all%s, it does so around %s; where it lasts, it binds %s at the end.",
			inFew(s.EverInForce, ", in "), words.Year(s.FirstInForce.Q50), states(s.MembersGiven, last.Count)))
	case s.FirstInForce != nil:
		p.Say(fmt.Sprintf("It comes into force in %s, around %s, but never lasts.",
			cmp.Or(inFew(s.EverInForce, ""), "some runs"), words.Year(s.FirstInForce.Q50)))
	case s.EverSigned.Count > 0:
		p.Say("It never comes into force, though two or more states sign it in " + words.Percent(s.EverSigned.Mean) + " of the runs.")
	default:
		p.Say("It never comes into force, and never do two states sign it.")
	}
	if last.Count < last.Runs && !last.Constants.Wide() {
		p.Say(fmt.Sprintf("Over all runs it binds %.2f states at the end on average.", s.Members.Mean))
	}
	if said := (spoken{"", s.Adds, s.Runs}); !said.silent() {
		p.Say(loudest([]spoken{said}, s.Theory))
	}
}

// besideChance is what stands beside the chance: where constants leave it open what its reference class alone says, and what became of the
// clause in history.
func besideChance(s *lab.Summary) (sentences []string) {
	last := s.InForce[len(s.InForce)-1]
	if last.Constants.Wide() {
		sentences = append(sentences, words.Reference(s.Reference))
	}
	sentences = append(sentences, againstHistory(&s.Head, last))
	return slices.DeleteFunc(sentences, func(text string) bool { return text == "" })
}

// fewRuns is below how many of them a median or a range says next to nothing: judgement.
const fewRuns = 10

// inFew says after so many words how many runs a figure is taken from if they are few, and else nothing.
func inFew(runs int, after string) string {
	if runs >= fewRuns {
		return ""
	}
	return after + words.Count(runs, "run")
}

// states is a number of states over so many runs.
func states(s stats.Spread, runs int) string {
	if runs < fewRuns {
		return fmt.Sprintf("%.1f states (mean of %s)", s.Mean, words.Count(runs, "run"))
	}
	if s.Q05 == s.Q95 {
		if s.Mean == 1 {
			return "1 state"
		}
		return fmt.Sprintf("%.0f states", s.Mean)
	}
	return fmt.Sprintf("%.1f states (%.0f to %.0f in nine runs of ten)", s.Mean, s.Q05, s.Q95)
}

func yearByYear(p *Page, s *lab.Summary) {
	told := anyTold(s.InForce...)
	section, hole := p.Section("Chance that it is in force at the end of each year"), false
	t := section.Columns(append([]Column{Text("year")},
		doubtColumns("chance", told)...)...)
	constants := s.ConstantsByTick(s.InForce)
	for _, tick := range s.YearEnds {
		cells := chanceCells(s.InForce[tick], told)
		if told.constants && constants[tick] == nil {
			cells[2], hole = "not told", true
		}
		t.Add(append([]string{s.Labels[tick][:4]}, cells...)...)
	}
	if hole {
		section.Below = []string{"Not told: at that date these runs show no effect of the constants beyond luck, though less than a year before or after they do."}
	}
}

// invited puts the states that the clause is offered to in rows below their roles, those first whom it bound at the start.
func invited(t *Table, all []lab.StateSummary, row func(lab.StateSummary)) {
	for _, role := range []struct {
		name string
		has  func(lab.StateSummary) bool
	}{
		{"Bound from the start", func(st lab.StateSummary) bool { return st.AtStart }},
		{"Founders", func(st lab.StateSummary) bool { return !st.AtStart && st.Role == lab.Founder }},
		{"May join once it is in force", func(st lab.StateSummary) bool { return !st.AtStart && st.Role == lab.OpenTo }},
	} {
		states := slices.DeleteFunc(slices.Clone(all), func(st lab.StateSummary) bool { return !role.has(st) })
		if len(states) > 0 {
			t.Group(role.name)
		}
		for _, st := range states {
			row(st)
		}
	}
}

func whoSigns(p *Page, s *lab.Summary) {
	section, told := p.Section("Who signs"), anyTold(s.InForce...)
	t := section.Columns(Text("state"), Figures("chance willing"), Figures("signs"), Figures("ratifies"), Figures("bound"),
		Figures(map[bool]string{false: "95 % interval", true: "luck"}[told.constants]), Text("median"))
	invited(t, s.States, func(st lab.StateSummary) {
		willing, when := "-", median(st.When, st.Signed.Count)
		if st.Decided > 0 {
			willing = words.Percent(st.Willing)
		}
		signs, ratifies := words.Level(st.Signed), words.Level(st.Ratified)
		if st.AtStart { // which it did before
			signs, ratifies, when = "-", "-", "-"
		}
		luck := words.Interval(st.Member)
		if told.constants {
			luck = words.Luck(st.Member)
		}
		t.Add(st.Name, willing, signs, ratifies, words.Level(st.Member), luck, when)
	})
	bound := "Bound: at the end, with its interval."
	if told.constants {
		bound = "Bound: at the end, with the reach of luck."
		if slices.ContainsFunc(s.States, func(st lab.StateSummary) bool {
			return st.Signed.Constants.Wide() || st.Ratified.Constants.Wide() || st.Member.Constants.Wide()
		}) {
			bound += " Where constants leave more than 40 points open, their range stands for the level."
		}
	}
	section.Below = []string{"Chance willing: its chance of being ready to sign, on average; it signs once all whom the clause needs are " +
		"ready at once. Signs, ratifies: ever. " + bound + " Median: date of signature in the runs in which it signs, if they are ten or more."}
}

// threeDrivers sets the three drivers beside each state's chance.
func threeDrivers(p *Page, s *lab.Summary) {
	if !slices.ContainsFunc(s.States, func(st lab.StateSummary) bool { return st.Drivers.Decided > 0 }) {
		return
	}
	section := p.Section("Threat felt, trade at risk, policy volatility")
	t := section.Columns(Text("state"), Figures("willing"), Figures("threat felt"), Figures("5 to 95 %"), Figures("trade at risk, % of GDP"),
		Figures("policy volatility"))
	invited(t, s.States, func(st lab.StateSummary) {
		d := &st.Drivers
		if d.Decided == 0 {
			t.Add(st.Name, "-", "-", "", "-", "-")
			return
		}
		t.Add(st.Name, words.Percent(st.Willing), threat(d.Threat.Mean), nineInTen(s.Runs, d.Threat, threat), ofGDP(d.Trade.Mean), turns(d.Volatility))
	})
	section.Below = []string{"Means over all decisions; 5 to 95 %: where nine runs in ten lie, if they differ. " + noteDrivers +
		" The command drivers tells them by year."}
}

// median is a median date over so many runs, and a dash if there is none, or too few.
func median(when string, runs int) string {
	if when == "" || runs < fewRuns {
		return "-"
	}
	return when
}

func whyNot(p *Page, s *lab.Summary) {
	section := p.Section("Why, and why not")
	t := section.Columns(Text("state"), Text("speaks for it most"), Text("speaks against it most"))
	habit, decided := 0.0, false
	invited(t, s.States, func(st lab.StateSummary) {
		if st.Decided == 0 {
			t.Add(st.Name, "never had to decide", "")
			return
		}
		habit, decided = st.Terms[sim.Reluctance], true
		t.Add(st.Name, strongest(st.Terms, 1), strongest(st.Terms, -1))
	})
	section.Below = []string{"Means over all decisions in logits: +1 multiplies the odds by 2.7."}
	if decided && habit != 0 {
		section.Below = append(section.Below, fmt.Sprintf("All states start from %s, the %s.", words.Logits(habit),
			words.Terms[sim.Reluctance].Name))
	}
}

// strongest names the two strongest terms of a sign, the strongest first. What would round to nothing is left out, and so is
// reluctance, which is the same for all.
func strongest(terms sim.Terms, sign float64) string {
	var order []sim.Term
	for t := range sim.NumTerms {
		if t != sim.Reluctance && terms[t]*sign >= 0.05 {
			order = append(order, t)
		}
	}
	slices.SortStableFunc(order, func(a, b sim.Term) int { return cmp.Compare(terms[b]*sign, terms[a]*sign) })
	var names []string
	for _, t := range order[:min(2, len(order))] {
		names = append(names, words.Logits(terms[t])+" "+words.Terms[t].Name)
	}
	if len(names) == 0 {
		return "nothing"
	}
	return strings.Join(names, "\n")
}

func otherClauses(p *Page, s *lab.Summary) {
	if len(s.Others) == 0 {
		return
	}
	t := p.Section("Other treaties on the table").Columns(Text("treaty"), Figures("in force at the end"), Text("median"))
	for _, o := range s.Others {
		t.Add(o.Title, words.Percent(o.InForce.Mean), median(o.When, o.Ever))
	}
}

// growsInstead says what becomes of the ties below a clause.
func growsInstead(p *Page, s *lab.Summary) {
	w := &s.Web
	section := p.Section("What grows instead")
	t := section.Columns(Text("mean (and nine runs in ten)"), Figures("at the start"), Figures("at the end"))
	for _, row := range []struct {
		name string
		v    [2]stats.Spread
	}{
		{"pairs of states with any tie", w.Ties},
		{"pairs with access, consultation or defence", w.AccessOrMore},
		{"arrangements (minilaterals) at work", w.Minilaterals},
	} {
		t.Add(row.name, fmt.Sprintf("%.0f", row.v[0].Mean), words.Between(row.v[1]))
	}
	names := map[string]string{}
	for _, st := range s.States {
		names[st.ID] = st.Name
	}
	if climbs := climbing(w.Pairs, names); len(climbs) > 0 {
		section.Below = append(section.Below, "Pairs that climb most: "+strings.Join(climbs, "; ")+".")
	}
	var grew []string
	for _, a := range w.Arrangements {
		if a.Grew && len(grew) < 3 {
			grew = append(grew, words.States(a.Members, names)+" ("+words.Percent(a.AtEnd.Mean)+")")
		}
	}
	if len(grew) > 0 {
		section.Below = append(section.Below, "New arrangements seen most at the end: "+strings.Join(grew, "; ")+".")
	}
}

// climbing names the three pairs whose mean rung rises most.
func climbing(pairs []lab.Pair, names map[string]string) []string {
	rise := func(p lab.Pair) float64 { return p.End - float64(p.Start) }
	sorted := slices.Clone(pairs)
	slices.SortStableFunc(sorted, func(a, b lab.Pair) int { return cmp.Compare(rise(b), rise(a)) })
	var told []string
	for _, p := range sorted[:min(3, len(sorted))] {
		if rise(p) >= 0.5 {
			told = append(told, fmt.Sprintf("%s (%s to %s)", words.States([]string{p.A, p.B}, names), words.Rungs[p.Start],
				words.Rungs[int(p.End+0.5)]))
		}
	}
	return told
}

// tradeLost names the six states that lose most.
func tradeLost(p *Page, s *lab.Summary) {
	sorted := slices.Clone(s.States)
	slices.SortStableFunc(sorted, func(a, b lab.StateSummary) int { return cmp.Compare(b.TradeLost.Mean, a.TradeLost.Mean) })
	section := p.Section("Trade lost to the rival's coercion over the whole period")
	const shown, least = 6, 0.05 // US$ bn: less would be written as nothing
	if len(sorted) == 0 || sorted[0].TradeLost.Mean < least {
		section.Text = []string{"None."}
		return
	}
	t := section.Columns(Text("state"), Figures("US$ bn, mean (and nine runs in ten)"))
	for _, st := range sorted[:min(shown, len(sorted))] {
		if st.TradeLost.Mean >= least {
			t.Add(st.Name, words.Between(st.TradeLost))
		}
	}
}
