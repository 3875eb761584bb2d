package sim

// rungs is the number of rungs of the ladder of cooperation, the ground (0) and a defence treaty (6) included.
const rungs = 7

// kinds names the rungs from the ground up.
var kinds = [rungs]TieKind{"", Exercises, Capacity, Information, Access, Consult, Defence}

// The rungs by number.
const (
	RungNone int8 = iota
	RungExercises
	RungCapacity
	RungInformation
	RungAccess
	RungConsult
	RungDefence
)

// closePartner is the rung from which two states are close: who shares what it knows can bring a third in, and found a trilateral
// with it, which begins on that rung. Judgement: below it two states train or equip each other and let the other see little.
const closePartner = RungInformation

// Rungs lists the kinds of tie by rung; the first is no tie at all.
func Rungs() []TieKind { return kinds[:] }

// RungOf is the rung of a kind of tie, from 1 (exercises) to 6 (a defence treaty).
func RungOf(k TieKind) int8 {
	for r, kind := range kinds {
		if kind == k && r > 0 {
			return int8(r)
		}
	}
	panic("sim: no tie of kind " + string(k) + ": the reader let it through")
}

// depth is the share of its means that a partner brings at each kind of tie, in [0, 1], unless the tie says otherwise.
func (p Diplomacy) depth(k TieKind) float64 {
	switch k {
	case Exercises:
		return p.Exercises
	case Capacity:
		return p.Capacity
	case Information:
		return p.Information
	case Access:
		return p.Access
	case Consult:
		return p.Consult
	case Defence:
		return p.Defence
	}
	panic("sim: no tie of kind " + string(k) + ": the reader let it through")
}
