package lab

import (
	"math"
	"testing"

	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab/stats"
)

// Of two runs the median date is the earlier: a tick that occurred, as with quantiles.
func TestMedianDateOfTwoRuns(t *testing.T) {
	e := &Ensemble{World: &sim.World{Calendar: sim.NewCalendar(2000, 2009, sim.Year)}}
	for _, c := range []struct {
		signed []int16
		good   []int
		want   string
	}{
		{[]int16{7, 3}, []int{0, 1}, "2003"}, {[]int16{7, 3, -1}, []int{0, 1, 2}, "2003"}, {[]int16{8, -1, 1, 6}, []int{0, 1, 2, 3}, "2006"},
		{[]int16{-1}, []int{0}, ""}, {[]int16{0, 7, 0, 3}, []int{1, 3}, "2003"},
	} {
		e.good = c.good
		if got := e.medianTick(c.signed); got != c.want {
			t.Errorf("the median of %v, runs %v, is %q, want %s", c.signed, c.good, got, c.want)
		}
	}
}

// NATO of 1994 bound sixteen states when the run began.
func TestWhomAClauseBoundAtTheStart(t *testing.T) {
	l, err := scenarios.Load("nato-1994", scenarios.Options{Best: true})
	if err != nil {
		t.Fatal(err)
	}
	bound := 0
	for _, st := range Play(t.Context(), sim.NewWorld(l.Scenario), Options{Runs: 1, Seed: 1}).Summarise().States {
		if st.AtStart {
			bound++
		}
		if st.AtStart && (st.ID == "SWE" || st.ID == "POL") {
			t.Errorf("%s was bound in 1994", st.Name)
		}
	}
	if bound != 16 {
		t.Errorf("%d states were bound at the start, want 16", bound)
	}
}

// A clause that one state alone has signed has not been signed by states.
func TestOneSignatureIsNoClause(t *testing.T) {
	l, err := scenarios.Load("scandinavia-1948", scenarios.Options{Best: true})
	if err != nil {
		t.Fatal(err)
	}
	e := Play(t.Context(), sim.NewWorld(brief(l.Scenario)), Options{Runs: 4, Seed: 1})
	e.fates.most = []int16{0, 1, 2, 3}
	if got := e.Summarise().EverSigned.Count; got != 2 {
		t.Errorf("of runs with 0, 1, 2 and 3 signatories at most %d are said to see it signed, want 2", got)
	}
}

// Every run ends with one coalition or none, whose size the sizes count, and each pair with a tie is at one rung.
func TestCoalitionsAndKindsAddUp(t *testing.T) {
	l, err := scenarios.Load("europe-1947", scenarios.Options{Best: true})
	if err != nil {
		t.Fatal(err)
	}
	s := Play(t.Context(), sim.NewWorld(l.Scenario), Options{Runs: 20, Seed: 1}).Summarise()
	if len(s.Coalitions) < 2 {
		t.Fatalf("%d coalitions say nothing of their order", len(s.Coalitions))
	}
	runs, members := 0, 0
	for k, size := range s.Sizes {
		runs, members = runs+size.Count, members+k*size.Count
	}
	if runs != s.Runs || float64(members)/float64(runs) != s.Members.Mean {
		t.Errorf("%d runs by size with %d members; it is %d with %v a run", runs, members, s.Runs, s.Members.Mean)
	}
	for k, c := range s.Coalitions {
		runs -= c.AtEnd.Count
		if k > 0 && c.AtEnd.Count > s.Coalitions[k-1].AtEnd.Count {
			t.Errorf("the coalition of %v stands behind one of fewer runs", c.Members)
		}
	}
	if runs != s.Sizes[0].Count {
		t.Errorf("%d runs end with no coalition, and %d with none that is bound", runs, s.Sizes[0].Count)
	}
	for t2 := range s.Web.PerTick {
		sum := 0.0
		for _, kind := range s.Web.ByKind {
			sum += kind[t2].Mean
		}
		if math.Abs(sum-s.Web.PerTick[t2].Mean) > 1e-9 {
			t.Fatalf("at tick %d the kinds add up to %v ties of %v", t2, sum, s.Web.PerTick[t2].Mean)
		}
	}
}

// Where nothing was seen of constants within a year of where something was, of a chance that is open, it is not told what they do.
func TestConstantsByTickHaveHoles(t *testing.T) {
	s := &Summary{}
	var shares []stats.Share
	for k, at := range []struct {
		count     int
		low, high float64
	}{{0, 0, 0}, {8, 0.02, 0.02}, {12, 0.01, 0.06}, {12, 0.03, 0.03}, {400, 1, 1}, {12, 0.03, 0.03}} {
		share := stats.ShareOf(at.count, 400)
		share.Constants = &stats.Band{Low: at.low, High: at.high}
		shares, s.Dates = append(shares, share), append(s.Dates, 2026+float64(k))
	}
	for k, want := range []bool{true, false, true, false, true, true} {
		if told := s.ConstantsByTick(shares)[k] != nil; told != want {
			t.Errorf("in year %d it is told %v what constants leave open, want %v", k, told, want)
		}
	}
	for k := range s.Dates { // at a year and a half apart no year has a neighbour
		s.Dates[k] = 2026 + 1.5*float64(k)
	}
	for k, band := range s.ConstantsByTick(shares) {
		if band == nil {
			t.Errorf("a year and a half from where something was seen it is not told that nothing was in tick %d", k)
		}
	}
}
