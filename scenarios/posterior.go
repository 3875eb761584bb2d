package scenarios

import (
	_ "embed"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"entente/sim"
	"entente/sim/lab/headed"
)

// Posterior is sets of constants that history leaves, as `entente calibrate` found them: how much is open, and not only the middle
// of it. It is kept in posterior.csv: what it was made by, a line each, then the sets, a row each.
type Posterior struct {
	Made       string   // the command that made it
	Read       string   // a fingerprint of the scenarios and of all constants that are no draws'
	Rule       string   // the rule by which states decide, whose constants they are
	Runs       int      // of each scenario by each seed in a surprise, of small ones more
	Seeds      []uint64 // of the luck in a surprise
	PerEpisode float64  // independent observations that an episode counts for
	Episodes   []string // ids
	Chains     string   // whether the chains that the draws are of converged, in a sentence
	Constants  []string // paths below parameters, in the order of the columns
	Draws      []Draw   // the first is the best point
}

// Draw is one set of constants.
type Draw struct {
	Surprise float64   // at history, without the priors' part, in nats
	Values   []float64 // in the order of Posterior.Constants
}

// posteriorDraws is how many sets the shipped file has.
const posteriorDraws = 200

// posteriorFile is the shipped one, embedded in posteriorText.
const posteriorFile = "posterior.csv"

//go:embed posterior.csv
var posteriorText string

// ShippedPosterior is the posterior of the shipped constants. Nobody may change it.
var ShippedPosterior = sync.OnceValues(func() (*Posterior, error) {
	p, err := ReadPosterior(posteriorFile, posteriorText)
	if err == nil && len(p.Draws) != posteriorDraws {
		return nil, fmt.Errorf("%s: it has %d draws and must have %d", posteriorFile, len(p.Draws), posteriorDraws)
	}
	return p, err
})

// By is a scenario with the constants of a draw. One by another rule has no such constants, and stays.
func (p *Posterior) By(s sim.Scenario, draw int) sim.Scenario {
	if s.Theory != p.Rule {
		return s
	}
	for i, name := range p.Constants {
		f, _ := sim.FigureAt("parameters." + name)
		f.Set(&s, p.Draws[draw].Values[i])
	}
	return s
}

// surpriseColumn is the head of the first column.
const surpriseColumn = "surprise"

// head is the lines at the top of the file.
func (p *Posterior) head() []headed.Line {
	return []headed.Line{{Name: "made by", Value: &p.Made}, {Name: "read as", Value: &p.Read}, {Name: "rule", Value: &p.Rule},
		{Name: "runs", Value: &p.Runs}, {Name: "seeds", Value: &p.Seeds}, {Name: "per episode", Value: &p.PerEpisode},
		{Name: "episodes", Value: &p.Episodes}, {Name: "chains", Value: &p.Chains}}
}

// Write writes the file.
func (p *Posterior) Write(out io.Writer) error {
	if err := headed.Write(out, p.head()); err != nil {
		return err
	}
	digits := func(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
	var b strings.Builder
	b.WriteString(strings.Join(append([]string{surpriseColumn}, p.Constants...), ",") + "\n")
	for _, d := range p.Draws {
		b.WriteString(digits(d.Surprise))
		for _, v := range d.Values {
			b.WriteString("," + digits(v))
		}
		b.WriteString("\n")
	}
	_, err := io.WriteString(out, b.String())
	return err
}

// ReadPosterior reads such a file and tells all its faults at once, each with its line and column.
func ReadPosterior(file, text string) (*Posterior, error) {
	p := &Posterior{}
	var faults []error
	fault := func(line, col int, format string, args ...any) {
		faults = append(faults, fmt.Errorf("%s:%d:%d: %s", file, line, col, fmt.Sprintf(format, args...)))
	}
	rest, wrong := headed.Read(text, p.head())
	for _, f := range wrong {
		fault(f.Line, f.Column, "%s", f.Problem)
	}
	if p.Rule != "" && !slices.ContainsFunc(sim.Theories(), func(t sim.Theory) bool { return t.Name == p.Rule }) {
		fault(3, 1, "rule: there is no rule %s", p.Rule)
	}
	before := len(p.head())
	rows := csv.NewReader(strings.NewReader(rest))
	rows.ReuseRecord, rows.FieldsPerRecord = true, -1
	var figures []sim.Figure
	for n := 0; ; n++ {
		row, err := rows.Read()
		if err == io.EOF {
			break
		}
		if bad := (*csv.ParseError)(nil); errors.As(err, &bad) {
			fault(before+bad.Line, bad.Column, "%v", bad.Err)
			break
		}
		at := func(k int) (line, col int) { line, col = rows.FieldPos(k); return before + line, col }
		if n == 0 {
			figures = p.columns(row, at, fault)
			continue
		}
		if len(row) != 1+len(figures) {
			line, _ := at(0)
			fault(line, 1, "it has %d figures, and the head has %d", len(row), 1+len(figures))
			continue
		}
		p.Draws = append(p.Draws, p.draw(row, figures, at, fault))
	}
	if len(p.Draws) == 0 && len(faults) == 0 {
		fault(before+2, 1, "there are no draws")
	}
	if err := errors.Join(faults...); err != nil {
		return nil, err
	}
	return p, nil
}

// draw reads one row of the table: a surprise, then the value of each constant.
func (p *Posterior) draw(row []string, figures []sim.Figure, at func(k int) (line, col int),
	fault func(line, col int, format string, args ...any)) Draw {
	d := Draw{}
	for k, cell := range row {
		v, err := strconv.ParseFloat(cell, 64)
		line, col := at(k)
		switch {
		case err != nil:
			fault(line, col, "%q is no number", cell)
		case k == 0 && !(v >= 0 && v < math.Inf(1)):
			fault(line, col, "a surprise is %v; it must be at least 0", v)
		case k > 0 && !(v >= figures[k-1].Low && v <= figures[k-1].High):
			fault(line, col, "%s is %v; it must lie in %s", p.Constants[k-1], v, figures[k-1].Within())
		}
		if k == 0 {
			d.Surprise = v
		} else {
			d.Values = append(d.Values, v)
		}
	}
	return d
}

// columns reads the head of the table: surprise, then constants of the rule, each once.
func (p *Posterior) columns(row []string, at func(k int) (line, col int),
	fault func(line, col int, format string, args ...any)) []sim.Figure {
	var figures []sim.Figure
	for k, name := range row {
		line, col := at(k)
		if k == 0 {
			if name != surpriseColumn {
				fault(line, col, "the first column is %q, and must be %q", name, surpriseColumn)
			}
			continue
		}
		f, ok := sim.FigureAt("parameters." + name)
		switch {
		case !ok:
			fault(line, col, "%q is no parameter", name)
		case slices.Contains(p.Constants, name):
			fault(line, col, "%s stands here a second time", name)
		}
		p.Constants, figures = append(p.Constants, name), append(figures, f)
	}
	if len(row) < 2 {
		line, _ := at(0)
		fault(line, 1, "there are no constants")
	}
	return figures
}
