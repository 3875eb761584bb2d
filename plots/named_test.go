package plots

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"

	"entente/scenarios"
	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/design"
	"entente/sim/lab/history"
	"entente/sim/networks"
)

// shipped reads a scenario with a figure changed.
func shipped(t *testing.T, name string) sim.Scenario {
	t.Helper()
	l, err := scenarios.Load(name, scenarios.Options{Set: []string{"levers.all.trade=0.9"}, Best: true})
	if err != nil {
		t.Fatal(err)
	}
	return l.Scenario
}

// Every kind of answer is whole in its JSON: read back, it is told by the same tables and drawn to the same bytes as if it
// had just been found.
func TestAnswersAreWholeInTheirJSON(t *testing.T) {
	ctx, few := t.Context(), lab.Options{Runs: 4, Seed: 7}
	pacific, base := shipped(t, "pacific-2025"), shipped(t, "asia-1950")
	whatIf := shipped(t, "soft-clause")
	checkWhole(t, "run", lab.Play(ctx, sim.NewWorld(pacific), few).Summarise(), OfRun)
	checkWhole(t, "ablation", lab.Ablate(ctx, pacific, few), OfAblation)
	checkWhole(t, "why, exact", lab.AskWhy(ctx, pacific, lab.Mechanisms[:2], 0, few), OfWhy)
	checkWhole(t, "why, sampled", lab.AskWhy(ctx, pacific, lab.Mechanisms, 0.01, few), OfWhy)
	worlds := []lab.Named{{Name: "pacific-2025", Scenario: pacific}, {Name: "soft-clause", Scenario: whatIf}}
	checkWhole(t, "comparison", lab.Compare(ctx, worlds, few), OfComparison)
	checkWhole(t, "library", lab.AskLibrary(ctx, [][]lab.Named{worlds}, few), OfLibrary)
	enough := lab.Options{Runs: 10, Seed: 7}
	flip := lab.FindFlip(ctx, base, "", 0.3, enough)
	if flip.Cheapest() == nil {
		t.Error("no lever of Asia in 1950 turns the answer, so that this test says nothing of flips")
	}
	checkWhole(t, "flip", flip, OfFlip)
	checkWhole(t, "flip, undecided", lab.FindFlip(ctx, pacific, "JPN", 0.1, few), OfFlip)
	w := sim.NewWorld(pacific)
	checkWhole(t, "pivots", lab.FindPivots(ctx, w, w.Headline(), w.Calendar.Tick(w.Opens(w.Headline()))+4, lab.MedianDisposition, few), OfPivots)
	checkWhole(t, "drivers", lab.AskDrivers(ctx, []*sim.World{sim.NewWorld(pacific), sim.NewWorld(base)}, few), OfDrivers)
	second := shipped(t, "manila-turns")
	doubted := lab.Doubted{Scenario: pacific, Second: &second, Error: 0.1, Figures: 1,
		Forms: []lab.Form{{Name: sim.CommonBase, Title: "The base", Constants: map[string]float64{"parameters.decision.home": 3}, Brier: 0.2}}}
	checkWhole(t, "doubt", lab.AskDoubt(ctx, doubted, enough), OfDoubt)
	past := shipped(t, "europe-1947")
	checkWhole(t, "theories", history.AskTheories(ctx, []sim.Scenario{past, base}, few), OfTheories)
	checkWhole(t, "hindcast", history.AskHindcast(ctx, history.Episodes, shippedHistory(t), few), OfHindcast)
	checkWhole(t, "calibrated", calibratedShortly(t), OfCalibrated)
	checkWhole(t, "landscape", madeUpLandscape(t, 6, 1, 1), OfLandscape)
	checkWhole(t, "landscape, sampled", madeUpLandscape(t, 30, 20, 1), OfLandscape)
	sobol := madeUpStudy(t, "commitment of a partner far away", design.NewSaltelli(3, 64, 1), 1, false)
	checkWhole(t, "sweep", sobol.Sweep(), OfSweep)
	checkWhole(t, "sensitivity", sobol.Sensitivity(), OfSensitivity)
	checkWhole(t, "sensitivity, Morris", madeUpStudy(t, "factor", design.NewMorris(3, 8, 4, 1), 4, false).Sensitivity(), OfSensitivity)
	checkWhole(t, "discover", sobol.Discover(lab.Interest{Output: "in-force", Value: 0.5}, -1), OfDiscovery)
	checkWhole(t, "tip", madeUpStudy(t, "factor", design.NewFactorial([][]float64{design.Even(5), design.Even(5)}), 9, false).Tip(), OfTip)
	checkWhole(t, "convergence", lab.FindConvergence(ctx, w, 0.05, few), OfConvergence)
	checkWhole(t, "peace", madeUpPeace(6, 1, &networks.TradeTies{Gain: []float64{3, 1}, Cost: 1, Spoils: 4}), OfPeace)
}

// shippedHistory are the scenarios of the episodes.
func shippedHistory(t *testing.T) map[string]sim.Scenario {
	all := map[string]sim.Scenario{}
	for _, ep := range history.Episodes {
		if _, ok := all[ep.Scenario]; !ok {
			all[ep.Scenario] = shipped(t, ep.Scenario)
		}
	}
	return all
}

