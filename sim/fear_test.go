package sim

import "testing"

// Who feels half of another's threat shares half of it, who feels more no more than all; a threat that nobody feels is shared.
func TestOverlapByHand(t *testing.T) {
	near(t, "who feels as much shares all", overlap(0.4, 0.4), 1)
	near(t, "who feels more shares no more than all", overlap(0.4, 0.3), 1)
	near(t, "who feels half shares half", overlap(0.2, 0.4), 0.5)
	near(t, "who feels nothing shares nothing", overlap(0, 0.4), 0)
	near(t, "what nobody feels is shared", overlap(0, 0), 1)
}

// Fear of a clause is the worst of the threats that it is about, and of no other: of two rivals CLI feels 0.5 and 0.25.
func TestFearIsOfTheRivalsOfTheClause(t *testing.T) {
	s := twoByTwo()
	s.States["SEC"], s.Rivals["SEC"] = s.States["RIV"], s.Rivals["RIV"]
	for _, c := range []struct {
		against []string
		want    float64
	}{{[]string{"RIV"}, 0.5}, {[]string{"SEC"}, 0.25}, {[]string{"RIV", "SEC"}, 0.5}, {[]string{"SEC", "RIV"}, 0.5}} {
		pact := s.Clauses["pact"]
		pact.Against = c.against
		s.Clauses = map[string]Clause{"pact": pact}
		r := at(s)
		r.prelude()
		r.convene(0)
		cli, k := r.w.State("CLI"), len(r.w.rivals)
		for q := range r.w.rivals {
			r.threat[cli*k+q] = map[string]float64{"RIV": 0.5, "SEC": 0.25}[r.w.States[r.w.rivals[q].state]]
		}
		near(t, "fear of the clause on the table", r.fear(cli), c.want)
	}
}
