package history

import (
	"context"
	"encoding/json"
	"errors"
	"maps"
	"math"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"entente/scenarios"
	"entente/sim"
)

// memory is a ledger that keeps all it is told, in order.
type memory struct {
	mu    sync.Mutex
	known map[string]string
	keys  []string
	stop  func()
	after int // notes, after which stop is called
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
	m.known[key] = value
	if m.keys = append(m.keys, key); len(m.keys) == m.after {
		m.stop()
	}
}

// small is a calibration that takes no time.
func small(t *testing.T, m *memory) *Calibration {
	c := &Calibration{
		Scenarios: map[string]sim.Scenario{}, Knobs: Knobs()[:3], Runs: 2, Seed: 1, Rounds: 2, BurnIn: 3, Steps: 4, Ledger: m,
	}
	for _, id := range []string{"V1", "V2", "V4", "V6"} {
		ep, _ := FindEpisode(id)
		s := shipped(t, ep.Scenario)
		c.Scenarios[ep.Scenario], c.Start = s, s.Parameters
		c.Episodes = append(c.Episodes, ep)
	}
	return c
}

// Interrupted, a calibration goes on where it stopped: another with its ledger makes the trials that are left and finds
// the same. So it does where some of what is remembered is no trial, or none at all, and with any number of workers.
func TestACalibrationGoesOnWhereItStopped(t *testing.T) {
	if testing.Short() {
		t.Skip("plays many runs")
	}
	all := &memory{known: map[string]string{}}
	whole, err := small(t, all).Run(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, after := range []int{10, 60, len(all.keys) - 2} { // in the search, among draws of the priors, in the chains
		ctx, cancel := context.WithCancel(context.Background())
		m := &memory{known: map[string]string{}, stop: cancel, after: after}
		if found, err := small(t, m).Run(ctx); !errors.Is(err, context.Canceled) || found != nil {
			t.Fatalf("the calibration was not interrupted: %v", err)
		}
		cancel()
		made := len(m.keys)
		again := small(t, m)
		again.Workers = 3
		var told atomic.Int64
		again.Tried = func(_ int, key string, surprise float64) {
			told.Add(1)
			if !strings.HasPrefix(all.known[key], exactly(surprise)+",") {
				t.Errorf("trial %s is told to have %v, and is noted as %q", key, surprise, all.known[key])
			}
		}
		rest, err := again.Run(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(whole, rest) {
			t.Errorf("interrupted after %d trials and resumed it found\n%+v\nin one go\n%+v", after, rest, whole)
		}
		if made < after || len(m.keys) != len(all.keys) || int(told.Load()) != len(all.keys)-made || !maps.Equal(m.known, all.known) {
			t.Errorf("%d trials before the interruption, %d in all, %d told of after it; %d in one go", made, len(m.keys),
				told.Load(), len(all.keys))
		}
		for k, garbage := range []string{"", "nonsense", "much,1,2,3", "12"} {
			m.known["search-"+strconv.Itoa(k)] = garbage
		}
		if rest, err = small(t, m).Run(context.Background()); err != nil || !reflect.DeepEqual(whole, rest) {
			t.Errorf("with a ledger that is spoilt it found\n%+v (%v)\nin one go\n%+v", rest, err, whole)
		}
	}
	if whole.Best.Surprise+whole.Best.Penalty > whole.Start {
		t.Errorf("the best point is worse than the start: %v + %v against %v", whole.Best.Surprise, whole.Best.Penalty, whole.Start)
	}
	if whole.Converged() {
		t.Error("chains of four steps are said to have converged")
	}
}

// More steps go on from those that were taken.
func TestMoreStepsGoOn(t *testing.T) {
	if testing.Short() {
		t.Skip("plays many runs")
	}
	m := &memory{known: map[string]string{}}
	short, err := small(t, m).Run(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	before := len(m.keys)
	c := small(t, m)
	c.Steps += 2
	long, err := c.Run(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for n := range short.Chains {
		if !reflect.DeepEqual(short.Chains[n].States, long.Chains[n].States[:c.Steps-2]) {
			t.Errorf("chain %d took other steps", n+1)
		}
	}
	if more := len(m.keys) - before; more > 4*2+4 { // and the best point and the middle, anew and by the third seed
		t.Errorf("two more steps of four chains took %d trials", more)
	}
}

// Its head counts what all trials play, remembered or not: each plays the scenarios of the episodes by two seeds, large
// ones as often as asked and small ones more often. It says which episodes they were.
func TestACalibrationCountsItsRuns(t *testing.T) {
	if testing.Short() {
		t.Skip("plays many runs")
	}
	c := small(t, &memory{known: map[string]string{}})
	found, err := c.Run(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	runs := 0
	for _, j := range c.laid {
		runs += j.runs
	}
	h := found.Head // the two points that are checked by a third seed are played by that alone
	if want := (2*found.Trials - 2) * runs; h.Asked != 2 || h.Runs != 2 || h.Played != want || h.ToPlay != want || h.CutShort() || h.Seed != 1 || h.Question != "calibrate" {
		t.Errorf("%d trials of three scenarios count %+v", found.Trials, h)
	}
	if want := []string{"V1", "V2", "V4", "V6"}; !slices.Equal(found.Episodes, want) {
		t.Errorf("it was fitted to %v, and says to %v", want, found.Episodes)
	}
	if found.Third == found.Seeds[0] || found.Third == found.Seeds[1] || found.Seeds[0] == found.Seeds[1] {
		t.Errorf("the third seed is %d of %v", found.Third, found.Seeds)
	}
	kept := text(t, found)
	var back Calibrated
	if err := json.Unmarshal([]byte(kept), &back); err != nil || text(t, &back) != kept {
		t.Errorf("read back (%v) it is\n%s\nit was\n%s", err, text(t, &back), kept)
	}
}

// Of a posterior as wide as its prior all is left, on either scale, and where the prior ends at a range.
func TestWhatIsLeft(t *testing.T) {
	c := &Calibrated{Knobs: []Knob{
		{Name: "decision.reluctance", Centre: 2, Spread: 0.5}, {Name: "decision.home", Centre: 2, Spread: 0.5, Log: true},
		{Name: "decision.trade", Centre: 250, Spread: 1, Log: true},
	}}
	var low, high []float64
	for _, k := range c.Knobs {
		low, high = append(low, k.Quantile(0.05)), append(high, k.Quantile(0.95))
	}
	c.Chains = []Chain{{States: []Draw{{Values: low}, {Values: high}}}}
	for i, k := range c.Knobs {
		if got := c.Left(i); math.Abs(got-1) > 1e-9 {
			t.Errorf("of the prior of %s %v is left", k.Name, got)
		}
	}
	if q := c.Knobs[2].Quantile(0.999); q > 300 || c.Knobs[2].Quantile(0.5) >= 250 {
		t.Errorf("the prior of trade reaches beyond 300: %v", q)
	}
	high[1] = math.Sqrt(low[1] * high[1])
	if got := c.Left(1); math.Abs(got-0.5) > 1e-9 || len(c.Pinned()) != 0 {
		t.Errorf("half as wide on the scale of logarithms, and %v is left", got)
	}
	high[1] *= 0.99
	if got := c.Pinned(); !slices.Equal(got, []string{"decision.home"}) {
		t.Errorf("history pins down %v", got)
	}
}

// What ODD.md says of the search is so: how surprised the priors' centres are by history, and how much is left of it in
// the shipped file, the distance from the centres included.
func TestODDTellsWhatTheSearchFound(t *testing.T) {
	page, err := os.ReadFile("../../ODD.md")
	if err != nil {
		t.Fatal(err)
	}
	told := regexp.MustCompile(`started, the sum is ([0-9.]+), and in the file ([0-9.]+) \(`).FindStringSubmatch(strings.Join(strings.Fields(string(page)), " "))
	if told == nil {
		t.Fatal("ODD.md no longer says what the sum was at the start and in the file")
	}
	kept, err := scenarios.ShippedPosterior()
	if err != nil {
		t.Fatal(err)
	}
	c := &Calibration{Scenarios: map[string]sim.Scenario{}, Knobs: Knobs(), Runs: kept.Runs, Episodes: decided(t)}
	for _, ep := range c.Episodes {
		c.Scenarios[ep.Scenario] = shipped(t, ep.Scenario)
	}
	c.Start = c.Scenarios["europe-1947"].Parameters
	file := make([]float64, len(Knobs()))
	for i, k := range Knobs() {
		file[i] = k.Spreads(k.Value(c.Start))
	}
	for i, x := range [][]float64{make([]float64, len(Knobs())), file} {
		if got := strconv.FormatFloat(c.Surprise(t.Context(), turn(c.Start, Knobs(), x), kept.Seeds...)+penalty(Knobs(), x), 'f', 1,
			64); got != told[1+i] {
			t.Errorf("ODD.md tells of a sum of %s, and it is %s", told[1+i], got)
		}
	}
}
