package sim

// Posture is how a rival goes about revision.
type Posture string

// The four postures. An adaptive rival takes the largest step that alarms nobody, punishes where it can hurt and
// courts where it cannot.
const (
	GreyZone     Posture = "grey-zone"
	Overt        Posture = "overt"
	Conciliatory Posture = "conciliatory"
	Adaptive     Posture = "adaptive"
)

// Turn is a posture and the day from which it is held.
type Turn struct {
	From    Date    // 0: from ever
	Posture Posture // held from then on
}

// Course is the posture of a rival over time, in order. There is nothing between two postures, so the first of a pair is held
// until the day of the second: from grey-zone in 2012 to overt in 2022, a rival is grey-zone all through 2021.
type Course []Turn

// Steady is a posture that does not change.
func Steady(p Posture) Course { return Course{{Posture: p}} }

// At is the posture on a day. Before the first turn it is the first.
func (c Course) At(d Date) Posture {
	held := c[0].Posture
	for _, t := range c {
		if t.From <= d {
			held = t.Posture
		}
	}
	return held
}
