package history

import (
	"context"
	"math"
	"slices"
	"strings"
	"testing"

	"entente/sim"
	"entente/sim/lab/stats"
)

// little is a tournament of five episodes with a few trials.
func little(t *testing.T, entrants ...string) *Tournament {
	t.Helper()
	found, unknown := FindEntrants(entrants)
	if unknown != "" {
		t.Fatalf("no entrant %s", unknown)
	}
	of := map[string]sim.Scenario{}
	var episodes []Episode
	for _, ep := range Episodes {
		if !ep.Open {
			episodes, of[ep.Scenario] = append(episodes, ep), shipped(t, ep.Scenario)
		}
	}
	return &Tournament{Episodes: episodes, Scenarios: map[string]map[string]sim.Scenario{"coded": of}, Inputs: []string{"coded"}, Entrants: found, Trials: 3,
		Runs: 4, Seed: 2}
}

// parrot is a made-up rule that learns by heart: it has a weight for the answer of every episode, and says that.
type parrot struct{ episodes []Episode }

func (p parrot) weights() int { return len(p.episodes) }

func (p parrot) foretell(_ context.Context, x []float64, episodes []Episode, runs int, _ uint64) ([][]Claim, bool) {
	var all [][]Claim
	for _, ep := range episodes {
		k := slices.IndexFunc(p.episodes, func(e Episode) bool { return e.ID == ep.ID })
		count := int(math.Round(float64(runs) / (1 + math.Exp(-4*x[k]))))
		all = append(all, []Claim{{Truth: strings.HasSuffix(ep.ID, "yes"), Chance: stats.ShareOf(count, runs)}})
	}
	return all, true
}

// What is learnt by heart is of no use for what was not seen: a rule that knows all that it was shown is no better than a coin on
// what it was not.
func TestARuleThatLearnsByHeartIsPunished(t *testing.T) {
	var episodes []Episode
	for _, id := range []string{"a yes", "b no", "c yes", "d no"} {
		episodes = append(episodes, Episode{ID: id, Scenario: id})
	}
	tour := &Tournament{Episodes: episodes, Trials: 200, Runs: 200, Seed: 1}
	var ids []string
	for _, ep := range episodes {
		ids = append(ids, ep.ID)
	}
	seen, err := tour.compete(t.Context(), parrot{episodes}, "by heart", nil, ids)
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range ids {
		if seen[id] > 0.01 {
			t.Errorf("shown %q, it is off by %v", id, seen[id])
		}
		held, err := tour.compete(t.Context(), parrot{episodes}, "by heart", []string{id}, []string{id})
		if err != nil || len(held) != 1 || held[id] < 0.2 {
			t.Errorf("of %q, which it has not seen, it knows %v (%v)", id, held, err)
		}
	}
}

// What a fit finds hangs on nothing of what is held out: told the opposite of what happened there, it tries the same points and
// finds them just as surprising; told the opposite of what it is shown, it does not.
func TestAFitDoesNotSeeWhatIsHeldOut(t *testing.T) {
	noted := func(flip string) map[string]string {
		tour := little(t, "base")
		s := tour.Scenarios["coded"][flip]
		s.Truth = map[string]sim.Truth{}
		for id, truth := range tour.Scenarios["coded"][flip].Truth {
			was := truth
			truth.InForce, truth.Signed, truth.Members = 0, nil, nil
			if was.InForce == 0 {
				truth.InForce = s.Start + 1
			}
			s.Truth[id] = truth
		}
		tour.Scenarios["coded"][flip] = s
		m := &memory{known: map[string]string{}}
		tour.Ledger = m
		p := &player{tour.Entrants[0], tour.Scenarios["coded"], 0}
		if _, err := tour.compete(t.Context(), p, "fit", []string{"V4"}, []string{"V4"}); err != nil {
			t.Fatal(err)
		}
		return m.known
	}
	same := func(a, b map[string]string) bool {
		for key, v := range a {
			if !strings.Contains(key, "score") && b[key] != v {
				return false
			}
		}
		return true
	}
	asIs := noted("europe-1982") // V3 has no clause but one, whose truth the others do not share
	if len(asIs) != 4 {
		t.Errorf("three trials and a score are noted as %v", asIs)
	}
	tour := little(t, "base")
	m := &memory{known: map[string]string{}}
	tour.Ledger = m
	if _, err := tour.compete(t.Context(), &player{tour.Entrants[0], tour.Scenarios["coded"], 0}, "fit", []string{"V4"}, []string{"V4"}); err != nil {
		t.Fatal(err)
	}
	if held := noted("asia-1950"); !same(m.known, held) || m.known["fit score V4"] == held["fit score V4"] {
		t.Errorf("with the truth of what is held out turned round, what was\n%v\nis\n%v", m.known, held)
	}
	if same(m.known, asIs) {
		t.Error("with the truth of what it is shown turned round, a fit finds the same")
	}
}

