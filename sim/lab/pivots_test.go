package lab

import (
	"bytes"
	"context"
	"encoding/csv"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"entente/sim"
	"entente/sim/lab/stats"
)

// found are the pivots of the headline clause of a shipped scenario at a date.
func found(t *testing.T, name string, at sim.Date, opts Options, set ...string) *Pivots {
	t.Helper()
	w := sim.NewWorld(ablated(t, name, set...))
	return FindPivots(t.Context(), w, w.Headline(), w.Calendar.Tick(at), 0.5, opts)
}

// Any three carry a clause that all are keen on, if Japan and the United States are of them, as its text asks. Nobody has a
// veto but by the text, and it rises by itself.
func TestPivotsWhereAllAreKeen(t *testing.T) {
	keen := []string{"parameters.decision.reluctance=-5"}
	for _, weight := range []string{"security", "interest", "autonomy", "entrapment", "trade", "friction", "unlikeness", "home",
		"sponsorship", "volatility", "audience"} {
		keen = append(keen, "parameters.decision."+weight+"=0")
	}
	p := found(t, "pacific-2025", 2025.5, Options{Runs: 20, Seed: 1}, keen...)
	if p.Carried.Count != 20 || p.Rises.Count != 20 || p.Risen != 4 || p.Settled != 4 || p.Seats != [2]int{4, 4} || p.Cut != 0 {
		t.Fatalf("keen states do not carry it by themselves: %+v", p)
	}
	if len(p.Sizes) != 1 || p.Sizes[0].Size != 3 || p.Sizes[0].Share.Count != 20 {
		t.Errorf("the smallest set has %+v states, want three in all runs", p.Sizes)
	}
	want := [][]string{{"AUS", "JPN", "USA"}, {"JPN", "PHL", "USA"}}
	if len(p.Sets) != 2 || !slices.Equal(p.Sets[0].Members, want[0]) || !slices.Equal(p.Sets[1].Members, want[1]) {
		t.Errorf("the sets are %+v, want %v", p.Sets, want)
	}
	for _, st := range p.States {
		text := st.ID == "JPN" || st.ID == "USA"
		seats := 0
		if st.Role == Founder {
			seats = 20
		}
		if st.Required != text || st.ByText.Count != map[bool]int{true: 20}[text] || st.ByWeight.Count != 0 || st.HoldsUp.Count != 0 ||
			st.Seated.Count != seats || st.Minimal.Count != seats || st.Settled.Count != seats || st.Leave.Mean != 0 || st.Join.Mean != 0 {
			t.Errorf("%s is said to be %+v", st.ID, st)
		}
	}
	if len(p.Nearest) != 0 {
		t.Errorf("all runs have sets, and %v come near", p.Nearest)
	}
}

// Where one state alone is against, it holds the clause up if the text needs it, and the others carry it if not.
func TestWhoHoldsItUp(t *testing.T) {
	set := []string{"parameters.decision.reluctance=-1", "parameters.decision.home=20"}
	for _, weight := range []string{"security", "interest", "autonomy", "entrapment", "trade", "friction", "unlikeness", "volatility",
		"audience"} {
		set = append(set, "parameters.decision."+weight+"=0")
	}
	for _, id := range []string{"AUS", "PHL", "USA"} {
		set = append(set, "states."+id+".stance=0", "states."+id+".spread=0", "states."+id+".centre=0")
	}
	set = append(set, "states.JPN.stance=-1", "states.JPN.spread=0", "states.JPN.centre=-1")
	p := found(t, "pacific-2025", 2025.5, Options{Runs: 10, Seed: 1}, set...)
	if p.Carried.Count != 0 || p.HeldUp.Count != 10 || len(p.Sets) != 0 {
		t.Errorf("with Japan against it is carried in %d runs and held up in %d", p.Carried.Count, p.HeldUp.Count)
	}
	for _, st := range p.States {
		if want := map[bool]int{true: 10}[st.ID == "JPN"]; st.HoldsUp.Count != want || st.Lags.Count != want {
			t.Errorf("%s holds it up in %d runs and is the least likely to sign in %d, want %d", st.ID, st.HoldsUp.Count, st.Lags.Count, want)
		}
	}
	if len(p.Nearest) != 1 || p.Nearest[0].Laggard != "JPN" || p.Nearest[0].Nearest.Count != 10 || p.Nearest[0].Reach > 0.01 {
		t.Errorf("nearest come %+v", p.Nearest)
	}
	set = append(set, `clauses.ratner.required=["USA"]`)
	p = found(t, "pacific-2025", 2025.5, Options{Runs: 10, Seed: 1}, set...)
	if len(p.Sets) != 1 || !slices.Equal(p.Sets[0].Members, []string{"AUS", "PHL", "USA"}) || p.Sets[0].Minimal.Count != 10 {
		t.Errorf("without Japan, whom the text no longer needs, the sets are %+v", p.Sets)
	}
	for _, st := range p.States {
		weight := st.ID != "JPN" && st.Role == Founder // three of three are needed
		if st.ByWeight.Count != map[bool]int{true: 10}[weight] {
			t.Errorf("%s has a veto by weight in %d of 10 runs", st.ID, st.ByWeight.Count)
		}
	}
}

