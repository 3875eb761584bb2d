package lab

import (
	"context"
	"math"
	"slices"
	"testing"

	"entente/sim"
	"entente/sim/lab/stats"
)

// A state that feels a threat of 0.5, which adds 4 of a utility of 1 while trade takes 0.5 of it.
func TestHalfByHand(t *testing.T) {
	s := ablated(t, "pacific-2025", "parameters.decision.trade=50")
	decides := func(felt, threat, trade, utility float64) DrivenState {
		v := StateDrivers{Decided: 1, Felt: Range{Mean: felt}, Utility: Range{Mean: utility}}
		v.Adds[sim.ThreatDriver].Logits.Mean, v.Adds[sim.TradeDriver].Logits.Mean = threat, trade
		return DrivenState{Years: []StateDrivers{v}}
	}
	typical := decides(0.5, 4, -0.5, 1)
	idle := DrivenState{Years: []StateDrivers{{}}}
	h := half(sim.NewWorld(s), []DrivenState{idle, decides(0.1, 0.1, 0, -9), typical, decides(0.5, 9, -1, 9)}, 0)
	if h == nil || h.Slope != 8 || h.Intercept != -2.5 || h.Weight != 50 || h.States != 3 {
		t.Fatalf("of the median state it is %+v", h)
	}
	for _, c := range []struct{ trade, want float64 }{{0, 0.3125}, {0.01, 0.375}} {
		if got := h.Threat(c.trade); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("with %v of GDP at risk it is at %v, want %v", c.trade, got, c.want)
		}
	}
	for why, states := range map[string][]DrivenState{"nobody decides": {idle}, "nobody is afraid": {decides(0, 0, 0, 1)},
		"threat deters": {decides(0.5, -1, 0, 1)}} {
		if h := half(sim.NewWorld(s), states, 0); h != nil {
			t.Errorf("%s: there is a line, %+v", why, h)
		}
	}
}

// In each run the states that decide count alike, whatever the number of their decisions, and others do not count; a run in which
// nobody decides says nothing.
func TestAddedByAllByHand(t *testing.T) {
	says := func(decided int, each float64) *glimpse {
		g := &glimpse{decided: decided}
		g.chance[sim.ThreatDriver], g.logits[sim.ThreatDriver] = each*float64(decided), 5*each*float64(decided)
		return g
	}
	all := addedByAll([][]*glimpse{ // a row for each state, a column for each run
		{says(1, 0.4), says(0, 9), says(100, 0.2)},
		{says(2, 0.2), says(0, 9), says(1, 0.6)},
		{says(0, 9), says(0, 9), says(0, 9)},
	})
	if len(all) != int(sim.NumDrivers) || all[sim.ThreatDriver].Driver != sim.ThreatDriver {
		t.Fatalf("%d drivers: %+v", len(all), all)
	}
	threat, spread := all[sim.ThreatDriver], stats.SpreadOf([]float64{0.3, 0.4})
	for name, got := range map[string][2]float64{
		"mean": {threat.Chance.Mean, 0.35}, "5 %": {threat.Chance.Q05, spread.Q05}, "95 %": {threat.Chance.Q95, spread.Q95},
		"mean in logits": {threat.Logits.Mean, 5 * 0.35}, "trade": {all[sim.TradeDriver].Chance.Mean, 0},
	} {
		if math.Abs(got[0]-got[1]) > 1e-12 {
			t.Errorf("%s: %v, not %v", name, got[0], got[1])
		}
	}
	if all := addedByAll([][]*glimpse{{says(0, 9)}}); len(all) != 0 {
		t.Errorf("drivers speak though nobody decides: %+v", all)
	}
}

