package lab

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"math"
	"slices"
	"strings"
	"sync"
	"testing"

	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab/design"
	"entente/sim/lab/stats"
)

// aStudy moves reluctance, which decides, and diversion, which does next to nothing, on a short scenario; both are
// constants.
func aStudy(t *testing.T, layout *design.Design, each int) *Study {
	t.Helper()
	s := brief(ablated(t, "pacific-2025"))
	uniform := func(low, high float64) design.Marginal {
		return design.Marginal{Shape: design.Uniform, Low: low, High: high}
	}
	p := Plan{Study: "made-up", Title: "A made-up study", Each: each, Levels: layout.Levels,
		Factors: []Factor{{"reluctance", "reluctance", "parameters.decision.reluctance", "logits", uniform(-4, 6)},
			{"diversion", "lost trade sold elsewhere", "parameters.trade.diversion", "share", uniform(0.5, 1)}},
		Outputs: []Output{{ID: "in-force", Measure: IsInForce, Clause: s.Headline}, {ID: "members", Measure: Members, Clause: s.Headline},
			{ID: "japan", Measure: Signs, Clause: s.Headline, State: "JPN"}, {ID: "soon", Measure: IsInForce, Clause: s.Headline}},
	}
	return NewStudy(p, s, layout, 5, []sim.Date{0, 0, 0, s.Start})
}

