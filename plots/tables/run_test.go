package tables

import (
	"slices"
	"strings"
	"testing"

	"entente/plots/words"
	"entente/sim"
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
		{"signed in one run", change(func(s *lab.Summary) { s.FirstInForce, s.InForce[2], s.EverSigned = nil, share(0), share(1) }),
			"It never comes into force, though two or more states sign it in 0.1 % of the runs."},
		{"members over all runs, where it is in force in some", change(func(*lab.Summary) {}), "Over all runs it binds 1.66 states at the end on average."},
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
		below := strings.Join(sectionOf(t, Run(s), "Chance that it is in force at the end of each year").Below, "")
		if strings.Contains(below, "Not told:") != slices.Contains(c.want, "not told") {
			t.Errorf("%s: below the years stands %q", c.why, below)
		}
	}
}

// A pair climbs where its mean rung rises by half a rung or more, and the three that rise most are named.
func TestWhoClimbsMost(t *testing.T) {
	pair := func(a string, end float64) lab.Pair { return lab.Pair{A: a, B: "Z", End: end} }
	names := map[string]string{"A": "Aa", "B": "Bb", "C": "Cc", "D": "Dd", "Z": "Zz"}
	for _, c := range []struct {
		why  string
		of   []lab.Pair
		want string
	}{
		{"half a rung", []lab.Pair{pair("A", 0.5), pair("B", 0.49)}, "Aa and Zz (none to exercises)"},
		{"the three that rise most", []lab.Pair{pair("A", 0.6), pair("B", 2.6), pair("C", 0.7), pair("D", 1.2)},
			"Bb and Zz (none to information sharing); Dd and Zz (none to exercises); Cc and Zz (none to exercises)"},
		{"none", []lab.Pair{pair("A", 0.4)}, ""},
	} {
		if got := strings.Join(climbing(c.of, names), "; "); got != c.want {
			t.Errorf("%s: %q climb most, want %q", c.why, got, c.want)
		}
	}
}

// A number of states has its range where runs differ, and of one there is one state.
func TestStatesAreCounted(t *testing.T) {
	for _, c := range []struct {
		s    stats.Spread
		runs int
		want string
	}{
		{stats.Spread{Mean: 1, Q05: 1, Q95: 1}, 50, "1 state"}, {stats.Spread{Mean: 4, Q05: 4, Q95: 4}, 50, "4 states"},
		{stats.Spread{Mean: 4.2, Q05: 3, Q95: 6}, 50, "4.2 states (3 to 6 in nine runs of ten)"}, {stats.Spread{Mean: 4.2, Q05: 3, Q95: 6}, 9, "4.2 states (mean of 9 runs)"},
	} {
		if got := states(c.s, c.runs); got != c.want {
			t.Errorf("%+v over %d runs is told as %q, want %q", c.s, c.runs, got, c.want)
		}
	}
}

// Where everything was seen of every run, no note sets the first apart from the rest.
func TestNoRunsAreSetApartWhereAllWereLookedInto(t *testing.T) {
	if text := asText(t, Run(summary(plain)), 1000); strings.Contains(text, "of the first") {
		t.Errorf("runs are set apart in\n%s", text)
	}
}

// The mean of members over all runs is news only where some runs end without the clause, and its level is known.
func TestMembersOverAllRunsAreToldWhereTheyAreNews(t *testing.T) {
	for _, c := range []struct {
		why    string
		chance stats.Share
		told   bool
	}{
		{"in some runs", share(372), true},
		{"in all but one", share(runs - 1), true},
		{"in all", share(runs), false},
		{"as likely as constants have it", doubted(share(372), 0.05, 0.83), false},
		{"likely within few points of constants", doubted(share(372), 0.3, 0.45), true},
	} {
		s := summary(plain)
		s.InForce[2] = c.chance
		if told := strings.Contains(asText(t, Run(s), 1000), "Over all runs it binds"); told != c.told {
			t.Errorf("%s: the mean over all runs is told: %v, want %v", c.why, told, c.told)
		}
	}
}

// doubted gives a share a band of constants.
func doubted(s stats.Share, low, high float64) stats.Share {
	s.Constants = &stats.Band{Low: low, High: high}
	return s
}

// Beside a chance that constants leave open stands what its reference class says; beside one that they do not it is no news.
func TestARunHoldsALevelToItsClassWhereConstantsLeaveItOpen(t *testing.T) {
	for high, want := range map[float64]bool{0.2: false, 0.83: true} {
		s := summary(plain)
		s.InForce[2] = doubted(s.InForce[2], 0.05, high)
		s.Reference = &lab.Reference{Class: lab.QuietPacific, Years: 70, Mean: 0.07, Low: 0.01, High: 0.2}
		if told := strings.Contains(asText(t, Run(s), 1000), "reference class alone"); told != want {
			t.Errorf("with constants from 5 %% to %v the reference class is told: %v", high, told)
		}
	}
}

