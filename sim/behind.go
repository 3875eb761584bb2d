package sim

import (
	"cmp"
	"slices"
)

// Behind is who and what stands behind the danger of a state and what the clause does about it.
type Behind struct {
	Alone   float64  `json:"alone"`   // its danger with nothing but its own means
	Without float64  `json:"without"` // with its ties
	With    float64  `json:"with"`    // with the clause too
	Ties    []Helper `json:"ties"`    // what each partner brings without the clause, the most first
	Table   []Helper `json:"table"`   // what each at the table would add, as far as it is expected
	Fears   []Fear   `json:"fears"`   // of the rivals of the clause
}

// Helper is a state whose promise takes danger off another.
type Helper struct {
	State  string  `json:"state"`  // id
	Treaty bool    `json:"treaty"` // what it brings is promised in a defence treaty
	Aid    float64 `json:"aid"`    // capability that may be counted on
	Off    float64 `json:"off"`    // danger that this alone takes off one with nothing but its own means
}

// Fear is the threat felt from a rival, and the shock that has most to do with it.
type Fear struct {
	Rival  string  `json:"rival"`           // id
	Threat float64 `json:"threat"`          // in [0, 1]
	Shock  string  `json:"shock,omitempty"` // id; "" if no shock has to do with it
	Calm   float64 `json:"calm"`            // the threat if that shock had not struck
}

// behind looks behind the danger of state i at the table.
func (r *Run) behind(i int) Behind {
	w, t, n := r.w, &r.talks, r.w.N()
	a, m := t.seat[i], len(t.seats)
	b := Behind{Alone: r.dangerAlone(i, i, 0), Without: r.danger(i, t.without[a]), With: r.danger(i, t.with[a]),
		Ties: []Helper{}, Table: []Helper{}, Fears: []Fear{}}
	helper := func(j int, aid float64) Helper {
		return Helper{State: w.States[j], Aid: aid, Off: b.Alone - r.dangerAlone(i, j, aid)}
	}
	for j, d := range r.depthsWithout(t.clause, i) {
		if j != i && d > 0 && r.worth[i*n+j] > 0 {
			h := helper(j, d*r.worth[i*n+j])
			h.Treaty = r.sworn[i].Has(j) && d == r.ties[i*n+j]
			b.Ties = append(b.Ties, h)
		}
	}
	for s, j := range t.seats {
		if aid := t.expect[s] * t.gain[s*m+a]; aid > 0 {
			b.Table = append(b.Table, helper(j, aid))
		}
	}
	most := func(x, y Helper) int { return cmp.Compare(y.Aid, x.Aid) }
	slices.SortStableFunc(b.Ties, most)
	slices.SortStableFunc(b.Table, most)
	for _, q := range w.clauses[t.clause].against {
		b.Fears = append(b.Fears, r.behindFear(i, q))
	}
	return b
}

// dangerAlone is the danger of i with its own means and with what state j would bring and nobody else: 0 of its own.
func (r *Run) dangerAlone(i, j int, aid float64) float64 {
	k := len(r.w.rivals)
	promised := r.rivalAid[i*k : i*k+k] // by all, of which j alone counts
	was := slices.Clone(promised)
	for q := range promised {
		if promised[q] = 0; r.w.rivals[q].state == j {
			promised[q] = aid
		}
	}
	danger := r.danger(i, r.w.capability[r.Tick][i]+aid)
	copy(promised, was)
	return danger
}

// behindFear looks for the shock without which i would fear rival q least.
func (r *Run) behindFear(i, q int) Fear {
	place := i*len(r.w.rivals) + q
	f := Fear{Rival: r.w.Rivals[q], Threat: r.threat[place], Calm: r.threat[place]}
	for s, id := range names(r.w.Scenario.Shocks) {
		pulse := r.pulse[s]
		if pulse == 0 || r.w.shocks[s].rival != q {
			continue
		}
		r.pulse[s] = 0
		r.feel()
		if r.threat[place] < f.Calm {
			f.Shock, f.Calm = id, r.threat[place]
		}
		r.pulse[s] = pulse
	}
	r.feel()
	return f
}
