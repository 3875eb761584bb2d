package words

import (
	"testing"

	"entente/sim/lab"
)

func TestOnlyAScenarioThatIsLeftAloneStandsAsItIs(t *testing.T) {
	for _, c := range []struct {
		head lab.Head
		want string
	}{
		{lab.Head{Base: "another", Changes: []string{"a = 1"}}, "as the scenario stands"},
		{lab.Head{Base: "another", Changes: []string{"parameters.a = 1"}, Overrides: []string{"parameters.a = 1"}},
			"as the scenario stands"},
		{lab.Head{Base: "another", Changes: []string{"parameters.a = 1"}, Overrides: []string{"parameters.a = 1", "b = 1"}}, "as asked"},
		{lab.Head{Overrides: []string{"a = 1"}}, "as asked"},
		{lab.Head{Overrides: []string{"theory = power-balance"}, Theory: "power-balance"}, "as asked"},
		{lab.Head{AsOf: "1950-01-01"}, "as asked"},
	} {
		if got := StartsFrom(&c.head); got != c.want {
			t.Errorf("%+v is told %q, want %q", c.head, got, c.want)
		}
	}
}
