package plots

import (
	"strings"
	"testing"

	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// Whom the clause bound when the run began signs nothing: no strip shows it, and beside its reasons stands that it had.
func TestWhoWasBoundAtTheStartHasNoStrip(t *testing.T) {
	s := pacificSummary()
	var bound *lab.StateSummary
	for k := range s.States {
		if st := &s.States[k]; bound == nil && st.Role == lab.Founder && st.Decided > 0 {
			st.AtStart, bound = true, st
		}
	}
	c := Signatures(Figure{}, s)
	if strings.Contains(c.About, bound.Name+": ") || !strings.Contains(c.About, "as it bound them from the start: ") ||
		!strings.Contains(c.Notes, bound.Name) {
		t.Errorf("%s is told as %s %s", bound.Name, c.About, c.Notes)
	}
	if got := signedShare(*bound); got != "before" || !strings.Contains(Terms(Figure{}, s).Notes, "before: the clause bound it from the start") {
		t.Errorf("among the reasons it stands as %q", got)
	}
}

// Two of three runs are no majority that can be told from a minority: a state is called likelier to sign than not only where all of
// its interval lies above one half, and of the others it is said that it is open.
func TestAStateIsCalledLikelyOnlyBeyondItsInterval(t *testing.T) {
	for _, c := range []struct {
		signs, of int
		want      string
	}{
		{2, 3, "No state is surely likelier to sign the Pact than not; of 1 state it is open"},
		{90, 100, "1 state is likelier to sign the Pact than not"},
		{10, 100, "No state is likelier to sign the Pact than not; Japan signs in 10.0 % of the runs, and none in more"},
	} {
		s := &lab.Summary{Head: lab.Head{ClauseTitle: "Pact"}}
		states := []lab.StateSummary{{ID: "JPN", Name: "Japan", Role: lab.Founder, Signed: stats.ShareOf(c.signs, c.of)}}
		if got := signaturesFound(s, states); got != c.want {
			t.Errorf("of %d signatures in %d runs: %s, want %s", c.signs, c.of, got, c.want)
		}
	}
	// As history had it are who signs likelier than not and did, and who does not and did not.
	for _, c := range []struct {
		signs []int // of a hundred: Japan, Australia, India
		did   []string
		want  string
	}{
		{[]int{90, 10, 50}, []string{"JPN"}, "; as history had it for 2 of 3 states, open for 1"},
		{[]int{90, 10, 10}, []string{"AUS"}, "; as history had it for 1 of 3 states"},
		{[]int{90, 90, 10}, []string{"IND"}, "; as history had it for 0 of 3 states"},
		{[]int{90, 90, 10}, []string{"JPN", "AUS"}, "; as history had it for 3 of 3 states"},
	} {
		s := &lab.Summary{Head: lab.Head{ClauseTitle: "Pact", InHistory: &lab.InHistory{Signed: map[string]float64{}}}}
		for k, id := range []string{"JPN", "AUS", "IND"} {
			s.States = append(s.States, lab.StateSummary{ID: id, Name: id, Role: lab.Founder, Signed: stats.ShareOf(c.signs[k], 100)})
		}
		for _, id := range c.did {
			s.InHistory.Signed[id] = 1950
		}
		if got := signaturesFound(s, s.States); !strings.HasSuffix(got, c.want) {
			t.Errorf("of %v where %v signed it finds %q, want %q at its end", c.signs, c.did, got, c.want)
		}
	}
	doubted := stats.ShareOf(90, 100)
	doubted.Constants = &stats.Band{Low: 0.1, High: 0.95}
	if doubted.Side(0.5) != 0 {
		t.Error("constants leave open on which side of one half it lies, and it is put on one")
	}
}
