package plots

import "testing"

func TestLongNamesStayApart(t *testing.T) {
	seen := map[string]bool{}
	for _, st := range oddities()["long names"].States {
		name := rowName(st)
		if seen[name] || bold(style(labelSize, black)).Width(name) > longestName {
			t.Errorf("%s is called %q, too long or like another", st.ID, name)
		}
		seen[name] = true
	}
}
