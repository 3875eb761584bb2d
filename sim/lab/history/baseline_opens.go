package history

import "entente/sim"

// signsAtOnce takes the invitation for the answer: all who are asked sign on the day on which talks open for them, and are
// bound once the time is over that ratification takes. What the scenario knows of dates is all that it knows.
//
//	yes if opens ≤ by                       for a signature
//	yes if opens + ratification ≤ by        for what must be in force
//
// By hand: of talks that open in 2003 with a year to ratify, it has the clause signed by 2003, in force by 2004 and not
// before.
func signsAtOnce(q question) float64 {
	day := q.opens("")
	for _, id := range q.states {
		if q.least == 0 {
			day = max(day, q.opens(id))
		}
	}
	if q.bound {
		day += sim.Date(q.text().Ratification)
	}
	return yes(q.world.Calendar.Tick(day) <= q.by)
}
