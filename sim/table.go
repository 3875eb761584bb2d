package sim

// patron is the seat of the strongest state at the table, by capability; of equals the first.
func (r *Run) patron() int {
	strongest := 0
	for b, j := range r.talks.seats {
		if capability := r.w.capability[r.Tick]; capability[j] > capability[r.talks.seats[strongest]] {
			strongest = b
		}
	}
	return strongest
}

// patronOfMany tells whether the state on seat a is the patron of a clause that is offered to more than two states.
func (r *Run) patronOfMany(a int) bool {
	return len(r.w.clauses[r.talks.clause].invited) > 2 && a == r.patron()
}

// expected adds up a figure of the others at the table, each as far as it is expected there.
func (r *Run) expected(a int, of func(j int) float64) float64 {
	sum := 0.0
	for b, j := range r.talks.seats {
		if b != a {
			sum += float64(r.talks.expect[b] * of(j))
		}
	}
	return sum
}
