package sim

// deepen lays down how much each state may count on each other, with and without the clauses in force.
func (r *Run) deepen() {
	r.tieUp()
	copy(r.depth, r.ties)
	for c := range r.w.clauses {
		if r.inForce[c] {
			r.bind(c)
		}
	}
}

// bind lays a clause in force over the ties of its members.
func (r *Run) bind(c int) {
	n, d := r.w.N(), r.w.clauses[c].depth[r.Tick][0]
	members := r.members(c)
	for _, i := range members {
		for _, j := range members {
			if i != j {
				r.depth[i*n+j] = max(r.depth[i*n+j], d)
				r.bindTo(i, j)
			}
		}
	}
}

// members lists whom clause c binds. The list is good until the next one is asked for.
func (r *Run) members(c int) []int {
	members := r.sitting[:0]
	for _, i := range r.w.clauses[c].invited {
		if r.bound(c, i) {
			members = append(members, i)
		}
	}
	return members
}
