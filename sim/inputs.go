package sim

import "slices"

// copyAt is a world whose figures of one tick may be changed without touching w.
func (w *World) copyAt(tick int) *World {
	c := *w
	own := func(t byTick) byTick {
		t = slices.Clone(t)
		t[tick] = slices.Clone(t[tick])
		return t
	}
	for _, t := range []*byTick{&c.capability, &c.gdp, &c.openness, &c.polyarchy, &c.tradition, &c.volatility, &c.reliable, &c.trade,
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
		if c.clauses[k].blessing != nil {
			c.clauses[k].blessing = own(c.clauses[k].blessing)
		}
	}
	return &c
}

// inputs lists the figures that may stand behind what state i makes of clause c at this tick by one theory or another,
// with the means to change each. The run must stand on a world of copyAt.
func (r *Run) inputs(c, i int) []Input {
	g := &gathering{Run: r, i: i, clause: &r.w.clauses[c], me: "states." + r.w.States[i], day: r.w.Calendar.Date(r.Tick)}
	for _, q := range g.clause.against {
		g.ofRival(q)
	}
	g.ofItself("clauses." + r.w.Clauses[c])
	for _, j := range r.talks.seats {
		if j != i {
			g.ofPartner(j)
		}
	}
	g.ofTreaties()
	return g.list
}

// gathering is the inputs of what state i makes of a clause, as far as they have been listed.
type gathering struct {
	*Run
	i      int
	clause *clause
	me     string // its row in the scenario
	day    Date
	list   []Input
}

// add lists the figure at a path. set lays another value of it.
func (g *gathering) add(path string, value float64, set func(float64)) *Input {
	f, ok := FigureAt(path)
	if !ok {
		panic("sim: an explanation looks for a figure " + path + ", and there is none")
	}
	g.list = append(g.list, Input{Path: path, Value: value, Times: 1, Low: f.Low, High: f.High, set: set})
	return &g.list[len(g.list)-1]
}

// cell lays values of one place of a table.
func (g *gathering) cell(t byTick, place int) func(float64) {
	return func(v float64) { t[g.Tick][place] = v }
}

// levered turns an input into the figure of the scenario that a lever multiplies: that is the one to set.
func (g *gathering) levered(in *Input, times float64, laid func(v, times float64) float64) {
	set := in.set
	in.Times, in.set = times, func(v float64) { set(laid(v, times)) }
}

// capability lists the means of a state, on which the exposure of others hangs too.
func (g *gathering) capability(j int, exposes ...int) {
	w, tick := g.w, g.Tick
	g.add("states."+w.States[j]+".capability", w.capability[tick][j], func(v float64) {
		w.capability[tick][j] = v
		g.expose(exposes...)
	})
}

// expose works out anew how exposed states are to the rivals.
func (g *gathering) expose(states ...int) {
	k := len(g.w.rivals)
	for _, j := range states {
		for q := range k {
			g.w.exposure[g.Tick][j*k+q] = g.w.exposureTo(j, q, g.Tick)
		}
	}
}

// everyone is all states by number.
func (g *gathering) everyone() []int {
	all := make([]int, g.w.N())
	for j := range all {
		all[j] = j
	}
	return all
}

// ofRelation lists what i and j are to each other.
func (g *gathering) ofRelation(j int) {
	w, i, pair := g.w, g.i, g.i*g.w.N()+j
	name := w.relationName(i, j)
	quarrel := g.add("relations."+name+".friction", w.Scenario.Relations[name].Friction.At(g.day), g.cell(w.friction, pair))
	g.levered(quarrel, w.lever(g.day, func(l *Levers) Series { return l.Friction }, i, j), shareTimes)
	g.add("relations."+name+".affinity", w.affinity[g.Tick][pair], g.cell(w.affinity, pair))
}

// ThreatFelt begins the path of the one input that is no figure of the scenario; the id of the rival follows.
const ThreatFelt = "threat felt from "

// ofRival lists what i knows of a rival and has to do with it.
func (g *gathering) ofRival(q int) {
	r, w, i, tick := g.Run, g.w, g.i, g.Tick
	rival, state, id := &w.rivals[q], w.rivals[q].state, w.Rivals[q]
	place := i*len(w.rivals) + q
	g.list = append(g.list, Input{Path: ThreatFelt + id, Felt: true, Value: r.threat[place], Times: 1, High: 1, late: true,
		set: func(v float64) { r.threat[place] = v }})
	g.add(g.me+".contest."+id, w.contest[tick][place], g.cell(w.contest, place))
	g.capability(state, g.everyone()...)
	g.add("rivals."+id+".offence", rival.offence[tick][0], func(v float64) {
		rival.offence[tick][0] = v
		g.expose(g.everyone()...)
	})
	g.add("states."+id+".polyarchy", w.polyarchy[tick][state], g.cell(w.polyarchy, state))
	g.ofRelation(state)
	trade := g.add(g.me+".trade."+id, w.Scenario.States[w.States[i]].Trade[id].At(g.day), g.cell(w.trade, place))
	g.levered(trade, w.lever(g.day, func(l *Levers) Series { return l.Trade }, i), shareTimes)
	g.add("rivals."+id+".retaliation", rival.retaliation[tick][0], g.cell(rival.retaliation, 0))
}

