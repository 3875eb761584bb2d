package lab

import "entente/sim"

// fates is how every run of an ensemble went for its clauses, and what it came to: for each figure a column of runs, so that a million
// of them take some 200 bytes each. Those of a run that failed mean nothing.
type fates struct {
	signed, ratified [][]int16 // state: tick of the first signature of the headline clause, and ratification; -1 if none
	bound            [][]bool  // state: by the headline clause at the end
	inForce          [][]bool  // tick: the headline clause
	most             []int16   // most signatories of it at any tick
	first            [][]int16 // clause: tick of first entry into force, -1 if none
	atEnd            [][]bool  // clause: in force at the end
	ties, access     []int16   // pairs with any tie at the end, and with access or more
	small            []int16   // arrangements at work at the end
	lost             []float64 // trade of all states, US$ bn
}

// newFates has room for so many runs.
func newFates(w *sim.World, runs int) *fates {
	return &fates{
		signed: columns[int16](w.N(), runs), ratified: columns[int16](w.N(), runs), bound: columns[bool](w.N(), runs),
		inForce: columns[bool](w.Calendar.Ticks(), runs), most: make([]int16, runs),
		first: columns[int16](len(w.Clauses), runs), atEnd: columns[bool](len(w.Clauses), runs),
		ties: make([]int16, runs), access: make([]int16, runs), small: make([]int16, runs), lost: make([]float64, runs),
	}
}

// columns are so many, with a place for each run.
func columns[T any](count, runs int) [][]T {
	all := make([][]T, count)
	for k := range all {
		all[k] = make([]T, runs)
	}
	return all
}

// watch notes one tick of run k.
func (f *fates) watch(run *sim.Run, k, headline int) {
	signatories := int16(0)
	for i := range f.signed {
		if run.Signed(headline, i) {
			signatories++
		}
	}
	f.most[k] = max(f.most[k], signatories)
	f.inForce[run.Tick][k] = run.InForce(headline)
}

// close notes how run k ended.
func (f *fates) close(run *sim.Run, k, headline int) {
	for c := range f.first {
		f.first[c][k], f.atEnd[c][k] = int16(run.FirstInForce(c)), run.InForce(c)
	}
	for i := range f.signed {
		f.signed[i][k], f.ratified[i][k] = int16(run.FirstSigned(headline, i)), int16(run.FirstRatified(headline, i))
		f.bound[i][k] = run.Bound(headline, i)
		f.lost[k] += run.TradeLost(i)
	}
	byRung := tiesByRung(run)
	f.ties[k], f.access[k] = int16(tied(byRung)), int16(atLeast(byRung, sim.RungAccess))
	for c := range run.Circles() {
		if _, awake := run.Circle(c); awake {
			f.small[k]++
		}
	}
}

// members is how many states the headline clause binds at the end of run k.
func (f *fates) members(k int) int {
	count := 0
	for i := range f.bound {
		if f.bound[i][k] {
			count++
		}
	}
	return count
}
