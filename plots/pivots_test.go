package plots

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"

	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// madeUpPivots is of a made-up scenario: so many states, sets of three of them that carry the clause and sets of four
// that come near, each rarer than the one before. It says nothing about the world.
func madeUpPivots(states, carry, near int) *lab.Pivots {
	p := &lab.Pivots{
		Head: madeUpHead("pivots", "", 500, 1), Tick: "1950Q3", Disposition: 0.5, Minimum: 3, Carried: share(0.62, 500),
		Rises: share(0.11, 500), Settled: 4.2,
	}
	id := func(k int) string { return fmt.Sprintf("S%02d", k%states) }
	for k := range states {
		st := lab.PivotalState{
			ID: id(k), Name: "State " + id(k), Role: lab.Founder, Required: k < 2, Seated: share(1, 500),
			Settled: share(0.5, 500), ByWeight: share(0.4/float64(1+k), 500), HoldsUp: share(float64(k%3)/10, 500),
			Leave: stats.Difference{Mean: -3 / float64(1+k), Low: -3.4 / float64(1+k), High: -2.6 / float64(1+k)},
		}
		if k%4 == 3 {
			st.Join = stats.Difference{Mean: 0.8, Low: 0.5, High: 1.1}
		}
		p.States = append(p.States, st)
	}
	for k := range carry {
		s := share(0.5/float64(1+k), 500)
		p.Sets = append(p.Sets, lab.CarryingSet{Members: []string{id(0), id(1 + k), id(2 + k)}, Minimal: &s, Carries: s})
	}
	for k := range near {
		p.Nearest = append(p.Nearest, lab.NearSet{
			Members: []string{id(0), id(1), id(2 + k), id(3 + k)}, Nearest: share(0.2/float64(1+k), 500), Reach: 0.3, Laggard: id(1),
		})
	}
	return p
}

func TestPivotsAreAsLookedAt(t *testing.T) {
	checkLooks(t, "pivots", Pivots(Figure{}, madeUpPivots(12, 9, 2)))
}

// Who cannot see the dots hears names and no ids.
func TestPivotsAreHeardByName(t *testing.T) {
	tenth := share(0.1, 500)
	p := &lab.Pivots{
		Head: madeUpHead("pivots", "", 500, 1), Tick: "1950Q3", Disposition: 0.5, Carried: tenth,
		States: []lab.PivotalState{
			{ID: "USA", Name: "United States", Seated: share(1, 500)}, {ID: "AUS", Name: "Australia", Seated: share(1, 500)},
			{ID: "KOR", Name: "South Korea", Seated: share(1, 500)},
		},
		Sets:    []lab.CarryingSet{{Members: []string{"USA", "AUS"}, Minimal: &tenth}},
		Nearest: []lab.NearSet{{Members: []string{"USA", "KOR", "AUS"}, Nearest: share(0.9, 500), Laggard: "USA"}},
	}
	about := Pivots(Figure{}, p).About
	for want, there := range map[string]bool{
		" Australia and the United States: a least set in 10.0 %":                                                       true,
		" Australia, South Korea and the United States: the nearest set, least likely to sign the United States, in 90": true,
		"USA": false, "AUS": false, "KOR": false,
	} {
		if strings.Contains(about, want) != there {
			t.Errorf("that the words hold %q should be %v: %s", want, there, about)
		}
	}
}

// Of sets that were not all looked at none has a column, neither to see nor to hear.
func TestSetsOfACutSearchHaveNoColumn(t *testing.T) {
	p := madeUpPivots(12, 9, 2)
	p.LeastUntold, p.NearestUntold, p.Nearest = 300, 50, nil
	for k := range p.Sets {
		p.Sets[k].Minimal = nil
	}
	c := Pivots(Figure{}, p)
	if m := newMatrix(Figure{}, p); len(m.sets) != 0 {
		t.Errorf("%d sets have a column", len(m.sets))
	}
	const untold = "Which sets are least in 60.0 % of the runs (95 % interval 55.6 to 64.3 %) and nearest in 10.0 % of the runs (95 % interval 7.5 to 13.0 %) is not told"
	if !strings.Contains(c.About, untold) || !strings.Contains(c.Notes, untold) || strings.Contains(c.About, "a least set in") {
		t.Errorf("the words are %s\nand the notes %s", c.About, c.Notes)
	}
	checkChart(t, "a cut search", c)
}

func TestEveryPivotsGiveAChart(t *testing.T) {
	odd := map[string]*lab.Pivots{
		"usual": madeUpPivots(12, 9, 2), "many": madeUpPivots(24, 200, 40), "four states": madeUpPivots(4, 2, 1),
		"nothing carries": madeUpPivots(6, 0, 5), "all carry": madeUpPivots(6, 5, 0), "no sets": madeUpPivots(5, 0, 0),
		"long names": madeUpPivots(14, 9, 3), "sixty states": madeUpPivots(60, 20, 3), "nobody seated": madeUpPivots(3, 0, 0),
	}
	odd["long names"].ClauseTitle = oddities()["long names"].ClauseTitle
	for k := range odd["long names"].States {
		st := &odd["long names"].States[k]
		st.Name = strings.Repeat("Confederation of ", 4) + st.ID
	}
	for k := range odd["nobody seated"].States {
		odd["nobody seated"].States[k].Seated = share(0, 500)
	}
	odd["no sets"].States[0].Leave = stats.Difference{Low: -4}
	odd["four states"].States[2].Seated, odd["four states"].States[2].Join = share(0.002, 500), stats.Difference{Mean: 2, High: 23}
	odd["four states"].Disposition = 0.2
	for name, p := range odd {
		checkChart(t, name, Pivots(Figure{}, p))
	}
}

