package lab

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"

	"entente/sim"
)

// memory is a ledger that keeps all it is told.
type memory struct {
	mu    sync.Mutex
	known map[string]string
	noted int
}

func (m *memory) Recall(key string) (string, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	value, ok := m.known[key]
	return value, ok
}

func (m *memory) Note(key, value string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.known == nil {
		m.known = map[string]string{}
	}
	m.known[key] = value
	m.noted++
}

// questions are all that play cells and can be cut short between any two runs, with the number of worlds that a run needs.
func questions(t *testing.T) []struct {
	name   string
	worlds int
	ask    func(context.Context, Options) Answer
} {
	base := brief(ablated(t, "pacific-2025"))
	keen := brief(ablated(t, "pacific-2025", "parameters.decision.reluctance=-1"))
	keen.Expects = "higher"
	what := keen
	what.Name, what.Expects = "other", "same"
	some, many := named("friction", "stances"), named("shocks", "trade", "volatility", "friction", "entrapment", "autonomy", "stances")
	return []struct {
		name   string
		worlds int
		ask    func(context.Context, Options) Answer
	}{
		{"ablate", 4, func(ctx context.Context, o Options) Answer {
			return ablate(ctx, base, named("shocks", "friction", "stances"), o)
		}},
		{"compare", 3, func(ctx context.Context, o Options) Answer { return Compare(ctx, worldsOf(base, keen, what), o) }},
		{"library", 5, func(ctx context.Context, o Options) Answer {
			return AskLibrary(ctx, [][]Named{worldsOf(base, keen), {{"D", what}, {"E", keen}, {"F", base}}}, o)
		}},
		{"why, exact", 4, func(ctx context.Context, o Options) Answer { return AskWhy(ctx, base, some, 0, o) }},
		{"why, sampled", 0, func(ctx context.Context, o Options) Answer { return AskWhy(ctx, base, many, 0, o) }},
	}
}

// uncounted is an answer without what it says of how much was played.
func uncounted(t *testing.T, a any) string {
	t.Helper()
	var whole any
	if err := json.Unmarshal([]byte(text(t, a)), &whole); err != nil {
		t.Fatal(err)
	}
	var strip func(v any)
	strip = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			for _, key := range []string{"runs_asked", "runs_played", "runs_to_play"} {
				delete(v, key)
			}
			for _, inner := range v {
				strip(inner)
			}
		case []any:
			for _, inner := range v {
				strip(inner)
			}
		}
	}
	strip(whole)
	return text(t, whole)
}

// Whole, an answer has played each world as often as asked; the number of workers changes nothing in it, and what is noted of
// each run is noted once.
func TestWholeAnswers(t *testing.T) {
	for _, q := range questions(t) {
		last, one := 0, q.ask(t.Context(), Options{Runs: 23, Seed: 4, Workers: 1})
		h := one.Top()
		if h.CutShort() || h.Runs != 23 || h.Asked != 23 || h.Played != h.ToPlay || len(h.Failures) > 0 || h.Failures == nil {
			t.Errorf("%s: whole it counts %+v", q.name, *h)
		}
		if q.worlds > 0 && h.Played != 23*q.worlds {
			t.Errorf("%s: %d runs were played of 23 in %d worlds", q.name, h.Played, q.worlds)
		}
		for _, workers := range []int{2, 8} {
			if a, b := text(t, one), text(t, q.ask(t.Context(), Options{Runs: 23, Seed: 4, Workers: workers})); a != b {
				t.Errorf("%s: one worker finds\n%s\n%d find\n%s", q.name, a, workers, b)
			}
		}
		if text(t, one) == text(t, q.ask(t.Context(), Options{Runs: 23, Seed: 5})) {
			t.Errorf("%s: another seed finds the same", q.name)
		}
		q.ask(t.Context(), Options{Runs: 23, Seed: 4, Workers: 1, Done: func(count int) {
			if count <= last {
				t.Errorf("%s: after %d runs %d are done", q.name, last, count)
			}
			last = count
		}})
		if last != h.Played {
			t.Errorf("%s: it tells of %d runs while it plays and of %d in the end", q.name, last, h.Played)
		}
	}
}

