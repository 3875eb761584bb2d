package lab

import (
	"encoding/csv"
	"io"
	"slices"
	"strconv"
	"strings"

	"entente/sim"
	"entente/sim/lab/stats"
)

// Table is one tidy CSV file: a row an observation, a column a variable.
type Table struct {
	Name  string // file name
	About string // what a row is
	Write func(io.Writer) error
}

// Tables lists the CSV files of an ensemble: those of its runs, and those of its summary.
func (e *Ensemble) Tables(s *Summary) []Table {
	return append([]Table{
		{"runs.csv", "one row per run", e.writeRuns},
		{"fates.csv", "one row per run and invited state", e.writeFates},
	}, s.Tables()...)
}

// Tables are the summary as tidy CSV.
func (s *Summary) Tables() []Table {
	return []Table{
		{"paths.csv", "one row per tick, state and variable: quantiles over the runs", s.writePaths},
		{"in_force.csv", "one row per tick: chance that the clause is in force", s.writeInForce},
		{"web.csv", "one row per pair with a tie at the start or at the end", s.writeWeb},
		{"growth.csv", "one row per tick and kind of tie: pairs that have no deeper one", s.writeGrowth},
		{"coalitions.csv", "one row per set of states bound at the end, the likeliest ones, then one per number of states", s.writeCoalitions},
	}
}

// Digits writes a number with six digits: all that the number of runs can carry.
func Digits(v float64) string { return strconv.FormatFloat(v, 'g', 6, 64) }

// BandHeads are the heads of what BandCells writes of a measure.
func BandHeads(measure string) []string {
	return []string{measure + "constants_low95", measure + "constants_high95", measure + "coding_low95", measure + "coding_high95"}
}

// BandCells are the ends of the bands of constants and of codings; empty where they are not told.
func BandCells(constants, codings *stats.Band) []string {
	cells := []string{"", "", "", ""}
	for k, b := range []*stats.Band{constants, codings} {
		if b != nil {
			cells[2*k], cells[2*k+1] = Digits(b.Low), Digits(b.High)
		}
	}
	return cells
}

// YesNo writes 1 for yes.
func YesNo(b bool) string {
	if b {
		return "1"
	}
	return "0"
}

// label names a tick, or nothing if the event never came.
func (e *Ensemble) label(t int16) string {
	if t < 0 {
		return ""
	}
	return e.World.Calendar.Label(int(t))
}

// Rows writes a header and the rows that each hands over. Cells that a spreadsheet would take for a formula are made text.
func Rows(out io.Writer, header []string, each func(row func(...string))) error {
	if h, ok := out.(*heading); ok {
		h.columns = header
		return nil
	}
	c := csv.NewWriter(out)
	c.Write(texts(header)) // the writer keeps the first error for Error
	each(func(cells ...string) { c.Write(texts(cells)) })
	c.Flush()
	return c.Error()
}

// texts makes harmless what a spreadsheet would calculate, as names from a file may have it: it shows what follows a ' as it
// stands. Numbers stay as they are.
func texts(cells []string) []string {
	safe := slices.Clone(cells)
	for k, c := range cells {
		if c == "" || !strings.ContainsRune("=+-@\t\r", rune(c[0])) {
			continue
		}
		if _, err := strconv.ParseFloat(c, 64); err != nil {
			safe[k] = "'" + c
		}
	}
	return safe
}

func (e *Ensemble) writeRuns(out io.Writer) error {
	f, h := e.fates, e.World.Headline()
	header := []string{"run", "failed", "first_in_force", "in_force_at_end", "most_signatories", "members_at_end",
		"ties_at_end", "access_or_more_at_end", "minilaterals_at_end", "trade_lost_usd_bn", "draw", "coding"}
	return Rows(out, header, func(row func(...string)) {
		good := e.good
		for k := range e.Finished {
			draw, coding, dealt := "", "", dealtTo(e.World, k)
			if dealt.Draw != sim.NoDraw {
				draw = strconv.Itoa(dealt.Draw)
			}
			if dealt.Coding != NoCoding {
				coding = strconv.Itoa(dealt.Coding)
			}
			if len(good) == 0 || good[0] != k {
				row(strconv.Itoa(k), "1", "", "", "", "", "", "", "", "", draw, coding)
				continue
			}
			good = good[1:]
			row(strconv.Itoa(k), "0", e.label(f.first[h][k]), YesNo(f.atEnd[h][k]), strconv.Itoa(int(f.most[k])),
				strconv.Itoa(f.members(k)), strconv.Itoa(int(f.ties[k])), strconv.Itoa(int(f.access[k])),
				strconv.Itoa(int(f.small[k])), Digits(f.lost[k]), draw, coding)
		}
	})
}

