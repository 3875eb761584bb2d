package lab

import (
	"bytes"
	"context"
	"encoding/csv"
	"math"
	"math/bits"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"testing"

	"entente/sim"
	"entente/sim/lab/stats"
)

// named picks mechanisms by their ids.
func named(ids ...string) []Mechanism {
	return slices.DeleteFunc(slices.Clone(Mechanisms), func(m Mechanism) bool { return !slices.Contains(ids, m.ID) })
}

// Where one mechanism alone stands in the way, it carries the whole gap and the others nothing.
func TestWhyFindsWhatDecides(t *testing.T) {
	w := AskWhy(t.Context(), onlyAutonomy(t), named("autonomy", "trade", "friction"), 0, Options{Runs: 20, Seed: 1})
	if w.Runs != 20 || w.Gap.Mean < 0.8 || w.Played != w.ToPlay {
		t.Fatalf("without autonomy the clause should form: the gap is %+v over %d runs", w.Gap, w.Runs)
	}
	for _, m := range w.Mechanisms {
		switch {
		case m.ID == "autonomy" && (m.Carries != w.Gap || m.Inert):
			t.Errorf("autonomy carries %+v of the gap %+v", m.Carries, w.Gap)
		case m.ID != "autonomy" && (m.Carries != stats.Difference{} || !m.Inert):
			t.Errorf("%s counts for nothing here and carries %+v (inert: %v)", m.ID, m.Carries, m.Inert)
		}
	}
	if w.Played != 40 || w.ByPart()[0].ID != "autonomy" {
		t.Errorf("%d runs were played of two worlds; %s is said to carry most", w.Played, w.ByPart()[0].ID)
	}
}

// The values add up to the gap, for mechanisms that work with and against each other, whether all sets are played or some.
func TestValuesAddUpToTheGap(t *testing.T) {
	if testing.Short() {
		t.Skip("plays many runs")
	}
	few, many := named("shocks", "grey-zone", "prior-ties", "friction"), named("shocks", "grey-zone", "prior-ties", "friction", "stances")
	for _, name := range []string{"pacific-2025", "europe-1947", "asia-1950"} {
		for _, mechanisms := range [][]Mechanism{few, many} {
			s := ablated(t, name)
			w := AskWhy(t.Context(), s, mechanisms, 0, Options{Runs: 12, Seed: 3})
			sum := 0.0
			for _, m := range w.Mechanisms {
				sum += m.Carries.Mean
			}
			if math.Abs(sum-w.Gap.Mean) > 1e-12 || math.Abs(w.Removed.Mean-w.AsIs.Mean-w.Gap.Mean) > 1e-12 {
				t.Errorf("%s: the values add up to %v, the gap from %v to %v is %v", name, sum, w.AsIs.Mean, w.Removed.Mean, w.Gap.Mean)
			}
			if w.Exact != (len(mechanisms) == 4) || w.Exact && w.Played != 12*16 || !w.Exact && (w.Played > 12*10 || w.Played < 12*7) {
				t.Errorf("%s: %d runs were played for %d mechanisms (exact: %v)", name, w.Played, len(mechanisms), w.Exact)
			}
			for what, c := range map[string]struct {
				s   sim.Scenario
				got stats.Share
			}{"as it is": {s, w.AsIs}, "without all": {Without(s, mechanisms...), w.Removed}} {
				sum := Play(t.Context(), sim.NewWorld(c.s), Options{Runs: 12, Seed: 3}).Summarise()
				if want := sum.InForce[len(sum.InForce)-1]; c.got != want {
					t.Errorf("%s %s is in force in %+v, by the ensemble in %+v", name, what, c.got, want)
				}
			}
		}
	}
}

// The game that is divided is that of worlds without sets of mechanisms: the exact values are those of the definition, run by
// run, of worlds that Without makes and PlayCells plays.
func TestWhyIsTheShapleyValueOfItsWorlds(t *testing.T) {
	s, opts := ablated(t, "pacific-2025"), Options{Runs: 12, Seed: 3}
	mechanisms := named("shocks", "prior-ties", "friction", "stances")
	w := AskWhy(t.Context(), s, mechanisms, 0, opts)
	var cells []Cell
	for set := range 16 {
		var gone []Mechanism
		for m := range mechanisms {
			if set&(1<<m) != 0 {
				gone = append(gone, mechanisms[m])
			}
		}
		cells = append(cells, Cell{Name: strconv.Itoa(set), World: sim.NewWorld(Without(s, gone...))})
	}
	p := PlayCells(t.Context(), cells, opts)
	sums := make([]int64, 4)
	for k := range 12 {
		for m, v := range stats.Shapley(4, func(set int) bool { return p.view(set).inForce(p.Endings(set)[k]) }) {
			sums[m] += v
		}
	}
	for m, c := range w.Mechanisms {
		if want := float64(sums[m]) / 24 / 12; math.Abs(c.Carries.Mean-want) > 1e-12 {
			t.Errorf("%s carries %v, by its worlds %v", c.ID, c.Carries.Mean, want)
		}
	}
}

