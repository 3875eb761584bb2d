package scenarios

import (
	"fmt"
	"testing"

	"entente/sim"
)

// A setting that was written is read as what it says.
func ExampleSetting() {
	fmt.Println(Setting("states.JPN.stance", 0.5))
	fmt.Println(Setting("clauses.ratner.founders", []string{"AUS", "USA"}))
	fmt.Println(Setting("clauses.ratner.open_to", map[string]sim.Date{"KOR": 2028, "CAN": 2027.5}))
	// Output:
	// states.JPN.stance=0.5
	// clauses.ratner.founders=["AUS", "USA"]
	// clauses.ratner.open_to={ CAN = "2027Q3", KOR = "2028" }
}

func TestASettingThatCannotBeSet(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a setting of no kind that can be set is written")
		}
	}()
	Setting("states.JPN.name", struct{}{})
}
