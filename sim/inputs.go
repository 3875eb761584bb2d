package sim

import (
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// copyAt is a world whose figures of one tick may be changed without touching w.
func (w *World) copyAt(tick int) *World {
	c := *w
	own := func(t table) table {
		t = slices.Clone(t)
		t[tick] = slices.Clone(t[tick])
		return t
	}
	for _, t := range []*table{&c.capability, &c.gdp, &c.openness, &c.polyarchy, &c.tradition, &c.volatility, &c.reliable, &c.trade,
		&c.contest, &c.exposure, &c.friction, &c.affinity, &c.projection, &c.reach} {
		*t = own(*t)
	}
	c.rivals, c.treaties, c.clauses = slices.Clone(w.rivals), slices.Clone(w.treaties), slices.Clone(w.clauses)
	for q := range c.rivals {
		c.rivals[q].offence, c.rivals[q].retaliation = own(c.rivals[q].offence), own(c.rivals[q].retaliation)
	}
	for k := range c.treaties {
		c.treaties[k].toA, c.treaties[k].toB = own(c.treaties[k].toA), own(c.treaties[k].toB)
	}
	for k := range c.clauses {
		c.clauses[k].depth = own(c.clauses[k].depth)
	}
	return &c
}

// RangeOf reads the range of a figure of a scenario off the struct tag that its reader checks it by: of is a State, a
// Clause, a Lever and so on, key the figure's name in TOML. It panics if there is none of that name.
func RangeOf(of any, key string) (low, high float64) {
	t := reflect.TypeOf(of)
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Tag.Get("toml") != key {
			continue
		}
		a, b, _ := strings.Cut(strings.Trim(f.Tag.Get("range"), "[]"), ",")
		low, _ = strconv.ParseFloat(a, 64)
		high, _ = strconv.ParseFloat(b, 64)
		return low, high
	}
	panic("sim: no figure " + key)
}

