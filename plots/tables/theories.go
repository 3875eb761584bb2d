package tables

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"entente/plots/words"
	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/history"
	"entente/sim/lab/stats"
)

// mostTheories is how many columns of theories stand side by side.
const mostTheories = 11

// Theories tells which theory comes nearest to history, then who signs by whose account. Theories have numbers, so that a
// row a state can have a column for each.
func Theories(t *history.Theories) *Page {
	p := aboutBoards(t)
	episodes := judged(t)
	lowestScore(p, t, episodes)
	for k := range t.Boards {
		likeliest(p, &t.Boards[k])
	}
	if len(t.Boards) > 0 {
		p.sayIf(recordOf(&t.Boards[0]))
	}
	chancesByTheory(p, t)
	episodesByTheory(p, episodes)
	for k := range t.Boards {
		statesByTheory(p, &t.Boards[k])
	}
	p.Notes = append(p.Notes, noteTheories)
	if len(episodes) > 0 {
		p.Notes = append(p.Notes, noteSameEpisodes)
	}
	if widest := widestOf(t); widest > 0 {
		p.Notes = append(p.Notes, doubtOf(&t.Head, fmt.Sprintf("Intervals (95 %%, exact) of all chances here reach at most %.1f points to "+
			"either side", 100*widest)))
	}
	return p
}

// What a switchboard says below its tables.
const (
	noteTheories = "All theories see the same world and the same luck and differ in the rule of decision alone. A theory is what we made of " +
		"its source: go doc entente/sim has a page on each."
	noteSameEpisodes = "Brier score: mean squared error of the chances, 0 is best; to say one half for ever gives 0.25. Intervals of " +
		"scores are by bootstrap over the theatres of the episodes: whether others like them would say the same. V2 and V6 are also met by saying " +
		"no to everyone: read the scores."
)

// aboutBoards says what was played of which scenarios, and what was changed in each.
func aboutBoards(t *history.Theories) *Page {
	head := t.Head
	played := fmt.Sprintf("%s of %s by each of %d theories, seed %d", words.Count(t.Runs, "run"), playedOn(&head),
		len(sim.Theories()), t.Seed)
	if len(t.Scenarios) == 0 {
		return aboutDoubted(&head, played)
	}
	head.Title = fmt.Sprintf("Rival theories on %s scenarios", words.Spelt(len(t.Scenarios)))
	p := aboutDoubted(&head, played)
	for k := range t.Boards {
		ownDepartures(p, &head, &t.Boards[k].Head)
	}
	return p
}

// named is a theory within a sentence.
func named(t sim.Theory) string {
	if t.Name == sim.DefaultTheory {
		return "the article's rule"
	}
	return strings.ToLower(t.Title[:1]) + t.Title[1:]
}

// likeliest says between what chances of a clause the theories lie.
func likeliest(p *Page, b *history.Switchboard) {
	if len(b.Rows) == 0 {
		return
	}
	most, least := b.Rows[0].InForce, b.Rows[0].InForce
	for _, row := range b.Rows {
		if row.InForce.Mean > most.Mean {
			most = row.InForce
		}
		if row.InForce.Mean < least.Mean {
			least = row.InForce
		}
	}
	begin := words.Capital(words.InForce(lab.The(b.ClauseTitle), b.End)) + " in "
	if most.Mean == least.Mean {
		p.Say(begin + words.ShareOf(most) + " by every theory.")
		return
	}
	likely, n := at(b, most.Mean)
	unlikely, m := at(b, least.Mean)
	others := ""
	if n+m < len(b.Rows) {
		others = "; the others lie between"
	}
	p.Say(fmt.Sprintf("%s%s by %s and in %s (%s) by %s%s.", begin, words.ShareOf(most), likely, words.Level(least),
		words.LuckOf(least), unlikely, others))
}

// recordOf says how many theories have done worse than a coin on episodes that they were not fitted to: their chances are no forecasts.
func recordOf(b *history.Switchboard) string {
	var worse, others []string
	low, high := 1.0, 0.0
	for _, row := range b.Rows {
		switch {
		case row.HeldOut == nil:
		case *row.HeldOut >= coinBrier:
			worse = append(worse, named(row.Theory))
			low, high = min(low, *row.HeldOut), max(high, *row.HeldOut)
		default:
			others = append(others, fmt.Sprintf("%s %.2f", named(row.Theory), *row.HeldOut))
		}
	}
	if len(worse) == 0 {
		return ""
	}
	text := fmt.Sprintf("On episodes of history that it was not fitted to %s does no better than a coin (Brier score %.2f; a coin has %.2f)", worse[0], low, coinBrier)
	if len(worse) > 1 {
		text = fmt.Sprintf("On episodes of history that they were not fitted to %s of %d theories do no better than a coin (Brier scores from %.2f to %.2f; a "+
			"coin has %.2f)", words.Spelt(len(worse)), len(b.Rows), low, high, coinBrier)
	}
	if len(others) > 0 {
		text += ", and " + words.And(others)
	}
	return text + ". A chance by one that does not is what its account says, and no forecast."
}

// mostEqual is how many theories that say the same are named in a sentence.
const mostEqual = 3

// at names the theories by which a clause has a chance, and counts them.
func at(b *history.Switchboard, chance float64) (names string, n int) {
	var all []string
	for _, row := range b.Rows {
		if row.InForce.Mean == chance {
			all = append(all, named(row.Theory))
		}
	}
	if len(all) > mostEqual {
		return words.Spelt(len(all)) + " theories", len(all)
	}
	return words.And(all), len(all)
}

