package plots

import (
	"strings"

	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"entente/plots/words"
	"entente/sim/lab/history"
)

// figureTable lists the figures an episode is held to, each with its target and whether it was met, and below them the
// scores of the model and of the rules it must beat.
type figureTable struct {
	rows   [][]string // cells, the heads first
	widths []vg.Length
	scores []string // lines
}

const (
	figureRow = labelSize * lineSpacing
	verdictAt = 0 // column of the verdict, set in bold
	figureAt  = 1 // column of the figure's name, which gives way if a row is too wide
)

func newFigureTable(fig Figure, v history.Verdict) figureTable {
	t := figureTable{rows: [][]string{{"", "figure", "value", "95 % interval", "unit", "target"}}}
	for _, f := range v.Figures {
		value, unit, target := words.Yardstick(f)
		t.rows = append(t.rows, []string{met(f), f.Name, value, words.YardstickLuck(f), unit, target})
	}
	t.widths = make([]vg.Length, len(t.rows[0]))
	total := vg.Length(0)
	for col := range t.widths {
		for row := range t.rows {
			t.widths[col] = max(t.widths[col], t.style(row, col).Width(t.rows[row][col]))
		}
		t.widths[col] += 3 * spacing
		total += t.widths[col]
	}
	t.widths[figureAt] -= max(total-(fig.wide(page)-2*margin), 0)
	if len(v.Scores) > 0 && !v.Open {
		var scores []string
		for _, s := range v.Scores {
			scores = append(scores, s.Rule+" "+words.Score(s.Brier))
		}
		t.scores = wrap(figureStyle, "Brier score: "+strings.Join(scores, ", ")+".", fig.wide(page)-2*margin)
	}
	return t
}

func (t figureTable) height() vg.Length { return vg.Length(len(t.rows)+len(t.scores)) * figureRow }

func (t figureTable) style(row, col int) text.Style {
	switch {
	case row == 0:
		return headStyle
	case col == verdictAt:
		return bold(figureStyle)
	}
	return figureStyle
}

// Draw implements drawable.
func (t figureTable) Draw(c draw.Canvas) {
	y := c.Max.Y - figureRow/2
	for row, cells := range t.rows {
		x := c.Min.X
		for col, cell := range cells {
			s := t.style(row, col)
			write(&c, s, vg.Point{X: x, Y: y}, fit(s, cell, t.widths[col]-3*spacing))
			x += t.widths[col]
		}
		y -= figureRow
	}
	for _, line := range t.scores {
		write(&c, figureStyle, vg.Point{X: c.Min.X, Y: y}, line)
		y -= figureRow
	}
}

// met says whether a figure met its target.
func met(f history.Yardstick) string {
	switch {
	case f.Target == nil:
		return "told"
	case f.Met:
		return "met"
	}
	return "missed"
}
