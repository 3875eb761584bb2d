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
func (e *Ensemble) label(t int32) string {
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
	w, n, h := e.World, e.World.N(), e.World.Headline()
	header := []string{"run", "failed", "first_in_force", "in_force_at_end", "most_signatories", "members_at_end",
		"ties_at_end", "access_or_more_at_end", "minilaterals_at_end", "trade_lost_usd_bn", "draw", "coding"}
	return Rows(out, header, func(row func(...string)) {
		for k, r := range e.diaries {
			draw, coding := "", ""
			if r.Draw != sim.NoDraw {
				draw = strconv.Itoa(r.Draw)
			}
			if r.Coding != NoCoding {
				coding = strconv.Itoa(r.Coding)
			}
			if r.Failure != "" {
				row(strconv.Itoa(k), "1", "", "", "", "", "", "", "", "", draw, coding)
				continue
			}
			members, ties, access, lost := 0, 0, 0, 0.0
			for i := range w.States {
				if r.Bound[h*n+i] {
					members++
				}
				lost += r.lost[i]
			}
			for _, rung := range r.rungs {
				if rung > 0 {
					ties++
				}
				if rung >= sim.RungAccess {
					access++
				}
			}
			row(strconv.Itoa(k), "0", e.label(r.First[h]), YesNo(r.AtEnd[h]), strconv.Itoa(int(r.most)),
				strconv.Itoa(members), strconv.Itoa(ties), strconv.Itoa(access),
				Digits(trues(r.awake)+trues(r.grownOn)), Digits(lost), draw, coding)
		}
	})
}

func (e *Ensemble) writeFates(out io.Writer) error {
	w, n, h := e.World, e.World.N(), e.World.Headline()
	header := []string{"run", "state", "role", "signed", "ratified", "member_at_end", "decisions", "trade_lost_usd_bn",
		"utility"}
	terms := w.Terms()
	for _, t := range terms {
		header = append(header, t.String())
	}
	founders, openTo := w.Invited(h)
	return Rows(out, header, func(row func(...string)) {
		for k, r := range e.diaries {
			if r.Failure != "" {
				continue
			}
			for _, i := range append(append([]int{}, founders...), openTo...) {
				p := h*n + i
				cells := []string{strconv.Itoa(k), w.States[i], string(RoleOf(w, h, i)), e.label(r.Signed[p]),
					e.label(r.Ratified[p]), YesNo(r.Bound[p]), strconv.Itoa(int(r.decided[i])), Digits(r.lost[i])}
				if r.decided[i] == 0 {
					cells = append(cells, make([]string, 1+len(terms))...)
				} else {
					cells = append(cells, Digits(r.terms[i].Sum()))
					for _, t := range terms {
						cells = append(cells, Digits(r.terms[i][t]))
					}
				}
				row(cells...)
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
			for t, v := range s.InForce {
				cells := []string{s.Labels[t], Digits(s.Dates[t]), strconv.Itoa(v.Runs), strconv.Itoa(v.Count),
					Digits(v.Mean), Digits(v.Low),
					Digits(v.High)}
				row(append(cells, BandCells(v.Constants, v.Coding)...)...)
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
