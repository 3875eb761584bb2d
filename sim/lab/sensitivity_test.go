package lab

import (
	"testing"

	"entente/sim/lab/design"
)

// What decides has a high index and what does next to nothing a low one; luck has what is left. A row with a failed
// point is left out.
func TestSensitivityFindsWhatDecides(t *testing.T) {
	p := studied(t, aStudy(t, design.NewSaltelli(2, 400, 5), 1), &Memory{}, Options{})
	s := p.Sensitivity()
	x := s.Found[1].Sobol
	if len(x.First) != 3 || x.Total[0].Mean < 0.7 || x.First[0].Mean < 0.5 || x.Total[1].Mean > 0.3 || x.Total[0].Low < x.Total[1].High {
		t.Errorf("members hang on reluctance by %+v (total %+v) and on diversion by %+v", x.First[0], x.Total[0], x.Total[1])
	}
	if s.Found[1].ByWeight()[0] != 0 || s.Names()[2] != Luck || s.Whole != 400 {
		t.Errorf("the heaviest factor is %d of %v, by %d rows", s.Found[1].ByWeight()[0], s.Names(), s.Whole)
	}
	if !s.Found[3].Flat() || s.Found[1].Flat() {
		t.Error("what never comes has an index, or what comes has none")
	}
	m := studied(t, aStudy(t, design.NewMorris(2, 30, 4, 5), 4), &Memory{}, Options{}).Sensitivity()
	e := m.Found[1].Morris
	if len(e) != 2 || e[0].Mu.Mean > -1 || e[0].MuStar.Mean < 1 || e[0].MuStar.Mean < 3*e[1].MuStar.Mean {
		t.Errorf("members go with reluctance by mu %+v and with diversion by mu* %+v", e[0].Mu, e[1].MuStar)
	}
	if aStudy(t, design.NewSobol(2, 8, 1), 1).TellsSensitivity() {
		t.Error("sensitivity is told of a plain sample")
	}
}
