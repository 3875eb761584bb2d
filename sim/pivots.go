package sim

import "entente/sim/networks"

// Who could carry a clause. A set of states is self-sustaining if each of its members, expecting just that set to be in
// and nobody else, would sign, and the set has what the clause's own text asks for: all whose ratification it requires,
// and as many members as it needs. One that holds no smaller set of the kind is a k-group (Schelling 1973, "Hockey
// Helmets, Concealed Weapons, and Daylight Saving", Journal of Conflict Resolution 17(3), 381-428; 1978, Micromotives and
// Macrobehavior, chapter 7): Schelling's actors are alike, so that a number says it all; ours are not, so we look for
// sets, and k is the size of the smallest.
//
// A state would sign if its chance is at least a draw. At a draw of one half that is a utility of zero or more, and what
// the median government would do (see Run.decide). Utility weighs the clause against its coming to nothing, as
// Schelling's k does, not against letting the others sign alone.
//
// Nothing is assumed to be monotone: a quarrel at the table can make a larger set fail where a smaller one holds. So sets
// are looked at one by one, smallest first.

// mostSets bounds the search: this many sets are looked at in one go. It takes in every set of fourteen states beside
// those whom the text requires.
const mostSets = 1 << 14

// Caucus is a clause on the table as one run finds it just before anyone decides.
type Caucus struct {
	r           *Run
	clause      int
	disposition float64

	away    int // seat of a state that stays out whatever happens, -1 if none
	sure    int // seat of a state that is in whatever it thinks, -1 if none
	doubter int // the seat that last said no: likely to say it again, so asked first
}

// Pivots is who could carry a clause, who could not be done without and whom the others hang on.
type Pivots struct {
	Seated  Set   // those at the table
	Minimal []Set // the self-sustaining sets that hold no smaller one, smallest first
	// UpTo is the size up to which every set was looked at: the size of the table, unless it has too many sets. Then, if
	// none was found, one larger set is got by taking states out of Settled one by one.
	UpTo     int
	Picked   bool    // Minimal is that one: of those that are larger than UpTo any other may do as well, and smaller ones may
	Settled  Set     // where the package on the table ends: all are in, and whoever would not stay leaves
	Risen    Set     // where a crowd ends that starts from nobody: whoever would come comes, and stays
	Rises    bool    // Risen is self-sustaining: nobody needs to wait for another
	Vetoes   Set     // without each of them no set is self-sustaining, also if the text did not ask for it
	Holdouts Set     // where no set is: one would settle if this state signed whatever it thinks of it
	Nearest  Set     // where no set is: the one with what the text asks for whose member least likely to sign has the highest chance
	Reach    float64 // the chance of that member: with draws up to it the set would be self-sustaining
	Laggard  int     // that member; -1 if there is no such set
	Without  []Set   // where the package on the table ends if each of Seated, in its order, stays away
}

// Caucus plays a run of seed up to a tick, just before its decisions, and seats all who may sign the clause then. Those
// who have signed keep their seats and are asked whether they would stay, with the inertia of members. It uses the run
// up: Start it before anything else.
func (r *Run) Caucus(seed, run uint64, clause, tick int, disposition float64) *Caucus {
	r.replay(seed, run, clause, tick)
	return &Caucus{r: r, clause: clause, disposition: disposition, away: -1, sure: -1}
}

// Carries tells whether a set of states is self-sustaining. One of whom some are not at the table is not.
func (c *Caucus) Carries(set Set) bool {
	in := make([]bool, len(c.r.talks.seats))
	seated := 0
	for a, i := range c.r.talks.seats {
		if in[a] = set.Has(i); in[a] {
			seated++
		}
	}
	return seated == set.Len() && c.enough(in) && c.sustains(in)
}

