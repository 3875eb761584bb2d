package tables

import (
	"strings"
	"testing"

	"entente/sim"
	"entente/sim/lab"
)

func TestTheLoudestDriver(t *testing.T) {
	at := func(where string, chance ...float64) spoken {
		s := spoken{where: where, runs: fewRuns}
		for d, c := range chance {
			s.adds = append(s.adds, lab.Added{Driver: sim.Driver(d), Chance: lab.Range{Mean: c, Q05: c, Q95: c}})
		}
		return s
	}
	for _, c := range []struct {
		why    string
		all    []spoken
		theory string
		want   string
	}{
		{"both ways", []spoken{at("x", 0.07, -0.045, -0.003)}, "",
			"Threat speaks loudest for signing (+7.0 points of the chance that a state is willing); trade at risk speaks loudest " +
				"against it (-4.5); policy volatility (-0.3) moves next to nothing, what new governments think of the clause apart."},
		{"nothing against", []spoken{at("x", 0.4, -0.002, 0)}, "",
			"Threat speaks loudest for signing (+40.0 points of the chance that a state is willing); none speaks against it by as " +
				"much as one point; trade at risk (-0.2) and policy volatility (0.0) move next to nothing, what new governments think of the clause apart."},
		{"a threat that deters", []spoken{at("x", -0.05, 0.003, 0.02)}, "",
			"Policy volatility speaks loudest for signing (+2.0 points of the chance that a state is willing); threat speaks " +
				"loudest against it (-5.0); trade at risk (+0.3) moves next to nothing."},
		{"nothing at all", []spoken{at("x", 0.004, -0.002, 0)}, "",
			"None of threat, trade at risk and policy volatility speaks for signing by as much as one point of the chance that a state is willing; none speaks " +
				"against it by as much as one point; threat (+0.4), trade at risk (-0.2) and policy volatility (0.0) move next to nothing, what new governments think of the clause apart."},
		{"two places", []spoken{at("a", 0.735, -0.001, -0.001), at("b", 0.07, -0.046, -0.003)}, "",
			"Threat speaks loudest for signing in a (+73.5 points of the chance that a state is willing) and b (+7.0); trade at " +
				"risk speaks loudest against it in b (-4.6); trade at risk in a (at most 0.1) and policy volatility anywhere (at " +
				"most 0.3) move next to nothing, what new governments think of the clause apart."},
		{"two places that differ", []spoken{at("a", 0.2, -0.05, -0.001), at("b", 0.07, 0, -0.03), {where: "c"}}, "",
			"Threat speaks loudest for signing in a (+20.0 points of the chance that a state is willing) and b (+7.0); trade at " +
				"risk speaks loudest against it in a (-5.0), policy volatility speaks loudest against it in b (-3.0); trade at " +
				"risk in b (at most 0.0) and policy volatility in a (at most 0.1) move next to nothing, what new governments think of the clause apart."},
		{"runs that differ", []spoken{{"", added(0.07, -0.045, -0.003), fewRuns}}, "",
			"Threat speaks loudest for signing (+7.0 points of the chance that a state is willing, in nine runs of ten +3.5 to +14.0); " +
				"trade at risk speaks loudest against it (-4.5, in nine runs of ten -9.0 to -2.2); policy volatility (-0.3) moves next to " +
				"nothing, what new governments think of the clause apart."},
		{"runs that are too few for a range", []spoken{{"", added(0.07, -0.045, -0.003), fewRuns - 1}}, "",
			"Threat speaks loudest for signing (+7.0 points of the chance that a state is willing); trade at risk speaks loudest against it (-4.5); policy " +
				"volatility (-0.3) moves next to nothing, what new governments think of the clause apart."},
		{"a rival theory", []spoken{at("x", 0.07, 0.02, -0.03)}, "balance-of-threat",
			"By the terms that it shares with the article's rule, threat speaks loudest for signing (+7.0 points of the chance " +
				"that a state is willing); policy volatility speaks loudest against it (-3.0)."},
		{"nobody decides", []spoken{{where: "x"}}, "", "No driver speaks: nobody ever decides, or the rule by which states decide " +
			"weighs none of the three."},
	} {
		if got := loudest(c.all, c.theory); got != c.want {
			t.Errorf("%s: told as\n%s\nwant\n%s", c.why, got, c.want)
		}
	}
}

func TestDriversSay(t *testing.T) {
	rival := drivers(plain)
	rival.Worlds[0].Theory = "landscape"
	nobody := drivers(plain)
	for k := range nobody.Worlds[0].States {
		nobody.Worlds[0].States[k].Years = make([]lab.StateDrivers, 3)
		nobody.Worlds[0].States[k].Whole = lab.StateDrivers{}
	}
	nobody.Worlds[0].Adds = []lab.Added{}
	for _, c := range []struct {
		why  string
		page *Page
		want string
	}{
		{"what one of several changes", Drivers(driversOfTwo(plain)), "atlantic: Changes in europe: states.FRA.stance = 0.9."},
		{"the rule is a rival's", Drivers(rival), "By the terms that it shares with the article's rule, threat speaks"},
		{"nobody decides", Drivers(nobody), "Nobody decides in these years."},
	} {
		tells(t, c.why, c.page, c.want)
	}
	if section := sectionOf(t, Drivers(drivers(plain)), "What each adds to a decision, in logits"); len(section.Table.Rows) != 5 ||
		section.Table.Rows[1].Cells[0] != "Japan" {
		t.Errorf("who decides in the first year and in the last stands in %v", section.Table.Rows)
	}
}

// run says which driver is loudest and sets the drivers beside each chance; of a rule that weighs none, and where
// nobody decides, it says nothing of them.
func TestRunTellsTheDrivers(t *testing.T) {
	s := summary(plain)
	const heading = "Threat felt, trade at risk, policy volatility"
	tells(t, "in its first lines", Run(s), "Threat speaks loudest for signing (+10.0 points")
	row := sectionOf(t, Run(s), heading).Table.Rows[2].Cells
	if got := strings.Join(row, "|"); got != "Japan|24.0 %|0.21|0.17 to 0.27|0.80|0.150" {
		t.Errorf("Japan has %s", got)
	}
	for k := range s.States {
		s.States[k].Drivers.Adds = [sim.NumDrivers]lab.Added{}
	}
	s.Adds = added(0, 0, 0)
	if page := asText(t, Run(s), 80); strings.Contains(page, "loudest") || !strings.Contains(page, heading) {
		t.Errorf("of a rule that weighs no driver it says\n%s", page)
	}
	for k := range s.States {
		s.States[k].Drivers = lab.StateDrivers{}
	}
	if page := asText(t, Run(s), 80); strings.Contains(page, heading) {
		t.Errorf("where nobody decides it says\n%s", page)
	}
}
