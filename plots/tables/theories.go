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
	nearestToHistory(p, t, episodes)
	for k := range t.Boards {
		likeliest(p, &t.Boards[k])
	}
	chancesByTheory(p, t)
	episodesByTheory(p, t, episodes)
	for k := range t.Boards {
		statesByTheory(p, &t.Boards[k])
	}
	p.Notes = append(p.Notes, noteTheories)
	if len(episodes) > 0 {
		p.Notes = append(p.Notes, noteSameEpisodes)
	}
	if widest := widestOf(t); widest > 0 {
		p.Notes = append(p.Notes, fmt.Sprintf("Intervals (95 %%, exact) of all chances here reach at most %.1f points to either side. They speak of luck "+
			"only and do not cover doubt about the model or its figures.", 100*widest))
	}
	return p
}

// What a switchboard says below its tables.
const (
	noteTheories = "All theories see the same world and the same luck and differ in the rule of decision alone. A theory is what we made of " +
		"its source: go doc entente/sim has a page on each."
	noteSameEpisodes = "Brier score: mean squared error of the chances, 0 is best; to say one half for ever gives 0.25. The constants of each theory were " +
		"found from V1, V2, V4 and V6, so that these are no test of them. V2 and V6 are also met by saying no to everyone: read the scores."
)

// aboutBoards says what was played of which scenarios, and what was changed in each.
func aboutBoards(t *history.Theories) *Page {
	played := fmt.Sprintf("%s of %s by each of %d theories, seed %d", words.Count(t.Runs, "run"), t.Scenario, len(sim.Theories()), t.Seed)
	if len(t.Boards) < 2 {
		return About(&t.Head, played)
	}
	head := t.Head
	head.Title, head.Changes, head.Overrides = fmt.Sprintf("Rival theories on %s scenarios", words.Spelt(len(t.Boards))), nil, nil
	var names []string
	for _, b := range t.Boards {
		names = append(names, b.Scenario)
	}
	p := About(&head, fmt.Sprintf("%s of each of %s by each of %d theories, seed %d", words.Count(t.Runs, "run"), words.And(names),
		len(sim.Theories()), t.Seed))
	for _, b := range t.Boards {
		for _, c := range b.Changes {
			p.Asked = append(p.Asked, fmt.Sprintf("%s changes %s: %s", b.Scenario, b.Base, c))
		}
		for _, o := range b.Overrides {
			p.Asked = append(p.Asked, fmt.Sprintf("%s, what if: %s", b.Scenario, o))
		}
	}
	return p
}

// judgedEpisode is an episode of history that the theories are held to.
type judgedEpisode struct {
	board *history.Switchboard
	place int // among the verdicts of each row of the board
	history.Verdict
}

// by is what a theory makes of the episode; nil if it was not played.
func (e judgedEpisode) by(theory string) *history.Verdict {
	for k := range e.board.Rows {
		if row := &e.board.Rows[k]; row.Name == theory && e.place < len(row.Verdicts) {
			return &row.Verdicts[e.place]
		}
	}
	return nil
}

// judged are the episodes that history has decided, in the order of the scenarios.
func judged(t *history.Theories) []judgedEpisode {
	var all []judgedEpisode
	for k := range t.Boards {
		b := &t.Boards[k]
		if len(b.Rows) == 0 {
			continue
		}
		for place, v := range b.Rows[0].Verdicts {
			if !v.Open && len(v.Scores) > 0 {
				all = append(all, judgedEpisode{b, place, v})
			}
		}
	}
	return all
}

// record is how a theory does on all episodes together.
type record struct {
	sim.Theory
	met   []string // episodes whose targets it meets
	brier float64  // mean over the episodes
}

func records(episodes []judgedEpisode) []record {
	var all []record
	for _, theory := range sim.Theories() {
		r := record{Theory: theory}
		var briers []float64
		for _, e := range episodes {
			v := e.by(theory.Name)
			if v == nil || len(v.Scores) == 0 {
				continue
			}
			briers = append(briers, v.Scores[0].Brier)
			if v.Pass {
				r.met = append(r.met, v.ID)
			}
		}
		if len(briers) == len(episodes) {
			r.brier = stats.Mean(briers)
			all = append(all, r)
		}
	}
	return all
}

