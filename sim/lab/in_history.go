package lab

import "entente/sim"

// InHistory is what became of a clause within the horizon of its scenario. Dates are in years.
type InHistory struct {
	InForce float64            `json:"in_force"` // when it entered into force; 0: never
	Ended   float64            `json:"ended"`    // when it ended; 0: never
	Signed  map[string]float64 `json:"signed"`   // by id: when a state signed or acceded; who is missing never did
}

// InHistoryOf is that of the headline clause; nil if the scenario does not hold it.
func InHistoryOf(s *sim.Scenario) *InHistory {
	truth, ok := s.Truth[s.Headline]
	if !ok {
		return nil
	}
	h := &InHistory{float64(truth.InForce), float64(truth.Ended), map[string]float64{}}
	for id, day := range truth.Signed {
		h.Signed[id] = float64(day)
	}
	return h
}

// Stands tells whether it was in force when the horizon ended.
func (h *InHistory) Stands() bool { return h.InForce != 0 && h.Ended == 0 }
