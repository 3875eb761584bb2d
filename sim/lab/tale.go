package lab

import "entente/sim"

// Tale is one history of a world, told by what happens in it.
type Tale struct {
	Run    int     `json:"run"`    // its number, from 0
	Events []Event `json:"events"` // in their order
}

// TaleOf plays one run of a seed and tells it; failure says what the model took for impossible, "" if nothing.
func TaleOf(w *sim.World, seed uint64, k int) (t *Tale, failure string) {
	t = &Tale{Run: k, Events: []Event{}}
	failure = attempt(func() {
		run := sim.NewRun(w)
		run.Start(seed, uint64(k))
		for c := newChronicle(run); run.Step(); {
			t.Events = append(t.Events, c.since(run)...)
		}
	})
	return t, failure
}
