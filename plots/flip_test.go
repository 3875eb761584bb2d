package plots

import (
	"fmt"
	"strings"
	"testing"

	"entente/sim/lab"
)

// madeUpPull is the search of a lever of a made-up scenario: its chance at a few values. It says nothing about the world.
func madeUpPull(f *lab.Flip, id, name, unit string, now, high float64, chances [][2]float64) lab.Pull {
	t := lab.Pull{Lever: lab.Lever{ID: id, Name: name, Unit: unit, Now: now, High: high}}
	for _, c := range chances {
		m := &lab.Move{Levers: []string{id}, Values: []float64{c[0]}, Chance: share(c[1], f.Runs)}
		m.Cost = max(c[0]-now, now-c[0]) / max(c[0], now, 1e-9)
		m.Crosses = (c[1] >= f.Target) != f.Above
		t.Points = append(t.Points, m)
		if m.Crosses && (t.At == nil || m.Cost < t.At.Cost) {
			t.At = m
		}
		if t.Best == nil || (m.Chance.Mean > t.Best.Chance.Mean) != f.Above {
			t.Best = m
		}
	}
	return t
}

func usualFlip() *lab.Flip {
	f := &lab.Flip{
		Head: madeUpHead("flip", lab.EachWorld, 200, 123), Target: 0.5, Worlds: 123, AsIs: share(0.3, 200), Pairs: 3,
	}
	f.Levers = []lab.Pull{
		madeUpPull(f, "threat", "threat felt", "times", 1, 5,
			[][2]float64{{0, 0}, {0.5, 0.1}, {1, 0.3}, {1.35, 0.505}, {2, 0.7}, {5, 0.9}}),
		madeUpPull(f, "trade", "trade with the rival", "times", 1, 5, [][2]float64{{0, 0.6}, {0.4, 0.52}, {1, 0.3}, {2, 0.1}, {5, 0}}),
		madeUpPull(f, "stance", "governments' stance", "added to each", 0, 2,
			[][2]float64{{-2, 0.02}, {-1, 0.1}, {0, 0.3}, {0.5, 0.42}, {2, 0.48}}),
		madeUpPull(f, "friction", "friction", "times", 1, 5, [][2]float64{{0, 0.4}, {0.5, 0.35}, {1, 0.3}, {2, 0.2}, {5, 0.05}}),
		madeUpPull(f, "depth", "depth of the clause", "share of its means a member owes", 0.7, 1,
			[][2]float64{{0, 0.3}, {0.7, 0.3}, {1, 0.25}}),
		madeUpPull(f, "commitment", "commitment (Patron)", "share of its promises that partners believe", 1, 1,
			[][2]float64{{0, 0.1}, {1, 0.3}}),
	}
	f.Levers[2].Low = -2
	near, far, low, farthest := 1.12, 1.64, 0.21, 2.4
	f.Levers[0].Luck, f.Levers[1].Luck = lab.Bounds{Near: &near, Far: &far}, lab.Bounds{Far: &low}
	f.Levers[0].Constants = &lab.Bounds{Far: &farthest}
	f.Names = map[string]string{"ALP": "Alpha", "BET": "Beta", "GAM": "Gamma"}
	for i, m := range []*lab.Move{{Left: "BET"}, {Founder: "GAM"}, {Left: "ALP"}} {
		m.Chance, m.Crosses = share(0.55-0.2*float64(i), 200), i == 0
		f.Invited = append(f.Invited, m)
	}
	f.Pair = &lab.Move{Levers: []string{"threat", "trade"}, Values: []float64{1.2, 0.8}, Cost: 0.22, Chance: share(0.5, 200), Crosses: true}
	return f
}

// oddFlips are those a chart may meet at the edge.
func oddFlips() map[string]*lab.Flip {
	all := map[string]*lab.Flip{}
	for _, name := range []string{"usual", "cut at once", "cut", "no lever crosses", "long names", "from nothing",
		"from above", "undecided"} {
		all[name] = usualFlip()
	}
	f := all["cut at once"]
	f.Levers, f.Invited, f.Pair, f.Played, f.Last, f.Runs = nil, nil, nil, 3, "the scenario as it is", 3
	f = all["cut"]
	f.Levers, f.Invited, f.Pair, f.Played, f.Last = f.Levers[:1], nil, nil, 1900, "trade with the rival"
	f = all["no lever crosses"]
	f.Pair = nil
	for i := range f.Levers {
		f.Levers[i].At = nil
	}
	f = all["long names"]
	f.ClauseTitle, f.Scenario = oddities()["long names"].ClauseTitle, strings.Repeat("a-long-scenario-name-", 8)
	f.Levers[0].Name = "commitment (" + strings.Repeat("a state with a long name ", 6) + ")"
	f.Names["BET"] = strings.Repeat("a state with a long name ", 6)
	f.State, f.StateName = "LNG", strings.Repeat("a state with a long name ", 6)
	f = all["from nothing"]
	f.AsIs = share(0, 200)
	f.Levers = []lab.Pull{madeUpPull(f, "trade", "trade with the rival", "times", 0, 5, [][2]float64{{0, 0}, {2.5, 0.2}, {5, 1}})}
	f = all["from above"]
	f.AsIs, f.Above = share(1, 200), true
	f.Levers = []lab.Pull{madeUpPull(f, "threat", "threat felt", "times", 1, 5, [][2]float64{{0, 0}, {0.13, 0.45}, {1, 1}, {5, 1}})}
	f = all["undecided"]
	f.AsIs, f.Undecided, f.Settles, f.Levers, f.Invited, f.Pair, f.Worlds = share(0.53, 200), true, 1100, nil, nil, nil, 1
	f.Played, f.ToPlay = 200, 200
	return all
}

