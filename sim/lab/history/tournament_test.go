package history

import (
	"context"
	"maps"
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

// What is learnt by heart is of no use for what was not seen: a rule that knows all that it was shown is no better than a coin on
// what it was not.
func TestARuleThatLearnsByHeartIsPunished(t *testing.T) {
	var episodes []Episode
	for _, id := range []string{"a yes", "b no", "c yes", "d no"} {
		episodes = append(episodes, Episode{ID: id, Scenario: id})
	}
	tour := &Tournament{Episodes: episodes, Inputs: []string{"none"}, Trials: 200, Runs: 200, Seed: 1}
	var ids []string
	for _, ep := range episodes {
		ids = append(ids, ep.ID)
	}
	compete := func(held, judged []string) map[string]float64 {
		found, err := tour.compete(t.Context(), parrot{episodes}, nil, "by heart", held, judged)
		if err != nil {
			t.Fatal(err)
		}
		return found.Scores
	}
	seen := compete(nil, ids)
	for _, id := range ids {
		if seen[id] > 0.01 {
			t.Errorf("shown %q, it is off by %v", id, seen[id])
		}
		if held := compete([]string{id}, []string{id}); len(held) != 1 || held[id] < 0.2 {
			t.Errorf("of %q, which it has not seen, it knows %v", id, held)
		}
	}
}

// What a fit finds hangs on nothing of what is held out: told the opposite of what happened there, it tries the same points and
// finds them just as surprising; told the opposite of what it is shown, it does not.
func TestAFitDoesNotSeeWhatIsHeldOut(t *testing.T) {
	fitted := func(tour *Tournament) map[string]string {
		m := &memory{known: map[string]string{}}
		tour.Ledger = m
		worlds := map[string]*sim.World{}
		for name, s := range tour.Scenarios["coded"] {
			worlds[name] = sim.NewWorld(s)
		}
		if _, err := tour.compete(t.Context(), &player{tour.Entrants[0], worlds}, nil, "fit", []string{"V4"}, []string{"V4"}); err != nil {
			t.Fatal(err)
		}
		return m.known
	}
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
		return fitted(tour)
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
	if len(asIs) != 5 {
		t.Errorf("three trials, weights and a score are noted as %v", asIs)
	}
	known := fitted(little(t, "base"))
	if held := noted("asia-1950"); !same(known, held) || known["fit score V4"] == held["fit score V4"] {
		t.Errorf("with the truth of what is held out turned round, what was\n%v\nis\n%v", known, held)
	}
	if same(known, asIs) {
		t.Error("with the truth of what it is shown turned round, a fit finds the same")
	}
}

// A tournament is the same in one go, in two parts that share a ledger, and remembered; every entrant is scored on every episode.
func TestATournamentInParts(t *testing.T) {
	whole, err := little(t, "base", "power-disparity").Run(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(whole.Rows) != 2 || len(whole.Rows[0].Held) != 5 || len(whole.Rows[1].Seen) != 5 || len(whole.Patrons) != 0 || len(whole.Fits) != whole.ToFit {
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
		if part == 0 && (len(last.Fits) != last.ToFit/2 || len(last.Rows[0].Held) != 0) {
			t.Errorf("one of two parts has made %d of %d fits, and held out %v", len(last.Fits), last.ToFit, last.Rows[0].Held)
		}
	}
	if a, b := text(t, whole), text(t, last); a != b {
		t.Errorf("in one go\n%s\nin parts\n%s", a, b)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cut := little(t, "base", "power-disparity")
	cut.Workers, cut.Fitted = 1, func(done, _ int) {
		if done == 3 {
			cancel()
		}
	}
	some, err := cut.Run(ctx)
	if err == nil || len(some.Fits) != 3 || !some.CutShort() || some.Rows[0].Scored == 0 || len(some.Rows[0].Held) == 5 && some.Rows[1].Fits > 0 {
		t.Errorf("cancelled after three fits, it came to %s (%v)", text(t, some), err)
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
	if err != nil || len(f.totals) != 120 {
		t.Fatalf("%d trials (%v)", len(f.totals), err)
	}
	if count.asked >= 4*len(f.totals) {
		t.Errorf("all %d trials were played in full", len(f.totals))
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

// What is written to a file and read again tells the same standings without playing, and the weights in it have the scores that it
// says; a rule that turns other weights than it did is told.
func TestShippedFitsAreTheFits(t *testing.T) {
	whole, err := little(t, "base").Run(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var file strings.Builder
	if err := whole.Shipped("entente tournament", "0123").Write(&file); err != nil {
		t.Fatal(err)
	}
	kept, err := ReadShippedFits(file.String())
	if err != nil {
		t.Fatal(err)
	}
	if kept.Made != "entente tournament" || kept.Read != "0123" || kept.Runs != 4 || kept.Trials != 3 || kept.Seed != 2 || len(kept.Episodes) != 5 {
		t.Errorf("it was made by %+v", kept)
	}
	known, err := kept.Known()
	if err != nil {
		t.Fatal(err)
	}
	tour := little(t, "base")
	tour.TellOnly, tour.Ledger = true, &memory{known: known}
	told, err := tour.Run(t.Context())
	if a, b := text(t, whole), text(t, told); err != nil || a != b {
		t.Errorf("played it is\n%s\nread it is\n%s\n(%v)", a, b, err)
	}
	f := kept.Fits[slices.IndexFunc(kept.Fits, func(f Fit) bool { return slices.Equal(f.Held, []string{"V4"}) })]
	if got := tour.Again(t.Context(), f); !maps.Equal(got, f.Scores) {
		t.Errorf("played again %v scores %v", f, got)
	}
	f.Values[3] = 10 // reluctance
	if got := tour.Again(t.Context(), f); maps.Equal(got, f.Scores) {
		t.Error("with another weight it scores the same")
	}
	kept.Fits[0].Weights[0] = "decision.gone"
	if _, err := kept.Known(); err == nil {
		t.Error("a weight that is gone is not missed")
	}
	if _, err := ReadShippedFits(strings.Replace(file.String(), "# seed: 2", "# seed: two", 1)); err == nil {
		t.Error("a seed that is none is read")
	}
}

// Fits that begin alike share what they begin with, and find what each would find alone.
func TestFitsOfOneEntrantBeginTogether(t *testing.T) {
	var episodes [][]Episode
	for _, id := range []string{"a yes", "b no", "c yes", "d no"} {
		episodes = append(episodes, []Episode{{ID: id, Scenario: id}})
	}
	count := &counted{contender: parrot{slices.Concat(episodes...)}}
	alone := &fit{contender: count, shown: episodes[:3], trials: 40, runs: 100, seed: 3}
	x, err := alone.best(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	asked, start := count.asked, &common{known: map[string]float64{}}
	if _, err := (&fit{contender: count, shown: episodes[1:], trials: 40, runs: 100, seed: 3, common: start}).best(t.Context()); err != nil {
		t.Fatal(err)
	}
	count.asked = 0
	after := &fit{contender: count, shown: episodes[:3], trials: 40, runs: 100, seed: 3, common: start}
	if again, err := after.best(t.Context()); err != nil || !slices.Equal(again, x) {
		t.Errorf("alone it finds %v, after another %v (%v)", x, again, err)
	}
	if first := alone.generation() + 1; count.asked != asked-2*first {
		t.Errorf("after another fit that was shown two of its episodes it plays %d times, alone %d, and the first %d points are shared", count.asked, asked, first)
	}
}
