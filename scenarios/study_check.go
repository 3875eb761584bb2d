package scenarios

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"entente/sim"
	"entente/sim/lab/design"
)

// How large a study may be: more is most likely a slip.
const (
	mostStudyPoints = 1_000_000
	mostStudyRuns   = 10_000_000
)

// design reads how the points are laid out.
func (d *studyReader) design(file studyFile) {
	s, given := d.study, func(key string) bool { return d.root.table[key] != nil }
	s.Kind, s.Count, s.Levels, s.Runs, s.Seed = design.Kind(file.Design), file.Points, file.Levels, file.Runs, uint64(file.Seed)
	if !slices.Contains(design.Kinds(), s.Kind) {
		return
	}
	switch s.Kind {
	case design.Factorial:
		s.Levels = cmp.Or(s.Levels, 5)
		if given("points") {
			d.wrongKey("points", "is not for a factorial, which has every combination of the levels of its factors: say how many levels instead")
		}
		return
	case design.Morris:
		s.Levels = cmp.Or(s.Levels, 4)
		if s.Levels%2 > 0 {
			d.wrong("levels", "is %d, must be even for morris, so that a step up is as likely as one down", s.Levels)
		}
	default:
		if given("levels") {
			d.wrongKey("levels", "is for factorial and morris, and the design is %s", s.Kind)
		}
	}
	if !given("points") {
		d.faults.add(d.root.src, span{}, "points", "the study lacks points (how many; of morris trajectories, of saltelli rows)")
	}
}

// ownColumns are heads of tables of every study, which no factor or output can have.
var ownColumns = []string{"design", "point", "row", "seed", "run", "runs", "draw", "failed", "luck"}

// factors reads what is moved.
func (d *studyReader) factors(file studyFile) {
	rows := d.root.table["factors"]
	seen := map[string]string{}
	points := max(d.study.Count, 1)
	for _, id := range inOrder(rows, file.Factors) {
		row, path := file.Factors[id], "factors."+id
		f := Factor{ID: id, Name: cmp.Or(row.Name, id)}
		if misread(id) != "" || row.Path == "" {
			continue
		}
		if slices.Contains(ownColumns, id) {
			d.wrongKey(path, "is the name of a column that the tables of every study have: take another")
		}
		if other := seen[row.Path]; other != "" {
			d.wrong(path+".path", "is %s, which %s moves already", row.Path, other)
		}
		seen[row.Path] = "factors." + id
		f.Figure = d.figure(path+".path", row.Path)
		d.marginal(&f, row, path)
		if d.study.Kind == design.Factorial {
			points = min(points*len(f.Values.Levels(max(d.study.Levels, 1))), mostStudyPoints+1)
		}
		d.study.Factors = append(d.study.Factors, f)
	}
	switch k := len(file.Factors); d.study.Kind {
	case design.Saltelli:
		if 2*k > design.MostSobol {
			d.wrongKey("factors", "are %d, and a saltelli design takes at most %d", k, design.MostSobol/2)
		}
		points *= k + 3
	case design.Sobol:
		if k > design.MostSobol {
			d.wrongKey("factors", "are %d, and a sobol design takes at most %d", k, design.MostSobol)
		}
	case design.Morris:
		points *= k + 1
	}
	if points > mostStudyPoints || points*d.study.Runs > mostStudyRuns {
		d.wrongKey("factors", "make more than a million points or ten million runs with this design: take fewer points, levels or runs")
	}
}

// figure finds what a factor moves; an empty one if there is a fault.
func (d *studyReader) figure(at, path string) sim.Figure {
	if d.study.Scenario == nil || d.faults.within(at) {
		return sim.Figure{}
	}
	s := &d.study.Scenario.Scenario
	f, ok := sim.FigureAt(path)
	if !ok || !f.In(s) {
		hint := "; entente figures " + s.Name + " lists those it has"
		if known := FiguresIn(s); len(d.faults.faults) < mostHints && Nearest(path, known) != "" {
			hint = "; did you mean " + Nearest(path, known) + "?"
		}
		d.wrong(at, "is %q, which is no figure of %s that a number can be given%s", path, s.Name, hint)
		return sim.Figure{}
	}
	if why := Inert(f, s); why != "" {
		d.wrong(at, "is %q, %s", path, why)
	}
	return f
}

// FiguresIn are the paths of all that can be moved in a scenario, and of what is only told.
func FiguresIn(s *sim.Scenario) []string {
	var all []string
	for _, f := range sim.Figures() {
		if rest, lever := strings.CutPrefix(f.Path, "levers."+sim.Row); lever {
			for _, who := range append([]string{sim.Everyone}, sorted(s.States)...) {
				if f.Path = "levers." + who + rest; f.OfItself(s) == "" {
					all = append(all, f.Path)
				}
			}
			continue
		}
		s.Given(f.Path, func(path string, _ sim.Series) { all = append(all, path) })
	}
	return all
}

