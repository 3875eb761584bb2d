package lab

import (
	"entente/sim"
)

// Values are those of the factors at a point.
func (st *Study) Values(p int) []float64 {
	u := make([]float64, len(st.Factors))
	st.Layout.At(p, u)
	for k, f := range st.Factors {
		u[k] = f.Values.Value(u[k])
	}
	return u
}

// FirstRun is the number of the first run at a point: points that share their luck share their runs.
func (st *Study) FirstRun(p int) int { return st.Layout.Luck(p) * st.Each }

// Settings are what is changed at a point, as after --set.
func (st *Study) Settings(values []float64) []Setting {
	var all []Setting
	for k, f := range st.Factors {
		all = append(all, number(f.Path, values[k]))
	}
	return all
}

// at is the scenario at a point.
func (st *Study) at(p int) sim.Scenario {
	s := st.Scenario
	for k, v := range st.Values(p) {
		f, ok := sim.FigureAt(st.Factors[k].Path)
		if !ok {
			panic("lab: no figure " + st.Factors[k].Path)
		}
		f.Set(&s, v)
	}
	return s
}

// world is the world at a point.
func (st *Study) world(p int) *sim.World {
	if s := st.at(p); st.constants {
		return st.base.Vary(s)
	} else {
		return sim.NewWorld(s)
	}
}