// Sets that carry and sets that come near share the room, each kind's most frequent first, and the notes say what is left out.
func TestTheMatrixShowsTheMostFrequentSets(t *testing.T) {
	for _, c := range []struct{ carry, near, wantCarry, wantNear int }{
		{20, 20, 7, 3}, {20, 0, 10, 0}, {2, 20, 2, 8}, {0, 4, 0, 4}, {8, 1, 8, 1},
	} {
		m := newMatrix(Figure{}, madeUpPivots(12, c.carry, c.near))
		carry, near := 0, 0
		for k, s := range m.sets {
			if s.laggard == "" {
				carry++
			} else {
				near++
			}
			if k > 0 && (m.sets[k-1].laggard == "") == (s.laggard == "") && s.share.Mean > m.sets[k-1].share.Mean {
				t.Errorf("of %d and %d sets, number %d is more frequent than the one before", c.carry, c.near, k)
			}
		}
		if carry != c.wantCarry || near != c.wantNear {
			t.Errorf("of %d and %d sets %d and %d are shown, want %d and %d", c.carry, c.near, carry, near, c.wantCarry, c.wantNear)
		}
		left := c.carry + c.near - carry - near
		if said := m.leftOut(); (left > 0) != strings.Contains(said, fmt.Sprintf(": %d. ", left)) || left == 0 && said != "" {
			t.Errorf("%d sets are left out, and the notes say %q", left, said)
		}
	}
}

// States that never sit at the table have no row; where nobody does, the picture says so.
func TestTheMatrixIsOfThoseAtTheTable(t *testing.T) {
	p := madeUpPivots(5, 2, 1)
	p.States[3].Seated = share(0, 500)
	if m := newMatrix(Figure{}, p); len(m.states) != 4 || m.states[3].ID != "S04" {
		t.Errorf("of five states, one of them away, %d have a row", len(m.states))
	}
	for k := range p.States {
		p.States[k].Seated = share(0, 500)
	}
	if texts := textsOf(Pivots(Figure{}, p)); texts[len(texts)-1].line != "Nobody is at the table." {
		t.Errorf("with nobody at the table it says %q", texts[len(texts)-1].line)
	}
}

func TestPivotsNotesNameRunsAndSeed(t *testing.T) {
	p := madeUpPivots(4, 2, 1)
	p.Asked, p.ToPlay, p.Overrides, p.Disposition = 900, 900, []string{"states.S00.stance = 1"}, 0.2
	notes := Pivots(Figure{}, p).Notes
	for _, want := range []string{"scenario made-up", "500 of the 900 runs asked for", "seed 7", "states.S00.stance = 1", "a disposition of 0.2"} {
		if !strings.Contains(notes, want) {
			t.Errorf("the notes do not say %q: %s", want, notes)
		}
	}
}

func TestLaneTicksAreFew(t *testing.T) {
	for _, most := range []float64{1, 1.4, 2.6, 7, 23, 200} {
		ticks := laneTicks(most)
		if len(ticks) < 3 || len(ticks) > 6 || ticks[0] != 0 || ticks[len(ticks)-1] > most {
			t.Errorf("a lane to %v is marked at %v", most, ticks)
		}
	}
}

func ExamplePivots() {
	c := Pivots(Figure{}, madeUpPivots(3, 1, 0))
	w, h := c.Size()
	fmt.Printf("%.0f x %.0f cm: %s\n%s\n", w/vg.Centimeter, h/vg.Centimeter, c.Title, c.About)
	// Output:
	// 18 x 8 cm: A set of states could carry a made-up defence pact in 62.0 % of the runs at 1950Q3
	// A matrix of sets by states with bars. At 1950Q3 some set of states carries a made-up defence pact in 62.0 % of the runs (95 % interval 57.6 to 66.3 %). State S00, State S01 and State S02: a least set in 50.0 % (45.5 to 54.5 %). State S00: veto by weight in 40.0 % (35.7 to 44.4 %), holds it up in 0.0 % (0.0 to 0.7 %), without it 3.0 others leave. State S01: veto by weight in 20.0 % (16.6 to 23.8 %), holds it up in 10.0 % (7.5 to 13.0 %), without it 1.5 others leave. State S02: veto by weight in 13.4 % (10.5 to 16.7 %), holds it up in 20.0 % (16.6 to 23.8 %), without it 1.0 others leave. Source: Entente 0.0.0, scenario made-up, 500 runs, seed 7.
}

// Where there is no room for all, whoever the text needs stays, and what is told of all is told of those left out too.
func TestNoStateThatCountsIsLeftOutOfPivots(t *testing.T) {
	slide, _ := FigureNamed("slide")
	s := crowded(t, "europe-1947")
	w := sim.NewWorld(s)
	p := lab.FindPivots(t.Context(), w, w.Headline(), w.Calendar.Tick(w.Opens(w.Headline()))+4, lab.MedianDisposition, lab.Options{Runs: 4, Seed: 7})
	slide.fewer = 6
	m := newMatrix(slide, p)
	if len(m.states) == len(m.all) {
		t.Fatal("nobody is left out")
	}
	for _, st := range m.all {
		shown := slices.ContainsFunc(m.states, func(k lab.PivotalState) bool { return k.ID == st.ID })
		if st.Required && !shown {
			t.Errorf("%s, whom the text needs, is left out", st.ID)
		}
		if st.HoldsUp.Count > 0 && !m.has(pivotParts[1]) {
			t.Errorf("%s holds it up, and the chart says that nobody does", st.ID)
		}
	}
}
