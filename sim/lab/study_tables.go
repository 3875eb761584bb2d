package lab

import (
	"io"
	"strconv"
)

// Kept are the tables of a study: its points, its runs and its failures. replay is the command that plays a point again.
func (p *Played) Kept(replay func(point int) string) []Table {
	return []Table{
		{"points.csv", "one row per point of the design, in its order: factors, and the means of outputs over its runs", p.writePoints},
		{"runs.csv", "one row per run, in the order of points", p.writeRuns},
		{"failures.csv", "one row per run that failed, with the command that plays its point again", func(out io.Writer) error {
			return Rows(out, []string{"point", "seed", "run", "replay", "message"}, func(row func(...string)) {
				for _, f := range p.Failures {
					row(strconv.Itoa(f.Point), p.seed(), strconv.Itoa(f.Run), replay(f.Point), f.Message)
				}
			})
		}},
	}
}

func (p *Played) seed() string { return strconv.FormatUint(p.Seed, 10) }

// outputs are the columns of a table's outputs, behind those before them.
func (p *Played) outputs(before ...string) []string {
	for _, o := range p.Outputs {
		before = append(before, o.ID)
	}
	return before
}

func (p *Played) writePoints(out io.Writer) error {
	header := []string{"design", "point", "row", "seed", "run"}
	for _, f := range p.Factors {
		header = append(header, f.ID)
	}
	return Rows(out, p.outputs(append(header, "runs", "failed")...), func(row func(...string)) {
		p.atPoints(func(point, runs int, means []float64) {
			cells := []string{string(p.Design), strconv.Itoa(point), strconv.Itoa(point / p.Layout.Width), p.seed(),
				strconv.Itoa(p.FirstRun(point))}
			for _, v := range p.Values(point) {
				cells = append(cells, strconv.FormatFloat(v, 'g', -1, 64))
			}
			cells = append(cells, strconv.Itoa(runs), strconv.Itoa(p.Each-runs))
			row(digitsOr(cells, means, runs == 0)...)
		})
	})
}

func (p *Played) writeRuns(out io.Writer) error {
	return Rows(out, p.outputs("design", "point", "seed", "run", "draw", "failed"), func(row func(...string)) {
		p.each(func(point, run int, failure string, values []float64) {
			failed := failure != ""
			cells := []string{string(p.Design), strconv.Itoa(point), p.seed(), strconv.Itoa(run), p.draw(run), YesNo(failed)}
			row(digitsOr(cells, values, failed)...)
		})
	})
}

// digitsOr puts values behind other cells; none of them is known where nothing came to an end.
func digitsOr(cells []string, values []float64, unknown bool) []string {
	for _, v := range values {
		if unknown {
			cells = append(cells, "")
			continue
		}
		cells = append(cells, Digits(v))
	}
	return cells
}

// Columns are those of the tables of runs and points that only this study has: its factors and its outputs.
func (st *Study) Columns(table string) (all []Column) {
	if table != "points.csv" && table != "runs.csv" {
		return nil
	}
	for _, f := range st.Factors {
		all = append(all, Column{f.ID, "factor: " + f.Name + ", " + f.Path, f.Unit, string(f.Values.Shape), Digits(f.Values.Low), Digits(f.Values.High)})
	}
	for _, o := range st.Outputs {
		unit, high := "1 if it happened in the run, 0 if not; of a point the share of its runs", "1"
		if !o.IsChance() {
			unit, high = "states; of a point the mean over its runs", strconv.Itoa(st.base.N())
		}
		all = append(all, Column{o.ID, "output: " + o.Name, unit, "", "0", high})
	}
	return all
}

// aboutPoints: what the columns of points of studies mean.
func (l *wordList) aboutPoints() {
	l.say("points.csv", "run", "number of its first run, from 0; points with the same one were played with the same luck", "")
	l.say("", "point", "number of the point in its design, from 0", "")
	l.say("", "row", "number of the trajectory or row that the point belongs to, from 0", "")
	l.say("", "output", "its id", "")
	l.say("", "factor", "its id; luck is one too", "")
	l.say("", "rows", "rows or trajectories that it rests on", "rows")
}
