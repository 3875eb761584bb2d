package tables

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"entente/plots/words"
	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// Drivers tells which of threat, trade at risk and policy volatility speaks loudest for and against signing, then what each state
// sees of them and what they add to its decisions, in the first year in which somebody decides and in the last.
func Drivers(d *lab.Drivers) *Page {
	head := d.Head
	if len(d.Scenarios) > 0 {
		head.Title = "Threat, trade at risk and policy volatility"
	}
	var all []spoken
	theory := d.Theory
	for k := range d.Worlds {
		s := &d.Worlds[k]
		if isRival(s.Theory) {
			theory = s.Theory
		}
		all = append(all, spoken{s.Scenario, s.Adds, d.Runs})
	}
	p := aboutPlayed(&head, fmt.Sprintf("%s of %s, seed %d", words.Count(d.Runs, "run"), playedOn(&head), d.Seed))
	if len(d.Scenarios) > 0 {
		for k := range d.Worlds {
			ownDepartures(p, &head, &d.Worlds[k].Head)
		}
	}
	p.Say(loudest(all, theory))
	for k := range d.Worlds {
		s, of := &d.Worlds[k], ""
		if len(d.Worlds) > 1 {
			of = " in " + s.Scenario
		}
		threatAndSources(p, s, of)
		tradeAndVolatility(p, s, of)
		whatEachAdds(p, s, of)
	}
	p.Notes = []string{noteDrivers, noteWeighed, noteEveryYear + " " +
		bothTogether(&d.Head, "Means are over the runs, and ranges of 5 to 95 % "+
			"are where nine runs in ten lie, left out where they agree")}
	return p
}

// What the tables of drivers say below.
const (
	noteEveryYear = "Every year is in the JSON, and in drivers.csv, which --out writes."
	noteDrivers   = "Threat felt is that of the clause's worst rival, between 0 and 1: with equal weights the mean of power, " +
		"proximity and offence, times intent (Walt 1985). Trade at risk is trade with the clause's rivals as a share of GDP, " +
		"times the chance that they punish the signature, times what could not be sold elsewhere (Hirschman 1945). Policy " +
		"volatility is changes of government a year times spread, half the distance between the parties."
	noteWeighed = "What a driver adds is the sum of the terms of a decision that would be nothing without it, in logits: +1 " +
		"multiplies the odds by 2.7. Threat: security, partners worth keeping and others' wars. Policy volatility: changes of " +
		"one's own governments and the price of a broken word; the rule weighs changes alone. Not counted: what a new government " +
		"thinks, for which spread matters, and that unsteady partners are trusted less. Of a rival theory only the terms that it " +
		"shares with the article's rule count."
)

// spoken is what the drivers add to the chance that a state of a scenario is willing, on average.
type spoken struct {
	where string // "" if there is one scenario only
	adds  []lab.Added
	runs  int // of which adds is the mean
}

// silent tells whether nobody decides, or the rule weighs none of the three.
func (s spoken) silent() bool {
	return !slices.ContainsFunc(s.adds, func(a lab.Added) bool { return a.Chance.Mean != 0 })
}

// says is how much a driver adds, in points, after a place and before a unit, and where nine runs in ten have it if there are not too few.
func (s spoken) says(d sim.Driver, unit string) string {
	c := s.adds[d].Chance
	text := words.Points(c.Mean) + unit
	if low, high := words.Points(c.Q05), words.Points(c.Q95); low != high && s.runs >= fewRuns {
		text += ", in nine runs of ten " + low + " to " + high
	}
	return strings.TrimLeft(s.where+" ("+text+")", " ")
}

// nextToNothing is the change of a chance below which a driver is said to move next to nothing: one point.
const nextToNothing = 0.01

// isRival tells whether a theory is another than the article's, which has drivers of its own.
func isRival(theory string) bool { return theory != "" && theory != sim.DefaultTheory }

// loudest says which driver speaks loudest for signing and which against it, and which move next to nothing. Of a rival
// theory that is told of what it shares with the article's rule.
func loudest(all []spoken, theory string) string {
	all = slices.DeleteFunc(slices.Clone(all), spoken.silent)
	switch len(all) {
	case 0:
		return "No driver speaks: nobody ever decides, or the rule by which states decide weighs none of the three."
	case 1:
		all[0].where = ""
	}
	told := []string{
		loudestIn(all, 1, " speaks loudest for signing", "none of "+words.And(words.Drivers[:])+" speaks for signing by as much "+
			"as one point of the chance that a state is willing"),
		loudestIn(all, -1, " speaks loudest against it", "none speaks against it by as much as one point"),
	}
	if idle := idling(all); idle != "" {
		told = append(told, idle)
	}
	sentence := strings.Join(told, "; ") + "."
	if isRival(theory) {
		return "By the terms that it shares with the article's rule, " + sentence
	}
	return words.Capital(sentence)
}

// loudestIn names the driver that adds most in a direction, and in which scenarios.
func loudestIn(all []spoken, sign float64, how, none string) string {
	where := map[sim.Driver][]string{}
	unit := ""
	if sign > 0 {
		unit = " points of the chance that a state is willing"
	}
	for _, s := range all {
		most := sim.ThreatDriver
		for d := range sim.NumDrivers {
			if s.adds[d].Chance.Mean*sign > s.adds[most].Chance.Mean*sign {
				most = d
			}
		}
		if s.adds[most].Chance.Mean*sign >= nextToNothing {
			where[most] = append(where[most], s.says(most, unit))
			unit = ""
		}
	}
	var told []string
	for d := range sim.NumDrivers {
		if places := where[d]; len(places) > 0 {
			told = append(told, words.Drivers[d]+how+within(all)+words.And(places))
		}
	}
	if told == nil {
		return none
	}
	return strings.Join(told, ", ")
}

