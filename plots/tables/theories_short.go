package tables

import (
	"entente/plots/words"
	"entente/sim"
	"entente/sim/lab/history"
)

// TheoriesInShort is the finding and the one table of README: a row a theory, for each scenario the chance of its
// clause and its episodes.
func TheoriesInShort(t *history.Theories) *Page {
	p := &Page{Bare: true}
	lowestScore(p, t, judged(t))
	for k := range t.Boards {
		likeliest(p, &t.Boards[k])
	}
	if len(t.Boards) > 0 {
		p.sayIf(recordOf(&t.Boards[0]))
	}
	columns := []Column{Text("theory")}
	for k := range t.Boards {
		b := &t.Boards[k]
		columns = append(columns, Text(b.ClauseTitle+", end of "+b.End[:4]))
		for _, e := range judged(&history.Theories{Boards: t.Boards[k : k+1]}) {
			columns = append(columns, Text(e.ID))
		}
	}
	table := p.Section("").Columns(columns...)
	for _, theory := range sim.Theories() {
		cells := []string{theory.Title + " (" + theory.By + ")"}
		for k := range t.Boards {
			b := &t.Boards[k]
			cells = append(cells, theoryCells(b, theory.Name, false)...)
			for _, e := range judged(&history.Theories{Boards: t.Boards[k : k+1]}) {
				cell := "-"
				if v := e.by(theory.Name); v != nil && len(v.Scores) > 0 {
					cell = words.PassOrMiss(*v) + ", " + words.Score(v.Scores[0].Brier)
				}
				cells = append(cells, cell)
			}
		}
		table.Add(cells...)
	}
	return p
}
