package sim

import (
	"fmt"
	"slices"
)

// Driver is one of the three things on which the argument of the article turns: threat felt, trade at risk, and politics at home.
type Driver int

// The drivers.
const (
	ThreatDriver     Driver = iota // how dangerous the clause's worst rival looks, by Walt's four sources
	TradeDriver                    // what its rivals would stop, as a share of GDP
	VolatilityDriver               // how far and how often policy turns at home
	NumDrivers                     // how many there are
)

var driverNames = [NumDrivers]string{"threat", "trade", "volatility"}

// String is the name of a driver, as in tables and in JSON.
func (d Driver) String() string { return driverNames[d] }

// MarshalText writes a driver by its name.
func (d Driver) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (d *Driver) UnmarshalText(text []byte) error {
	k := slices.Index(driverNames[:], string(text))
	if k < 0 {
		return fmt.Errorf("%q is no driver of a decision", text)
	}
	*d = Driver(k)
	return nil
}

// DriverTerms are the terms of a decision through which each driver works, and which are nothing without it.
var DriverTerms = [NumDrivers][]Term{
	ThreatDriver: {Security, Interest, Entrapment}, TradeDriver: {TradeLoss}, VolatilityDriver: {Unsteadiness, Audience},
}

// Adds is what a driver adds to a decision, in logits: the sum of its terms.
func (d Driver) Adds(terms *Terms) float64 {
	sum := 0.0
	for _, t := range DriverTerms[d] {
		sum += terms[t]
	}
	return sum
}

// policyVolatility is how often and how far policy turns in state i at tick t: changes of government a year times spread.
func (w *World) policyVolatility(t, i int) float64 { return w.volatility[t][i] * w.spread[t][i] }

// Drivers is what one state sees of the three drivers when a clause is looked at: measures in natural units.
//
// The four sources of threat (Walt 1985) are those of the rival of the clause that it feels most, before they are weighed. With
// equal weights, and no lever that says otherwise,
//
//	threat = (power + proximity + offence) / 3 × intent
//
// What makes a government a doubtful partner is not that it changes but that policy changes with it, which it need not
// where one party changes its leader, as in Japan. So policy volatility is how often governments change times how far
// the other side of politics would go. Partners doubt by it (aid.go), and it is what new governments bring: spread is
// how far their stance may lie from the middle (stance.go).
//
//	volatility = changes of government a year × spread
//
// By hand: with power 0.8, proximity 0.37, offence 0.5 and intent 0.4 a state feels a threat of 0.557 × 0.4 = 0.223; with a new
// government every fourth year, 0.6 from the middle of politics to either side, its volatility is 0.25 × 0.6 = 0.15 a year.
type Drivers struct {
	Threat                            float64 // felt from the clause's worst rival, in [0, 1]
	Power, Proximity, Offence, Intent float64 // its four sources, each in [0, 1]
	Trade                             float64 // at risk, as a share of GDP
	Turnover                          float64 // changes of government a year
	Spread                            float64 // half the distance between the parties, in [0, 1]
}

// PolicyVolatility is that of policy: how far it turns in a year, in units of stance.
func (d *Drivers) PolicyVolatility() float64 { return d.Turnover * d.Spread }

// Drivers is what state i sees of them when it looks at clause c, whether or not it must decide.
func (r *Run) Drivers(c, i int) Drivers {
	w, k, t := r.w, len(r.w.rivals), r.Tick
	worst := w.clauses[c].against[0]
	for _, q := range w.clauses[c].against {
		if r.threat[i*k+q] > r.threat[i*k+worst] {
			worst = q
		}
	}
	p, place, rival := w.Parameters.Threat, i*k+worst, &w.rivals[worst]
	d := Drivers{
		Threat: r.threat[place], Offence: rival.offence[t][0], Intent: p.intent(w.contest[t][place], r.ground[place], r.alarm[place]),
		Trade: r.tradeAtRisk(c, i, w.clauses[c].depth[t][0]), Turnover: w.volatility[t][i], Spread: w.spread[t][i],
	}
	d.Power, d.Proximity = p.sources(w.capability[t][i], w.capability[t][rival.state], w.distance[i*w.N()+rival.state])
	return d
}

// tradeAtRisk is what i would lose, as a share of GDP, by signing clause c at a depth of promise: of the stake with
// each rival, what it would stop, less what could be sold elsewhere.
//
//	trade at risk = Σ_r stake_ir × P(retaliation)_r × (1 - diversion),    stake in trade.go
//
// By hand: a state that trades half its GDP, a fifth of that with the rival, stakes 0.1 of it. A rival that punishes half the time,
// for a promise of 0.8, does so with a chance of 0.4; 0.7 is sold elsewhere: 0.1 × 0.4 × 0.3 = 0.012.
func (r *Run) tradeAtRisk(c, i int, depth float64) float64 {
	k := len(r.w.rivals)
	sum := 0.0
	for _, q := range r.w.clauses[c].against {
		stake := r.stake(i*k + q)
		sum += float64(stake * r.retaliation(q, depth, stake) * (1 - r.w.Parameters.Trade.Diversion))
	}
	return sum
}

// Spared is the chance at which i would be willing to sign clause c this tick if a driver added nothing, expectations
// as they are; not ok if it does not decide.
func (r *Run) Spared(d Driver, c, i int) (chance float64, ok bool) {
	terms, _, ok := r.Decided(c, i)
	if !ok {
		return 0, false
	}
	return r.w.Parameters.Common.chance(terms.Sum() - d.Adds(terms)), true
}
