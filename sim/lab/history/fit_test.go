package history

import (
	"context"
	"math"
	"slices"
	"strings"
	"testing"

	"entente/sim/lab/stats"
)

// parrot is a made-up rule that learns by heart: it has a weight for the answer of every episode, and says that.
type parrot struct{ episodes []Episode }

func (p parrot) weights() int { return len(p.episodes) }

func (p parrot) values(x []float64) []float64 { return x }

func (p parrot) foretell(_ context.Context, x []float64, episodes []Episode, runs int, _ uint64) ([][]Claim, bool) {
	var all [][]Claim
	for _, ep := range episodes {
		k := slices.IndexFunc(p.episodes, func(e Episode) bool { return e.ID == ep.ID })
		count := int(math.Round(float64(runs) / (1 + math.Exp(-4*x[k]))))
		all = append(all, []Claim{{Truth: strings.HasSuffix(ep.ID, "yes"), Chance: stats.ShareOf(count, runs)}})
	}
	return all, true
}

// A point that cannot become a parent is left before all is played; the best is the same as if it had not been.
func TestHopelessPointsAreLeft(t *testing.T) {
	var episodes [][]Episode
	for _, id := range []string{"a yes", "b no", "c yes", "d no"} {
		episodes = append(episodes, []Episode{{ID: id, Scenario: id}})
	}
	count := &counted{forecaster: parrot{slices.Concat(episodes...)}}
	f := &fit{forecaster: count, shown: episodes, trials: 120, runs: 100, seed: 3}
	x, err := f.best(t.Context())
	if err != nil || len(f.totals) != 120 {
		t.Fatalf("%d trials (%v)", len(f.totals), err)
	}
	if count.asked >= 4*len(f.totals) {
		t.Errorf("all %d trials were played in full", len(f.totals))
	}
	least := slices.Min(f.totals)
	again := &fit{forecaster: parrot{slices.Concat(episodes...)}, shown: episodes, trials: 1, runs: 100, seed: 3}
	if got := again.try(t.Context(), x); got != least {
		t.Errorf("the best point is said to have %v, and has %v", least, got)
	}
}

type counted struct {
	forecaster
	asked int
}

func (c *counted) foretell(ctx context.Context, x []float64, episodes []Episode, runs int, seed uint64) ([][]Claim, bool) {
	c.asked++
	return c.forecaster.foretell(ctx, x, episodes, runs, seed)
}

// Fits that begin alike share what they begin with, and find what each would find alone.
func TestFitsOfOneEntrantBeginTogether(t *testing.T) {
	var episodes [][]Episode
	for _, id := range []string{"a yes", "b no", "c yes", "d no"} {
		episodes = append(episodes, []Episode{{ID: id, Scenario: id}})
	}
	count := &counted{forecaster: parrot{slices.Concat(episodes...)}}
	alone := &fit{forecaster: count, shown: episodes[:3], trials: 40, runs: 100, seed: 3}
	x, err := alone.best(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	asked, start := count.asked, &openings{known: map[string]float64{}}
	if _, err := (&fit{forecaster: count, shown: episodes[1:], trials: 40, runs: 100, seed: 3, openings: start}).best(t.Context()); err != nil {
		t.Fatal(err)
	}
	count.asked = 0
	after := &fit{forecaster: count, shown: episodes[:3], trials: 40, runs: 100, seed: 3, openings: start}
	if again, err := after.best(t.Context()); err != nil || !slices.Equal(again, x) {
		t.Errorf("alone it finds %v, after another %v (%v)", x, again, err)
	}
	if first := alone.generation() + 1; count.asked != asked-2*first {
		t.Errorf("after another fit that was shown two of its episodes it plays %d times, alone %d, and the first %d points are shared", count.asked, asked, first)
	}
}
