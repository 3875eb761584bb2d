package lab

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"entente/sim"
)

// answers are one of each kind.
func answers(t *testing.T) map[string]Answer {
	s := brief(ablated(t, "pacific-2025"))
	w, opts := sim.NewWorld(s), Options{Runs: 20, Seed: 3}
	keen := brief(ablated(t, "pacific-2025", "parameters.decision.reluctance=-5"))
	keen.Expects, keen.Expectation = "higher", "Who starts from more will is more willing."
	names, l := anyLandscape(rand.New(rand.NewPCG(1, 2)), 8, false)
	found, err := SearchLandscape(t.Context(), "actors.csv", names, l, Options{})
	if err != nil {
		t.Fatal(err)
	}
	explained, err := Explain(w, 1, w.Headline(), w.State("JPN"), w.Calendar.Tick(2026), opts, nil)
	if err != nil {
		t.Fatal(err)
	}
	roles, err := AskRoles(w, 1, w.Headline(), opts, nil)
	if err != nil {
		t.Fatal(err)
	}
	return map[string]Answer{
		"roles":     roles,
		"ablate":    Ablate(t.Context(), s, opts),
		"compare":   Compare(t.Context(), worldsOf(s, keen), opts),
		"library":   AskLibrary(t.Context(), [][]Named{worldsOf(s, keen)}, opts),
		"why":       AskWhy(t.Context(), s, named("trade", "friction"), 0, opts),
		"flip":      FindFlip(t.Context(), s, "", 0.6, opts),
		"pivots":    FindPivots(t.Context(), w, w.Headline(), w.Calendar.Tick(2026), 0.5, opts),
		"drivers":   AskDrivers(t.Context(), []*sim.World{w, sim.NewWorld(keen)}, opts),
		"landscape": found,
		"stable":    threatened(),
		"explain":   explained,
		"play":      PlayRoles(w, 1, w.Headline(), []Said{{1, w.State("JPN"), true}, {2, w.State("USA"), false}}, 3, opts),
	}
}

// An answer is wholly in its JSON: read back, it is told and tabled as if it had just been found. No list in it is null.
func TestAnswersReadBackWhole(t *testing.T) {
	for name, found := range answers(t) {
		kept := text(t, found)
		back := reflect.New(reflect.TypeOf(found).Elem()).Interface().(Answer)
		if err := json.Unmarshal([]byte(kept), back); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := text(t, back); got != kept {
			t.Errorf("%s: read back it is\n%s\nit was\n%s", name, got, kept)
		}
		if !reflect.DeepEqual(found.Top(), back.Top()) {
			t.Errorf("%s: read back its head is\n%+v\nit was\n%+v", name, *back.Top(), *found.Top())
		}
		a, b := tabled(t, found), tabled(t, back)
		if a != b {
			t.Errorf("%s: read back its tables are\n%s\nthey were\n%s", name, b, a)
		}
		if strings.Contains(strings.NewReplacer(`"constants":null`, "", `"flip_constants":null`, "").Replace(kept), `s":null`) {
			t.Errorf("%s: some list is null in %s", name, kept)
		}
		h := found.Top()
		if (h.Each != "") != (h.ToPlay > h.Asked) {
			t.Errorf("%s: it plays %d %ss, %d asked for %q", name, h.ToPlay, h.Unit, h.Asked, h.Each)
		}
		if h.OfFile && h.Clause != "" || (h.Unit == "") != (h.ToPlay == 0) {
			t.Errorf("%s: is it of a file? %v, and it plays %d %ss of the clause %q", name, h.OfFile, h.ToPlay, h.Unit, h.Clause)
		}
		if h.Format != Format || h.Question != name || h.Version != sim.Version || h.Scenario == "" || h.Title == "" ||
			h.Failures == nil || h.CutShort() {
			t.Errorf("%s: its head is %+v", name, *h)
		}
		if !strings.Contains(kept, `"runs_asked":`+strconv.Itoa(h.Asked)) || h.ToPlay < h.Asked {
			t.Errorf("%s: %d runs are to be played of all worlds, and %d were asked for of each", name, h.ToPlay, h.Asked)
		}
	}
}

