package words

import (
	"slices"

	"entente/sim/lab"
)

// StartsFrom says which world an answer starts from: that of the files, or one that was changed by who asked. A file may depart
// from the shipped parameters; that is how the scenario stands. It begins a sentence or names a row.
func StartsFrom(h *lab.Head) string {
	asked := func(override string) bool { return !slices.Contains(h.Changes, override) }
	if slices.ContainsFunc(h.Overrides, asked) || h.AsOf != "" {
		return "as asked"
	}
	return "as the scenario stands"
}
