package lab

import (
	"cmp"
	"slices"
	"strings"

	"entente/sim/lab/stats"
)

// Coalition is a set of states that a clause binds at the end of some runs, and no others.
type Coalition struct {
	Members []string    `json:"members"` // ids, in the order of the states
	AtEnd   stats.Share `json:"at_end"`  // runs that end with exactly these
}

// mostCoalitions is how many an answer lists: of twenty states there may be as many as runs.
const mostCoalitions = 30

// summariseCoalitions lists whom the headline clause binds at the end, and by how many runs; and how many states it binds.
func (e *Ensemble) summariseCoalitions() (all []Coalition, sizes []stats.Share) {
	w, n := e.World, e.World.N()
	times, most := map[string]int{}, 0
	bySize := make([]int, n+1)
	for _, k := range e.good {
		var ids []string
		for i, id := range w.States {
			if e.fates.bound[i][k] {
				ids = append(ids, id)
			}
		}
		bySize[len(ids)]++
		most = max(most, len(ids))
		if len(ids) > 0 {
			times[strings.Join(ids, " ")]++
		}
	}
	all, sizes = []Coalition{}, []stats.Share{}
	for ids, count := range times {
		all = append(all, Coalition{strings.Fields(ids), stats.ShareOf(count, len(e.good))})
	}
	slices.SortFunc(all, func(a, b Coalition) int {
		return cmp.Or(b.AtEnd.Count-a.AtEnd.Count, slices.Compare(a.Members, b.Members))
	})
	for _, count := range bySize[:most+1] {
		sizes = append(sizes, stats.ShareOf(count, len(e.good)))
	}
	return all[:min(len(all), mostCoalitions)], sizes
}
