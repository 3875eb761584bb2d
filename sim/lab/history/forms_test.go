package history

import (
	"math"
	"os"
	"strings"
	"testing"

	"entente/sim"
)

// The shipped tournament has ten rules on the common base, each with constants of its own and the score that the standings tell.
func TestFormsAreThoseOfTheTournament(t *testing.T) {
	text, err := os.ReadFile("../../../scenarios/tournament.csv")
	if err != nil {
		t.Fatal(err)
	}
	kept, err := ReadShippedFits(string(text))
	if err != nil {
		t.Fatal(err)
	}
	forms := kept.Forms("coded")
	if len(forms) != 10 || forms[0].Name != sim.CommonBase {
		t.Fatalf("there are %d forms on the common base, the first %+v", len(forms), forms[0])
	}
	var unmoved []string
	for _, f := range forms {
		if f.Unmoved {
			unmoved = append(unmoved, f.Title)
		}
		if !strings.HasPrefix(f.Name, sim.CommonBase) || len(f.Constants) < 4 || !(f.Brier > 0.1 && f.Brier < 0.4) {
			t.Errorf("%s has the constants %v and a score of %v", f.Title, f.Constants, f.Brier)
		}
		for path := range f.Constants {
			if figure, ok := sim.FigureAt(path); !ok || !figure.Open {
				t.Errorf("%s: %s is no constant that a fit turns", f.Title, path)
			}
		}
	}
	if len(unmoved) != 1 || unmoved[0] != "Collective identity, on the base" {
		t.Errorf("the fits to all episodes of %v stand where their search began", unmoved)
	}
}

// The record of each theory alone is the score that the standings give it, and a theory without fits has none.
func TestTheRecordOfATheoryIsThatOfTheStandings(t *testing.T) {
	kept := &ShippedFits{Episodes: []string{"V1", "V2"}, Fits: []Fit{
		{Entrant: "landscape", Inputs: "coded", Held: []string{"V1"}, Scores: map[string]float64{"V1": 0.5}},
		{Entrant: "landscape", Inputs: "coded", Held: []string{"V2"}, Scores: map[string]float64{"V2": 0.1}},
		{Entrant: "landscape", Inputs: "measured", Held: []string{"V1"}, Scores: map[string]float64{"V1": 0.9}},
		{Entrant: "base+landscape", Inputs: "coded", Held: []string{"V1"}, Scores: map[string]float64{"V1": 0.2}},
	}}
	record := kept.Record("coded")
	if len(record) != 1 || math.Abs(record["landscape"]-0.3) > 1e-9 {
		t.Errorf("the record is %v, want 0.3 for landscape alone", record)
	}
	board := &Theories{Boards: []Switchboard{{Rows: []TheoryRow{{Theory: sim.Theory{Name: "landscape"}}, {Theory: sim.Theory{Name: "power-balance"}}}}}}
	rows := board.Recorded(record).Boards[0].Rows
	if rows[0].HeldOut == nil || *rows[0].HeldOut != record["landscape"] || rows[1].HeldOut != nil {
		t.Errorf("the rows have %v and %v", rows[0].HeldOut, rows[1].HeldOut)
	}
}
