package tables

import (
	"strings"
	"testing"

	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// Whose signature would bring others along is told by state, and of whom nothing can be said.
func TestPivotsSayWhoWouldBringOthersAlong(t *testing.T) {
	ask := func(name, tick string, draw float64) *lab.Pivots {
		w := sim.NewWorld(shipped(t, name))
		for k := range w.Calendar.Ticks() {
			if w.Calendar.Label(k) == tick {
				return lab.FindPivots(t.Context(), w, w.Headline(), k, draw, lab.Options{Runs: 20, Seed: 1})
			}
		}
		t.Fatalf("%s has no tick %s", name, tick)
		return nil
	}
	golden(t, "pivots", Pivots(ask("asia-1950", "1950Q3", 0.5)))
	p := ask("pacific-2025", "2028Q1", 0.01)
	golden(t, "pivots-keen", Pivots(p))
	for _, st := range p.States { // names, not ids
		for _, line := range Pivots(p).Finding {
			if strings.Contains(line, st.ID) {
				t.Errorf("the finding calls %s by its id: %s", st.Name, line)
			}
		}
	}
}

// What was seen in one run of 200 is told with its interval and is called seldom; what mostly is so is not.
func TestAVetoIsToldAsOftenAsItIsSeen(t *testing.T) {
	for _, c := range []struct {
		vetoes int
		want   string
		seldom bool
	}{
		{1, "Veto by weight, whatever the text asks for: the United States in 0.5 % of the runs (95 % interval <0.1 to 2.8 %).", true},
		{9, "Veto by weight, whatever the text asks for: the United States in 4.5 % of the runs (95 % interval 2.1 to 8.4 %).", false},
	} {
		p := &lab.Pivots{Head: lab.Head{ClauseTitle: "Pacific Pact", Runs: 200}, Carried: stats.ShareOf(10, 200),
			HeldUp: stats.ShareOf(20, 200),
			States: []lab.PivotalState{
				{ID: "USA", Name: "United States", Seated: stats.ShareOf(200, 200), ByWeight: stats.ShareOf(c.vetoes, 200),
					HoldsUp: stats.ShareOf(20, 200)},
			}}
		page := Pivots(p)
		tells(t, "a veto", page, c.want)
		tells(t, "who holds it up", page, "In 10.0 % of the runs (95 % interval 6.2 to 15.0 %) no set carries it, and one would "+
			"if the United States alone came round.")
		if got := strings.Contains(asText(t, page, 0), "That is seldom"); got != c.seldom {
			t.Errorf("that a veto in %d of 10 runs with a set is seldom is said: %v", c.vetoes, got)
		}
	}
}

// Of whom the clause bound from the start it is asked whether it would stay.
func TestWhoWasBoundAtTheStartCarriesByStaying(t *testing.T) {
	found := &lab.Pivots{States: []lab.PivotalState{{ID: "BEL", Name: "Belgium", Role: lab.Founder, AtStart: true},
		{ID: "SWE", Name: "Sweden", Role: lab.OpenTo}}}
	if text := strings.Join(sectionOf(t, Pivots(found), "What it takes").Text, " "); !strings.Contains(text,
		"Bound from the start, so that to carry it is to stay: Belgium.") {
		t.Errorf("it says %q", text)
	}
}

// A set is named as the one that most often carries a clause only where luck leaves no other: of 100 runs, 40 are clear of 5, and 3 are
// not of 2. What was seen in one run each is a sentence, and a column of noughts another.
func TestASetIsNamedOnlyBeyondLuck(t *testing.T) {
	set := func(id string, runs int) lab.CarryingSet {
		return lab.CarryingSet{Members: []string{id}, Minimal: shareOf(runs, 100), Carries: stats.ShareOf(runs, 100)}
	}
	states := []lab.PivotalState{{ID: "A", Name: "Atlantis", Seated: stats.ShareOf(100, 100), Minimal: shareOf(40, 100)},
		{ID: "B", Name: "Lemuria", Seated: stats.ShareOf(100, 100)}}
	of := func(sets ...lab.CarryingSet) string {
		page := Pivots(&lab.Pivots{Head: lab.Head{Runs: 100}, Carried: stats.ShareOf(50, 100), Sets: sets, States: states})
		return strings.Join(strings.Fields(asText(t, page, 0)), " ")
	}
	clear := of(set("A", 40), set("B", 5))
	open := of(set("A", 3), set("B", 2), set("C", 1), set("D", 1))
	for _, c := range []struct{ why, text, says, hush string }{
		{"one clear of all", clear, "Most often that is Atlantis", "do not tell"},
		{"three runs of 100 against two", open, "these runs do not tell: it may be any of 4 sets", "Most often that is"},
		{"seen once", open, "Not shown: 2 sets that were seen in one run each", " 1.0 %"},
		{"columns of noughts", clear, "0 throughout, and left out: in the largest and kept out. There is nothing to tell of, and left out: leave without it.", "state veto by text"},
	} {
		if !strings.Contains(c.text, c.says) || strings.Contains(c.text, c.hush) {
			t.Errorf("%s: want %q and not %q in:\n%s", c.why, c.says, c.hush, c.text)
		}
	}
}

func shareOf(count, n int) *stats.Share {
	s := stats.ShareOf(count, n)
	return &s
}

// Where the table has too many sets to look at all, no set and no state is named as the one that carries the clause, beside those that
// its text requires: of rio-1947's twenty-two states any fourteen or so will do.
func TestNoSetIsNamedOfManyThatWereNotLookedAt(t *testing.T) {
	w := sim.NewWorld(shipped(t, "rio-1947"))
	c := w.Headline()
	page := Pivots(lab.FindPivots(t.Context(), w, c, w.Calendar.Tick(w.Opens(c)), lab.MedianDisposition, lab.Options{Runs: 4, Seed: 1}))
	finding := strings.Join(page.Finding, " ")
	tells(t, "a cut search", page, "Which sets do is not told: in 100.0 % of the runs")
	for _, name := range []string{"Most often that is", "Ecuador", "Brazil", "United States"} {
		if strings.Contains(finding, name) {
			t.Errorf("the finding names %q: %s", name, finding)
		}
	}
	for _, s := range page.Sections {
		if s.Heading == "Least sets that carry it" {
			t.Error("sets of a cut search have a table")
		}
	}
	carries := sectionOf(t, page, "The states: who carries it")
	for _, r := range carries.Table.Rows {
		want := "-"
		if r.Cells[0] == "United States" {
			want = "100.0 %"
		}
		if r.Cells[1] != want {
			t.Errorf("%s is in a least set in %q, want %q", r.Cells[0], r.Cells[1], want)
		}
	}
	// Where none carries it, a set that was not looked at may come nearer.
	page = Pivots(&lab.Pivots{Head: lab.Head{Runs: 100}, Cut: 100, NearestUntold: 100, States: []lab.PivotalState{
		{ID: "A", Name: "Atlantis", Seated: stats.ShareOf(100, 100), HoldsUp: stats.ShareOf(100, 100)}}})
	tells(t, "the nearest of a cut search", page, "Which set comes nearest is not told: in 100.0 % of the runs")
	tells(t, "who is least likely to sign", page, "There is nothing to tell of, and left out: veto by text and least likely in.")
}

// Sets that all carry it, in every run in which some set does, are told as equals; that nobody has a veto is told with how few runs it rests
// on; and who never sat at the table keeps nobody out.
func TestPivotsSayNoMoreThanTheirRuns(t *testing.T) {
	set := func(id string, runs int) lab.CarryingSet {
		return lab.CarryingSet{Members: []string{id}, Minimal: shareOf(runs, 100), Carries: stats.ShareOf(runs, 100)}
	}
	join := func(mean, low, high float64) stats.Difference {
		return stats.Difference{Mean: mean, Low: low, High: high}
	}
	states := []lab.PivotalState{{ID: "A", Name: "Atlantis", Seated: stats.ShareOf(100, 100), Join: join(1, 0.8, 1.2)},
		{ID: "B", Name: "Lemuria", Join: join(0, 0, 5)}}
	of := func(carried int, sets ...lab.CarryingSet) string {
		page := Pivots(&lab.Pivots{Head: lab.Head{Runs: 100}, Carried: stats.ShareOf(carried, 100), Sets: sets, States: states})
		return strings.Join(strings.Fields(asText(t, page, 0)), " ")
	}
	all, some := of(100, set("A", 100), set("B", 100), set("C", 99)), of(1, set("A", 1), set("B", 1))
	for _, c := range []struct{ why, text, says, hush string }{
		{"all carry it always", all, "2 sets do so equally: each carries it, with none smaller within, in every run in which some set does; of 1 more these " +
			"runs do not tell that they do so less often.", "it may be any of"},
		{"many runs", all, "Where some set carries it, nobody has a veto by weight", "in but"},
		{"one run", some, "Where some set carries it, in but 1 run of 100, nobody has a veto by weight", "do not tell"},
		{"never at the table", all, "Atlantis keeps most others out", "Which of Atlantis and Lemuria"},
	} {
		if !strings.Contains(c.text, c.says) || strings.Contains(c.text, c.hush) {
			t.Errorf("%s: want %q and not %q in:\n%s", c.why, c.says, c.hush, c.text)
		}
	}
}

// On whom the others hang is told of states that enough runs have in the largest set: the one with its interval where luck sets it apart, else
// with those that might be it; who is there once, or takes nobody along, is none of them.
func TestWhoAnchorsIt(t *testing.T) {
	state := func(name string, settled int, mean, low, high float64) lab.PivotalState {
		return lab.PivotalState{ID: name, Name: name, Seated: stats.ShareOf(100, 100), Settled: stats.ShareOf(settled, 100),
			Leave: stats.Difference{Mean: mean, Low: low, High: high}}
	}
	once, still := state("Once", 1, 0, -20, 0), state("Still", 90, 0, -0.3, 0.3)
	for _, c := range []struct {
		why     string
		carried int
		states  []lab.PivotalState
		want    string
	}{
		{"one alone", 90, []lab.PivotalState{state("Big", 90, -0.37, -0.48, -0.27), once, still},
			"The others hang most on Big: without it 0.4 of them leave on average (95 % interval 0.3 to 0.5)."},
		{"one of two", 90, []lab.PivotalState{state("Big", 90, -0.37, -0.48, -0.27), state("Near", 80, -0.3, -0.45, -0.2), once},
			"The others hang most on Big in these runs; with other luck it might be Near."},
		{"nobody", 90, []lab.PivotalState{once, still}, "Nobody anchors it: no state takes others with it when it leaves, beyond luck."},
		{"few runs", 5, []lab.PivotalState{once, still}, "Whether somebody anchors it, 5 runs that carry it cannot tell."},
		{"one run", 1, []lab.PivotalState{once}, "Whether somebody anchors it, 1 run that carries it cannot tell."},
	} {
		told := pivotsTold{Pivots: &lab.Pivots{States: c.states, Carried: stats.ShareOf(c.carried, 100)}, Page: &Page{}}
		told.anchors()
		if got := strings.Join(told.Page.Sections[0].Text, " "); got != c.want {
			t.Errorf("%s: %q, want %q", c.why, got, c.want)
		}
	}
}
