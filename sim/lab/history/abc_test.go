package history

import (
	"context"
	"math"
	"strconv"
	"testing"
)

// remembered is a ledger that notes nothing and remembers trials by their numbers.
type remembered func(n int) (string, bool)

func (r remembered) Recall(key string) (string, bool) {
	n, err := strconv.Atoi(key)
	if err != nil {
		panic(err)
	}
	return r(n)
}

func (remembered) Note(string, string) {}

// cloud is the posterior when the n-th trial lies at distance(n).
func cloud(t *testing.T, particles, levels int, distance func(n int) float64) *Calibrated {
	t.Helper()
	c := &Calibration{
		Knobs: []Knob{{Name: "decision.reluctance", Spread: 1}}, Seed: 1, Particles: particles, Levels: levels,
		Ledger: remembered(func(n int) (string, bool) {
			return "posterior," + strconv.FormatFloat(distance(n), 'g', -1, 64) + ",0", true
		}),
	}
	out := &Calibrated{Knobs: c.Knobs}
	if err := c.posterior(&trials{c: c, ctx: context.Background()}, out); err != nil {
		t.Fatal(err)
	}
	return out
}

// Where history says nothing the posterior is the prior.
func TestAMuteHistoryLeavesThePrior(t *testing.T) {
	out := cloud(t, 1000, 5, func(int) float64 { return 1 })
	s := out.Marginal(0)
	if math.Abs(s.Q50) > 0.15 || math.Abs(s.Q95-1.645) > 0.25 || math.Abs(s.Q05+1.645) > 0.25 {
		t.Errorf("the posterior is %+v, want a standard normal", s)
	}
}

// Half of the particles are near and no step is: nobody moves, and the far ones are replaced by the near.
func TestFarParticlesGo(t *testing.T) {
	out := cloud(t, 40, 1, func(n int) float64 {
		if n < 40 {
			return float64(1 + n%2)
		}
		return 3
	})
	if out.Levels[0].Moved != 0 || out.Levels[0].Kept != 20 {
		t.Errorf("level %+v: 20 are kept and no step is taken", out.Levels[0])
	}
	distinct := map[float64]bool{}
	for _, row := range out.Posterior {
		distinct[row[0]] = true
	}
	if len(distinct) > 20 {
		t.Errorf("%d distinct particles are left of 20 near ones", len(distinct))
	}
}
