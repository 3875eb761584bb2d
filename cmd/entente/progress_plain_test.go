package main

import (
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