// With one mechanism its value is the gap, with the interval of matched pairs.
func TestOneMechanismCarriesAll(t *testing.T) {
	w := AskWhy(t.Context(), ablated(t, "pacific-2025"), named("friction"), 0, Options{Runs: 15, Seed: 2})
	if m := w.Mechanisms[0]; m.Carries != w.Gap {
		t.Errorf("friction alone carries %+v of a gap of %+v", m.Carries, w.Gap)
	}
}

// madeUp divides a made-up game, the same in each of so many runs or another in each, as the runs of a scenario are divided.
func madeUp(n, runs int, exact bool, seed uint64, inForce func(run, set int) bool) *Why {
	g := &game{players: make([]Mechanism, n), worlds: map[int]*sim.World{0: {}}, parts: make([][]int, n), units: 2}
	if exact {
		g.units = int(stats.Factorial(n))
	}
	for k := range runs {
		known := map[int]bool{}
		for _, set := range g.sets(exact, seed, k) {
			known[set] = inForce(k, set)
		}
		g.note(exact, seed, k, known)
	}
	w := &Why{Mechanisms: make([]Carried, n)}
	w.divide(g)
	return w
}

// Whatever the game, an order and its reverse give each player's value without bias: over all orders their mean is the value. In
// every run the parts add up to the gap.
func TestOrdersAndTheirReverseAreUnbiased(t *testing.T) {
	luck := rand.New(rand.NewPCG(1, 2))
	for game := range 20 {
		n := 2 + luck.IntN(4)
		wins := make([]bool, 1<<n)
		for set := range wins {
			wins[set] = luck.IntN(2) == 0
		}
		const runs = 4000
		w := madeUp(n, runs, false, uint64(game), func(_, set int) bool { return wins[set] })
		for m, v := range stats.Shapley(n, func(set int) bool { return wins[set] }) {
			want, got := float64(v)/float64(stats.Factorial(n)), w.Mechanisms[m].Carries
			// Five standard errors of a mean of figures between -1 and 1.
			if math.Abs(got.Mean-want) > 5/math.Sqrt(runs) || math.Abs(got.Mean-want) > 2*got.Reach()+1e-9 {
				t.Errorf("game %d of %d: player %d has %v by orders, %v by definition", game, n, m, got, want)
			}
		}
		for k := range 50 {
			one := madeUp(n, 1, false, uint64(k), func(_, set int) bool { return wins[set] })
			sum := 0.0
			for _, c := range one.Mechanisms {
				sum += c.Carries.Mean
			}
			if sum != one.Gap.Mean {
				t.Fatalf("game %d, run %d: the parts add up to %v, the gap is %v", game, k, sum, one.Gap.Mean)
			}
		}
	}
}

// Every order comes with its reverse, all orders come up, and which does depends on seed and run alone.
func TestOrdersOfRemoval(t *testing.T) {
	g := &game{players: make([]Mechanism, 3)}
	seen := map[string]int{}
	for k := range 600 {
		pair := g.orders(7, k)
		if again := g.orders(7, k); !reflect.DeepEqual(pair, again) {
			t.Fatalf("run %d has the orders %v and then %v", k, pair, again)
		}
		back := slices.Clone(pair[1])
		slices.Reverse(back)
		if !slices.Equal(pair[0], back) {
			t.Fatalf("%v is not the reverse of %v", pair[1], pair[0])
		}
		seen[text(t, pair[0])]++
	}
	if len(seen) != 6 {
		t.Errorf("of six orders %d come up: %v", len(seen), seen)
	}
	for order, times := range seen {
		if times < 60 || times > 140 {
			t.Errorf("%s comes up %d times in 600", order, times)
		}
	}
}

