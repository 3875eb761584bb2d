package lab

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"entente/sim"
)

// Into how many runs an ensemble looks moves no chance, date or coalition, and no row of a run; what it tells of ticks is what the runs that it
// looked into tell alone.
func TestAFewOfManyRunsAreLookedInto(t *testing.T) {
	const runs, into = 60, 25
	w := sim.NewWorld(drawing(t, "asia-1950", 20))
	opts := Options{Runs: runs, Seed: 3, Workers: 3}
	fewer := opts
	fewer.Runs = into
	all, part, first := Play(t.Context(), w, opts), playLooking(t.Context(), w, opts, into), Play(t.Context(), w, fewer)
	a, p, f := all.Summarise(), part.Summarise(), first.Summarise()
	if a.LookedInto != 0 || a.Looked() != runs || p.LookedInto != into || p.Looked() != into {
		t.Errorf("they look into %d and %d runs, want %d and %d", a.Looked(), p.Looked(), runs, into)
	}
	same := func(what string, one, two any) {
		t.Helper()
		if !reflect.DeepEqual(one, two) {
			t.Errorf("%s: %+v, want %+v", what, one, two)
		}
	}
	same("in force", p.InForce, a.InForce)
	same("signed by two", p.EverSigned, a.EverSigned)
	same("members", []any{p.Members, p.MembersGiven, p.Sizes, p.Coalitions}, []any{a.Members, a.MembersGiven, a.Sizes, a.Coalitions})
	same("first in force", p.FirstInForce, a.FirstInForce)
	same("other clauses", p.Others, a.Others)
	same("web", p.Web.PerTick, f.Web.PerTick)
	same("what drivers add", p.Adds, f.Adds)
	for k, st := range p.States {
		same(st.ID+" signs", []any{st.Signed, st.SignedBy, st.Ratified, st.Member, st.When},
			[]any{a.States[k].Signed, a.States[k].SignedBy, a.States[k].Ratified, a.States[k].Member, a.States[k].When})
		same(st.ID+" on the way", []any{st.Threat, st.Chance, st.Terms, st.Drivers, st.TradeLost},
			[]any{f.States[k].Threat, f.States[k].Chance, f.States[k].Terms, f.States[k].Drivers, f.States[k].TradeLost})
	}
	rows := func(e *Ensemble, table int) string {
		var b bytes.Buffer
		if err := e.Tables(e.Summarise())[table].Write(&b); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	if rows(part, 0) != rows(all, 0) {
		t.Error("runs.csv has other rows")
	}
	few, whole := strings.Split(rows(part, 1), "\n"), strings.Split(rows(all, 1), "\n")
	if len(few) != len(whole) {
		t.Fatalf("fates.csv has %d rows, want %d", len(few), len(whole))
	}
	known := len(strings.Split(rows(first, 1), "\n")) - 1 // the header among them
	for k := range few {
		want := whole[k]
		if k >= known && want != "" {
			cells := strings.Split(want, ",")
			want = strings.Join(cells[:6], ",") + strings.Repeat(",", len(cells)-6)
		}
		if few[k] != want {
			t.Fatalf("row %d of fates.csv is %s, want %s", k, few[k], want)
		}
	}
}
