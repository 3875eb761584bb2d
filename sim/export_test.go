package sim

// What tests outside the package need to see.

// Worlds calls f for random worlds.
var Worlds = worlds

// SwitchedOff is a scenario with all switches off.
var SwitchedOff = switchedOff

// Figures shows all that a run holds after a tick.
func (r *Run) Figures(see func(float64)) {
	for _, figures := range [][]float64{r.threat, r.alarm, r.ground, r.dependence, r.lost, r.stances, r.trust, r.depth, r.chance} {
		for _, v := range figures {
			see(v)
		}
	}
	for p := range r.status {
		see(float64(r.status[p]) + 8*float64(r.leavesAt[p]))
		see(float64(r.ratifiedAt[p]))
	}
	for p := range r.rung {
		see(float64(r.rung[p]))
	}
}
