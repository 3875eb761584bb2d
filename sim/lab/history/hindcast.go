package history

import (
	"context"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// Hindcast is what became of some episodes of history in the model. Its head says what the scenarios
// share, and counts the runs of all.
type Hindcast struct {
	lab.Head
	Verdicts []Verdict `json:"verdicts"` // an episode each
	Record   Tally     `json:"record"`   // of all of them together

	// By which constants each scenario was played, if by such as had seen nothing of it.
	Unseen []Unseen `json:"outside,omitempty"`
}

// Tables are the hindcast as tidy CSV.
func (h *Hindcast) Tables() []lab.Table {
	all := []lab.Table{
		{Name: "claims.csv", About: "one row per episode and claim: how often it came true in the runs, and whether it did in history",
			Write: h.writeClaims},
		{Name: "scores.csv", About: "one row per episode and rule: the model's scores beside those of simple rules", Write: h.writeScores},
		{Name: "reliability.csv", About: "one row per tenth of the range of chances: what was foretold and what came true",
			Write: h.writeReliability},
	}
	if len(h.Unseen) > 0 {
		all = append(all, lab.Table{Name: "constants.csv", About: "one row per scenario and constant: what it was played with, by a fit " +
			"that had seen nothing of it", Write: h.writeOutside})
	}
	return all
}

func (h *Hindcast) writeOutside(out io.Writer) error {
	return lab.Rows(out, []string{"scenario", "held_out", "constant", "value"}, func(row func(...string)) {
		for _, o := range h.Unseen {
			for k, name := range o.Constants {
				row(o.Scenario, strings.Join(o.HeldOut, " "), "parameters."+name, exactly(o.Values[k]))
			}
		}
	})
}

func (h *Hindcast) writeClaims(out io.Writer) error {
	header := append([]string{"episode", "claim", "clause", "state", "by", "runs", "chance", "low95", "high95", "truth"}, lab.BandHeads("")...)
	return lab.Rows(out, header, func(row func(...string)) {
		for _, v := range h.Verdicts {
			for _, c := range v.Claims {
				truth := lab.YesNo(c.Truth)
				if v.Open {
					truth = ""
				}
				cells := []string{v.ID, c.About, c.Clause, c.State, c.By, strconv.Itoa(c.Chance.Runs), lab.Digits(c.Chance.Mean),
					lab.Digits(c.Chance.Low), lab.Digits(c.Chance.High), truth}
				row(append(cells, lab.BandCells(c.Chance.Constants, c.Chance.Coding)...)...)
			}
		}
	})
}

func (h *Hindcast) writeScores(out io.Writer) error {
	return lab.Rows(out, []string{"episode", "rule", "brier", "log_score", "accuracy"}, func(row func(...string)) {
		for _, v := range h.Verdicts {
			if v.Open {
				continue
			}
			for _, s := range v.Scores {
				row(v.ID, s.Rule, lab.Digits(s.Brier), lab.Digits(s.Log), lab.Digits(s.Accuracy))
			}
		}
	})
}

func (h *Hindcast) writeReliability(out io.Writer) error {
	heads := []string{"from", "to", "claims", "episodes", "mean_chance", "came_true", "low95", "high95", "if_chances_hold_low95",
		"if_chances_hold_high95"}
	return lab.Rows(out, heads, func(row func(...string)) {
		for _, b := range h.Record.Parts.Bins {
			low, high := "", ""
			if c := b.Trust.Came; c != nil {
				low, high = lab.Digits(c.Low), lab.Digits(c.High)
			}
			row(lab.Digits(b.Low), lab.Digits(b.High), strconv.Itoa(b.Forecasts), strconv.Itoa(b.Trust.Units), lab.Digits(b.Mean),
				lab.Digits(b.Happened), low, high, lab.Digits(b.Trust.Consistent.Low), lab.Digits(b.Trust.Consistent.High))
		}
	})
}

// Verdict is what became of one episode of history in the model.
type Verdict struct {
	ID       string         `json:"id"`       // as V4
	Title    string         `json:"title"`    // in words
	Scenario string         `json:"scenario"` // that it is played in
	Runs     int            `json:"runs"`     // that came to an end
	Seed     uint64         `json:"seed"`     // of their luck
	Open     bool           `json:"open"`     // history has not spoken yet
	Fitted   bool           `json:"fitted"`   // the shipped constants were fitted to it: its score is no test of them
	Pass     bool           `json:"pass"`     // all figures with a target met it
	Luck     float64        `json:"luck"`     // share of resamples of the runs by which that would be otherwise
	Figures  []Yardstick    `json:"figures"`  // that it is held to, or that are told
	Claims   []Claim        `json:"claims"`   // what the model says of each thing that history decided, a chance each
	Scores   []Score        `json:"scores"`   // the model first, then the rules to beat
	Dates    []DateForecast `json:"dates"`    // when things came about, in the runs and in history
}

// Yardstick is one number that an episode is held to.
type Yardstick struct {
	Name   string  `json:"name"`             // in words
	Value  float64 `json:"value"`            // in the unit
	YesNo  bool    `json:"yes_no,omitempty"` // it is so or not: the value is 1 if it is, else 0
	Unit   string  `json:"unit"`             // of the value, in words
	Target string  `json:"target,omitempty"` // "" if it is only told
	Met    bool    `json:"met"`              // the value is as the target asks; true if there is none
}

// DateForecast is when something happened in the runs and in history.
type DateForecast struct {
	About  string      `json:"about"`               // what happened, in words
	Truth  float64     `json:"truth"`               // year, decimal
	Median float64     `json:"median"`              // year, decimal: median over all runs; 0 if it happens in fewer than half of them
	Q05    float64     `json:"q05"`                 // year, decimal: 5 % quantile of the runs in which it happens
	Q95    float64     `json:"q95"`                 // year, decimal: 95 % quantile of the runs in which it happens
	Never  stats.Share `json:"never"`               // runs in which it does not happen
	Error  float64     `json:"median_error_months"` // median over all runs of the distance from the truth; 0 beside a median of 0 means never
}

// endings are a world and how its runs ended: all that an episode is judged by.
type endings struct {
	world *sim.World
	runs  []*lab.Ending // those that did not fail
	drawn stats.Drawn   // by which they were played
}

// endingsOf are those of a cell.
func endingsOf(p *lab.Plays, cell int) *endings {
	e := &endings{world: p.Cells[cell].World}
	for _, d := range p.Endings(cell) {
		if d.Failure == "" {
			e.runs = append(e.runs, d)
		}
	}
	e.drawn = lab.Drawn(e.runs)
	return e
}

// count is the share of runs of which something is true.
func (e *endings) count(is func(*lab.Ending) bool) stats.Share {
	happened := make([]bool, len(e.runs))
	for k, r := range e.runs {
		happened[k] = is(r)
	}
	return e.drawn.Share(happened)
}

// date compares the tick of an event with its day in history. Never counts as infinitely late.
func (e *endings) date(about string, truth sim.Date, at func(*lab.Ending) int32) DateForecast {
	d := DateForecast{About: about, Truth: float64(truth)}
	var when, off []float64
	for _, r := range e.runs {
		t := at(r)
		if t < 0 {
			off = append(off, math.Inf(1))
			continue
		}
		day := float64(e.world.Calendar.Date(int(t))) + 0.5/float64(e.world.Calendar.PerYear())
		when = append(when, day)
		off = append(off, 12*math.Abs(day-float64(truth)))
	}
	d.Never = e.count(func(r *lab.Ending) bool { return at(r) < 0 })
	among := stats.SpreadOf(when)
	d.Q05, d.Q95 = among.Q05, among.Q95
	if 2*len(when) > len(off) {
		all := slices.Clone(when)
		for range len(off) - len(when) {
			all = append(all, math.Inf(1))
		}
		d.Median, d.Error = stats.SpreadOf(all).Q50, stats.SpreadOf(off).Q50
	}
	return d
}

// signing is the tick at which a clause is first signed, -1 if it is not.
func (e *endings) signing(clause string) func(*lab.Ending) int32 {
	w := e.world
	c, n := w.Clause(clause), w.N()
	return func(r *lab.Ending) int32 {
		first := int32(-1)
		for _, t := range r.Signed[c*n : c*n+n] {
			if t >= 0 && (first < 0 || t < first) {
				first = t
			}
		}
		return first
	}
}

// signs is the tick at which a state first signs a clause, -1 if it does not.
func (e *endings) signs(clause, state string) func(*lab.Ending) int32 {
	p := e.world.Clause(clause)*e.world.N() + e.world.State(state)
	return func(r *lab.Ending) int32 { return r.Signed[p] }
}

// joins is the tick at which a clause first binds a state, -1 if it never does: that of its ratification, or of the clause's
// entry into force if that is later.
func (e *endings) joins(clause, state string) func(*lab.Ending) int32 {
	c := e.world.Clause(clause)
	p := c*e.world.N() + e.world.State(state)
	return func(r *lab.Ending) int32 {
		if r.Ratified[p] < 0 || r.First[c] < 0 {
			return -1
		}
		return max(r.Ratified[p], r.First[c])
	}
}

// joint is how often some clause was in force and counted at least so many of these states among those that had ratified.
func (e *endings) joint(least int, states []string) stats.Share {
	w := e.world
	return e.count(func(r *lab.Ending) bool {
		for c := range w.Clauses {
			members := 0
			for _, id := range states {
				if slices.Contains(w.States, id) && r.Ratified[c*w.N()+w.State(id)] >= 0 {
					members++
				}
			}
			if r.First[c] >= 0 && members >= least {
				return true
			}
		}
		return false
	})
}

// AskHindcast plays the scenario of each episode and judges by it. If ctx is cancelled, what it returns rests on the first runs
// that were played of every scenario. Done counts the runs of all.
func AskHindcast(ctx context.Context, episodes []Episode, scenarios map[string]sim.Scenario, opts lab.Options) *Hindcast {
	cells, place := cellsOf(episodes, func(name string) sim.Scenario { return scenarios[name] })
	p := lab.PlayCells(ctx, cells, opts)
	h := &Hindcast{Head: lab.NewHead("hindcast", "of each scenario", cells[0].World, opts), Verdicts: []Verdict{}}
	p.Fill(&h.Head)
	for _, c := range cells {
		h.OfAll(c.World)
	}
	for _, ep := range episodes {
		if ends := endingsOf(p, place[ep.Scenario]); len(ends.runs) > 0 {
			v := ends.judge(ep, opts.Seed)
			v.Luck = ends.luck(ep, &v)
			h.Verdicts = append(h.Verdicts, v)
		}
	}
	h.Record = tallyOf(h.Verdicts, opts.Seed)
	return h
}

// cellsOf are the scenarios that episodes are played on, each once, and which of them each is, by name.
func cellsOf(episodes []Episode, scenario func(name string) sim.Scenario) (cells []lab.Cell, place map[string]int) {
	place = map[string]int{}
	for _, ep := range episodes {
		if _, ok := place[ep.Scenario]; !ok {
			place[ep.Scenario] = len(cells)
			cells = append(cells, lab.Cell{Name: ep.Scenario, World: sim.NewWorld(scenario(ep.Scenario)), Whole: true})
		}
	}
	return cells, place
}

// Judged tells whether an episode that history has decided is held to any target. One that is not is scored and no more.
func (v *Verdict) Judged() bool {
	return !v.Open && slices.ContainsFunc(v.Figures, func(f Yardstick) bool { return f.Target != "" })
}

// judge holds how runs ended to one episode.
func (e *endings) judge(ep Episode, seed uint64) Verdict {
	v := Verdict{
		ID: ep.ID, Title: ep.Title, Scenario: ep.Scenario, Runs: len(e.runs), Seed: seed, Open: ep.Open, Fitted: ep.Fitted,
		Figures: []Yardstick{}, Claims: []Claim{}, Scores: []Score{}, Dates: []DateForecast{},
	}
	ep.judge(e, &v)
	v.Scores = append(v.Scores, scores(v.Claims)...)
	if ep.byTruth {
		v.hold(e.world.Scenario.Targets)
	}
	v.Pass = v.Judged()
	for _, f := range v.Figures {
		if f.Target != "" && !f.Met {
			v.Pass = false
		}
	}
	return v
}

func (v *Verdict) atLeast(name string, value, target float64, unit string) {
	v.Figures = append(v.Figures, Yardstick{Name: name, Value: value, Unit: unit, Target: fmt.Sprintf("at least %g", target),
		Met: value >= target})
}

func (v *Verdict) atMost(name string, value, target float64, unit string) {
	v.Figures = append(v.Figures, Yardstick{Name: name, Value: value, Unit: unit, Target: fmt.Sprintf("at most %g", target),
		Met: value <= target})
}

func (v *Verdict) below(name string, value, target float64, unit string) {
	v.Figures = append(v.Figures, Yardstick{Name: name, Value: value, Unit: unit, Target: fmt.Sprintf("below %g", target),
		Met: value < target})
}

// so holds an episode to something that must be so.
func (v *Verdict) so(name string, is bool) {
	v.Figures = append(v.Figures, Yardstick{Name: name, Value: yes(is), YesNo: true, Unit: "yes is 1", Target: "at least 1", Met: is})
}

func (v *Verdict) told(name string, value float64, unit string) {
	v.Figures = append(v.Figures, Yardstick{Name: name, Value: value, Unit: unit, Met: true})
}

// datesInOrder tells whether median dates come one group after the other: every date of a group before every date of the next.
// What mostly never happens is in no order.
func datesInOrder(groups ...[]DateForecast) bool {
	last := math.Inf(-1)
	for _, g := range groups {
		latest := last
		for _, d := range g {
			if d.Median == 0 || d.Median <= last {
				return false
			}
			latest = max(latest, d.Median)
		}
		last = latest
	}
	return true
}
