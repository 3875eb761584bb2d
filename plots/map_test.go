package plots

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/plot/vg"

	"entente/sim/lab"
)

// checkMap looks at a laid-out map: every state named, no name over another name or a mark, all inside the frame.
func checkMap(t *testing.T, name string, s *lab.Summary) {
	t.Helper()
	m := newMaps(Figure{}, s)
	frame := vg.Rectangle{Max: m.size}
	for i, a := range m.labels {
		id := s.States[i].ID
		if a == (vg.Rectangle{}) {
			t.Errorf("%s: %s has no name on the map", name, id)
			continue
		}
		if !within(a, frame) {
			t.Errorf("%s: the name of %s leaves the map", name, id)
		}
		for j, b := range m.labels {
			if j < i && overlap(a, b) {
				t.Errorf("%s: the names of %s and %s overlap", name, id, s.States[j].ID)
			}
			if crosses(a, m.at[j], m.at[j]) {
				t.Errorf("%s: the name of %s covers the mark of %s", name, id, s.States[j].ID)
			}
		}
		need := nameStyle.Width(m.names[i])
		if a.Size().X < need {
			t.Errorf("%s: the name of %s is wider than its box", name, id)
		}
	}
	for i, a := range m.at {
		for j, b := range m.at[:i] {
			if lengthBetween(a, b) < 2*pointRadius {
				t.Errorf("%s: the marks of %s and %s overlap", name, s.States[i].ID, s.States[j].ID)
			}
		}
	}
}

func TestNamesOnTheMapDoNotOverlap(t *testing.T) {
	for name, s := range oddities() {
		checkMap(t, name, s)
	}
	luck := rand.New(rand.NewPCG(5, 6))
	for world := range 40 {
		var countries []country
		spread := 3 + 40*luck.Float64()
		for i := range 2 + luck.IntN(59) {
			countries = append(countries, country{
				id: fmt.Sprintf("S%02d", i), name: fmt.Sprintf("State %d", i),
				role: []lab.Role{lab.Founder, lab.OpenTo, lab.Bystander, lab.RivalRole}[luck.IntN(4)],
				lat:  -20 + spread*luck.Float64(), lon: 160 + spread*luck.Float64(),
			})
			if c := &countries[i]; c.lon > 180 {
				c.lon -= 360
			}
		}
		checkMap(t, fmt.Sprintf("world %d", world), madeUp(countries, 2000, 1, 2, 10))
	}
}
