package scenarios

import "testing"

// The names of states and actors that we and others use are read back as they were written; those below them are not.
func TestNamesThatOthersWouldMisreadAreKnown(t *testing.T) {
	for _, name := range []string{"JPN", "USA", "MAR", "DEC", "MAY", "NOR", "NAM", "NO", "E5", "EU27", "G7", "A1", "2N", "T1",
		"INFRA", "Mars", "Marseille",
		"March Hare", "Augusta 2", "May Day", "Nauru", "B, the first", "1st", "3M", "x2", "TRUEMAN", "O1E5", "1E5A"} {
		if why := misread(name); why != "" {
			t.Errorf("%s is refused: %s", name, why)
		}
	}
	for _, name := range []string{"NA", "n/a", "NaN", "NULL", "none", "INF", "-Inf", "Infinity", "TRUE", "f", "1E5", "1e-5", "007",
		"12", "1.5", "1,5", ".5",
		"1,000", "50%", "0X1F", "MAR1", "Mar-1", "1 March", "SEP10", "Sept 10", "DEC2025", "1MAY", "10OCT99", "2025-01-02", "3/4",
		"1.2.2020", "12:30", "9 PM"} {
		if misread(name) == "" {
			t.Errorf("%s passes", name)
		}
	}
	for _, id := range Names() {
		for state := range load(t, id).Scenario.States {
			if why := misread(state); why != "" {
				t.Errorf("%s of %s: %s", state, id, why)
			}
		}
	}
}
