package lab

import (
	"entente/sim"
	"entente/sim/lab/stats"
)

// Half is where a typical state is as willing as not. If all at the table felt the threat in another measure, in proportion, what
// threat adds would change in that proportion (security, interest and entrapment are dangers),
// and all else would stay. So
//
//	utility = intercept + slope × threat - weight × trade at risk
//
// where slope and intercept are each the median over the states that decide in the first year: of what threat adds over threat felt,
// and of the utility less what threat and trade add. It leaves out that others' expectations would move too.
//
// By hand: a state that feels a threat of 0.5, which adds 4 of a utility of 1 while trade takes 0.5, has a slope of 8 and an intercept
// of 1 - 4 + 0.5 = -2.5. Without trade at risk it would be as willing as not at a threat of 2.5 / 8 = 0.3125.
type Half struct {
	Slope     float64 `json:"slope"`  // logits for a threat felt in full
	Intercept float64 `json:"rest"`   // what all else adds, in logits
	Weight    float64 `json:"weight"` // logits for trade at risk worth the whole GDP
	States    int     `json:"states"` // that it is the median of
}

// Threat is that at which a typical state with so much trade at risk is as willing as not.
func (h *Half) Threat(trade float64) float64 {
	return (float64(h.Weight*trade) - h.Intercept) / h.Slope
}

// half is that of the states in one year; none if threat makes nobody more willing there.
func half(w *sim.World, states []DrivenState, year int) *Half {
	var slopes, intercepts []float64
	for k := range states {
		if s := &states[k].Years[year]; s.Decided > 0 && s.Felt.Mean > 0 {
			threat, trade := s.Adds[sim.ThreatDriver].Logits.Mean, s.Adds[sim.TradeDriver].Logits.Mean
			slopes, intercepts = append(slopes, threat/s.Felt.Mean), append(intercepts, s.Utility.Mean-threat-trade)
		}
	}
	if len(slopes) == 0 || stats.Median(slopes) <= 0 {
		return nil
	}
	h := &Half{Slope: stats.Median(slopes), Intercept: stats.Median(intercepts), States: len(slopes)}
	if weight, ok := w.Parameters.WeightOf(w.Scenario.Theory, sim.TradeLoss); ok {
		h.Weight = weight.At(&w.Scenario, 0)
	}
	return h
}
