package tables

import (
	"strings"
	"testing"

	"entente/sim/lab"
	"entente/sim/lab/stats"
)

func TestRunSaysWhatHappened(t *testing.T) {
	change := func(do func(*lab.Summary)) *Page {
		found := summary(plain)
		do(found)
		return Run(found)
	}
	for _, c := range []struct {
		why  string
		page *Page
		want string
	}{
		{"in some runs", change(func(*lab.Summary) {}), "does so around 2034; where it lasts, it binds 4.5 states (3 to 6 in nine " +
			"runs of ten) at the end."},
		{"in force for a time only", change(func(s *lab.Summary) { s.InForce[2] = share(0) }),
			"It comes into force in some runs, around 2034, but never lasts."},
		{"in three runs", change(func(s *lab.Summary) { s.EverInForce, s.InForce[2] = 3, share(2) }),
			"Where it comes into force at all, in 3 runs, it does so around 2034; where it lasts, it binds 4.5 states (mean of 2 runs) at the end."},
		{"in one run for a time only", change(func(s *lab.Summary) { s.EverInForce, s.InForce[2] = 1, share(0) }),
			"It comes into force in 1 run, around 2034, but never lasts."},
		{"a treaty of nine runs", change(func(s *lab.Summary) { s.Others[0].Ever = 9 }), "28.0 %  -"},
		{"signed, never in force", change(func(s *lab.Summary) { s.FirstInForce, s.InForce[2] = nil, share(0) }),
			"It never comes into force, though two or more states sign it in 50.0 % of the runs."},
		{"never signed", change(func(s *lab.Summary) { s.FirstInForce, s.InForce[2], s.EverSigned = nil, share(0), share(0) }),
			"It never comes into force, and never do two states sign it."},
		{"in four of ten thousand", change(func(s *lab.Summary) { s.InForce[2] = stats.ShareOf(4, 10000) }), "in <0.1 % of the runs"},
		{"in force at the start", change(func(s *lab.Summary) { s.States[0].AtStart = true }),
			"It bound 1 state when the scenario began; where it lasts, it binds 4.5 states"},
		{"in force at the start, and no more", change(func(s *lab.Summary) { s.States[0].AtStart, s.InForce[2] = true, share(0) }),
			"It bound 1 state when the scenario began, and never lasts."},
		{"in force at the start, and at the end of one run", change(func(s *lab.Summary) { s.States[0].AtStart, s.InForce[2] = true, share(1) }),
			"It bound 1 state when the scenario began; where it lasts, it binds 4.5 states (mean of 1 run) at the end."},
		{"in one run at the end", change(func(s *lab.Summary) { s.EverInForce, s.InForce[2] = 1, share(1) }),
			"Where it comes into force at all, in 1 run, it does so around 2034; where it lasts, it binds 4.5 states (mean of 1 run) at the end."},
		{"most was seen of the first runs alone", change(func(s *lab.Summary) { s.Runs, s.LookedInto = 20000, 10000 }),
			"Chances and dates are of all 20,000 runs; reasons, drivers, ties and trade lost are of the first 10,000."},
		{"who was bound signs nothing", change(func(s *lab.Summary) { s.States[0].AtStart, s.States[0].When = true, "2030Q1" }),
			"Bound from the start"},
		{"no trade is lost", change(func(s *lab.Summary) { s.States[0].TradeLost, s.States[1].TradeLost = stats.Spread{}, stats.Spread{} }),
			"None."},
	} {
		tells(t, c.why, c.page, c.want)
	}
}

// A treaty that nobody signs has no median date, and its cell says so like that of a state that signs nothing.
func TestNeverReadsTheSameInEveryTable(t *testing.T) {
	found := summary(plain)
	found.States[0].When, found.Others = "", []lab.ClauseShare{{Title: "The other pact"}}
	page := Run(found)
	state, treaty := sectionOf(t, page, "Who signs").Table.Rows[1].Cells, sectionOf(t, page, "Other treaties on the table").Table.Rows[0].Cells
	if never := state[len(state)-1]; never != "-" || treaty[len(treaty)-1] != never {
		t.Errorf("never is %q of a state and %q of a treaty", never, treaty[len(treaty)-1])
	}
}

// Whom a clause bound when the run began signs nothing in it, and stands apart from those who might.
func TestWhoWasBoundAtTheStartSignsNothing(t *testing.T) {
	found := summary(plain)
	found.States[0].AtStart, found.States[0].When = true, "2030Q1"
	rows := sectionOf(t, Run(found), "Who signs").Table.Rows
	if !rows[0].Group || rows[0].Cells[0] != "Bound from the start" || rows[1].Cells[0] != found.States[0].Name {
		t.Errorf("the table begins with %+v, %+v", rows[0], rows[1])
	}
	if cells := rows[1].Cells; cells[2] != "-" || cells[3] != "-" || cells[4] == "-" || cells[5] == "-" || cells[6] != "-" {
		t.Errorf("a state that was bound before is shown as %v", cells)
	}
}

// A year in which nothing was seen of constants, beside one in which something was, is a hole in what runs tell and no finding; where nothing
// happens, or in no year anything was seen, it is one.
func TestAHoleOfConstantsIsNotTold(t *testing.T) {
	year := func(runs int, low, high float64) stats.Share {
		s := stats.ShareOf(runs, 400)
		s.Constants = &stats.Band{Low: low, High: high}
		return s
	}
	for _, c := range []struct {
		why  string
		all  []stats.Share
		want []string
	}{
		{"a hole", []stats.Share{year(0, 0, 0), year(8, 0.004, 0.05), year(12, 0.03, 0.03), year(20, 0.01, 0.08)},
			[]string{"none seen", "<1 to 5 %", "not told", "1 to 8 %"}},
		{"none anywhere", []stats.Share{year(8, 0.02, 0.02), year(12, 0.03, 0.03)}, []string{"none seen", "none seen"}},
	} {
		s := summary(plain)
		s.InForce, s.Labels, s.YearEnds = c.all, []string{"2026Q4", "2027Q4", "2028Q4", "2029Q4"}, []int{0, 1, 2, 3}[:len(c.all)]
		rows := sectionOf(t, Run(s), "Chance that it is in force at the end of each year").Table.Rows
		for k, want := range c.want {
			if got := rows[k].Cells[3]; got != want {
				t.Errorf("%s: in year %d of constants is told %q, want %q", c.why, k, got, want)
			}
		}
	}
}

// Where everything was seen of every run, no note sets the first apart from the rest.
func TestNoRunsAreSetApartWhereAllWereLookedInto(t *testing.T) {
	if text := asText(t, Run(summary(plain)), 1000); strings.Contains(text, "of the first") {
		t.Errorf("runs are set apart in\n%s", text)
	}
}