// Where games differ from run to run, the intervals by sampled orders hold the exact values of the luck behind them in about 95
// samples of 100.
func TestIntervalsOfSampledValuesCover(t *testing.T) {
	const n, runs, samples = 5, 100, 300
	luck := rand.New(rand.NewPCG(3, 4))
	chance := make([]float64, 1<<n) // that a set brings the clause into force, all sets with the same luck
	for set := range chance {
		chance[set] = luck.Float64()
	}
	truth := make([]float64, n)
	for m := range truth { // the value of a game of chances, by its definition
		for set := range 1 << n {
			if set&(1<<m) == 0 {
				size := bits.OnesCount(uint(set))
				weight := float64(stats.Factorial(size)*stats.Factorial(n-size-1)) / float64(stats.Factorial(n))
				truth[m] += weight * (chance[set|1<<m] - chance[set])
			}
		}
	}
	held := make([]int, n)
	for sample := range samples {
		draws := make([]float64, runs)
		for k := range draws {
			draws[k] = luck.Float64()
		}
		w := madeUp(n, runs, false, uint64(sample), func(k, set int) bool { return draws[k] < chance[set] })
		for m, c := range w.Mechanisms {
			if c.Carries.Low <= truth[m] && truth[m] <= c.Carries.High {
				held[m]++
			}
		}
	}
	for m, count := range held {
		if count < samples*91/100 {
			t.Errorf("player %d: %d of %d intervals hold its value %v", m, count, samples, truth[m])
		}
	}
}

// On a scenario, sampled orders find what all sets find, within their intervals.
func TestSampledValuesAgreeWithExactOnes(t *testing.T) {
	if testing.Short() {
		t.Skip("plays some ten thousand runs")
	}
	s, mechanisms := ablated(t, "asia-1950"), named("shocks", "lasting", "friction", "stances")
	const runs = 600
	exact := AskWhy(t.Context(), s, mechanisms, 0, Options{Runs: runs, Seed: 11})
	g := &game{players: mechanisms, worlds: map[int]*sim.World{0: sim.NewWorld(s)}, parts: make([][]int, 4), units: 2}
	g.play(t.Context(), false, 0, runs, Options{Runs: runs, Seed: 12})
	sampled := &Why{Mechanisms: make([]Carried, 4)}
	sampled.divide(g)
	moved := 0
	for m, c := range exact.Mechanisms {
		a, b := c.Carries, sampled.Mechanisms[m].Carries
		if math.Abs(a.Mean-b.Mean) > 1.5*math.Hypot(a.Reach(), b.Reach()) {
			t.Errorf("%s carries %+v by all sets, %+v by sampled orders", c.ID, a, b)
		}
		if a.BeyondLuck() {
			moved++
		}
	}
	if moved < 2 {
		t.Errorf("only %d mechanisms carry anything: the claim was not put to the test", moved)
	}
}

