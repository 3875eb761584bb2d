package sim

import (
	"reflect"
	"testing"
)

// Who is taken off the list goes with his membership and his stance; who is put on it does not bless from outside. The clause
// that it was made of is left as it was.
func TestAClauseFitsItsGuests(t *testing.T) {
	was := func() Clause {
		return Clause{
			Founders: []string{"AAA"}, OpenTo: map[string]Date{"BBB": 2001, "CCC": 2001},
			Members: map[string]Date{"AAA": 2000, "BBB": 2000, "GON": 2000}, Stance: map[string]Series{"BBB": Const(1), "GON": Const(-1)},
			Blessing: map[string]Series{"CCC": Const(1), "OUT": Const(0.5)},
		}
	}
	c, want := was(), was()
	want.Members, want.Stance = map[string]Date{"AAA": 2000, "BBB": 2000}, map[string]Series{"BBB": Const(1)}
	want.Blessing = map[string]Series{"OUT": Const(0.5)}
	if got := c.Fitted(); !reflect.DeepEqual(got, want) {
		t.Errorf("fitted it is\n%+v, want\n%+v", got, want)
	}
	if !reflect.DeepEqual(c, was()) {
		t.Error("the clause itself has changed")
	}
	c.OpenTo = nil
	if alone := c.Fitted(); alone.Members != nil || alone.Stance != nil {
		t.Errorf("a clause whose only member is AAA binds %v, and those not at the table think %v", alone.Members, alone.Stance)
	}
}
