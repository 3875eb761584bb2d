package lab

import (
	"entente/sim"
	"entente/sim/lab/stats"
)

// Summary is what an ensemble says, ready for a table, a chart or JSON. It depends on scenario, seed and number of runs
// only.
type Summary struct {
	Scenario  string    `json:"scenario"`
	Title     string    `json:"title"`
	Seed      uint64    `json:"seed"`
	Runs      int       `json:"runs"`      // finished
	Asked     int       `json:"asked"`     // asked for
	Overrides []string  `json:"overrides"` // what departs from the scenario as shipped, "path = value"; every output shows it
	Labels    []string  `json:"ticks"`     // name of each tick
	Dates     []float64 `json:"dates"`     // first moment of each tick, in years
	YearEnds  []int     `json:"year_ends"` // last tick of each year

	Clause       string         `json:"clause"` // id of the headline clause
	ClauseTitle  string         `json:"clause_title"`
	InForce      []stats.Share  `json:"in_force"`                 // per tick
	EverSigned   stats.Share    `json:"signed_by_two"`            // at least two signatures at once at some time
	Members      stats.Spread   `json:"members"`                  // ratified members at the end
	MembersGiven stats.Spread   `json:"members_if_in_force"`      // among runs in which it ended in force; zero if none
	FirstInForce *stats.Spread  `json:"first_in_force,omitempty"` // date, among runs in which it ever was
	States       []StateSummary `json:"states"`                   // founders, then those it is open to, then the rest; by name within each
	Others       []ClauseShare  `json:"other_clauses"`
	Web          Web            `json:"web"`
}

// Role is what the headline clause offers a state.
type Role string

// The roles. Absent is that of a state which one world has and another has not.
const (
	Founder   Role = "founder"
	OpenTo    Role = "open to"
	Bystander Role = "bystander"
	RivalRole Role = "rival"
	Absent    Role = "absent"
)

// Invited tells whether the clause is offered to a state of this role.
func (r Role) Invited() bool { return r == Founder || r == OpenTo }

// StateSummary is one state's part in the ensemble.
type StateSummary struct {
	ID        string        `json:"id"`
	Name      string        `json:"name"`
	Role      Role          `json:"role"`
	Latitude  float64       `json:"latitude"`
	Longitude float64       `json:"longitude"`
	Signed    stats.Share   `json:"signed"`                  // ever signed the headline clause
	Ratified  stats.Share   `json:"ratified"`                // ever ratified it
	Member    stats.Share   `json:"member"`                  // bound by it at the end
	When      string        `json:"median_signed,omitempty"` // median tick of signature among runs where it signed
	SignedBy  []stats.Share `json:"signed_by"`               // per tick: share of runs in which it had signed by then
	Terms     sim.Terms     `json:"terms"`                   // mean over runs and decisions, in the order of sim.Term; zero if it never decided
	Utility   float64       `json:"utility"`                 // their sum
	Willing   float64       `json:"willing"`                 // mean chance of being willing over its decisions, 0..1
	Decided   int           `json:"decided"`                 // runs in which it weighed the clause at least once
	TradeLost stats.Spread  `json:"trade_lost_bn"`           // US$ bn over the whole run

	Threat      []stats.Spread `json:"threat"`      // per tick, 0..1: the worst rival
	Alarm       []stats.Spread `json:"alarm"`       // per tick, 0..1: what overt acts have left
	Dependence  []stats.Spread `json:"dependence"`  // per tick, 0..1: share of trade with the headline clause's first rival
	Cooperation []stats.Spread `json:"cooperation"` // per tick, 0..1: mean depth of its ties with the others
	Chance      []stats.Spread `json:"chance"`      // per tick, 0..1: its chance of signing when it decides; zero before and after
	Ground      []stats.Spread `json:"ground"`      // per tick, 0..1: what rivals have gained at its expense by moves of their own
}

// ClauseShare is the fate of a clause other than the headline, such as a bilateral treaty on offer.
type ClauseShare struct {
	ID      string      `json:"id"`
	Title   string      `json:"title"`
	InForce stats.Share `json:"in_force"` // at the end
	When    string      `json:"median_in_force,omitempty"`
}

// Web is what grows instead: the ties below a clause, at the start and at the end.
type Web struct {
	Pairs        []Pair           `json:"pairs"`          // every pair with a tie at either end
	Ties         [2]stats.Spread  `json:"ties"`           // number of pairs with any tie, start and end
	AccessOrMore [2]stats.Spread  `json:"access_or_more"` // pairs at access, consultation or defence, start and end
	Minilaterals [2]stats.Spread  `json:"minilaterals"`   // arrangements at work, start and end
	PerTick      []stats.Spread   `json:"ties_per_tick"`
	Arrangements []ArrangementEnd `json:"arrangements"` // named ones first, then those that grew, most frequent first
}

// Pair is the tie of two states: its rung at the start and how it stands at the end. Rungs are those of sim.TieKind,
// 0 none, 1 exercises, 2 capacity building, 3 information sharing, 4 access, 5 consultation, 6 defence.
type Pair struct {
	A     string         `json:"a"`
	B     string         `json:"b"`
	Start int            `json:"start"`
	End   float64        `json:"end"`   // mean rung
	Depth [2]float64     `json:"depth"` // 0..1, the deeper direction: start, and mean at the end
	Rungs [7]stats.Share `json:"rungs"` // share of runs that end on each rung
}

// ArrangementEnd is the fate of a minilateral.
type ArrangementEnd struct {
	Title   string      `json:"title"` // members joined by dashes for one that grew
	Members []string    `json:"members"`
	Grew    bool        `json:"grew"` // not in the scenario
	AtStart bool        `json:"at_start"`
	AtEnd   stats.Share `json:"at_end"`
}
