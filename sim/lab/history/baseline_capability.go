package history

// capabilityOnly is balance of power and nothing else (Waltz 1979): the stronger the rivals against the founders without
// their strongest, the likelier the clause. It gets the two regions the wrong way round.
//
//	chance = C_rivals / (C_rivals + C_founders - C_strongest)
func capabilityOnly(q question) float64 {
	w, clause := q.world, q.text()
	at := func(id string) float64 { return w.Scenario.States[id].Capability.At(w.Opens(q.clause)) }
	rivals, founders, patron := 0.0, 0.0, 0.0
	for _, id := range clause.Against {
		rivals += at(id)
	}
	for _, id := range clause.Founders {
		founders += at(id)
		patron = max(patron, at(id))
	}
	return rivals / (rivals + founders - patron)
}
