package sim

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

// A scenario may speak of the kinds of shock that have a row, and of no other; each row says what its kind does and
// what a measured twin makes of it. One without a row is a promise of the reader broken, and no quiet nothing.
func TestEveryKindOfShockIsKnown(t *testing.T) {
	kind, _ := reflect.TypeFor[Shock]().FieldByName("Kind")
	var rows []string
	for _, e := range effects {
		rows = append(rows, string(e.kind))
		if e.alarm == nil && e.once == nil && !e.trust {
			t.Errorf("a shock of kind %s does nothing", e.kind)
		}
		if e.twin == 0 || (e.twin == atMean) != (e.mean != nil) {
			t.Errorf("nobody says what a measured twin makes of shocks of kind %s, or how large they are there", e.kind)
		}
		s := twoByTwo()
		s.Shocks = map[string]Shock{"it": {Kind: e.kind, Actor: "RIV", Date: 2000, Size: 0.5, Felt: map[string]float64{"CLI": 1}}}
		r := at(s)
		r.Step()
		if alarmed := r.Alarm(r.w.State("CLI")) > 0; alarmed != e.kind.Alarms() {
			t.Errorf("a shock of kind %s alarms who feels it: %v", e.kind, alarmed)
		}
	}
	if told := strings.Fields(kind.Tag.Get("oneof")); !slices.Equal(told, rows) {
		t.Errorf("a scenario may speak of shocks of the kinds %q, and the kinds that do something are %q", told, rows)
	}
	defer func() {
		if said, _ := recover().(string); said != "sim: no shock of kind plague: the reader let it through" {
			t.Errorf("a shock of a kind that nobody knows: %q", said)
		}
	}()
	s := twoByTwo()
	s.Shocks = map[string]Shock{"it": {Kind: "plague", Actor: "RIV", Date: 2000, Size: 0.5}}
	NewWorld(s)
}

// A trade shock moves trade for good: 0.2 grows by a quarter.
func TestATradeShockByHand(t *testing.T) {
	s := twoByTwo()
	s.Shocks = map[string]Shock{"deal": {Kind: TradeShift, Actor: "RIV", Date: 2000, Size: 0.25, Felt: map[string]float64{"CLI": 1}}}
	r := at(s)
	r.Step()
	near(t, "dependence", r.Dependence(0, r.w.State("CLI")), 0.25)
}

// Coercion that half of the weight of which CLI feels stops half of what an episode cuts; it alarms as far as it is noticed.
func TestCoercionByHand(t *testing.T) {
	s := twoByTwo()
	s.Parameters.Trade.Cut = 0.4
	s.Shocks = map[string]Shock{"ban": {Kind: Coercion, Actor: "RIV", Date: 2000, Size: 0.6, Felt: map[string]float64{"CLI": 0.5}}}
	r := at(s)
	r.turn()
	r.happen()
	r.feel()
	cli := r.w.State("CLI")
	near(t, "stopped", r.stopped[cli], 0.5*0.4)
	near(t, "alarm", r.Alarm(cli), s.Parameters.Threat.noticed(0.3))
}
