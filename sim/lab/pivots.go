package lab

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"entente/sim"
	"entente/sim/lab/stats"
)

// Pivots says who could carry a clause at one tick, as the runs of an ensemble find it: the smallest sets of states that
// carry themselves (sim.Caucus), who could not be done without and whom the others hang on. It depends on scenario,
// clause, tick, disposition, seed and number of runs only.
type Pivots struct {
	Head
	Tick        string  `json:"tick"`        // label of the tick that is looked at
	Disposition float64 `json:"disposition"` // chance from which a state counts as one that would sign; 0.5: the median government

	Required []string       `json:"required"`    // whom the text cannot do without, by id
	Minimum  int            `json:"minimum"`     // members that the text needs
	Seats    [2]int         `json:"seats"`       // fewest and most states at the table
	Carried  stats.Share    `json:"carried"`     // some set carries the clause
	HeldUp   stats.Share    `json:"held_up"`     // no set does, and one would settle if a single state came round
	Rises    stats.Share    `json:"rises"`       // whoever comes on their own do: nobody needs to wait for another
	Settled  float64        `json:"settled"`     // mean size of the largest set, where the package on the table ends
	Risen    float64        `json:"risen"`       // mean number that gather from nobody
	Sizes    []SizeShare    `json:"sizes"`       // of the smallest set: Schelling's k
	Sets     []CarryingSet  `json:"sets"`        // of runs whose least sets were all looked at; most often minimal first
	Nearest  []NearSet      `json:"nearest"`     // where no set carries it, most often nearest first
	States   []PivotalState `json:"states"`      // founders, then those it is open to; by name within each
	Cut      int            `json:"runs_cut"`    // in which the table had too many sets to look at all
	UpTo     int            `json:"searched_to"` // the size up to which all sets were looked at in each of these; 0 if there are none
	// LeastUntold are those of them in which none of the sets looked at carries the clause and a larger one does: any other of
	// its size may do as well, so that no set is told as a least one.
	LeastUntold int `json:"runs_least_untold"`
	// NearestUntold are those of them in which no set carries the clause: a larger one than those looked at may come nearer.
	NearestUntold int `json:"runs_nearest_untold"`
}

// SizeShare is how often the smallest set that carries the clause has so many members.
type SizeShare struct {
	Size   int         `json:"size"`              // members of the smallest set
	AtMost bool        `json:"at_most,omitempty"` // a smaller one may carry it too: not all were looked at
	Share  stats.Share `json:"share"`             // of runs in which it has so many
}

// CarryingSet is a set that in some run carries the clause and holds no smaller one that does.
type CarryingSet struct {
	Members []string     `json:"members"`                       // by id
	Minimal *stats.Share `json:"minimal" jsonschema:"nullable"` // it carries the clause and holds no smaller set that does; null if in some run least sets are untold
	Carries stats.Share  `json:"carries"`                       // it carries the clause
}

// NearSet is a set that in some run in which none carries the clause comes nearest to it: of all that have what the text
// needs its member least likely to sign has the highest chance.
type NearSet struct {
	Members []string    `json:"members"` // by id
	Nearest stats.Share `json:"nearest"` // none carries it, and this one comes nearest
	Reach   float64     `json:"reach"`   // mean over these runs: the chance of its member least likely to sign
	Laggard string      `json:"laggard"` // the member least likely to sign most often, by id
}

// PivotalState is one state's part in who could carry the clause.
type PivotalState struct {
	ID       string      `json:"id"`                       // as in the scenario
	Name     string      `json:"name"`                     // of the state, for people
	Role     Role        `json:"role"`                     // in the headline clause
	AtStart  bool        `json:"bound_at_start,omitempty"` // the clause bound it when the scenario began: it has signed before
	Required bool        `json:"required"`                 // by the text
	Seated   stats.Share `json:"seated"`                   // at the table
	// in some smallest set; null if in some run these are untold and the text does not require the state, so that it is in all
	Minimal  *stats.Share `json:"minimal" jsonschema:"nullable"`
	Settled  stats.Share  `json:"settled"`   // in the largest set
	ByText   stats.Share  `json:"by_text"`   // some set carries the clause, and the text allows none without this state
	ByWeight stats.Share  `json:"by_weight"` // some set does, and none without this state, whatever the text asks for
	// no set does, and this is the least likely to sign of the set that comes nearest; null if in some run that is untold
	Lags *stats.Share `json:"lags" jsonschema:"nullable"`
	// no set does, and one would settle if this state signed whatever it thinks of it
	HoldsUp stats.Share      `json:"holds_up"`
	Leave   stats.Difference `json:"leave"` // change in the others of the largest set who stay in without it, where it is in: 0 or less
	Join    stats.Difference `json:"join"`  // how many others would be in that are not, if it stayed away: 0 or more
}

