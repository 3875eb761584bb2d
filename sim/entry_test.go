package sim

import "testing"

func TestAPromiseToNobodyIsNone(t *testing.T) {
	r := at(twoByTwo())
	binding(r)
	r.status[r.w.State("PAT")] = suspended
	r.enter(0)
	if r.inForce[0] {
		t.Error("a clause with one member left is in force")
	}
}

// A promise that has just entered into force is not forgotten by those who weigh a wider one in the same tick.
func TestAPromiseCountsFromTheTickOfItsEntry(t *testing.T) {
	r := at(narrowWithin())
	r.Step()
	n, cli, pat, small := r.w.N(), r.w.State("CLI"), r.w.State("PAT"), r.w.Clause("narrow")
	clear(r.status)
	clear(r.inForce)
	r.count()
	for _, i := range []int{cli, pat} {
		r.status[small*n+i], r.admitted[small*n+i] = ratified, true
	}
	r.ratify()
	near(t, "without the wider clause", r.depthsWithout(r.w.Clause("pact"), cli)[pat], 0.6)
}

// inForce is the world worked by hand with the pact in force between client and patron since a day, and nobody who would sign
// it anew; BYS may accede.
func inForce(since Date, change func(*Scenario, *Clause)) Scenario {
	s := twoByTwo()
	s.End = 2005
	s.Parameters.Decision.Reluctance = 100
	c := s.Clauses["pact"]
	c.Opens, c.Members = 1949, map[string]Date{"CLI": since, "PAT": since}
	change(&s, &c)
	s.Clauses["pact"] = c
	return s
}

func TestAClauseInForceWeighsFromTheFirstTick(t *testing.T) {
	r := at(inForce(1950, func(*Scenario, *Clause) {}))
	cli, pat := r.w.State("CLI"), r.w.State("PAT")
	near(t, "the client counts on the clause before anything has happened", r.Depth(cli, pat), 0.8)
	r.Step()
	near(t, "0.1 + 0.8 × 0.15 to rely on", r.aid[cli], 0.22)
	if !r.Bound(0, cli) || !r.Bound(0, pat) || r.FirstInForce(0) != 0 || r.FirstSigned(0, cli) != 0 {
		t.Error("the pact does not bind its members at the first tick")
	}
	for r.Step() {
	}
	if !r.Bound(0, cli) {
		t.Error("the pact lapses though nobody thought again")
	}
}

// Members think again: who has been bound long enough leaves after notice, who has not sits out.
func TestMembersOfOldMayThinkAgain(t *testing.T) {
	for _, c := range []struct {
		why   string
		since Date
		want  status
	}{
		{"bound for longer than twenty years", 1950, apart},
		{"bound since 1995", 1995, suspended},
	} {
		r := at(inForce(c.since, func(s *Scenario, c *Clause) {
			s.Parameters.Review.Every = 1e-9
			c.Binding, c.Notice = 20, 1
		}))
		cli := r.w.State("CLI")
		for r.Step() {
			if r.Tick == 0 && c.want == apart && !r.Bound(0, cli) {
				t.Errorf("%s: it leaves without notice", c.why)
			}
		}
		if got := r.status[cli]; got != c.want {
			t.Errorf("%s: it stands at %v, want %v", c.why, got, c.want)
		}
	}
}

// Others find the clause in force and may accede.
func TestOthersMayAccedeToWhatIsInForce(t *testing.T) {
	r := at(inForce(1950, func(s *Scenario, c *Clause) {
		s.States["BYS"] = s.States["CLI"]
		s.Parameters.Decision.Reluctance = -100
		c.OpenTo, c.Consent = map[string]Date{"BYS": 2001}, NoConsent
	}))
	bys := r.w.State("BYS")
	for r.Step() {
		if r.Tick < 4 && r.Signed(0, bys) {
			t.Error("it accedes before it may")
		}
	}
	if !r.Bound(0, bys) {
		t.Error("who would sign anything does not accede")
	}
}

// Without members a clause is on offer and no more.
func TestAClauseWithoutMembersBindsNobody(t *testing.T) {
	r := at(inForce(1950, func(_ *Scenario, c *Clause) { c.Members = nil }))
	for r.Step() {
	}
	if r.InForce(0) {
		t.Error("the pact is in force though nobody signed it")
	}
}
