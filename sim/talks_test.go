package sim

import "testing"

// The clause covers CLI alone: PAT owes and is owed nothing.
func TestNobodyHelpsOutsideTheArea(t *testing.T) {
	s := twoByTwo()
	c := s.Clauses["pact"]
	c.Area = []string{"CLI"}
	s.Clauses["pact"] = c
	r := at(s)
	r.Step()
	r.convene(0)
	cli, pat := r.talks.seat[r.w.State("CLI")], r.talks.seat[r.w.State("PAT")]
	near(t, "what PAT adds to CLI", r.talks.gain[pat*2+cli], 0.075)
	near(t, "what CLI adds to PAT", r.talks.gain[cli*2+pat], 0)
}

// narrowWithin is the world of three with a narrower clause, of CLI and PAT alone and less deep.
func narrowWithin() Scenario {
	s := threeWay()
	narrow := s.Clauses["pact"]
	narrow.Founders, narrow.Depth = []string{"CLI", "PAT"}, Const(0.6)
	s.Clauses["narrow"] = narrow
	return s
}

// A narrower clause signed by both and not yet in force already counts; one in force does so beside the clause at hand.
func TestNarrowerClausesCount(t *testing.T) {
	r := at(narrowWithin())
	r.Step()
	n, cli, pat := r.w.N(), r.w.State("CLI"), r.w.State("PAT")
	pact, small := r.w.Clause("pact"), r.w.Clause("narrow")
	clear(r.chance)
	clear(r.status)
	near(t, "hopeless", r.depthsWithout(pact, cli)[pat], 0.3)
	r.chance[small*n+cli], r.chance[small*n+pat] = 0.9, 0.8
	near(t, "likely", r.depthsWithout(pact, cli)[pat], 0.6*0.72)
	r.status[small*n+cli], r.status[small*n+pat] = signed, signed
	near(t, "signed", r.depthsWithout(pact, cli)[pat], 0.6)
	for _, c := range []int{pact, small} {
		r.inForce[c], r.status[c*n+cli], r.status[c*n+pat] = true, ratified, ratified
	}
	r.count()
	r.convene(pact)
	near(t, "both in force", r.depthsWithout(pact, cli)[pat], 0.6)
	bys := r.w.State("BYS")
	r.status[pact*n+bys] = ratified
	r.count()
	r.convene(pact)
	near(t, "the narrower one promises nothing to who is not in it", r.depthsWithout(pact, cli)[bys], 0)
}