// MedianDisposition is that of a government of which as many are keener as are not.
const MedianDisposition = 0.5

// FindPivots asks who could carry a clause at a tick, in as many runs of w as opts say. disposition is the chance from which a
// state counts as one that would sign. If ctx is cancelled, what it returns is that of the first so many runs.
func FindPivots(ctx context.Context, w *sim.World, clause, tick int, disposition float64, opts Options) *Pivots {
	text := w.Scenario.Clauses[w.Clauses[clause]]
	p := &Pivots{
		Head: NewHead("pivots", "", w, opts), Tick: w.Calendar.Label(tick), Disposition: disposition,
		Required: append([]string{}, slices.Sorted(slices.Values(text.Required))...), Minimum: text.Minimum,
		Sizes: []SizeShare{}, States: []PivotalState{},
	}
	p.Clause, p.ClauseTitle = w.Clauses[clause], text.Title
	each := make([]sim.Pivots, opts.Runs)
	failures := make([]string, opts.Runs)
	p.Played = inTurn(ctx, w, opts, func(run *sim.Run, k int) bool {
		failures[k] = attempt(func() { each[k] = run.Caucus(opts.Seed, uint64(k), clause, tick, disposition).Pivots() })
		return true
	})
	var good []sim.Pivots
	var number []uint64 // of each good run
	for k := range p.Played {
		if failures[k] != "" {
			p.Failures = append(p.Failures, Failure{Run: k, Message: failures[k]})
			continue
		}
		good, number = append(good, each[k]), append(number, uint64(k))
	}
	p.Runs = len(good)
	p.summarise(good)
	p.Sets = carryingSets(w, good, func(sets []sim.Set) [][]bool {
		carries := make([][]bool, len(good))
		again := Options{Runs: len(good), Seed: opts.Seed, Workers: opts.Workers}
		of := func(k int) int { return int(number[k]) }
		inTurnOf(context.WithoutCancel(ctx), w, again, of, func(run *sim.Run, k int) bool { // what was found is told, whoever is in a hurry
			c := run.Caucus(opts.Seed, number[k], clause, tick, disposition)
			for _, set := range sets {
				carries[k] = append(carries[k], c.Carries(set))
			}
			return true
		})
		return carries
	})
	p.Nearest = nearSets(w, good)
	for _, i := range ByRole(w, clause) {
		if role := RoleOf(w, clause, i); role == Founder || role == OpenTo {
			st := pivotalState(good, i, len(text.Founders)+len(text.OpenTo), slices.Contains(text.Required, w.States[i]))
			st.ID, st.Name, st.Role = w.States[i], w.Scenario.States[w.States[i]].Name, role
			st.AtStart = BoundAtStart(&w.Scenario, p.Clause, st.ID)
			p.States = append(p.States, st)
		}
	}
	return p
}

// summarise says what the runs have in common, beside the sets and the states.
func (p *Pivots) summarise(runs []sim.Pivots) {
	carried, held, rises, settled, risen := 0, 0, 0, 0, 0
	sizes := map[SizeShare]int{}
	for k, r := range runs {
		seats := r.Seated.Len()
		if k == 0 {
			p.Seats = [2]int{seats, seats}
		}
		p.Seats = [2]int{min(p.Seats[0], seats), max(p.Seats[1], seats)}
		if r.UpTo < seats {
			if p.Cut == 0 || r.UpTo < p.UpTo {
				p.UpTo = r.UpTo
			}
			p.Cut++
		}
		if r.Picked {
			p.LeastUntold++
		}
		if nearestUntold(r) {
			p.NearestUntold++
		}
		if len(r.Minimal) > 0 {
			carried++
			size := r.Minimal[0].Len()
			sizes[SizeShare{Size: size, AtMost: r.Picked && size > r.UpTo+1}]++
		}
		if r.Holdouts.Len() > 0 {
			held++
		}
		if r.Rises {
			rises++
		}
		settled += r.Settled.Len()
		risen += r.Risen.Len()
	}
	n := len(runs)
	p.Carried, p.HeldUp, p.Rises = stats.ShareOf(carried, n), stats.ShareOf(held, n), stats.ShareOf(rises, n)
	if n > 0 {
		p.Settled, p.Risen = float64(settled)/float64(n), float64(risen)/float64(n)
	}
	for size, count := range sizes {
		size.Share = stats.ShareOf(count, n)
		p.Sizes = append(p.Sizes, size)
	}
	slices.SortFunc(p.Sizes, func(a, b SizeShare) int { return cmp.Or(a.Size-b.Size, a.Share.Count-b.Share.Count) })
}

// nearestUntold tells whether a set may come nearer than any that was looked at.
func nearestUntold(r sim.Pivots) bool { return len(r.Minimal) == 0 && r.UpTo < r.Seated.Len() }

