package lab

import "entente/sim/lab/stats"

// Shelf is a scenario and the what-ifs that are built on it.
type Shelf struct {
	Base    ComparedWorld `json:"base"`
	WhatIfs []WhatIf      `json:"what_ifs"`
}

// WhatIf is a scenario that says what its author expected of it against its base, with what came of that.
type WhatIf struct {
	ComparedWorld
	Held bool `json:"held"`
}

// Shelf says what became of the expectations of a comparison's worlds against the first of them, their base. Worlds that
// expect nothing are left out.
func (c *Comparison) Shelf() Shelf {
	s := Shelf{Base: c.Worlds[0]}
	for _, w := range c.Worlds[1:] {
		if w.Expects != "" {
			s.WhatIfs = append(s.WhatIfs, WhatIf{w, held(w.Expects, w.Change.InForce)})
		}
	}
	return s
}

// held tells whether what was expected of a chance came out: higher or lower if the interval of its change lies wholly
// on that side of no change, the same if it holds no change.
func held(expects string, change stats.Difference) bool {
	switch expects {
	case "higher":
		return change.Low > 0
	case "lower":
		return change.High < 0
	case "same":
		return !change.BeyondLuck()
	}
	panic("lab: an expectation is higher, lower or same, not " + expects + ": the reader let it through")
}
