package lab

import (
	"context"

	"entente/sim"
	"entente/sim/lab/stats"
)

// Batch is some runs of a world, from one number on. Several who play a batch each know together what one would who plays all:
// a page in a browser plays batches of 25 and tells after each what is known so far.
type Batch struct {
	From    int      `json:"from"`    // number of the first run
	Courses []Course `json:"courses"` // of the runs from there on
}

// Course is how the clauses fared in a run.
type Course struct {
	Ending
	Turns []int32 `json:"turns"` // ticks at which the headline clause came into force or went out of it, in turn
}

// inForce tells whether the headline clause is in force at a tick.
func (c *Course) inForce(tick int) bool {
	is := false
	for _, t := range c.Turns {
		if int(t) > tick {
			break
		}
		is = !is
	}
	return is
}

// PlayBatch plays the runs from one number to before another. If ctx is cancelled it leaves off after the run in hand.
func PlayBatch(ctx context.Context, w *sim.World, seed uint64, from, to int) Batch {
	b := Batch{From: from, Courses: []Course{}}
	room := player{worlds: &codedWorlds{world: w, seed: seed}}
	headline, asked := w.Headline(), AskedTies(w)
	for k := from; k < to; k++ {
		c, run := Course{Ending: newEnding(w), Turns: []int32{}}, room.on(k)
		was := false
		failure, given := playOn(ctx, run, seed, k, func() bool { return true }, func() {
			if is := run.InForce(headline); is != was {
				c.Turns, was = append(c.Turns, int32(run.Tick)), is
			}
			c.see(run, asked)
		}, func() {
			for clause := range w.Clauses {
				c.note(run, clause)
			}
		})
		switch {
		case given:
			return b
		case failure != "":
			c = Course{Ending: Ending{Failure: failure}}
		}
		b.Courses = append(b.Courses, c)
	}
	return b
}

// Brief is what some runs of a world have in common, as far as a page shows it: the figures of a Summary, and no more than some
// kilobytes.
type Brief struct {
	Runs    int           `json:"runs"`     // that came to an end
	Failed  []Failure     `json:"failed"`   // runs that broke a promise of the model
	InForce []stats.Share `json:"in_force"` // per tick
	Members float64       `json:"members"`  // mean number at the end
	States  []BriefState  `json:"states"`   // that the headline clause invites: founders, then those it is open to; by name within each
}

// BriefState is one state in it.
type BriefState struct {
	ID       string      `json:"id"`        // as in the scenario
	Signed   stats.Share `json:"signed"`    // ever
	Member   stats.Share `json:"member"`    // bound at the end
	SignedBy []int       `json:"signed_by"` // per tick: runs in which it had signed by then
}

// deal lists the good runs of some batches, with what each was played with, and the failures.
func deal(w *sim.World, batches []Batch) (good []*Course, failed []Failure) {
	failed = []Failure{}
	for _, b := range batches {
		for k := range b.Courses {
			c := &b.Courses[k]
			c.deal(w, b.From+k)
			if c.Failure != "" {
				failed = append(failed, Failure{Run: b.From + k, Message: c.Failure})
				continue
			}
			good = append(good, c)
		}
	}
	return good, failed
}

// BriefOf says what the runs of some batches of a world have in common; of those in the order of their numbers it says what
// Summarise does.
func BriefOf(w *sim.World, batches []Batch) *Brief {
	runs, failed := deal(w, batches)
	by := Drawn(each(runs, func(c *Course) *Ending { return &c.Ending }))
	h, n := w.Headline(), w.N()
	share := func(is func(*Course) bool) stats.Share { return by.Share(each(runs, is)) }
	b := &Brief{Runs: len(runs), Failed: failed, InForce: []stats.Share{}, States: []BriefState{}}
	for t := range w.Calendar.Ticks() {
		b.InForce = append(b.InForce, share(func(c *Course) bool { return c.inForce(t) }))
	}
	members := 0
	for _, c := range runs {
		members += c.Members(w, h)
	}
	if len(runs) > 0 {
		b.Members = float64(members) / float64(len(runs))
	}
	for _, i := range ByRole(w, h) {
		if !RoleOf(w, h, i).Invited() {
			continue
		}
		p := h*n + i
		s := BriefState{ID: w.States[i], Signed: share(func(c *Course) bool { return c.Signed[p] >= 0 }),
			Member: share(func(c *Course) bool { return c.Bound[p] }), SignedBy: make([]int, w.Calendar.Ticks())}
		for t := range s.SignedBy {
			for _, c := range runs {
				if c.Signed[p] >= 0 && int(c.Signed[p]) <= t {
					s.SignedBy[t]++
				}
			}
		}
		b.States = append(b.States, s)
	}
	return b
}

// BesideOf lays the runs of a second world beside those of a first, run by run with the same luck.
func BesideOf(first, second *sim.World, ofFirst, ofSecond []Batch) Beside {
	ends := func(w *sim.World, batches []Batch) *view {
		v := &view{world: w}
		for _, b := range batches {
			for k := range b.Courses {
				b.Courses[k].deal(w, b.From+k)
				v.runs = append(v.runs, &b.Courses[k].Ending)
			}
		}
		return v
	}
	return beside(ends(first, ofFirst), ends(second, ofSecond))
}
