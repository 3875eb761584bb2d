package sim

import (
	"slices"
	"testing"
)

func TestClimbByHand(t *testing.T) {
	p := Diplomacy{Rate: 6, Closure: 1}
	// 6 × 0.2 × 0.5 × 0.8 × (2+0)/4 × 0.5 × (1+0.25)
	near(t, "a pair", p.climb(0.2, 0.5, 0.8, 0, 0.5, 0.25), 0.15)
	near(t, "nobody climbs without a shared threat", p.climb(0, 0, 1, 2, 1, 1), 0)
	near(t, "nor against both governments", p.climb(1, 0, 1, -2, 1, 1), 0)
	near(t, "a tie that half a threat holds", (&Diplomacy{Lapse: 0.2}).lapses(0.5), 0.1)
}

func TestWhoIsBarredMakesNoAgreement(t *testing.T) {
	for _, id := range []string{"PAT", "CLI"} {
		s := twoByTwo()
		state := s.States[id]
		state.Barred = &Bar{Reason: "occupied"}
		s.States[id] = state
		s.Parameters.Diplomacy.Rate, s.Parameters.Diplomacy.Exercises = 1e6, 0.05
		r := at(s)
		r.Step()
		if r.rung[r.w.State("PAT")*3+r.w.State("CLI")] != RungNone {
			t.Errorf("%s is barred and works with the other all the same", id)
		}
	}
}

// Two who fear 0.5 and 0.9 of one rival share 0.5, and climb exactly when their roll is below 1 - exp(-climb × a quarter): that most
// rolls are passed over before it is asked what they share loses nobody.
func TestWhoClimbsByHand(t *testing.T) {
	climbed, runs := 0, 100
	for run := range uint64(runs) {
		s := twoByTwo()
		s.Parameters.Diplomacy.Rate, s.Parameters.Diplomacy.Closure, s.Parameters.Diplomacy.Lapse = 4, 0, 0
		r := NewRun(NewWorld(s))
		r.Start(1, run)
		r.prelude()
		w, n, pat, cli := r.w, r.w.N(), r.w.State("PAT"), r.w.State("CLI")
		r.threat[pat], r.threat[cli] = 0.5, 0.9
		pair := pat*n + cli
		rate := w.Parameters.Diplomacy.climb(0.5, w.friction[r.Tick][pair], w.affinity[r.Tick][pair], r.stances[pat]+r.stances[cli],
			max(w.reach[r.Tick][pair], w.reach[r.Tick][cli*n+pat]), 0)
		want := r.luck.roll(tieDeepens, w.pairKey[pair], r.now) < chance(rate, w.years)
		r.keepRungs()
		if got := r.rung[pair] != RungNone; got != want {
			t.Errorf("run %d: at a rate of %v they climb: %v", run, rate, got)
		} else if got {
			climbed++
		}
	}
	if climbed == 0 || climbed == runs {
		t.Errorf("%d of %d pairs climb: no roll tells", climbed, runs)
	}
}

// Two states that share all of a threat of 1 never let their work lapse.
func TestWorkUnderFullThreatDoesNotLapse(t *testing.T) {
	s := twoByTwo()
	for _, id := range []string{"PAT", "CLI"} {
		state := s.States[id]
		state.Contest = map[string]Series{"RIV": Const(1)}
		s.States[id] = state
	}
	s.Parameters.Diplomacy.Lapse = 1e6
	r := at(s)
	r.setRung(r.w.State("PAT"), r.w.State("CLI"), RungAccess)
	r.Step()
	if r.rung[r.w.State("PAT")*3+r.w.State("CLI")] != RungAccess {
		t.Error("a tie lapsed under full shared threat")
	}
}

// It is enough that one of the two can reach the other: a patron's reach is not its client's.
func TestTheBetterReachOfTheTwoCounts(t *testing.T) {
	for name, reach := range map[string][2]float64{"PAT reaches CLI": {1, 0}, "CLI reaches PAT": {0, 1}, "neither reaches the other": {0, 0}} {
		s := twoByTwo()
		s.Parameters.Diplomacy.Rate = 1e6
		r := at(s)
		n, pat, cli := r.w.N(), r.w.State("PAT"), r.w.State("CLI")
		for tick := range r.w.reach {
			row := slices.Clone(r.w.reach[tick])
			row[cli*n+pat], row[pat*n+cli] = reach[0], reach[1]
			r.w.reach[tick] = row
		}
		r.Step()
		if got, want := r.rung[pat*n+cli] != RungNone, reach[0]+reach[1] > 0; got != want {
			t.Errorf("%s: they work together: %v", name, got)
		}
	}
}

// Beside rungs, threats and quarrels a run and its world keep whom they concern, so that no tick looks at all pairs: nobody may be
// missing there, and who has no work left is gone.
func TestWhomTheWebConcernsIsKept(t *testing.T) {
	fell := 0
	worlds(100, func(number uint64, s Scenario) {
		r := NewRun(NewWorld(s))
		n, k := r.w.N(), len(r.w.rivals)
		was := make([]int8, n*n)
		play(r, 4, number, func() {
			for i := range n {
				if got, want := r.afraid.Has(i), slices.Max(r.threat[i*k:i*k+k]) > 0; got != want {
					t.Errorf("world %d: %s is among those who feel threatened: %v, want %v", number, r.w.States[i], got, want)
				}
				for j := range n {
					p := i*n + j
					if got, want := r.worksWith[i].Has(j), r.rung[p] > RungNone; got != want {
						t.Errorf("world %d: %s is among those with whom %s works: %v, want %v", number, r.w.States[j], r.w.States[i], got, want)
					}
					if got, want := r.close[i].Has(j), r.rung[p] >= closePartner; got != want {
						t.Errorf("world %d: %s is among the close partners of %s: %v, want %v", number, r.w.States[j], r.w.States[i], got, want)
					}
					if r.asleep[i].Has(j) && !slices.Contains(r.w.relations, [2]int{max(i, j), min(i, j)}) {
						t.Errorf("world %d: %s and %s have no relation, and their work is suspended", number, r.w.States[i], r.w.States[j])
					}
					if was[p] > RungNone && r.rung[p] == RungNone {
						fell++
					}
				}
			}
			copy(was, r.rung)
		})
	})
	if fell < 100 {
		t.Errorf("only %d pairs fell to the ground", fell)
	}
}

// A pair shares what the less worried of the two feels, of the rival that unites it most; with a rival that one of the two fears nothing.
func TestSharedThreatByHand(t *testing.T) {
	s := twoByTwo()
	s.States["OTH"] = s.States["RIV"]
	s.Rivals = map[string]Rival{"RIV": s.Rivals["RIV"], "OTH": s.Rivals["RIV"]}
	r := at(s)
	k, cli, pat, riv := 2, r.w.State("CLI"), r.w.State("PAT"), r.w.State("RIV")
	clear(r.threat)
	first, second := slices.Index(r.w.Rivals, "RIV"), slices.Index(r.w.Rivals, "OTH")
	r.threat[cli*k+first], r.threat[pat*k+first] = 0.5, 0.25
	r.threat[cli*k+second], r.threat[pat*k+second] = 0.1, 0.3
	near(t, "client and patron", r.sharedThreat(cli, pat), 0.25)
	r.threat[riv*k+second] = 0.4
	near(t, "with the rival that it fears", r.sharedThreat(cli, riv), 0)
	r.threat[cli*k+first] = 0
	near(t, "with one whom it does not", r.sharedThreat(cli, riv), 0.1)
}
