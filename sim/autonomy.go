package sim

// autonomy is the freedom of action given up, by how much the state is used to it (Altfeld 1984; Morrow 1991).
//
//	autonomy = -autonomy × depth × tradition
//
// By hand, autonomy 1: of a clause of depth 0.8 and a tradition of 0.5, -0.4.
var autonomy = product(-1, depth, factor{"tradition of standing alone", func(r *Run, a int) float64 { return r.w.tradition[r.Tick][r.talks.seats[a]] }})
