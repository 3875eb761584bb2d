package sim

import (
	"math"
	"testing"
)

// TestLuckIsEven counts rolls in sixteenths along each direction in which luck is asked for. Chi-square with 15 degrees
// of freedom exceeds 37.7 once in a thousand; the keys are fixed, so the test cannot turn by itself.
func TestLuckIsEven(t *testing.T) {
	for _, c := range []struct {
		along string
		roll  func(k int) float64
	}{
		{"ticks", func(k int) float64 { l := newLuck(1, 0); return l.roll(rivalMoves, keyOf("JPN"), k) }},
		{"runs", func(k int) float64 { l := newLuck(1, uint64(k)); return l.roll(rivalMoves, keyOf("JPN"), 8100) }},
		{"seeds", func(k int) float64 { l := newLuck(uint64(k), 0); return l.roll(rivalMoves, keyOf("JPN"), 8100) }},
		{"states", func(k int) float64 { l := newLuck(1, 0); return l.roll(rivalMoves, keyOf(string(rune(k))), 8100) }},
	} {
		const rolls, cells = 16000, 16
		var counts [cells]float64
		sum, lagged, last := 0.0, 0.0, 0.5
		for k := range rolls {
			u := c.roll(k)
			if u < 0 || u >= 1 {
				t.Fatalf("a roll of %v", u)
			}
			counts[int(u*cells)]++
			sum += u
			lagged += (u - 0.5) * (last - 0.5)
			last = u
		}
		chi := 0.0
		for _, n := range counts {
			chi += (n - rolls/cells) * (n - rolls/cells) / (rolls / cells)
		}
		if chi > 37.7 {
			t.Errorf("along %s: chi-square %v, too uneven", c.along, chi)
		}
		if r := lagged / rolls * 12; math.Abs(r) > 3.3/math.Sqrt(rolls) {
			t.Errorf("along %s: neighbours correlate by %v", c.along, r)
		}
	}
}

// TestPurposesDoNotMeet: two purposes have nothing to do with each other, and a pair has one luck whoever comes first.
func TestPurposesDoNotMeet(t *testing.T) {
	l := newLuck(1, 1)
	sum := 0.0
	const n = 10000
	for k := range n {
		sum += (l.roll(homeVote, 7, k) - 0.5) * (l.roll(towardsClause, 7, k) - 0.5)
	}
	if r := sum / n * 12; math.Abs(r) > 3.3/math.Sqrt(n) {
		t.Errorf("two purposes correlate by %v", r)
	}
	if keyOfTwo(1, 2) != keyOfTwo(2, 1) || keyOfTwo(1, 2) == keyOfTwo(1, 3) {
		t.Error("the key of a pair depends on who comes first, or not on who they are")
	}
}

// TestKnownRolls pins the stream: a change of it changes every published number.
func TestKnownRolls(t *testing.T) {
	l := newLuck(1, 0)
	for _, c := range []struct {
		who  string
		tick int
		want float64
	}{
		{"JPN", 8102, 0.52737153193270114}, {"USA", 8102, 0.30473908689014084}, {"JPN", 8103, 0.47698881628288303},
	} {
		if got := l.roll(governmentFalls, keyOf(c.who), c.tick); math.Abs(got-c.want) > 1e-15 {
			t.Errorf("roll for %s at %d is %.17g, want %v", c.who, c.tick, got, c.want)
		}
	}
}

// TestALaterStartKeepsTheLuck: luck goes by the date, not by the number of ticks since the start.
func TestALaterStartKeepsTheLuck(t *testing.T) {
	a, b := newLuck(1, 2), newLuck(1, 2)
	early, late := NewCalendar(2000, 2010, Quarter), NewCalendar(2005, 2010, Quarter)
	x := a.roll(governmentFalls, keyOf("JPN"), early.first+early.Tick(2007))
	y := b.roll(governmentFalls, keyOf("JPN"), late.first+late.Tick(2007))
	if x != y {
		t.Errorf("the roll of 2007 is %v from 2000 and %v from 2005", x, y)
	}
}
