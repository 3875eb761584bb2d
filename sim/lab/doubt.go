package lab

import (
	"cmp"
	"context"
	"io"
	"math"
	"slices"
	"strconv"

	"entente/sim"
	"entente/sim/lab/stats"
)

// Doubt is what the chance of the headline clause hangs on besides the scenario: luck, the constants of the theory, the
// hand that coded what no data set holds, what states remember at the start, and the form of the rule. Each is told in
// the unit of the chance, with what it is made of. Its head counts the runs of all worlds.
type Doubt struct {
	Head
	Error   float64        `json:"coding_error"` // standard deviation of the error of each figure that was coded by hand, in its unit
	InForce stats.Share    `json:"in_force"`     // at the end, as coded: luck, and constants
	Recoded stats.Share    `json:"recoded"`      // over codings
	Parts   *VarianceParts `json:"variance"`     // of one run, over draws and codings; nil if there are too few runs to tell
	Knobs   []KnobDoubt    `json:"constants"`    // that the runs draw, the largest share first
	Figures []FigureDoubt  `json:"figures"`      // that were coded by hand, the largest share first
	Coder   *DoubtWorld    `json:"second_coder"` // by the stances of a second coder; nil if nobody coded them twice
	Starts  []DoubtWorld   `json:"starts"`       // other memories at the start
	Forms   []DoubtForm    `json:"forms"`        // other rules
}

// VarianceParts divides the variance of whether the clause is in force at the end of a run.
type VarianceParts struct {
	Constants float64 `json:"constants"`
	Coding    float64 `json:"coding"`
	Luck      float64 `json:"luck"` // and what constants and coding do together
}

// KnobDoubt is what one constant has to do with the chance.
type KnobDoubt struct {
	Path  string           `json:"path"`
	Mean  float64          `json:"mean"` // over the draws
	Low   float64          `json:"q05"`
	High  float64          `json:"q95"`
	Share stats.FirstOrder `json:"share"` // of what constants do: what would be gone if this one were known
}

// FigureDoubt is what one figure that was coded by hand has to do with the chance.
type FigureDoubt struct {
	Path   string           `json:"path"`
	With   []string         `json:"with,omitempty"` // paths that move with it
	Value  float64          `json:"value"`          // on the day on which talks open
	Source string           `json:"source"`         // where the scenario says that it comes from
	Share  stats.FirstOrder `json:"share"`          // of what coding does: what would be gone if this one were known
	Down   *Rung            `json:"rung_down"`      // what it does to move it there; nil at the end of the scale, or if that was not played
	Up     *Rung            `json:"rung_up"`
}

// Rung is another rung of the rubric for a figure, and what becomes of the chance.
type Rung struct {
	Value  float64          `json:"value"`
	Chance stats.Share      `json:"chance"`
	Change stats.Difference `json:"change"` // against the scenario as coded, run by run
}

// DoubtWorld is another world that the scenario might as well have been.
type DoubtWorld struct {
	Name   string           `json:"name"`
	Chance stats.Share      `json:"chance"`
	Change stats.Difference `json:"change"` // against the scenario as coded, run by run
}

// DoubtForm is another rule.
type DoubtForm struct {
	Form
	Chance stats.Share `json:"chance"`
}

// Form is a rule with constants that were fitted to history for it alone.
type Form struct {
	Name      string             `json:"theory"` // as after --theory
	Title     string             `json:"title"`
	Constants map[string]float64 `json:"constants"` // by path
	Brier     float64            `json:"held_out_brier"`
}

// Doubted is what is asked: a scenario with what it might as well have been.
type Doubted struct {
	Scenario sim.Scenario  // as coded
	Second   *sim.Scenario // with the stances of a second coder; nil if nobody coded them twice
	Error    float64       // of coding, in the unit of the figures
	Forms    []Form
	Figures  int // how many of the figures that matter most are moved by a rung each
}

// warmUp is for how many half-lives of alarm a scenario is played before its start to give it a memory of its own: a
// thirtieth of what was before is left then. By judgement.
const warmUp = 5

