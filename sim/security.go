package sim

// security is the danger that the others' promises take off the state, in [0, 1] a rival. The form is judgement; p is that of
// danger.go.
//
//	security = +security × [p_i(without_i) - p_i(with_i)]
//
// By hand, security 10: of a danger that falls from 0.290 to 0.238, +0.52.
var security = measure{
	func(r *Run, a int, weight float64) float64 {
		t, i := &r.talks, r.talks.seats[a]
		return weight * (r.danger(i, t.without[a]) - r.danger(i, t.with[a]))
	},
	func(r *Run, a int, weight float64) Working {
		t, i := &r.talks, r.talks.seats[a]
		return weighed(weight, made("-", r.dangerWorked(i, t.without[a]).called("danger without"), r.dangerWorked(i, t.with[a]).called("danger with")))
	},
}