// Pivots tells who could carry the clause, without whom it could not be, and whom the others hang on. Of a table with too
// many sets it says how far it looked.
func (c *Caucus) Pivots() Pivots {
	n := len(c.r.talks.seats)
	everyone := make([]bool, n)
	fill(everyone, true)
	p := Pivots{Seated: c.set(everyone), Laggard: -1}
	settled := c.settles()
	risen := networks.Rise(n, func(a int, in []bool) bool { return in[a] || c.would(a, in) })
	p.Settled, p.Risen = c.set(settled), c.set(risen)
	p.Rises = c.enough(risen) && c.sustains(risen)
	p.UpTo = c.sets(func(in []bool) bool {
		set := c.set(in)
		for _, smaller := range p.Minimal {
			if set.Holds(smaller) {
				return true
			}
		}
		if c.sustains(in) {
			p.Minimal = append(p.Minimal, set)
		}
		return true
	})
	if len(p.Minimal) == 0 && c.enough(settled) { // there is one, and larger than those looked at
		p.Minimal, p.Picked = append(p.Minimal, c.trim(settled)), true
	}
	if len(p.Minimal) == 0 {
		p.Nearest, p.Reach, p.Laggard = c.nearest()
	}
	for a := range n {
		c.away = a
		without := c.settles()
		c.away = -1
		p.Without = append(p.Without, c.set(without))
		switch {
		case len(p.Minimal) > 0 && c.vetoes(a, p.Minimal, without):
			p.Vetoes.add(c.r.talks.seats[a])
		case len(p.Minimal) == 0 && c.unlocks(a):
			p.Holdouts.add(c.r.talks.seats[a])
		}
	}
	return p
}

// vetoes tells whether no set is self-sustaining without the state on seat a, even if the text did not require it.
// without is where the others settle.
func (c *Caucus) vetoes(a int, minimal []Set, without []bool) bool {
	c.away = a
	defer func() { c.away = -1 }()
	if c.enough(without) {
		return false
	}
	i := c.r.talks.seats[a]
	if !c.requires(i) {
		for _, set := range minimal {
			if !set.Has(i) {
				return false
			}
		}
		return true
	}
	found := false
	c.sets(func(in []bool) bool {
		found = c.sustains(in)
		return !found
	})
	return !found
}

// unlocks tells whether a set with what the text asks for would settle if the state on seat a signed anyway.
func (c *Caucus) unlocks(a int) bool {
	c.sure = a
	defer func() { c.sure = -1 }()
	return c.enough(c.settles())
}

// nearest is the set that comes nearest to being self-sustaining, with its member least likely to sign.
func (c *Caucus) nearest() (set Set, reach float64, laggard int) {
	laggard = -1
	last := 0 // the seat that last ruled a set out: likely to rule out the next, so asked first
	c.sets(func(in []bool) bool {
		c.expect(in)
		if in[last] && c.chance(last) <= reach {
			return true
		}
		least, who := 1.0, -1
		for a := range in {
			if !in[a] {
				continue
			}
			if chance := c.chance(a); chance <= least {
				least, who = chance, a
			}
			if least <= reach {
				last = a
				return true
			}
		}
		if who >= 0 {
			set, reach, laggard = c.set(in), least, c.r.talks.seats[who]
		}
		return true
	})
	return set, reach, laggard
}

// trim takes states out of a self-sustaining set, one by one in the order of their seats, as long as what is left
// settles to one that is.
func (c *Caucus) trim(in []bool) Set {
	for a := range in {
		if !in[a] {
			continue
		}
		fewer := append([]bool(nil), in...)
		fewer[a] = false
		if fewer = networks.SettleFrom(fewer, c.leaves); c.enough(fewer) {
			in = fewer
		}
	}
	return c.set(in)
}

// settles is the set that is left of the package on the table when all who would not stay have left.
func (c *Caucus) settles() []bool { return networks.Settle(len(c.r.talks.seats), c.leaves) }

// leaves lets those who are in decide whether to stay. Who has left does not come back, as in Run.expects, so that it ends
// also where one state's signature deters another.
func (c *Caucus) leaves(a int, in []bool) bool { return in[a] && c.would(a, in) }

