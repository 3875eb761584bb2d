package history

import (
	"fmt"
	"math"
	"slices"

	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// Verdict is what became of one episode of history in the model.
type Verdict struct {
	ID       string         `json:"id"`
	Title    string         `json:"title"`
	Scenario string         `json:"scenario"`
	Runs     int            `json:"runs"`
	Seed     uint64         `json:"seed"`
	Open     bool           `json:"open"` // history has not spoken yet
	Pass     bool           `json:"pass"` // all figures with a target met it
	Figures  []Figure       `json:"figures"`
	Claims   []Claim        `json:"claims"`
	Scores   []Score        `json:"scores"` // the model first, then the rules to beat
	Dates    []DateForecast `json:"dates"`
}

// Figure is one number that an episode is held to.
type Figure struct {
	Name   string  `json:"name"`
	Value  float64 `json:"value"`
	Unit   string  `json:"unit"`
	Target string  `json:"target,omitempty"` // "" if it is only told
	Met    bool    `json:"met"`
}

// DateForecast is when something happened in the runs and in history.
type DateForecast struct {
	About  string      `json:"about"`
	Truth  float64     `json:"truth"`  // year, decimal
	Median float64     `json:"median"` // 0 if it happens in fewer than half of the runs
	Q05    float64     `json:"q05"`    // among the runs in which it happens
	Q95    float64     `json:"q95"`
	Never  stats.Share `json:"never"`               // runs in which it does not happen
	Error  float64     `json:"median_error_months"` // median over all runs of the distance; 0 with Median 0 means never
}

// endings are a world and how its runs ended: all that an episode is judged by.
type endings struct {
	world *sim.World
	runs  []*lab.Ending // those that did not fail
}

func endingsOf(e *lab.Ensemble) *endings { return &endings{e.World, e.Endings()} }

// count is the share of runs of which something is true.
func (e *endings) count(is func(*lab.Ending) bool) stats.Share {
	n := 0
	for _, r := range e.runs {
		if is(r) {
			n++
		}
	}
	return stats.ShareOf(n, len(e.runs))
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
	d.Never = stats.ShareOf(len(off)-len(when), len(off))
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

// Hindcast judges an ensemble by one episode.
func Hindcast(e *lab.Ensemble, ep Episode) Verdict {
	ends := endingsOf(e)
	v := Verdict{ID: ep.ID, Title: ep.Title, Scenario: ep.Scenario, Runs: len(ends.runs), Seed: e.Seed, Open: ep.Open}
	ep.judge(ends, &v)
	v.Scores = scores(v.Claims)
	v.Pass = !v.Open
	for _, f := range v.Figures {
		if f.Target != "" && !f.Met {
			v.Pass = false
		}
	}
	return v
}

func (v *Verdict) atLeast(name string, value, target float64, unit string) {
	v.Figures = append(v.Figures, Figure{name, value, unit, fmt.Sprintf("at least %g", target), value >= target})
}

func (v *Verdict) atMost(name string, value, target float64, unit string) {
	v.Figures = append(v.Figures, Figure{name, value, unit, fmt.Sprintf("at most %g", target), value <= target})
}

func (v *Verdict) below(name string, value, target float64, unit string) {
	v.Figures = append(v.Figures, Figure{name, value, unit, fmt.Sprintf("below %g", target), value < target})
}

func (v *Verdict) told(name string, value float64, unit string) {
	v.Figures = append(v.Figures, Figure{Name: name, Value: value, Unit: unit, Met: true})
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