// A tournament is the same in one go, in two parts that share a ledger, and remembered; every entrant is scored on every episode.
func TestATournamentInParts(t *testing.T) {
	whole, err := little(t, "base", "power-disparity").Run(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(whole.Rows) != 2 || len(whole.Rows[0].Held) != 5 || len(whole.Rows[1].Seen) != 5 || len(whole.Patrons) != 0 || whole.Fits != whole.ToFit {
		t.Errorf("it came to %s", text(t, whole))
	}
	m := &memory{known: map[string]string{}}
	var last *Standings
	for part := range 2 {
		tour := little(t, "base", "power-disparity")
		tour.Part, tour.Of, tour.Ledger = part+1, 2, m
		if last, err = tour.Run(t.Context()); err != nil {
			t.Fatal(err)
		}
		if part == 0 && (last.Fits != last.ToFit/2 || len(last.Rows[0].Held) != 0) {
			t.Errorf("one of two parts has made %d of %d fits, and held out %v", last.Fits, last.ToFit, last.Rows[0].Held)
		}
	}
	if a, b := text(t, whole), text(t, last); a != b {
		t.Errorf("in one go\n%s\nin parts\n%s", a, b)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := little(t, "base").Run(ctx); err == nil {
		t.Error("cancelled, it has an answer")
	}
}

// Episodes of one scenario, and of one built on it, are held out together.
func TestWhatSharesAWorldIsHeldOutTogether(t *testing.T) {
	episodes, patrons := little(t, "base").folds()
	var sets []string
	for _, f := range episodes {
		sets = append(sets, strings.Join(f.Held, " "))
	}
	if !slices.Equal(sets, []string{"V1 V2 V3", "V4", "V6"}) {
		t.Errorf("held out together are %q", sets)
	}
	if len(patrons) != 0 {
		t.Errorf("all five have one patron, and %v would be held out by theirs", patrons)
	}
}

// Whatever stands in sim.Parameters enters, by its line there; what a term weighs goes with the term.
func TestWhoEnters(t *testing.T) {
	all := Entrants()
	names := map[string]int{}
	for _, e := range all {
		names[e.Name] = len(e.Weights)
	}
	for _, theory := range sim.Theories() {
		if _, ok := names[theory.Name]; !ok {
			t.Errorf("%s does not enter", theory.Name)
		}
	}
	for name, weights := range map[string]int{"article": 18, "without-trade": 17, "without-threat-driver": 15, "without-volatility-driver": 16, "base": 4,
		"base+prospect-theory": 7, "prospect-theory": 4} {
		if names[name] != weights {
			t.Errorf("%s has %d weights, want %d", name, names[name], weights)
		}
	}
	if _, enters := names["base+balance-of-threat"]; enters {
		t.Error("balance of threat has no term that the base has not, and enters on it")
	}
	if len(names) != len(all) {
		t.Error("two entrants have one name")
	}
}

// A point that cannot become a parent is left before all is played; the best is the same as if it had not been.
func TestHopelessPointsAreLeft(t *testing.T) {
	var episodes [][]Episode
	for _, id := range []string{"a yes", "b no", "c yes", "d no"} {
		episodes = append(episodes, []Episode{{ID: id, Scenario: id}})
	}
	count := &counted{contender: parrot{slices.Concat(episodes...)}}
	f := &fit{contender: count, shown: episodes, trials: 120, runs: 100, seed: 3}
	x, err := f.best(t.Context())
	if err != nil || f.tried != 120 {
		t.Fatalf("%d trials (%v)", f.tried, err)
	}
	if count.asked >= 4*f.tried {
		t.Errorf("all %d trials were played in full", f.tried)
	}
	least := slices.Min(f.totals)
	again := &fit{contender: parrot{slices.Concat(episodes...)}, shown: episodes, trials: 1, runs: 100, seed: 3}
	if got := again.try(t.Context(), x); got != least {
		t.Errorf("the best point is said to have %v, and has %v", least, got)
	}
}

type counted struct {
	contender
	asked int
}

func (c *counted) foretell(ctx context.Context, x []float64, episodes []Episode, runs int, seed uint64) ([][]Claim, bool) {
	c.asked++
	return c.contender.foretell(ctx, x, episodes, runs, seed)
}
