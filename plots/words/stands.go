package words

import "entente/sim/lab"

// Stands says which world an answer starts from: that of the files, or one that was changed by who asked. It begins a
// sentence or names a row.
func Stands(h *lab.Head) string {
	if len(h.Overrides) > 0 || h.AsOf != "" {
		return "as asked"
	}
	return "as the scenario stands"
}
