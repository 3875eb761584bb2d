package tables

import (
	"strings"

	"entente/plots/words"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// aboutPlayed begins the page of an answer that played a scenario: which constants its runs had is part of what was asked.
func aboutPlayed(h *lab.Head, played string) *Page {
	p := About(h, played)
	if drawn := words.Drawn(h); drawn != "" {
		p.Asked = append(p.Asked, drawn)
	}
	return p
}

// aboutDoubted is the same for an answer that tells what constants leave open, or from how many runs on it would.
func aboutDoubted(h *lab.Head, played string) *Page {
	p := aboutPlayed(h, played)
	for _, line := range []string{words.TooFew(h), words.Rough(h)} {
		if line != "" {
			p.Asked = append(p.Asked, line)
		}
	}
	return p
}

// doubtOf ends the note below every table that has intervals, of which intervals says what they are.
func doubtOf(h *lab.Head, intervals string) string { return intervals + ". " + words.Covers(h, true) }

// doubtOfMany is the same below so many comparisons, of which some stand out by luck alone.
func doubtOfMany(h *lab.Head, comparisons int, intervals string) string {
	if alone := words.ByLuckAlone(comparisons); alone != "" {
		intervals += ". " + strings.TrimSuffix(alone, ".")
	}
	return doubtOf(h, intervals)
}

// bothTogether ends a note on ranges in which luck and constants are not told from each other.
func bothTogether(h *lab.Head, ranges string) string { return ranges + ". " + words.CoverTogether(h) }

// doubts are which kinds of doubt are told beside luck: what constants leave open, and what coding by hand does.
type doubts struct{ constants, coding bool }

// toldOf are those that are told of a chance or a change.
func toldOf(constants, coding *stats.Band) doubts { return doubts{constants != nil, coding != nil} }

// anyTold are those that are told of any of some chances.
func anyTold(all ...stats.Share) doubts {
	var told doubts
	for _, s := range all {
		told.constants, told.coding = told.constants || s.Constants != nil, told.coding || s.Coding != nil
	}
	return told
}

// doubtColumns are those of a chance, or of a change in points: with one for each kind of doubt that is told of it.
func doubtColumns(head string, told doubts) []Column {
	columns := []Column{Figures(head), Figures("95 % interval")}
	if told.constants {
		columns = []Column{Figures(head), Figures("luck, 95 %"), Figures("constants, 95 %")}
	}
	if told.coding {
		columns = append(columns, Figures("coding, 95 %"))
	}
	return columns
}

// chanceCells fill them. Where constants leave nearly everything open the level is not told.
func chanceCells(s stats.Share, told doubts) []string {
	level := words.Percent(s.Mean)
	if told.constants && s.Constants.Wide() {
		level = "-"
	}
	cells := []string{level, words.Interval(s)}
	if told.constants {
		cells = []string{level, words.LuckOf(s), words.ConstantsOf(s.Constants)}
	}
	if told.coding {
		cells = append(cells, words.ConstantsOf(s.Coding))
	}
	return cells
}

// shifted writes from where to where a chance that rises or falls goes, in which runs if that is said, and by how much; or only by how
// much, where constants leave nearly all of either level open.
func shifted(from, to stats.Share, in string, change stats.Difference) string {
	if from.Constants.Wide() || to.Constants.Wide() {
		return "by " + words.ChangeInSize(change) + in
	}
	return "from " + words.Percent(from.Mean) + " to " + words.Percent(to.Mean) + in + ", " + pointBetween(change)
}

// changeCells fill them.
func changeCells(d stats.Difference, told doubts) []string {
	cells := []string{words.Points(d.Mean), words.PointsInterval(d)}
	if told.constants {
		cells = append(cells, words.PointsBand(d.Constants))
	}
	if told.coding {
		cells = append(cells, words.PointsBand(d.Coding))
	}
	return cells
}
