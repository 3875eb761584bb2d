package history

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

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
		Scenarios: map[string]sim.Scenario{}, Knobs: Knobs[:3], Runs: 4, Seed: 1, Rounds: 2, Particles: 4, Levels: 2, Ledger: m,
	}
	for _, id := range []string{"V1", "V2", "V4", "V6"} {
		ep, _ := FindEpisode(id)
		s := shipped(t, ep.Scenario)
		c.Scenarios[ep.Scenario], c.Start = s, s.Parameters
		c.Episodes = append(c.Episodes, ep)
	}
	return c
}

// Interrupted, a calibration goes on where it stopped: another with its ledger makes the trials that are left and finds the same. So
// it does where some of what is remembered is no trial, or none at all.
func TestACalibrationGoesOnWhereItStopped(t *testing.T) {
	all := &memory{known: map[string]string{}}
	whole, err := small(t, all).Run(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	m := &memory{known: map[string]string{}, stop: cancel, after: 10}
	if found, err := small(t, m).Run(ctx); !errors.Is(err, context.Canceled) || found != nil {
		t.Fatalf("the calibration was not interrupted: %v", err)
	}
	made := len(m.keys)
	again := small(t, m)
	told := 0
	again.Tried = func(n int, stage string, distance float64) {
		if told++; all.known[strconv.Itoa(n)] == "" || !strings.HasPrefix(all.known[strconv.Itoa(n)], stage+","+strconv.FormatFloat(distance, 'g', -1, 64)+",") {
			t.Errorf("trial %d (%s) is told to lie at %v, and is noted as %q", n, stage, distance, all.known[strconv.Itoa(n)])
		}
	}
	rest, err := again.Run(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(whole, rest) {
		t.Errorf("interrupted and resumed it found\n%+v\nin one go\n%+v", rest, whole)
	}
	if made != 10 || len(m.keys) != whole.Trials || told != whole.Trials-made {
		t.Errorf("%d trials before the interruption, %d in all, %d told of after it, %d in one go", made, len(m.keys), told, whole.Trials)
	}
	for k, key := range m.keys {
		if key != strconv.Itoa(k) || m.known[key] != all.known[key] {
			t.Fatalf("note %d is %s = %s, in one go %s", k, key, m.known[key], all.known[strconv.Itoa(k)])
		}
	}
	for k, garbage := range []string{"", "nonsense", "first,1", "first,much,1,2,3"} {
		m.known[strconv.Itoa(k)] = garbage
	}
	if rest, err = small(t, m).Run(context.Background()); err != nil || !reflect.DeepEqual(whole, rest) {
		t.Errorf("with a ledger that is spoilt it found\n%+v (%v)\nin one go\n%+v", rest, err, whole)
	}
	if whole.Distance+whole.Penalty > whole.Start {
		t.Errorf("the best point is worse than the start: %v + %v against %v", whole.Distance, whole.Penalty, whole.Start)
	}
}

// Its head counts what all trials play, remembered or not: each plays the scenarios of the episodes, each once and as often as
// asked. It says which episodes they were.
func TestACalibrationCountsItsRuns(t *testing.T) {
	found, err := small(t, &memory{known: map[string]string{}}).Run(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	h := found.Head
	if want := found.Trials * 3 * 4; h.Asked != 4 || h.Runs != 4 || h.Played != want || h.ToPlay != want || h.CutShort() || h.Seed != 1 || h.Question != "calibrate" {
		t.Errorf("%d trials of three scenarios count %+v", found.Trials, h)
	}
	if want := []string{"V1", "V2", "V4", "V6"}; !slices.Equal(found.Episodes, want) {
		t.Errorf("it was fitted to %v, and says to %v", want, found.Episodes)
	}
	kept := text(t, found)
	var back Calibrated
	if err := json.Unmarshal([]byte(kept), &back); err != nil || text(t, &back) != kept {
		t.Errorf("read back (%v) it is\n%s\nit was\n%s", err, text(t, &back), kept)
	}
}

// What ODD.md says of the search is so: how surprised the priors' centres are by history, and how much is left of it in the
// shipped file, the distance from the centres included.
func TestODDTellsWhatTheSearchFound(t *testing.T) {
	page, err := os.ReadFile("../../ODD.md")
	if err != nil {
		t.Fatal(err)
	}
	told := regexp.MustCompile(`started, the sum is ([0-9.]+), and in the file ([0-9.]+) \(`).FindStringSubmatch(strings.Join(strings.Fields(string(page)), " "))
	if told == nil {
		t.Fatal("ODD.md no longer says what the sum was at the start and in the file")
	}
	c := &Calibration{Scenarios: map[string]sim.Scenario{}, Knobs: Knobs, Runs: 20, Episodes: decided(t)}
	for _, ep := range c.Episodes {
		c.Scenarios[ep.Scenario] = shipped(t, ep.Scenario)
	}
	c.Start = c.Scenarios["europe-1947"].Parameters
	file := make([]float64, len(Knobs))
	for i, k := range Knobs {
		file[i] = k.spreads(k.Value(c.Start))
	}
	for i, x := range [][]float64{make([]float64, len(Knobs)), file} {
		if got := strconv.FormatFloat(c.Distance(t.Context(), turn(c.Start, Knobs, x), 1)+penalty(x), 'f', 1, 64); got != told[1+i] {
			t.Errorf("ODD.md tells of a sum of %s, and it is %s", told[1+i], got)
		}
	}
}
