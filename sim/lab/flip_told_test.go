package lab

import (
	"bytes"
	"encoding/csv"
	"testing"
)

func TestFlipTableIsTidy(t *testing.T) {
	f := FindFlip(t.Context(), brief(ablated(t, "pacific-2025", "parameters.decision.reluctance=3.3")), "", 0.5, Options{Runs: 20, Seed: 2})
	var b bytes.Buffer
	if err := f.Tables()[0].Write(&b); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 1+len(f.Moves()) {
		t.Errorf("%d rows for %d worlds", len(rows)-1, len(f.Moves()))
	}
	flips := 0
	for _, r := range rows[1:] {
		if r[15] == "1" {
			flips++
			if r[14] != "1" {
				t.Errorf("a flip that does not cross: %v", r)
			}
		}
	}
	want := 0
	for _, l := range f.Levers {
		if l.At != nil {
			want++
		}
	}
	if f.Pair != nil {
		want++
	}
	if f.Invited[0].Crosses {
		want++
	}
	if flips != want || want < 2 {
		t.Errorf("%d flips are marked, want %d", flips, want)
	}
}
