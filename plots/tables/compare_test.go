package tables

import (
	"slices"
	"strings"
	"testing"

	"entente/sim/lab"
	"entente/sim/lab/stats"
)

func TestAComparisonSaysWhatDiffers(t *testing.T) {
	compared := func(do func(*lab.Comparison)) *Page {
		found := comparison(plain)
		do(found)
		return Comparison(found)
	}
	for _, c := range []struct {
		why  string
		page *Page
		want string
	}{
		{"nothing to compare with", compared(func(c *lab.Comparison) { c.Worlds, c.Runs = nil, 0 }),
			"Nothing can be compared: no run of the first world came to an end."},
		{"the first world alone", compared(func(c *lab.Comparison) { c.Worlds = c.Worlds[:1] }),
			"No other world had been played before the end."},
		{"the same but for luck", compared(func(c *lab.Comparison) {
			c.Worlds = c.Worlds[:2]
			c.Worlds[1].Change.InForce = stats.Matched(3, 4, runs)
		}),
			"In pacific (A) the Pacific Pact is in force at the end of 2035Q4 in 37.2 % of the runs (95 % interval 34.2 to 40.3 %).\n" +
				"In blockade (B) it is as likely, as far as luck lets one tell: 81.2 %, +0.1 points (95 % interval -0.5 to +0.7)."},
		{"a slight change beyond luck is one", compared(func(c *lab.Comparison) {
			c.Worlds = c.Worlds[:2]
			c.Worlds[1].Change.InForce = stats.Matched(3, 23, runs)
		}), "In blockade (B) it is likelier: 81.2 %, +2.0 points"},
		{"likelier, but some constants have it otherwise", compared(func(c *lab.Comparison) {
			c.Worlds = c.Worlds[:2]
			c.Worlds[1].Change.InForce.Constants = &stats.Band{Low: -0.05, High: 0.6}
		}), "In blockade (B) it is likelier, which some constants may turn around: 81.2 %, +44.0 points"},
		{"likelier whatever the constants", compared(func(c *lab.Comparison) {
			c.Worlds = c.Worlds[:2]
			c.Worlds[1].Change.InForce.Constants = &stats.Band{Low: 0.3, High: 0.6}
		}), "In blockade (B) it is likelier: 81.2 %, +44.0 points"},
		{"odds in the place of a level that constants leave open, be it the other's", compared(func(c *lab.Comparison) {
			c.Worlds = c.Worlds[:2]
			c.Worlds[1].Change.Odds, c.Worlds[1].InForce.Constants = 7.3, &stats.Band{Low: 0.2, High: 0.9}
		}), "In blockade (B) it is likelier: odds × 7.3, +44.0 points"},
		{"many worlds of two clauses, which are not the same for ending alike", compared(func(c *lab.Comparison) {
			b := c.Worlds[1]
			c.Worlds = append(c.Worlds, b, b)
			c.Worlds[2].Change = &lab.Change{Pairs: 1000, InForce: stats.Matched(0, 0, runs), Odds: 1}
		}), "It is likelier in B, D and E and as likely, as far as luck lets one tell, in C."},
		{"the same world", compared(func(c *lab.Comparison) {
			c.Worlds = c.Worlds[:2]
			c.Worlds[1].Change = &lab.Change{Pairs: runs, Same: true, Odds: 1}
		}), "In blockade (B) all is as in A: it is the same world.\n"},
		{"another world in which no run ends otherwise", compared(func(c *lab.Comparison) {
			c.Worlds = c.Worlds[:2]
			c.Worlds[1].Change = &lab.Change{Pairs: 20, InForce: stats.Matched(0, 0, 20), Odds: 1}
		}), "In blockade (B) no run differs: each of 20 runs ends as in A, in the clause and in how many it binds.\n"},
		{"runs that differ in members alone", compared(func(c *lab.Comparison) {
			c.Worlds = c.Worlds[:2]
			c.Worlds[1].Change = &lab.Change{Pairs: 20, InForce: stats.Matched(0, 0, 20), Odds: 1, Members: stats.Difference{Mean: 0, Low: -0.1, High: 0.1}}
		}), "In blockade (B) luck leaves open whether it is likelier: 81.2 %"},
		{"many worlds in some of which no run ends otherwise", compared(func(c *lab.Comparison) {
			b := c.Worlds[1]
			c.Worlds = []lab.ComparedWorld{c.Worlds[0], b, b, b, b}
			c.Worlds[1].Change = &lab.Change{Pairs: 20, InForce: stats.Matched(0, 0, 20), Odds: 1}
		}), "It is likelier in C, D and E and the same in every run in B."},
		{"runs of two clauses, which are not the same for ending alike", compared(func(c *lab.Comparison) {
			c.Worlds[2].Change = &lab.Change{Pairs: 20, InForce: stats.Matched(0, 0, 20), Odds: 1}
		}), "In asia (C) luck leaves open whether it is likelier"},
		{"too few runs to tell", compared(func(c *lab.Comparison) {
			c.Worlds = c.Worlds[:2]
			c.Worlds[1].Change.InForce = stats.Matched(3, 4, 20)
		}), "In blockade (B) luck leaves open whether it is likelier: 81.2 %, +5.0 points (95 % interval"},
		{"too few runs to tell of many worlds", compared(func(c *lab.Comparison) {
			c.Worlds = append(c.Worlds, c.Worlds[1], c.Worlds[2])
			c.Worlds[1].Change = &lab.Change{InForce: stats.Matched(3, 4, 20)}
			c.Worlds[2].Change = &lab.Change{InForce: stats.Matched(3, 4, runs)}
		}), "It is likelier in D, less likely in E, as likely, as far as luck lets one tell, in C and likelier or less likely, which luck " +
			"leaves open, in B."},
		{"worlds with ends and clauses of their own", compared(func(*lab.Comparison) {}),
			"In pacific (A) the headline clause is in force at the end in 37.2 % of the runs (95 % interval 34.2 to 40.3 %).\n" +
				"In blockade (B) it is likelier: 81.2 %, +44.0 points (95 % interval +40.8 to +47.0).\n" +
				"In asia (C) it is less likely: 0.3 %, -36.9 points (95 % interval -39.8 to -33.8)."},
		{"more worlds than a reader keeps apart",
			compared(func(c *lab.Comparison) { c.Worlds = append(c.Worlds, c.Worlds[1], c.Worlds[2]) }),
			"It is likelier in B and D and less likely in C and E."},
		{"the same scenario with something set", Comparison(comparisonOfSettings(plain)),
			"As it is (A) the Pacific Pact is in force at the end of 2035Q4 in 37.2 % of the runs (95 % interval 34.2 to 40.3 %).\n" +
				"With states.JPN.stance = 0.9 and states.USA.commitment = 0.5 (B) it is likelier: 81.2 %,"},
		{"the same world is no comparison of those that luck makes stand out, and its states are none: the chance and three states of C are",
			compared(func(c *lab.Comparison) { c.Worlds[1].Change.Same, c.Worlds[2].States = true, c.Worlds[1].States }),
			"Of 4 comparisons, each at 95 %,"},
		{"a forecast whose level constants leave open, with what its reference class says",
			compared(func(c *lab.Comparison) { forecast(&c.Worlds[0], 0.05, 0.83) }),
			"\nIts reference class alone, no new multilateral defence pact with members in East Asia and the Pacific in 70 years, gives 7.0 % (1.0 to 20.0 %).\n"},
		{"a world with fewer runs", compared(func(c *lab.Comparison) { c.Worlds[1].Runs = 999 }), "B (999 runs)"},
		{"a world's own what-if", compared(func(c *lab.Comparison) { c.Worlds[1].Overrides = []string{"a.b = 1"} }), "What if: a.b = 1"},
	} {
		tells(t, c.why, c.page, c.want)
	}
}

