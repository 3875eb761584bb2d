package history

import (
	"slices"
	"strings"
	"testing"
)

// Episodes of one scenario, and of one built on it, are held out together.
func TestWhatSharesAWorldIsHeldOutTogether(t *testing.T) {
	episodes, leaders := little(t, "base").folds()
	var sets []string
	for _, f := range episodes {
		sets = append(sets, strings.Join(f.Held, " "))
	}
	if !slices.Equal(sets, []string{"V1 V2 V3", "V4", "V6"}) {
		t.Errorf("held out together are %q", sets)
	}
	if len(leaders) != 0 {
		t.Errorf("all five have one leading power, and %v would be held out by theirs", leaders)
	}
}