// unless is a share, or none where some run leaves it untold.
func unless(untold bool, count, n int) *stats.Share {
	if untold {
		return nil
	}
	s := stats.ShareOf(count, n)
	return &s
}

// carryingSets lists the sets that are minimal in some run whose sets were looked at as far. carry tells for each run which of
// them carry the clause there.
func carryingSets(w *sim.World, runs []sim.Pivots, carry func([]sim.Set) [][]bool) []CarryingSet {
	times := map[sim.Set]int{}
	untold := false
	for _, r := range runs {
		if r.Picked {
			untold = true
			continue
		}
		for _, set := range r.Minimal {
			times[set]++
		}
	}
	sets := mostOften(times)
	carries := carry(sets)
	all := make([]CarryingSet, 0, len(sets))
	for s, set := range sets {
		count := 0
		for _, run := range carries {
			if run[s] {
				count++
			}
		}
		all = append(all, CarryingSet{w.IDs(set), unless(untold, times[set], len(runs)), stats.ShareOf(count, len(runs))})
	}
	return all
}

// mostOften sorts sets by how often they were seen, small ones first among equals.
func mostOften(times map[sim.Set]int) []sim.Set {
	return slices.SortedFunc(maps.Keys(times), func(a, b sim.Set) int {
		x, y := a.List(), b.List()
		return cmp.Or(times[b]-times[a], len(x)-len(y), slices.Compare(x, y))
	})
}

// nearSets lists the sets that come nearest where none carries the clause.
func nearSets(w *sim.World, runs []sim.Pivots) []NearSet {
	times := map[sim.Set]int{}
	reach := map[sim.Set]float64{}
	lags := map[sim.Set][]int{}
	for _, r := range runs {
		if r.Laggard < 0 || nearestUntold(r) {
			continue
		}
		if lags[r.Nearest] == nil {
			lags[r.Nearest] = make([]int, w.N())
		}
		times[r.Nearest]++
		lags[r.Nearest][r.Laggard]++
		reach[r.Nearest] += r.Reach
	}
	all := make([]NearSet, 0, len(times))
	for _, set := range mostOften(times) {
		laggard := slices.Index(lags[set], slices.Max(lags[set]))
		all = append(all, NearSet{w.IDs(set), stats.ShareOf(times[set], len(runs)), reach[set] / float64(times[set]), w.States[laggard]})
	}
	return all
}

// pivotalState counts what the runs say of state i; most is the number of states that could be at the table.
func pivotalState(runs []sim.Pivots, i, most int, required bool) PivotalState {
	var seated, minimal, settled, text, weight, lags, holds int
	var leastUntold, farUntold bool
	var others, stay, none, join []int
	for _, r := range runs {
		leastUntold, farUntold = leastUntold || r.Picked, farUntold || nearestUntold(r)
		at := slices.Index(r.Seated.List(), i)
		if at < 0 {
			continue
		}
		seated++
		has := func(set sim.Set) int {
			if set.Has(i) {
				return 1
			}
			return 0
		}
		if slices.ContainsFunc(r.Minimal, func(set sim.Set) bool { return has(set) > 0 }) {
			minimal++
		}
		if required && len(r.Minimal) > 0 {
			text++
		}
		if r.Laggard == i {
			lags++
		}
		weight += has(r.Vetoes)
		holds += has(r.Holdouts)
		in, without := r.Settled.List(), r.Without[at].List()
		kept := 0
		for _, j := range without {
			if slices.Contains(in, j) {
				kept++
			}
		}
		none, join = append(none, 0), append(join, len(without)-kept)
		if has(r.Settled) > 0 {
			settled++
			others, stay = append(others, len(in)-1), append(stay, kept)
		}
	}
	n := len(runs)
	return PivotalState{
		Required: required, Seated: stats.ShareOf(seated, n), Minimal: unless(leastUntold && !required, minimal, n), Settled: stats.ShareOf(settled, n),
		ByText: stats.ShareOf(text, n), ByWeight: stats.ShareOf(weight, n), Lags: unless(farUntold, lags, n), HoldsUp: stats.ShareOf(holds, n),
		Leave: oneWay(stats.Drawn(nil).PairMeans(others, stay, most-1).Change, -1),
		Join:  oneWay(stats.Drawn(nil).PairMeans(none, join, most-1).Change, 1),
	}
}

// oneWay is a difference that can only go one way: its interval ends at no change.
func oneWay(d stats.Difference, way float64) stats.Difference {
	if way > 0 {
		return stats.Difference{Mean: max(d.Mean, 0), Low: max(d.Low, 0), High: max(d.High, 0)}
	}
	return stats.Difference{Mean: min(d.Mean, 0), Low: min(d.Low, 0), High: min(d.High, 0)}
}
