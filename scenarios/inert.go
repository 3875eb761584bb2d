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
	case f.Theory != "" && f.Theory != s.Theory:
		return fmt.Sprintf("a constant of the theory %s, and %s decides by %s", f.Theory, s.Name, s.Theory)
	}
	return ""
}

// inert refuses each --set that could change no run. With several rules a constant of any of their theories may be set.
func (d *decoder) inert(s *sim.Scenario, theories bool) {
	for _, f := range sim.Figures() {
		if f.Idle == "" && (f.Theory == "" || theories) {
			continue
		}
		s.Given(f.Path, func(path string, _ sim.Series) {
			if why := Inert(f, s); why != "" && d.root.get(path).isSet() {
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
