package sim

import "testing"

func TestSuspensionByHand(t *testing.T) {
	p := Politics{Suspension: 0.4, Restraint: 0.5}
	// 0.4 × 0.5 × (1 - 0)/2 × (1 - 0.5×0.8)
	near(t, "a new government in a democracy", p.breaks(0.5, 0, 0.8), 0.06)
	near(t, "one that is all for clauses", p.breaks(0.5, 1, 0.8), 0)
	near(t, "as suspension.go does by hand", Politics{Suspension: 0.5, Restraint: 0.5}.breaks(0.4, -0.5, 0.8), 0.09)
}

// quarrelling is the world worked by hand before anyone has ties suspended: a new government of the patron breaks with 0.5 × 0.4 × 0.75 ×
// 0.6 = 0.09, one of the client, an autocracy that is all against clauses, with 0.5 × 0.4 × 1 × 1 = 0.2.
func quarrelling(run uint64) *Run {
	s := twoByTwo()
	s.Relations = map[string]Relation{"CLI-PAT": {Friction: Const(0.4), Affinity: Const(1)}}
	s.Parameters.Politics.Suspension, s.Parameters.Politics.Restraint = 0.5, 0.5
	s = changed(s, "CLI", func(x *State) { x.Polyarchy = Const(0) })
	r := NewRun(NewWorld(s))
	r.Start(1, run)
	r.prelude()
	r.stances[r.w.State("PAT")], r.stances[r.w.State("CLI")] = -0.5, -1
	return r
}

// The example of suspension.go: of two new governments that break with 0.09 and 0.2 either may, together with 1 - 0.91 × 0.8 = 0.272. One
// alone does with its own chance, and without a new one nobody does.
func TestEitherOfTwoNewGovernmentsMayBreak(t *testing.T) {
	between := 0 // rolls that break by two and not by one
	for run := range uint64(200) {
		r := quarrelling(run)
		pat, cli := r.w.State("PAT"), r.w.State("CLI")
		roll := r.luck.roll(tieSuspended, r.w.pairKey[pat*r.w.N()+cli], r.now)
		if roll >= 0.2 && roll < 0.272 {
			between++
		}
		for _, c := range []struct {
			pat, cli bool
			chance   float64
		}{{false, false, 0}, {true, false, 0.09}, {false, true, 0.2}, {true, true, 0.272}} {
			r.setAsleep(pat, cli, false)
			r.fresh[pat], r.fresh[cli] = c.pat, c.cli
			r.suspend()
			if got := r.asleep[pat].Has(cli); got != (roll < c.chance) || r.asleep[cli].Has(pat) != got {
				t.Errorf("run %d, a roll of %v: new governments %v and %v suspend their work: %v", run, roll, c.pat, c.cli, got)
			}
		}
	}
	if between == 0 {
		t.Error("no roll tells two new governments from one")
	}
}

// Work that is suspended resumes with 1 - 2^(-0.25/1) = 0.159 in a quarter, whoever governs.
func TestSuspendedWorkResumesByHand(t *testing.T) {
	resumed := 0
	for run := range uint64(200) {
		r := quarrelling(run)
		pat, cli := r.w.State("PAT"), r.w.State("CLI")
		near(t, "the chance of it", r.w.resumes, 0.1591)
		r.setAsleep(pat, cli, true)
		r.suspend()
		if !r.asleep[pat].Has(cli) {
			resumed++
		}
	}
	if resumed < 16 || resumed > 48 { // 32 give or take three standard deviations of 5.2
		t.Errorf("the work of a pair resumes in %d runs of 200, where 32 are to be expected", resumed)
	}
}