// nearestToHistory is the finding where history can judge.
func nearestToHistory(p *Page, t *history.Theories, episodes []judgedEpisode) {
	all := records(episodes)
	if len(episodes) == 0 || len(all) == 0 {
		return
	}
	slices.SortStableFunc(all, func(a, b record) int {
		switch {
		case a.brier < b.brier:
			return -1
		case a.brier > b.brier:
			return 1
		}
		return 0
	})
	var ids []string
	for _, e := range episodes {
		ids = append(ids, e.ID)
	}
	meets := func(r record) string {
		switch {
		case len(r.met) == 0:
			return "meets the targets of none"
		case len(r.met) == len(ids):
			return "meets all targets"
		}
		return "meets the targets of " + words.And(r.met)
	}
	score := "Brier score"
	if len(ids) > 1 {
		score = "mean Brier score"
	}
	p.Say(fmt.Sprintf("Of %d theories, %s comes nearest to what happened in %s: its %s is %.2f (0 is best), and it %s.", len(all), named(all[0].Theory),
		words.And(ids), score, all[0].brier, meets(all[0])))
	if len(all) > 1 {
		p.Say(fmt.Sprintf("Next comes %s: its score is %.2f, and it %s.", named(all[1].Theory), all[1].brier, meets(all[1])))
	}
}

// named is a theory within a sentence.
func named(t sim.Theory) string {
	if t.Name == sim.DefaultTheory {
		return "the article's rule"
	}
	return strings.ToLower(t.Title[:1]) + t.Title[1:]
}

// likeliest says by which theory a clause is likeliest, and by which least.
func likeliest(p *Page, b *history.Switchboard) {
	if len(b.Rows) == 0 {
		return
	}
	most, least := 0.0, 1.0
	for _, row := range b.Rows {
		most, least = max(most, row.InForce.Mean), min(least, row.InForce.Mean)
	}
	begin := fmt.Sprintf("%s is in force at the end of %s in %s of the runs by ", capital(the(b.ClauseTitle)), b.End, words.Percent(most))
	if most == least {
		p.Say(begin + "every theory.")
		return
	}
	likely, n := at(b, most)
	unlikely, m := at(b, least)
	others := ""
	if n+m < len(b.Rows) {
		others = "; the others lie between"
	}
	p.Say(begin + likely + " and in " + words.Percent(least) + " by " + unlikely + others + ".")
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
	part := p.Part("Chance that the clause is in force at the end, by each theory")
	columns := []Column{Figures(""), Text("theory"), Text("after")}
	one := len(t.Boards) == 1
	for _, b := range t.Boards {
		if one {
			columns = append(columns, Figures("in force"), Figures("95 % interval"), Figures("members"))
		} else {
			columns = append(columns, Figures(b.ClauseTitle+", "+b.End[:4]))
		}
	}
	table := part.Columns(columns...)
	for k, theory := range sim.Theories() {
		cells := []string{strconv.Itoa(k + 1), theory.Title, theory.By}
		for _, b := range t.Boards {
			cells = append(cells, chanceCells(&b, theory.Name, one)...)
		}
		table.Add(cells...)
	}
	if one {
		part.Below = append(part.Below, "Members: at the end, on average over all runs.")
	}
}

func chanceCells(b *history.Switchboard, theory string, all bool) []string {
	for _, row := range b.Rows {
		switch {
		case row.Name != theory:
		case all:
			return []string{words.Percent(row.InForce.Mean), words.Interval(row.InForce), fmt.Sprintf("%.1f", row.Members)}
		default:
			return []string{words.Percent(row.InForce.Mean)}
		}
	}
	if all {
		return []string{"-", "", ""}
	}
	return []string{"-"}
}

