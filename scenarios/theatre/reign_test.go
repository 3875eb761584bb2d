package theatre

import (
	"slices"
	"strings"
	"testing"

	"entente/scenarios"
	"entente/sim"
)

// Elections that the scenarios have from REIGN are found again.
func TestFindsElections(t *testing.T) {
	d := published(t)
	if d == nil {
		return
	}
	l, err := scenarios.Load("europe-1947", scenarios.Options{})
	if err != nil {
		t.Fatal(err)
	}
	same := 0
	for id, s := range l.Scenario.States {
		p, err := PolityOf(id)
		if err != nil {
			t.Fatal(err)
		}
		var here []sim.Date
		for _, e := range d.elections(p, 1946, 1955) {
			here = append(here, e.at.date())
		}
		cite, _ := l.Cite("states." + id + ".elections")
		for k, day := range s.Elections {
			switch memory := k == 0 && strings.Contains(cite.Text, "the first from memory"); {
			case slices.Contains(here, day) != memory:
				same++
			case memory:
				t.Errorf("%s votes on %s by memory, and REIGN has it too", id, day.Text())
			default:
				t.Errorf("%s votes on %s in europe-1947, and never here; %s", id, day.Text(), cite.Text)
			}
		}
	}
	t.Logf("%d elections are the same", same)
}
