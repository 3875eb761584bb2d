package words

import (
	"strings"
	"testing"

	"entente/sim/lab"
)

func TestEventsAreTold(t *testing.T) {
	names := map[string]string{"USA": "United States", "JPN": "Japan", "AUS": "Australia"}
	titles := map[string]string{"clauses.pact": "Pacific Pact", "shocks.raid": "A raid"}
	for _, c := range []struct {
		event lab.Event
		want  string
	}{
		{lab.Event{Kind: lab.EventShock, Of: "raid"}, "A raid."},
		{lab.Event{Kind: lab.EventGovernment, Of: "USA"}, "New government in the United States."},
		{lab.Event{Kind: lab.EventFounded, States: []string{"USA", "JPN", "AUS"}}, "Australia, Japan and the United States work together from now on."},
		{lab.Event{Kind: lab.EventRefused, Of: "USA", Clause: "pact"}, "the United States: parliament or people refuse the Pacific Pact."},
		{lab.Event{Kind: lab.EventInForce, Of: "pact"}, "the Pacific Pact enters into force."},
	} {
		if got := Event(c.event, names, titles); got != c.want {
			t.Errorf("%+v is told as %q, want %q", c.event, got, c.want)
		}
	}
	for kind := range events {
		told := Event(lab.Event{Kind: kind, Of: "pact", Clause: "pact"}, names, titles)
		if strings.Contains(told, "%!") || !strings.HasSuffix(told, ".") {
			t.Errorf("%s is told as %q", kind, told)
		}
	}
}
