package lab

import (
	"reflect"
	"slices"
	"testing"

	"entente/sim"
)

// An ending is the same whether its run is played to the last tick or no longer than the fate of the clause is open, and reads back
// from JSON as it was.
func TestARunMayEndOnceItsClauseIsLost(t *testing.T) {
	shorter := 0
	for _, name := range []string{"pacific-2025", "europe-1947"} {
		w := sim.NewWorld(ablated(t, name))
		run, h, n := sim.NewRun(w), w.Headline(), w.N()
		for k := range 20 {
			whole := playToEnd(t.Context(), run, 3, k, true)
			brief := playToEnd(t.Context(), run, 3, k, false)
			if run.Tick < w.Calendar.Ticks()-1 {
				shorter++
			}
			if brief.AtEnd[h] != whole.AtEnd[h] || brief.First[h] != whole.First[h] ||
				!slices.Equal(brief.Signed[h*n:h*n+n], whole.Signed[h*n:h*n+n]) ||
				brief.Members(w, h) != whole.Members(w, h) {
				t.Errorf("%s, run %d: its clause ends otherwise if no more is played than must be: %+v, %+v", name, k, brief, whole)
			}
			if known, ok := readEndings(text(t, []*Ending{whole}), 1, w); !ok || !reflect.DeepEqual(known[0], whole) {
				t.Errorf("%s, run %d: reads back as %+v (%v), was %+v", name, k, known, ok, whole)
			}
		}
	}
	if shorter == 0 {
		t.Error("no run was cut: the claim was not put to the test")
	}
}

// What has another shape than the world, or happens before its first tick or after its last, is no ending of it.
func TestWhatIsNoEnding(t *testing.T) {
	w := sim.NewWorld(ablated(t, "pacific-2025"))
	for _, c := range []struct {
		why   string
		spoil func(*Ending)
		fits  bool
	}{
		{"as it is", func(*Ending) {}, true},
		{"a failure has no more to tell", func(e *Ending) { *e = Ending{Failure: "a promise was broken"} }, true},
		{"nothing", func(e *Ending) { *e = Ending{} }, false},
		{"one signature short", func(e *Ending) { e.Signed = e.Signed[1:] }, false},
		{"one ratification short", func(e *Ending) { e.Ratified = e.Ratified[1:] }, false},
		{"one state more is bound", func(e *Ending) { e.Bound = append(e.Bound, true) }, false},
		{"a clause short", func(e *Ending) { e.First = e.First[1:] }, false},
		{"a clause more", func(e *Ending) { e.AtEnd = append(e.AtEnd, true) }, false},
		{"on the last tick", func(e *Ending) { e.First[0] = int32(w.Calendar.Ticks() - 1) }, true},
		{"after the end", func(e *Ending) { e.First[0] = int32(w.Calendar.Ticks()) }, false},
		{"before the start", func(e *Ending) { e.Ratified[0] = -2 }, false},
	} {
		e := newEnding(w)
		if c.spoil(&e); e.fits(w) != c.fits {
			t.Errorf("%s: fits %v, want %v", c.why, e.fits(w), c.fits)
		}
	}
}
