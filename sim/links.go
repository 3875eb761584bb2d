package sim

// partners is the share of their partners that two states have in common, in [0, 1] (Jaccard).
//
//	partners = partners of both / partners of either,    0 if there are none
func (r *Run) partners(i, j int) float64 {
	all := r.links[i].Or(r.links[j]).Len()
	if all == 0 {
		return 0
	}
	return float64(r.links[i].And(r.links[j]).Len()) / float64(all)
}

// setRung puts two states on a rung; that of a pair is kept for both.
func (r *Run) setRung(i, j int, rung int8) {
	n := r.w.N()
	r.rung[i*n+j], r.rung[j*n+i] = rung, rung
	for _, pair := range [2][2]int{{i, j}, {j, i}} {
		r.worksWith[pair[0]].put(pair[1], rung > RungNone)
		r.close[pair[0]].put(pair[1], rung >= closePartner)
	}
}

// keepLinks notes who works with whom closely enough to bring a third in (closePartner).
func (r *Run) keepLinks() {
	for i := range r.links { // allies: a defence treaty or a clause in force bound them at the end of the last tick
		r.links[i] = r.ally[i].Or(r.close[i].Without(r.asleep[i]))
	}
}
