package main

import (
	"strconv"

	"github.com/rogpeppe/go-internal/testscript"

	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// replays FILE LEAST gives the command of every flip in what flip printed as JSON to a shell, and wants each to have the
// chance that was told, on the other side of the target than the scenario as it is. At least so many flips must be there.
func replays(ts *testscript.TestScript, _ bool, args []string) {
	var f lab.Flip
	decode(ts, args[0], &f)
	var flips []*lab.Move
	for _, t := range f.Levers {
		if t.At != nil {
			flips = append(flips, t.At)
		}
	}
	if len(f.Invited) > 0 {
		flips = append(flips, f.Invited[0]) // whether it crosses or not
	}
	if f.Pair != nil {
		flips = append(flips, f.Pair)
	}
	crossed := 0
	for _, m := range flips {
		ts.Check(ts.Exec("sh", "-c", m.Replay+" --json"))
		var s struct { // of the summary, what the search asks about
			InForce []stats.Share `json:"in_force"`
			States  []struct {
				ID     string      `json:"id"`
				Signed stats.Share `json:"signed"`
			} `json:"states"`
		}
		decode(ts, "stdout", &s)
		got := s.InForce[len(s.InForce)-1]
		for _, st := range s.States {
			if st.ID == f.State {
				got = st.Signed
			}
		}
		if got != m.Chance {
			ts.Fatalf("%s: played again the chance is %v, flip told %v", m.Replay, got, m.Chance)
		}
		crosses := (got.Mean >= f.Target) != (f.AsIs.Mean >= f.Target)
		if crosses != m.Crosses {
			ts.Fatalf("%s: from %v to %v crosses %v: %v", m.Replay, f.AsIs.Mean, got.Mean, f.Target, crosses)
		}
		if crosses {
			crossed++
		}
	}
	least, err := strconv.Atoi(args[1])
	ts.Check(err)
	if crossed < least {
		ts.Fatalf("%s holds %d flips that cross, want at least %d", args[0], crossed, least)
	}
}
