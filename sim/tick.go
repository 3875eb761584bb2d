package sim

// Step plays one tick and tells whether there was one left to play. It is the table of contents of the theory: each
// line is a step, and each step has a file.
func (r *Run) Step() bool {
	if r.Tick+1 >= r.w.Calendar.Ticks() {
		return false
	}
	r.prelude() //  1 to 5, below
	r.decide()  //  6 signing.go       who signs: talks.go, expectation.go whom each expects, decision.go lists the terms
	r.ratify()  //  7 ratification.go  votes at home, accession.go, entry.go into force, and what then counts as promised
	r.review()  //  8 review.go        second thoughts
	r.respond() //  9 response.go      rivals punish who signed, then court who may yet
	return true // 10 observe: the caller looks at the run before the next step
}

// prelude is the part of a tick before anyone decides. What has no number is bookkeeping: nobody does anything in it, and count is
// done again whenever a clause enters into force or ends.
func (r *Run) prelude() {
	r.turn()     //    run.go           the date moves on, and what fades has faded
	r.happen()   //  1 events.go        shocks strike, rivals move
	r.feel()     //  2 threat.go        how dangerous each rival looks
	r.exchange() //  3 trade.go         trade with the rivals
	r.govern()   //  4 politics.go      governments fall, stance.go what they think, suspension.go ties rest or resume
	r.weave()    //  5 diplomacy.go     cooperation below a clause: treaty.go, links.go, climb.go, arrangement.go
	r.count()    //    aid.go           what each can rely on, trust.go whom it believes
}
