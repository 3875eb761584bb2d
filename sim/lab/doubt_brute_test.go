package lab

import (
	"context"
	"math"
	"testing"

	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab/stats"
)

// inForceShare is how often the headline clause of a world is in force at the end, over so many runs, each by the draw
// that is asked for.
func inForceShare(w *sim.World, from, runs, draw int) float64 {
	run, count := sim.NewRun(w), 0
	for k := range runs {
		run.StartBy(9, uint64(from+k), draw)
		for run.Step() {
		}
		if run.InForce(w.Headline()) {
			count++
		}
	}
	return float64(count) / float64(runs)
}

// between is the variance of the chances behind some shares of so many runs each: that of the shares, less what luck
// adds to it.
func between(shares []float64, runs int) float64 {
	luck := 0.0
	for _, p := range shares {
		luck += float64(p*(1-p)) / float64(runs-1) / float64(len(shares))
	}
	d := stats.Deviation(shares)
	return d*d*float64(len(shares))/float64(len(shares)-1) - luck
}

// The bands of constants and of coding are checked by brute force: each of some draws is played many times at the
// coding of the scenario, and each of some codings many times over the draws, and the deviation of their chances is
// compared with what the runs tell that play both in turn. sim/ODD.md tells what
// 200 of each come to; here fewer are played.
func TestBandsAgainstBruteForce(t *testing.T) {
	if testing.Short() {
		t.Skip("plays eighteen thousand runs")
	}
	l, err := scenarios.Load("edc-1952", scenarios.Options{})
	if err != nil {
		t.Fatal(err)
	}
	const groups, runs, inTurn = 40, 150, 6000
	s := l.Scenario
	w := sim.NewWorld(s)
	if w.Draws() < 200 {
		t.Fatalf("the scenario has %d draws", w.Draws())
	}
	byDraw, byCoding := make([]float64, groups), make([]float64, groups)
	InParallel(context.Background(), 0, groups, func() func(int) bool {
		return func(g int) bool {
			byDraw[g] = inForceShare(w, 100_000+g*runs, runs, g*w.Draws()/groups)
			coded := sim.NewWorld(s.Recoded(0.1, 77, uint64(g)))
			sum := 0.0
			for k := range runs {
				sum += inForceShare(coded, 200_000+g*runs+k, 1, k%w.Draws())
			}
			byCoding[g] = sum / runs
			return true
		}
	})
	s.Recode = 0.1
	p := PlayCells(context.Background(), []Cell{{World: sim.NewWorld(s)}}, Options{Runs: inTurn, Seed: 1})
	v := p.view(0)
	parts, told := Drawn(v.good()).Parts(each(each(v.good(), v.inForce), whole))
	if !told {
		t.Fatal("nothing is told of draws and codings")
	}
	for _, c := range []struct {
		what        string
		brute, told float64
	}{{"draws", between(byDraw, runs), parts.Between}, {"codings", between(byCoding, runs), parts.Coding}} {
		brute, found := math.Sqrt(max(c.brute, 0)), math.Sqrt(c.told)
		t.Logf("%s: a deviation of %.3f by brute force, of %.3f from runs in turn", c.what, brute, found)
		// Of forty groups a deviation is known to 1/√78, a ninth; three errors of it, and the error of what runs in
		// turn tell.
		if math.Abs(brute-found) > 0.33*brute+0.02 {
			t.Errorf("%s move the chance with a deviation of %.3f by brute force, and of %.3f as runs in turn tell", c.what, brute, found)
		}
	}
}

// The interval of luck is checked by brute force too: it holds the chance that many more runs of the same sets of constants come to in
// about nineteen of twenty ensembles, though constants move that chance by several times as much as such luck.
func TestLuckAgainstBruteForce(t *testing.T) {
	if testing.Short() {
		t.Skip("plays twenty-four thousand runs")
	}
	l, err := scenarios.Load("edc-1952", scenarios.Options{})
	if err != nil {
		t.Fatal(err)
	}
	const ensembles, runs = 60, 400
	w := sim.NewWorld(l.Scenario)
	told, truth := make([]stats.Share, ensembles), 0.0
	for k := range told {
		p := PlayCells(t.Context(), []Cell{{World: w}}, Options{Runs: runs, Seed: uint64(k + 1)})
		v := p.view(0)
		told[k] = Drawn(v.good()).Share(each(v.good(), v.inForce))
		truth += told[k].Mean / ensembles
	}
	held, width := 0, 0.0
	for _, s := range told {
		if s.Low <= truth && truth <= s.High {
			held++
		}
		width += (s.High - s.Low) / ensembles
	}
	t.Logf("the chance is %.3f; intervals %.3f wide hold it in %d of %d ensembles", truth, width, held, ensembles)
	// If each holds it with a chance of 0.95, at least 53 of 60 do so in 98 cases of 100.
	if held < 53 {
		t.Errorf("the interval of luck holds the chance %.3f in %d of %d ensembles", truth, held, ensembles)
	}
	if naive := 2 * 1.96 * math.Sqrt(truth*(1-truth)/runs); width > 1.1*naive {
		t.Errorf("it is %.3f wide, where that of so many independent runs is %.3f", width, naive)
	}
}
