package tables

import (
	"math"
	"slices"
	"strings"
	"testing"

	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// madeUpFlip is a search that found one flip on each kind of bound. Its figures say nothing about the world.
func madeUpFlip() *lab.Flip {
	at := func(v float64) *float64 { return &v }
	move := func(id string, v, cost float64, count int, crosses bool) *lab.Move {
		return &lab.Move{Levers: []string{id}, Values: []float64{v}, Set: []lab.Setting{{Path: "x"}}, Cost: cost,
			Chance: stats.ShareOf(count, 80),
			Change: stats.Matched(0, count-8, 80), Crosses: crosses,
			Replay: "entente run made-up --runs 80 --set 'levers.all.threat=1.4' --set 'clauses.pact.founders=[\"AUS\", \"JPN\", \"USA\"]'"}
	}
	left := func(id string, count int, crosses bool) *lab.Move {
		m := move("", 0, 0, count, crosses)
		m.Left, m.Levers = id, nil
		return m
	}
	pair := move("threat", 1.1, 0.2, 41, true)
	pair.Levers, pair.Values = []string{"threat", "depth"}, []float64{1.1, 0.6}
	turn := func(id, name, unit string, now, low, high float64, at *lab.Move, near, far *float64) lab.Pull {
		return lab.Pull{Lever: lab.Lever{ID: id, Name: name, Unit: unit, Now: now, Low: low, High: high}, At: at, Best: at,
			Luck: lab.Bounds{Near: near, Far: far}}
	}
	ties := turn("ties", "prior ties", "times", 1, 0, 5, nil, nil, nil)
	ties.Best, ties.Moves = move("ties", 0.5, 0.5, 20, false), true
	return &lab.Flip{
		Head: lab.Head{Scenario: "made-up", Title: "A made-up scenario", Base: "another", Changes: []string{"states.JPN.stance = 0.9"},
			ClauseTitle: "Made-up Pact", End: "2035Q4", Seed: 7, Runs: 80, Asked: 80},
		Target: 0.5, AsIs: stats.ShareOf(8, 80), Worlds: 93, Pairs: 10,
		Levers: []lab.Pull{
			turn("threat", "threat felt", "times", 1, 0, 5, move("threat", 1.4, 0.29, 41, true), at(1.1), at(2.3)),
			turn("trade", "trade with the rival", "times", 1, 0, 5, move("trade", 0.3, 0.7, 40, true), nil, at(0.1)),
			turn("depth", "depth of the clause", "share of its means a member owes", 0.7, 0, 1, move("depth", 0.1, 0.86, 42, true), at(0.2),
				nil),
			turn("commitment", "commitment (United States)", "share of its promises that partners believe", 0.2, 0, 1,
				move("commitment", 0.9, 0.78, 40, true), nil, nil),
			ties,
		},
		Invited: []*lab.Move{left("JPN", 44, true), left("AUS", 30, false)}, Names: map[string]string{"JPN": "Japan", "AUS": "Australia"},
		Pair: pair,
	}
}

// The smallest change that turns the answer is named first, with its interval.
func TestFlipNamesTheSmallestChangeFirst(t *testing.T) {
	f := madeUpFlip()
	golden(t, "flip", Flip(f))
	want := []string{
		"The answer turns with threat felt times 1.4 (1 now; 95 % interval 1.1 to 2.3): the smallest change of one " +
			"lever in these runs.",
		"Two levers at once cost less in these runs, 0.20 against 0.29: threat felt times 1.1 and depth of the clause at 0.6. " +
			"How far luck may shift a pair was not measured.",
	}
	if p := Flip(f); !slices.Equal(p.Finding[:2], want) {
		t.Errorf("the finding says %q, want %q", p.Finding[:2], want)
	}
	short := shipped(t, "pacific-2025")
	short.End = short.Start + 3.75
	played := lab.FindFlip(t.Context(), short, "", 0.6, lab.Options{Runs: 12, Seed: 1})
	golden(t, "flip-played", Flip(played))
}

// What constants leave open of a flip point, and of what does not flip, stands beside what luck does.
func TestFlipTellsConstantsBesideLuck(t *testing.T) {
	f := madeUpFlip()
	near, far, band := 0.9, 3.2, &stats.Band{Low: 0.02, High: 0.3}
	f.AsIs.Constants = band
	for k := range f.Levers {
		l := &f.Levers[k]
		if l.At != nil {
			l.Constants = &lab.Bounds{Near: &near, Far: &far}
		}
		l.Best.Chance.Constants, l.Best.Change.Constants = band, &stats.Band{Low: -0.05, High: 0.12}
	}
	f.Levers[1].Constants = &lab.Bounds{}
	for _, m := range f.Invited {
		m.Chance.Constants, m.Change.Constants = band, &stats.Band{Low: -0.01, High: 0.2}
	}
	golden(t, "flip-constants", Flip(f))
	if want := "(1 now; luck 1.1 to 2.3; constants 0.9 to 3.2)"; !strings.Contains(Flip(f).Finding[0], want) {
		t.Errorf("the finding says %q, want %q in it", Flip(f).Finding[0], want)
	}
}

// A pair that costs more than one of the levers alone is told in one sentence, and has no command.
func TestADearPairIsToldInShort(t *testing.T) {
	f := madeUpFlip()
	f.Pair.Cost = 3 * f.Cheapest().At.Cost
	page := Flip(f)
	pair := sectionOf(t, page, "Two levers at once").Text
	if len(pair) != 1 || !strings.Contains(pair[0], "no less than "+f.Cheapest().Name+" alone") || strings.Contains(pair[0], "The chance is then") ||
		strings.Contains(strings.Join(sectionOf(t, page, "To see each flip").Text, " "), "the pair") {
		t.Errorf("a dear pair is told as %q", pair)
	}
}

// Where constants leave the side open on which it starts, that is told; where they do not, or say nothing, it is not.
func TestFlipTellsThatConstantsMayStartFromTheOtherSide(t *testing.T) {
	for _, c := range []struct {
		constants *stats.Band
		told      bool
	}{{nil, false}, {&stats.Band{Low: 0.02, High: 0.3}, false}, {&stats.Band{Low: 0.02, High: 0.6}, true}} {
		f := madeUpFlip()
		f.AsIs.Constants = c.constants
		if found := strings.Join(Flip(f).Finding, " "); strings.Contains(found, "start from the other side of 50 %") != c.told {
			t.Errorf("with constants that leave %+v: %s", c.constants, found)
		}
	}
}

// That no pair was tried is told where the search was not cut short, and not that none would do.
func TestNoPairIsSaidToHaveBeenTried(t *testing.T) {
	const none = "Fewer than two levers bring the chance nearer to the target by themselves, so no pair was tried."
	for last, told := range map[string]bool{"": true, "threat": false} {
		f := madeUpFlip()
		f.Pair, f.Pairs, f.Last = nil, 0, last
		if text := asText(t, Flip(f), 1000); strings.Contains(text, none) != told {
			t.Errorf("of a search that ended with %q it is said:\n%s", last, text)
		}
	}
}

// While the interval holds the target, no side is named, no lever is told, and the runs that would tell are.
func TestFlipUndecided(t *testing.T) {
	f := madeUpFlip()
	f.Undecided, f.Settles, f.AsIs, f.Worlds = true, 1537, stats.ShareOf(42, 80), 1
	f.Levers, f.Invited, f.Pair, f.Pairs = nil, nil, nil, 0
	golden(t, "flip-undecided", Flip(f))
	text := asText(t, Flip(f), columns)
	for _, side := range []string{"or more", "below", "turns"} {
		if strings.Contains(text, side) {
			t.Errorf("a side is named that nobody knows (%s):\n%s", side, text)
		}
	}
	for _, told := range []string{"1,537 runs", "--runs 1537", "holds the target"} {
		if !strings.Contains(text, told) {
			t.Errorf("%s is not told:\n%s", told, text)
		}
	}
	f.Settles = 0
	if text := strings.Join(Flip(f).Finding, " "); !strings.Contains(text, "no number of runs") {
		t.Errorf("on the target itself a number is promised: %s", text)
	}
}

// A command that is broken over lines is the same command to a shell.
func TestBrokenCommandsJoinAgain(t *testing.T) {
	command := "entente run made-up" + strings.Repeat(" --set 'levers.all.threat=1.4'", 8)
	if joined := strings.ReplaceAll(continued(command), "\\\n", ""); joined != command {
		t.Errorf("%q joins to %q", continued(command), joined)
	}
	for line := range strings.SplitSeq(continued(command), "\n") {
		if len(line) > longestCommand+2 {
			t.Errorf("a line of %d: %s", len(line), line)
		}
	}
}

// So many runs as are named would settle it: with the same chance, their interval leaves the target out.
func TestFlipKeepsItsPromise(t *testing.T) {
	f := lab.FindFlip(t.Context(), shipped(t, "asia-1991"), "", 0.1, lab.Options{Runs: 20, Seed: 1})
	if !f.Undecided || f.Settles <= 20 {
		t.Fatalf("with the interval %v to %v around 0.1, undecided is %v and %d runs would settle it", f.AsIs.Low, f.AsIs.High, f.Undecided,
			f.Settles)
	}
	if s := stats.ShareOf(int(math.Round(f.AsIs.Mean*float64(f.Settles))), f.Settles); s.Low <= f.Target && f.Target <= s.High {
		t.Errorf("%d runs leave the target 0.1 between %v and %v", f.Settles, s.Low, s.High)
	}
}
