package theatre

import (
	"slices"
	"strings"
	"testing"

	"entente/scenarios"
	"entente/sim"
)

// Defence treaties that the scenarios have from ATOP bind the same pair to the same, and the same state alone where it
// is one-sided.
func TestFindsTreaties(t *testing.T) {
	d := published(t)
	if d == nil {
		return
	}
	same := 0
	for _, name := range []string{"pacific-2025", "asia-1950", "europe-1947"} {
		l, err := scenarios.Load(name, scenarios.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for id, there := range l.Scenario.Ties {
			cite, _ := l.Cite("ties." + id + ".since")
			if !strings.Contains(cite.Text, "ATOP") || there.Kind != sim.Defence || there.Since > 2018 {
				continue
			}
			a, _ := PolityOf(there.Members[0])
			b, _ := PolityOf(there.Members[1])
			at := max(there.Since+1, 1946)
			found := slices.ContainsFunc(d.ties(a, b, at, at), func(x tie) bool {
				return x.kind == there.Kind && (x.guarantor == nil) == (there.Guarantor == "") &&
					(x.guarantor == nil || x.guarantor.ID == there.Guarantor)
			})
			if !found {
				t.Errorf("%s: %s (%s) is not found: %v", name, id, cite.Text, d.ties(a, b, at, at))
				continue
			}
			same++
		}
	}
	t.Logf("%d treaties are the same", same)
}