// The figures of an ensemble fit together, whatever the theory.
func TestPivotsFitTogether(t *testing.T) {
	if testing.Short() {
		t.Skip("plays many runs")
	}
	carried := 0
	for k, theory := range sim.Theories() {
		for _, q := range []struct {
			name string
			at   sim.Date
		}{{"pacific-2025", 2030}, {"europe-1947", 1948.5}, {"asia-1950", 1951}} {
			p := found(t, q.name, q.at, Options{Runs: 12, Seed: uint64(k)}, "theory="+theory.Name)
			carried += p.Carried.Count
			sizes, near := 0, 0
			for _, s := range p.Sizes {
				sizes += s.Share.Count
			}
			for _, s := range p.Nearest {
				near += s.Nearest.Count
			}
			if p.Runs != 12 || sizes != p.Carried.Count || near > 12-p.Carried.Count || p.HeldUp.Count > 12-p.Carried.Count ||
				p.Rises.Count > p.Carried.Count {
				t.Errorf("%s, %s: of 12 runs a set carries it in %d, has a size in %d, rises in %d; one comes near in %d, one "+
					"state holds it up in %d",
					theory.Name, q.name, p.Carried.Count, sizes, p.Rises.Count, near, p.HeldUp.Count)
			}
			for k, s := range p.Sets {
				if s.Carries.Count < s.Minimal.Count || s.Minimal.Count == 0 || k > 0 && s.Minimal.Count > p.Sets[k-1].Minimal.Count {
					t.Errorf("%s, %s: set %v carries it in %d runs and is least in %d", theory.Name, q.name, s.Members,
						s.Carries.Count, s.Minimal.Count)
				}
				for _, id := range p.Required {
					if !slices.Contains(s.Members, id) {
						t.Errorf("%s, %s: set %v lacks %s, whom the text needs", theory.Name, q.name, s.Members, id)
					}
				}
			}
			for _, st := range p.States {
				if st.ByWeight.Count > p.Carried.Count || st.HoldsUp.Count > p.HeldUp.Count || st.Minimal != nil && st.Minimal.Count > st.Seated.Count ||
					st.Leave.Mean > 0 || st.Leave.High > 0 || st.Join.Mean < 0 || st.Join.Low < 0 {
					t.Errorf("%s, %s: %+v does not fit", theory.Name, q.name, st)
				}
			}
		}
	}
	if carried < 50 {
		t.Errorf("a set carries the clause in %d runs in all: the test sees too few", carried)
	}
}

