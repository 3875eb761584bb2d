package sim

import "slices"

// talks is one clause at one tick as its parties see it: who is at the table, what each could rely on without the
// clause and what each promise would add. States at the table are numbered by their seat.
type talks struct {
	clause  int
	laid    bool // whom all expect has been found, and nothing has moved since
	depth   float64
	seats   []int     // the state on each seat: signatories and those who must decide
	seat    []int     // the seat of each state, -1 if none
	expect  []float64 // chance that the seat's state is in: 1 for signatories
	decides []bool    // has yet to decide
	needed  []bool    // the clause cannot enter into force without it
	without []float64 // aid that the seat can count on if the clause comes to nothing
	with    []float64 // the same if all others who are expected come in
	gain    []float64 // seat × seat: what the promise of the first would add to the aid of the second
	duty    []float64 // seat × seat: what depth of promise the first would newly owe the second

	depths []float64 // state: room for a row of depths without the clause

	binding, hopeful []int // other clauses: in force; narrower, not in force, and perhaps to be signed
}

func newTalks(states, seats, clauses int) talks {
	return talks{
		binding: make([]int, 0, clauses), hopeful: make([]int, 0, clauses),
		seats: make([]int, 0, seats), seat: make([]int, states), expect: make([]float64, seats),
		decides: make([]bool, seats), needed: make([]bool, seats), without: make([]float64, seats), with: make([]float64, seats),
		gain: make([]float64, seats*seats), duty: make([]float64, seats*seats), depths: make([]float64, states),
	}
}

// convene sits the parties of a clause down and works out what its promises are worth to them. It tells whether anyone
// has to decide.
func (r *Run) convene(c int) bool {
	open := r.seat(c)
	r.prepare()
	return open
}

// seat gives the parties of a clause their seats. Everyone who may sign is at first expected to: talks start from the
// package on the table. It tells whether anyone has to decide.
func (r *Run) seat(c int) bool {
	w, n, t := r.w, r.w.N(), &r.talks
	clause := &w.clauses[c]
	t.clause, t.seats, t.laid = c, t.seats[:0], false
	fill(t.seat, -1)
	open := false
	for s, i := range clause.invited {
		deciding := r.mayjoin(c, s)
		if !deciding && r.status[c*n+i] == apart {
			continue
		}
		seat := len(t.seats)
		t.seat[i], t.seats = seat, append(t.seats, i)
		t.expect[seat], t.decides[seat] = 1, deciding
		t.needed[seat] = !r.inForce[c] && slices.Contains(clause.required, i)
		if r.status[c*n+i] == suspended {
			t.expect[seat] = 0
		}
		open = open || deciding
	}
	return open
}

// prepare works out what each promise at the table would add, over all other ties, which is judgement:
//
//	gain_ij = max(depth_c - depth without the clause_ij, 0) × worth_ij × covered_i      what j's promise would add for i
//	duty_ij = max(depth_c - depth without the clause_ji, 0) × covered_j                 what i would newly owe j
//
// covered is 1 for a state within the area of the clause and 0 for one outside, to whose aid nobody comes. A clause that is already in
// force is taken out first, so that its members weigh it against doing without.
func (r *Run) prepare() {
	t, n := &r.talks, r.w.N()
	r.survey()
	t.depth = r.w.clauses[t.clause].depth[r.Tick][0]
	for a, i := range t.seats {
		t.without[a] = r.aid[i]
		depths := r.depth[i*n : i*n+n]
		if r.bound(t.clause, i) || r.elsewhere(i) {
			depths = r.depthsWithout(t.clause, i)
			t.without[a] = r.relies(i, depths)
		}
		r.offer(a, depths)
	}
	r.sum()
}

// offer works out what the promises of the others would add for the state on seat a, over the depths without the clause.
func (r *Run) offer(a int, depths []float64) {
	t, n, m, i := &r.talks, r.w.N(), len(r.talks.seats), r.talks.seats[a]
	covered, worth := r.w.clauses[t.clause].covered[i], r.worth[i*n:i*n+n]
	for b, j := range t.seats {
		gain, duty := 0.0, 0.0
		if extra := t.depth - depths[j]; extra > 0 && covered && j != i {
			gain, duty = extra*worth[j], extra
		}
		t.gain[b*m+a], t.duty[b*m+a] = gain, duty
	}
}

