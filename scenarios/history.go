package scenarios

import (
	"slices"

	"entente/sim"
)

// history reads the scenario that s begins with, if it names one: as it stands in its file, with none of the --sets.
func (r *reader) history(d *decoder, s *sim.Scenario, top *source) *Loaded {
	n := d.root.table["history"]
	if n == nil || s.History == "" || d.faults.within("history") {
		return nil
	}
	src, err := r.open(s.History, n.src)
	if err != nil {
		d.faults.value(n, "history", "cannot be read: %v", err)
		return nil
	}
	later := append(slices.Clone(r.later), top)
	if way := circle(later, src); way != "" {
		d.faults.value(n, "history", "leads back to where it came from: %s", way)
		return nil
	}
	if len(later) > deepest {
		d.faults.value(n, "history", "is the %dth before another: too many", deepest)
		return nil
	}
	before := &reader{opts: Options{ReadFile: r.opts.ReadFile, AsOf: r.opts.AsOf, SecondCoder: r.opts.SecondCoder}, later: later}
	l, err := before.load(src)
	if err != nil {
		r.faults.faults = append(r.faults.faults, before.faults.faults...)
		return nil
	}
	past := l.Scenario
	if s.Start != 0 && past.Eve(s.Start) < past.Start {
		d.faults.value(n, "history", "is %s, which starts in %s, and this scenario in %s: there is nothing to remember",
			past.Name, past.Start.Text(),
			s.Start.Text())
	}
	shared := slices.ContainsFunc(sorted(s.Rivals), func(id string) bool { _, ok := past.Rivals[id]; return ok })
	if len(s.Rivals) > 0 && !shared {
		d.faults.value(n, "history", "is %s, where nobody fears %s: there is nothing to remember", past.Name, list(sorted(s.Rivals), "or"))
	}
	s.Past = &sim.Past{Scenario: past}
	return l
}
