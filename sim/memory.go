package sim

import "sync"

// No theatre begins without a memory. A scenario may name another as its history: its states then begin with the alarm and
// the lost ground with which that one ends.
//
// The history is played as it stands in its file, but by the constants and the theory of the present, and by the same
// draw; up to the eve of the start if it runs on beyond. Run k of the present remembers run k of the history, with the
// same seed: one story with one luck. The mean over runs would have been simpler and is no story: alarm is noticed or
// not and danger is a product, so that a world in mean fear behaves as no mean of worlds does; and states that were
// frightened by one war would be frightened apart.
//
// What is remembered fades between the end of the one and the start of the other as any alarm does. Lost ground does not.
//
//	alarm at the start = alarm at the end × 2 ^ (-gap / half_life)

// Past is a scenario that others begin with. All worlds that share it share what was played of it.
type Past struct {
	Scenario Scenario // as it stands in its file

	mutex   sync.Mutex
	known   []*pastWorld       // the latest first
	codings map[codingOf]*Past // as other hands would have coded it
}

// How much of what was played is kept. Settings of the arithmetic: less is played again, with the same outcome.
const (
	mostPasts = 4      // worlds of one history: constants, theory, day at which it ends
	mostEnds  = 10_000 // runs of each
)

// pastWorld is a history by one set of constants, and how its runs ended.
type pastWorld struct {
	world *World

	mutex sync.Mutex
	ends  map[pastRun][]float64 // alarm, then ground, each state × rival
}

// pastRun is a run of a history.
type pastRun struct {
	seed, run uint64
	draw      int // of constants
}

// memory is what the states of a world remember of a history.
type memory struct {
	past  *pastWorld
	kept  float64 // share of the alarm that is left at the start
	place []int   // state × rival: where it stands in the history; -1 if it was not there
}

// layMemory lays out what is remembered.
func (w *World) layMemory() {
	w.memory = nil
	if w.Scenario.Past == nil {
		return
	}
	past := w.Scenario.Past.until(w.Calendar.Date(0), &w.Scenario)
	was := past.world
	gap := w.Calendar.Date(0) - was.Calendar.Date(was.Calendar.Ticks())
	w.memory = &memory{past: past, kept: halving(max(float64(gap), 0), w.Parameters.Threat.HalfLife)}
	for _, i := range w.States {
		for _, q := range w.Rivals {
			place := -1
			if a, b := placeOf(was.States, i), placeOf(was.Rivals, q); a >= 0 && b >= 0 {
				place = a*len(was.Rivals) + b
			}
			w.memory.place = append(w.memory.place, place)
		}
	}
}

// Eve is the last day of a history of which anything is remembered at the start of another scenario: its end, or the last tick
// that was over by then. It lies before the history begins if there is nothing to remember.
func (s *Scenario) Eve(start Date) Date {
	c := NewCalendar(s.Start, s.End, s.Tick)
	last := min(c.Tick(start), c.Ticks()) - 1
	if last == c.Ticks()-1 {
		return s.End
	}
	return c.Date(last)
}

// until is the history as it was up to a day by the constants and the theory of the present.
func (p *Past) until(start Date, present *Scenario) *pastWorld {
	s := p.Scenario
	s.End, s.Parameters, s.Draws, s.Theory = s.Eve(start), present.Parameters, present.Draws, present.Theory
	p.mutex.Lock()
	defer p.mutex.Unlock()
	for _, known := range p.known {
		if was := &known.world.Scenario; was.End == s.End && was.Theory == s.Theory && was.Parameters == s.Parameters &&
			was.Draws.same(s.Draws) {
			return known
		}
	}
	found := &pastWorld{world: NewWorld(s), ends: map[pastRun][]float64{}}
	p.known = append([]*pastWorld{found}, p.known...)
	p.known = p.known[:min(len(p.known), mostPasts)]
	return found
}

// end is how one run of the history ended. It is played on a run of that world, unless it is known.
func (p *pastWorld) end(on *Run, key pastRun) []float64 {
	p.mutex.Lock()
	end, known := p.ends[key]
	p.mutex.Unlock()
	if known {
		return end
	}
	on.StartBy(key.seed, key.run, key.draw)
	for on.Step() {
	}
	end = append(append(make([]float64, 0, 2*len(on.alarm)), on.alarm...), on.ground...)
	p.mutex.Lock()
	defer p.mutex.Unlock()
	if len(p.ends) < mostEnds {
		p.ends[key] = end
	}
	return end
}

// remember begins a run with the alarm and the lost ground of its history. From then on this alarm fades as that of a rival's
// moves does.
func (r *Run) remember(seed, run uint64, draw int) {
	m := r.w.memory
	if m == nil {
		return
	}
	end := m.past.end(r.before, pastRun{seed, run, draw})
	alarm, ground := end[:len(end)/2], end[len(end)/2:]
	for place, was := range m.place {
		if was >= 0 {
			r.moved[place], r.ground[place] = m.kept*alarm[was], ground[was]
		}
	}
}