// Nine runs are too few to tell how often anything would happen, and it is said; ten are not.
func TestFewRunsAreSaidToTellLittle(t *testing.T) {
	for runs, want := range map[int]bool{9: true, 10: false} {
		s := summary(plain)
		s.Runs = runs
		if told := strings.Contains(asText(t, Run(s), 1000), "So few runs are histories that might have been"); told != want {
			t.Errorf("of %d runs it is said that they are few: %v", runs, told)
		}
	}
}

// Japan and Papua New Guinea climb by 3.9 rungs, Australia and France by 0.2, which is no climb; the Quad was there before, and is
// nothing new; of seven states two lose trade.
func TestOnlyWhatGrewOrWasLostIsNamed(t *testing.T) {
	page := Run(summary(plain))
	below := sectionOf(t, page, "What grows instead").Below
	want := []string{"Pairs that climb most: Japan and Papua New Guinea (none to access).", "New arrangements seen most at the end: Australia, Japan and Papua New Guinea (22.0 %)."}
	if !slices.Equal(below, want) {
		t.Errorf("below it stands %q, want %q", below, want)
	}
	if rows := sectionOf(t, page, "Trade lost to the rival's coercion over the whole period").Table.Rows; len(rows) != 2 || rows[0].Cells[0] != "Japan" ||
		rows[1].Cells[0] != "Australia" {
		t.Errorf("trade is lost by %+v", rows)
	}
}

// Who never stood before the decision has no reasons, and is not said to have nothing for or against it.
func TestWhoNeverDecidedHasNoReasons(t *testing.T) {
	for _, row := range sectionOf(t, Run(summary(plain)), "Why, and why not").Table.Rows {
		if decided := row.Group || row.Cells[1] != "never had to decide"; decided == (!row.Group && row.Cells[0] == "Papua New Guinea") {
			t.Errorf("it is told as %q", row.Cells)
		}
	}
}

// The two strongest reasons of a sign are named, the strongest first; the habit of not signing, which is the same for all, and what
// rounds to nothing are not.
func TestTheStrongestReasons(t *testing.T) {
	var terms sim.Terms
	terms[sim.Reluctance], terms[sim.TradeLoss], terms[sim.Friction], terms[sim.Security] = -4, -0.3, -1.2, 0.049
	if got, want := strongest(terms, -1), words.Logits(-1.2)+" "+words.Terms[sim.Friction].Name+"\n"+words.Logits(-0.3)+" "+words.Terms[sim.TradeLoss].Name; got != want {
		t.Errorf("against it speak %q, want %q", got, want)
	}
	if got := strongest(terms, 1); got != "nothing" {
		t.Errorf("for it speaks %q, which rounds to nothing", got)
	}
	if terms[sim.Security] = 0.05; strongest(terms, 1) == "nothing" {
		t.Error("a reason of 0.05 is not named")
	}
	found := summary(plain)
	for k := range found.States {
		found.States[k].Terms, found.States[k].Decided = terms, 3
	}
	if below := strings.Join(sectionOf(t, Run(found), "Why, and why not").Below, " "); !strings.Contains(below, "All states start from "+words.Logits(-4)) {
		t.Errorf("below the reasons stands %q", below)
	}
	for k := range found.States {
		found.States[k].Decided = 0
	}
	section := sectionOf(t, Run(found), "Why, and why not")
	if below := strings.Join(section.Below, " "); strings.Contains(below, "All states start") {
		t.Errorf("where nobody decided it is said that %q", below)
	}
	for _, row := range section.Table.Rows {
		if !row.Group && row.Cells[1] != "never had to decide" {
			t.Errorf("who never decided is shown as %q", row.Cells)
		}
	}
}

// Who never had to decide has no chance of being willing; where constants are told, the column of intervals is that of luck.
func TestWhoSignsHasWhatIsKnown(t *testing.T) {
	found := summary(plain)
	found.States[0].Decided, found.States[0].Willing = 0, 0.25
	found.States[1].Decided, found.States[1].Willing = 7, 0.25
	section := sectionOf(t, Run(found), "Who signs")
	rows := map[string][]string{}
	for _, r := range section.Table.Rows {
		rows[r.Cells[0]] = r.Cells
	}
	if a, b := rows[found.States[0].Name][1], rows[found.States[1].Name][1]; a != "-" || b != "25.0 %" {
		t.Errorf("willing are %q, who never decided, and %q", a, b)
	}
	if head := section.Table.Columns[5].Head; head != "95 % interval" || !strings.Contains(section.Below[0], "at the end, with its interval") {
		t.Errorf("without constants a column is called %q, and below stands %q", head, section.Below[0])
	}
	for k := range found.InForce {
		found.InForce[k] = doubted(found.InForce[k], 0.3, 0.45)
	}
	section = sectionOf(t, Run(found), "Who signs")
	if head := section.Table.Columns[5].Head; head != "luck" || !strings.Contains(section.Below[0], "with the reach of luck") {
		t.Errorf("with constants a column is called %q, and below stands %q", head, section.Below[0])
	}
	for _, r := range section.Table.Rows {
		if r.Cells[0] == found.States[1].Name && r.Cells[5] != words.Luck(found.States[1].Member) {
			t.Errorf("luck is told as %q, want %q", r.Cells[5], words.Luck(found.States[1].Member))
		}
	}
}
