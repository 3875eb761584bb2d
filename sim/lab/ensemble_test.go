package lab_test

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"strings"
	"sync/atomic"
	"testing"

	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

func world(t testing.TB, name string, set ...string) *sim.World {
	t.Helper()
	l, err := scenarios.Load(name, scenarios.Options{Set: set, Best: true})
	if err != nil {
		t.Fatal(err)
	}
	return sim.NewWorld(l.Scenario)
}

// files are all tables of an ensemble, as they would be written.
func files(t *testing.T, e *lab.Ensemble) string {
	t.Helper()
	var b bytes.Buffer
	for _, table := range e.Tables(e.Summarise()) {
		b.WriteString(table.Name + "\n")
		if err := table.Write(&b); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

func TestWorkersChangeNothing(t *testing.T) {
	w := world(t, "europe-1947")
	one := files(t, lab.Play(context.Background(), w, lab.Options{Runs: 60, Seed: 3, Workers: 1}))
	for _, workers := range []int{2, 8} {
		if files(t, lab.Play(context.Background(), w, lab.Options{Runs: 60, Seed: 3, Workers: workers})) != one {
			t.Errorf("%d workers write other files than one", workers)
		}
	}
	if files(t, lab.Play(context.Background(), w, lab.Options{Runs: 60, Seed: 4, Workers: 2})) == one {
		t.Error("another seed writes the same files")
	}
}

// TestAnInterruptedEnsembleIsTheFirstRuns stops an ensemble on its way; what is there must be what fewer runs would have
// given.
func TestAnInterruptedEnsembleIsTheFirstRuns(t *testing.T) {
	w := world(t, "asia-1950")
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var done atomic.Int32
	cut := lab.Play(ctx, w, lab.Options{Runs: 100000, Seed: 5, Workers: 2, Done: func(int) {
		if done.Add(1) == 40 {
			cancel()
		}
	}})
	if cut.Finished < 40 || cut.Finished > 45 {
		t.Fatalf("%d runs were finished, 40 or a few more expected", cut.Finished)
	}
	full := lab.Play(context.Background(), w, lab.Options{Runs: cut.Finished, Seed: 5, Workers: 1})
	if files(t, cut) != files(t, full) {
		t.Errorf("the %d runs finished are not the first %d", cut.Finished, cut.Finished)
	}
}

// TestTheSummaryAddsUp checks a summary against itself.
func TestTheSummaryAddsUp(t *testing.T) {
	s := lab.Play(context.Background(), world(t, "europe-1947"), lab.Options{Runs: 200, Seed: 1}).Summarise()
	for _, st := range s.States {
		if st.Ratified.Count > st.Signed.Count || st.Member.Count > st.Ratified.Count {
			t.Errorf("%s: signed %d, ratified %d, bound %d", st.ID, st.Signed.Count, st.Ratified.Count, st.Member.Count)
		}
		if last := st.SignedBy[len(st.SignedBy)-1]; last != st.Signed {
			t.Errorf("%s has signed %v by the end and %v ever", st.ID, last, st.Signed)
		}
		if st.Decided > 0 && math.Abs(st.Terms.Sum()-st.Utility) > 1e-12 {
			t.Errorf("%s: terms add up to %v, utility %v", st.ID, st.Terms.Sum(), st.Utility)
		}
		for tick := range s.Labels {
			for _, p := range [][]stats.Spread{st.Threat, st.Alarm, st.Dependence, st.Cooperation, st.Chance, st.Ground} {
				if v := p[tick]; !(0 <= v.Q05 && v.Q05 <= v.Q25 && v.Q25 <= v.Q50 && v.Q50 <= v.Q75 && v.Q75 <= v.Q95 && v.Q95 <= 1) {
					t.Fatalf("%s, tick %d: quantiles out of order: %+v", st.ID, tick, v)
				}
			}
		}
	}
	for _, p := range s.Web.Pairs {
		sum := 0
		for _, r := range p.Rungs {
			sum += r.Count
		}
		if sum != s.Runs {
			t.Errorf("%s-%s ends on some rung in %d of %d runs", p.A, p.B, sum, s.Runs)
		}
	}
}

// TestABrokenRunSparesTheOthers gives the model a world that its reader would never let through.
func TestABrokenRunSparesTheOthers(t *testing.T) {
	w := world(t, "asia-1950")
	broken := *w
	broken.Calendar = sim.NewCalendar(1949, 1990, sim.Quarter) // longer than its figures
	e := lab.Play(context.Background(), &broken, lab.Options{Runs: 3, Seed: 1})
	if e.Finished != 3 || len(e.Failures) != 3 || e.Failures[1].Run != 1 || e.Failures[1].Message == "" {
		t.Errorf("finished %d, failures %+v", e.Finished, e.Failures)
	}
}

// BenchmarkTenThousandRuns plays the baseline ten thousand times on all processors, records and all.
func BenchmarkTenThousandRuns(b *testing.B) {
	w := world(b, "pacific-2025")
	for b.Loop() {
		lab.Play(context.Background(), w, lab.Options{Runs: 10000, Seed: 1})
	}
	b.ReportMetric(b.Elapsed().Seconds()/float64(b.N), "s/10,000-runs")
}

// A fault of ours in a worker is one of who set it to work: unheard, it would end the program without a word of what to do about it.
func TestWhoSetsToWorkHearsOfAPanic(t *testing.T) {
	defer func() {
		if p := recover(); p == nil || !strings.Contains(fmt.Sprint(p), "a promise broken") {
			t.Errorf("heard %v, want the promise that was broken", p)
		}
	}()
	lab.InParallel(t.Context(), 2, 10, func() func(int) bool {
		return func(task int) bool {
			if task == 3 {
				panic("a promise broken")
			}
			return true
		}
	})
	t.Error("it goes on as if nothing had been")
}
