package plots

import (
	"fmt"
	"strings"
	"testing"

	"entente/sim"
	"entente/sim/lab"
)

// madeUpDrivers are states of some scenarios on the plane; they say nothing about the world.
func madeUpDrivers(scenarios ...lab.DrivenScenario) *lab.Drivers {
	d := &lab.Drivers{Head: madeUpHead("drivers", "of each scenario", 100, len(scenarios)), Worlds: scenarios}
	for k := range d.Worlds {
		s := &d.Worlds[k]
		name := s.Scenario
		s.Head = madeUpHead("drivers", "", 100, 1)
		s.Scenario, s.ClauseTitle, s.Years = name, name, []string{"1948", "1949"}
	}
	return d
}

// placed is a state with so much threat felt and trade at risk.
func placed(id, name string, threat, trade, volatility, member float64, decides bool) lab.DrivenState {
	v := lab.StateDrivers{
		Threat: lab.Range{Mean: threat, Q05: threat * 0.95, Q95: threat * 1.2}, Trade: lab.Range{Mean: trade, Q05: trade, Q95: trade * 1.05},
		Volatility: volatility,
	}
	if decides {
		v.Decided = 100
	}
	for d := range sim.NumDrivers {
		v.Adds[d].Driver = d
	}
	return lab.DrivenState{ID: id, Name: name, Role: lab.Founder, Member: share(member, 100), Years: []lab.StateDrivers{v, v}, Whole: v}
}

func twoTheatres() *lab.Drivers {
	return madeUpDrivers(
		lab.DrivenScenario{Head: lab.Head{Scenario: "north"}, Half: &lab.Half{Slope: 20, Intercept: -4, Weight: 50, States: 4},
			States: []lab.DrivenState{
				placed("NOR", "Norway", 0.6, 0.0005, 0.1, 1, true), placed("SWE", "Sweden", 0.58, 0.0006, 0.1, 0, true),
				placed("USA", "United States", 0.3, 0, 0, 1, true), placed("PRT", "Portugal", 0.1, 0.0001, 0, 0.4, true),
				placed("TUR", "Turkey", 0.6, 0.0001, 0, 0.4, false),
			}},
		lab.DrivenScenario{Head: lab.Head{Scenario: "east"}, Half: &lab.Half{Slope: 6, Intercept: -1.6, Weight: 50, States: 2},
			States: []lab.DrivenState{
				placed("JPN", "Japan", 0.22, 0.008, 0.15, 0.4, true), placed("AUS", "Australia", 0.05, 0.013, 0.05, 0.4, true),
			}},
	)
}

func oddDrivers() map[string]*lab.Drivers {
	long := twoTheatres()
	for k := range long.Worlds {
		long.Worlds[k].Scenario = strings.Repeat("a-long-scenario-", 5)
		for i := range long.Worlds[k].States {
			long.Worlds[k].States[i].Name += " and its very numerous dependencies overseas"
		}
	}
	idle := madeUpDrivers(lab.DrivenScenario{Head: lab.Head{Scenario: "idle"},
		States: []lab.DrivenState{placed("NOR", "Norway", 0, 0, 0, 0, false)}})
	var many []lab.DrivenScenario
	for k := range 8 {
		many = append(many, twoTheatres().Worlds[0])
		many[k].Scenario = fmt.Sprintf("s%d", k)
	}
	crowd := lab.DrivenScenario{Head: lab.Head{Scenario: "crowd"}, Half: &lab.Half{Slope: 1e-6, Intercept: -9, Weight: 50, States: 60}}
	for k := range 60 {
		crowd.States = append(crowd.States, placed(fmt.Sprintf("A%d", k), fmt.Sprintf("State %d", k), 0.1+float64(k%7)/70,
			float64(k%5)/500, 1.5, 0.6, true))
	}
	none := madeUpDrivers(lab.DrivenScenario{Head: lab.Head{Scenario: "nobody"}})
	return map[string]*lab.Drivers{"two": twoTheatres(), "long": long, "idle": idle, "many": madeUpDrivers(many...),
		"crowd": madeUpDrivers(crowd), "nobody": none}
}

func TestDriversAreAsLookedAt(t *testing.T) {
	for _, n := range OfDrivers(twoTheatres())[:2] {
		checkLooks(t, n.Name, n.Chart())
	}
}

