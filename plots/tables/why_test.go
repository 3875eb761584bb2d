package tables

import (
	"slices"
	"strings"
	"testing"

	"entente/plots/words"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

func TestWhySaysWhatCarriesTheGap(t *testing.T) {
	asked := func(do func(*lab.Why)) *Page {
		found := sampledWhy(plain)
		do(found)
		return Why(found)
	}
	for _, c := range []struct {
		why  string
		page *Page
		want string
	}{
		{"changed by who asked why", asked(func(w *lab.Why) { w.Overrides = []string{"a = 1"} }),
			"From the chance as asked to that without all of them"},
		{"no gap where there is next to nothing", asked(func(w *lab.Why) {
			w.AsIs = stats.ShareOf(0, runs)
			w.Gap, w.Removed = stats.Matched(0, 0, runs), w.AsIs
		}),
			"What comes in next to no run cannot become rarer, and more than one thing may hold it back: `entente flip"},
		{"no gap", asked(func(w *lab.Why) { w.Gap, w.Removed = stats.Matched(20, 20, runs), w.AsIs }),
			"by no more than luck would: from 37.2 % to 37.2 %, 0.0 points (95 % interval -1.3 to +1.3)."},
		{"nothing to remove", asked(func(w *lab.Why) { w.Mechanisms = w.Mechanisms[8:9] }),
			"There is nothing to remove: the scenario has none of these mechanisms."},
		{"a gap of luck's own", asked(func(w *lab.Why) { w.Mechanisms = w.Mechanisms[6:7] }),
			"no mechanism carries more of that than luck would."},
		{"not one run", asked(func(w *lab.Why) { w.Runs = 0 }), "Nothing can be told"},
		{"what carries a clause", asked(func(w *lab.Why) { w.Gap, w.Removed = stats.Matched(300, 0, runs), share(72) }),
			"lowers the chance that the Pacific Pact is in force at the end of 2035Q4 from 37.2 % to 7.2 %, " +
				"-30.0 points (95 % interval -32.8 to -27.1), and more than all of that, in these runs, is the part of the government's stance: -32.5 points " +
				"(95 % interval -35."},
		{"what else may be the largest part", asked(func(w *lab.Why) { w.Mechanisms[1].Carries = stats.Added(370, 370, runs) }),
			"is the worst quarrel at the table: +38.0 points (95 % interval +34.9 to +40.9).\nIntervals overlap: with other luck the " +
				"largest part might be grey-zone discounting."},
		{"precision is told", asked(func(*lab.Why) {}), "1.0 points were wanted, which would take about 8,900 runs."},
		{"none was wanted", asked(func(w *lab.Why) { w.Wanted, w.Enough = 0, 0 }), "Precision: each value is known to within 3.1 points."},
	} {
		tells(t, c.why, c.page, c.want)
	}
}

// Parts of 40, 13 and 1 points make a gap of 54: they are 74, 24 and 2 per cent of it, the largest first, and add up.
func TestThePartsOfAGapAddUpToIt(t *testing.T) {
	table := sectionOf(t, Why(exactWhy(plain)), "From the chance as the scenario stands to that without all of them, in points").Table
	want := [][2]string{{"+40.0", "74 %"}, {"+13.0", "24 %"}, {"+1.0", "2 %"}, {"+54.0", "100 %"}}
	if len(table.Rows) != len(want) {
		t.Fatalf("there are %d rows, want %d", len(table.Rows), len(want))
	}
	for k, row := range table.Rows {
		if row.Cells[1] != want[k][0] || row.Cells[3] != want[k][1] {
			t.Errorf("%s is told to carry %s, %s of the gap, want %s, %s", row.Cells[0], row.Cells[1], row.Cells[3], want[k][0], want[k][1])
		}
	}
}

// In per cent of a gap its parts are told only where the gap itself is known to a tenth: of 54 points that is so at 1,000 runs, and at
// 100 it is not.
func TestPartsAreSetBesideAGapThatIsKnown(t *testing.T) {
	for _, c := range []struct {
		gap  stats.Difference
		told bool
	}{
		{stats.Matched(0, 540, 1000), true}, {stats.Matched(0, 54, 100), false},
		{stats.Difference{Mean: 0.54, Low: 0.51, High: 0.57, Constants: &stats.Band{Low: 0.2, High: 0.8}}, false},
	} {
		w := exactWhy(plain)
		w.Gap = c.gap
		table := sectionOf(t, Why(w), "From the chance as the scenario stands to that without all of them, in points").Table
		told := slices.ContainsFunc(table.Columns, func(c Column) bool { return c.Head == "of the gap" })
		if told != c.told {
			t.Errorf("of a gap of %v parts are told in per cent of it: %v", c.gap, told)
		}
	}
}

// What does nothing in a scenario is named as such and has no row: it carries no part.
func TestWhatIsNotThereCarriesNothing(t *testing.T) {
	p := Why(sampledWhy(plain))
	gone := words.Mechanism(sampledWhy(plain).Mechanisms[6].ID)
	tells(t, "an inert mechanism", Why(inertAt(6)), "There is nothing of this to remove: "+gone)
	if !rowOf(t, p, gone) || rowOf(t, Why(inertAt(6)), gone) {
		t.Errorf("%s has a row: before %v, once inert %v", gone, rowOf(t, p, gone), rowOf(t, Why(inertAt(6)), gone))
	}
}

func inertAt(k int) *lab.Why {
	w := sampledWhy(plain)
	w.Mechanisms[k].Inert = true
	return w
}

func rowOf(t *testing.T, p *Page, mechanism string) bool {
	t.Helper()
	return slices.ContainsFunc(sectionOf(t, p, "From the chance as the scenario stands to that without all of them, in points").Table.Rows,
		func(r Row) bool { return r.Cells[0] == mechanism })
}

// Beside the chance of other runs, a report says of the answer on why in which runs the chance goes from where to where.
func TestAReportSaysInWhichRunsTheGapIs(t *testing.T) {
	w := sampledWhy(plain)
	w.Gap, w.Removed = stats.Matched(300, 0, runs), share(72)
	const want = "from 37.2 % to 7.2 % in 1,000 runs of its own, "
	if beside := whyBeside(w); !strings.Contains(beside, want) {
		t.Errorf("it says %q, want %q", beside, want)
	}
	if alone := Why(w).Finding[0]; strings.Contains(alone, "of its own") {
		t.Errorf("alone it says %q", alone)
	}
}
