package scenarios

import (
	"fmt"
	"slices"
	"strings"

	"entente/sim"
)

// Inert is why a number that is set at a figure could change no run of a scenario; "" if it could.
func Inert(f sim.Figure, s *sim.Scenario) string {
	switch {
	case f.Idle != "":
		return "a figure that no equation uses (sim/ODD.md): set " + f.Idle
	case f.OfTwins():
		return "a constant that acts where figures are measured (--inputs measured) and not where they stand as coded"
	case f.OfItself(s) != "":
		rival, name := f.OfItself(s), s.States[f.OfItself(s)].Name
		if strings.HasSuffix(f.Path, ".threat") {
			return fmt.Sprintf("the threat that %s feels, and nobody fears itself: what others feel from it moves with levers.all.threat", name)
		}
		return fmt.Sprintf("the trade of %s with the rival, which it is itself: that of others with it moves with levers.all.trade or states.*.trade.%s", name, rival)
	case f.ReadBy(s.Theory):
		return ""
	case f.Rule() == sim.DefaultTheory:
		return fmt.Sprintf("a constant of the article's rule, and %s decides by %s", s.Name, s.Theory)
	case f.Rule() != "":
		return fmt.Sprintf("a constant of the theory %s, and %s decides by %s", f.Rule(), s.Name, s.Theory)
	}
	return fmt.Sprintf("a part of the terms %s, and %s decides by %s, which has none of them", list(f.Terms(), "and"), s.Name, s.Theory)
}

// inert refuses each --set of a figure that nothing reads where the scenario is played. With several rules a constant of any of their theories may be set, and before
// figures are measured those that are measured by.
func (d *decoder) inert(s *sim.Scenario, opts Options) {
	several := opts.Theories || d.faults.within("theory")
	for _, f := range sim.Figures() {
		mayAct := several
		if f.OfTwins() {
			mayAct = opts.Measured
		}
		s.Given(f.Path, func(path string, _ sim.Series) {
			f := f
			f.Path = path
			if f.Idle == "" && f.OfItself(s) == "" && mayAct || !d.root.get(path).isSet() {
				return
			}
			if why := Inert(f, s); why != "" {
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

// SetInVain tells of each --set that moves nothing as long as some constant is 0 or no rival has the posture for it, a sentence each.
func (l *Loaded) SetInVain() []string {
	var all []string
	for _, f := range sim.Figures() {
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

// ChangedInVain tells of each figure that the file changes over its base and that moves nothing as the scenario is played, a fault each with its
// place: it stands where a data set is written down whole as well, and is therefore not refused. What the author wrote for one rule is
// left alone where another was asked for.
func (l *Loaded) ChangedInVain() []Fault {
	if l.root.get("theory").isSet() {
		return nil
	}
	w := &warner{decoder{root: l.root, faults: &collector{}}}
	changed := map[string]bool{}
	for _, c := range l.Scenario.Changes {
		path, _, _ := strings.Cut(c, " = ")
		changed[path] = true
	}
	measured := slices.Contains(l.Scenario.Overrides, "inputs = measured")
	for _, f := range sim.Figures() {
		l.Scenario.Given(f.Path, func(path string, values sim.Series) {
			if at := l.root.get(path); !changed[path] || at == nil || at.isSet() || f.OfTwins() && measured {
				return
			}
			if keys := strings.Split(path, "."); keys[0] == "states" {
				if _, there := l.changed.States[keys[1]]; !there { // a state that the file adds is told whole
					return
				}
			}
			f.Path = path
			if why := Inert(f, &l.Scenario); why != "" {
				w.wrong(path, "changes no run: it is %s", why)
			} else if constant := f.Muted(&l.Scenario); constant != "" && len(values) < 2 { // a figure with dates is a record, told whole
				w.wrong(path, "moves nothing: it acts on decisions through %s alone, which is 0", constant)
			}
		})
	}
	w.faults.faults.sort()
	return w.faults.faults
}

// InVain says what a figure would move and does not, because the constant that weighs it is 0 or no rival has the posture for it; "" if it moves
// something.
func InVain(f sim.Figure, s *sim.Scenario) string {
	if postures := f.Awaits(s); len(postures) > 0 {
		return fmt.Sprintf("%s moves nothing in %s: it acts only on a rival whose posture is %s, and none has that", f.Path, s.Name, list(postures, "or"))
	}
	constant := f.Muted(s)
	if constant == "" {
		return ""
	}
	return fmt.Sprintf("%s moves nothing in %s: it acts on decisions through %s alone, which is 0", f.Path, s.Name, constant)
}
