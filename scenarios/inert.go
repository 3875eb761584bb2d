package scenarios

import (
	"fmt"

	"entente/sim"
)

// Inert is why a number that is set at a figure could change no run of a scenario; "" if it could.
func Inert(f sim.Figure, s *sim.Scenario) string {
	switch {
	case f.Idle != "":
		return "a figure that no equation uses (sim/ODD.md): set " + f.Idle
	case f.OfTwins():
		return "a constant that acts where figures are measured (--inputs measured) and not where they stand as coded"
	case f.ReadBy(s.Theory):
		return ""
	case f.Rule() == sim.DefaultTheory:
		return fmt.Sprintf("a constant of the article's rule, and %s decides by %s", s.Name, s.Theory)
	case f.Rule() != "":
		return fmt.Sprintf("a constant of the theory %s, and %s decides by %s", f.Rule(), s.Name, s.Theory)
	}
	return fmt.Sprintf("a part of the terms %s, and %s decides by %s, which has none of them", list(f.Terms(), "and"), s.Name, s.Theory)
}

// inert refuses each --set that could change no run. With several rules a constant of any of their theories may be set, and before
// figures are measured those that are measured by.
func (d *decoder) inert(s *sim.Scenario, opts Options) {
	several := opts.Theories || d.faults.within("theory")
	for _, f := range sim.Figures() {
		mayAct := several
		if f.OfTwins() {
			mayAct = opts.Measured
		}
		if f.Idle == "" && mayAct {
			continue
		}
		why := Inert(f, s)
		if why == "" {
			continue
		}
		s.Given(f.Path, func(path string, _ sim.Series) {
			if d.root.get(path).isSet() {
				d.wrongKey(path, "is %s", why)
			}
		})
	}
}

// isSet tells whether a --set gave what stands at a node, or a part of it.
func (n *node) isSet() bool {
	if n == nil {
		return false
	}
	if n.src.set > 0 {
		return true
	}
	for _, k := range n.keys() {
		if n.table[k].isSet() {
			return true
		}
	}
	return false
}

// SetInVain tells of each --set that moves nothing as long as some constant is 0, a sentence each.
func (l *Loaded) SetInVain() []string {
	var all []string
	for _, f := range sim.Figures() {
		if f.Through == "" {
			continue
		}
		l.Scenario.Given(f.Path, func(path string, _ sim.Series) {
			f.Path = path
			if l.root.get(path).isSet() {
				if why := InVain(f, &l.Scenario); why != "" {
					all = append(all, why)
				}
			}
		})
	}
	return all
}

// InVain says what a figure would move and does not, because the constant that weighs it is 0; "" if it moves something.
func InVain(f sim.Figure, s *sim.Scenario) string {
	constant := f.Muted(s)
	if constant == "" {
		return ""
	}
	return fmt.Sprintf("%s moves nothing in %s: it acts on decisions through %s alone, which is 0", f.Path, s.Name, constant)
}