// It stops once it knows as much as is wanted, at the same run for any number of workers, and is then whole; what it
// says is that of the runs it played. Where it has not come so far, as many runs as it says would do, do, and not many
// fewer.
func TestWhyStopsAtTheWantedPrecision(t *testing.T) {
	if testing.Short() {
		t.Skip("plays many runs")
	}
	s, mechanisms := ablated(t, "asia-1950"), named("shocks", "trade", "volatility", "friction", "lasting", "stances")
	opts := Options{Runs: 1000, Seed: 2, Workers: 1}
	const wanted = 0.07
	one := AskWhy(t.Context(), s, mechanisms, wanted, opts)
	if one.Reached > wanted || one.Runs >= 1000 || one.Runs <= batch || one.Runs%batch != 0 || one.CutShort() ||
		one.Enough != 0 || one.Exact {
		t.Fatalf("of 1000 runs %d were played to know each value to within %v (%v wanted); %d would do; it counts %+v", one.Runs,
			one.Reached, wanted, one.Enough, one.Head)
	}
	for _, workers := range []int{2, 8} {
		opts.Workers = workers
		if a, b := text(t, one), text(t, AskWhy(t.Context(), s, mechanisms, wanted, opts)); a != b {
			t.Errorf("one worker stops at\n%s\n%d stop at\n%s", a, workers, b)
		}
	}
	opts.Runs = one.Runs
	same := AskWhy(t.Context(), s, mechanisms, wanted, opts)
	if a, b := uncounted(t, one), uncounted(t, same); a != b {
		t.Errorf("where it stops it says\n%s\nwith no more runs\n%s", a, b)
	}
	opts.Runs = one.Runs - batch
	before := AskWhy(t.Context(), s, mechanisms, wanted, opts)
	if before.Reached <= wanted || before.CutShort() {
		t.Errorf("a batch before it stopped each value was known to within %v", before.Reached)
	}
	for _, runs := range []int{20, 50, before.Runs} {
		opts.Runs = runs
		few := AskWhy(t.Context(), s, mechanisms, wanted, opts)
		if few.Enough <= runs || few.Enough < one.Runs*6/10 || few.Enough > one.Runs*14/10 {
			t.Errorf("after %d runs %d are said to do, and %d did", runs, few.Enough, one.Runs)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	cut := AskWhy(ctx, s, mechanisms, wanted, Options{Runs: 1000, Seed: 2, Workers: 1, Done: func(count int) {
		if count == one.Played-3 {
			cancel()
		}
	}})
	if !cut.CutShort() || cut.ToPlay < 7000 {
		t.Errorf("cut short in its last batch it counts %+v", cut.Head)
	}
}

// The precision that is told is that of the part known worst, wherever it stands among them.
func TestPrecisionIsThatOfTheWorstKnownPart(t *testing.T) {
	for worst := range 3 {
		w := madeUp(3, 40, true, 1, func(run, set int) bool { // one decides by luck, the others never do
			return set&(1<<worst) != 0 && run%4 == 0
		})
		for m, c := range w.Mechanisms {
			if reach := c.Carries.Reach(); (m == worst) != (reach == w.Reached) || reach > w.Reached {
				t.Errorf("part %d is known to within %v, part %d is the worst known, and %v is told", m, reach, worst, w.Reached)
			}
		}
		if d := w.Mechanisms[worst].Carries; w.Reached <= (d.High-d.Low)/2 {
			t.Errorf("%v is told, and %+v reaches farther on one side", w.Reached, d)
		}
	}
}

// Cut between two batches it is cut short all the same, and cut before it began it knows nothing.
func TestWhyCutBetweenBatches(t *testing.T) {
	s, mechanisms := brief(ablated(t, "pacific-2025")), named("friction", "stances")
	for _, after := range []int{0, 4 * batch} {
		ctx, cancel := context.WithCancel(t.Context())
		if after == 0 {
			cancel()
		}
		w := AskWhy(ctx, s, mechanisms, 0.001, Options{Runs: 70, Seed: 2, Workers: 1, Done: func(count int) {
			if count == after {
				cancel()
			}
		}})
		cancel()
		if !w.CutShort() || w.Runs != after/4 || w.Played != after || w.ToPlay != 280 {
			t.Errorf("cut after %d runs it counts %+v", after, w.Head)
		}
		if nothing := (stats.Difference{Low: -1, High: 1}); after == 0 &&
			(w.Mechanisms[0].Carries != nothing || w.Reached != 1 || w.Gap != nothing) {
			t.Errorf("of nothing it knows %+v", w)
		}
	}
}

// The worlds of the sets share what they have in common, and are the worlds of their scenarios.
func TestSetsAreLaidOutAsTheirScenarios(t *testing.T) {
	s := ablated(t, "asia-1950")
	g := &game{players: Mechanisms, worlds: map[int]*sim.World{0: sim.NewWorld(s)}}
	for set := 1; set < 1<<len(Mechanisms); set += 1<<len(Mechanisms)/100 | 1 { // about a hundred of them
		var gone []Mechanism
		for m := range Mechanisms {
			if set&(1<<m) != 0 {
				gone = append(gone, Mechanisms[m])
			}
		}
		if want := sim.NewWorld(Without(s, gone...)); !reflect.DeepEqual(g.world(set), want) {
			t.Errorf("the world %s is not that of its scenario", g.name(set))
		}
	}
}

func TestTableOfWhy(t *testing.T) {
	w := AskWhy(t.Context(), ablated(t, "pacific-2025"), named("shocks", "friction"), 0, Options{Runs: 3, Seed: 2})
	var b bytes.Buffer
	if err := w.Tables()[0].Write(&b); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil || len(rows) != 3 {
		t.Fatalf("two mechanisms are %d rows (%v)", len(rows), err)
	}
	if last := rows[2]; last[0] != "friction" || last[1] != "3" || last[2] != Digits(w.Mechanisms[1].Carries.Mean) {
		t.Errorf("the table ends with %q", last)
	}
}
