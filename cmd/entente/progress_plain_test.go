package main

import (
	"strings"
	"testing"
	"time"
)

// The rate is that of what is played now: whoever goes on is not told that it goes as fast as reading what is there.
func TestProgressIsOfWhatIsPlayed(t *testing.T) {
	for _, c := range []struct {
		known, count int
		want         string
	}{
		{0, 3000, "3,000 of 10,000 runs, 100 a second, about 1m10s left"},
		{6000, 7500, "7,500 of 10,000 runs, 50 a second, about 50s left"},
	} {
		if got := progressLine(c.known, c.count, 10_000, 30*time.Second); got != c.want {
			t.Errorf("half a minute after %d runs it says %q, want %q", c.known, got, c.want)
		}
	}
}

// A clock that is set while a study is played costs at most some lines: it is told how far it is again once half a minute has gone by
// on it, and a rate is never one of no time or less.
func TestProgressHeedsAClockThatJumps(t *testing.T) {
	noon := time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		why   string
		times []time.Duration // after noon, at which it begins and then has played a thousand runs more
		want  []string
	}{
		{"a clock that goes", []time.Duration{0, 20 * time.Second, 40 * time.Second}, []string{"2,000 of 10,000 runs, 50 a second, about 2m40s left"}},
		{"set back an hour", []time.Duration{0, -time.Hour, -time.Hour + 40*time.Second, 40 * time.Second},
			[]string{"3,000 of 10,000 runs, 75 a second, about 1m33s left"}},
		{"set forward a year", []time.Duration{0, 365 * 24 * time.Hour, 365*24*time.Hour + 40*time.Second},
			[]string{"1,000 of 10,000 runs, 0 a second, about 78840h0m0s left", "2,000 of 10,000 runs, 0 a second, about 35040h2m40s left"}},
	} {
		var said strings.Builder
		at := 0
		tell := plainProgress(&said, 0, 10_000, func() time.Time { at++; return noon.Add(c.times[at-1]) })
		for k := 1; k < len(c.times); k++ {
			tell(1000 * k)
		}
		if got := strings.Split(strings.TrimSpace(said.String()), "\n"); strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("%s: it says %q, want %q", c.why, got, c.want)
		}
	}
}