// The same world moves nobody: its row names no change, and its states are not told apart.
func TestTheSameWorldMovesNobody(t *testing.T) {
	found := comparison(plain)
	found.Worlds[1].Change.Same = true
	p := Comparison(found)
	if cells := againstA(found.Worlds[1].Change, doubts{}); cells[0] != "same world" || cells[1] != "-" {
		t.Errorf("its row tells a change: %q", cells)
	}
	for _, section := range p.Sections {
		if section.Heading == "Who signs otherwise in B than in A" && (section.Table != nil || strings.Join(section.Text, "") != "Nobody: it is the same world.") {
			t.Errorf("of the same world it is told who signs otherwise: %v", section.Text)
		}
	}
}

// forecast gives a world a reference class, and its chance a band of constants.
func forecast(w *lab.ComparedWorld, low, high float64) {
	w.InForce.Constants = &stats.Band{Low: low, High: high}
	w.Reference = &lab.Reference{Class: lab.QuietPacific, Years: 70, Mean: 0.07, Low: 0.01, High: 0.2}
}

// What a reference class says stands beside a chance that constants leave open, and is no news beside one that they do not.
func TestAComparisonHoldsALevelToItsClassWhereConstantsLeaveItOpen(t *testing.T) {
	for _, narrow := range []bool{true, false} {
		c := comparison(plain)
		forecast(&c.Worlds[0], 0.05, map[bool]float64{true: 0.2, false: 0.83}[narrow])
		if told := strings.Contains(asText(t, Comparison(c), 1000), "reference class alone"); told == narrow {
			t.Errorf("with a narrow band %v the reference class is told: %v", narrow, told)
		}
	}
}