// What the drivers add is what run tells of the same histories, to the last bit; by year it is what a single run holds.
func TestDriversAreThoseOfTheRuns(t *testing.T) {
	s, opts := brief(ablated(t, "pacific-2025")), Options{Runs: 12, Seed: 3}
	w := sim.NewWorld(s)
	found := AskDrivers(t.Context(), []*sim.World{w}, opts)
	run := Play(t.Context(), w, opts).Summarise()
	one := found.Worlds[0]
	if one.Years[0] != "2025" || one.First != 0 || len(one.States) == 0 || one.Half == nil {
		t.Fatalf("the years are %v, the first %d, of %d states", one.Years, one.First, len(one.States))
	}
	decided := 0
	for _, st := range one.States {
		k := slices.IndexFunc(run.States, func(r StateSummary) bool { return r.ID == st.ID })
		if st.Whole.Adds != run.States[k].Drivers.Adds || math.Abs(st.Whole.Willing.Mean-run.States[k].Willing) > 1e-12 ||
			st.Member != run.States[k].Member {
			t.Errorf("%s: threat, trade and politics add %+v, run says %+v", st.Name, st.Whole.Adds, run.States[k].Drivers.Adds)
		}
		decided += st.Whole.Decided
	}
	if decided == 0 {
		t.Error("nobody decides, so that this test says nothing")
	}

	alone := AskDrivers(t.Context(), []*sim.World{w}, Options{Runs: 1, Seed: 3}).Worlds[0]
	r, jpn := sim.NewRun(w), w.State("JPN")
	r.Start(3, 0)
	threat, ticks, adds, points, decisions := 0.0, 0, 0.0, 0.0, 0
	for r.Step() {
		if w.Calendar.Label(r.Tick)[:4] != "2026" {
			continue
		}
		d := r.Drivers(w.Headline(), jpn)
		threat += d.Threat
		ticks++
		if terms, chance, ok := r.Decided(w.Headline(), jpn); ok {
			without, _ := r.Spared(sim.TradeDriver, w.Headline(), jpn)
			points += chance - without
			adds += sim.TradeDriver.Adds(terms)
			decisions++
		}
	}
	k := slices.IndexFunc(alone.States, func(st DrivenState) bool { return st.ID == "JPN" })
	got := alone.States[k].Years[1]
	if got.Threat.Mean != threat/float64(ticks) || decisions == 0 || got.Adds[sim.TradeDriver].Logits.Mean != adds/float64(decisions) ||
		got.Adds[sim.TradeDriver].Chance.Mean != points/float64(decisions) || points >= 0 || got.Decided != 1 {
		t.Errorf("Japan in 2026: %+v, in the run a threat of %v, and trade adds %v", got, threat/float64(ticks), adds/float64(decisions))
	}
}

// Of several scenarios the runs of all are counted; what was never played is left out; who does not decide in a year
// has nothing there.
func TestDriversOfSeveralScenarios(t *testing.T) {
	a, b := sim.NewWorld(brief(ablated(t, "pacific-2025", "parameters.decision.trade=50"))), sim.NewWorld(brief(ablated(t, "asia-1991")))
	last := 0
	found := AskDrivers(t.Context(), []*sim.World{a, b}, Options{Runs: 4, Seed: 3, Workers: 1, Done: func(count int) { last = count }})
	if found.Played != 8 || found.ToPlay != 8 || found.Runs != 4 || last != 8 || len(found.Worlds) != 2 || found.Worlds[1].Runs != 4 {
		t.Errorf("of two scenarios %d of %d runs were played, %d of the first, %d told of", found.Played, found.ToPlay, found.Runs, last)
	}
	if len(found.Overrides) != 0 || len(found.Worlds[0].Overrides) != 1 {
		t.Errorf("of two scenarios %v departs, of the first %v", found.Overrides, found.Worlds[0].Overrides)
	}
	for _, st := range found.Worlds[0].States {
		if st.ID == "KOR" && (st.Years[0].Decided != 0 || st.Years[0].Willing != Range{} || st.Years[0].Threat.Mean == 0) {
			t.Errorf("South Korea, which may join later, has %+v in 2025", st.Years[0])
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cut := AskDrivers(ctx, []*sim.World{a, b}, Options{Runs: 4000, Seed: 3, Workers: 1, Done: func(count int) {
		if count == 4 {
			cancel()
		}
	}})
	if !cut.CutShort() || len(cut.Worlds) != 1 || cut.Runs < 4 || cut.Runs > 10 {
		t.Errorf("cut short it has %d scenarios and %d runs", len(cut.Worlds), cut.Runs)
	}
}

// What the model takes for impossible is a failure of its scenario, and spares the others.
func TestABrokenScenarioSparesTheDriversOfOthers(t *testing.T) {
	fine, broken := sim.NewWorld(brief(ablated(t, "pacific-2025"))), *sim.NewWorld(ablated(t, "asia-1950"))
	broken.Calendar = sim.NewCalendar(1949, 1990, sim.Quarter) // longer than its figures
	found := AskDrivers(t.Context(), []*sim.World{&broken, fine}, Options{Runs: 3, Seed: 1})
	if len(found.Failures) != 3 || found.Failures[1].Run != 1 || found.Failures[1].World != "asia-1950" || len(found.Worlds) != 1 ||
		found.Runs != 3 || found.Played != 6 {
		t.Errorf("%d scenarios, %d of %d runs, failures %+v", len(found.Worlds), found.Runs, found.Played, found.Failures)
	}
}

// A scenario whose clause binds its members from the start begins with the first to accede.
func TestDriversBeginWithTheFirstDecision(t *testing.T) {
	one := AskDrivers(t.Context(), []*sim.World{sim.NewWorld(brief(ablated(t, "nato-1994")))}, Options{Runs: 2, Seed: 1}).Worlds[0]
	for y, year := range one.Years {
		some := slices.ContainsFunc(one.States, func(st DrivenState) bool { return st.Years[y].Decided > 0 })
		if y < one.First && some || y == one.First && !some {
			t.Errorf("the first year is %s, and in %s somebody decides: %v", one.Years[one.First], year, some)
		}
	}
}
