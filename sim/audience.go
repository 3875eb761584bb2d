package sim

// audience is the price at home of a promise that a successor may have to break (Fearon 1994, APSR 88(3)): it needs
// voters who mind and a government that may fall.
//
//	audience = -audience × depth × polyarchy × changes of government a year × spread
//
// By hand, audience 1: of a clause of depth 0.8, a polyarchy of 0.8 and 0.3 changes a year between parties 0.5 apart,
// -0.8 × 0.8 × 0.3 × 0.5 = -0.096.
var audience = product(-1, depth, factor{"democracy", func(r *Run, a int) float64 { return r.w.polyarchy[r.Tick][r.talks.seats[a]] }}, policyVolatility)