// What is set in every world is told once, at the top.
func TestWhatIsSetInAllWorldsIsToldOnce(t *testing.T) {
	c := comparison(plain)
	c.Overrides = []string{"threat.chronic = 0.6"}
	for k := range c.Worlds {
		c.Worlds[k].Overrides = c.Overrides
	}
	if n := strings.Count(asText(t, Comparison(c), 80), "threat.chronic"); n != 1 {
		t.Errorf("it is told %d times", n)
	}
}

// Of 1,000 runs Australia signs 410 and then 440 more, the United States 480 and 380 more, Japan 2 more, which is luck; France is
// invited to the second alone.
func TestWhoSignsOtherwiseIsToldMostMovedFirst(t *testing.T) {
	section := sectionOf(t, Comparison(comparison(plain)), "Who signs otherwise in B than in A")
	want := [][]string{{"Australia", "41.0 %", "85.0 %", "+44.0", "+40.8 to +47.0"},
		{"United States", "48.0 %", "86.0 %", "+38.0", "+34.9 to +40.9"}}
	if len(section.Table.Rows) != len(want) {
		t.Fatalf("%d states are told to be moved, want %d", len(section.Table.Rows), len(want))
	}
	for k, row := range section.Table.Rows {
		if !slices.Equal(row.Cells, want[k]) {
			t.Errorf("row %d is %q, want %q", k, row.Cells, want[k])
		}
	}
	below := []string{"No more than luck would: Japan.", "Not invited in A, with the chance of signing in B: France (4.0 %)."}
	if !slices.Equal(section.Below, below) {
		t.Errorf("below it stands %q, want %q", section.Below, below)
	}
}

// Whom a clause bound when a world began has not signed in it: no chance of signing is told of it there.
func TestWhoWasBoundAtTheStartIsNotComparedAsASigner(t *testing.T) {
	c := comparison(plain)
	first, other := c.Worlds[0].States, c.Worlds[1].States
	at := func(name string) int {
		return slices.IndexFunc(first, func(st lab.ComparedState) bool { return st.Name == name })
	}
	first[at("Australia")].AtStart, other[at("Australia")].AtStart, other[at("Australia")].Change = true, true, nil
	first[at("Japan")].AtStart, other[at("Japan")].Change = true, nil
	other[at("France")].AtStart = true
	section := sectionOf(t, Comparison(c), "Who signs otherwise in B than in A")
	for _, want := range []string{"Bound from the start in both: Australia.", "Not invited in A, with the chance of signing in B: " +
		"France (bound from the start)."} {
		if !slices.Contains(section.Below, want) {
			t.Errorf("below it stands %q, want %q", section.Below, want)
		}
	}
	if said := strings.Join(section.Below, " "); !strings.Contains(said,
		"Bound from the start in A, with the chance of signing in B: Japan (") {
		t.Errorf("of Japan it says %q", said)
	}
}

// Where no pair of runs differs in its members, their interval has no width, and that is told in its place.
func TestMembersOfWorldsInWhichNoRunDiffers(t *testing.T) {
	c := comparison(plain)
	c.Worlds[1].Change.Members = stats.Difference{}
	rows := sectionOf(t, Comparison(c), "Members at the end of each world, mean").Table.Rows
	if got := rows[1].Cells[3]; got != "no run differs" {
		t.Errorf("of B it is told %q", got)
	}
	if got := rows[2].Cells[3]; got != "-1.70 to -1.60" {
		t.Errorf("of C it is told %q", got)
	}
}

// Nobody moves beyond luck where somebody might have; where all were bound before, they are named, and where nobody is invited that is said.
func TestWhyNobodySignsOtherwise(t *testing.T) {
	for _, c := range []struct {
		why    string
		states func(*lab.ComparedState)
		text   string
		below  int
	}{
		{"by luck alone", func(st *lab.ComparedState) {
			st.Role, st.Change = lab.Founder, &stats.Difference{Low: -0.01, High: 0.01}
		}, "Nobody, beyond luck.", 0},
		{"all are bound before", func(st *lab.ComparedState) { st.AtStart, st.Change = true, nil }, "", 1},
		{"nobody is invited", func(st *lab.ComparedState) { st.Role, st.Change = lab.Bystander, nil }, "Nobody is invited.", 0},
	} {
		found := comparison(plain)
		for k := range found.Worlds[:2] {
			for i := range found.Worlds[k].States {
				c.states(&found.Worlds[k].States[i])
			}
		}
		section := sectionOf(t, Comparison(found), "Who signs otherwise in B than in A")
		if got := strings.Join(section.Text, " "); got != c.text || len(section.Below) != c.below {
			t.Errorf("%s: it is told %q, and below it %q", c.why, got, section.Below)
		}
	}
}
