package history

import (
	"math"
	"slices"

	"entente/sim/lab/stats"
)

// Verdict is what became of one episode of history in the model.
type Verdict struct {
	ID       string         `json:"id"`              // as V4
	Title    string         `json:"title"`           // in words
	Scenario string         `json:"scenario"`        // that it is played in
	Theatre  string         `json:"theatre"`         // the scenario that it is built on, or itself: those of one share states and years
	Runs     int            `json:"runs"`            // that came to an end
	Seed     uint64         `json:"seed"`            // of their luck
	Open     bool           `json:"open"`            // history has not spoken yet
	Fitted   bool           `json:"fitted"`          // the shipped constants were fitted to it: its score is no test of them
	Pass     bool           `json:"pass"`            // all figures with a target met it
	Luck     float64        `json:"luck"`            // share of resamples of the runs by which that would be otherwise
	Figures  []Yardstick    `json:"figures"`         // that it is held to, or that are told
	Claims   []Claim        `json:"claims"`          // what the model says of each thing that history decided, a chance each
	Aside    []Aside        `json:"aside,omitempty"` // what is told beside them and not scored
	Scores   []Score        `json:"scores"`          // the model first, then the rules to beat
	Dates    []DateForecast `json:"dates"`           // when things came about, in the runs and in history
}

// Aside is a claim that is told beside those that an episode is scored by.
type Aside struct {
	Claim
	Why string `json:"why"` // why it is not scored
}

// WithAsides is how the model would score if what is told aside were scored too.
func (v *Verdict) WithAsides() Score {
	all := slices.Clone(v.Claims)
	for _, a := range v.Aside {
		all = append(all, a.Claim)
	}
	return rate("model", all, chanceOf)
}

// Yardstick is one number that an episode is held to.
type Yardstick struct {
	Name   string  `json:"name"`             // in words
	Value  float64 `json:"value"`            // in the unit
	YesNo  bool    `json:"yes_no,omitempty"` // it is so or not: the value is 1 if it is, else 0
	Unit   string  `json:"unit"`             // of the value and the target, in words
	Target *Target `json:"target,omitempty"` // nil if it is only told
	Met    bool    `json:"met"`              // the value is as the target asks; true if there is none

	Luck *stats.Interval `json:"luck,omitempty"` // 95 % interval of the value over resamples of the runs; none of fewer than 60 runs
}

// Target is what a number must be.
type Target struct {
	Side  Side    `json:"side"`  // of the bound on which the number must lie: at_least, at_most or below
	Bound float64 `json:"bound"` // in the unit of the number
}

// Side is where a number must lie, seen from a bound.
type Side string

// The sides.
const (
	AtLeast Side = "at_least" // the bound itself will do
	AtMost  Side = "at_most"  // likewise
	Below   Side = "below"    // it will not
)

// met tells whether a number lies where it must.
func (t Target) met(value float64) bool {
	switch t.Side {
	case AtLeast:
		return value >= t.Bound
	case AtMost:
		return value <= t.Bound
	case Below:
		return value < t.Bound
	}
	panic("history: no side " + string(t.Side))
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

	Luck *Between `json:"luck,omitempty"` // 95 % interval of the median over resamples of the runs; none of fewer than 60 runs
}

// Between are two years, of which 0 stands for mostly never.
type Between struct {
	Low  float64 `json:"low95"`  // year, decimal
	High float64 `json:"high95"` // year, decimal
}

// Judged tells whether an episode that history has decided is held to any target. One that is not is scored and no more.
func (v *Verdict) Judged() bool {
	return !v.Open && slices.ContainsFunc(v.Figures, func(f Yardstick) bool { return f.Target != nil })
}

// judge holds how runs ended to one episode.
func (e *endings) judge(ep Episode, seed uint64) Verdict {
	v := Verdict{
		ID: ep.ID, Title: ep.Title, Scenario: ep.Scenario, Theatre: TheatreOf(&e.world.Scenario), Runs: len(e.runs), Seed: seed, Open: ep.Open, Fitted: ep.Fitted,
		Figures: []Yardstick{}, Claims: []Claim{}, Scores: []Score{}, Dates: []DateForecast{},
	}
	ep.judge(e, &v)
	v.Scores = append(v.Scores, scores(v.Claims)...)
	if ep.byTruth {
		v.hold(e.world.Scenario.Targets)
	}
	v.Pass = v.Judged()
	for _, f := range v.Figures {
		if f.Target != nil && !f.Met {
			v.Pass = false
		}
	}
	return v
}

func (v *Verdict) atLeast(name string, value, bound float64, unit string) {
	v.held(name, value, Target{AtLeast, bound}, unit)
}

func (v *Verdict) atMost(name string, value, bound float64, unit string) {
	v.held(name, value, Target{AtMost, bound}, unit)
}

func (v *Verdict) below(name string, value, bound float64, unit string) {
	v.held(name, value, Target{Below, bound}, unit)
}

func (v *Verdict) held(name string, value float64, to Target, unit string) {
	v.Figures = append(v.Figures, Yardstick{Name: name, Value: value, Unit: unit, Target: &to, Met: to.met(value)})
}

// so holds an episode to something that must be so.
func (v *Verdict) so(name string, is bool) {
	v.Figures = append(v.Figures, Yardstick{Name: name, Value: yes(is), YesNo: true, Unit: "yes is 1", Target: &Target{AtLeast, 1}, Met: is})
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
