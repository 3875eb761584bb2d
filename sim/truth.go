package sim

import "slices"

// Truth is the record of one clause, which a hindcast is scored against. Every day is the one on which it took effect, so
// that a state that asked to accede is in no list before it was let in.
type Truth struct {
	Signed    map[string]Date    `toml:"signed" ref:"states" about:"who signed or acceded within the horizon, and when"`
	Members   map[string]Date    `toml:"members" ref:"states" about:"whom it came to bind, and from when; by Signed and InForce if not given"`
	Refused   map[string]Date    `toml:"refused" ref:"states" about:"whose parliament or people turned it down, and when"`
	Notice    map[string]Date    `toml:"notice" ref:"states" about:"who gave notice; told, and not scored"`
	Suspended map[string]Date    `toml:"suspended" ref:"states" about:"who suspended its part, or whose part was"`
	Left      map[string]Date    `toml:"left" ref:"states" about:"whom it ceased to bind"`
	InForce   Date               `toml:"in_force" about:"when it entered into force; never if not given"`
	Ended     Date               `toml:"ended" about:"when it ended; never if not given"`
	Ties      map[string]TrueTie `toml:"ties" about:"what grew beside it or in its stead, by pair, such as JPN-PHL"`

	Candidates []string `toml:"candidates" ref:"states" about:"whose part is scored: those that were asked or might have been; all it is offered to if not given"`
	NotAsked   []string `toml:"not_asked" ref:"states" about:"who is offered it in the scenario and was not in history: it counts as no candidate"`
	By         []Date   `toml:"by" about:"days at which membership is scored besides"`
}

// TrueTie is a tie of two states that came about, or did not.
type TrueTie struct {
	Kind  TieKind `toml:"kind" need:"true" oneof:"exercises capacity-building information-sharing access consultation defence" about:"the rung that is asked about"`
	Since Date    `toml:"since" about:"when they reached it; never if not given"`
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
