package words

import (
	"fmt"

	"entente/sim/lab"
)

// events say what happens in a history. %s is who or what it happens to, and then the clause.
var events = map[lab.EventKind]string{
	lab.EventShock:      "%s.",
	lab.EventGovernment: "New government in %s.",
	lab.EventFounded:    "%s work together from now on.",
	lab.EventSigns:      "%s signs %s.",
	lab.EventRefused:    "%s: parliament or people refuse %s.",
	lab.EventRatifies:   "%s ratifies %s.",
	lab.EventWithdraws:  "%s takes back its signature under %s.",
	lab.EventSuspends:   "%s suspends its part in %s.",
	lab.EventReturns:    "%s takes up its part in %s again.",
	lab.EventLeaves:     "%s leaves %s.",
	lab.EventInForce:    "%s enters into force.",
	lab.EventEnds:       "%s ends.",
}

// Event says what happens, in a sentence whose first letter is not yet a capital; names are those of the states by id, titles those of clauses and shocks by path.
func Event(e lab.Event, names, titles map[string]string) string {
	text, clause := events[e.Kind], lab.The(titles["clauses."+e.Clause])
	switch e.Kind {
	case lab.EventShock:
		return fmt.Sprintf(text, titles["shocks."+e.Of])
	case lab.EventFounded:
		return fmt.Sprintf(text, States(e.States, names))
	case lab.EventInForce, lab.EventEnds:
		return fmt.Sprintf(text, lab.The(titles["clauses."+e.Of]))
	case lab.EventGovernment:
		return fmt.Sprintf(text, State(names[e.Of]))
	}
	return fmt.Sprintf(text, State(names[e.Of]), clause)
}