// inputs lists the figures that may stand behind what state i makes of clause c at this tick by one theory or another,
// with the means to change each. The run must stand on a world of copyAt.
func (r *Run) inputs(c, i int) []Input {
	w, n, k, tick := r.w, r.w.N(), len(r.w.rivals), r.Tick
	var list []Input
	add := func(of any, key, path string, value float64, set func(float64)) *Input {
		low, high := RangeOf(of, key)
		list = append(list, Input{Path: path, Value: value, Times: 1, Low: low, High: high, set: set})
		return &list[len(list)-1]
	}
	set := func(t table, place int) func(float64) { return func(v float64) { t[tick][place] = v } }
	me, day := "states."+w.States[i], w.Calendar.Date(tick)
	clause := &w.clauses[c]
	// levered turns an input into the figure of the scenario that a lever multiplies: that is the one to set.
	levered := func(in *Input, most float64, of func(*Lever) Series, states ...int) {
		laid, times := in.set, w.lever(day, of, states...)
		in.Times, in.set = times, func(v float64) { laid(min(v*times, most)) }
	}
	relate := func(j int) {
		pair, relation := i*n+j, w.relationName(i, j)
		levered(add(Relation{}, "friction", "relations."+relation+".friction", w.Scenario.Relations[relation].Friction.At(day),
			set(w.friction, pair)), 1, func(l *Lever) Series { return l.Friction }, i, j)
		add(Relation{}, "affinity", "relations."+relation+".affinity", w.affinity[tick][pair], set(w.affinity, pair))
	}
	expose := func(state int) {
		for q := range w.rivals {
			w.exposure[tick][state*k+q] = w.exposureTo(state, q, tick)
		}
	}

	for _, q := range clause.against {
		rival, id := w.rivals[q].state, w.Rivals[q]
		place := i*k + q
		felt := add(State{}, "contest", "threat felt from "+id, r.threat[place],
			func(v float64) { r.threat[place] = v })
		felt.Felt, felt.late = true, true
		add(State{}, "contest", me+".contest."+id, w.contest[tick][place], set(w.contest, place))
		add(State{}, "capability", "states."+id+".capability", w.capability[tick][rival], func(v float64) {
			w.capability[tick][rival] = v
			for j := range n {
				expose(j)
			}
		})
		add(Rival{}, "offence", "rivals."+id+".offence", w.rivals[q].offence[tick][0], func(v float64) {
			w.rivals[q].offence[tick][0] = v
			for j := range n {
				expose(j)
			}
		})
		add(State{}, "polyarchy", "states."+id+".polyarchy", w.polyarchy[tick][rival], set(w.polyarchy, rival))
		relate(rival)
		levered(add(State{}, "trade", me+".trade."+id, w.Scenario.States[w.States[i]].Trade[id].At(day),
			set(w.trade, place)), 1, func(l *Lever) Series { return l.Trade }, i)
		add(Rival{}, "retaliation", "rivals."+id+".retaliation", w.rivals[q].retaliation[tick][0],
			set(w.rivals[q].retaliation, 0))
	}
	add(State{}, "capability", me+".capability", w.capability[tick][i],
		func(v float64) { w.capability[tick][i] = v; expose(i) })
	add(State{}, "openness", me+".openness", w.openness[tick][i], set(w.openness, i))
	add(Clause{}, "depth", "clauses."+w.Clauses[c]+".depth", clause.depth[tick][0], set(clause.depth, 0))
	add(State{}, "autonomy_tradition", me+".autonomy_tradition", w.tradition[tick][i], set(w.tradition, i))
	stance := add(State{}, "stance", me+".stance", r.stances[i], func(v float64) { r.stances[i] = v })
	stance.late = true
	volatility := w.Scenario.States[w.States[i]].Volatility.At(day)
	levered(add(State{}, "volatility", me+".volatility", volatility, func(v float64) {
		committed := w.Parameters.Aid.committed(w.reliable[tick][i], w.volatility[tick][i])
		w.volatility[tick][i], w.reliable[tick][i] = v, w.Parameters.Aid.reliability(v, committed)
	}), math.Inf(1), func(l *Lever) Series { return l.Volatility }, i)
	add(State{}, "polyarchy", me+".polyarchy", w.polyarchy[tick][i], set(w.polyarchy, i))
	add(State{}, "projection", me+".projection", w.projection[tick][i], func(v float64) {
		w.projection[tick][i] = v
		for j := range n {
			w.reach[tick][j*n+i] = w.Parameters.Aid.reach(w.distance[j*n+i], v)
		}
	})
	for _, j := range r.talks.seats {
		if j == i {
			continue
		}
		pair := i*n + j
		them := "states." + w.States[j]
		add(State{}, "capability", them+".capability", w.capability[tick][j],
			func(v float64) { w.capability[tick][j] = v; expose(j) })
		add(State{}, "gdp", them+".gdp", w.gdp[tick][j], set(w.gdp, j))
		add(State{}, "polyarchy", them+".polyarchy", w.polyarchy[tick][j], set(w.polyarchy, j))
		add(State{}, "commitment", them+".commitment", w.Parameters.Aid.committed(w.reliable[tick][j], w.volatility[tick][j]),
			func(v float64) { w.reliable[tick][j] = w.Parameters.Aid.reliability(w.volatility[tick][j], v) })
		add(State{}, "projection", them+".projection", w.projection[tick][j], func(v float64) {
			w.projection[tick][j], w.reach[tick][pair] = v, w.Parameters.Aid.reach(w.distance[pair], v)
		})
		for _, q := range clause.against {
			add(State{}, "contest", them+".contest."+w.Rivals[q], w.contest[tick][j*k+q], set(w.contest, j*k+q))
		}
		relate(j)
	}
	for _, id := range names(w.Scenario.Ties) {
		x := slices.Index(names(w.Scenario.Ties), id)
		t := &w.treaties[x]
		if !r.alive[x] || t.rung < RungDefence || t.a != i && t.b != i {
			continue
		}
		mine, key := t.toA, "depth"
		if t.b == i {
			mine = t.toB
		}
		if w.Scenario.Ties[id].Guarantor == w.States[i] {
			key = "return_depth"
		}
		add(Tie{}, key, "ties."+id+"."+key, mine[tick][0], set(mine, 0))
	}
	return list
}

// relationName is the name under which the scenario keeps what two states are to each other.
func (w *World) relationName(i, j int) string {
	a, b := w.States[i], w.States[j]
	if _, ok := w.Scenario.Relations[b+"-"+a]; ok {
		return b + "-" + a
	}
	if _, ok := w.Scenario.Relations[a+"-"+b]; ok || a < b {
		return a + "-" + b
	}
	return b + "-" + a
}
