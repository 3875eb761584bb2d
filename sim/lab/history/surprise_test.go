package history

import (
	"math"
	"testing"

	"entente/sim"
	"entente/sim/lab"
	"entente/sim/lab/stats"
)

// By hand, of 9 runs: a claim that came true was foretold in 4 (log of 4.5 / 10), two that did not in 0 and 9 (logs of
// 9.5 and 0.5 / 10). Either side counts for half.
func TestSurpriseByHand(t *testing.T) {
	claims := []Claim{{Truth: true, Chance: stats.ShareOf(4, 9)}, {Chance: stats.ShareOf(0, 9)}, {Chance: stats.ShareOf(9, 9)}}
	want := (-math.Log(0.45) + (-math.Log(0.95)-math.Log(0.05))/2) / 2
	if got := surprise(claims); math.Abs(got-want) > 1e-12 {
		t.Errorf("surprise is %v, want %v", got, want)
	}
	if got, want := surprise(claims[:1]), -math.Log(0.45); math.Abs(got-want) > 1e-12 {
		t.Errorf("of what came true alone it is %v, want %v", got, want)
	}
	if got, want := surprise(claims[1:]), (-math.Log(0.95)-math.Log(0.05))/2; math.Abs(got-want) > 1e-12 {
		t.Errorf("of what did not alone it is %v, want %v", got, want)
	}
}

// The surprise at several seeds is their mean, whoever plays it.
func TestSurpriseIsAMeanOverSeeds(t *testing.T) {
	ep, _ := FindEpisode("V4")
	s := shipped(t, ep.Scenario)
	c := &Calibration{Episodes: []Episode{ep}, Scenarios: map[string]sim.Scenario{ep.Scenario: s}, Runs: 3, Workers: 3}
	one, other := c.Surprise(t.Context(), s.Parameters, 1), c.Surprise(t.Context(), s.Parameters, 2)
	c.Workers = 1
	if got := c.Surprise(t.Context(), s.Parameters, 1, 2); math.Abs(got-(one+other)/2) > 1e-12 || one == other {
		t.Errorf("by two seeds it is %v, by each %v and %v", got, one, other)
	}
}

// The largest scenario is played as often as asked, a small one more often, and none is made more costly by that than a
// quarter of it.
func TestSmallScenariosArePlayedMoreOften(t *testing.T) {
	c := &Calibration{Episodes: decided(t), Scenarios: map[string]sim.Scenario{}, Runs: 5}
	for _, ep := range c.Episodes {
		c.Scenarios[ep.Scenario] = shipped(t, ep.Scenario)
	}
	c.lay()
	size := func(j judged) int { return j.world.N() * j.world.N() * j.world.Calendar.Ticks() }
	largest, episodes := 0, 0
	for _, j := range c.laid {
		largest, episodes = max(largest, size(j)), episodes+len(j.episodes)
	}
	played := map[int]bool{}
	for _, j := range c.laid {
		played[j.runs] = true
		if j.runs < 5 || j.runs > 5*most || j.runs > 5 && j.runs*size(j) > 5*largest/4 || size(j) == largest && j.runs != 5 {
			t.Errorf("%s, %d of %d in size, is played %d times", j.world.Scenario.Name, size(j), largest, j.runs)
		}
	}
	if !played[5] || !played[5*most] || episodes != len(c.Episodes) {
		t.Errorf("of %d episodes %d are laid out, played so often: %v", len(c.Episodes), episodes, played)
	}
}

// Claims of one episode hang together: by the design effect they are worth a few independent ones, and PerEpisode is
// the most that nearly all are worth.
func TestClaimsHangTogether(t *testing.T) {
	if testing.Short() {
		t.Skip("plays every episode a hundred times")
	}
	const runs = 100
	episodes := decided(t)
	cells, place := cellsOf(episodes, func(name string) sim.Scenario { return shipped(t, name) })
	chance, sum, squares := map[string][]float64{}, map[string]float64{}, map[string]float64{}
	for seed := range uint64(runs) {
		played := lab.PlayCells(t.Context(), cells, lab.Options{Runs: 1, Seed: seed + 1})
		for _, ep := range episodes {
			came := 0.0
			claims := endingsOf(played, place[ep.Scenario]).judge(ep, seed).Claims
			if chance[ep.ID] == nil {
				chance[ep.ID] = make([]float64, len(claims))
			}
			for k, claim := range claims {
				chance[ep.ID][k] += claim.Chance.Mean / runs
				came += claim.Chance.Mean
			}
			sum[ep.ID] += came / runs
			squares[ep.ID] += came * came / runs
		}
	}
	var worth []float64
	above := 0
	for _, ep := range episodes {
		alone, together := 0.0, squares[ep.ID]-sum[ep.ID]*sum[ep.ID]
		for _, p := range chance[ep.ID] {
			alone += p * (1 - p)
		}
		if together > 1e-9 {
			v := float64(len(chance[ep.ID])) * alone / together
			worth = append(worth, v)
			if v > PerEpisode {
				above++
			}
		}
	}
	if m := stats.Median(worth); m < 1.5 || m > 3.5 || above > 2 {
		t.Errorf("claims of an episode are worth %.1f independent ones in the median, and of %d episodes those of %d more than "+
			"%d", m, len(worth), above, PerEpisode)
	}
}
