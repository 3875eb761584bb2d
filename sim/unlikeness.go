package sim

// unlikeness is how little the others at the table are like the state, on average: identity is shared by a group or not
// at all (Hemmer & Katzenstein 2002, International Organization 56(3)).
//
//	unlikeness = -unlikeness × Σ_j e_j (1 - affinity_ij) / Σ_j e_j
//
// By hand, unlikeness 2: of one that is sure to sign and of affinity 0.9, and one expected by half and of affinity 0.6,
// -2 × (1 × 0.1 + 0.5 × 0.4) / 1.5 = -0.4.
var unlikeness = measure{
	func(r *Run, a int, weight float64) float64 {
		n, i := r.w.N(), r.talks.seats[a]
		others := r.expected(a, func(int) float64 { return 1 })
		if others == 0 {
			return 0
		}
		return -weight * r.expected(a, func(j int) float64 { return 1 - r.w.affinity[r.Tick][i*n+j] }) / others
	},
	func(r *Run, a int, weight float64) Working {
		n, i := r.w.N(), r.talks.seats[a]
		var unlike, others []Working
		for b, j := range r.talks.seats {
			if b != a {
				unlike = append(unlike, made("×", r.expectWorked(b),
					made("-", leaf("1", 1), leaf("likeness", r.w.affinity[r.Tick][i*n+j]))).about(r.w.States[j]))
				others = append(others, r.expectWorked(b).about(r.w.States[j]))
			}
		}
		number := made("+", others...).called("number expected")
		if number.Value == 0 {
			return weighed(-weight, leaf("mean unlikeness", 0))
		}
		return made("/", weighed(-weight, made("+", unlike...).called("unlikeness of those expected")), number)
	},
}
