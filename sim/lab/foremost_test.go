package lab

import (
	"testing"

	"entente/sim/lab/stats"
)

// What matters most is told with whatever else may matter as much; that nothing matters is told of narrow intervals alone, and of wide
// ones that they do not tell.
func TestWhatMattersMostIsToldAsFarAsLuckLets(t *testing.T) {
	between := func(low, high float64) stats.Difference {
		return stats.Difference{Mean: (low + high) / 2, Low: low, High: high}
	}
	for _, c := range []struct {
		why     string
		changes []stats.Difference
		most    int // -1: none
		rivals  int
		none    bool
	}{
		{"one is clear of the others", []stats.Difference{between(0.3, 0.4), between(0.1, 0.2)}, 0, 0, false},
		{"sizes count, not directions", []stats.Difference{between(0.1, 0.2), between(-0.4, -0.3)}, 1, 0, false},
		{"a size may be as large", []stats.Difference{between(0.2, 0.3), between(-0.4, -0.25)}, 1, 1, false},
		{"what luck leaves open may be the largest", []stats.Difference{between(0.2, 0.3), between(-0.1, 0.25)}, 0, 1, false},
		{"all are slight", []stats.Difference{between(-0.01, 0.02), between(-0.02, 0.04)}, -1, 0, true},
		{"a fall may be as large as a rise", []stats.Difference{between(0.3, 0.4), between(-0.35, -0.2)}, 0, 1, false},
		{"one is slight and beyond luck", []stats.Difference{between(0.01, 0.02), between(-0.005, 0.005)}, 0, 0, false},
		{"one is slight, of another the runs do not tell", []stats.Difference{between(-0.1, 0.2), between(-0.02, 0.04)}, -1, 0, false},
		{"three runs say nothing", []stats.Difference{stats.Matched(0, 1, 3), stats.Matched(0, 0, 3)}, -1, 0, false},
	} {
		f := foremost(c.changes, func(d *stats.Difference) stats.Difference { return *d })
		most := -1
		for k := range c.changes {
			if f.Most == &c.changes[k] {
				most = k
			}
		}
		if most != c.most || len(f.Rivals) != c.rivals || f.None != c.none {
			t.Errorf("%s: most is %d with %d rivals, none: %v; want %d, %d, %v", c.why, most, len(f.Rivals), f.None, c.most, c.rivals, c.none)
		}
	}
}

// What carries most of a gap works in its direction and has something to remove: of a clause that all mechanisms together hold back,
// what helps it on carries none of that.
func TestTheForemostPartWorksInTheDirectionOfTheGap(t *testing.T) {
	of := func(mean float64) stats.Difference {
		return stats.Difference{Mean: mean, Low: mean - 0.02, High: mean + 0.02}
	}
	parts := []Carried{{Mechanism: Mechanism{ID: "helps"}, Carries: of(-0.5)}, {Mechanism: Mechanism{ID: "holds"}, Carries: of(0.3)},
		{Mechanism: Mechanism{ID: "nothing"}, Carries: of(0.6), Inert: true}}
	for gap, want := range map[float64]string{0.2: "holds", -0.2: "helps"} {
		w := &Why{Gap: of(gap), Mechanisms: parts}
		if f := w.Foremost(); f.Most == nil || f.Most.ID != want || len(f.Rivals) > 0 {
			t.Errorf("of a gap of %v most is carried by %+v, with %d rivals; want %s", gap, f.Most, len(f.Rivals), want)
		}
	}
}

// Who never sat at the table neither anchors the clause nor keeps others out, whatever its interval leaves open.
func TestOnlyWhoSatAtTheTableHoldsOthers(t *testing.T) {
	change := func(low, high float64) stats.Difference {
		return stats.Difference{Mean: (low + high) / 2, Low: low, High: high}
	}
	p := &Pivots{States: []PivotalState{
		{ID: "SAT", Seated: stats.ShareOf(20, 20), Settled: stats.ShareOf(19, 20), Leave: change(-0.6, -0.4), Join: change(0.1, 0.3)},
		{ID: "AWAY", Seated: stats.ShareOf(0, 20), Leave: change(-3, -2), Join: change(2, 3)},
		{ID: "ONCE", Seated: stats.ShareOf(1, 20), Settled: stats.ShareOf(1, 20), Leave: change(-21, 20), Join: change(-20, 21)},
		{ID: "ALONE", Seated: stats.ShareOf(20, 20), Settled: stats.ShareOf(20, 20), Leave: change(-0.7, 0.7), Join: change(-0.7, 0.7)},
	}}
	for what, f := range map[string]Foremost[PivotalState]{"the anchor": p.Anchor(), "the spoiler": p.Spoiler()} {
		if f.Most == nil || f.Most.ID != "SAT" || len(f.Rivals) > 0 {
			t.Errorf("%s is %+v with %d rivals", what, f.Most, len(f.Rivals))
		}
	}
}

// The set that most often carries a clause, and the one that most often comes nearest, are named where all runs tell theirs, and no
// further.
func TestNoSetIsForemostWhereARunIsUntold(t *testing.T) {
	often, seldom := stats.ShareOf(190, 200), stats.ShareOf(10, 200)
	p := &Pivots{Sets: []CarryingSet{{Members: []string{"A"}, Minimal: &seldom}, {Members: []string{"B"}, Minimal: &often}},
		Nearest: []NearSet{{Members: []string{"C"}, Nearest: often}, {Members: []string{"D"}, Nearest: seldom}}}
	if f, n := p.Foremost(), p.Nearer(); f.Most == nil || f.Most.Members[0] != "B" || n.Most == nil || n.Most.Members[0] != "C" {
		t.Errorf("%+v carries it most often, and %+v comes nearest", f.Most, n.Most)
	}
	p.LeastUntold, p.NearestUntold = 1, 1
	if p.Foremost().Most != nil || p.Nearer().Most != nil {
		t.Error("with one run untold a set is named")
	}
}

// The same world stands for no change, and the first is what the others are held against.
func TestTheForemostWorldIsAnotherWorld(t *testing.T) {
	change := stats.Difference{Mean: 0.3, Low: 0.2, High: 0.4}
	c := &Comparison{Worlds: []ComparedWorld{{Name: "first"}, {Name: "same", Change: &Change{Same: true, InForce: change}},
		{Name: "other", Change: &Change{InForce: change}}}}
	if f := c.Foremost(); f.Most == nil || f.Most.Name != "other" || len(f.Rivals) > 0 {
		t.Errorf("most differs %+v, with %d rivals", f.Most, len(f.Rivals))
	}
}
