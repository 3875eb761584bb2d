package lab

import (
	"context"

	"entente/sim/lab/stats"
)

// Library is scenarios and the what-ifs that are built on them: what was expected, and what came out. Its head is that of
// the first scenario, and counts the runs of all.
type Library struct {
	Head
	Shelves []Shelf `json:"shelves"`
}

// Shelf is a scenario and the what-ifs that are built on it.
type Shelf struct {
	Comparison *Comparison `json:"comparison"` // the base first
	Held       []bool      `json:"held"`       // by world: what was expected of it came out; the base expects nothing
}

// WhatIf is a world of which something was expected, with what came of that.
type WhatIf struct {
	*ComparedWorld
	Held bool
}

// AskLibrary plays the what-ifs on each base, the base first, all with the same luck. If ctx is cancelled, what it returns
// rests on the first runs that were played in every world. Done counts the runs of all worlds.
func AskLibrary(ctx context.Context, shelves [][]Named, opts Options) *Library {
	var cells []Cell
	for _, worlds := range shelves {
		cells = append(cells, cellsOf(worlds)...)
	}
	p := PlayCells(ctx, cells, opts)
	l := &Library{Head: NewHead("library", cells[0].World, opts), Shelves: []Shelf{}}
	p.Fill(&l.Head)
	from := 0
	for _, worlds := range shelves {
		to := from + len(worlds)
		if c := p.Part(from, to).compare(worlds, opts); len(c.Worlds) > 0 {
			l.Shelves = append(l.Shelves, c.shelf())
		}
		from = to
	}
	return l
}

// shelf says what became of the expectations of a comparison's worlds against the first of them, their base.
func (c *Comparison) shelf() Shelf {
	s := Shelf{Comparison: c}
	for _, w := range c.Worlds {
		s.Held = append(s.Held, w.Change != nil && w.Expects != "" && held(w.Expects, w.Change.InForce))
	}
	return s
}

// Base is the scenario that the what-ifs are built on.
func (s *Shelf) Base() *ComparedWorld { return &s.Comparison.Worlds[0] }

// WhatIfs are the worlds that expect something of themselves.
func (s *Shelf) WhatIfs() []WhatIf {
	var all []WhatIf
	for k := range s.Comparison.Worlds {
		if w := &s.Comparison.Worlds[k]; w.Expects != "" {
			all = append(all, WhatIf{w, s.Held[k]})
		}
	}
	return all
}

// Tables are the comparisons as tidy CSV, each under the name of its base.
func (l *Library) Tables() []Table {
	var all []Table
	for _, s := range l.Shelves {
		for _, t := range s.Comparison.Tables() {
			base := s.Base().Scenario
			all = append(all, Table{base + ".csv", t.About + ": " + base + " and its what-ifs", t.Write})
		}
	}
	return all
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
