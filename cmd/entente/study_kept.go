package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"entente/cmd/entente/shelf"
	"entente/plots"
	"entente/plots/tables"
	"entente/sim"
	"entente/sim/lab"
)

// answer keeps what was found with the tables of the study.
func (a *studyAsked) answer(p *lab.Played, found lab.Answer, told *tables.Page, charts []plots.Named) error {
	replay := func(point int) string {
		return fmt.Sprintf("%s --point %d", a.flags.command("sweep", a.name), point)
	}
	kept := p.Kept(replay)
	for _, t := range kept {
		if name, _ := strings.CutSuffix(t.Name, ".csv"); name == "points" || name == "runs" {
			kept = append(kept, lab.Table{Name: name + ".parquet", About: t.Name + " in the form of Apache Parquet", Write: func(out io.Writer) error {
				return shelf.Parquet(out, name, sim.Version, t.Write, kindOf)
			}})
		}
	}
	return a.asked.answer(studied{found, kept, p.Columns}, told, charts)
}

// kindOf is what a column of the tables of a study holds; factors and outputs are numbers.
func kindOf(column string) shelf.Kind {
	switch column {
	case "design":
		return shelf.Text
	case "seed":
		return shelf.Unsigned
	case "draw":
		return shelf.Perhaps
	case "point", "row", "run", "runs", "failed":
		return shelf.Whole
	}
	return shelf.Number
}

// studied is an answer with the tables of the study that it is about.
type studied struct {
	lab.Answer
	kept []lab.Table
	own  func(table string) []lab.Column
}

// Tables are those of the answer, then those of the study.
func (s studied) Tables() []lab.Table { return append(s.Answer.Tables(), s.kept...) }

// Columns are those of the study.
func (s studied) Columns(table string) []lab.Column { return s.own(table) }

// MarshalJSON leaves the tables out.
func (s studied) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	err := shelf.WriteJSON(&b, s.Answer)
	return b.Bytes(), err
}
