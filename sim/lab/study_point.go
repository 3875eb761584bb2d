package lab

import (
	"context"
	"io"
	"strconv"
)

// Point is one point of a study, played again.
type Point struct {
	Head
	Plan   Plan       `json:"plan"`   // what the study asks
	Point  int        `json:"point"`  // its number, from 0
	Values []float64  `json:"values"` // of the factors
	Ends   []PointRun `json:"runs"`   // one after another
}

// PointRun is one run at a point.
type PointRun struct {
	Run     int       `json:"run"`               // its number, from 0
	Failure string    `json:"failure,omitempty"` // which promise of the model it broke
	Outputs []float64 `json:"outputs"`           // none if it failed
}

// PlayPoint plays one point again. If ctx is cancelled, it has no runs.
func (st *Study) PlayPoint(ctx context.Context, point int) *Point {
	p := &Point{Head: st.newHead("sweep"), Plan: st.Plan, Point: point,
		Values: st.Values(point), Ends: []PointRun{}}
	rows, _ := st.playPoints(ctx, point, point+1)
	if rows == "" {
		return p
	}
	err := st.read(rows, func(_, run int, failure string, values []float64) error {
		r := PointRun{Run: run, Failure: failure, Outputs: []float64{}}
		if failure == "" {
			r.Outputs = append(r.Outputs, values...)
			p.Runs++
		} else {
			p.Failures = append(p.Failures, Failure{Run: run, Message: failure})
		}
		p.Ends = append(p.Ends, r)
		return nil
	})
	if err != nil {
		panic("lab: rows that were just written cannot be read: " + err.Error())
	}
	p.Played = st.Each
	return p
}

// Tables are the runs as tidy CSV.
func (p *Point) Tables() []Table {
	return []Table{{"point.csv", "one row per run at the point", func(out io.Writer) error {
		header := []string{"point", "seed", "run", "failed"}
		for _, o := range p.Plan.Outputs {
			header = append(header, o.ID)
		}
		return Rows(out, header, func(row func(...string)) {
			for _, r := range p.Ends {
				cells := []string{strconv.Itoa(p.Point), strconv.FormatUint(p.Seed, 10), strconv.Itoa(r.Run), YesNo(r.Failure != "")}
				for k := range p.Plan.Outputs {
					if r.Failure != "" {
						cells = append(cells, "")
						continue
					}
					cells = append(cells, Digits(r.Outputs[k]))
				}
				row(cells...)
			}
		})
	}}}
}
