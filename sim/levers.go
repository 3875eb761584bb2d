package sim

import "slices"

// Everyone is the word for all states, where a scenario may speak of one or of all.
const Everyone = "all"

// Levers multiply figures of one state, or of all, for what-ifs: "trade with the rival halves by 2030" is one figure
// and not one for each state. 1 leaves things as they are. A pair is moved by the levers of both its states, and once by
// that of all. What governments think has two signs, so their lever adds; 0 leaves it as it is, and so are governments that a
// shock brings.
type Levers struct {
	Threat     Series `toml:"threat" default:"1" range:"[0,5]" unit:"times the threat it feels, which stays at most 1"`
	Trade      Series `toml:"trade" default:"1" range:"[0,5]" unit:"times its share of trade with each rival, which stays at most 1"`
	Volatility Series `toml:"volatility" default:"1" range:"[0,5]" unit:"times its changes of government a year"`
	Ties       Series `toml:"ties" default:"1" range:"[0,2]" unit:"times what it and its partners may count on below a clause"`
	Friction   Series `toml:"friction" default:"1" range:"[0,5]" unit:"times its quarrels with others, which stay at most 1"`
	Stance     Series `toml:"stance" default:"0" range:"[-2,2]" unit:"added to what its governments and parties think of a clause, which stays within -1 and 1"`
}

// Moving are those of the levers that move anything: not those that multiply by 1 or add 0 on every day.
func (l Levers) Moving() Levers {
	for _, by := range []struct {
		lever *Series
		still float64
	}{{&l.Threat, 1}, {&l.Trade, 1}, {&l.Volatility, 1}, {&l.Ties, 1}, {&l.Friction, 1}, {&l.Stance, 0}} {
		if !slices.ContainsFunc(*by.lever, func(p Point) bool { return p.Value != by.still }) {
			*by.lever = nil
		}
	}
	return l
}

// findLevers keeps the levers of the scenario by state, and that of everyone last; nil where there is none.
func (w *World) findLevers() {
	w.levers = make([]*Levers, w.N()+1)
	for k, who := range append(slices.Clone(w.States), Everyone) {
		if l, ok := w.Scenario.Levers[who]; ok {
			w.levers[k] = &l
		}
	}
}

// lever is what a lever multiplies a figure of some states by, on a day.
func (w *World) lever(d Date, of func(*Levers) Series, states ...int) float64 {
	times := 1.0
	if len(w.Scenario.Levers) == 0 {
		return times
	}
	pull := func(l *Levers) {
		if l != nil && len(of(l)) > 0 {
			times *= of(l).At(d)
		}
	}
	pull(w.levers[w.N()])
	for _, i := range states {
		pull(w.levers[i])
	}
	return times
}

// opinion is a stance, or the middle of a party system, moved by its lever.
func (w *World) opinion(stance float64, d Date, i int) float64 {
	if len(w.Scenario.Levers) == 0 {
		return clamp(stance, -1, 1)
	}
	for _, k := range []int{w.N(), i} {
		if l := w.levers[k]; l != nil && len(l.Stance) > 0 {
			stance += l.Stance.At(d)
		}
	}
	return clamp(stance, -1, 1)
}

// shareTimes is what levers make of a share: a share still, at most 1.
func shareTimes(share, times float64) float64 { return min(share*times, 1) }

// rateTimes is what levers make of a yearly rate, which has no upper end.
func rateTimes(rate, times float64) float64 { return rate * times }

// layLevers lays out what the levers do to ties, which grow and lapse in a run; the other levers work on figures that
// are laid out already multiplied.
func (w *World) layLevers() {
	given := false
	for _, l := range w.Scenario.Levers {
		given = given || len(l.Ties) > 0
	}
	if given {
		n := w.N()
		w.tied = w.lay(n*n, func(p int, d Date) float64 {
			return w.lever(d, func(l *Levers) Series { return l.Ties }, p/n, p%n)
		})
	}
}