// AskDoubt plays a scenario as it is, recoded, by a second coder, with other memories and by other rules, with the same
// luck and the same draws of constants; then again with the figures that matter most moved by a rung. If ctx is
// cancelled, what it returns rests on the first runs that were played in every world.
func AskDoubt(ctx context.Context, d Doubted, opts Options) *Doubt {
	s := d.Scenario
	cells := []Cell{{World: sim.NewWorld(s)}}
	add := func(name string, s sim.Scenario) int {
		cells = append(cells, Cell{Name: name, World: sim.NewWorld(s)})
		return len(cells) - 1
	}
	out := &Doubt{Head: NewHead("doubt", EachWorld, cells[0].World, opts), Error: d.Error, Knobs: []KnobDoubt{}, Figures: []FigureDoubt{},
		Starts: []DoubtWorld{}, Forms: []DoubtForm{}}
	second := 0
	if d.Second != nil {
		second = add("second coder", *d.Second)
	}
	firstStart := len(cells)
	for _, start := range starts(&s) {
		add(start.name, start.scenario)
	}
	firstForm := len(cells)
	for _, f := range d.Forms {
		add("by "+f.Name, f.of(s))
	}
	p := PlayCells(ctx, cells, opts)
	p.Fill(&out.Head)
	out.ToPlay += opts.Runs * (manyCodings + 2*min(d.Figures, len(codedTogether(&s))))
	if out.Runs == 0 {
		return out
	}
	asIs := p.view(0)
	out.InForce, _, _ = asIs.ends()
	other := func(k int) DoubtWorld {
		b := beside(asIs, p.view(k))
		return DoubtWorld{cells[k].Name, b.InForce.Without, b.InForce.Change}
	}
	if d.Second != nil {
		w := other(second)
		out.Coder = &w
	}
	for k := firstStart; k < firstForm; k++ {
		out.Starts = append(out.Starts, other(k))
	}
	for k, f := range d.Forms {
		chance, _, _ := p.view(firstForm + k).ends()
		out.Forms = append(out.Forms, DoubtForm{f, chance})
	}
	v := out.coding(ctx, s, opts)
	out.constants(cells[0].World, v)
	out.rungs(ctx, s, asIs, d.Figures, opts)
	return out
}

// manyCodings is how many times as often as the others the recoded scenario is played: what one figure does among some
// two hundred is seen in few runs. A thousand runs are two thousand codings then.
const manyCodings = 10

// more plays some more cells of the question, and counts them.
func (d *Doubt) more(ctx context.Context, cells []Cell, opts Options) *Plays {
	if done, before := opts.Done, d.Played; done != nil {
		opts.Done = func(count int) { done(before + count) }
	}
	p := PlayCells(ctx, cells, opts)
	d.Played += p.Played
	d.Failures = append(d.Failures, p.Failures...)
	return p
}

// otherStart is a scenario with another memory at its start.
type otherStart struct {
	name     string
	scenario sim.Scenario
}

// starts are the memories with which a scenario might have begun: none, if it has one; and those of its own states
// after some years of its own figures, read before their first dates as at those.
func starts(s *sim.Scenario) []otherStart {
	var all []otherStart
	if s.Past != nil {
		none := *s
		none.Past, none.History = nil, ""
		all = append(all, otherStart{"nothing remembered", none})
	}
	years := warmUp * s.Parameters.Threat.HalfLife
	before := *s
	before.Start -= sim.Date(years)
	before.Past, before.History, before.Truth = nil, "", nil
	before.Clauses = map[string]sim.Clause{}
	for id, c := range s.Clauses {
		c.Members = nil // a clause binds nobody before it was signed, and no alarm hangs on it
		before.Clauses[id] = c
	}
	after := *s
	after.History, after.Past = s.Name, &sim.Past{Scenario: before}
	return append(all, otherStart{strconv.FormatFloat(years, 'f', -1, 64) + " years of the same before the start", after})
}

// of is a scenario by the rule, with its constants.
func (f *Form) of(s sim.Scenario) sim.Scenario {
	s.Theory = f.Name
	for path, v := range f.Constants {
		figure, ok := sim.FigureAt(path)
		if !ok {
			panic("lab: no constant " + path)
		}
		figure.Set(&s, v)
	}
	return s
}

// byGroup are the mean outcome of runs that share something, by its number, and how many they are.
func byGroup(happened []bool, of []int, groups int) (means []float64, runs []int) {
	means, runs = make([]float64, groups), make([]int, groups)
	for k, yes := range happened {
		runs[of[k]]++
		if yes {
			means[of[k]]++
		}
	}
	for g := range means {
		if runs[g] > 0 {
			means[g] /= float64(runs[g])
		}
	}
	return means, runs
}

// constants finds the share of each constant that the runs draw, from those that were recoded, which are more.
func (d *Doubt) constants(w *sim.World, v *view) {
	draws, good := w.Scenario.Draws, v.good()
	if w.Draws() == 0 || len(good) == 0 {
		return
	}
	means, runs := byGroup(each(good, v.inForce), Drawn(good).Draws(), w.Draws())
	of := 0.0
	if d.Parts != nil {
		of = d.Parts.Constants
	}
	held := w.Held()
	for c, path := range draws.Constants {
		if slices.Contains(held, path) {
			continue
		}
		var z []float64
		for _, set := range draws.Sets {
			z = append(z, set[c])
		}
		at := stats.SpreadOf(z)
		d.Knobs = append(d.Knobs, KnobDoubt{path, at.Mean, at.Q05, at.Q95, stats.Line(means, runs, z, of)})
	}
	slices.SortStableFunc(d.Knobs, func(a, b KnobDoubt) int { return largest(a.Share, b.Share) })
}

