package stats_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"entente/sim/lab/design"
	"entente/sim/lab/stats"
)

// corner is a sample in which points with the first factor above 0.6 and the second below 0.4 are of interest, but for
// some noise.
func corner(n, dims int, noise float64, seed uint64) (x [][]float64, hits []bool) {
	d := design.NewSobol(dims, n, seed)
	x = make([][]float64, dims)
	u := make([]float64, dims)
	luck := rand.New(rand.NewPCG(seed, 1))
	for p := range n {
		d.At(p, u)
		for k := range u {
			x[k] = append(x[k], u[k])
		}
		hit := u[0] > 0.6 && u[1] < 0.4
		hits = append(hits, hit != (luck.Float64() < noise))
	}
	return x, hits
}

// A box that is there is found, and nothing but it: its two limits and none of the other three factors.
func TestABoxThatIsThereIsFound(t *testing.T) {
	for _, noise := range []float64{0, 0.05} {
		x, hits := corner(1024, 5, noise, 3)
		s := stats.FindBox(x, hits, -1)
		b := s.Box
		if math.Abs(b.Low[0]-0.6) > 0.03 || math.Abs(b.High[1]-0.4) > 0.03 || b.Bounded[2] || b.Bounded[3] || b.Bounded[4] {
			t.Errorf("with noise %v the box is %v to %v, bounded %v; it lies above 0.6 and below 0.4 in the first two", noise, b.Low, b.High,
				b.Bounded)
		}
		if math.Abs(b.Mass-0.16) > 0.02 || b.Density < 0.93-noise || noise == 0 && b.Coverage < 0.95 {
			t.Errorf("with noise %v it has mass %.3f, coverage %.3f and density %.3f", noise, b.Mass, b.Coverage, b.Density)
		}
		if s.QuasiP[0] > 1e-6 || s.QuasiP[1] > 1e-6 || s.QuasiP[2] != 1 {
			t.Errorf("with noise %v the quasi-p are %v", noise, s.QuasiP)
		}
		if s.Held == nil || s.Held.Density.Mean < 0.85-noise || s.Held.Density.High < 0.95-noise {
			t.Errorf("with noise %v the box of one half does so in the other: %+v", noise, s.Held)
		}
		for k := 1; k < len(s.Path); k++ {
			if before, now := s.Path[k-1], s.Path[k]; now.Inside >= before.Inside || now.Coverage > before.Coverage {
				t.Errorf("step %d of the path goes from %d points and coverage %v to %d and %v", k, before.Inside, before.Coverage, now.Inside,
					now.Coverage)
			}
		}
	}
}

// Where nothing is to be found the limits are dropped as doubtful, or the box does no better in the other half than all
// points do.
func TestNoiseMakesNoScenario(t *testing.T) {
	misled := 0
	for seed := range uint64(10) {
		x, hits := corner(400, 4, 0.5, seed)
		s := stats.FindBox(x, hits, -1)
		if s.Held.Density.Low > float64(s.Hits)/float64(s.Points) {
			misled++
		}
	}
	if misled > 1 {
		t.Errorf("in %d of 10 samples of noise the box of one half is denser in the other, beyond luck", misled)
	}
}

// Values that are tied are peeled together.
func TestTiedValuesStayTogether(t *testing.T) {
	x, hits := [][]float64{nil}, []bool(nil)
	for i := range 90 {
		x[0] = append(x[0], float64(i%3))
		hits = append(hits, i%3 == 1)
	}
	s := stats.FindBox(x, hits, -1)
	if s.Box.Low[0] != 1 || s.Box.High[0] != 1 || s.Box.Density != 1 || s.Box.Coverage != 1 {
		t.Errorf("of the values 0, 1 and 2, all hits at 1, the box is %+v", s.Box)
	}
}

// Without a hit, or with nothing but hits, there is no box; which box of the path is made from can be chosen.
func TestNothingToTellApart(t *testing.T) {
	x := [][]float64{{1, 2, 3}}
	if s := stats.FindBox(x, []bool{true, true, true}, -1); len(s.Path) > 0 || s.Hits != 3 {
		t.Errorf("of hits alone there is %+v", s)
	}
	if s := stats.FindBox(x, []bool{false, false, false}, -1); len(s.Path) > 0 || s.Points != 3 {
		t.Errorf("without a hit there is %+v", s)
	}
	all, hits := corner(512, 3, 0.05, 1)
	if s := stats.FindBox(all, hits, 2); s.Chosen != 2 || s.Box.Coverage < s.Path[5].Coverage {
		t.Errorf("chosen is box %d with coverage %v", s.Chosen, s.Box.Coverage)
	}
}

// Of ten tosses of a fair coin eight or more come up heads in 56 of 1,024 cases.
func TestAtLeastByHand(t *testing.T) {
	if got := stats.AtLeast(8, 10, 0.5); math.Abs(got-56.0/1024) > 1e-9 {
		t.Errorf("eight heads or more in ten have the chance %v, want %v", got, 56.0/1024)
	}
	if stats.AtLeast(0, 5, 0.1) != 1 || stats.AtLeast(6, 5, 0.9) != 0 {
		t.Error("no success at least is certain, and more successes than trials are impossible")
	}
}
