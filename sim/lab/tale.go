package lab

import "entente/sim"

// Tale is one history of a world, told by what happens in it and by how its states draw together two by two.
type Tale struct {
	Run    int      `json:"run"`            // its number, from 0
	Events []Event  `json:"events"`         // in their order
	Ties   []TieNow `json:"ties,omitempty"` // in their order
}

// TieNow is a rung that two states reach, climbing or falling, which they keep until the next of theirs. Of two whom a clause binds
// it is what they had beside it when it began to.
type TieNow struct {
	Tick    int         `json:"tick"`    // 0 also of what they had before
	Between [2]string   `json:"between"` // ids, sorted
	Kind    sim.TieKind `json:"kind"`    // "" if nothing is left
}

// TaleOf plays one run of a seed and tells it; failure says what the model took for impossible, "" if nothing.
func TaleOf(w *sim.World, seed uint64, k int) (t *Tale, failure string) {
	t = &Tale{Run: k, Events: []Event{}, Ties: []TieNow{}}
	rungs := make([]int8, w.N()*(w.N()-1)/2) // of pairs, as far as they are told
	failure = attempt(func() {
		run := sim.NewRun(w)
		run.Start(seed, uint64(k))
		for c := newChronicle(run); run.Step(); {
			t.Events = append(t.Events, c.since(run)...)
			pairs(w.N(), func(pair, i, j int) {
				rung := run.Rung(i, j)
				if rung != rungs[pair] && !(rung == sim.RungDefence && bound(run, i, j)) {
					rungs[pair] = rung
					t.Ties = append(t.Ties, TieNow{run.Tick, [2]string{w.States[i], w.States[j]}, sim.Rungs()[rung]})
				}
			})
		}
	})
	return t, failure
}

// bound tells whether a clause binds both of two states.
func bound(run *sim.Run, i, j int) bool {
	for c := range run.World().Clauses {
		if run.Bound(c, i) && run.Bound(c, j) {
			return true
		}
	}
	return false
}
