package tables

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"

	"entente/plots/words"
	"entente/sim"
	"entente/sim/lab/history"
	"entente/sim/lab/stats"
)

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
	met    []string  // episodes whose targets it meets
	untold bool      // too few runs tell whether it meets them
	briers []float64 // an episode each
	brier  stats.Interval

	theatres []int // those of the episodes, by number
}

// records are those of the theories that were played on all episodes, the lowest mean score first.
func records(episodes []judgedEpisode, seed uint64) []record {
	var all []record
	var names []string
	for _, e := range episodes {
		names = append(names, e.Theatre)
	}
	theatres := stats.UnitsOf(names)
	for _, theory := range sim.Theories() {
		r := record{Theory: theory, theatres: theatres}
		for _, e := range episodes {
			v := e.by(theory.Name)
			if v == nil || len(v.Scores) == 0 {
				continue
			}
			r.briers = append(r.briers, v.Scores[0].Brier)
			if r.untold = r.untold || v.Judged() && v.Runs < history.LeastRuns; v.Pass {
				r.met = append(r.met, v.ID)
			}
		}
		if len(r.briers) == len(episodes) {
			r.brier = stats.Bootstrap(r.briers, theatres, 0, 1, seed)
			all = append(all, r)
		}
	}
	slices.SortStableFunc(all, func(a, b record) int { return cmp.Compare(a.brier.Mean, b.brier.Mean) })
	return all
}

// worse is by how much another theory's score is above, episode by episode.
func (r record) worse(other record, seed uint64) stats.Interval {
	differences := make([]float64, len(r.briers))
	for k := range differences {
		differences[k] = other.briers[k] - r.briers[k]
	}
	return stats.Bootstrap(differences, r.theatres, -1, 1, seed)
}

// meets says which of so many targets it meets, after a comma and a word; nothing where too few runs tell.
func (r record) meets(episodes int, before string) string {
	switch {
	case r.untold:
		return ""
	case len(r.met) == 0:
		return before + "meets the targets of none"
	case len(r.met) == episodes:
		return before + "meets all targets"
	}
	return before + "meets the targets of " + words.And(r.met)
}

// lowestScore is the finding where history can judge.
func lowestScore(p *Page, t *history.Theories, episodes []judgedEpisode) {
	all := records(episodes, t.Seed)
	if len(episodes) == 0 || len(all) == 0 {
		return
	}
	var ids []string
	for _, e := range episodes {
		ids = append(ids, e.ID)
	}
	theatres := slices.Max(all[0].theatres) + 1
	first, score, within := all[0], "mean Brier score", overTheatres(all[0].brier, theatres)
	if len(ids) == 1 {
		score = "Brier score"
	}
	alike := 1 // as far as the digits shown tell
	for alike < len(all) && words.Score(all[alike].brier.Mean) == words.Score(first.brier.Mean) {
		alike++
	}
	lowest := fmt.Sprintf("lowest %s of %d theories, %s (%s; 0 is best)", score, len(all), words.Score(first.brier.Mean), within)
	if alike == 1 {
		p.Say(fmt.Sprintf("On %s %s has the %s%s.", words.And(ids), named(first.Theory), lowest, first.meets(len(ids), ", and ")))
	} else {
		var names []string
		for _, r := range all[:alike] {
			names = append(names, named(r.Theory))
		}
		p.Say(fmt.Sprintf("On %s %s share the %s.", words.And(ids), words.And(names), lowest))
	}
	if alike < len(all) {
		next := all[alike]
		worse := first.worse(next, t.Seed)
		p.Say(fmt.Sprintf("Next comes %s with %s%s: %s, %s.", named(next.Theory), words.Score(next.brier.Mean),
			next.meets(len(ids), ", which "),
			worseBy(worse, theatres), words.BeyondChoice(worse, theatres)))
	}
	p.Say(whatWasFitted(episodes))
	p.sayIf(verdictsByLuck(episodes))
}

// verdictsByLuck says on which episodes the verdict on some theory might be the other with other luck; nothing if on none.
func verdictsByLuck(episodes []judgedEpisode) string {
	var may []string
	for _, e := range episodes {
		var by []string
		for _, theory := range sim.Theories() {
			v := e.by(theory.Name)
			if v == nil || !v.MayBeLuck() {
				continue
			}
			if v.Runs < history.LeastRuns {
				return words.TooFewToJudge()
			}
			by = append(by, named(theory))
		}
		if len(by) > 0 {
			may = append(may, e.ID+" for "+words.And(by))
		}
	}
	if len(may) == 0 {
		return ""
	}
	return "With other luck the verdict might be the other on " + words.And(may) + "."
}

// whatWasFitted says how far history is no test, and what each theory had to fit it with.
func whatWasFitted(episodes []judgedEpisode) string {
	var verdicts []history.Verdict
	for _, e := range episodes {
		verdicts = append(verdicts, e.Verdict)
	}
	told := noProof("The constants of each theory", verdicts)
	if told == "" {
		told = "None of this took part when the constants of each theory were fitted to history."
	}
	fewest, most := math.MaxInt, 0
	for _, theory := range sim.Theories() {
		if n := len(history.KnobsOf(theory.Name)); theory.Name != sim.DefaultTheory {
			fewest, most = min(fewest, n), max(most, n)
		}
	}
	return fmt.Sprintf("%s The article's rule has %d such constants, the others %d to %d.", told, len(history.KnobsOf(sim.DefaultTheory)),
		fewest, most)
}

// episodesByTheory is a row a theory: how it does on each episode of history.
func episodesByTheory(p *Page, episodes []judgedEpisode) {
	if len(episodes) == 0 {
		return
	}
	section := p.Section("Which theory explains what: Brier score (0 is best), and whether it meets the targets")
	columns := []Column{Figures(""), Text("theory"), Figures("fitted")}
	for _, e := range episodes {
		columns = append(columns, Figures(e.ID))
	}
	table := section.Columns(columns...)
	for k, theory := range sim.Theories() {
		cells := []string{strconv.Itoa(k + 1), theory.Title, strconv.Itoa(len(history.KnobsOf(theory.Name)))}
		for _, e := range episodes {
			cell := "-"
			if v := e.by(theory.Name); v != nil && len(v.Scores) > 0 {
				cell = words.Score(v.Scores[0].Brier) + " " + words.PassOrMiss(*v)
			}
			cells = append(cells, cell)
		}
		table.Add(cells...)
	}
	table.Group("simple rules")
	for k, rule := range episodes[0].Scores[1:] {
		cells := []string{"", rule.Rule, "0"}
		for _, e := range episodes {
			cells = append(cells, words.Score(e.Scores[1+k].Brier))
		}
		table.Add(cells...)
	}
	section.Below = append(section.Below, "Fitted: how many constants of the theory were found from history.")
	for _, e := range episodes {
		best, is := bestRules(e.Verdict), "rule is"
		if len(best) > 1 {
			is = "rules are"
		}
		section.Below = append(section.Below, fmt.Sprintf("%s: %s; the best simple %s %s.", e.ID, e.Title, is, rulesNamed(best)))
	}
}
