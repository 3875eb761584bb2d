package lab_test

import (
	"slices"
	"testing"

	"entente/sim"
	"entente/sim/lab"
)

// What a sheet tells is what the scenario and a decision laid open say: nothing on it is made up.
func TestSheetsTellWhatTheModelHas(t *testing.T) {
	w := world(t, "pacific-2025")
	s, c := &w.Scenario, w.Headline()
	r, err := lab.AskRoles(w, 0, c, lab.Options{Seed: 1}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if r.Seats() != 20 || len(r.States) != 16 || len(r.Turns) != lab.MostTurns || len(r.Shocks) == 0 || len(r.FirstTen) != 7 {
		t.Errorf("%d seats, %d of states, %d turns, %d shocks, %v of ten", r.Seats(), len(r.States), len(r.Turns), len(r.Shocks), r.FirstTen)
	}
	for _, id := range s.Clauses[r.Clause].Required {
		if !slices.Contains(r.FirstTen, id) {
			t.Errorf("a class of ten plays without %s, without whom the clause cannot come", id)
		}
	}
	ties := 0
	for _, seat := range r.States {
		st, day := s.States[seat.ID], w.Calendar.Date(w.FirstDecision(c, w.State(seat.ID)))
		for end, want := range map[string]sim.Series{"capability": st.Capability, "polyarchy": st.Polyarchy, "stance": st.Stance,
			"volatility": st.Volatility, "trade.CHN": st.Trade["CHN"]} {
			if f, ok := seat.Figure(end); !ok || f.Value != want.At(day) || f.Unit == "" {
				t.Errorf("%s: %s is %+v, the scenario says %v", seat.ID, end, f, want.At(day))
			}
		}
		x, err := w.Explain(1, 0, c, w.State(seat.ID), w.FirstDecision(c, w.State(seat.ID)))
		if err != nil || x.Chance != seat.Explained.Chance || x.Behind.With != seat.Explained.Behind.With {
			t.Errorf("%s is laid open as %+v", seat.ID, seat.Explained.Terms)
		}
		for _, tie := range seat.Ties {
			found := false
			for _, of := range s.Ties {
				found = found || of.Title == tie.Title && slices.Contains(of.Members, seat.ID) && slices.Contains(of.Members, tie.With) && of.Since <= day &&
					(of.Until == 0 || of.Until > day) && tie.Owed == (of.Guarantor == tie.With)
			}
			if !found {
				t.Errorf("%s has no tie %+v", seat.ID, tie)
			}
			ties++
		}
		for k, q := range seat.Quarrels {
			if q.Size <= 0 || k > 0 && q.Size > seat.Quarrels[k-1].Size {
				t.Errorf("%s: quarrels %+v", seat.ID, seat.Quarrels)
			}
		}
	}
	if ties < 30 {
		t.Errorf("only %d ties are told", ties)
	}
	// Whom the clause cannot do without come first, then founders, then others, each by how likely they are to sign.
	rank := func(id string) (k int, chance float64) {
		for _, seat := range r.States {
			if seat.ID == id {
				k, chance = 2, seat.Explained.Chance
				if seat.Role == lab.Founder {
					k = 1
				}
				if seat.Required {
					k = 0
				}
			}
		}
		return k, chance
	}
	for k := 1; k < len(r.FirstTen); k++ {
		was, likely := rank(r.FirstTen[k-1])
		is, less := rank(r.FirstTen[k])
		if is < was || is == was && less > likely {
			t.Errorf("of ten %s comes before %s", r.FirstTen[k-1], r.FirstTen[k])
		}
	}
	if q := r.Rivals[0]; len(r.Rivals) != 1 || q.ID != "CHN" || q.Posture != sim.GreyZone || len(q.Presses) < 5 || len(q.Trades) < 10 ||
		q.Presses[0].Value < q.Presses[1].Value {
		t.Errorf("the rival is %+v", r.Rivals)
	}
}
