package plots

import (
	"strings"
	"testing"

	"entente/sim/lab"
	"entente/sim/lab/stats"
)

func TestShortAxisIsOwnedUpTo(t *testing.T) {
	for _, c := range []struct {
		name  string
		short bool
	}{{"never", true}, {"always", false}} {
		notes := InForce(Figure{}, oddities()[c.name]).Notes
		if strings.Contains(notes, "The axis ends at") != c.short {
			t.Errorf("%s: the notes on the axis are wrong: %s", c.name, notes)
		}
	}
}

// What became of the clause stands in the chart where the scenario holds it, and the notes own up to a model on the wrong side.
func TestHistoryStandsBesideTheModel(t *testing.T) {
	never, always := madeUp(europe, 1947, 4, 36, 400), madeUp(europe, 1947, 4, 36, 400)
	for k := range never.InForce {
		never.InForce[k], always.InForce[k] = share(0, 400), share(1, 400)
	}
	came := lab.InHistory{InForce: 1949.64}
	ended := lab.InHistory{InForce: 1949.64, Ended: 1954}
	for name, c := range map[string]struct {
		s               *lab.Summary
		history         *lab.InHistory
		happened, wrong bool
	}{
		"came, never": {never, &came, true, true}, "came, always": {always, &came, true, false},
		"ended, always": {always, &ended, false, true}, "did not, never": {never, &lab.InHistory{}, false, false},
	} {
		c.s.InHistory = c.history
		f, notes := inFact(c.s), InForce(Figure{}, c.s).Notes
		if f.happened != c.happened || f.wrong != c.wrong || strings.Contains(notes, "vermilion") != c.wrong || !strings.Contains(notes, "Diamond") {
			t.Errorf("%s: %+v, told as %q", name, f, notes)
		}
		if want := map[*lab.InHistory]string{&came: "came into force in 1949 and lasted", &ended: "came into force in 1949 and ended in 1954"}[c.history]; !strings.Contains(notes, want) ||
			strings.Contains(notes, "never came into force") != (c.history.InForce == 0) {
			t.Errorf("%s: history is told as %q, want %q", name, notes, want)
		}
		_, end := period(c.s)
		if want := map[bool]float64{true: 1949.64, false: end}[c.happened]; f.at != want {
			t.Errorf("%s: history stands at %v, not %v", name, f.at, want)
		}
	}
	never.InHistory = nil
	if inFact(never) != nil || strings.Contains(InForce(Figure{}, never).Notes, "Diamond") {
		t.Error("a scenario that holds no history shows some")
	}
}

// What coding leaves open is drawn over time where it was asked for, and reaches into the axis.
func TestCodingIsDrawnOverTime(t *testing.T) {
	s := madeUp(europe, 1947, 4, 36, 400)
	if strings.Contains(InForce(Figure{}, s).Notes, "coding") || codingOverTime(s, s.InForce, 1) != nil {
		t.Error("coding is drawn where nobody asked")
	}
	for k := range s.InForce {
		s.InForce[k] = share(0.2, 400)
		s.InForce[k].Coding = &stats.Band{Low: 0.1, High: 0.2 + 0.02*float64(k)}
	}
	edges := codingOverTime(s, s.InForce, 1)
	if len(edges) != 2 || !strings.Contains(InForce(Figure{}, s).Notes, "Dashes: coding") {
		t.Fatalf("there are %d edges, told as %q", len(edges), InForce(Figure{}, s).Notes)
	}
	low, high := edges[0], edges[1]
	if low[0].Y != 0.1 || low[len(low)-1].Y != 0.1 || high[len(high)-1].Y != s.InForce[len(s.InForce)-1].Coding.High {
		t.Errorf("the edges run from %v to %v and from %v to %v", low[0], low[len(low)-1], high[0], high[len(high)-1])
	}
}

// Where constants leave a level open there is no line, only their band; where these runs fail to tell what constants do their band breaks off,
// and the notes say what is missing.
func TestOnlyLevelsThatAreToldHaveALine(t *testing.T) {
	s := madeUp(europe, 1947, 4, 12, 400)
	for k := range s.InForce {
		s.InForce[k] = share(0.3, 400)
		s.InForce[k].Constants = &stats.Band{Low: 0.2, High: 0.4}
	}
	plain := InForce(Figure{}, s).Notes
	*s.InForce[5].Constants = stats.Band{Low: 0.3, High: 0.3} // a hole
	for k := 8; k < 12; k++ {
		*s.InForce[k].Constants = stats.Band{Low: 0.1, High: 0.8}
	}
	lines, _ := chanceOverTime(s, s.InForce, 1)
	if end := s.Dates[8] + tickYears(s); len(lines) != 1 || lines[0][len(lines[0])-1].X != end {
		t.Errorf("the line, which should end at %v, is %v", end, lines)
	}
	open := constantsOverTime(s, s.InForce, 1)
	if len(open) != 2 || open[0][0].X != s.Dates[0]+tickYears(s) || open[1][0].X != s.Dates[6]+tickYears(s) {
		t.Errorf("what constants leave open is drawn as %v", open)
	}
	for _, want := range []string{"within a year of it, they are not told", "more than 40 points open"} {
		if notes := InForce(Figure{}, s).Notes; !strings.Contains(notes, want) || strings.Contains(plain, want) {
			t.Errorf("%q stands in the notes %q, or in %q", want, notes, plain)
		}
	}
}

// A chance of one half is on neither side of it.
func TestOneHalfIsNotWrong(t *testing.T) {
	for _, history := range []lab.InHistory{{}, {InForce: 1949.64}} {
		s := madeUp(europe, 1947, 4, 12, 400)
		s.InForce[11], s.InHistory = share(0.5, 400), &history
		if inFact(s).wrong {
			t.Errorf("%+v: one half is on the wrong side", history)
		}
	}
}
