package lab

import (
	"context"
	"math"

	"entente/sim/lab/stats"
)

// Library is scenarios and the what-ifs that are built on them: what was expected, and what came out. Its head is that of
// the first scenario, and counts the runs of all.
type Library struct {
	Head
	Shelves []Shelf `json:"shelves"` // a scenario each, with its what-ifs
}

// Shelf is a scenario and the what-ifs that are built on it.
type Shelf struct {
	Comparison *Comparison `json:"comparison" jsonschema:"nullable"` // the base first
	CameOut    []CameOut   `json:"came_out"`                         // by world: what came of what was expected of it; "" of the base, which expects nothing
}

// WhatIf is a world of which something was expected, with what came of that.
type WhatIf struct {
	*ComparedWorld
	CameOut CameOut
}

// CameOut is what came of an expectation.
type CameOut string

// What may come of one. With more runs the last gets rarer, and what held or was missed may turn out to be slight; but for luck nothing
// that held is missed with more of them, nor the other way about.
const (
	Held       CameOut = "held"
	Missed     CameOut = "missed"
	SlightOnly CameOut = "slight" // whatever luck has to do with it, the change is too small to speak of
	TooFewRuns CameOut = "too few runs to tell"

	// Luck alone would leave one of the first three, and constants that fit history about as well another.
	UpToConstants CameOut = "up to the constants"
	// The same, where all that both leave open is slight or missed: nothing has it go the way that was expected.
	NotThatWay CameOut = "not that way"
)

// Slight is the change of a chance below which it counts as much the same: five points, by judgement.
const Slight = 0.05

// IsSlight tells that a change, whatever luck has to do with it, is too small to speak of.
func IsSlight(d stats.Difference) bool { return -Slight < d.Low && d.High < Slight }

// AskLibrary plays the what-ifs on each base, the base first, all with the same luck. If ctx is cancelled, what it returns
// rests on the first runs that were played in every world. Done counts the runs of all worlds.
func AskLibrary(ctx context.Context, shelves [][]Named, opts Options) *Library {
	var cells []Cell
	for _, worlds := range shelves {
		cells = append(cells, cellsOf(worlds)...)
	}
	p := PlayCells(ctx, cells, opts)
	l := &Library{Head: NewHead("library", EachWorld, cells[0].World, opts), Shelves: []Shelf{}}
	p.Fill(&l.Head)
	for _, cell := range cells {
		l.OfAll(cell.World)
	}
	from := 0
	for _, worlds := range shelves {
		to := from + len(worlds)
		if c := p.Some(from, to).compare(worlds, opts); len(c.Worlds) > 0 {
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
		var came CameOut
		if w.Change != nil && w.Expects != "" {
			came = cameOut(w.Expects, w.Change.InForce)
		}
		s.CameOut = append(s.CameOut, came)
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
			all = append(all, WhatIf{w, s.CameOut[k]})
		}
	}
	return all
}

// RunsToTell is about how many runs would tell what came of all expectations; 0 if these do. Where an interval is no wider than a slight
// change, either it holds none or it reaches no farther than a slight one, and intervals narrow with the root of the number of runs: so
// of n runs that leave one so wide it takes
//
//	n × (width / slight)²
//
// to two digits. After few runs that is rough, and what comes to just a slight change no number of them would tell.
func (l *Library) RunsToTell() int {
	most := 0.0
	for k := range l.Shelves {
		for _, w := range l.Shelves[k].WhatIfs() {
			if w.CameOut == TooFewRuns {
				wide := (w.Change.InForce.High - w.Change.InForce.Low) / Slight
				most = max(most, float64(w.Change.Pairs)*wide*wide)
			}
		}
	}
	if most == 0 {
		return 0
	}
	unit := math.Pow10(max(int(math.Log10(most))-1, 0))
	return int(math.Ceil(most/unit) * unit)
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

// cameOut tells what came of what was expected of a chance. A change is slight if its whole interval is: that it holds no change is not
// enough (Schuirmann 1987, Journal of Pharmacokinetics and Biopharmaceutics 15(6)). The same held if the change is slight, and is missed
// if all of it is more than slight. Higher or lower held if the interval lies wholly on that side and is not slight, and is missed
// if all of it falls short of a slight change to that side and it is not slight. Else there are too few runs to tell.
//
// Then the band of the constants is held to the same: where that would come to something else, it is up to them; but where neither reaches
// the side that was expected, it went not that way, whether by a slight change or more.
func cameOut(expects string, change stats.Difference) CameOut {
	came := within(expects, change)
	if c := change.Constants; c != nil && c.Low < c.High && came != TooFewRuns &&
		within(expects, stats.Difference{Mean: change.Mean, Low: c.Low, High: c.High}) != came {
		if expects == "higher" && max(change.High, c.High) <= 0 || expects == "lower" && min(change.Low, c.Low) >= 0 {
			return NotThatWay
		}
		return UpToConstants
	}
	return came
}

// within is what came of an expectation by the interval of a change alone.
func within(expects string, change stats.Difference) CameOut {
	var held, missed bool
	slight := SlightOnly
	switch expects {
	case "higher":
		held, missed = change.Low > 0, change.High < Slight
	case "lower":
		held, missed = change.High < 0, change.Low > -Slight
	case "same":
		slight, missed = Held, change.Low >= Slight || change.High <= -Slight
	default:
		panic("lab: an expectation is higher, lower or same, not " + expects + ": the reader let it through")
	}
	switch {
	case IsSlight(change):
		return slight
	case held:
		return Held
	case missed:
		return Missed
	}
	return TooFewRuns
}