// A set counts where it is least, and where it carries the clause though a smaller one does. Three runs by hand, over the
// states of a shipped scenario by number: the most frequent comes first, of equals the smaller.
func TestCarryingSetsByHand(t *testing.T) {
	w := sim.NewWorld(ablated(t, "pacific-2025"))
	ids := func(i ...int) (all []string) {
		for _, i := range i {
			all = append(all, w.States[i])
		}
		return all
	}
	a, b, c := sim.Set{0b11}, sim.Set{0b111}, sim.Set{0b1001}
	runs := []sim.Pivots{{Minimal: []sim.Set{b}}, {Minimal: []sim.Set{a, c}}, {Minimal: []sim.Set{b}}}
	got := carryingSets(w, runs, func(sets []sim.Set) [][]bool {
		if !slices.Equal(sets, []sim.Set{b, a, c}) {
			t.Fatalf("it is asked about %v", sets)
		}
		return [][]bool{{true, false, false}, {true, true, true}, {true, false, false}}
	})
	want := []CarryingSet{
		{ids(0, 1, 2), unless(false, 2, 3), stats.ShareOf(3, 3)}, {ids(0, 1), unless(false, 1, 3), stats.ShareOf(1, 3)},
		{ids(0, 3), unless(false, 1, 3), stats.ShareOf(1, 3)},
	}
	if a, b := text(t, got), text(t, want); a != b {
		t.Errorf("the sets come out as\n%s\nby hand\n%s", a, b)
	}
	near := nearSets(w, []sim.Pivots{
		{Laggard: -1}, {Nearest: b, Laggard: 2, Reach: 0.1}, {Nearest: b, Laggard: 0, Reach: 0.2}, {Nearest: b, Laggard: 2, Reach: 0.3},
		{Nearest: a, Laggard: 1, Reach: 0.25},
	})
	if len(near) != 2 || near[0].Laggard != w.States[2] || math.Abs(near[0].Reach-0.2) > 1e-12 || near[0].Nearest != stats.ShareOf(3, 5) ||
		near[1].Laggard != w.States[1] {
		t.Errorf("nearest come %+v", near)
	}
}

func TestPivotsDoNotDependOnWorkers(t *testing.T) {
	one := text(t, found(t, "asia-1950", 1951, Options{Runs: 30, Seed: 5, Workers: 1}))
	for _, workers := range []int{2, 8} {
		if got := text(t, found(t, "asia-1950", 1951, Options{Runs: 30, Seed: 5, Workers: workers})); got != one {
			t.Errorf("%d workers find\n%s\none finds\n%s", workers, got, one)
		}
	}
	if text(t, found(t, "asia-1950", 1951, Options{Runs: 30, Seed: 6})) == one {
		t.Error("another seed finds the same")
	}
}

// Interrupted, it tells of the first runs, as if no more had been asked for.
func TestInterruptedPivots(t *testing.T) {
	w := sim.NewWorld(ablated(t, "asia-1950"))
	tick := w.Calendar.Tick(1951)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	cut := FindPivots(ctx, w, w.Headline(), tick, 0.5, Options{Runs: 1000, Seed: 2, Workers: 1, Done: func(count int) {
		if count == 9 {
			cancel()
		}
	}})
	if cut.Played != 9 || cut.Runs != 9 || cut.Asked != 1000 || cut.ToPlay != 1000 || !cut.CutShort() {
		t.Fatalf("cut after nine runs it has %d", cut.Played)
	}
	full := FindPivots(t.Context(), w, w.Headline(), tick, 0.5, Options{Runs: 9, Seed: 2})
	if a, b := uncounted(t, cut), uncounted(t, full); a != b {
		t.Errorf("cut after nine runs it finds\n%s\nnine runs find\n%s", a, b)
	}
	if none := FindPivots(ctx, w, w.Headline(), tick, 0.5, Options{Runs: 9}); none.Runs != 0 || none.Carried.Count != 0 {
		t.Errorf("cut before it began it has %d runs", none.Runs)
	}
}

// A run that breaks is set aside; a world whose calendar is longer than its figures breaks every run.
func TestFailedPivots(t *testing.T) {
	w := sim.NewWorld(ablated(t, "asia-1950"))
	broken := *w
	broken.Calendar = sim.NewCalendar(1949, 1990, sim.Quarter)
	p := FindPivots(t.Context(), &broken, w.Headline(), broken.Calendar.Tick(1980), 0.5, Options{Runs: 3, Seed: 1})
	if p.Runs != 0 || p.Played != 3 || len(p.Failures) != 3 || p.Failures[1].Run != 1 || p.Failures[1].Message == "" {
		t.Errorf("of three broken runs %d count, with failures %+v", p.Runs, p.Failures)
	}
}