// calibratedShortly is a calibration of a few trials.
func calibratedShortly(t *testing.T) *history.Calibrated {
	c := history.Calibration{
		Episodes: history.Episodes[:2], Scenarios: shippedHistory(t), Start: shipped(t, "europe-1947").Parameters, Knobs: history.Knobs()[:2],
		Runs: 2, Seed: 7, Rounds: 1,
		BurnIn: 2, Steps: 4,
	}
	found, err := c.Run(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// checkWhole sends an answer through its JSON and compares what comes out of it with the answer.
func checkWhole[T any, A interface {
	*T
	lab.Answer
}](t *testing.T, name string, found A, charts func(A) []Named) {
	t.Helper()
	text, err := json.Marshal(found)
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	back := A(new(T))
	if err := json.Unmarshal(text, back); err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	for _, fault := range lost(reflect.ValueOf(found), reflect.ValueOf(back), name) {
		t.Error(fault)
	}
	for _, c := range charts(found) {
		checkFigures(t, name+", "+c.Name, c)
		if of := func(table lab.Table) bool { return table.Name == c.Data }; !slices.ContainsFunc(found.Tables(), of) {
			t.Errorf("%s: the chart %s is said to draw %s, which is no table of the answer", name, c.Name, c.Data)
		}
	}
	before, after := filesOf(found, charts(found)), filesOf(back, charts(back))
	if len(found.Tables()) == 0 || len(charts(found)) == 0 {
		t.Errorf("%s has no tables or no charts", name)
	}
	if len(before) != len(after) {
		t.Errorf("%s: %d files before and %d after", name, len(before), len(after))
	}
	for file := range before {
		if !bytes.Equal(before[file], after[file]) {
			t.Errorf("%s: %s is another once the answer was read back:\n%s", name, file, firstChange(before[file], after[file]))
		}
	}
	if h := found.Top(); h.Question == "" || h.Format != lab.Format || h.Version == "" {
		t.Errorf("%s does not know itself: %+v", name, h)
	}
}

// filesOf are the tables and charts of an answer, by the names of their files.
func filesOf(a lab.Answer, charts []Named) map[string][]byte {
	files := map[string][]byte{}
	for _, table := range a.Tables() {
		var b bytes.Buffer
		if err := table.Write(&b); err != nil {
			panic(err)
		}
		files[table.Name] = b.Bytes()
	}
	for _, n := range charts {
		var b bytes.Buffer
		if err := n.Write(&b, "svg"); err != nil {
			panic(err)
		}
		files[n.Name+".svg"] = b.Bytes()
	}
	return files
}

// firstChange is the first line in which two files differ.
func firstChange(a, b []byte) string {
	x, y := strings.Split(string(a), "\n"), strings.Split(string(b), "\n")
	for k := range min(len(x), len(y)) {
		if x[k] != y[k] {
			return x[k] + "\n" + y[k]
		}
	}
	return "one of the two goes on"
}

// lost lists where a value read back differs from the one that was written, and which lists JSON writes as null. What is
// not exported or no data, such as how to remove a mechanism, nobody who shows an answer looks at.
func lost(a, b reflect.Value, path string) []string {
	var faults []string
	deeper := func(a, b reflect.Value, path string) { faults = append(faults, lost(a, b, path)...) }
	switch a.Kind() {
	case reflect.Pointer, reflect.Interface:
		if a.IsNil() != b.IsNil() {
			return []string{fmt.Sprintf("%s: there %v, back %v", path, !a.IsNil(), !b.IsNil())}
		}
		if !a.IsNil() {
			deeper(a.Elem(), b.Elem(), path)
		}
	case reflect.Struct:
		for k := range a.NumField() {
			f := a.Type().Field(k)
			if !f.IsExported() || f.Tag.Get("json") == "-" && f.Type.Kind() == reflect.Func {
				continue
			}
			if v := a.Field(k); v.Kind() == reflect.Slice && v.IsNil() && !strings.HasSuffix(f.Tag.Get("json"), ",omitempty") {
				faults = append(faults, path+"."+f.Name+" is null in JSON: a list is [] if it is empty")
			}
			deeper(a.Field(k), b.Field(k), path+"."+f.Name)
		}
	case reflect.Slice, reflect.Array:
		if a.Len() != b.Len() {
			return []string{fmt.Sprintf("%s: %d items, read back %d", path, a.Len(), b.Len())}
		}
		for k := range a.Len() {
			deeper(a.Index(k), b.Index(k), fmt.Sprintf("%s[%d]", path, k))
		}
	case reflect.Map:
		if a.Len() != b.Len() {
			return []string{fmt.Sprintf("%s: %d items, read back %d", path, a.Len(), b.Len())}
		}
		for _, key := range a.MapKeys() {
			if v := b.MapIndex(key); v.IsValid() {
				deeper(a.MapIndex(key), v, fmt.Sprintf("%s[%v]", path, key))
			} else {
				faults = append(faults, fmt.Sprintf("%s[%v] is gone", path, key))
			}
		}
	default:
		if !a.Equal(b) {
			faults = append(faults, fmt.Sprintf("%s: %v was read back as %v", path, a, b))
		}
	}
	return faults
}

func ExampleOfRun() {
	for _, n := range OfRun(europeSummary()) {
		w, h := n.Chart().Size()
		fmt.Printf("%s, %.0f x %.0f cm: %s\n", n.Name, w/vg.Centimeter, h/vg.Centimeter, n.Title())
	}
	// Output:
	// in-force, 9 x 7 cm: A made-up defence pact is in force at the end of 1955Q4 in 25.8 % of the runs (95 % interval 21.5 to 30.3 %)
	// signatures, 14 x 11 cm: 13 states are likelier to sign a made-up defence pact than not
	// terms, 14 x 12 cm: What speaks loudest against a made-up defence pact is the trade at risk, and for it security gained
	// web, 18 x 10 cm: The web: from 16 ties to 56.0 (48 to 64), from 4 arrangements to 6.0 (5 to 7)
	// growth, 14 x 10 cm: What grows: from 16 ties to 56.0 (48 to 64), most of all consultation (+28)
	// coalitions, 18 x 13 cm: The likeliest coalition is of 13 states, in 33.2 % of the runs; in 34.2 % there is none
}
