package lab

import (
	"context"
	"strconv"

	"entente/sim"
	"entente/sim/lab/stats"
)

// Doubt is what the chance of the headline clause hangs on besides the scenario: luck, the constants of the theory, the
// constants that nobody fitted, the hand that coded what no data set holds, what states remember at the start, and the form of the rule. Each is told in
// the unit of the chance, with what it is made of. Its head counts the runs of all worlds.
type Doubt struct {
	Head
	Error   float64          `json:"coding_error"`                   // standard deviation of the error of each figure that was coded by hand, in its unit
	InForce stats.Share      `json:"in_force"`                       // at the end, as coded: luck, and constants
	Recoded stats.Share      `json:"recoded"`                        // over codings
	Moved   stats.Difference `json:"recoded_change"`                 // by coding against the scenario as coded, over the runs that were played both ways
	Parts   *stats.Divided   `json:"variance" jsonschema:"nullable"` // of one run, over draws and codings; nil if there are too few runs to tell

	// Constants that were not fitted, all moved at once, each by a factor of its own. None of it if that was not asked for.
	Factor        float64          `json:"rescale_factor"`     // 95 % of them lie within it, up or down
	Rescaled      stats.Share      `json:"rescaled"`           // over rescalings
	RescaledMoved stats.Difference `json:"rescaled_change"`    // against the scenario as it stands, over the runs that were played both ways
	Unfitted      []FigureDoubt    `json:"unfitted_constants"` // the largest share first, and last those that are moved alone and move nothing

	Knobs []KnobDoubt `json:"constants"` // that the runs draw, the one first that moves the chance most; none if they were not played
	// that were coded by hand, the largest share first, and last those that are moved by a rung and move nothing
	Figures []FigureDoubt `json:"figures"`
	Coder   *DoubtWorld   `json:"second_coder" jsonschema:"nullable"` // by the stances of a second coder; nil if nobody coded them twice
	Starts  []DoubtWorld  `json:"starts"`                             // other memories at the start
	Forms   []DoubtForm   `json:"forms"`                              // other rules
}

// KnobDoubt is what it does to turn one constant alone, all others as they are drawn.
type KnobDoubt struct {
	Path   string           `json:"path"`       // as after --set
	Low    float64          `json:"q05"`        // 5 % quantile over the draws
	High   float64          `json:"q95"`        // 95 % quantile
	AtLow  stats.Share      `json:"chance_q05"` // of the clause being in force at the end, with the constant held at its 5 % quantile
	AtHigh stats.Share      `json:"chance_q95"` // the same at its 95 % quantile
	Change stats.Difference `json:"change"`     // from the one to the other, run by run
}

// FigureDoubt is what one figure that was coded by hand, or one constant that was not fitted, has to do with the chance.
type FigureDoubt struct {
	Path   string           `json:"path"`                            // as after --set
	With   []string         `json:"with,omitempty"`                  // paths that move with it
	Value  float64          `json:"value"`                           // on the day on which talks open
	Source string           `json:"source"`                          // where the scenario says that it comes from; "" if whoever asked gave no Doubted.Source
	Share  stats.FirstOrder `json:"share"`                           // of what all together do: what would be gone if this one were known
	Down   *Rung            `json:"rung_down" jsonschema:"nullable"` // what it does to move it to the next below, of a constant to it by the factor; nil at the end of the scale, or if that was not played
	Up     *Rung            `json:"rung_up" jsonschema:"nullable"`   // what it does to move it to the next above, of a constant to it times the factor; nil likewise
}

// Moving is the factor by which constants that were not fitted were moved; 0 if none was.
func (d *Doubt) Moving() float64 {
	if d.Rescaled.Runs == 0 {
		return 0
	}
	return d.Factor
}

// Idle tells whether the figure was moved by a rung and that changes nothing beyond luck, whichever way: a share that it
// has is a chance find.
func (f *FigureDoubt) Idle() bool {
	moves := func(r *Rung) bool { return r != nil && r.Change.BeyondLuck() }
	return (f.Down != nil || f.Up != nil) && !moves(f.Down) && !moves(f.Up)
}

// Rung is another rung of the rubric for a figure, or another value of a constant, and what becomes of the chance.
type Rung struct {
	Value  float64          `json:"value"`  // that the figure has there
	Chance stats.Share      `json:"chance"` // of the clause being in force at the end, with the figure there
	Change stats.Difference `json:"change"` // against the scenario as coded, run by run
}

