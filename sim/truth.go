package sim

import "slices"

// Truth is the record of one clause, which a hindcast is scored against. Every day is the one on which it took effect, so
// that a state that asked to accede is in no list before it was let in.
type Truth struct {
	Signed    map[string]Date    `toml:"signed" ref:"states"`    // who signed or acceded within the horizon, and when
	Members   map[string]Date    `toml:"members" ref:"states"`   // whom it came to bind, and from when; by Signed and InForce if not given
	Refused   map[string]Date    `toml:"refused" ref:"states"`   // whose parliament or people turned it down
	Notice    map[string]Date    `toml:"notice" ref:"states"`    // who gave notice; told, and not scored
	Suspended map[string]Date    `toml:"suspended" ref:"states"` // who suspended its part, or whose part was
	Left      map[string]Date    `toml:"left" ref:"states"`      // whom it ceased to bind
	InForce   Date               `toml:"in_force"`               // 0: never
	Ended     Date               `toml:"ended"`                  // 0: never
	Ties      map[string]TrueTie `toml:"ties"`                   // what grew beside it or in its stead, by pair: "JPN-PHL"

	// whose part is scored: those that were asked or might have been; all it is offered to if not given
	Candidates []string `toml:"candidates" ref:"states"`
	// who is offered it in the scenario and was not in history: it counts as no candidate
	NotAsked []string `toml:"not_asked" ref:"states"`
	By       []Date   `toml:"by"` // days at which membership is scored besides
}

// TrueTie is a tie of two states that came about, or did not.
type TrueTie struct {
	// the rung that is asked about
	Kind  TieKind `toml:"kind" need:"true" oneof:"exercises capacity-building information-sharing access consultation defence"`
	Since Date    `toml:"since"` // when they reached it; 0: never
}

// Scored lists the states whose part in the clause is scored, in alphabetical order.
func (t *Truth) Scored(c *Clause) []string {
	all := sorted(t.Candidates)
	if len(all) == 0 {
		all = append(sorted(c.Founders), names(c.OpenTo)...)
		slices.Sort(all)
	}
	return slices.DeleteFunc(all, func(id string) bool { return slices.Contains(t.NotAsked, id) })
}

// Joined is the day on which the clause came to bind a state: as the record says, or else the later of its signature and
// the clause's entry into force, unless it was refused at home. ok is false if it never did.
func (t *Truth) Joined(id string) (day Date, ok bool) {
	if len(t.Members) > 0 {
		day, ok = t.Members[id]
		return day, ok
	}
	day, ok = t.Signed[id]
	if _, refused := t.Refused[id]; !ok || refused || t.InForce == 0 {
		return 0, false
	}
	return max(day, t.InForce), true
}

// Parted is the day on which the clause ceased to bind a state that it had come to bind: it left, sat out or the clause
// ended, whichever came first. ok is false if none of these came.
func (t *Truth) Parted(id string) (day Date, ok bool) {
	for _, d := range []Date{t.Left[id], t.Suspended[id], t.Ended} {
		if d != 0 && (!ok || d < day) {
			day, ok = d, true
		}
	}
	return day, ok
}