// tables are all that is kept of a study, as one text.
func tables(t *testing.T, p *Played, more ...Answer) string {
	t.Helper()
	var b bytes.Buffer
	all := p.Kept(func(int) string { return "again" })
	for _, a := range more {
		all = append(all, a.Tables()...)
		b.WriteString(text(t, a))
	}
	for _, table := range all {
		b.WriteString(table.Name + "\n")
		if err := table.Write(&b); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

func studied(t *testing.T, st *Study, blocks Blocks, opts Options) *Played {
	t.Helper()
	p, err := st.Play(t.Context(), blocks, 0, opts)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// A study gives the same for any number of workers, cut short and resumed as often as one likes, and with blocks that
// were spoilt.
func TestAStudyIsThatOfItsPlan(t *testing.T) {
	st := aStudy(t, design.NewSaltelli(2, 150, 5), 2)
	if st.BlockPoints() != 100 || st.Blocks() != 8 {
		t.Fatalf("750 points of two runs make %d blocks of %d points", st.Blocks(), st.BlockPoints())
	}
	all := func(p *Played) string {
		return tables(t, p, p.Sweep(), p.Sensitivity(), p.Discover(Interest{"in-force", 0.5, false}, -1))
	}
	kept := &Memory{}
	one := studied(t, st, kept, Options{Workers: 1})
	want := all(one)
	if one.Whole != 750 || one.Runs != 1500 || one.Played != 1500 || len(kept.kept) != 8 {
		t.Errorf("%d points with %d runs were played, in %d blocks", one.Whole, one.Runs, len(kept.kept))
	}
	if got := all(studied(t, st, &Memory{}, Options{Workers: 3})); got != want {
		t.Error("three workers find something else than one")
	}

	again := &Memory{}
	for stops, whole := 0, false; !whole; stops++ {
		ctx, cancel := context.WithCancel(t.Context())
		var once sync.Once
		p, err := st.Play(ctx, again, 0, Options{Workers: 2, Done: func(count int) {
			if count >= 450*(stops+1) {
				once.Do(cancel)
			}
		}})
		cancel()
		if err != nil {
			t.Fatal(err)
		}
		if whole = p.Whole == st.Points; whole {
			if stops == 0 {
				t.Error("nothing was cut short")
			}
			if got := all(p); got != want {
				t.Error("cut short and resumed it finds something else")
			}
			continue
		}
		h := p.Sweep().Head
		if !h.CutShort() || h.Runs != p.Whole*2 || h.Played < h.Runs || p.Sensitivity().Whole != p.Whole/5 {
			t.Errorf("cut short after %d points it counts %+v", p.Whole, h)
		}
		first := aStudy(t, design.NewSaltelli(2, 150, 5), 2)
		first.Points = p.Whole // the first so many points, as if no more had been asked for
		if p.Whole > 0 {
			a, b := p.Sensitivity(), studied(t, first, &Memory{}, Options{}).Sensitivity()
			if text(t, a.Found) != text(t, b.Found) {
				t.Errorf("cut short after %d points it finds\n%s\nthe first points give\n%s", p.Whole, text(t, a.Found), text(t, b.Found))
			}
		}
	}

	for k, spoilt := range []string{"", "garbage", kept.kept[1], kept.kept[2][:len(kept.kept[2])/2], strings.Replace(kept.kept[4], ",0,",
		",x,", 1), kept.kept[5] + kept.kept[6]} {
		again.kept[k] = spoilt
	}
	if got := all(studied(t, st, again, Options{Workers: 2})); got != want {
		t.Error("with spoilt blocks it finds something else")
	}
	if other := aStudy(t, design.NewSaltelli(2, 150, 6), 2); all(studied(t, other, &Memory{}, Options{})) == want {
		t.Error("another design finds the same")
	}
}

// full is a disk that is full after so many blocks.
type full struct {
	Memory
	left int
}

var errFull = errors.New("no space left on device")

func (f *full) Write(k int, rows string) error {
	f.mu.Lock()
	f.left--
	left := f.left
	f.mu.Unlock()
	if left < 0 {
		return errFull
	}
	return f.Memory.Write(k, rows)
}

// On a full disk it stops and says so, and what was kept is whole.
func TestAFullDiskLosesNothing(t *testing.T) {
	st := aStudy(t, design.NewSobol(2, 600, 5), 1)
	disk := &full{left: 1}
	p, err := st.Play(t.Context(), disk, 0, Options{Workers: 2})
	if !errors.Is(err, errFull) || p.Whole >= 600 {
		t.Fatalf("with room for one block of three, %d points are whole and it says %v", p.Whole, err)
	}
	disk.left = 99
	if a, b := tables(t, studied(t, st, disk, Options{})), tables(t, studied(t, st, &Memory{}, Options{})); a != b {
		t.Error("once there is room it finds something else")
	}
}

// broken is a study whose second half of points breaks a promise of the model.
func broken(t *testing.T, layout *design.Design) *Study {
	st := aStudy(t, layout, 2)
	st.Outputs[0].Clause = "another" // so that runs are played to their last tick
	w := *st.base
	w.Calendar = sim.NewCalendar(1949, 1990, sim.Quarter)
	st.base = &w
	return st
}

// Runs that fail are recorded with their numbers and a command, and stop the rest only where there are more of them
// than is borne.
func TestFailedRunsAreRecorded(t *testing.T) {
	st := broken(t, design.NewSobol(2, 300, 1))
	p, err := st.Play(t.Context(), &Memory{}, 1_000_000, Options{Workers: 2})
	if err != nil || p.Whole != 300 || p.Runs != 0 || len(p.Failures) != 600 {
		t.Fatalf("where every run fails: %v, %d points, %d runs ended, %d failures", err, p.Whole, p.Runs, len(p.Failures))
	}
	if f := p.Failures[3]; f.Point != 1 || f.Run != st.FirstRun(1)+1 || !strings.Contains(f.Message, "index out of range") {
		t.Errorf("the fourth failure is of point %d and run %d: %s", f.Point, f.Run, f.Message)
	}
	if h := p.Sweep().Head; len(h.Failures) != 600 || h.Runs != 0 || h.CutShort() {
		t.Errorf("the head counts %d failures and %d runs", len(h.Failures), h.Runs)
	}
	all := tables(t, p)
	if !strings.Contains(all, "1,5,3,again,") || strings.Contains(all, "NaN") {
		t.Errorf("the tables do not tell how point 1 is played again:\n%s", all[:300])
	}
	for _, workers := range []int{1, 2} {
		p, err := st.Play(t.Context(), &Memory{}, 10, Options{Workers: workers})
		if !errors.Is(err, ErrFailures) || p.Whole >= 300 || len(p.Failures) == 0 {
			t.Errorf("with more failures than ten it goes on: %v, %d points", err, p.Whole)
		}
	}
	if p, err := aStudy(t, design.NewSobol(2, 20, 1), 1).Play(t.Context(), &Memory{}, 0, Options{}); err != nil || len(p.Failures) > 0 {
		t.Errorf("a study without failures: %v, %v", err, p.Failures)
	}
}

// What decides has a high index and what does next to nothing a low one; luck has what is left. A row with a failed
// point is left out.
func TestSensitivityFindsWhatDecides(t *testing.T) {
	p := studied(t, aStudy(t, design.NewSaltelli(2, 400, 5), 1), &Memory{}, Options{})
	s := p.Sensitivity()
	x := s.Found[1].Sobol
	if len(x.First) != 3 || x.Total[0].Mean < 0.7 || x.First[0].Mean < 0.5 || x.Total[1].Mean > 0.3 || x.Total[0].Low < x.Total[1].High {
		t.Errorf("members hang on reluctance by %+v (total %+v) and on diversion by %+v", x.First[0], x.Total[0], x.Total[1])
	}
	if s.Found[1].ByWeight()[0] != 0 || s.Names()[2] != Luck || s.Whole != 400 {
		t.Errorf("the heaviest factor is %d of %v, by %d rows", s.Found[1].ByWeight()[0], s.Names(), s.Whole)
	}
	if !s.Found[3].Flat() || s.Found[1].Flat() {
		t.Error("what never comes has an index, or what comes has none")
	}
	m := studied(t, aStudy(t, design.NewMorris(2, 30, 4, 5), 4), &Memory{}, Options{}).Sensitivity()
	e := m.Found[1].Morris
	if len(e) != 2 || e[0].Mu.Mean > -1 || e[0].MuStar.Mean < 1 || e[0].MuStar.Mean < 3*e[1].MuStar.Mean {
		t.Errorf("members go with reluctance by mu %+v and with diversion by mu* %+v", e[0].Mu, e[1].MuStar)
	}
	if err := aStudy(t, design.NewSobol(2, 8, 1), 1).CanTellSensitivity(); err == nil || !strings.Contains(err.Error(),
		"the design of made-up is sobol") {
		t.Errorf("sensitivity of a plain sample is answered with %v", err)
	}
}

// The box of a study lies where the clause comes: below some reluctance, whatever the diversion. Its middle is a
// scenario in which it comes.
func TestDiscoveryFindsTheBox(t *testing.T) {
	st := aStudy(t, design.NewLatinHypercube(2, 500, 5), 1)
	p := studied(t, st, &Memory{}, Options{})
	d := p.Discover(Interest{"in-force", 0.5, false}, -1)
	b := d.Boxes.Box
	if !b.Bounded[0] || b.High[0] > 3 || b.Density < 0.75 || b.Coverage < 0.5 || d.Boxes.Points != 500 {
		t.Fatalf("the clause comes in %+v of %d points", b, d.Boxes.Points)
	}
	if d.Middle[0].Path != "parameters.decision.reluctance" || math.Abs(*d.Middle[0].Number-(b.Low[0]+b.High[0])/2) > 1e-9 {
		t.Errorf("the middle of the box is %s", told(d.Middle))
	}
	never := p.Discover(Interest{"soon", 0.5, false}, -1)
	if len(never.Boxes.Path) > 0 || never.Boxes.Hits != 0 || len(never.Middle) > 0 {
		t.Errorf("of what never comes there is a box: %+v", never.Boxes)
	}
	if below := p.Discover(Interest{"in-force", 0.5, true}, -1); below.Boxes.Hits != 500-d.Boxes.Hits {
		t.Errorf("it comes at %d points and does not at %d of 500", d.Boxes.Hits, below.Boxes.Hits)
	}
	s := studied(t, aStudy(t, design.NewSaltelli(2, 100, 5), 1), &Memory{}, Options{})
	if n := s.Discover(Interest{"in-force", 0.5, false}, -1).Boxes.Points; n != 200 {
		t.Errorf("of a hundred rows of Saltelli %d points are a sample, want two a row", n)
	}
	if err := aStudy(t, design.NewMorris(2, 8, 4, 1), 1).CanDiscover(); err == nil || !strings.Contains(err.Error(), "no sample") {
		t.Errorf("a box in trajectories is answered with %v", err)
	}
}

// A sweep finds the lowest and the highest point, and what the output goes with.
func TestSweepTellsTheWay(t *testing.T) {
	st := aStudy(t, design.NewFactorial([][]float64{design.Even(3), design.Even(3)}), 10)
	st.Levels = 3
	p := studied(t, st, &Memory{}, Options{})
	s := p.Sweep()
	e := s.Found[1].ByShare()[0]
	first, last := e.Ends()
	if e.Factor != "reluctance" || first.Mean.Mean <= last.Mean.Mean || first.Low != -4 || last.High != 6 || first.Points != 3 {
		t.Errorf("members go most with %s, from %+v to %+v", e.Factor, first, last)
	}
	if s.Found[1].Most.Values[0] != -4 || s.Found[1].Least.Values[0] < 0 || s.Found[1].Mean <= s.Found[1].Least.Value {
		t.Errorf("most members are at %v and least at %v", s.Found[1].Most, s.Found[1].Least)
	}
	in := csv.NewReader(strings.NewReader(tables(t, p)[len("points.csv\n"):]))
	var rows [][]string
	for range 10 {
		row, err := in.Read()
		if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, row)
	}
	if !slices.Equal(rows[0], []string{"design", "point", "row", "seed", "run", "reluctance", "diversion", "runs", "failed", "in-force",
		"members", "japan", "soon"}) ||
		rows[9][1] != "8" || rows[9][4] != "0" || rows[9][5] != "6" || rows[9][7] != "10" {
		t.Errorf("the table of points is %v", rows)
	}
}

// A point is a cell: a study plays what compare plays.
func TestAPointIsPlayedAsAnyWorld(t *testing.T) {
	st := aStudy(t, design.NewFactorial([][]float64{{0.3}, {0.5}}), 20)
	st.Levels = 1
	st.Factors[1] = Factor{"threat", "threat felt", "levers.all.threat", "times", design.Marginal{Shape: design.Uniform, Low: 0.5, High: 2}}
	st.constants = false
	s := studied(t, st, &Memory{}, Options{}).Sweep()
	c := Compare(t.Context(), []Named{{"it", st.at(0)}}, Options{Runs: 20, Seed: 5})
	if s.Found[0].Mean != c.Worlds[0].InForce.Mean || math.Abs(s.Found[1].Mean-c.Worlds[0].Members) > 1e-9 ||
		s.Found[2].Mean != c.Worlds[0].States[1].Signed.Mean {
		t.Errorf("at its only point a study has %v, %v and %v; compare has %v, %v and %v", s.Found[0].Mean, s.Found[1].Mean, s.Found[2].Mean,
			c.Worlds[0].InForce.Mean, c.Worlds[0].Members, c.Worlds[0].States[1].Signed.Mean)
	}
}

// The map tips where the chance does, and is whole or not there.
func TestTheTippingMap(t *testing.T) {
	st := aStudy(t, design.NewFactorial([][]float64{design.Even(5), design.Middles(3)}), 20)
	st.Levels = 5
	st.Factors[1].Values = design.Marginal{Shape: design.Listed, Low: 0.6, High: 0.8, Values: []float64{0.6, 0.7, 0.8}}
	p := studied(t, st, &Memory{}, Options{})
	m := p.Tip()
	if !slices.Equal(m.X, []float64{-4, -1.5, 1, 3.5, 6}) || !slices.Equal(m.Y, []float64{0.6, 0.7, 0.8}) || !m.Whole {
		t.Fatalf("the axes are %v and %v", m.X, m.Y)
	}
	least, most, leastAt, mostAt := m.Ends()
	if most.Mean < 0.9 || least.Mean > 0.1 || mostAt[0] != -4 || leastAt[0] < 3 {
		t.Errorf("the chance runs from %v at %v to %v at %v", least.Mean, leastAt, most.Mean, mostAt)
	}
	for row := range m.Y {
		x, rising, ok := m.TipsAt(row)
		if !ok || rising || x < -4 || x > 6 {
			t.Errorf("row %d tips at %v, rising: %v, at all: %v", row, x, rising, ok)
		}
	}
	if len(m.Contour) < 2 || m.Now[1] != 0.7 {
		t.Errorf("the contour has %d pieces; diversion stands at %v", len(m.Contour), m.Now[1])
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	cut, err := st.Play(ctx, &Memory{}, 0, Options{})
	if cutMap := cut.Tip(); err != nil || cutMap.Whole || len(cutMap.Chance) > 0 {
		t.Errorf("cut short at once there is a map: %+v, %v", cutMap.Chance, err)
	}
}

// Convergence stops once the interval is narrow, is that of the first runs, and remembers them.
func TestConvergenceStopsWhenItIsEnough(t *testing.T) {
	w := sim.NewWorld(brief(ablated(t, "pacific-2025", "parameters.decision.reluctance=-1")))
	m := &memory{}
	c := FindConvergence(t.Context(), w, 0.05, Options{Runs: 3000, Seed: 2, Ledger: m})
	width := c.InForce.High - c.InForce.Low
	if !c.Reached || width > 0.05 || c.Played >= 3000 || c.CutShort() || c.Runs != c.Played {
		t.Fatalf("it stops after %d runs at a width of %v: %+v", c.Played, width, c.Head)
	}
	if before := c.Steps[max(len(c.Steps)-2, 0)]; before.Played < c.Played && before.Share.High-before.Share.Low <= 0.05 {
		t.Errorf("after %d runs it was narrow enough already", before.Played)
	}
	if want := lastShare(t, w, c.Played); c.InForce != want {
		t.Errorf("after %d runs the chance is %v, run has %v", c.Played, c.InForce, want)
	}
	noted := m.noted
	if again := FindConvergence(t.Context(), w, 0.05, Options{Runs: 3000, Seed: 2, Ledger: m, Workers: 2}); text(t, again) != text(t,
		c) || m.noted != noted {
		t.Errorf("with a ledger it finds %s, else %s, and notes %d more", text(t, again), text(t, c), m.noted-noted)
	}
	few := FindConvergence(t.Context(), w, 0.001, Options{Runs: 150, Seed: 2})
	if few.Reached || few.Played != 150 || few.CutShort() || few.Needs[1].Runs < 100 || few.Needs[1].Width != 0.1 {
		t.Errorf("150 runs at most: %+v, needs %+v", few.Head, few.Needs)
	}
}

func lastShare(t *testing.T, w *sim.World, runs int) stats.Share {
	s := Play(t.Context(), w, Options{Runs: runs, Seed: 2}).Summarise()
	return s.InForce[len(s.InForce)-1]
}

// The constants that a study moves are those of its points, whatever history leaves open of them; the others are drawn,
// run by run, and each run tells by which set.
func TestAStudyHoldsWhatItMoves(t *testing.T) {
	layout := design.NewLatinHypercube(2, 210, 5)
	l, err := scenarios.Load("pacific-2025", scenarios.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s := brief(l.Scenario)
	of := aStudy(t, layout, 1)
	st := NewStudy(of.Plan, s, layout, 5, make([]sim.Date, 4))
	if s.Draws == nil || !slices.Contains(s.Draws.Constants, "parameters.decision.reluctance") {
		t.Fatalf("history leaves reluctance open, and the draws are %v", s.Draws)
	}
	if slices.Contains(st.Scenario.Draws.Constants, "parameters.decision.reluctance") ||
		len(st.Scenario.Draws.Constants) != len(s.Draws.Constants)-1 {
		t.Errorf("reluctance is moved, and drawn are %v", st.Scenario.Draws.Constants)
	}
	w := st.world(7)
	for _, run := range []uint64{0, 1, 205} {
		r := sim.NewRun(w)
		r.Start(5, run)
		if got, want := r.World().Parameters.Decision.Reluctance, st.Values(7)[0]; got != want {
			t.Errorf("at point 7 run %d has a reluctance of %v, want %v", run, got, want)
		}
	}
	p := studied(t, st, &Memory{}, Options{})
	if h := p.Sweep().Head; !slices.Contains(h.HeldFast, "parameters.decision.reluctance") || h.Draws != len(s.Draws.Sets) {
		t.Errorf("the head says that %v are held, of %d draws", h.HeldFast, h.Draws)
	}
	if rows := tables(t, p); !strings.Contains(rows, "\nlatin-hypercube,203,5,203,3,0,") {
		t.Error("run 203 of 200 sets plays the fourth, and its row does not say so")
	}
}