// largest puts the larger share first; of shares that cannot be told, the steeper line.
func largest(a, b stats.FirstOrder) int {
	return cmp.Or(cmp.Compare(b.Mean, a.Mean), cmp.Compare(math.Abs(b.Slope), math.Abs(a.Slope)))
}

func whole(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// coding finds what codings do, and the share of each figure that was coded by hand.
func (d *Doubt) coding(ctx context.Context, s sim.Scenario, opts Options) *view {
	recoded := s
	recoded.Recode = d.Error
	opts.Runs *= manyCodings
	v := d.more(ctx, []Cell{{Name: "recoded", World: sim.NewWorld(recoded)}}, opts).view(0)
	d.Recoded, _, _ = v.ends()
	good := v.good()
	happened, by := each(good, v.inForce), Drawn(good)
	of := 0.0
	if p, told := by.Parts(each(happened, whole)); told {
		d.Parts = &VarianceParts{Constants: stats.Steady(p.Between), Coding: stats.Steady(p.Coding), Luck: stats.Steady(p.Within)}
		of = p.Coding
	}
	if len(good) == 0 {
		return v
	}
	codings := 1 + slices.Max(by.Codings())
	means, runs := byGroup(happened, by.Codings(), codings)
	for _, group := range codedTogether(&s) {
		z := make([]float64, codings)
		for c := range z {
			z[c] = sim.CodingError(opts.Seed, uint64(c), group[0])
		}
		f, _ := sim.FigureAt(group[0])
		d.Figures = append(d.Figures, FigureDoubt{Path: group[0], With: group[1:], Value: f.At(&s, s.Clauses[s.Headline].Opens),
			Share: stats.Line(means, runs, z, of)})
	}
	slices.SortStableFunc(d.Figures, func(a, b FigureDoubt) int { return largest(a.Share, b.Share) })
	return v
}

// codedTogether are the figures that were coded by hand, those together that move by one error, a state's stance first.
func codedTogether(s *sim.Scenario) [][]string {
	var groups [][]string
	place := map[string]int{}
	paths := slices.Clone(s.Coded)
	slices.SortStableFunc(paths, func(a, b string) int { return cmp.Compare(b, a) }) // states before clauses
	for _, path := range paths {
		key := sim.CodedAs(path)
		at, known := place[key]
		if !known {
			at = len(groups)
			place[key] = at
			groups = append(groups, []string{})
		}
		groups[at] = append(groups[at], path)
	}
	return groups
}

// rungs moves the figures that matter most by a rung of the rubric, up and down, and plays each.
func (d *Doubt) rungs(ctx context.Context, s sim.Scenario, asIs *view, figures int, opts Options) {
	if len(d.Figures) == 0 {
		return
	}
	figures = min(figures, len(d.Figures))
	type probe struct {
		rung **Rung
		to   float64
	}
	var cells []Cell
	var probes []probe
	for k := range d.Figures[:figures] {
		f := &d.Figures[k]
		down, up := nextRungs(f.Path, f.Value)
		for _, p := range []struct {
			to   *float64
			rung **Rung
		}{{down, &f.Down}, {up, &f.Up}} {
			if p.to == nil {
				continue
			}
			moved := s
			for _, path := range append([]string{f.Path}, f.With...) {
				moved = moved.Shifted(path, *p.to-f.Value)
			}
			name := f.Path + " by " + strconv.FormatFloat(stats.Steady(*p.to-f.Value), 'g', -1, 64)
			cells, probes = append(cells, Cell{Name: name, World: sim.NewWorld(moved)}), append(probes, probe{p.rung, *p.to})
		}
	}
	d.ToPlay += opts.Runs * (len(cells) - 2*figures)
	if d.Played < d.ToPlay-len(cells)*opts.Runs || len(cells) == 0 {
		return // cut short
	}
	p := d.more(ctx, cells, opts)
	for k, probe := range probes {
		if b := beside(asIs, p.view(k)); b.Pairs > 0 {
			*probe.rung = &Rung{probe.to, b.InForce.Without, b.InForce.Change}
		}
	}
}

// nextRungs are the rungs of the rubric below and above a value; nil where there is none.
func nextRungs(path string, value float64) (down, up *float64) {
	f, _ := sim.FigureAt(path)
	for _, rung := range f.Rungs() {
		const same = 1e-9
		if rung < value-same {
			down = &rung
		}
		if rung > value+same && up == nil {
			up = &rung
		}
	}
	return down, up
}

// DoubtWorlds is how many worlds a question of doubt plays at first, and how many the rungs of its figures may add.
func DoubtWorlds(d *Doubted) int {
	worlds := 1 + manyCodings + len(starts(&d.Scenario)) + len(d.Forms) + 2*min(d.Figures, len(codedTogether(&d.Scenario)))
	if d.Second != nil {
		worlds++
	}
	return worlds
}

// Tables are the doubt as tidy CSV.
func (d *Doubt) Tables() []Table {
	return []Table{
		{"doubt.csv", "one row per source of doubt: the chance, from where to where it reaches, and the change against the scenario as coded",
			d.writeSources},
		{"doubt-constants.csv", "one row per constant that the runs draw: its share of what constants do", d.writeKnobs},
		{"doubt-figures.csv", "one row per figure that was coded by hand: its share of what coding does, and what a rung of the rubric does",
			d.writeFigures},
	}
}

func (d *Doubt) writeSources(out io.Writer) error {
	header := []string{"source", "name", "chance", "low95", "high95", "change", "change_low95", "change_high95", "variance", "held_out_brier"}
	return Rows(out, header, func(row func(...string)) {
		if d.Runs == 0 {
			return
		}
		variance := func(of func(*VarianceParts) float64) string {
			if d.Parts == nil {
				return ""
			}
			return Digits(of(d.Parts))
		}
		band := func(source string, mean float64, b *stats.Band, variance string) {
			low, high := "", ""
			if b != nil {
				low, high = Digits(b.Low), Digits(b.High)
			}
			row(source, "", Digits(mean), low, high, "", "", "", variance, "")
		}
		share := func(source, name string, s stats.Share, change *stats.Difference, brier string) {
			cells := []string{source, name, Digits(s.Mean), Digits(s.Low), Digits(s.High), "", "", "", "", brier}
			if change != nil {
				cells[5], cells[6], cells[7] = Digits(change.Mean), Digits(change.Low), Digits(change.High)
			}
			row(cells...)
		}
		row("luck", "", Digits(d.InForce.Mean), Digits(d.InForce.Low), Digits(d.InForce.High), "", "", "",
			variance(func(p *VarianceParts) float64 { return p.Luck }), "")
		band("constants", d.InForce.Mean, d.InForce.Constants, variance(func(p *VarianceParts) float64 { return p.Constants }))
		band("coding", d.Recoded.Mean, d.Recoded.Coding, variance(func(p *VarianceParts) float64 { return p.Coding }))
		if d.Coder != nil {
			share("coder", d.Coder.Name, d.Coder.Chance, &d.Coder.Change, "")
		}
		for k := range d.Starts {
			share("start", d.Starts[k].Name, d.Starts[k].Chance, &d.Starts[k].Change, "")
		}
		for _, f := range d.Forms {
			share("form", f.Name, f.Chance, nil, Digits(f.Brier))
		}
	})
}

func (d *Doubt) writeKnobs(out io.Writer) error {
	return Rows(out, []string{"constant", "mean", "q05", "q95", "share", "low95", "high95", "slope", "errors"}, func(row func(...string)) {
		for _, k := range d.Knobs {
			row(k.Path, Digits(k.Mean), Digits(k.Low), Digits(k.High), Digits(k.Share.Mean), Digits(k.Share.Low), Digits(k.Share.High),
				Digits(k.Share.Slope), Digits(k.Share.Errors))
		}
	})
}

func (d *Doubt) writeFigures(out io.Writer) error {
	header := []string{"figure", "value", "source", "share", "low95", "high95", "slope", "errors", "rung_down", "down_change",
		"down_low95", "down_high95", "rung_up", "up_change", "up_low95", "up_high95"}
	return Rows(out, header, func(row func(...string)) {
		rung := func(r *Rung) []string {
			if r == nil {
				return []string{"", "", "", ""}
			}
			return []string{Digits(r.Value), Digits(r.Change.Mean), Digits(r.Change.Low), Digits(r.Change.High)}
		}
		for _, f := range d.Figures {
			row(slices.Concat([]string{f.Path, Digits(f.Value), f.Source, Digits(f.Share.Mean), Digits(f.Share.Low), Digits(f.Share.High),
				Digits(f.Share.Slope), Digits(f.Share.Errors)}, rung(f.Down), rung(f.Up))...)
		}
	})
}
