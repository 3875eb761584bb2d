package lab

import (
	"math"
	"testing"

	"entente/sim/lab/design"
)

// The box of a study lies where the clause comes: below some reluctance, whatever the diversion. Its middle is a
// scenario in which it comes.
func TestDiscoveryFindsTheBox(t *testing.T) {
	st := aStudy(t, design.NewLatinHypercube(2, 500, 5), 1)
	p := studied(t, st, &Memory{}, Options{})
	d := p.Discover(Interest{"in-force", 0.5, false}, -1)
	b := d.Boxes.Box
	if !b.Bounded[0] || b.High[0] > 3 || b.Density < 0.75 || b.Coverage < 0.5 || d.Boxes.Points != 500 {
		t.Fatalf("the clause comes in %+v of %d points", b, d.Boxes.Points)
	}
	if d.Middle[0].Path != "parameters.decision.reluctance" || math.Abs(*d.Middle[0].Number-(b.Low[0]+b.High[0])/2) > 1e-9 {
		t.Errorf("the middle of the box is %s", inWords(d.Middle))
	}
	never := p.Discover(Interest{"soon", 0.5, false}, -1)
	if len(never.Boxes.Path) > 0 || never.Boxes.Hits != 0 || len(never.Middle) > 0 {
		t.Errorf("of what never comes there is a box: %+v", never.Boxes)
	}
	if below := p.Discover(Interest{"in-force", 0.5, true}, -1); below.Boxes.Hits != 500-d.Boxes.Hits {
		t.Errorf("it comes at %d points and does not at %d of 500", d.Boxes.Hits, below.Boxes.Hits)
	}
	s := studied(t, aStudy(t, design.NewSaltelli(2, 100, 5), 1), &Memory{}, Options{})
	if n := s.Discover(Interest{"in-force", 0.5, false}, -1).Boxes.Points; n != 200 {
		t.Errorf("of a hundred rows of Saltelli %d points are a sample, want two a row", n)
	}
}