// chancesByTheory is a row a theory: the chance of each scenario's clause.
func chancesByTheory(p *Page, t *history.Theories) {
	if len(t.Boards) == 0 {
		return
	}
	section := p.Section("Chance that the clause is in force at the end, by each theory")
	columns := []Column{Figures(""), Text("theory"), Text("after")}
	one := len(t.Boards) == 1
	wide := one && toldOfTheories(&t.Boards[0]) != (doubts{})
	if wide { // whose a theory is would leave no room for what is open of its chance
		columns = columns[:2]
	}
	for _, b := range t.Boards {
		if one {
			columns = append(append(columns, doubtColumns("in force", toldOfTheories(&b))...), Figures("members"))
		} else {
			columns = append(columns, Figures(b.ClauseTitle+", "+b.End[:4]))
		}
	}
	recorded := slices.ContainsFunc(t.Boards[0].Rows, func(row history.TheoryRow) bool { return row.HeldOut != nil })
	if recorded {
		columns = append(columns, Figures("held out"))
	}
	table := section.Columns(columns...)
	for k, theory := range sim.Theories() {
		cells := []string{strconv.Itoa(k + 1), theory.Title, theory.By}
		if wide {
			cells = cells[:2]
		}
		for _, b := range t.Boards {
			cells = append(cells, theoryCells(&b, theory.Name, one)...)
		}
		if recorded {
			cells = append(cells, heldOutCell(&t.Boards[0], theory.Name))
		}
		table.Add(cells...)
	}
	if recorded {
		section.Below = append(section.Below, "Held out: its Brier score on the episodes of history that its constants had not seen; 0 is best, and a coin has 0.25.")
	}
	if one {
		section.Below = append(section.Below, "Members: at the end, on average over all runs.")
	}
}

// heldOutCell is what a theory has scored on episodes that it was not fitted to.
func heldOutCell(b *history.Switchboard, theory string) string {
	for _, row := range b.Rows {
		if row.Name == theory && row.HeldOut != nil {
			return fmt.Sprintf("%.2f", *row.HeldOut)
		}
	}
	return "-"
}

// toldOfTheories are the kinds of doubt that are told of any theory.
func toldOfTheories(b *history.Switchboard) doubts {
	var chances []stats.Share
	for _, row := range b.Rows {
		chances = append(chances, row.InForce)
	}
	return anyTold(chances...)
}

func theoryCells(b *history.Switchboard, theory string, all bool) []string {
	for _, row := range b.Rows {
		switch {
		case row.Name != theory:
		case all:
			return append(chanceCells(row.InForce, toldOfTheories(b)), fmt.Sprintf("%.1f", row.Members))
		default:
			return []string{words.Level(row.InForce)}
		}
	}
	if all {
		return append([]string{"-"}, make([]string, len(doubtColumns("", toldOfTheories(b))))...)
	}
	return []string{"-"}
}

// statesByTheory is a row a state: how often it signs by each theory, and whether it did.
func statesByTheory(p *Page, b *history.Switchboard) {
	if len(b.Rows) == 0 {
		return
	}
	past := slices.ContainsFunc(b.States, func(st history.BoardState) bool { return st.History != "" })
	heading := "Who signs " + lab.The(b.ClauseTitle) + ", by theory (per cent of the runs)"
	tables := (len(b.Rows) + mostTheories - 1) / mostTheories
	each := (len(b.Rows) + tables - 1) / tables
	for from := 0; from < len(b.Rows); from += each {
		section := p.Section(heading)
		heading = ""
		columns := []Column{Text("")}
		if past {
			columns = append(columns, Text("signed"))
		}
		rows := b.Rows[from:min(from+each, len(b.Rows))]
		for _, row := range rows {
			columns = append(columns, Figures(numberOf(row.Theory)))
		}
		table, role := section.Columns(columns...), lab.Role("")
		var bound []string
		untold := false
		for k, st := range b.States {
			if st.AtStart {
				bound = append(bound, words.State(st.Name))
				continue
			}
			if st.Role != role {
				role = st.Role
				table.Group(map[lab.Role]string{lab.Founder: "founders", lab.OpenTo: "may join once it is in force"}[role])
			}
			cells := []string{st.Name}
			if past {
				cells = append(cells, map[string]string{"signed": "yes", "did not": "no"}[st.History])
			}
			for _, row := range rows {
				cell := fmt.Sprintf("%.0f", 100*row.Signed[k].Mean)
				if row.Signed[k].Constants.Wide() {
					cell, untold = "-", true
				}
				cells = append(cells, cell)
			}
			table.Add(cells...)
		}
		if past {
			section.Below = append(section.Below, "Signed: in history, by the end of the scenario.")
		}
		if untold {
			section.Below = append(section.Below, "-: "+words.TooWide+".")
		}
		if from+each >= len(b.Rows) {
			section.Below = append(section.Below, boundBefore(bound)...)
		}
	}
}

// boundBefore names those whom a clause bound when the scenario began, who are in no table of who signs.
func boundBefore(names []string) []string {
	if len(names) == 0 {
		return nil
	}
	return []string{"Bound from the start, and so with nothing left to sign: " + words.And(names) + "."}
}

// numberOf is the number by which the tables call a theory.
func numberOf(t sim.Theory) string {
	return strconv.Itoa(1 + slices.IndexFunc(sim.Theories(), func(other sim.Theory) bool { return other.Name == t.Name }))
}

// widestOf is how far the interval of any chance reaches.
func widestOf(t *history.Theories) float64 {
	widest := 0.0
	note := func(s stats.Share) { widest = max(widest, s.Reach()) }
	for _, b := range t.Boards {
		for _, row := range b.Rows {
			note(row.InForce)
			for k, s := range row.Signed {
				if !b.States[k].AtStart {
					note(s)
				}
			}
		}
	}
	return widest
}