// Cut short anywhere, by any number of workers, an answer is that of the first so many runs, as if no more had been asked for,
// and says that it was cut short.
func TestAnAnswerCutShortIsThatOfTheFirstRuns(t *testing.T) {
	for k, q := range questions(t) {
		if testing.Short() && k%2 > 0 {
			continue
		}
		whole := q.ask(t.Context(), Options{Runs: 23, Seed: 4}).Top().Played
		for _, after := range []int{0, 1, 7, 5 * q.worlds, whole / 2, whole - 20} {
			for _, workers := range []int{1, 3} {
				ctx, cancel := context.WithCancel(t.Context())
				var once sync.Once
				if after == 0 {
					cancel()
				}
				cut := q.ask(ctx, Options{Runs: 23, Seed: 4, Workers: workers, Done: func(count int) {
					if count >= after {
						once.Do(cancel)
					}
				}})
				cancel()
				h := cut.Top()
				if !h.CutShort() || h.ToPlay != whole || h.Played < after || h.Played > after+(workers+1)*block || h.Runs >= 23 {
					t.Fatalf("%s, cut after %d of %d runs: it counts %+v", q.name, after, whole, *h)
				}
				if after == whole-20 && h.Runs < 15 {
					t.Errorf("%s: nearly whole it tells of %d runs", q.name, h.Runs)
				}
				first := q.ask(t.Context(), Options{Runs: h.Runs, Seed: 4})
				if a, b := uncounted(t, cut), uncounted(t, first); a != b {
					t.Errorf("%s, cut after %d runs: it says\n%s\nthe first %d runs give\n%s", q.name, after, a, h.Runs, b)
				}
			}
		}
	}
}

// What a ledger remembers is not played again, and what it remembers wrongly is: the answer is the same. So it is for a ledger
// of fewer runs. In short, each question meets two of the ways in which a ledger is spoilt, and each way some question.
func TestALedgerChangesNothing(t *testing.T) {
	type ask = func(context.Context, Options) Answer
	asks := map[string]ask{"flip": func(ctx context.Context, o Options) Answer {
		return FindFlip(ctx, brief(ablated(t, "pacific-2025")), "", 0.6, o)
	}}
	for _, q := range questions(t) {
		asks[q.name] = q.ask
	}
	world := sim.NewWorld(ablated(t, "pacific-2025"))
	late, blank := newEnding(world), newEnding(world)
	late.Signed[0] = int32(world.Calendar.Ticks())
	blank.AtEnd = nil
	garbage := []string{"", "null", "[]", "{}", "[1]", "nonsense", "[null]", "[null,null,null,null,null]", "[{},{},{},{},{}]",
		text(t, []*Ending{&late}), text(t, []*Ending{&blank}), text(t, []*Ending{&late, &late, &late, &late, &late}), text(t, []*Ending{{Signed: []int32{-2}}})}
	for k, name := range slices.Sorted(maps.Keys(asks)) {
		ask, opts := asks[name], Options{Runs: 13, Seed: 4, Workers: 2}
		want := text(t, ask(t.Context(), opts))
		for n, way := range []struct {
			what  string
			spoil func(m *memory)
		}{
			{"remembers all", func(*memory) {}},
			{"remembers some", func(m *memory) {
				for k, key := range slices.Sorted(maps.Keys(m.known)) {
					if k%3 > 0 {
						delete(m.known, key)
					}
				}
			}},
			{"remembers fewer runs", func(m *memory) {
				clear(m.known)
				ask(t.Context(), Options{Runs: 7, Seed: 4, Ledger: m})
			}},
			{"remembers garbage", func(m *memory) {
				for k, key := range slices.Sorted(maps.Keys(m.known)) {
					m.known[key] = garbage[k%len(garbage)]
				}
			}},
		} {
			if testing.Short() && (n+k)%2 > 0 {
				continue
			}
			what, m := way.what, &memory{}
			opts.Ledger = m
			if got := text(t, ask(t.Context(), opts)); got != want {
				t.Fatalf("%s: with an empty ledger it says\n%s\nwithout one\n%s", name, got, want)
			}
			if m.noted != len(m.known) {
				t.Errorf("%s: %d notes were made of %d shares", name, m.noted, len(m.known))
			}
			way.spoil(m)
			m.noted = 0
			if got := text(t, ask(t.Context(), opts)); got != want {
				t.Errorf("%s: with a ledger that %s it says\n%s\nwithout one\n%s", name, what, got, want)
			}
			if all := what == "remembers all"; all != (m.noted == 0) {
				t.Errorf("%s: with a ledger that %s %d shares were played", name, what, m.noted)
			}
		}
	}
}

// failing is a ledger by which one run of one world failed, with those that failed by m if it is given.
func failing(t *testing.T, m *memory, ask func(context.Context, Options) Answer, opts Options, key string, run int) *memory {
	t.Helper()
	if m == nil {
		m = &memory{}
		opts.Ledger = m
		ask(t.Context(), opts)
	}
	var known []*Ending
	if err := json.Unmarshal([]byte(m.known[key]), &known); err != nil {
		t.Fatalf("%q is not among %v: %v", key, slices.Sorted(maps.Keys(m.known)), err)
	}
	known[run] = &Ending{Failure: "a promise was broken"}
	m.known[key] = text(t, known)
	return m
}

