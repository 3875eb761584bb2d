package lab

import (
	"slices"
	"sync"

	"entente/sim"
)

// NoCoding is the coding of a run whose figures are those of the scenario.
const NoCoding = -1

// runsOfACoding is how many runs in a row share one coding.
const runsOfACoding = 5

// CodingOf is the coding that run k of a scenario plays, or the rescaling of its constants that were not fitted: a few runs in a row share one, so that its world is laid once for
// all of them, and the next few have another. Runs of one coding have different draws of constants, and runs of one
// draw different codings, so that what the one does can be told from what the other does.
//
//	coding of run k = ⌊k / 5⌋
//
// By hand: runs 0 to 4 play coding 0, with draws 0 to 4, and runs 200 to 204 coding 40 with the same draws, if there
// are 200.
func CodingOf(s *sim.Scenario, k int) int {
	if s.Rescale == 0 && (s.Recode == 0 || len(s.Coded) == 0 && s.Past == nil) {
		return NoCoding
	}
	return k / runsOfACoding
}

// codedWorlds are a world as other hands would have coded it. A few are kept: runs come in their order, and several
// workers may play one.
type codedWorlds struct {
	world *sim.World // as the scenario has it
	seed  uint64

	mutex sync.Mutex
	known []codedWorld // the latest last
}

type codedWorld struct {
	coding int
	lay    func() *sim.World
}

// mostCoded is how many are kept: room for the blocks that a few workers have in hand. A setting of the arithmetic.
const mostCoded = 8

// by is the world by one coding.
func (c *codedWorlds) by(coding int) *sim.World {
	if coding == NoCoding {
		return c.world
	}
	c.mutex.Lock()
	k := slices.IndexFunc(c.known, func(w codedWorld) bool { return w.coding == coding })
	if k < 0 {
		s := &c.world.Scenario
		c.known = append(c.known, codedWorld{coding, sync.OnceValue(func() *sim.World {
			return sim.NewWorld(otherwise(s, c.seed, uint64(coding)))
		})})
		c.known = c.known[max(0, len(c.known)-mostCoded):]
		k = len(c.known) - 1
	}
	lay := c.known[k].lay
	c.mutex.Unlock()
	return lay()
}

// otherwise is a scenario as another hand would have coded it, or with other constants than were judged; one at a time.
func otherwise(s *sim.Scenario, seed, number uint64) sim.Scenario {
	if s.Rescale > 0 {
		return s.Rescaled(seed, number)
	}
	return s.Recoded(s.Recode, seed, number)
}

// player is what one worker plays the runs of a world on: one room for all, or for each coding one as its turn comes.
type player struct {
	worlds *codedWorlds
	coding int
	run    *sim.Run
}

// on is the room for run k.
func (p *player) on(k int) *sim.Run {
	if coding := CodingOf(&p.worlds.world.Scenario, k); p.run == nil || coding != p.coding {
		p.coding, p.run = coding, sim.NewRun(p.worlds.by(coding))
	}
	return p.run
}