// An answer about several scenarios is of none of them: it names each, and the first is in it as the others are.
func TestAnAnswerAboutSeveralScenariosIsNotOfTheFirst(t *testing.T) {
	pacific, europe := brief(ablated(t, "pacific-2025")), brief(ablated(t, "europe-1947"))
	worlds, opts := worldsOf(pacific, europe), Options{Runs: 2, Seed: 3}
	one, two := worldsOf(pacific, pacific), []*sim.World{sim.NewWorld(pacific), sim.NewWorld(europe)}
	both := []string{"pacific-2025", "europe-1947"}
	for name, found := range map[string]Answer{
		"compare": Compare(t.Context(), worlds, opts), "drivers": AskDrivers(t.Context(), two, opts),
		"library": AskLibrary(t.Context(), [][]Named{worldsOf(pacific), worldsOf(europe)}, opts),
	} {
		h := found.Top()
		if !slices.Equal(h.Scenarios, both) || h.Scenario != "" || h.Title != "" || h.Base != "" || h.Clause != "" ||
			h.ClauseTitle != "" || h.End != "" || len(h.Changes) > 0 {
			t.Errorf("%s of %v: its head is %+v", name, both, *h)
		}
		if kept := text(t, found); !strings.Contains(kept, `"scenarios":["pacific-2025","europe-1947"]`) {
			t.Errorf("%s of %v does not name them at its head: %.400s", name, both, kept)
		}
	}
	if h := Compare(t.Context(), one, opts).Top(); h.Scenario != "pacific-2025" || h.Scenarios != nil || h.End == "" {
		t.Errorf("two worlds of one scenario are of it; their head is %+v", *h)
	}
}

// tabled are all tables of an answer.
func tabled(t *testing.T, a Answer) string {
	t.Helper()
	var b bytes.Buffer
	for _, table := range a.Tables() {
		b.WriteString(table.Name + "\n")
		if err := table.Write(&b); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

// A head says what its world is, and what departs from it.
func TestHeadOfAWorld(t *testing.T) {
	s := ablated(t, "pacific-2025", "states.JPN.stance=0.9")
	h := NewHead("ablate", EachWorld, sim.NewWorld(s), Options{Runs: 7, Seed: 3})
	plain := NewHead("ablate", EachWorld, sim.NewWorld(ablated(t, "pacific-2025")), Options{Runs: 7, Seed: 3})
	if h.Scenario != s.Name || h.Title != s.Title || h.Clause != s.Headline || h.ClauseTitle != s.Clauses[s.Headline].Title ||
		h.Asked != 7 ||
		h.ToPlay != 7 || h.Seed != 3 || h.Theory != s.Theory || h.End != "2035Q4" {
		t.Errorf("of %s it says %+v", s.Name, h)
	}
	if len(h.Overrides) != 1 || !strings.HasPrefix(h.Overrides[0], "states.JPN.stance") || len(plain.Overrides) != 0 ||
		plain.Overrides == nil {
		t.Errorf("it says that %v departs from the scenario, and of the plain one %v", h.Overrides, plain.Overrides)
	}
	if h.Parameters != plain.Parameters || len(h.Parameters) != 12 {
		t.Errorf("with the same constants the fingerprints are %q and %q", h.Parameters, plain.Parameters)
	}
	other := NewHead("ablate", EachWorld, sim.NewWorld(ablated(t, "pacific-2025", "parameters.decision.trade=51.7300001")), Options{})
	if other.Parameters == plain.Parameters {
		t.Error("with other constants the fingerprint is the same")
	}
}

func TestCutShort(t *testing.T) {
	for _, c := range []struct {
		played, of int
		want       bool
	}{{0, 0, false}, {0, 5, true}, {4, 5, true}, {5, 5, false}} {
		if h := (Head{Played: c.played, ToPlay: c.of}); h.CutShort() != c.want {
			t.Errorf("%d of %d is cut short: %v", c.played, c.of, h.CutShort())
		}
	}
}

// An answer about several worlds says of what departs from them only what they share, and no theory that not all have.
func TestAHeadOfSeveralSaysWhatTheyShare(t *testing.T) {
	h := Head{Overrides: []string{"inputs = measured", "leading power = Egypt"}, Theory: "landscape"}
	h.Parameters = fingerprint(sim.Parameters{})
	var w sim.World
	w.Scenario.Theory, w.Scenario.Overrides = "landscape", h.Overrides
	if h.OfAll(&w); h.Theory != "landscape" || h.Parameters == "" {
		t.Errorf("all have the theory %q and the constants %q", h.Theory, h.Parameters)
	}
	w.Scenario.Theory, w.Scenario.Parameters.Decision.Reluctance = "article", 1
	w.Scenario.Overrides = []string{"leading power = Iraq", "inputs = measured"}
	h.OfAll(&w)
	if want := []string{"inputs = measured"}; !slices.Equal(h.Overrides, want) {
		t.Errorf("it says %q, want %q", h.Overrides, want)
	}
	if h.Theory != "" || h.Parameters != "" {
		t.Errorf("worlds of different theories and constants share %q and %q", h.Theory, h.Parameters)
	}
}
