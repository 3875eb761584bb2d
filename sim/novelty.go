package sim

// novelty is what a clause lacks of it: a promise that repeats a treaty is hardly worth a signature.
//
//	novelty = -novelty × (1 - new / promised)
//	new      = Σ_j e_j × (duty_ij + duty_ji)
//	promised = Σ_j e_j × depth × (covered_i + covered_j),    j over the others; the term is 0 where nothing is promised
//
// duty_ij is what i would newly owe j over ties, other clauses in force and narrower ones on the table (talks.go),
// covered_j 1 if the clause protects the home of j and 0 otherwise. Cooperation short of a treaty binds too, as far as
// it is deep.
//
// It is the article's point on Asia: its states have a treaty with Washington each. Security counts only what is new
// already, so that such a clause is worth little to them. That a treaty in hand is a reason against, and not only no
// reason for, is judgement.
//
// By hand: a clause of depth 0.8 between two states that a treaty of depth 0.3 binds. Of 2 × 0.8 promised 2 × 0.5 is
// new, so that 0.375 is bound already: at 2 logits, -0.75.
var novelty = measure{
	func(r *Run, a int, weight float64) float64 {
		fresh, promised := r.promises(a)
		if promised == 0 {
			return 0
		}
		return -weight * (1 - fresh/promised)
	},
	func(r *Run, a int, weight float64) Working {
		fresh, promised := r.promises(a)
		if promised == 0 {
			return weighed(-weight, leaf("nothing is promised", 0))
		}
		return weighed(-weight, made("-", leaf("1", 1), made("/", leaf("depth of promises that are new", fresh),
			leaf("depth of all promises", promised)).called("share that is new")))
	},
}

// promises adds up the depth of what the state on seat a and the others would promise each other, and of what is new of
// it.
func (r *Run) promises(a int) (fresh, all float64) {
	t, m := &r.talks, len(r.talks.seats)
	covered := r.w.clauses[t.clause].covered
	for b, j := range t.seats {
		if b == a {
			continue
		}
		if covered[j] {
			fresh += float64(t.expect[b] * t.duty[a*m+b])
			all += float64(t.expect[b] * t.depth)
		}
		if covered[t.seats[a]] {
			fresh += float64(t.expect[b] * t.duty[b*m+a])
			all += float64(t.expect[b] * t.depth)
		}
	}
	return fresh, all
}
