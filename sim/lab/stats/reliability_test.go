package stats

import (
	"math"
	"math/rand/v2"
	"testing"
)

// forecasts are some of so many units: each says a chance of each claim, and what came true.
func forecasts(units, each int, luck *rand.Rand, came func(chance float64) float64) (chances []float64, truths []bool, unit []int) {
	for u := range units {
		for range each {
			c := luck.Float64()
			chances, truths, unit = append(chances, c), append(truths, luck.Float64() < came(c)), append(unit, u)
		}
	}
	return chances, truths, unit
}

// Six units say 0.85 of two claims each; in five of them both come true and in one neither does: 10 of 12. One unit more says 0.15.
func TestTrustByHand(t *testing.T) {
	chances, truths, unit := []float64{0.15}, []bool{false}, []int{6}
	for u := range 6 {
		for range 2 {
			chances, truths, unit = append(chances, 0.85), append(truths, u > 0), append(unit, u)
		}
	}
	p := Murphy(chances, truths)
	p.Trusted(chances, truths, unit, 1)
	low, high := p.Bins[0], p.Bins[1]
	if low.Trust.Units != 1 || low.Trust.Came != nil || low.Says() != Untold {
		t.Errorf("one unit says of others: %+v", low.Trust)
	}
	if high.Trust.Units != 6 || high.Trust.Came == nil || math.Abs(high.Trust.Came.Mean-10.0/12) > 1e-12 || high.Says() != Sound {
		t.Fatalf("six units say %+v, %v", high.Trust, high.Says())
	}
	// Units come whole: of six drawn, k are the one with none (binomial, 1/6 each), and the share is 1 - k/6. P(k >= 4) is 0.9 %, P(k >= 3) 6 %.
	if c := high.Trust.Came; math.Abs(c.Low-0.5) > 1e-9 || c.High != 1 {
		t.Errorf("the interval over units is %v to %v, by hand 1/2 to 1", c.Low, c.High)
	}
	// Twelve claims of 0.85 apart: seven or fewer come true in 2.4 % (binomial), all in 14 %.
	if c := high.Trust.Consistent; math.Abs(c.Low-8.0/12) > 1e-9 || c.High != 1 {
		t.Errorf("if chances hold %v to %v come true, by hand 8/12 to 1", c.Low, c.High)
	}
}

// Where nothing came true resampling makes nothing else: that is no proof that small chances are too high.
func TestNothingCameTrueOfSmallChances(t *testing.T) {
	var chances []float64
	var unit []int
	for u := range 10 {
		chances, unit = append(chances, 0.02, 0.03), append(unit, u, u)
	}
	p := Murphy(chances, make([]bool, 20))
	p.Trusted(chances, make([]bool, 20), unit, 1)
	if b := p.Bins[0]; b.Says() != Sound || b.Trust.Came != nil {
		t.Errorf("none of twenty came true at 2.5 %%: %v, %+v", b.Says(), b.Trust)
	}
}

// Who says what is so is seldom called wrong; who says one half of what always happens, and of what never does, always is.
func TestTrustTellsTheReliableFromTheRest(t *testing.T) {
	luck := rand.New(rand.NewPCG(3, 4))
	wrong, told := 0, 0
	for k := range 40 {
		chances, truths, unit := forecasts(20, 15, luck, func(c float64) float64 { return c })
		p := Murphy(chances, truths)
		p.Trusted(chances, truths, unit, uint64(k))
		for _, b := range p.Bins {
			told++
			if b.Says() != Sound {
				wrong++
			}
		}
	}
	if share := float64(wrong) / float64(told); share > 0.06 {
		t.Errorf("of what is so %.1f %% is called too low or too high, in %d tenths", 100*share, told)
	}
	for want, came := range map[Word]float64{TooLow: 1, TooHigh: 0} {
		chances, truths, unit := forecasts(20, 15, luck, func(float64) float64 { return came })
		p := Murphy(chances, truths)
		p.Trusted(chances, truths, unit, 1)
		if b := p.Bins[len(p.Bins)/2]; b.Says() != want {
			t.Errorf("chances of %v of what comes true with %v are called %v", b.Mean, came, b.Says())
		}
	}
}

// Claims of one unit that all come true together are one thing, and no proof as many apart would be.
func TestClaimsOfOneUnitHangTogether(t *testing.T) {
	width := func(together bool) float64 {
		luck := rand.New(rand.NewPCG(5, 6))
		var chances []float64
		var truths []bool
		var unit []int
		for u := range 12 {
			whole := luck.Float64() < 0.75
			for range 20 {
				came := whole
				if !together {
					came = luck.Float64() < 0.75
				}
				chances, truths, unit = append(chances, 0.75), append(truths, came), append(unit, u)
			}
		}
		p := Murphy(chances, truths)
		p.Trusted(chances, truths, unit, 1)
		return p.Bins[0].Trust.Came.High - p.Bins[0].Trust.Came.Low
	}
	if joined, apart := width(true), width(false); joined < 2*apart {
		t.Errorf("the interval of claims that come true together is %v wide, of those apart %v", joined, apart)
	}
}

// What no tenth tells by itself all of them may tell together: who says 0.1 too little everywhere is caught, who says what is so is not.
func TestTheMiddleTellsWhatNoBinDoes(t *testing.T) {
	luck := rand.New(rand.NewPCG(7, 8))
	caught, blamed := 0, 0
	for k := range 20 {
		for _, shift := range []float64{0.15, 0} {
			chances, truths, unit := forecasts(20, 15, luck, func(c float64) float64 { return c + shift })
			p := Murphy(chances, truths)
			p.Trusted(chances, truths, unit, uint64(k))
			m, within := p.Middle, 0
			for _, c := range chances {
				if 0.1 <= c && c < 0.9 {
					within++
				}
			}
			if m.Units != 20 || m.Forecasts != within || math.Abs(m.Above.Mean-(m.Happened-m.Mean)) > 1e-12 {
				t.Fatalf("the middle of %d is %+v", within, m)
			}
			switch outside := m.Above.Low > 0 || m.Above.High < 0; {
			case shift > 0 && m.Above.Low > 0:
				caught++
			case shift == 0 && outside:
				blamed++
			}
		}
	}
	if caught < 19 || blamed > 3 {
		t.Errorf("of 20 who say too little %d are caught, of 20 who say what is so %d are blamed", caught, blamed)
	}
}