// DoubtWorld is another world that the scenario might as well have been.
type DoubtWorld struct {
	Name   string           `json:"name"`   // what it is called
	Chance stats.Share      `json:"chance"` // of the clause being in force at the end
	Change stats.Difference `json:"change"` // against the scenario as coded, run by run
}

// DoubtForm is another rule.
type DoubtForm struct {
	Form
	Chance stats.Share `json:"chance"` // of the clause being in force at the end, by this rule
}

// Form is a rule with constants that were fitted to history for it alone.
type Form struct {
	Name      string             `json:"theory"`         // as after --theory
	Title     string             `json:"title"`          // as a reader calls it
	Constants map[string]float64 `json:"constants"`      // by path
	Brier     float64            `json:"held_out_brier"` // mean squared error on episodes of history that its constants had not seen, from 0 to 1; 0 is best

	// The search for its constants found nothing better than where it began, the centres of what was believed before: it has learnt
	// nothing from history.
	Unmoved bool `json:"fit_unmoved"`
}

// Doubted is what is asked: a scenario with what it might as well have been.
type Doubted struct {
	Scenario sim.Scenario  // as coded
	Second   *sim.Scenario // with the stances of a second coder; nil if nobody coded them twice
	Error    float64       // of coding, in the unit of the figures
	Forms    []Form
	Factor   float64 // by which constants that were not fitted are moved, up and down; 0 if they are not
	Figures  int     // how many of the figures that matter most are moved by a rung each, and how many such constants by the factor

	// where the scenario says that the figure at a path comes from; may be nil, and then no answer tells it
	Source func(path string) string
}

// warmUp is for how many half-lives of alarm a scenario is played before its start to give it a memory of its own: a
// thirtieth of what was before is left then. By judgement.
const warmUp = 5

// AskDoubt plays a scenario as it is, recoded, by a second coder, with other memories and by other rules, with the same
// luck and the same draws of constants; then with each constant turned alone, and with the figures that matter most moved by a rung. If ctx is
// cancelled, what it returns rests on the first runs that were played in every world.
func AskDoubt(ctx context.Context, d Doubted, opts Options) *Doubt {
	s := d.Scenario
	cells := []Cell{{World: sim.NewWorld(s)}}
	add := func(name string, s sim.Scenario) int {
		cells = append(cells, Cell{Name: name, World: sim.NewWorld(s)})
		return len(cells) - 1
	}
	out := &Doubt{Head: NewHead("doubt", EachWorld, cells[0].World, opts), Error: d.Error, Factor: d.Factor, Unfitted: []FigureDoubt{}, Knobs: []KnobDoubt{}, Figures: []FigureDoubt{},
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
	out.ToPlay = opts.Runs * DoubtWorlds(&d)
	if out.Runs == 0 {
		return out
	}
	asIs := p.view(0)
	out.InForce, _, _ = asIs.ends()
	other := func(k int) DoubtWorld {
		b := beside(asIs, p.view(k))
		return DoubtWorld{cells[k].Name, b.InForce.Second, b.InForce.Change}
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
	out.Moved = changeOfLots(asIs, out.coding(ctx, s, opts))
	out.constants(ctx, s, cells[0].World, opts)
	out.rungs(ctx, s, asIs, d.Figures, opts)
	if d.Factor > 0 && ctx.Err() == nil {
		out.RescaledMoved = changeOfLots(asIs, out.rescaling(ctx, s, opts))
		out.scaled(ctx, s, asIs, d.Figures, opts)
	}
	if d.Source != nil {
		for _, all := range [][]FigureDoubt{out.Figures, out.Unfitted} {
			for k := range all {
				all[k].Source = d.Source(all[k].Path)
			}
		}
	}
	return out
}

// more plays some more cells of the question, and counts them.
func (d *Doubt) more(ctx context.Context, cells []Cell, opts Options) *Plays {
	p := PlayCells(ctx, cells, opts.after(d.Played))
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

// DoubtWorlds is how many worlds a question of doubt plays, each figure that is moved alone counted with two: where it stands at
// an end of its scale there is one less.
func DoubtWorlds(d *Doubted) int {
	worlds := 1 + manyCodings + len(starts(&d.Scenario)) + len(d.Forms) + 2*len(turned(sim.NewWorld(d.Scenario))) +
		2*min(d.Figures, len(codedTogether(&d.Scenario)))
	if d.Second != nil {
		worlds++
	}
	if d.Factor > 0 {
		worlds += manyCodings + 2*min(d.Figures, len(d.Scenario.Unfitted()))
	}
	return worlds
}
