package page

import (
	"math"

	"entente/plots/page/model"
	"entente/sim"
)

// Decision is one decision with what becomes of it as one figure is moved.
type Decision struct {
	Scenario string         `json:"scenario"`
	State    string         `json:"state"`
	Run      int            `json:"run"`
	AsIs     model.Decision `json:"as_is"`
	Levers   []Moved        `json:"levers"`
}

// Moved is a decision under values of one figure.
type Moved struct {
	Path   string           `json:"path"`
	Now    float64          `json:"now"` // the value of Values nearest to the one that the scenario has
	Values []float64        `json:"values"`
	Made   []model.Decision `json:"made"` // by value, without what would turn them
}

// decide lays the decision open, as it is and with one figure moved at a time, for the whole run.
func decide(s sim.Scenario) Decision {
	look := func(s sim.Scenario, inputs bool) model.Decision {
		return model.Decide(sim.NewWorld(s), seed, inRun, decider, when, inputs)
	}
	d := Decision{Scenario: s.Name, State: decider, Run: inRun, AsIs: look(s, true)}
	for _, l := range []struct {
		path string
		step float64
	}{{"levers." + decider + ".stance", 0.05}, {"levers.USA.stance", 0.05}, {"levers." + decider + ".trade", 0.1}} {
		f, ok := sim.FigureAt(l.path)
		if !ok {
			panic("page: no figure " + l.path)
		}
		low, high := f.Low, min(f.High, 2)
		if low < 0 {
			low, high = -1, 1
		}
		m := Moved{Path: l.path, Now: math.Inf(1)}
		now := f.At(&s, sim.Date(2027))
		for k := range int(math.Round((high-low)/l.step)) + 1 {
			v := math.Round((low+float64(float64(k)*l.step))*100) / 100
			if math.Abs(v-now) < math.Abs(m.Now-now) {
				m.Now = v
			}
			changed := s
			f.Set(&changed, v)
			m.Values, m.Made = append(m.Values, v), append(m.Made, look(changed, false))
		}
		d.Levers = append(d.Levers, m)
	}
	return d
}
