package sim

import (
	"strconv"
	"strings"
)

// Formula is one term of one decision as it is worked out on paper: what it weighs times what there is of it. Its value is
// that of the term, to the last bit.
type Formula struct {
	Term   Term    `json:"term"`   // its name
	Weight string  `json:"weight"` // path of the constant that it is weighed by
	Value  float64 `json:"value"`  // in logits
	Work   Working `json:"work"`   // how it comes about
}

// Constant is a number of the theory that decisions are made by.
type Constant struct {
	Path   string  `json:"path"`             // as after --set
	Value  float64 `json:"value"`            // in the unit that entente params tells
	Source string  `json:"source,omitempty"` // where it comes from, as far as the reader of the scenario says
}

// constants lists those of the rule of a world, and those that serve every rule.
func (w *World) constants() []Constant {
	group := w.Scenario.Theory
	if group == "" || group == DefaultTheory {
		group = "decision"
	}
	var all []Constant
	for _, f := range Figures() {
		if strings.HasPrefix(f.Path, "parameters."+group+".") || strings.HasPrefix(f.Path, "parameters.common.") {
			all = append(all, Constant{Path: f.Path, Value: f.At(&Scenario{Parameters: w.Parameters}, 0)})
		}
	}
	return all
}

// Working shows how a number is worked out: it is a figure, or what comes of an operation on other workings, taken from the left.
type Working struct {
	Name  string    `json:"name,omitempty"`  // what it is
	Of    string    `json:"of,omitempty"`    // the state or rival that it is about
	Op    string    `json:"op,omitempty"`    // one of + - × / ^; none for a figure
	Value float64   `json:"value"`           // what it comes to
	Parts []Working `json:"parts,omitempty"` // what the operation is on; none for a figure
}

// Worked is what comes of it if only its figures are known.
func (p Working) Worked() float64 {
	if p.Op == "" {
		return p.Value
	}
	v := 0.0
	for k, of := range p.Parts {
		switch x := of.Worked(); {
		case p.Op == "+":
			v += x
		case k == 0:
			v = x
		case p.Op == "-":
			v -= x
		case p.Op == "×":
			v = float64(v * x)
		case p.Op == "/":
			v /= x
		case p.Op == "^":
			v = Common{Quarrel: x}.quarrel(v)
		default:
			panic("sim: no formula is made with " + p.Op)
		}
	}
	return v
}

// Written writes it out: its figures as show has them, who is told what is left of a difference that they stand in,
// 0 outside of one. Folded, a working that has a name stands for itself, and so is one figure. It also tells what a reader
// gets who works it out.
func (p Working) Written(folded bool, show func(v, apart float64) string) (text string, comes float64) {
	text, read := p.written(folded, true, 0, show)
	return text, read.Worked()
}

// written also gives it as it is read: of the figures that are shown.
func (p Working) written(folded, top bool, apart float64, show func(v, apart float64) string) (text string, read Working) {
	figure := func(v, apart float64) (string, Working) {
		shown := show(v, apart)
		v, err := strconv.ParseFloat(shown, 64)
		if err != nil {
			panic("sim: a figure is shown as " + shown)
		}
		return shown, Working{Value: v}
	}
	if p.Op == "" || folded && p.Name != "" && !top {
		return figure(p.Value, apart)
	}
	if p.Op == "-" {
		apart = p.Value
	} else {
		apart = 0
	}
	var parts []string
	read.Op = p.Op
	for k, q := range p.Parts {
		text, figures := q.written(folded, false, apart, show)
		read.Parts = append(read.Parts, figures)
		loose := binds[q.Op] < binds[p.Op] || k > 0 && binds[q.Op] == binds[p.Op] && (q.Op != p.Op || p.Op != "+" && p.Op != "×")
		if q.Op != "" && loose && !(folded && q.Name != "") {
			text = "(" + text + ")"
		}
		parts = append(parts, text)
	}
	if len(parts) == 0 {
		return figure(p.Value, 0)
	}
	return strings.Join(parts, " "+p.Op+" "), read
}

// binds says which operations go first; of two that bind alike the left one does.
var binds = map[string]int{"+": 1, "-": 1, "×": 2, "/": 2, "^": 3}

// String writes it out in full.
func (p Working) String() string {
	text, _ := p.Written(false, func(v, _ float64) string { return strconv.FormatFloat(v+0, 'g', 10, 64) })
	return text
}

// leaf is a working that is a number by itself.
func leaf(name string, v float64) Working { return Working{Name: name, Value: v} }

// made is what an operation makes of others.
func made(op string, parts ...Working) Working {
	p := Working{Op: op, Parts: parts}
	p.Value = p.Worked()
	return p
}

// called says what it is.
func (p Working) called(name string) Working {
	p.Name = name
	return p
}

// weighed is a weight times what it weighs.
func weighed(weight float64, factors ...Working) Working {
	return made("×", append([]Working{leaf("weight", weight)}, factors...)...)
}

// about says whom it is about.
func (p Working) about(id string) Working {
	p.Of = id
	return p
}

// formulas work out the terms of the state on seat a, in the order in which they are added.
func (r *Run) formulas(a int, terms *Terms) []Formula {
	var all []Formula
	for _, s := range r.rule {
		weight, _ := r.w.Parameters.WeightOf(r.w.Scenario.Theory, s.term)
		all = append(all, Formula{Term: s.term, Weight: weight.Path, Value: terms[s.term], Work: s.measure.worked(r, a, *s.weight)})
	}
	return all
}