// Where some runs break, the others are told as themselves: a rival of no posture for a quarter breaks those in which
// it moves then, and leaves the rest as they are, by their own numbers.
func TestPivotsOfTheRunsThatDoNotBreak(t *testing.T) {
	const runs = 12
	s := ablated(t, "europe-1947")
	w := sim.NewWorld(s)
	s.Rivals = maps.Clone(s.Rivals)
	rival := s.Rivals["SUN"]
	rival.Posture = sim.Course{{Posture: sim.Overt}, {From: 1947.5, Posture: "none"}, {From: 1947.75, Posture: sim.Overt}}
	s.Rivals["SUN"] = rival
	c, tick := w.Headline(), w.Calendar.Tick(1948.5)
	p := FindPivots(t.Context(), sim.NewWorld(s), c, tick, 0.5, Options{Runs: runs, Seed: 2})
	broken := map[int]bool{}
	for _, f := range p.Failures {
		broken[f.Run] = true
	}
	if len(p.Failures) == 0 || p.Failures[0].Run >= p.Runs || p.Runs != runs-len(broken) {
		t.Fatalf("of %d runs %v broke and %d count: the claim is not put to the test", runs, broken, p.Runs)
	}
	carries, minimal, carried := map[string]int{}, map[string]int{}, 0
	run := sim.NewRun(w)
	for k := range runs {
		if broken[k] {
			continue
		}
		caucus := run.Caucus(2, uint64(k), c, tick, 0.5)
		found := caucus.Pivots()
		if len(found.Minimal) > 0 {
			carried++
		}
		for _, set := range found.Minimal {
			minimal[strings.Join(w.IDs(set), " ")]++
		}
		for _, set := range p.Sets {
			if caucus.Carries(setOf(w, set.Members)) {
				carries[strings.Join(set.Members, " ")]++
			}
		}
	}
	if p.Carried.Count != carried || len(p.Sets) != len(minimal) || len(p.Sets) == 0 {
		t.Errorf("a set carries it in %d runs, %d sets in all; by hand in %d, %d sets", p.Carried.Count, len(p.Sets), carried, len(minimal))
	}
	for _, set := range p.Sets {
		if id := strings.Join(set.Members, " "); set.Carries.Count != carries[id] || set.Minimal.Count != minimal[id] {
			t.Errorf("%s carries it in %d runs, in %d as a least set; by hand in %d and %d", id, set.Carries.Count, set.Minimal.Count,
				carries[id], minimal[id])
		}
	}
}

// setOf is the set of states with these ids.
func setOf(w *sim.World, ids []string) (set sim.Set) {
	for i, id := range w.States {
		if slices.Contains(ids, id) {
			set = set.With(i)
		}
	}
	return set
}

// What one state's part is, counted by hand over three runs of a table of states 0 to 3: it is in the largest set of two,
// of whose others one of two and none of one stay; in the third run two come in once it is gone.
func TestPivotalStateByHand(t *testing.T) {
	set := func(ids ...int) (s sim.Set) {
		for _, i := range ids {
			s = s.With(i)
		}
		return s
	}
	runs := []sim.Pivots{
		{Seated: set(0, 1, 2, 3), Minimal: []sim.Set{set(0, 1)}, Settled: set(0, 1, 2), Vetoes: set(1), Laggard: -1,
			Without: []sim.Set{{}, set(0), {}, {}}},
		{Seated: set(1, 3), UpTo: 2, Settled: set(1, 3), Holdouts: set(1), Laggard: 1, Without: []sim.Set{{}, {}}},
		{Seated: set(0, 1, 2, 3), UpTo: 4, Settled: set(3), Laggard: 0, Without: []sim.Set{{}, set(0, 2, 3), {}, {}}},
		{Seated: set(0, 2), Minimal: []sim.Set{set(0, 2)}, Settled: set(0, 2), Laggard: -1, Without: []sim.Set{{}, {}}},
	}
	st := pivotalState(runs, 1, 4, true)
	for what, pair := range map[string][2]stats.Share{
		"at the table": {st.Seated, stats.ShareOf(3, 4)}, "in a least set": {*st.Minimal, stats.ShareOf(1, 4)},
		"in the largest": {st.Settled, stats.ShareOf(2, 4)},
		"veto by text":   {st.ByText, stats.ShareOf(1, 4)}, "by weight": {st.ByWeight, stats.ShareOf(1, 4)},
		"holds it up":  {st.HoldsUp, stats.ShareOf(1, 4)},
		"least likely": {*st.Lags, stats.ShareOf(1, 4)},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s: %+v, by hand %+v", what, pair[0], pair[1])
		}
	}
	if st.Leave.Mean != -1 || math.Abs(st.Join.Mean-2./3) > 1e-12 {
		t.Errorf("%v leave and %v join, by hand -1 and 2/3", st.Leave.Mean, st.Join.Mean)
	}
	if st.Leave.High > 0 || st.Join.Low < 0 {
		t.Errorf("the intervals reach beyond no change: %+v, %+v", st.Leave, st.Join)
	}
}