// The state that feels most threat stands first, and who never decides in none.
func TestWhoFeelsMostThreatStandsFirst(t *testing.T) {
	var names []string
	for _, st := range newDriverPaths(Figure{}, &twoTheatres().Worlds[0]).states {
		names = append(names, st.Name)
	}
	if got := strings.Join(names, ", "); got != "Norway, Sweden, United States, Portugal" {
		t.Errorf("the rows are %s", got)
	}
}

func TestEveryPlaneOfDriversGivesAChart(t *testing.T) {
	for name, d := range oddDrivers() {
		checkChart(t, name, Drivers(Figure{}, d))
		checkChart(t, name+", by year", DriverPaths(Figure{}, &d.Worlds[0]))
	}
}

// The chart says who stands above the line, what the lines hold fixed, and what it leaves out.
func TestDriversOwnUp(t *testing.T) {
	all := oddDrivers()
	for name, wants := range map[string][]string{
		"two": {"All else as it is, a typical state would sign the north from a threat of 0.20 on (3 of 4 states above it) and the east from a threat of 0.33 on (none of 2)",
			"for north −4.00 logits of all else and +20.00 a unit of threat (4 states)",
			"100 runs of each scenario, with the same luck, seed 7"},
		"idle": {"Threat felt and trade at risk: idle", "none for idle, where nobody decides in that year or threat makes nobody " +
			"more willing"},
		"many":  {"2 more scenarios are left out"},
		"crowd": {"no threat would have a typical state sign the crowd (none of 60 states above it)", "for crowd −9.00 logits of all else and 0.00 a unit of threat (60 states), beyond the greatest threat there is"},
	} {
		c := Drivers(Figure{}, all[name])
		for _, want := range wants {
			if !strings.Contains(c.Title+" "+c.Notes, want) {
				t.Errorf("%s: it does not say %q: %s\n%s", name, want, c.Title, c.Notes)
			}
		}
	}
	if about := Drivers(Figure{}, all["two"]).About; strings.Contains(about, "Turkey") ||
		!strings.Contains(about, "Norway threat 0.60, trade at risk 0.05 %, policy volatility 0.100") {
		t.Errorf("who cannot see it hears %s", about)
	}
}

// Where the line passes, the chance is one half: on it stands nobody who is above it.
func TestAboveTheLine(t *testing.T) {
	s := lab.DrivenScenario{Half: &lab.Half{Slope: 10, Intercept: -2, Weight: 100}, States: []lab.DrivenState{
		placed("A", "on the line", 0.3, 0.01, 0, 0, true), placed("B", "above", 0.31, 0.01, 0, 0, true),
		placed("C", "below", 0.25, 0.01, 0, 0, true),
		placed("D", "without trade", 0.25, 0, 0, 0, true), placed("E", "has no say yet", 0.9, 0, 0, 0, false),
	}}
	if count, of := above(&s); count != 2 || of != 4 {
		t.Errorf("%d of %d stand above", count, of)
	}
}

// From what threat on a typical state would sign is told with the trade that those who decide have: some, any, or more than there is.
func TestTheThreatThatIsNeeded(t *testing.T) {
	titled := func(halves ...lab.Half) string {
		var all []lab.DrivenScenario
		for k := range halves {
			all = append(all, lab.DrivenScenario{Half: &halves[k], States: []lab.DrivenState{placed("NOR", "Norway", 0.6, 0.01, 0.2, 0.1, true)}})
			all[k].ClauseTitle = []string{"Pact", "Treaty", "Clause"}[k]
		}
		return driversTitle(all)
	}
	some, always, none := lab.Half{Slope: 10, Intercept: -2, Weight: 100}, lab.Half{Slope: 10, Intercept: 3, Weight: 100}, lab.Half{Slope: 1, Intercept: -2, Weight: 100}
	much := lab.Half{Slope: 4, Intercept: -2, Weight: 100}
	for want, got := range map[string]string{ // (100 × 0.01 + 2) / 10 = 0.3
		"All else as it is, a typical state would sign the Pact from a threat of 0.30 on (1 of 1 state above it)":    titled(some),
		"All else as it is, a typical state would sign the Pact from a threat of 0.75 on (none of 1 state above it)": titled(much), // (100 × 0.01 + 2) / 4
		"All else as it is, a typical state would sign the Pact whatever the threat (1 of 1 state above it) and the Treaty from a threat of 0.30 on (1 of 1); no threat " +
			"would have it sign the Clause (none of 1)": titled(always, some, none),
		"All else as it is, no threat would have a typical state sign the Pact (none of 1 state above it) or the Treaty (none of 1)": titled(none, none),
	} {
		if got != want {
			t.Errorf("it is told as\n%s, want\n%s", got, want)
		}
	}
}
