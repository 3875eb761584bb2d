package lab

import (
	"fmt"
	"io"
	"slices"
	"strconv"
)

// Kept are the tables of a study: its points, its runs, its failures, and what their columns mean. replay is the
// command that plays a point again.
func (p *Played) Kept(replay func(point int) string) []Table {
	names := func(prefix []string, last ...string) []string {
		header := slices.Clone(prefix)
		for _, f := range p.Factors {
			header = append(header, f.ID)
		}
		header = append(header, last...)
		for _, o := range p.Outputs {
			header = append(header, o.ID)
		}
		return header
	}
	of := []string{string(p.Design)}
	width, seed := p.Layout.Width, strconv.FormatUint(p.Seed, 10)
	return []Table{
		{"points.csv", "one row per point of the design, in its order: factors, and the means of outputs over its runs",
			func(out io.Writer) error {
				return Rows(out, names([]string{"design", "point", "row", "seed", "run"}, "runs", "failed"), func(row func(...string)) {
					p.atPoints(func(point, runs int, means []float64) {
						cells := append(of[:1:1], strconv.Itoa(point), strconv.Itoa(point/width), seed, strconv.Itoa(p.FirstRun(point)))
						for _, v := range p.Values(point) {
							cells = append(cells, strconv.FormatFloat(v, 'g', -1, 64))
						}
						cells = append(cells, strconv.Itoa(runs), strconv.Itoa(p.Each-runs))
						for _, m := range means {
							if runs == 0 {
								cells = append(cells, "")
								continue
							}
							cells = append(cells, Digits(m))
						}
						row(cells...)
					})
				})
			}},
		{"runs.csv", "one row per run, in the order of points", func(out io.Writer) error {
			header := []string{"design", "point", "seed", "run", "draw", "failed"}
			for _, o := range p.Outputs {
				header = append(header, o.ID)
			}
			return Rows(out, header, func(row func(...string)) {
				p.each(func(point, run int, failure string, values []float64) {
					cells := append(of[:1:1], strconv.Itoa(point), seed, strconv.Itoa(run), p.draw(run), YesNo(failure != ""))
					for _, v := range values {
						if failure != "" {
							cells = append(cells, "")
							continue
						}
						cells = append(cells, Digits(v))
					}
					row(cells...)
				})
			})
		}},
		{"failures.csv", "one row per run that failed, with the command that plays its point again", func(out io.Writer) error {
			return Rows(out, []string{"point", "seed", "run", "replay", "message"}, func(row func(...string)) {
				for _, f := range p.Failures {
					row(strconv.Itoa(f.Point), seed, strconv.Itoa(f.Run), replay(f.Point), f.Message)
				}
			})
		}},
		{"dictionary.csv", "one row per column of points.csv and runs.csv: what it means", func(out io.Writer) error {
			return Rows(out, []string{"column", "meaning", "unit", "distribution", "low", "high"}, func(row func(...string)) { p.Dictionary(row) })
		}},
	}
}

// Dictionary says what each column of the tables of runs and points holds.
func (st *Study) Dictionary(row func(...string)) {
	for _, c := range [][]string{
		{"design", "how the points are laid out", ""}, {"point", "number of the point in its design, from 0", ""},
		{"row", "number of the trajectory or row that the point belongs to, from 0", ""},
		{"draw", "set of the posterior whose constants the run plays, from 0; empty if it plays those of the scenario", ""},
		{"seed", "of all luck", ""}, {"run", "number of the run, from 0: with the seed its luck; points with the same runs were played with " +
			"the same luck", ""},
		{"runs", "that came to an end at the point", ""}, {"failed", "runs that broke a promise of the model, 1 or 0 for a single run", ""},
	} {
		row(c[0], c[1], c[2], "", "", "")
	}
	for _, f := range st.Factors {
		row(f.ID, "factor: "+f.Name+", "+f.Path, f.Unit, string(f.Values.Shape), Digits(f.Values.Low), Digits(f.Values.High))
	}
	for _, o := range st.Outputs {
		unit, high := "1 if it happened in the run, 0 if not; of a point the share of its runs", "1"
		if !o.IsChance() {
			unit, high = "states; of a point the mean over its runs", fmt.Sprint(st.base.N())
		}
		row(o.ID, "output: "+o.Name, unit, "", "0", high)
	}
}
