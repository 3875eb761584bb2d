package main

import (
	"strings"
	"testing"

	"entente/plots/words"
)

// Who cites entente by BibTeX cites what CITATION.cff says.
func TestProgramIsCitedAsTheCitationFileSays(t *testing.T) {
	file := read(t, "../../CITATION.cff")
	entry := words.OfProgram().BibTeX()
	for _, key := range []string{"\ntitle: ", "\nversion: ", "\nlicense: ", "\n  - name: "} {
		_, rest, found := strings.Cut(file, key)
		value, _, _ := strings.Cut(rest, "\n")
		if value = strings.Trim(value, `"`); !found || !strings.Contains(entry, value) {
			t.Errorf("CITATION.cff says%s%s, and the entry is\n%s", key, value, entry)
		}
	}
}