// A run that fails in one world is told with its number and its world, and spoils no pair but its own.
func TestAFailedRunSpoilsItsPairOnly(t *testing.T) {
	asks := questions(t)
	opts := Options{Runs: 13, Seed: 4}
	for _, c := range []struct {
		question   int
		world, key string
	}{{0, "without friction", "without friction 5-9"}, {1, "B", "B 5-9"}, {2, "E", "E 5-9"}, {3, "without stances", "without stances 6-6"}, {3, "", " 6-6"}} {
		q := asks[c.question]
		run := 1
		if q.name == "why, exact" {
			run = 0
		}
		with := opts
		with.Ledger = failing(t, nil, q.ask, opts, c.key, run)
		spoilt, fine := q.ask(t.Context(), with), q.ask(t.Context(), opts)
		h := spoilt.Top()
		if want := (Failure{Run: 6, World: c.world, Message: "a promise was broken"}); len(h.Failures) != 1 || h.Failures[0] != want {
			t.Errorf("%s: the failures are %+v, want %+v", q.name, h.Failures, want)
		}
		if h.Played != h.ToPlay || h.CutShort() {
			t.Errorf("%s: with a failed run it counts %+v", q.name, *h)
		}
		switch a := spoilt.(type) {
		case *Ablation:
			for k, r := range a.Removals {
				was := fine.(*Ablation).Removals[k]
				if spoils := r.ID == "friction"; spoils && r.Pairs != 12 || !spoils && text(t, r) != text(t, was) {
					t.Errorf("a run failed without friction, and %s has %d pairs of 13: %s, else %s", r.ID, r.Pairs, text(t, r), text(t, was))
				}
			}
			if a.Runs != 13 || a.InForce.Runs != 13 {
				t.Errorf("a run failed without friction, and the scenario as it is has %d", a.InForce.Runs)
			}
		case *Comparison:
			for k, w := range a.Worlds {
				was := fine.(*Comparison).Worlds[k]
				if spoils := w.Name == "B"; spoils && (w.Runs != 12 || w.Change.Pairs != 12 || len(w.Failures) != 1 || w.Played != 13 || w.ToPlay != 13) ||
					!spoils && text(t, w) != text(t, was) {
					t.Errorf("a run failed in B, and %s is %s, else %s", w.Name, text(t, w), text(t, was))
				}
			}
		case *Library:
			if len(a.Shelves[0].Comparison.Failures) != 0 || len(a.Shelves[1].Comparison.Failures) != 1 || a.Shelves[1].Comparison.Played != 39 {
				t.Errorf("a run failed on the second shelf; the shelves say %+v and %+v", a.Shelves[0].Comparison.Head, a.Shelves[1].Comparison.Head)
			}
		case *Why:
			if a.Runs != 12 || a.AsIs.Runs != 12 {
				t.Errorf("one run of thirteen failed without %q, and %d are told of", c.world, a.Runs)
			}
		}
	}
}

// What the model takes for impossible is a failure of its runs, and no other world's. A world whose calendar is longer than its
// figures breaks every run.
func TestABrokenWorldSparesTheOthers(t *testing.T) {
	fine := sim.NewWorld(brief(ablated(t, "asia-1950")))
	broken := *sim.NewWorld(ablated(t, "asia-1950"))
	broken.Calendar = sim.NewCalendar(1949, 1990, sim.Quarter)
	for _, workers := range []int{1, 2} {
		p := PlayCells(t.Context(), []Cell{{World: fine}, {Name: "broken", World: &broken, Whole: true}}, Options{Runs: 7, Seed: 1, Workers: workers})
		if p.Runs != 7 || p.Played != 14 || p.ToPlay != 14 || len(p.Failures) != 7 {
			t.Fatalf("two worlds of seven runs, one of them broken: %d runs, %d of %d played, %d failures", p.Runs, p.Played, p.ToPlay, len(p.Failures))
		}
		for k, f := range p.Failures {
			if f.Run != k || f.World != "broken" || !strings.Contains(f.Message, "index out of range") {
				t.Errorf("failure %d is %+v", k, f)
			}
		}
		if b := beside(p.view(0), p.view(1)); b.Pairs != 0 {
			t.Errorf("a broken world has %d pairs", b.Pairs)
		}
		var h Head
		if p.Fill(&h); h.Runs != 7 {
			t.Errorf("the first world came to an end in %d runs of 7", h.Runs)
		}
		if p.Some(1, 2).Fill(&h); h.Runs != 0 || h.Played != 7 || h.ToPlay != 7 {
			t.Errorf("the broken world counts %+v", h)
		}
	}
}
