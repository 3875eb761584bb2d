package tables

import (
	"slices"
	"testing"

	"entente/sim/lab"
	"entente/sim/lab/stats"
)

func TestALibrarySaysWhatWasExpected(t *testing.T) {
	shelved := func(do func(*lab.Library)) *Page {
		found := library(plain)
		do(found)
		return Library(found)
	}
	for _, c := range []struct {
		why  string
		page *Page
		want string
	}{
		{"a what-if with fewer runs", shelved(func(l *lab.Library) { l.Shelves[0].Comparison.Worlds[1].Runs = 990 }),
			"Played in 990 runs alone."},
		{"every expectation held", shelved(func(l *lab.Library) { l.Shelves[0].CameOut[2] = lab.Held }),
			"What its author expected came out in each of 2 what-ifs."},
		{"every expectation held, by shelf", shelved(func(l *lab.Library) {
			l.Shelves[0].CameOut[2] = lab.Held
			l.Shelves = append(l.Shelves, l.Shelves[0])
		}),
			"What was expected came out in 2 of 2 what-ifs."},
		{"one that is up to the constants", shelved(func(l *lab.Library) { l.Shelves[0].CameOut[2] = lab.UpToConstants }),
			"What its author expected came out in 1 of 2 what-ifs; in 1 it is up to the constants: of those that fit history about as well some say otherwise."},
		{"one that went the other way", shelved(func(l *lab.Library) { l.Shelves[0].CameOut[2] = lab.NotThatWay }),
			"What its author expected came out in 1 of 2 what-ifs; in 1 neither luck nor constants have it go that way."},
		{"too few runs for one", shelved(func(l *lab.Library) { l.Shelves[0].CameOut[2] = lab.TooFewRuns }),
			"What its author expected came out in 1 of 2 what-ifs; of 1 there are too few runs to tell."},
		{"too few runs for any", shelved(func(l *lab.Library) { l.Shelves[0].CameOut = []lab.CameOut{"", lab.TooFewRuns, lab.TooFewRuns} }),
			"Whether what its author expected comes out cannot be told of any of 2 what-ifs: there are too few runs."},
		{"too few runs for one, by shelf", shelved(func(l *lab.Library) {
			l.Shelves[0].CameOut[2] = lab.TooFewRuns
			l.Shelves = append(l.Shelves, l.Shelves[0])
		}),
			"What was expected came out in 1 of 2 what-ifs; of 1 there are too few runs to tell."},
		{"how many runs would do for those that are too few", shelved(func(l *lab.Library) {
			l.Shelves[0].CameOut[2] = lab.TooFewRuns
			l.Shelves[0].Comparison.Worlds[2].Change = &lab.Change{Pairs: 10, InForce: stats.Difference{Mean: 0.1, Low: -0.2, High: 0.4}}
		}), "there are too few runs to tell.\nTo tell of all of them takes some 1,500 runs, by how wide the intervals are now."},
		{"no what-if played", shelved(func(l *lab.Library) { l.Shelves = nil }), "No what-if had been played before the end."},
	} {
		tells(t, c.why, c.page, c.want)
	}
}

func TestWhyAMissIsAMiss(t *testing.T) {
	for _, c := range []struct {
		came   lab.CameOut
		change stats.Difference
		want   string
	}{
		{lab.Held, stats.Difference{Mean: 0.1, Low: 0.05, High: 0.15}, "held"},
		{lab.Missed, stats.Difference{Mean: 0.1, Low: 0.05, High: 0.15}, "missed: higher"},
		{lab.Missed, stats.Difference{Mean: -0.1, Low: -0.15, High: -0.05}, "missed: lower"},
		{lab.Missed, stats.Difference{Mean: -0.1, Low: -0.25, High: 0.02}, "missed: no more than luck"},
		{lab.SlightOnly, stats.Difference{Mean: 0.02, Low: 0.01, High: 0.03}, "slight: higher"},
		{lab.SlightOnly, stats.Difference{Mean: 0.02, Low: -0.01, High: 0.03}, "slight: no more than luck"},
		{lab.UpToConstants, stats.Difference{Mean: 0.1, Low: 0.05, High: 0.15}, "up to the constants: higher"},
		{lab.NotThatWay, stats.Difference{Mean: 0.1, Low: 0.05, High: 0.15}, "not that way: higher"},
		{lab.TooFewRuns, stats.Difference{Mean: 0.1, Low: -0.05, High: 0.25}, "too few runs to tell"},
	} {
		w := lab.WhatIf{ComparedWorld: &lab.ComparedWorld{Change: &lab.Change{InForce: c.change}}, CameOut: c.came}
		if got := whatCame(w); got != c.want {
			t.Errorf("a change of %+v is told as %q, want %q", c.change, got, c.want)
		}
	}
}

// In 1,000 runs the blockade wins 440 and the Asian pact loses 369: by the intervals of Agresti and Min, (440 ± 1.96
// √247.8) / 1,002 and (-369 ± 1.96 √234.1) / 1,002.
func TestALibraryTellsWhatCameOfEachWhatIf(t *testing.T) {
	page := Library(library(plain))
	shelf := sectionOf(t, page, "On pacific")
	want := []Row{
		{To: "blockade", Cells: []string{"blockade", "higher", "81.2 %", "+44.0", "+40.8 to +47.0", "held"}},
		{To: "asia", Cells: []string{"asia", "same", "0.3 %", "-36.9", "-39.8 to -33.8", "missed: lower"}},
	}
	for k, row := range shelf.Table.Rows {
		if k >= len(want) || row.To != want[k].To || !slices.Equal(row.Cells, want[k].Cells) {
			t.Errorf("row %d is %+v, want those of %+v", k, row, want)
		}
	}
	if len(shelf.Table.Rows) != len(want) {
		t.Errorf("%d what-ifs are told of, want %d", len(shelf.Table.Rows), len(want))
	}
}

// A what-if is told with its own clause and end if they are not those of its base, and with whom it invites and leaves out.
func TestAWhatIfIsToldBesideItsBase(t *testing.T) {
	page := Library(library(plain))
	for _, c := range []struct{ name, want string }{
		{"blockade", "Whose signature moves most, points: Australia +44.0 (+40.8 to +47.0), United States +38.0 (+34.9 to +40.9)."},
		{"blockade", "Invited here only: France (signs in 4.0 %)."},
		{"asia", "The chance is that the Asian Pact is in force at the end of 1960."},
		{"asia", "No longer invited: United States."},
	} {
		if below := sectionOf(t, page, c.name).Below; !slices.Contains(below, c.want) {
			t.Errorf("of %s it says %q, want %q among it", c.name, below, c.want)
		}
	}
}
