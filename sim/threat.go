package sim

// Threat holds the constants of fear: Walt's four sources (1985, "Alliance Formation and the Balance of World Power",
// International Security 9(4)) and how events are noticed. A weight of 0 switches a source off.
type Threat struct {
	Power     float64 `toml:"power" range:"[0,1]" unit:"weight of aggregate power"`
	Proximity float64 `toml:"proximity" range:"[0,1]" unit:"weight of proximity"`
	Offence   float64 `toml:"offence" range:"[0,1]" unit:"weight of offensive means"`
	Intent    float64 `toml:"intent" range:"[0,1]" unit:"weight of intent: 0 fears every neighbour alike"`
	Fade      float64 `toml:"fade" range:"[200,20000]" unit:"km at which proximity falls to 1/e"`
	Chronic   float64 `toml:"chronic" range:"[0,1]" unit:"share of a standing contest that reads as hostile intent"`
	HalfLife  float64 `toml:"half_life" range:"[0.1,20]" unit:"years in which alarm halves"`
	Notice    float64 `toml:"notice" range:"[0,1]" unit:"size of a step that is just noticed"`
	Salami    float64 `toml:"salami" range:"[0,1]" unit:"share of an unnoticed step that is felt all the same"`
}

// exposure is how much of a rival a state could come to feel if the rival meant harm: the weighted mean of three of
// Walt's sources, each in [0, 1].
//
//	power     = C_r / (C_r + C_i)        aggregate power, as a contest of the two alone (Johnson 2017)
//	proximity = exp(-distance / fade)    Boulding's loss of strength (1962)
//	offence   = rubric
//	exposure  = Σ weight × source / Σ weight,    1 if all weights are 0
//
// Walt gives no formula; a mean keeps each source visible and lets it be switched off.
//
// By hand, all weights 1 and fade 3,000 km: 0.05 against 0.2 of the world's means, 3,000 km away, armed by 0.5 for attack, is an
// exposure of (0.8 + 0.3679 + 0.5) / 3 = 0.556.
func (p Threat) exposure(own, rival, km, offence float64) float64 {
	weights := p.Power + p.Proximity + p.Offence
	if weights == 0 {
		return 1
	}
	power, proximity := p.sources(own, rival, km)
	return (float64(p.Power*power) + float64(p.Proximity*proximity) + float64(p.Offence*offence)) / weights
}

// sources are the two of Walt's that follow from figures of the pair, each in [0, 1].
func (p Threat) sources(own, rival, km float64) (power, proximity float64) {
	return prevails(rival, own), exp(-km / p.Fade)
}

// noticed is how much alarm a step of the given size causes: all of it from the just-noticeable difference up (Weber
// 1834), a slice below (Schelling 1966 on salami tactics; Altman 2017, "By Fait Accompli, Not Coercion").
//
//	noticed(size) = size            if size ≥ notice
//	noticed(size) = salami × size   otherwise
//
// By hand, notice 0.2 and salami 0.1: a step of 0.3 is noticed as 0.3, one of 0.1 as 0.01.
func (p Threat) noticed(size float64) float64 {
	if size >= p.Notice {
		return size
	}
	return size * p.Salami
}

// intent is how hostile a state thinks the rival is: standing contest and present alarm, either of which suffices:
// Walt's (1987) offensive intentions, read off what stands between two states and off what has just happened. That the two join as causes
// do of which each would do alone is judgement. Ground lost in steps too small to notice adds to the contest only as far as it is felt.
//
//	intent = 1 - (1 - chronic × contest) (1 - alarm),    contest = dispute + (1 - dispute) × salami × ground
//
// By hand, chronic 0.4 and salami 0.15: a dispute of 0.5 with 0.6 of the ground lost is a contest of 0.545, which with alarm of 0.3
// makes 1 - (1 - 0.218) (1 - 0.3) = 0.453.
func (p *Threat) intent(contest, ground, alarm float64) float64 {
	felt := contest + float64((1-contest)*float64(p.Salami*ground))
	return join(p.Chronic*felt, alarm)
}

// threat is exposure to a rival times its intent: a neighbour that means no harm is none. A weight of intent below 1 lets some of the
// exposure frighten whatever the rival means. Where levers raise exposure above 1, feel cuts threat off there.
//
//	threat = exposure × (1 - weight × (1 - intent)),    felt: at most 1
//
// By hand, weight 1: an exposure of 0.5 to an intent of 0.4 is a threat of 0.2.
func (p *Threat) threat(exposure, intent float64) float64 {
	return exposure * (1 - float64(p.Intent*(1-intent)))
}

// feel is step 2: every state makes up its mind how dangerous each rival is, from what has happened so far.
//
//	alarm = join(struck, moves) × (1 - join(relief, soothed))
func (r *Run) feel() {
	w, k := r.w, len(r.w.rivals)
	clear(r.struck)
	clear(r.relief)
	for s := range w.shocks {
		shock := &w.shocks[s]
		if shock.rival < 0 || r.pulse[s] == 0 {
			continue
		}
		for _, f := range shock.felt {
			r.hear(f.state*k+shock.rival, shock.does, f.size, r.pulse[s])
		}
	}
	fear, contest, exposure := &w.Parameters.Threat, w.contest[r.Tick], w.exposure[r.Tick]
	for p := range r.threat {
		r.alarm[p] = join(r.struck[p], r.moved[p]) * (1 - join(r.relief[p], r.soothed[p]))
		r.threat[p] = min(fear.threat(exposure[p], fear.intent(contest[p], r.ground[p], r.alarm[p])), 1)
	}
	for q := range w.rivals { // nobody fears itself
		r.threat[w.rivals[q].state*k+q] = 0
	}
	r.afraid = Set{}
	for p, threat := range r.threat {
		if threat > 0 {
			r.afraid.add(p / k)
		}
	}
}

// hear adds what is left of a shock to the alarm of one state about one rival, or to its relief if the size is negative. A
// shock is noticed or not when it strikes; one that soothes counts in full, however small, whatever its kind, which is judgement. Alarms join as independent causes would, so that they stay below 1.
func (r *Run) hear(place int, does *effect, size, pulse float64) {
	switch {
	case does.alarm == nil:
	case size < 0:
		r.relief[place] = join(r.relief[place], -size*pulse)
	default:
		r.struck[place] = join(r.struck[place], does.alarm(r.w.Parameters.Threat, size)*pulse)
	}
}

// join is the chance that at least one of two independent causes is at work. Its arguments are rounded here because inlining
// forgets that the caller did.
//
//	join(a, b) = 1 - (1 - a) × (1 - b)
func join(a, b float64) float64 { return 1 - float64((1-float64(a))*(1-float64(b))) }
