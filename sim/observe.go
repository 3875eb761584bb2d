package sim

import "slices"

// What a run shows to those who watch it, between one Step and the next. States, rivals and clauses go by their number
// in World.

// World is the world this is a run of.
func (r *Run) World() *World { return r.w }

// Threat is the worst threat i feels from any rival, in [0, 1].
func (r *Run) Threat(i int) float64 { return r.worst(r.threat, i) }

// Alarm is the largest alarm of i about any rival, in [0, 1]: what shocks and rivals' moves, overt, grey-zone or
// coercive, have left, less what has been soothed (threat.go).
func (r *Run) Alarm(i int) float64 { return r.worst(r.alarm, i) }

// worst is the largest of i's figures about any rival.
func (r *Run) worst(figure []float64, i int) float64 {
	k := len(r.w.rivals)
	v := 0.0
	for q := range k {
		v = max(v, figure[i*k+q])
	}
	return v
}

// GroundLost is the most that any rival has gained at the expense of i by its own moves, in [0, 1]: 1 is all that is
// in dispute.
func (r *Run) GroundLost(i int) float64 { return r.worst(r.ground, i) }

// Dependence is the share of i's trade that it has with the first rival of clause c, in [0, 1].
func (r *Run) Dependence(c, i int) float64 {
	return r.dependence[i*len(r.w.rivals)+r.w.clauses[c].against[0]]
}

// TradeLost is what coercion has cost i so far, in US$ bn.
func (r *Run) TradeLost(i int) float64 { return r.lost[i] }

// Stance is what the government of i thinks of clauses in general, in [-1, 1]: of one that gives its own stances, or that
// powers outside bless or oppose, it may think otherwise (stanceOn).
func (r *Run) Stance(i int) float64 { return r.stances[i] }

// Depth is the share of its means that i may count on j to bring, in [0, 1], clauses in force included.
func (r *Run) Depth(i, j int) float64 { return r.depth[i*r.w.N()+j] }

// Cooperation is the mean of Depth over all others, in [0, 1]: what i may count on, clauses in force included.
func (r *Run) Cooperation(i int) float64 {
	n := r.w.N()
	sum := 0.0
	for _, d := range r.depth[i*n : i*n+n] {
		sum += d
	}
	return sum / float64(n-1)
}

// Rung is how far two states have climbed the ladder of cooperation, from RungNone (0) up, as the tick's decisions found it;
// RungDefence (6) if a treaty or a clause binds them. A suspended pair has its treaty or nothing.
func (r *Run) Rung(i, j int) int8 { return r.class[i*r.w.N()+j] }

// InForce tells whether clause c binds its members.
func (r *Run) InForce(c int) bool { return r.inForce[c] }

// Lost tells whether clause c can no longer enter into force: it is not, its founders may no longer sign, and those who
// have signed are too few.
func (r *Run) Lost(c int) bool {
	n, clause := r.w.N(), &r.w.clauses[c]
	if r.inForce[c] || r.Tick+1 < clause.closes {
		return false
	}
	signatories := 0
	for _, i := range clause.invited {
		if r.status[c*n+i] != apart {
			signatories++
		}
	}
	for _, i := range clause.required {
		if r.status[c*n+i] == apart {
			return true
		}
	}
	return signatories < clause.minimum
}

// FirstInForce is the tick at which clause c first entered into force, -1 if it has not.
func (r *Run) FirstInForce(c int) int { return r.firstInForce[c] }

// Signed tells whether i has signed clause c and neither left it nor been refused at home; it may have suspended its part.
func (r *Run) Signed(c, i int) bool { return r.status[c*r.w.N()+i] != apart }

// FirstSigned is the tick at which i first signed clause c, -1 if it has not.
func (r *Run) FirstSigned(c, i int) int { return r.firstSigned[c*r.w.N()+i] }

// FirstRatified is the tick at which i first ratified clause c, -1 if it has not.
func (r *Run) FirstRatified(c, i int) int { return r.firstRatified[c*r.w.N()+i] }

// Bound tells whether clause c is in force and binds i.
func (r *Run) Bound(c, i int) bool { return r.bound(c, i) }

func (r *Run) bound(c, i int) bool { return r.inForce[c] && r.status[c*r.w.N()+i] == ratified }

// Decided tells whether i weighed clause c this tick, with what terms, in logits, and with what chance of signing, in
// [0, 1]. If ok is false the chance is 0 and the terms are those of an earlier tick.
func (r *Run) Decided(c, i int) (terms *Terms, chance float64, ok bool) {
	p := c*r.w.N() + i
	return &r.terms[p], r.chance[p], r.weighed[p]
}

// Circles is the number of arrangements of the run: those of the scenario, in the order of World.Arrangements, then
// those it founded.
func (r *Run) Circles() int { return len(r.circles) }

// Circle tells who is in an arrangement and whether it is at work.
func (r *Run) Circle(c int) (members Set, awake bool) {
	return r.circles[c].members, r.circles[c].awake
}

// Standing is where i stands with clause c, which must be offered to it.
func (r *Run) Standing(c, i int) Standing {
	at, _ := r.standing(c, slices.Index(r.w.clauses[c].invited, i))
	return at
}

// Struck tells whether a shock struck this tick, by its number in World.Shocks.
func (r *Run) Struck(shock int) bool { return r.pulse[shock] == 1 }

// Shocked is the alarm of the shocks that strike this tick for a state, 0..1: of the one that alarms it most, 0 if none does.
func (r *Run) Shocked(i int) (most float64) {
	for s := range r.w.shocks {
		shock := &r.w.shocks[s]
		if !r.Struck(s) || shock.rival < 0 || shock.does.alarm == nil {
			continue
		}
		for _, f := range shock.felt {
			if f.state == i && f.size > 0 {
				most = max(most, shock.does.alarm(r.w.Parameters.Threat, f.size))
			}
		}
	}
	return most
}

// NewGovernment tells whether i has a new government since this tick.
func (r *Run) NewGovernment(i int) bool { return r.fresh[i] }