// would tells whether the state on seat a would sign, expecting just those in.
func (c *Caucus) would(a int, in []bool) bool {
	c.expect(in)
	return a != c.away && c.willing(a)
}

// sustains tells whether all who are in would sign, expecting just each other.
func (c *Caucus) sustains(in []bool) bool {
	c.expect(in)
	if d := c.doubter; d < len(in) && in[d] && !c.willing(d) {
		return false
	}
	for a := range in {
		if in[a] && !c.willing(a) {
			c.doubter = a
			return false
		}
	}
	return true
}

// expect lets all at the table expect just those in.
func (c *Caucus) expect(in []bool) {
	for a := range in {
		c.r.talks.expect[a] = 0
		if in[a] && a != c.away {
			c.r.talks.expect[a] = 1
		}
	}
	c.r.sum()
}

// willing tells whether the state on seat a would sign, as things are expected.
func (c *Caucus) willing(a int) bool {
	return a == c.sure || c.chance(a) >= c.disposition
}

// chance is that of the state on seat a signing, or staying, as things are expected.
func (c *Caucus) chance(a int) float64 {
	return c.r.w.Parameters.Common.chance(c.r.utilityOf(a) + c.r.inertia(c.clause, c.r.talks.seats[a]))
}

// requires tells whether the text names state i among those it cannot do without.
func (c *Caucus) requires(i int) bool {
	for _, q := range c.r.w.clauses[c.clause].required {
		if q == i {
			return true
		}
	}
	return false
}

// enough tells whether those in are all whom the text requires, but for a state that is away, and as many as it needs.
// It is the rule of entry into force, also for a clause that is in force, so that ticks can be compared.
func (c *Caucus) enough(in []bool) bool {
	members := 0
	for a := range in {
		if in[a] {
			members++
		}
	}
	for _, i := range c.r.w.clauses[c.clause].required {
		a := c.r.talks.seat[i]
		if a < 0 || !in[a] && a != c.away {
			return false
		}
	}
	return members >= c.r.w.clauses[c.clause].minimum
}

// sets shows every set that has what the text asks for, smallest first, until see has seen enough. Sizes are gone through
// whole; it stops before one that would take it beyond mostSets and returns the last size it did.
func (c *Caucus) sets(see func(in []bool) bool) (upTo int) {
	n := len(c.r.talks.seats)
	in := make([]bool, n)
	var free []int
	must := 0
	for a, i := range c.r.talks.seats {
		switch {
		case a == c.away:
		case c.requires(i):
			in[a] = true
			must++
		default:
			free = append(free, a)
		}
	}
	seen := 0
	for size := max(must, c.r.w.clauses[c.clause].minimum); size <= must+len(free); size++ {
		if seen += choices(len(free), size-must); seen > mostSets {
			return size - 1
		}
		if !combine(in, free, size-must, func() bool { return !c.enough(in) || see(in) }) {
			return size
		}
	}
	return n
}

// combine puts every choice of so many of the free seats in, one after the other, and tells whether it went through all.
func combine(in []bool, free []int, choose int, see func() bool) bool {
	if choose == 0 {
		return see()
	}
	for k := 0; k+choose <= len(free); k++ {
		in[free[k]] = true
		further := combine(in, free[k+1:], choose-1, see)
		in[free[k]] = false
		if !further {
			return false
		}
	}
	return true
}

// choices is the number of ways to choose k of n; beyond mostSets it says only that it is.
func choices(n, k int) int {
	ways := 1
	for j := 1; j <= min(k, n-k); j++ {
		if ways = ways * (n - j + 1) / j; ways > mostSets {
			return mostSets + 1
		}
	}
	return ways
}

// set is the states on the seats marked in.
func (c *Caucus) set(in []bool) Set {
	var m Set
	for a, i := range c.r.talks.seats {
		if in[a] {
			m.add(i)
		}
	}
	return m
}
