package sim

// happen is step 1: shocks strike and rivals move.
func (r *Run) happen() {
	w := r.w
	for s := range w.shocks {
		shock := &w.shocks[s]
		if r.Tick < shock.from || r.Tick >= shock.until {
			continue
		}
		if shock.chance == 1 || r.luck.roll(shockStrikes, shock.key, r.now) < shock.chance {
			r.strike(s)
		}
	}
	for q := range w.rivals {
		r.move(q)
	}
}

// strike lets a shock begin: its pulse is full, and what its kind does at once is done to each state that feels it (shock.go).
//
//	pulse = 1 at the strike, × 2^(-Δ / half-life) each later tick of Δ years
func (r *Run) strike(s int) {
	shock := &r.w.shocks[s]
	r.pulse[s] = 1
	if shock.does.once == nil {
		return
	}
	for _, f := range shock.felt {
		shock.does.once(r, shock, f)
	}
}

// move is what a rival does of its own accord this tick. It presses on each state in proportion to what it contests
// there. Grey-zone steps are of one size; an overt rival's are never overlooked; an adaptive one takes the largest step
// that leaves alarm below notice, and rests when alarm is up; a conciliatory one soothes.
//
//	P(moves on i) = 1 - exp(-tempo × contest_i / Σ_j contest_j × Δ),    Δ a tick in years
//
// By hand: at a tempo of 2 a year, who bears a third of all that is contested is pressed in a quarter with 1 - exp(-2/3 × 1/4) = 0.15.
func (r *Run) move(q int) {
	w, k := r.w, len(r.w.rivals)
	rival := &w.rivals[q]
	contest := w.contest[r.Tick]
	moves, total := r.luck.all(rivalMoves, r.now), 0.0
	for i := range w.States {
		total += contest[i*k+q]
	}
	for i := range w.States {
		place := i*k + q
		if contest[place] == 0 {
			continue
		}
		if !hits(moves.roll(w.pairKey[rival.state*w.N()+i]), rival.tempo[r.Tick][0]*contest[place]/total, w.years) {
			continue
		}
		size := rival.move[r.Tick][0]
		switch rival.posture[r.Tick] {
		case Conciliatory:
			r.soothed[place] = join(r.soothed[place], size)
			continue
		case Overt:
			r.moved[place] = join(r.moved[place], size)
		case GreyZone:
			r.moved[place] = join(r.moved[place], w.Parameters.Threat.noticed(size))
		case Adaptive:
			size = w.Parameters.Threat.slice(r.alarm[place])
			r.moved[place] = join(r.moved[place], w.Parameters.Threat.noticed(size))
		default:
			panic("sim: no rival is " + string(rival.posture[r.Tick]) + ": the reader let it through")
		}
		r.ground[place] = join(r.ground[place], size)
	}
}

// slice is the largest step that stays below notice and leaves alarm below it too; 0 if alarm is already there.
//
//	slice = min(just below notice, (notice - alarm) / salami)
//
// By hand, notice 0.2 and salami 0.15: while alarm is at 0.19 the largest step is 0.01 / 0.15 = 0.067.
func (p Threat) slice(alarm float64) float64 {
	room := p.Notice - alarm
	if room <= 0 {
		return 0
	}
	size := below(p.Notice)
	if p.Salami > 0 {
		size = min(size, room/p.Salami)
	}
	return size
}
