package history

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// What is written to a file and read again tells the same standings without playing, and the weights in it have the scores that it
// says; a rule that turns other weights than it did is told.
func TestShippedFitsAreTheFits(t *testing.T) {
	whole, err := little(t, "base").Run(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var file strings.Builder
	if err := whole.Shipped("entente tournament", "0123").Write(&file); err != nil {
		t.Fatal(err)
	}
	kept, err := ReadShippedFits(file.String())
	if err != nil {
		t.Fatal(err)
	}
	if kept.Made != "entente tournament" || kept.Read != "0123" || kept.Runs != 4 || kept.Trials != 3 || kept.Seed != 2 ||
		len(kept.Episodes) != 5 {
		t.Errorf("it was made by %+v", kept)
	}
	known, err := kept.Known()
	if err != nil {
		t.Fatal(err)
	}
	tour := little(t, "base")
	tour.TellOnly, tour.Ledger = true, &memory{known: known}
	told, err := tour.Run(t.Context())
	if a, b := text(t, whole), text(t, told); err != nil || a != b {
		t.Errorf("played it is\n%s\nread it is\n%s\n(%v)", a, b, err)
	}
	f := kept.Fits[slices.IndexFunc(kept.Fits, func(f Fit) bool { return slices.Equal(f.Held, []string{"V4"}) })]
	if got := tour.Again(t.Context(), f); !maps.Equal(got, f.Scores) {
		t.Errorf("played again %v scores %v", f, got)
	}
	f.Values[3] = 10 // reluctance
	if got := tour.Again(t.Context(), f); maps.Equal(got, f.Scores) {
		t.Error("with another weight it scores the same")
	}
	kept.Fits[0].Weights[0] = "decision.gone"
	if _, err := kept.Known(); err == nil {
		t.Error("a weight that is gone is not missed")
	}
	if _, err := ReadShippedFits(strings.Replace(file.String(), "# seed: 2", "# seed: two", 1)); err == nil {
		t.Error("a seed that is none is read")
	}
}
