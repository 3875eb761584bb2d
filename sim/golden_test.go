package sim_test

import (
	"bytes"
	"encoding/csv"
	"flag"
	"fmt"
	"hash"
	"hash/fnv"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"entente/sim"
)

var update = flag.Bool("update", false, "write the golden tables anew; then say in CHANGES.md what moved and why")

// golden holds rows to testdata/name. keys is how many of the first columns name a row; the last is a fingerprint of all that
// happened behind the row, so that a change of a last bit is seen too.
func golden(t *testing.T, name string, keys int, rows [][]string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		var text bytes.Buffer
		if err := csv.NewWriter(&text).WriteAll(rows); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, text.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	was, err := csv.NewReader(strings.NewReader(read(t, path))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	before := map[string][]string{}
	for _, row := range was {
		before[strings.Join(row[:keys], ", ")] = row
	}
	told := 0
	for _, row := range rows {
		at := strings.Join(row[:keys], ", ")
		old := before[at]
		delete(before, at)
		if slices.Equal(row, old) {
			continue
		}
		var moved []string
		for k := keys; k < len(row) && k < len(old); k++ {
			if row[k] != old[k] {
				moved = append(moved, fmt.Sprintf("%s %s, was %s", rows[0][k], row[k], old[k]))
			}
		}
		if told++; told <= 20 {
			t.Errorf("%s: %s", at, strings.Join(moved, "; "))
		}
	}
	if told > 20 {
		t.Errorf("and %d more", told-20)
	}
	for at := range before {
		t.Errorf("%s: no such row any more", at)
	}
}

// prints gathers figures into a fingerprint.
type prints struct{ hash.Hash64 }

func newPrints() prints { return prints{fnv.New64a()} }

func (p prints) note(v float64) {
	var b [8]byte
	for i := range b {
		b[i] = byte(math.Float64bits(v) >> (8 * i))
	}
	p.Write(b[:])
}

// taken is the fingerprint of what was noted since the last one was taken.
func (p prints) taken() string {
	defer p.Reset()
	return fmt.Sprintf("%016x", p.Sum64())
}

// short writes a figure for people: what it hides is in the fingerprint.
func short(v float64) string { return strconv.FormatFloat(v, 'g', 4, 64) }

// TestGoldenScenarios: a run of each of five shipped scenarios, looked at three times: at those who may sign its headline
// clause. The table changes when the model does; then say in CHANGES.md what, why, and which run moved.
func TestGoldenScenarios(t *testing.T) {
	rows := [][]string{{"scenario", "tick", "state", "threat", "alarm", "dependence", "stance", "cooperation", "trade_lost",
		"chance", "clause", "bits"}}
	for _, name := range []string{"europe-1947", "europe-1982", "asia-1950", "asia-1991", "pacific-2025"} {
		w := sim.NewWorld(shipped(t, name))
		c, end := w.Headline(), w.Calendar.Ticks()-1
		founders, openTo := w.Invited(c)
		r := sim.NewRun(w)
		r.Start(1, 0)
		behind := map[int]prints{}
		for _, i := range slices.Concat(founders, openTo) {
			behind[i] = newPrints()
		}
		for r.Step() {
			for _, i := range slices.Concat(founders, openTo) {
				_, chance, _ := r.Decided(c, i)
				figures := []float64{r.Threat(i), r.Alarm(i), r.Dependence(c, i), r.Stance(i), r.Cooperation(i), r.TradeLost(i), chance}
				row := []string{name, w.Calendar.Label(r.Tick), w.States[i]}
				for _, v := range figures {
					behind[i].note(v)
					row = append(row, short(v))
				}
				behind[i].note(float64(r.FirstRatified(c, i)))
				if r.Tick == end/3 || r.Tick == 2*end/3 || r.Tick == end {
					rows = append(rows, append(row, stands(r, c, i), behind[i].taken()))
				}
			}
		}
	}
	golden(t, "scenarios.csv", 3, rows)
}

// stands is where a state stands with a clause, in a word.
func stands(r *sim.Run, c, i int) string {
	switch {
	case r.Bound(c, i):
		return "bound"
	case r.Signed(c, i):
		return "signed"
	case r.FirstSigned(c, i) >= 0:
		return "left"
	}
	return "outside"
}

// TestGoldenWorlds: a hundred random worlds by the default rule, and four by each theory, as each run ends. All switches are off, so
// that a piece which is left out is seen to change nothing.
func TestGoldenWorlds(t *testing.T) {
	rows := [][]string{{"world", "theory", "states", "threat", "alarm", "trade_lost", "cooperation", "chance", "signed", "bound", "bits"}}
	theories := sim.Theories()
	sim.Worlds(100+4*len(theories), func(number uint64, s sim.Scenario) {
		s.Theory = sim.DefaultTheory
		s = sim.SwitchedOff(s)
		if number >= 100 {
			s.Theory = theories[number%uint64(len(theories))].Name
		}
		w := sim.NewWorld(s)
		r := sim.NewRun(w)
		all := newPrints()
		r.Start(1, number)
		for r.Step() {
			r.Figures(all.note)
		}
		c := w.Headline()
		var threat, alarm, lost, cooperation, chance float64
		var signed, bound int
		n := float64(w.N())
		for i := range w.States {
			_, p, _ := r.Decided(c, i)
			threat, alarm, lost = threat+r.Threat(i)/n, alarm+r.Alarm(i)/n, lost+r.TradeLost(i)/n
			cooperation, chance = cooperation+r.Cooperation(i)/n, chance+p/n
			if r.Signed(c, i) {
				signed++
			}
			if r.Bound(c, i) {
				bound++
			}
		}
		rows = append(rows, []string{strconv.Itoa(int(number)), s.Theory, strconv.Itoa(w.N()), short(threat), short(alarm), short(lost),
			short(cooperation), short(chance), strconv.Itoa(signed), strconv.Itoa(bound), all.taken()})
	})
	golden(t, "worlds.csv", 2, rows)
}
