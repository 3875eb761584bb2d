package stats_test

import (
	"math"
	"testing"

	"entente/sim/lab/design"
	"entente/sim/lab/stats"
)

func TestMorrisByHand(t *testing.T) {
	m := stats.MorrisOf([]float64{1, -1, 3}, 1)
	if m.Mu.Mean != 1 || math.Abs(m.MuStar.Mean-5.0/3) > 1e-9 || m.Sigma.Mean != 2 {
		t.Errorf("effects 1, -1, 3 have mu %v, mu* %v and sigma %v; want 1, 5/3 and 2", m.Mu.Mean, m.MuStar.Mean, m.Sigma.Mean)
	}
}

// morris looks at a function along trajectories.
func morris(k, trajectories, levels int, f func([]float64) float64) []stats.MorrisEffects {
	d := design.NewMorris(k, trajectories, levels, 3)
	effects := make([][]float64, k)
	before, after := make([]float64, k), make([]float64, k)
	for p := range d.Points() {
		if p%d.Width > 0 {
			d.At(p-1, before)
			d.At(p, after)
			factor, by := design.Moved(before, after)
			effects[factor] = append(effects[factor], (f(after)-f(before))/by)
		}
	}
	var all []stats.MorrisEffects
	for _, e := range effects {
		all = append(all, stats.MorrisOf(e, 1))
	}
	return all
}

// Of a straight function every effect is its slope; of a product each depends on the other.

func TestMorrisTellsStraightFromCrooked(t *testing.T) {
	m := morris(3, 200, 4, func(u []float64) float64 { return 5*u[0] - 2*u[1] + 4*(u[2]-0.5)*(u[0]-0.5) })
	if math.Abs(m[0].Mu.Mean-5) > 0.3 || math.Abs(m[1].Mu.Mean+2) > 1e-6 || math.Abs(m[1].MuStar.Mean-2) > 1e-6 || m[1].Sigma.Mean > 1e-6 {
		t.Errorf("slopes of 5 and -2 have mu %v and %v, mu* %v and sigma %v", m[0].Mu.Mean, m[1].Mu.Mean, m[1].MuStar.Mean, m[1].Sigma.Mean)
	}
	if math.Abs(m[2].Mu.Mean) > 0.3 || m[2].MuStar.Mean < 1 || m[2].Sigma.Mean < 1 {
		t.Errorf("a factor that acts through another alone has mu %v, mu* %v and sigma %v", m[2].Mu.Mean, m[2].MuStar.Mean, m[2].Sigma.Mean)
	}
	if i := m[2].MuStar; !(i.Low < i.Mean && i.Mean < i.High) {
		t.Errorf("its mu* has the interval %v", i)
	}
}

// Sobol's g ranks its factors as Campolongo et al. (2007) have them: the smaller the coefficient, the larger mu*.
func TestMorrisRanksSobolsG(t *testing.T) {
	m := morris(8, 500, 4, sobolG)
	for k := 1; k < 5; k++ {
		if m[k].MuStar.Mean >= m[k-1].MuStar.Mean {
			t.Errorf("factor %d has mu* %.3f and factor %d, which does less, %.3f", k, m[k-1].MuStar.Mean, k+1, m[k].MuStar.Mean)
		}
	}
}
