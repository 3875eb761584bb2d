package history

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"math"
	"reflect"
	"regexp"
	"slices"
	"testing"

	"entente/sim"
	"entente/sim/lab"
)

// engine holds a question that plays so many worlds to what every answer promises: whole it counts all its runs, and is
// the same for any number of workers and whatever is remembered; cut short it says so and is that of the first runs;
// read back it is the same.
func engine(t *testing.T, ask func(context.Context, lab.Options) lab.Answer, worlds int) {
	t.Helper()
	opts := lab.Options{Runs: 12, Seed: 2, Workers: 1}
	whole := ask(t.Context(), opts)
	if h := whole.Top(); h.Played != 12*worlds || h.ToPlay != h.Played || h.Runs != 12 || h.Asked != 12 || h.CutShort() ||
		len(h.Failures) > 0 || h.Failures == nil {
		t.Errorf("twelve runs of %d worlds count %+v", worlds, *h)
	}
	want := text(t, whole)
	back := reflect.New(reflect.TypeOf(whole).Elem()).Interface().(lab.Answer)
	if err := json.Unmarshal([]byte(want), back); err != nil || text(t, back) != want || !reflect.DeepEqual(whole.Top(), back.Top()) {
		t.Errorf("read back (%v) it is\n%s\nit was\n%s", err, text(t, back), want)
	}
	opts.Workers = 3
	if got := text(t, ask(t.Context(), opts)); got != want {
		t.Errorf("one worker finds\n%s\nthree find\n%s", want, got)
	}
	cuts := []int{0, 3, 5*worlds + 7, 11 * worlds}
	if testing.Short() {
		cuts = cuts[1:3]
	}
	for _, after := range cuts {
		ctx, cancel := context.WithCancel(t.Context())
		if after == 0 {
			cancel()
		}
		m := &memory{known: map[string]string{}}
		o := lab.Options{Runs: 12, Seed: 2, Workers: 1, Ledger: m, Done: func(count int) {
			if count >= after {
				cancel()
			}
		}}
		cut := ask(ctx, o)
		cancel()
		h := cut.Top()
		blocks := h.Played / worlds / 5 * 5
		if !h.CutShort() || h.ToPlay != 12*worlds || h.Played < after || h.Played > after+5 || h.Runs != blocks {
			t.Errorf("cut after %d runs of %d worlds it counts %+v", after, worlds, *h)
		}
		if first := ask(t.Context(), lab.Options{Runs: h.Runs, Seed: 2}); uncounted(t, cut) != uncounted(t, first) {
			t.Errorf("cut after %d runs it says\n%s\nthe first %d runs give\n%s", after, uncounted(t, cut), h.Runs, uncounted(t, first))
		}
		noted := len(m.keys)
		o.Done = nil
		if got := text(t, ask(t.Context(), o)); got != want || len(m.keys) != 3*worlds {
			t.Errorf("cut after %d runs and resumed, with %d shares noted and then %d, it says\n%s\nin one go\n%s", after,
				noted, len(m.keys), got, want)
		}
	}
}

// uncounted is an answer without what it says of how much was played.
func uncounted(t *testing.T, a any) string {
	t.Helper()
	return regexp.MustCompile(`"runs_(asked|played|to_play)": \d+`).ReplaceAllString(text(t, a), "")
}

func TestAHindcastIsCountedAndResumed(t *testing.T) {
	if testing.Short() {
		t.Skip("plays many runs")
	}
	scenarios := map[string]sim.Scenario{}
	for _, ep := range Episodes {
		if _, ok := scenarios[ep.Scenario]; !ok {
			scenarios[ep.Scenario] = shipped(t, ep.Scenario)
		}
	}
	engine(t, func(ctx context.Context, o lab.Options) lab.Answer { return AskHindcast(ctx, Episodes, scenarios, o) }, len(scenarios))
}

