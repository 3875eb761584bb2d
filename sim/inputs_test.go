package sim

import (
	"slices"
	"strings"
	"testing"
)

// A one-sided treaty is explained from either end by what that end may count on: the guarded by the depth, its guarantor by
// what it is owed in return. It does not matter which of them the treaty names first.
func TestAOneSidedTreatyFromEitherEnd(t *testing.T) {
	for _, members := range [][]string{{"CLI", "PAT"}, {"PAT", "CLI"}} {
		s := twoByTwo()
		s.Ties = map[string]Tie{"old": {Title: "Old", Members: members, Kind: Defence, Depth: Const(0.3), Guarantor: "PAT",
			Return: Const(0.1), Since: 1990}}
		for id, want := range map[string]Input{
			"CLI": {Path: "ties.old.depth", Value: 0.3}, "PAT": {Path: "ties.old.return_depth", Value: 0.1},
		} {
			w := NewWorld(s)
			r := NewRun(w.copyAt(0))
			r.replay(1, 0, 0, 0)
			found := 0
			for _, in := range r.inputs(0, w.State(id)) {
				if in.Path == "ties.old.depth" || in.Path == "ties.old.return_depth" {
					found++
					if in.Path != want.Path || in.Value != want.Value {
						t.Errorf("%v: %s counts on %s of %v, want %s of %v", members, id, in.Path, in.Value, want.Path, want.Value)
					}
				}
			}
			if found != 1 {
				t.Errorf("%v: %s is shown the treaty %d times", members, id, found)
			}
		}
	}
}

// Of all ties a decision rests on those defence treaties that are in force and one's own: others' and lesser ones are not among its
// figures, nor is one that is over.
func TestTreatiesBehindADecisionAreOnesOwn(t *testing.T) {
	s := threeWay()
	tie := func(kind TieKind, until Date, members ...string) Tie {
		return Tie{Title: "Tie", Members: members, Kind: kind, Depth: Const(0.3), Since: 1990, Until: until}
	}
	s.Ties = map[string]Tie{"own": tie(Defence, 0, "CLI", "PAT"), "others": tie(Defence, 0, "BYS", "PAT"),
		"lesser": tie(Consult, 0, "CLI", "PAT"), "over": tie(Defence, 1995, "CLI", "PAT")}
	w := NewWorld(s)
	r := NewRun(w.copyAt(0))
	r.replay(1, 0, 0, 0)
	var behind []string
	for _, in := range r.inputs(0, w.State("CLI")) {
		if strings.HasPrefix(in.Path, "ties.") {
			behind = append(behind, in.Path)
		}
	}
	if want := []string{"ties.own.depth"}; !slices.Equal(behind, want) {
		t.Errorf("CLI counts on %v, want %v", behind, want)
	}
}
