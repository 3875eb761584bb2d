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

// anyTold tells whether what constants leave open is told of any of some chances.
func anyTold(all ...stats.Share) bool {
	for _, s := range all {
		if s.Constants != nil {
			return true
		}
	}
	return false
}

// doubtColumns are those of a chance, or of a change in points: with one for what constants leave open of it, where that is told.
func doubtColumns(head string, told bool) []Column {
	if told {
		return []Column{Figures(head), Figures("luck, 95 %"), Figures("constants, 95 %")}
	}
	return []Column{Figures(head), Figures("95 % interval")}
}

// chanceCells fill them. Where constants leave nearly everything open the level is not told.
func chanceCells(s stats.Share, told bool) []string {
	if !told {
		return []string{words.Percent(s.Mean), words.Interval(s)}
	}
	level := words.Percent(s.Mean)
	if s.Constants.Wide() {
		level = "-"
	}
	return []string{level, words.LuckOf(s), words.ConstantsOf(s.Constants)}
}

// levels writes from where to where a chance goes, before a change of it; or that a change
// comes, where constants leave nearly all of either open.
func levels(from, to stats.Share) string {
	if from.Constants.Wide() || to.Constants.Wide() {
		return "with a change of "
	}
	return "from " + words.Percent(from.Mean) + " to " + words.Percent(to.Mean) + ", "
}

// changeCells fill them.
func changeCells(d stats.Difference, told bool) []string {
	cells := []string{words.Points(d.Mean), words.PointsInterval(d)}
	if told {
		cells = append(cells, words.PointsBand(d.Constants))
	}
	return cells
}