// marginal reads how the values of a factor are spread.
func (d *studyReader) marginal(f *Factor, row factorFile, path string) {
	given := func(key string) bool { return d.root.get(path+"."+key) != nil }
	m := &f.Values
	*m = design.Marginal{Shape: design.Shape(row.Distribution), Low: row.Low, High: row.High}
	if given("values") {
		for _, other := range []string{"low", "high", "distribution", "mode", "mean", "sd"} {
			if given(other) {
				d.wrongKey(path+"."+other, "is not for a factor whose values are given")
			}
		}
		d.listed(f, row.Values, path)
		return
	}
	if !given("low") || !given("high") {
		d.wrongKey(path, "lacks low and high, between which it moves, or values")
		return
	}
	d.withinFigure(f, path+".low", row.Low)
	d.withinFigure(f, path+".high", row.High)
	if !(row.Low < row.High) {
		d.wrong(path+".high", "is %s, must be above low, which is %s", short(row.High), short(row.Low))
	}
	needs := map[design.Shape][]string{design.Triangular: {"mode"}, design.Normal: {"mean", "sd"}}[m.Shape]
	for _, key := range []string{"mode", "mean", "sd"} {
		switch need := slices.Contains(needs, key); {
		case need && !given(key):
			d.wrongKey(path, "lacks %s, which a %s distribution has", key, m.Shape)
		case !need && given(key):
			d.wrongKey(path+"."+key, "is not for a %s distribution", m.Shape)
		}
	}
	switch m.Shape {
	case design.LogUniform:
		if !(row.Low > 0) {
			d.wrong(path+".low", "is %s, must be above 0 for a log-uniform distribution", short(row.Low))
		}
	case design.Triangular, design.Normal:
		key := needs[0]
		m.Mode, m.SD = row.Mode+row.Mean, row.SD
		if given(key) && !(m.Mode >= row.Low && m.Mode <= row.High) {
			d.wrong(path+"."+key, "is %s, must lie between low and high", short(m.Mode))
		}
		if m.Shape == design.Normal && given("sd") && !(m.SD > 0) {
			d.wrong(path+".sd", "is %s, must be above 0", short(m.SD))
		}
	}
}

// listed reads values that are given one by one.
func (d *studyReader) listed(f *Factor, values []float64, path string) {
	m := &f.Values
	m.Shape, m.Values = design.Listed, values
	if n := len(values); n < 2 {
		d.wrong(path+".values", "holds %d, must hold at least two for the factor to move", n)
		return
	}
	m.Low, m.High = slices.Min(values), slices.Max(values)
	for k, v := range values {
		d.withinFigure(f, path+".values", v)
		if slices.Contains(values[:k], v) {
			d.wrong(path+".values", "holds %s twice", short(v))
		}
	}
}

// withinFigure holds a value of a factor to the range of its figure.
func (d *studyReader) withinFigure(f *Factor, at string, v float64) {
	if f.Figure.Path != "" && !(v >= f.Figure.Low && v <= f.Figure.High) && !d.faults.within(at) {
		d.wrong(at, "is %s, and %s must lie in [%s, %s] (%s)", short(v), f.Figure.Path, short(f.Figure.Low), short(f.Figure.High),
			f.Figure.Unit)
	}
}

// outputs reads what is measured.
func (d *studyReader) outputs(file studyFile) {
	if d.study.Scenario == nil {
		return
	}
	s := &d.study.Scenario.Scenario
	for _, id := range inOrder(d.root.table["outputs"], file.Outputs) {
		row, path := file.Outputs[id], "outputs."+id
		o := Output{ID: id, Name: row.Name, Measure: row.Measure, Clause: cmp.Or(row.Clause, s.Headline), By: row.By, State: row.State}
		if _, factor := file.Factors[id]; factor || slices.Contains(ownColumns, id) {
			d.wrongKey(path, "is the name of a column that the tables of this study have already: take another")
		}
		clause, ok := s.Clauses[o.Clause]
		if !ok && row.Clause != "" {
			d.wrong(path+".clause", "is %q, which is not one of the clauses of %s%s", row.Clause, s.Name, d.faults.suggest(row.Clause,
				sorted(s.Clauses)))
		}
		ofState := o.Measure == "signed" || o.Measure == "bound"
		switch _, known := s.States[o.State]; {
		case ofState && o.State == "":
			d.wrongKey(path, "lacks state: whose signature or bond is measured")
		case !ofState && o.State != "":
			d.wrongKey(path+".state", "is for signed and bound, and the measure is %s", strconv.Quote(o.Measure))
		case ofState && !known:
			d.wrong(path+".state", "is %q, which is not one of the states of %s%s", o.State, s.Name, d.faults.suggest(o.State, sorted(s.States)))
		case ofState && ok && !invites(clause, o.State):
			d.wrong(path+".state", "is %s, whom the clause %s invites neither as a founder nor later", o.State, o.Clause)
		}
		switch {
		case o.By == 0:
		case o.Measure != "in-force" && o.Measure != "signed":
			d.wrongKey(path+".by", "is for in-force and signed; members and bound are counted at the end")
		case o.By < s.Start || o.By >= s.End+1:
			d.wrong(path+".by", "is %s, outside the scenario's %s to %s", o.By.Text(), s.Start.Text(), s.End.Text())
		}
		d.study.Outputs = append(d.study.Outputs, o)
	}
}

func invites(c sim.Clause, state string) bool {
	_, later := c.OpenTo[state]
	return later || slices.Contains(c.Founders, state)
}
