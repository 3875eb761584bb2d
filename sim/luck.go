package sim

import "golang.org/x/exp/rand"

// purpose is what a roll is for. Each has a stream of its own, named by words, so that a new kind of luck never
// disturbs an old one.
type purpose uint64

// The purposes for which luck is asked.
var (
	shockStrikes     = purposeOf("shock strikes")
	rivalMoves       = purposeOf("rival moves")
	governmentFalls  = purposeOf("government falls")
	governmentLeans  = purposeOf("government leans")
	secondThoughts   = purposeOf("second thoughts")
	mindKept         = purposeOf("mind kept")
	tieSuspended     = purposeOf("tie suspended")
	tieResumed       = purposeOf("tie resumed")
	tieDeepens       = purposeOf("tie deepens")
	tieLapses        = purposeOf("tie lapses")
	treatyEnds       = purposeOf("treaty ends")
	trilateralFounds = purposeOf("trilateral founded")
	arrangementSleep = purposeOf("arrangement rests")
	towardsClause    = purposeOf("disposition towards a clause")
	consents         = purposeOf("member consents")
	ratificationTime = purposeOf("time to ratification")
	homeVote         = purposeOf("vote at home")
	rivalPunishes    = purposeOf("rival punishes")
	recoding         = purposeOf("recoding")
)

// Luck is all the chance of one run. A roll depends on the seed, the run, the purpose, who it is for and the tick, and
// on nothing else: not on other rolls, not on how many states there are, not on the order of asking. So two scenarios
// with one seed can be compared run by run.
type Luck struct{ run uint64 }

// newLuck is the luck of one run of one seed.
func newLuck(seed, run uint64) Luck { return Luck{run: mix(mix(seed) + run)} }

// roll is uniform on [0, 1). who is the key of a state, a pair or a clause.
func (l *Luck) roll(why purpose, who uint64, tick int) float64 { return l.all(why, tick).roll(who) }

// rolls are those of one purpose at one tick. Who asks for many keeps what they have in common.
type rolls struct{ why, tick uint64 }

func (l *Luck) all(why purpose, tick int) rolls {
	return rolls{mix(l.run ^ uint64(why)), mix(uint64(tick))}
}

func (r rolls) roll(who uint64) float64 {
	var source rand.PCGSource
	source.Seed(mix(r.why ^ who + r.tick))
	return float64(source.Uint64()>>11) / (1 << 53)
}

// mix scatters the bits of a key: the finaliser of SplitMix64 (Steele, Lea & Flood 2014).
func mix(z uint64) uint64 {
	z += 0x9e3779b97f4a7c15
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// keyOf gives a name its key: FNV-1a (Fowler, Noll & Vo), mixed.
func keyOf(name string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(name) {
		h = (h ^ uint64(name[i])) * 1099511628211
	}
	return mix(h)
}

func purposeOf(words string) purpose { return purpose(keyOf(words)) }

// keyOfTwo is the key of two keys taken together, whichever comes first.
func keyOfTwo(a, b uint64) uint64 { return mix(min(a, b)) ^ max(a, b) }