// A scenario of several episodes is played once, and judged by each.
func TestEpisodesShareTheirScenario(t *testing.T) {
	var shared []Episode
	for _, ep := range Episodes {
		if ep.Scenario == "europe-1947" {
			shared = append(shared, ep)
		}
	}
	if len(shared) < 2 {
		t.Fatalf("%d episodes lie in europe-1947", len(shared))
	}
	scenarios := map[string]sim.Scenario{"europe-1947": shipped(t, "europe-1947")}
	opts := lab.Options{Runs: 6, Seed: 2}
	together := AskHindcast(t.Context(), shared, scenarios, opts)
	if together.Played != 6 || len(together.Verdicts) != len(shared) {
		t.Errorf("%d episodes of one scenario took %d runs and are %d verdicts", len(shared), together.Played, len(together.Verdicts))
	}
	for k, ep := range shared {
		alone := AskHindcast(t.Context(), []Episode{ep}, scenarios, opts).Verdicts[0]
		if a, b := text(t, together.Verdicts[k]), text(t, alone); a != b || alone.Runs != 6 {
			t.Errorf("%s beside others is\n%s\nalone\n%s", ep.ID, a, b)
		}
	}
}

// V4 tells of the headline pact of its scenario beside the claims that it is scored by: with the chance that its figure has, and with what
// the score would be.
func TestV4TellsOfItsHeadline(t *testing.T) {
	ep, _ := FindEpisode("V4")
	s := shipped(t, ep.Scenario)
	v := AskHindcast(t.Context(), []Episode{ep}, map[string]sim.Scenario{ep.Scenario: s}, lab.Options{Runs: 60, Seed: 2}).Verdicts[0]
	if len(v.Aside) != 1 || v.Aside[0].Clause != s.Headline || v.Aside[0].State != "" || v.Aside[0].Truth || v.Aside[0].Why == "" {
		t.Fatalf("told aside is %+v", v.Aside)
	}
	a := v.Aside[0]
	for _, c := range v.Claims {
		if c.About == a.About {
			t.Errorf("%s is scored", a.About)
		}
	}
	if last := v.Figures[len(v.Figures)-1]; last.Value != a.Chance.Mean || last.Target != nil {
		t.Errorf("the figure told is %v, the chance %v", last, a.Chance.Mean)
	}
	n := float64(len(v.Claims))
	with, p := v.WithAsides(), a.Chance.Mean
	if want := (n*v.Scores[0].Brier + p*p) / (n + 1); math.Abs(with.Brier-want) > 1e-9 {
		t.Errorf("with it the Brier score is %v, want %v", with.Brier, want)
	}
	if want := n * v.Scores[0].Accuracy / (n + 1); p <= 0.5 || math.Abs(with.Accuracy-want) > 1e-9 {
		t.Errorf("with it, at a chance of %v, the share on the right side is %v, want %v", p, with.Accuracy, want)
	}
	var out bytes.Buffer
	h := &Hindcast{Verdicts: []Verdict{v}}
	if err := h.writeClaims(&out); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&out).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	scored := slices.Index(rows[0], "scored")
	for _, row := range rows[1:] {
		if is, want := row[scored] == "1", row[1] != a.About; is != want {
			t.Errorf("of %s the table says that it is scored: %v", row[1], is)
		}
	}
}

func TestTablesOfAHindcast(t *testing.T) {
	h := AskHindcast(t.Context(), Episodes[:1], map[string]sim.Scenario{Episodes[0].Scenario: shipped(t, Episodes[0].Scenario)},
		lab.Options{Runs: 4, Seed: 2})
	v := h.Verdicts[0]
	for k, want := range []int{len(v.Claims), len(v.Scores)} {
		var out bytes.Buffer
		if err := h.Tables()[k].Write(&out); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(&out).ReadAll()
		if err != nil || len(rows) != 1+want || want == 0 || rows[1][0] != v.ID {
			t.Errorf("%s has %d rows for %d (%v)", h.Tables()[k].Name, len(rows)-1, want, err)
		}
	}
}
