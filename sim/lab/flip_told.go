package lab

import (
	"io"
	"slices"
)

// Moves lists all worlds that were tried and kept.
func (f *Flip) Moves() []*Move {
	var all []*Move
	for _, t := range f.Levers {
		all = append(all, t.Points...)
	}
	all = append(all, f.Invited...)
	if f.Pair != nil {
		all = append(all, f.Pair)
	}
	return all
}

// Tables are the search as tidy CSV.
func (f *Flip) Tables() []Table {
	return []Table{{"flip.csv", "one row per world tried: levers one by one, who is invited, the cheapest pair", f.write}}
}

func (f *Flip) write(out io.Writer) error {
	header := []string{"search", "left_out", "made_founder", "lever_1", "value_1", "lever_2", "value_2", "cost", "chance", "chance_low95",
		"chance_high95", "change", "change_low95", "change_high95", "crosses", "flip", "replay"}
	header = slices.Concat(header, BandHeads("chance_"), BandHeads("change_"))
	return Rows(out, header, func(row func(...string)) {
		line := func(search string, m *Move, flip bool) {
			cells := []string{search, m.Left, m.Founder, "", "", "", ""}
			for i, l := range m.Levers {
				cells[3+2*i], cells[4+2*i] = l, Digits(m.Values[i])
			}
			cost := ""
			if len(m.Levers) > 0 {
				cost = Digits(m.Cost)
			}
			row(slices.Concat(cells, []string{cost}, shareCells(m.Chance), differenceCells(m.Change),
				[]string{YesNo(m.Crosses), YesNo(flip), m.Replay}, BandCells(m.Chance.Constants, m.Chance.Coding),
				BandCells(m.Change.Constants, m.Change.Coding))...)
		}
		for _, t := range f.Levers {
			for _, m := range t.Points {
				line(t.ID, m, t.At != nil && m.Values[0] == t.At.Values[0])
			}
		}
		for i, m := range f.Invited {
			line("invited", m, i == 0 && m.Crosses)
		}
		if f.Pair != nil {
			line("pair", f.Pair, true)
		}
	})
}

// aboutFlips: what the columns of worlds that were tried mean.
func (l *wordList) aboutFlips() {
	l.say("", "search", "id of the lever that was moved; invited: one state left out or made a founder; pair: two levers at once", "")
	l.say("", "left_out", "id of the founder who is not asked", "")
	l.say("", "made_founder", "id of the state that is made one", "")
	l.say("", "lever_1", "id of the lever", "")
	l.say("", "value_1", "that the lever is held at", "that of the lever")
	l.say("", "lever_2", "id of the second lever, if two are moved", "")
	l.say("", "value_2", "that the second lever is held at", "that of the lever")
	l.say("", "cost", "size of the change: root of the summed squares of |value - now| / max(value, now) of each lever; 0 leaves all as it is", "")
	l.spelt("flip.csv", "change", "of the chance against the scenario as it is, run by run", ofChange)
	l.say("", "crosses", "the chance lies on the other side of the target", ofYesNo)
	l.say("", "flip", "it is what its search found: the smallest change that crosses", ofYesNo)
}
