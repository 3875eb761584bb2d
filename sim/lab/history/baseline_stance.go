package history

// stanceAlone asks no theory: a state signs if its government's stance is above 0 on the day on which talks open for it. A
// clause comes to be if those are enough for its text. Where stances are coded by hand, it says how much of an answer its
// coder had already given.
//
// By hand: with stances of 0.6, 0.2 and -0.1 the first two of three founders sign; that is a clause for a text that needs
// any two, and none for one that needs the third.
func stanceAlone(q question) float64 {
	return q.signedBy(func(id string) bool { return q.world.StanceOn(q.clause, id, q.opens(id)) > 0 })
}