// ofItself lists the figures of i and the depth of the clause.
func (g *gathering) ofItself(clause string) {
	w, i, n, tick := g.w, g.i, g.w.N(), g.Tick
	g.capability(i, i)
	g.add(g.me+".openness", w.openness[tick][i], g.cell(w.openness, i))
	g.add(clause+".depth", g.clause.depth[tick][0], g.cell(g.clause.depth, 0))
	g.add(g.me+".autonomy_tradition", w.tradition[tick][i], g.cell(w.tradition, i))
	g.ofOpinion(clause)
	volatility := g.add(g.me+".volatility", w.Scenario.States[w.States[i]].Volatility.At(g.day), func(v float64) {
		committed := w.Parameters.Aid.committed(w.reliable[tick][i], w.policyVolatility(tick, i))
		w.volatility[tick][i] = v
		w.reliable[tick][i] = w.Parameters.Aid.reliability(w.policyVolatility(tick, i), committed)
	})
	g.levered(volatility, w.lever(g.day, func(l *Levers) Series { return l.Volatility }, i), rateTimes)
	g.add(g.me+".polyarchy", w.polyarchy[tick][i], g.cell(w.polyarchy, i))
	g.add(g.me+".projection", w.projection[tick][i], func(v float64) {
		w.projection[tick][i] = v
		for j := range n {
			w.reach[tick][j*n+i] = w.Parameters.Aid.reach(w.distance[j*n+i], v)
		}
	})
}

// ofOpinion lists what i thinks of the clause, and what powers from outside press for.
func (g *gathering) ofOpinion(clause string) {
	c := g.talks.clause
	g.ofStance(clause, g.i)
	if leader, _ := g.lead(c); leader != g.i && !slices.Contains(g.clause.powers, leader) {
		g.ofStance(clause, leader)
	}
	for k, b := range g.clause.powers {
		g.add(clause+".blessing."+g.w.States[b], g.clause.blessing[g.Tick][k], g.cell(g.clause.blessing, k))
	}
}

// ofStance lists what state i thinks of the clause.
func (g *gathering) ofStance(clause string, i int) {
	if g.clause.stance != nil && g.clause.speaks[i] {
		p := g.talks.clause*g.w.N() + i
		g.add(clause+".stance."+g.w.States[i], g.own[p], func(v float64) { g.own[p] = v }).late = true
		return
	}
	g.add("states."+g.w.States[i]+".stance", g.stances[i], func(v float64) { g.stances[i] = v }).late = true
}

// ofPartner lists what i knows of another at the table and is to it.
func (g *gathering) ofPartner(j int) {
	w, tick, k := g.w, g.Tick, len(g.w.rivals)
	pair, them := g.i*w.N()+j, "states."+w.States[j]
	g.capability(j, j)
	g.add(them+".gdp", w.gdp[tick][j], g.cell(w.gdp, j))
	g.add(them+".polyarchy", w.polyarchy[tick][j], g.cell(w.polyarchy, j))
	g.add(them+".commitment", w.Parameters.Aid.committed(w.reliable[tick][j], w.policyVolatility(tick, j)),
		func(v float64) { w.reliable[tick][j] = w.Parameters.Aid.reliability(w.policyVolatility(tick, j), v) })
	g.add(them+".projection", w.projection[tick][j], func(v float64) {
		w.projection[tick][j], w.reach[tick][pair] = v, w.Parameters.Aid.reach(w.distance[pair], v)
	})
	for _, q := range g.clause.against {
		g.add(them+".contest."+w.Rivals[q], w.contest[tick][j*k+q], g.cell(w.contest, j*k+q))
	}
	g.ofRelation(j)
}

// ofTreaties lists what i may count on from its defence treaties: the depth, or what a guarantor is owed in return.
func (g *gathering) ofTreaties() {
	for x, id := range names(g.w.Scenario.Ties) {
		t := &g.w.treaties[x]
		if !g.alive[x] || t.rung < RungDefence || t.a != g.i && t.b != g.i {
			continue
		}
		mine, key := t.toA, "depth"
		if t.b == g.i {
			mine = t.toB
		}
		if g.w.Scenario.Ties[id].Guarantor == g.w.States[g.i] {
			key = "return_depth"
		}
		g.add("ties."+id+"."+key, mine[g.Tick][0], g.cell(mine, 0))
	}
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
