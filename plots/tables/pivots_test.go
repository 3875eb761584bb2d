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
		return lab.CarryingSet{Members: []string{id}, Minimal: stats.ShareOf(runs, 100), Carries: stats.ShareOf(runs, 100)}
	}
	states := []lab.PivotalState{{ID: "A", Name: "Atlantis", Seated: stats.ShareOf(100, 100), Minimal: stats.ShareOf(40, 100)},
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
		{"columns of noughts", clear, "0 throughout, and left out: in the largest, leave without it and kept out.", "state veto by text"},
	} {
		if !strings.Contains(c.text, c.says) || strings.Contains(c.text, c.hush) {
			t.Errorf("%s: want %q and not %q in:\n%s", c.why, c.says, c.hush, c.text)
		}
	}
}

// Sets that all carry it, in every run in which some set does, are told as equals; that nobody has a veto is told with how few runs it rests
// on; and who never sat at the table keeps nobody out.
func TestPivotsSayNoMoreThanTheirRuns(t *testing.T) {
	set := func(id string, runs int) lab.CarryingSet {
		return lab.CarryingSet{Members: []string{id}, Minimal: stats.ShareOf(runs, 100), Carries: stats.ShareOf(runs, 100)}
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
