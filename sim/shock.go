package sim

import "slices"

// ShockKind says what a shock works on.
type ShockKind string

// The kinds of shock. What each of them does is its row in effects.
const (
	OvertAct    ShockKind = "overt"
	GreyZoneAct ShockKind = "grey-zone"
	Coercion    ShockKind = "coercion"
	Abandonment ShockKind = "abandonment"
	Leadership  ShockKind = "leadership"
	TradeShift  ShockKind = "trade"
)

// effect is all that sets one kind of shock apart from the others, so that a new kind is a row and nothing can pass it over. What
// alarms or shakes trust is felt through the pulse of the shock, which halves with time.
type effect struct {
	kind      ShockKind
	alarm     func(p Threat, size float64) float64 // how much of its size alarms those who feel it; nil: it neither alarms nor soothes anybody
	trust     bool                                 // trust in its actor falls (trust.go)
	once      func(r *Run, s *shock, f felt)       // what happens at once, to one who feels it; nil: nothing
	addressed bool                                 // it does not spread by distance (felt.go): a scenario must say whom it is about
	twin      twin                                 // what becomes of it in a measured twin
	mean      func(m *TwinFigures) float64         // its size there, if that is atMean
}

// twin says what a measured twin (measured.go) makes of a kind of shock.
type twin int

const (
	atMean  twin = iota + 1 // it is as large as others of its kind
	asCoded                 // it stays as it is
	leftOut                 // it is a coder's judgement through and through, and goes
)

var effects = []effect{
	{kind: OvertAct, alarm: inFull, twin: atMean, mean: func(m *TwinFigures) float64 { return m.Overt }},
	{kind: GreyZoneAct, alarm: Threat.noticed, twin: atMean, mean: func(m *TwinFigures) float64 { return m.GreyZone }},
	{kind: Coercion, alarm: Threat.noticed, once: stopTrade, twin: atMean, mean: func(m *TwinFigures) float64 { return m.Coercion }},
	{kind: Abandonment, trust: true, twin: atMean, mean: func(m *TwinFigures) float64 { return m.Abandonment }},
	{kind: Leadership, once: topple, addressed: true, twin: leftOut},
	{kind: TradeShift, once: shiftTrade, addressed: true, twin: asCoded},
}

// inFull is the alarm at what cannot be overlooked.
func inFull(_ Threat, size float64) float64 { return size }

// topple lets the government of a state fall; the shock says what the next one thinks.
func topple(r *Run, s *shock, f felt) {
	r.toppled[f.state] = true
	r.imposedStance[f.state] = s.stance
}

// shiftTrade changes the share of trade with the actor for good (trade.go).
//
//	shift = shift × (1 + felt × size)
func shiftTrade(r *Run, s *shock, f felt) {
	if s.rival >= 0 {
		r.shift[f.state*len(r.w.rivals)+s.rival] *= 1 + f.size
	}
}

// stopTrade is what coercion does beside alarming: it stops a share of the trade with the actor, for an episode (trade.go).
//
//	stopped ← max(stopped, felt × cut)
func stopTrade(r *Run, s *shock, f felt) {
	if s.rival >= 0 {
		place := f.state*len(r.w.rivals) + s.rival
		r.stopped[place] = max(r.stopped[place], r.w.Parameters.Trade.Cut*f.share)
	}
}

// ShockKinds lists the kinds of shock.
func ShockKinds() []ShockKind {
	var kinds []ShockKind
	for k := range effects {
		kinds = append(kinds, effects[k].kind)
	}
	return kinds
}

// effectOf is what a kind of shock does.
func effectOf(kind ShockKind) *effect {
	k := slices.IndexFunc(effects, func(e effect) bool { return e.kind == kind })
	if k < 0 {
		panic("sim: no shock of kind " + string(kind) + ": the reader let it through")
	}
	return &effects[k]
}

// Alarms tells whether shocks of a kind alarm those who feel them, or soothe them if their size is negative.
func (k ShockKind) Alarms() bool { return effectOf(k).alarm != nil }

// ShakesTrust tells whether shocks of a kind make others doubt their actor as a partner, be it a rival or not.
func (k ShockKind) ShakesTrust() bool { return effectOf(k).trust }

// Spreads tells whether shocks of a kind are felt by distance where a scenario names nobody.
func (k ShockKind) Spreads() bool { return !effectOf(k).addressed }