func TestFlipIsAsLookedAt(t *testing.T) { checkLooks(t, "flip", Flip(Figure{}, usualFlip())) }

func TestEveryFlipGivesAChart(t *testing.T) {
	for name, f := range oddFlips() {
		checkChart(t, name, Flip(Figure{}, f))
	}
}

// The nearest flip comes first, and the columns say what reaches and what does not.
func TestFlipRowsSayWhatReaches(t *testing.T) {
	f := usualFlip()
	cols := leverRows{Figure{}, f, f.ByCost()}.columns()
	var rows []string
	for i, name := range cols.names {
		rows = append(rows, strings.Join([]string{name, cols.right[0].cells[i], cols.right[1].cells[i], cols.right[2].cells[i], cols.right[3].cells[i]}, " | "))
	}
	want := []string{"threat felt, times | 1 | 1.35 | 1.12 and 1.64 | 90.0 %", "trade with the rival, times | 1 | 0.4 | 0.21 and 1 | 60.0 %",
		"governments' stance, added | 0 | nowhere | −2 to 2 | 48.0 %", "friction, times | 1 | nowhere | 0 to 5 | 40.0 %",
		"depth of the clause | 0.7 | nowhere | 0 to 1 | 30.0 %", "commitment (Patron) | 1 | nowhere | 0 to 1 | 30.0 %"}
	if fmt.Sprint(rows) != fmt.Sprint(want) {
		t.Errorf("the rows are\n%q\nwant\n%q", rows, want)
	}
}

// Equal costs lie equally far from the middle, on whatever lever and to whichever side.
func TestCostIsDistanceOnTheAxis(t *testing.T) {
	keen := lab.Pull{Lever: lab.Lever{Now: 0.2, Low: -1, High: 1}}
	one, deep := lab.Pull{Lever: lab.Lever{Now: 1, High: 5}}, lab.Pull{Lever: lab.Lever{Now: 0.6, High: 1}}
	for _, c := range []struct {
		t           lab.Pull
		value, want float64
	}{{one, 1, 0}, {one, 0.5, -0.5}, {one, 2, 0.5}, {one, 0, -1}, {one, 5, 0.8}, {keen, 0.3, 0.05}, {keen, -1, -0.6}, {deep, 0.6, 0},
		{deep, 0.3, -0.5}, {deep, 0.8, 0.25}} {
		if got := costAt(c.t, c.value); max(got-c.want, c.want-got) > 1e-12 {
			t.Errorf("from %v, %v stands at %v, want %v", c.t.Now, c.value, got, c.want)
		}
	}
}

func TestFlipNotesNameRunsAndSeed(t *testing.T) {
	f := oddFlips()["cut"]
	f.Overrides = []string{"levers.all.trade = 0.5"}
	notes := Flip(Figure{}, f).Notes
	for _, want := range []string{"scenario made-up", "200 runs of each world", "cut short after 1,900 of 24,600 runs", "seed 7",
		"Cut short while searching trade",
		"What if: levers.all.trade = 0.5."} {
		if !strings.Contains(notes, want) {
			t.Errorf("the notes do not say %q: %s", want, notes)
		}
	}
}

// While no side can be named, the chart shows the interval and the target, and says so.
func TestFlipRefusesToNameASide(t *testing.T) {
	c := Flip(Figure{}, oddFlips()["undecided"])
	for _, said := range []string{c.Title + c.About, c.Title + c.Notes} {
		for _, want := range []string{"Too close to call", "holds the target"} {
			if !strings.Contains(said, want) {
				t.Errorf("the chart does not say %q: %s", want, said)
			}
		}
	}
	if !strings.Contains(c.Notes, "About 1,100 runs would tell") {
		t.Errorf("the notes do not say how many runs would tell: %s", c.Notes)
	}
}

func ExampleFlip() {
	f := usualFlip()
	f.Levers, f.Invited = f.Levers[:1], nil
	fmt.Println(Flip(Figure{}, f).About)
	// Output:
	// Rows of shades, one for each lever, and dots for who is invited. a made-up defence pact is in force at the end of 1955Q4 in 30.0 % of the runs (95 % interval 23.7 to 36.9 %); asked is what would bring that to 50 % or more. threat felt: flips at 1.35, from 1, with 50.5 % (43.4 to 57.6 %); the flip lies between 1.12 and 1.64, and as constants vary between 1 (now) and 2.4. Source: Entente 0.0.0, scenario made-up, 200 runs of each world, with the same luck, seed 7.
}