// Tables of two to twenty states; two were too large to look at all their sets.
func TestWhatRunsHaveInCommon(t *testing.T) {
	table := func(states, upTo int) sim.Pivots { return sim.Pivots{Seated: sim.Set{1<<states - 1}, UpTo: upTo} }
	var p Pivots
	p.summarise([]sim.Pivots{table(4, 4), table(20, 5), table(2, 2), table(18, 6)})
	if p.Seats != [2]int{2, 20} || p.Cut != 2 || p.UpTo != 5 {
		t.Errorf("tables of %v, %d cut at %d; by hand 2 to 20, two cut at 5", p.Seats, p.Cut, p.UpTo)
	}
}

// A run of which least sets are untold leaves it untold of all how often they are: a set found there stands nowhere, and of a state
// it is known only if the text requires it.
func TestWhatACutSearchLeavesUntold(t *testing.T) {
	w := sim.NewWorld(ablated(t, "pacific-2025"))
	table := sim.Set{0b1111}
	runs := []sim.Pivots{
		{Seated: table, UpTo: 4, Minimal: []sim.Set{{0b11}}, Laggard: -1, Without: make([]sim.Set, 4)},
		{Seated: table, UpTo: 1, Picked: true, Minimal: []sim.Set{{0b101}}, Laggard: -1, Without: make([]sim.Set, 4)},
		{Seated: table, UpTo: 1, Picked: true, Minimal: []sim.Set{{0b111}}, Laggard: -1, Without: make([]sim.Set, 4)},
		{Seated: table, UpTo: 1, Nearest: sim.Set{0b1}, Laggard: 0, Without: make([]sim.Set, 4)},
	}
	sets := carryingSets(w, runs, func([]sim.Set) [][]bool { return [][]bool{{true}, {true}, {false}, {false}} })
	if len(sets) != 1 || sets[0].Minimal != nil || sets[0].Carries.Count != 2 {
		t.Errorf("the sets are %+v", sets)
	}
	if near := nearSets(w, runs); len(near) != 0 {
		t.Errorf("nearest are said to come %+v", near)
	}
	if st := pivotalState(runs, 0, 4, false); st.Minimal != nil || st.Lags != nil {
		t.Errorf("a state is told of as %+v", st)
	}
	if st := pivotalState(runs, 0, 4, true); st.Minimal == nil || st.Minimal.Count != 3 {
		t.Errorf("whom the text requires is told of as %+v", st)
	}
	var p Pivots
	p.summarise(runs)
	if p.LeastUntold != 2 || p.NearestUntold != 1 || p.Cut != 3 {
		t.Errorf("least sets are untold in %d runs and nearest in %d of %d", p.LeastUntold, p.NearestUntold, p.Cut)
	}
	// All of one state were looked at, so that two are the fewest; of three it is known only that they are enough.
	want := []SizeShare{{2, false, stats.ShareOf(2, 4)}, {3, true, stats.ShareOf(1, 4)}}
	if !slices.Equal(p.Sizes, want) {
		t.Errorf("the sizes are %+v, want %+v", p.Sizes, want)
	}
	p.Sets = []CarryingSet{{Members: []string{"A"}}}
	p.Nearest = []NearSet{{Members: []string{"A"}, Nearest: stats.ShareOf(4, 4)}}
	if p.Foremost().Most != nil || p.Nearer().Most != nil {
		t.Error("one set is named as the foremost")
	}
}

func TestPivotTables(t *testing.T) {
	p := found(t, "asia-1950", 1954.5, Options{Runs: 20, Seed: 2})
	want := map[string]int{"sets.csv": len(p.Sets), "nearest.csv": len(p.Nearest), "states.csv": len(p.States)}
	for _, table := range p.Tables() {
		var b bytes.Buffer
		if err := table.Write(&b); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(&b).ReadAll()
		if err != nil {
			t.Fatalf("%s: %v", table.Name, err)
		}
		if len(rows) != 1+want[table.Name] || len(rows) < 2 || rows[1][0] != "1954Q3" || rows[1][1] != "20" {
			t.Errorf("%s has %d rows and starts with %q", table.Name, len(rows), rows[min(1, len(rows)-1)])
		}
	}
}