func (e *Ensemble) writeFates(out io.Writer) error {
	w, f, h := e.World, e.fates, e.World.Headline()
	header := []string{"run", "state", "role", "signed", "ratified", "member_at_end", "decisions", "trade_lost_usd_bn",
		"utility"}
	terms := w.Terms()
	for _, t := range terms {
		header = append(header, t.String())
	}
	founders, openTo := w.Invited(h)
	invited := slices.Concat(founders, openTo)
	return Rows(out, header, func(row func(...string)) {
		for _, k := range e.good {
			for _, i := range invited {
				decided, lost, reasons := "", "", make([]string, 1+len(terms))
				if k < len(e.diaries) {
					decided, lost = "0", Digits(e.diaries[k].lost[i])
					if d := e.diaries[k].decisions[i]; d != nil {
						decided, reasons[0] = strconv.Itoa(d.decided), Digits(d.terms.Sum())
						for k, t := range terms {
							reasons[1+k] = Digits(d.terms[t])
						}
					}
				}
				cells := []string{strconv.Itoa(k), w.States[i], string(RoleOf(w, h, i)), e.label(f.signed[i][k]),
					e.label(f.ratified[i][k]), YesNo(f.bound[i][k]), decided, lost}
				row(append(cells, reasons...)...)
			}
		}
	})
}

func (s *Summary) writePaths(out io.Writer) error {
	header := []string{"tick", "date", "state", "variable", "mean", "q05", "q25", "q50", "q75", "q95"}
	return Rows(out, header, func(row func(...string)) {
		for t, label := range s.Labels {
			for _, st := range s.States {
				for _, v := range []struct {
					name string
					path []stats.Spread
				}{
					{"threat", st.Threat}, {"alarm", st.Alarm}, {"dependence", st.Dependence},
					{"cooperation", st.Cooperation}, {"chance", st.Chance}, {"ground", st.Ground},
				} {
					p := v.path[t]
					row(label, Digits(s.Dates[t]), st.ID, v.name, Digits(p.Mean), Digits(p.Q05), Digits(p.Q25),
						Digits(p.Q50), Digits(p.Q75), Digits(p.Q95))
				}
			}
		}
	})
}

func (s *Summary) writeInForce(out io.Writer) error {
	return Rows(out, append([]string{"tick", "date", "runs", "in_force", "share", "low95", "high95"}, BandHeads("")...),
		func(row func(...string)) {
			constants := s.ConstantsByTick(s.InForce)
			for t, v := range s.InForce {
				cells := []string{s.Labels[t], Digits(s.Dates[t]), strconv.Itoa(v.Runs), strconv.Itoa(v.Count),
					Digits(v.Mean), Digits(v.Low),
					Digits(v.High)}
				row(append(cells, BandCells(constants[t], v.Coding)...)...)
			}
		})
}

func (s *Summary) writeWeb(out io.Writer) error {
	header := []string{"a", "b", "rung_start", "mean_rung_end", "depth_start", "mean_depth_end"}
	for _, k := range sim.Rungs() {
		if k == "" {
			k = "none"
		}
		header = append(header, "share_"+string(k))
	}
	return Rows(out, header, func(row func(...string)) {
		for _, p := range s.Web.Pairs {
			cells := []string{p.A, p.B, strconv.Itoa(p.Start), Digits(p.End), Digits(p.Depth[0]), Digits(p.Depth[1])}
			for _, r := range p.Rungs {
				cells = append(cells, Digits(r.Mean))
			}
			row(cells...)
		}
	})
}

func (s *Summary) writeGrowth(out io.Writer) error {
	return Rows(out, []string{"tick", "date", "kind", "mean", "q05", "q25", "q50", "q75", "q95"}, func(row func(...string)) {
		kinds := sim.Rungs()[1:] // the first is none
		for t, label := range s.Labels {
			for k, path := range s.Web.ByKind {
				p := path[t]
				row(label, Digits(s.Dates[t]), string(kinds[k]), Digits(p.Mean), Digits(p.Q05), Digits(p.Q25), Digits(p.Q50), Digits(p.Q75), Digits(p.Q95))
			}
		}
	})
}

func (s *Summary) writeCoalitions(out io.Writer) error {
	return Rows(out, []string{"members", "states", "runs", "ends", "share", "low95", "high95"}, func(row func(...string)) {
		line := func(members string, states int, v stats.Share) {
			row(members, strconv.Itoa(states), strconv.Itoa(v.Runs), strconv.Itoa(v.Count), Digits(v.Mean), Digits(v.Low), Digits(v.High))
		}
		for _, c := range s.Coalitions {
			line(strings.Join(c.Members, " "), len(c.Members), c.AtEnd)
		}
		for states, v := range s.Sizes {
			line("", states, v)
		}
	})
}

