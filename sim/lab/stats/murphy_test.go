package stats

import (
	"math"
	"math/rand/v2"
	"testing"
)

// Ten forecasts: five of 0.8, of which three came true, and five of 0.2, of which one did. The share of all is 0.4.
//
//	reliability = (5 × 0.2² + 5 × 0²) / 10 = 0.02
//	resolution  = (5 × 0.2² + 5 × 0.2²) / 10 = 0.04
//	uncertainty = 0.4 × 0.6 = 0.24
//	Brier       = (3 × 0.04 + 2 × 0.64 + 1 × 0.64 + 4 × 0.04) / 10 = 0.22 = 0.02 - 0.04 + 0.24
func TestMurphyByHand(t *testing.T) {
	var chances []float64
	var truths []bool
	for k := range 5 {
		chances = append(chances, 0.8, 0.2)
		truths = append(truths, k < 3, k < 1)
	}
	p := Murphy(chances, truths)
	for _, c := range []struct {
		part      string
		got, want float64
	}{
		{"reliability", p.Reliability, 0.02}, {"resolution", p.Resolution, 0.04}, {"uncertainty", p.Uncertainty, 0.24},
		{"the score", p.Brier, 0.22}, {"what differs within bins", p.Within, 0},
	} {
		if math.Abs(c.got-c.want) > 1e-12 {
			t.Errorf("%s is %v, by hand %v", c.part, c.got, c.want)
		}
	}
	if len(p.Bins) != 2 || p.Bins[0].Low != 0.2 || p.Bins[1].Forecasts != 5 || p.Bins[1].Happened != 0.6 {
		t.Errorf("the two bins are %+v", p.Bins)
	}
}

// Whatever is foretold, the parts add up to the score, and who always says the share of all has its uncertainty.
func TestMurphyAddsUp(t *testing.T) {
	luck := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		var chances []float64
		var truths []bool
		for range 1 + luck.IntN(60) {
			chances, truths = append(chances, luck.Float64()), append(truths, luck.IntN(3) == 0)
		}
		chances[0] = 1
		p := Murphy(chances, truths)
		if sum := p.Reliability - p.Resolution + p.Uncertainty + p.Within; math.Abs(sum-p.Brier) > 1e-12 ||
			p.Reliability < 0 || p.Resolution < 0 {
			t.Fatalf("the parts of %+v add up to %v", p, sum)
		}
	}
	p := Murphy([]float64{0.25, 0.25, 0.25, 0.25}, []bool{true, false, false, false})
	if p.Reliability != 0 || p.Resolution != 0 || math.Abs(p.Brier-p.Uncertainty) > 1e-12 {
		t.Errorf("who says the share of all has %+v", p)
	}
}
