package sim

// likeness is how alike two states are at the United Nations, by their ideal points, where a scenario does not say.
//
//	affinity = 1 - |difference| / span, within 0 and 1
func (p Common) likeness(one, other float64) float64 {
	apart := one - other
	return clamp(1-max(apart, -apart)/p.Span, 0, 1)
}

// layAffinity lays out how alike each two states are: as the scenario says, or by their votes.
func (w *World) layAffinity() {
	n := w.N()
	ideal := w.lay(n, func(i int, d Date) float64 { return w.Scenario.States[w.States[i]].IdealPoint.At(d) })
	w.affinity = w.lay(n*n, func(p int, d Date) float64 {
		if r := w.related[p]; r != nil && len(r.Affinity) > 0 {
			return r.Affinity.At(d)
		}
		row := ideal[w.Calendar.Tick(d)]
		return w.Parameters.Common.likeness(row[p/n], row[p%n])
	})
}

// Likenesses visits how alike each two states are over time, by the path at which a scenario may say it.
func (w *World) Likenesses(see func(path string, d Date, v float64)) {
	n := w.N()
	for tick, row := range w.affinity {
		if tick > 0 && &row[0] == &w.affinity[tick-1][0] {
			continue
		}
		for i := range n {
			for j := range i {
				see("relations."+w.relationName(i, j)+".affinity", w.Calendar.Date(tick), row[i*n+j])
			}
		}
	}
}