// aboutRuns: what the columns of runs, and ensembles of them mean.
func (l *wordList) aboutRuns() {
	l.say("", "run", "number of the run, from 0: with the seed its luck; runs of the same number have the same luck in all worlds", "")
	l.say("", "runs", "that came to an end, of which the row is told", ofRuns)
	l.say("", "failed", "the run broke a promise of the model, and has no outcome; of a point, how many did", ofYesNo+"; of a point, runs")
	l.say("", "draw", "set of the posterior whose constants the run plays, from 0; empty if it plays those of the scenario", "")
	l.say("", "coding", "which of the recodings of all that was coded by hand the run plays, from 0; empty if that of the scenario", "")
	l.say("", "seed", "of all luck", "")
	l.say("", "message", "the promise that the run broke", "")
	l.say("", "replay", "the command that plays it again", "")
	l.say("", "first_in_force", "tick at which the headline clause first entered into force; empty if it never did", "")
	l.say("", "in_force_at_end", "the headline clause binds its members at the end", ofYesNo)
	l.say("", "most_signatories", "most states that had signed the headline clause at any one tick", "states")
	l.say("", "members_at_end", "states that the headline clause binds at the end", "states")
	l.say("", "ties_at_end", "pairs of states with a tie of any kind at the end", "pairs of states")
	l.say("", "access_or_more_at_end", "pairs of states whose tie is access, consultation or defence at the end", "pairs of states")
	l.say("", "minilaterals_at_end", "arrangements of three or more that are at work at the end", "arrangements")
	l.say("", "trade_lost_usd_bn", "trade that was lost over the run, of all states or of the one", "US$ bn")
}

// aboutFates: what the columns of fates of states, of a run and in history mean.
func (l *wordList) aboutFates() {
	l.say("", "signed", "tick at which the state signed the headline clause; empty if it never did", "")
	l.say("", "ratified", "tick at which it ratified; empty if it never did", "")
	l.say("", "member_at_end", "the headline clause binds it at the end", ofYesNo)
	l.say("", "decisions", "ticks in which it weighed the headline clause; empty, with what follows, from run "+strconv.Itoa(looked)+" on, of which no ticks are kept", "ticks")
	l.say("", "utility", "of signing, the sum of the terms: mean over its decisions; empty if it never decided", ofLogits)
	for k := range sim.NumTerms {
		l.say("fates.csv", k.String(), "what this term of the decision adds to the utility: mean over its decisions", ofLogits)
	}
	l.say("", "what", "what happened: signed, acceded, refused or left", "")
	l.say("", "day", "on which it happened", "date")
}

// aboutPaths: what the columns of paths over runs mean.
func (l *wordList) aboutPaths() {
	l.say("paths.csv", "variable", "threat: felt from the worst rival; alarm: left by shocks and rivals' moves; dependence: share of trade with the "+
		"clause's first rival; cooperation: mean depth of ties with the others; chance: of signing when it decides; ground: what rivals "+
		"have gained at its expense", "0 to 1")
	l.say("paths.csv", "mean", "over the runs", ofShare)
	for _, q := range []struct{ name, what string }{{"q05", "5 %"}, {"q25", "25 %"}, {"q50", "median: 50 %"}, {"q75", "75 %"}, {"q95", "95 %"}} {
		l.say("", q.name, q.what+" quantile over the runs; empty of variables that are told by their mean alone", "that of mean")
	}
}

// aboutTies: what the columns of ties mean.
func (l *wordList) aboutTies() {
	l.say("growth.csv", "kind", "of tie, from exercises to defence", "")
	l.say("growth.csv", "mean", "pairs of states of which it is the deepest tie, over the runs", "pairs of states")
	l.say("coalitions.csv", "members", "ids of those whom the headline clause binds at the end, with blanks between; empty: any so many", "")
	l.say("coalitions.csv", "states", "how many these are", "states")
	l.say("coalitions.csv", "ends", "runs that end so", ofRuns)
	l.say("coalitions.csv", "share", "share of the runs that end so", ofShare)
	l.say("web.csv", "a", "id of one state of the pair", "")
	l.say("web.csv", "b", "id of the other", "")
	l.say("", "rung_start", "rung of the pair's tie at the start: 0 none, 1 exercises, 2 capacity building, 3 information sharing, 4 access, "+
		"5 consultation, 6 defence", "0 to 6")
	l.say("", "mean_rung_end", "rung at the end, mean over the runs", "0 to 6")
	l.say("", "depth_start", "depth of the tie at the start, in the deeper direction", ofShare)
	l.say("", "mean_depth_end", "depth at the end, mean over the runs", ofShare)
	for _, rung := range sim.Rungs() {
		of := string(rung)
		if of == "" {
			of = "none"
		}
		l.say("", "share_"+of, "share of runs in which the pair ends on the rung "+of, ofShare)
	}
}
