package sim_test

import (
	"hash/fnv"
	"math"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"entente/scenarios"
	"entente/sim"
)

func shipped(t testing.TB, name string) sim.Scenario {
	t.Helper()
	l, err := scenarios.Load(name, scenarios.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return l.Scenario
}

// fingerprint is a number that changes when anything that happens in a few runs does.
func fingerprint(s sim.Scenario, runs uint64) uint64 {
	w := sim.NewWorld(s)
	r := sim.NewRun(w)
	h := fnv.New64a()
	note := func(v float64) {
		var b [8]byte
		for i := range b {
			b[i] = byte(math.Float64bits(v) >> (8 * i))
		}
		h.Write(b[:])
	}
	for k := range runs {
		r.Start(1, k)
		for r.Step() {
			for i := range w.States {
				note(r.Threat(i))
				note(r.TradeLost(i))
				note(r.Cooperation(i))
				for c := range w.Clauses {
					_, chance, _ := r.Decided(c, i)
					note(chance)
					note(float64(r.FirstRatified(c, i)))
				}
			}
		}
	}
	return h.Sum64()
}

// TestEveryKnobTurnsSomething moves each parameter of the theory and looks for a change in some shipped scenario. One
// that moves nothing is decoration.
func TestEveryKnobTurnsSomething(t *testing.T) {
	names := []string{"europe-1947", "pacific-2025"}
	before := map[string]uint64{}
	worlds := map[string]sim.Scenario{}
	for _, n := range names {
		worlds[n] = shipped(t, n)
		before[n] = fingerprint(worlds[n], 3)
	}
	// Some knobs have a say only where somebody signs, where a rival courts, where a treaty gives no depth of its own.
	eager := worlds["pacific-2025"]
	eager.Parameters.Decision.Reluctance = -5
	eager.Ties = map[string]sim.Tie{}
	for id, tie := range worlds["pacific-2025"].Ties {
		if tie.Guarantor == "" {
			tie.Depth = nil
		}
		eager.Ties[id] = tie
	}
	courted := worlds["pacific-2025"]
	courted.Rivals = map[string]sim.Rival{}
	for id, r := range worlds["pacific-2025"].Rivals {
		r.Posture = sim.Conciliatory
		courted.Rivals[id] = r
	}
	adaptive := eager
	adaptive.Rivals = map[string]sim.Rival{}
	for id, r := range worlds["pacific-2025"].Rivals {
		r.Posture = sim.Adaptive
		adaptive.Rivals[id] = r
	}
	for name, s := range map[string]sim.Scenario{"eager": eager, "courted": courted, "adaptive": adaptive} {
		names = append(names, name)
		worlds[name], before[name] = s, fingerprint(s, 3)
	}

	groups := reflect.TypeFor[sim.Parameters]()
	for g := range groups.NumField() {
		for k := range groups.Field(g).Type.NumField() {
			field := groups.Field(g).Type.Field(k)
			name := groups.Field(g).Tag.Get("toml") + "." + field.Tag.Get("toml")
			low, high, _ := strings.Cut(strings.Trim(field.Tag.Get("range"), "[]"), ",")
			lo, _ := strconv.ParseFloat(low, 64)
			hi, _ := strconv.ParseFloat(high, 64)
			moved := false
			for _, n := range names {
				s := worlds[n]
				v := reflect.ValueOf(&s.Parameters).Elem().Field(g).Field(k)
				if v.Float() < (lo+hi)/2 {
					v.SetFloat(v.Float() + (hi-v.Float())/3)
				} else {
					v.SetFloat(v.Float() - (v.Float()-lo)/3)
				}
				if moved = fingerprint(s, 3) != before[n]; moved {
					break
				}
			}
			if !moved {
				t.Errorf("turning %s moves nothing in %v", name, names)
			}
		}
	}
}

func TestARunAllocatesNothing(t *testing.T) {
	for _, name := range []string{"pacific-2025", "europe-1947"} {
		r := sim.NewRun(sim.NewWorld(shipped(t, name)))
		k := uint64(0)
		allocs := testing.AllocsPerRun(20, func() {
			r.Start(1, k)
			for r.Step() {
			}
			k++
		})
		if allocs != 0 {
			t.Errorf("%s: a run allocates %v times", name, allocs)
		}
	}
}

// BenchmarkRun plays the baseline; ns/tick is the time of one quarter of 27 states.
func BenchmarkRun(b *testing.B) {
	w := sim.NewWorld(shipped(b, "pacific-2025"))
	r := sim.NewRun(w)
	b.ReportAllocs()
	for k := uint64(0); b.Loop(); k++ {
		r.Start(1, k)
		for r.Step() {
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*w.Calendar.Ticks()), "ns/tick")
}
