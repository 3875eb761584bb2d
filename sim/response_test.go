package sim

import "testing"

func TestAnAdaptiveRivalSparesWhomItCannotHurt(t *testing.T) {
	s := twoByTwo()
	s.Rivals = map[string]Rival{"RIV": {Posture: Steady(Adaptive), Offence: Const(1), Tempo: Const(0), Move: Const(0),
		Retaliation: Const(0.5)}}
	s.Parameters.Response.Worthwhile = 0.02
	r := at(s)
	r.Step()
	near(t, "little trade", r.retaliation(0, 0.8, 0.01), 0)
	near(t, "enough trade", r.retaliation(0, 0.8, 0.03), 0.4)
	near(t, "for half the promise, whatever is on the table", r.retaliation(0, 0.4, 0.03), 0.2)
}

// A conciliatory rival courts at a tenth a year.
func TestCourtshipByHand(t *testing.T) {
	s := twoByTwo()
	s.Rivals = map[string]Rival{"RIV": {Posture: Steady(Conciliatory), Offence: Const(1), Tempo: Const(0), Move: Const(0),
		Retaliation: Const(0.5)}}
	s.Parameters.Response.Courtship = 0.1
	s.Parameters.Decision.Reluctance = 1000
	r := at(s)
	r.Step()
	near(t, "trade grows", r.shift[r.w.State("CLI")], 1.025)
	near(t, "alarm is soothed", r.soothed[r.w.State("CLI")], 0.025)
}

// It courts those who may still sign, and nobody else.
func TestWhoHasSignedIsCourtedNoMore(t *testing.T) {
	s := twoByTwo()
	s.Rivals = map[string]Rival{"RIV": {Posture: Steady(Conciliatory), Offence: Const(1), Tempo: Const(0),
		Move: Const(0), Retaliation: Const(0)}}
	s.Parameters.Response.Courtship = 0.1
	s.Parameters.Decision.Reluctance = -1000
	r := at(s)
	r.Step()
	cli := r.w.State("CLI")
	if !r.Signed(0, cli) {
		t.Fatal("who would sign anything does not sign")
	}
	near(t, "trade stays", r.shift[cli], 1)
	near(t, "nothing is soothed", r.soothed[cli], 0)
}

// A rival that punishes for certain stops 0.4 of the trade of who has just signed, which alarms it by half; who has not signed feels
// nothing. A sting of 0.1, below a notice of 0.2, is felt by a tenth of it, as any small step.
func TestPunishmentByHand(t *testing.T) {
	for _, c := range []struct{ sting, alarm float64 }{{0.5, 0.5}, {0.1, 0.01}} {
		s := twoByTwo()
		s.Rivals = map[string]Rival{"RIV": {Posture: Steady(GreyZone), Offence: Const(1), Tempo: Const(0), Move: Const(0), Retaliation: Const(1)}}
		pact := s.Clauses["pact"]
		pact.Depth = Const(1)
		s.Clauses["pact"] = pact
		s.Parameters.Trade.Cut, s.Parameters.Response.Sting = 0.4, c.sting
		r := at(s)
		r.prelude()
		cli, pat := r.w.State("CLI"), r.w.State("PAT")
		r.status[cli], r.signedAt[cli] = signed, r.Tick
		r.respond()
		near(t, "stopped of the signatory", r.stopped[cli], 0.4)
		near(t, "moves against it", r.moved[cli], c.alarm)
		near(t, "stopped of the other", r.stopped[pat], 0)
		near(t, "moves against the other", r.moved[pat], 0)
	}
}

// An adaptive rival woos those with whom it trades too little to hurt them; who would rather soothe woos all, who presses none.
func TestWhomARivalCourts(t *testing.T) {
	for _, c := range []struct {
		posture Posture
		stake   float64
		want    bool
	}{{Adaptive, 0.01, true}, {Adaptive, 0.02, false}, {Adaptive, 0.03, false}, {Conciliatory, 0.03, true}, {GreyZone, 0.01, false}} {
		s := twoByTwo()
		s.Rivals = map[string]Rival{"RIV": {Posture: Steady(c.posture), Offence: Const(1), Tempo: Const(0), Move: Const(0), Retaliation: Const(0)}}
		if got := at(s).w.rivals[0].courts(0, c.stake, 0.02); got != c.want {
			t.Errorf("a rival that is %s courts who has a stake of %v: %v", c.posture, c.stake, got)
		}
	}
}

// A rival that no clause is about has no reason to court anyone.
func TestARivalThatNoClauseIsAboutCourtsNobody(t *testing.T) {
	s := twoByTwo()
	wooer := Rival{Posture: Steady(Conciliatory), Offence: Const(1), Tempo: Const(0), Move: Const(0), Retaliation: Const(0)}
	s.States["SIR"] = s.States["RIV"]
	s.Rivals = map[string]Rival{"RIV": wooer, "SIR": wooer}
	s.Parameters.Response.Courtship = 0.1
	s.Parameters.Decision.Reluctance = 1000
	r := at(s)
	r.Step()
	for q, id := range r.w.Rivals {
		want := 0.0
		if id == "RIV" {
			want = 0.025
		}
		near(t, id+" soothes the client", r.soothed[r.w.State("CLI")*len(r.w.rivals)+q], want)
	}
}