// episodesByTheory is a row a theory: how it does on each episode of history.
func episodesByTheory(p *Page, t *history.Theories, episodes []judgedEpisode) {
	if len(episodes) == 0 {
		return
	}
	part := p.Part("Which theory explains what: Brier score (0 is best), and whether it meets the targets")
	columns := []Column{Figures(""), Text("theory")}
	for _, e := range episodes {
		columns = append(columns, Figures(e.ID))
	}
	table := part.Columns(append(columns, Text("meets"))...)
	for k, theory := range sim.Theories() {
		cells, met := []string{strconv.Itoa(k + 1), theory.Title}, []string{}
		for _, e := range episodes {
			v := e.by(theory.Name)
			if v == nil || len(v.Scores) == 0 {
				cells = append(cells, "-")
				continue
			}
			cells = append(cells, fmt.Sprintf("%.2f %s", v.Scores[0].Brier, words.Outcome(*v)))
			if v.Pass {
				met = append(met, v.ID)
			}
		}
		meets := words.And(met)
		if len(met) == 0 {
			meets = "nothing"
		}
		table.Add(append(cells, meets)...)
	}
	table.Group("simple rules")
	for k, rule := range episodes[0].Scores[1:] {
		cells := []string{"", rule.Rule}
		for _, e := range episodes {
			cells = append(cells, fmt.Sprintf("%.2f", e.Scores[1+k].Brier))
		}
		table.Add(append(cells, "")...)
	}
	for _, e := range episodes {
		part.Below = append(part.Below, fmt.Sprintf("%s: %s; the best simple rule is %s.", e.ID, e.Title, bestRule(e.Verdict).Rule))
	}
}

// statesByTheory is a row a state: how often it signs by each theory, and whether it did.
func statesByTheory(p *Page, b *history.Switchboard) {
	if len(b.Rows) == 0 {
		return
	}
	past := slices.ContainsFunc(b.States, func(st history.BoardState) bool { return st.History != "" })
	heading := "Who signs " + the(b.ClauseTitle) + ", by theory (per cent of the runs)"
	tables := (len(b.Rows) + mostTheories - 1) / mostTheories
	each := (len(b.Rows) + tables - 1) / tables
	for from := 0; from < len(b.Rows); from += each {
		part := p.Part(heading)
		heading = ""
		columns := []Column{Text("")}
		if past {
			columns = append(columns, Text("signed"))
		}
		rows := b.Rows[from:min(from+each, len(b.Rows))]
		for _, row := range rows {
			columns = append(columns, Figures(numberOf(row.Theory)))
		}
		table, role := part.Columns(columns...), lab.Role("")
		for k, st := range b.States {
			if st.Role != role {
				role = st.Role
				table.Group(map[lab.Role]string{lab.Founder: "founders", lab.OpenTo: "may join once it is in force"}[role])
			}
			cells := []string{st.Name}
			if past {
				cells = append(cells, map[string]string{"signed": "yes", "did not": "no"}[st.History])
			}
			for _, row := range rows {
				cells = append(cells, fmt.Sprintf("%.0f", 100*row.Signed[k].Mean))
			}
			table.Add(cells...)
		}
		if past {
			part.Below = append(part.Below, "Signed: in history, by the end of the scenario.")
		}
	}
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
			for _, s := range row.Signed {
				note(s)
			}
		}
	}
	return widest
}

// TheoriesInShort is the one table of README: a row a theory, for each scenario the chance of its clause and its episodes.
func TheoriesInShort(t *history.Theories) *Page {
	p := &Page{}
	columns := []Column{Text("theory")}
	for k := range t.Boards {
		b := &t.Boards[k]
		columns = append(columns, Text(b.ClauseTitle+", end of "+b.End[:4]))
		for _, e := range judged(&history.Theories{Boards: t.Boards[k : k+1]}) {
			columns = append(columns, Text(e.ID))
		}
	}
	table := p.Part("").Columns(columns...)
	for _, theory := range sim.Theories() {
		cells := []string{theory.Title + " (" + theory.By + ")"}
		for k := range t.Boards {
			b := &t.Boards[k]
			cells = append(cells, chanceCells(b, theory.Name, false)...)
			for _, e := range judged(&history.Theories{Boards: t.Boards[k : k+1]}) {
				cell := "-"
				if v := e.by(theory.Name); v != nil && len(v.Scores) > 0 {
					cell = fmt.Sprintf("%s, %.2f", words.Outcome(*v), v.Scores[0].Brier)
				}
				cells = append(cells, cell)
			}
		}
		table.Add(cells...)
	}
	return p
}
