package lab

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"entente/sim/lab/stats"
)

// Tables lists the CSV files.
func (p *Pivots) Tables() []Table {
	return []Table{
		{"sets.csv", "one row per set that carries the clause in some run whose sets were all looked at, and holds no smaller one that does", p.writeSets},
		{"nearest.csv", "one row per set that comes nearest in some run in which none carries the clause", p.writeNearest},
		{"states.csv", "one row per invited state: vetoes, who holds it up, who anchors it", p.writeStates},
	}
}

// toldCells are empty for a share that is untold.
func toldCells(s *stats.Share) []string {
	if s == nil {
		return []string{"", "", ""}
	}
	return shareCells(*s)
}

func shareCells(s stats.Share) []string {
	return []string{Digits(s.Mean), Digits(s.Low), Digits(s.High)}
}

func differenceCells(d stats.Difference) []string {
	return []string{Digits(d.Mean), Digits(d.Low), Digits(d.High)}
}

// spelt are the columns of figures with an interval.
func spelt(names ...string) []string {
	var all []string
	for _, name := range names {
		all = append(all, name, name+"_low95", name+"_high95")
	}
	return all
}

func (p *Pivots) writeSets(out io.Writer) error {
	header := append([]string{"tick", "runs", "members", "size"}, spelt("minimal", "carries")...)
	return Rows(out, header, func(row func(...string)) {
		for _, s := range p.Sets {
			cells := []string{p.Tick, strconv.Itoa(p.Runs), strings.Join(s.Members, " "), strconv.Itoa(len(s.Members))}
			row(slices.Concat(cells, toldCells(s.Minimal), shareCells(s.Carries))...)
		}
	})
}

func (p *Pivots) writeNearest(out io.Writer) error {
	header := slices.Concat([]string{"tick", "runs", "members", "size"}, spelt("nearest"), []string{"reach", "least_willing"})
	return Rows(out, header, func(row func(...string)) {
		for _, s := range p.Nearest {
			cells := []string{p.Tick, strconv.Itoa(p.Runs), strings.Join(s.Members, " "), strconv.Itoa(len(s.Members))}
			row(slices.Concat(cells, shareCells(s.Nearest), []string{Digits(s.Reach), s.Laggard})...)
		}
	})
}

func (p *Pivots) writeStates(out io.Writer) error {
	header := append([]string{"tick", "runs", "state", "role", "required"},
		spelt("seated", "minimal", "settled", "by_text", "by_weight", "lags", "holds_up", "leave", "join")...)
	return Rows(out, header, func(row func(...string)) {
		for _, st := range p.States {
			cells := []string{p.Tick, strconv.Itoa(p.Runs), st.ID, string(st.Role), YesNo(st.Required)}
			row(slices.Concat(cells, shareCells(st.Seated), toldCells(st.Minimal), shareCells(st.Settled), shareCells(st.ByText),
				shareCells(st.ByWeight), toldCells(st.Lags), shareCells(st.HoldsUp), differenceCells(st.Leave),
				differenceCells(st.Join))...)
		}
	})
}

// aboutPivots: what the columns of who could carry a clause mean.
func (l *wordList) aboutPivots() {
	l.say("", "members", "ids of the states in the set, with spaces between", "")
	l.say("", "size", "how many states are in the set", "states")
	l.spelt("", "minimal", "share of runs in which the set carries the clause and holds no smaller one that does; of a state, in which it is in such a set; empty if in some run only sets that were not looked at carry it, but of a state that the text requires", ofShare)
	l.spelt("sets.csv", "carries", "share of runs in which the set carries the clause", ofShare)
	l.spelt("", "nearest", "share of runs in which no set carries the clause and this one comes nearest", ofShare)
	l.say("", "reach", "chance of the member least likely to sign, mean over these runs", ofShare)
	l.say("", "least_willing", "id of the member that is so most often", "")
	l.spelt("", "seated", "share of runs in which the state is at the table", ofShare)
	l.spelt("", "settled", "share of runs in which it is in the largest set that carries the clause", ofShare)
	l.spelt("", "by_text", "share of runs in which some set carries the clause, and the text allows none without this state", ofShare)
	l.spelt("", "by_weight", "share of runs in which some set carries it and none does without this state, whatever the text asks for", ofShare)
	l.spelt("", "lags", "share of runs in which no set carries it, and this is the least likely to sign of the set that comes nearest; empty if in some run a set that was not looked at may come nearer", ofShare)
	l.spelt("", "holds_up", "share of runs in which no set carries it, and one would settle if this state signed whatever it thinks of it", ofShare)
	l.spelt("", "leave", "change in the others of the largest set who stay in without it, where it is in: 0 or less", "states")
	l.spelt("", "join", "how many others would be in that are not, if it stayed away: 0 or more", "states")
}