// within leads from a driver to where it speaks.
func within(all []spoken) string {
	if all[0].where == "" {
		return " "
	}
	return " in "
}

// idling names the drivers that move next to nothing, and where.
func idling(all []spoken) string {
	var told []string
	for d := range sim.NumDrivers {
		var where []string
		most := 0.0
		for _, s := range all {
			if adds := math.Abs(s.adds[d].Chance.Mean); adds < nextToNothing {
				where = append(where, s.where)
				most = max(most, adds)
			}
		}
		switch n := len(where); {
		case n == 0:
		case all[0].where == "":
			told = append(told, words.Drivers[d]+" ("+words.Points(all[0].adds[d].Chance.Mean)+")")
		case n == len(all):
			told = append(told, fmt.Sprintf("%s anywhere (at most %.1f)", words.Drivers[d], 100*most))
		default:
			told = append(told, fmt.Sprintf("%s in %s (at most %.1f)", words.Drivers[d], words.And(where), 100*most))
		}
	}
	if len(told) == 0 {
		return ""
	}
	moves := " move next to nothing"
	if len(told) == 1 {
		moves = " moves next to nothing"
	}
	if strings.HasPrefix(told[len(told)-1], words.Drivers[sim.VolatilityDriver]) { // a reason is all that it is counted as
		moves += ", what new governments think of the clause apart"
	}
	return words.And(told) + moves
}

// years are those that the tables show: the first in which somebody decides, and the last.
func years(s *lab.DrivenScenario) []int {
	last := len(s.Years) - 1
	if s.First == last {
		return []int{last}
	}
	return []int{s.First, last}
}

// yearly puts the states of a scenario in rows below the years.
func yearly(t *Table, s *lab.DrivenScenario, row func(st *lab.DrivenState, v *lab.StateDrivers)) {
	for _, y := range years(s) {
		name := s.Years[y]
		if y == s.First {
			name += ", the first decisions"
		}
		t.Group(name)
		for k := range s.States {
			row(&s.States[k], &s.States[k].Years[y])
		}
	}
}

func threatAndSources(p *Page, s *lab.DrivenScenario, of string) {
	t := p.Section("Threat felt"+of+", and its four sources").Columns(Text("state"), Figures("threat"), Figures("5 to 95 %"),
		Figures("power"), Figures("proximity"),
		Figures("offence"), Figures("intent"))
	yearly(t, s, func(st *lab.DrivenState, v *lab.StateDrivers) {
		t.Add(st.Name, threat(v.Threat.Mean), nineInTen(s.Runs, v.Threat, threat), threat(v.Power), threat(v.Proximity),
			threat(v.Offence), threat(v.Intent.Mean))
	})
}

// nineInTen is where nine runs in ten lie; nothing if they all agree as far as is written, or are too few.
func nineInTen(runs int, b lab.Range, write func(float64) string) string {
	if low, high := write(b.Q05), write(b.Q95); low != high && runs >= fewRuns {
		return low + " to " + high
	}
	return ""
}

// threat writes a threat or one of its sources.
func threat(v float64) string { return fmt.Sprintf("%.2f", v) }

// turns writes a policy volatility.
func turns(v float64) string { return fmt.Sprintf("%.3f", v) }

// ofGDP writes a share of GDP in per cent.
func ofGDP(share float64) string { return fmt.Sprintf("%.2f", 100*share) }

func tradeAndVolatility(p *Page, s *lab.DrivenScenario, of string) {
	t := p.Section("Trade at risk and policy volatility"+of).Columns(Text("state"), Figures("trade at risk, % of GDP"), Figures("5 to 95 %"),
		Figures("changes a year"),
		Figures("spread"), Figures("policy volatility"))
	yearly(t, s, func(st *lab.DrivenState, v *lab.StateDrivers) {
		t.Add(st.Name, ofGDP(v.Trade.Mean), nineInTen(s.Runs, v.Trade, ofGDP), fmt.Sprintf("%.2f", v.Turnover), fmt.Sprintf("%.2f", v.Spread),
			turns(v.Volatility))
	})
}

func whatEachAdds(p *Page, s *lab.DrivenScenario, of string) {
	section := p.Section("What each adds to a decision" + of + ", in logits")
	t := section.Columns(Text("state"), Figures("decides in"), Figures("willing"), Figures("threat"), Figures("trade at risk"),
		Figures("policy volatility"))
	someone := false
	yearly(t, s, func(st *lab.DrivenState, v *lab.StateDrivers) {
		if v.Decided == 0 {
			return
		}
		someone = true
		cells := []string{st.Name, words.Percent(stats.ShareOf(v.Decided, s.Runs).Mean), words.Percent(v.Willing.Mean),
			words.More(v.Adds[sim.ThreatDriver].Logits.Mean)}
		for _, d := range []sim.Driver{sim.TradeDriver, sim.VolatilityDriver} {
			cells = append(cells, words.More(v.Adds[d].Logits.Mean))
		}
		t.Add(cells...)
	})
	if !someone {
		section.Table, section.Text = nil, []string{"Nobody decides in these years."}
		return
	}
	section.withoutZeros()
}
