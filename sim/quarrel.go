package sim

// quarrel is how much a friction weighs. By the rubric 0.2 is an old quarrel with nothing at issue and 0.8 a war unsettled;
// as a square, which is ours, the second weighs sixteen times the first.
//
//	quarrel = friction ^ quarrel
func (p Common) quarrel(friction float64) float64 {
	if p.Quarrel == 2 { // to the last bit, and fast
		return friction * friction
	}
	return pow(friction, p.Quarrel)
}