// sum adds up what each seat could rely on if those expected at the table come in:
//
//	with_i = without_i + Σ_j e_j × gain_ij
func (r *Run) sum() {
	t := &r.talks
	m := len(t.seats)
	with := t.with[:m]
	copy(with, t.without)
	for b := range t.seats {
		expect := t.expect[b]
		for a, gain := range t.gain[b*m : b*m+m] {
			with[a] += float64(expect * gain)
		}
	}
}

// depthsWithout is what i may count on from each other state if clause c came to nothing: their ties, other clauses in force,
// and what narrower clauses on the table would bring, as far as the two are expected to sign them, which is judgement. The row is good
// until the next one is asked for.
//
//	depth without the clause_ij = max(ties_ij, depth_o of other clauses in force that bind both,
//	                                  depth_o × hope_oi × hope_oj of narrower ones on the table)
func (r *Run) depthsWithout(c, i int) []float64 {
	w, n, depths := r.w, r.w.N(), r.talks.depths
	copy(depths, r.depth[i*n:i*n+n])
	if r.bound(c, i) {
		r.unbind(c, i, depths)
	}
	for _, o := range r.talks.hopeful {
		clause := &w.clauses[o]
		if mine := clause.depth[r.Tick][0] * r.hope(o, i); mine > 0 {
			for _, j := range clause.invited {
				if j != i {
					depths[j] = max(depths[j], mine*r.hope(o, j))
				}
			}
		}
	}
	return depths
}

// unbind takes clause c, in force, out of what i may count on from its other members.
func (r *Run) unbind(c, i int, depths []float64) {
	n, members := r.w.N(), r.members(c)
	for _, j := range members {
		depths[j] = r.ties[i*n+j]
	}
	for _, o := range r.talks.binding {
		if !r.bound(o, i) {
			continue
		}
		d := r.w.clauses[o].depth[r.Tick][0]
		for _, j := range members {
			if j != i && r.bound(o, j) {
				depths[j] = max(depths[j], d)
			}
		}
	}
}

// survey lists the other clauses that matter to the one on the table: those in force, and the narrower ones that are
// not but that somebody may yet sign.
func (r *Run) survey() {
	w, t := r.w, &r.talks
	t.binding, t.hopeful = t.binding[:0], t.hopeful[:0]
	for _, o := range w.narrowFirst {
		switch {
		case r.inForce[o]:
			if o != t.clause {
				t.binding = append(t.binding, o)
			}
		case w.clauses[o].founders < w.clauses[t.clause].founders:
			if slices.ContainsFunc(w.clauses[o].invited, func(i int) bool { return r.hope(o, i) > 0 }) {
				t.hopeful = append(t.hopeful, o)
			}
		}
	}
}

// alliedWithout tells whether i and j would be bound by a defence treaty or a clause in force if the clause on the table
// came to nothing.
func (r *Run) alliedWithout(i, j int) bool {
	if r.sworn[i].Has(j) {
		return true
	}
	for o := range r.w.clauses {
		if o != r.talks.clause && r.inForce[o] && r.bound(o, i) && r.bound(o, j) {
			return true
		}
	}
	return false
}

// elsewhere tells whether i has hopes of a narrower clause than the one on the table.
func (r *Run) elsewhere(i int) bool {
	for _, o := range r.talks.hopeful {
		if r.hope(o, i) > 0 {
			return true
		}
	}
	return false
}

// hope is the chance that i signs clause o, as it stands this tick; 1 if it has.
func (r *Run) hope(o, i int) float64 {
	p := o*r.w.N() + i
	if r.status[p] == signed || r.status[p] == ratified {
		return 1
	}
	return r.chance[p]
}

// expectWorked is on paper how far the state on seat b is expected.
func (r *Run) expectWorked(b int) Working {
	return leaf("chance that it takes part", r.talks.expect[b])
}
