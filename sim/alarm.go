package sim

// Alarm moves stance: what a government thinks of clauses rises with what it is alarmed at.
//
//	stance = clamp(stance + alarm weight × alarm_i, -1, 1),    alarm_i the largest about any rival (threat.go)
//
// Finland and Sweden, which had stayed out since 1949, applied within three months of 24 February 2022; Forsberg (2023,
// "Finland and Sweden's Road to NATO", Current History 122(842)) tells of the strong feeling that the war stirred in
// both publics. That threat moves alignment is Walt's (1987, The Origins of Alliances); that it does so past what
// danger and aid make of it, by what a government wants, and by how much, is judgement. It fades as alarm does, by
// threat.half_life, and moves the stance on every clause, a new government's too. It is a switch, and the default rule
// leaves it at 0: with it no better is foretold (ODD.md, 7.13).
//
// By hand: at 0.25, an alarm of 0.8 lifts a government from a silent 0 to 0.25 × 0.8 = 0.2, and from 0.9 to 1.
func (r *Run) alarmed(i int, stance float64) float64 {
	weight := r.w.Parameters.Politics.Alarm
	if weight == 0 {
		return stance
	}
	return clamp(stance+float64(weight*r.Alarm(i)), -1, 1)
}

// calmStanceOn is what the government of i would think of clause c were it not alarmed, whatever powers outside press for.
func (r *Run) calmStanceOn(c, i int) float64 {
	if clause := &r.w.clauses[c]; clause.stance != nil && clause.speaks[i] {
		return r.calmStance(i, clause.stance[r.Tick][i], clause.stance[r.Tick][i])
	}
	return r.calmStance(i, r.w.stance[r.Tick][i], r.w.centre[r.Tick][i])
}

// alarmedWorked is on paper what the government of i thinks of clause c; ok is false if alarm has no part in it, or is
// not all there is to it: a power outside presses, or the stance has come to its end.
func (r *Run) alarmedWorked(c, i int) (stance Working, ok bool) {
	weight, calm := r.w.Parameters.Politics.Alarm, r.calmStanceOn(c, i)
	stance = made("+", leaf("stance without alarm", calm), made("×", leaf("stance for a full alarm", weight), leaf("alarm", r.Alarm(i))))
	return stance.called("stance"), weight != 0 && r.w.clauses[c].blessing == nil && stance.Value == r.stanceOn(c, i)
}
